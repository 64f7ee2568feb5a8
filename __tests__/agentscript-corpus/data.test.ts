import { parse } from 'acorn';
import { ATTACKS } from './attacks/all.js';
import { HONEST } from './honest/all.js';
import { expectPlain } from './plain-node/expect-plain.js';
import { ADMIN_RAN, MARKER, SECRET, VAULT_TEXT } from './types.js';

const attacks = ATTACKS.flatMap(({ cases }) => cases);

test('holds at least 150 honest scripts, each with a name of its own', () => {
  const names = HONEST.map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(new Set(names).size).toBe(names.length);
});

test('holds at least 300 attacks, each with a name of its own in its class', () => {
  const names = ATTACKS.flatMap((each) => each.cases.map(({ name }) => `${each.class}: ${name}`));
  expect(names.length).toBeGreaterThanOrEqual(300);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('no attack spells a sign of its own success: an excerpt of it would look like one', () => {
  const spelled = attacks.filter((attack) =>
    [MARKER, SECRET, ADMIN_RAN, VAULT_TEXT].some((sign) => JSON.stringify(attack).includes(sign)),
  );
  expect(spelled.map(({ name }) => name)).toEqual([]);
});

test('attacks that shall run can be parsed: a slip of the pen would make them harmless', () => {
  const broken = ATTACKS.filter((each) => each.class !== 'source')
    .flatMap(({ cases }) => cases)
    .filter(({ expect }) => expect !== 'refused')
    .flatMap(({ name, script, then }) =>
      [script, then ?? ''].flatMap((text) => syntaxError(text).map((message) => `${name}: ${message}`)),
    );
  expect(broken).toEqual([]);
});

test('each honest script gives the same in plain Node every time', async () => {
  const [first, second] = await Promise.all([expectPlain(HONEST), expectPlain(HONEST)]);
  expect(
    first.map((result, index) => ({ name: HONEST[index]?.name, result })).filter(({ result }) => !result.ok),
  ).toEqual([]);
  expect(second).toEqual(first);
});

function syntaxError(text: string): string[] {
  try {
    parse(text, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
    });
    return [];
  } catch (error) {
    return [String(error)];
  }
}
