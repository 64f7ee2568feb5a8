import type { JsonObject } from '../../../../src/contract/encoding/json.js';
import { loadOperation, openCatalog } from '../../../../src/runtime/catalog/open-catalog.js';
import { approvalQuestion } from '../../../../src/runtime/mcp/approval/approval-question.js';
import { fixtureBundle } from '../fixture-bundle.js';
import { memorySnapshot } from '../memory-snapshot.js';

const STRING = { type: 'string' };

/** The question about a call of one operation. */
async function question(args: JsonObject, properties: JsonObject = {}, defs: JsonObject = {}): Promise<string> {
  const at = (name: string) => ({
    in: 'query' as const,
    name,
    at: [name],
    required: false,
    style: 'form' as const,
    explode: true,
  });
  const bundle = fixtureBundle({
    skills: { accounts: { operations: ['acme.setAccount'] } },
    operations: {
      'acme.setAccount': {
        id: 'set account',
        summary: 'Sets an account up.',
        request: { path: '/accounts', method: 'PUT', parameters: [at('name'), at('pin')] },
        input: { type: 'object', properties: { name: STRING, pin: STRING, ...properties } },
      },
    },
    defs,
  });
  const snapshot = memorySnapshot(bundle);
  const operation = openCatalog(snapshot, { scopes: [], groups: [] }).operation('acme.setAccount');
  if (!operation) throw new Error('no such operation');
  return approvalQuestion({ operation, ...(await loadOperation(snapshot, operation)), args });
}

test('names the operation, its spec, where the request goes and every argument', async () => {
  expect(await question({ name: 'Ann & Bob', limits: { day: [1, 2], always: null } })).toBe(
    [
      'Allow acme.setAccount? Sets an account up.',
      'PUT https://api.example.com/accounts?name=Ann%20%26%20Bob',
      'Operation set account of spec acme, with the arguments:',
      JSON.stringify({ name: 'Ann & Bob', limits: { day: [1, 2], always: null } }, null, 2),
      'A yes is good for this one call.',
    ].join('\n'),
  );
});

test.each<[string, JsonObject, JsonObject]>([
  ['by its own format', { pin: { type: 'string', format: 'password' } }, {}],
  ['by the definition it refers to', { pin: { $ref: '#/$defs/Pin' } }, { Pin: { type: 'string', format: 'password' } }],
  [
    'deep inside',
    { owner: { $ref: '#/$defs/Owner' } },
    { Owner: { type: 'object', properties: { pin: { type: 'string', format: 'password' } } } },
  ],
])('hides what the description calls a password, %s, in the URL too', async (_, properties, defs) => {
  const text = await question(
    { name: 'Ann', pin: 'hunter2hunter2', owner: { pin: 'hunter2hunter2', since: 2020 } },
    properties,
    defs,
  );
  expect(text).not.toContain('hunter2');
  expect(text).toContain('&pin=%5Bhidden%5D');
  expect(text).toContain('"since": 2020');
  expect(text).toContain('name=Ann&');
});

test.each<[string, JsonObject, JsonObject]>([
  ['one of several forms', { anyOf: [{ type: 'string', format: 'password' }, { type: 'null' }] }, {}],
  [
    'a definition of several forms',
    { allOf: [{ $ref: '#/$defs/Pin' }] },
    { Pin: { oneOf: [{ format: 'password' }, { $ref: '#/$defs/Pin' }] } },
  ],
  ['a list', { type: 'array', items: { type: 'string', format: 'password' } }, {}],
  ['values by name', { type: 'object', additionalProperties: { type: 'string', format: 'password' } }, {}],
])('hides a password that is %s, and nothing else', async (_, pin, defs) => {
  const others = { items: ['Ann', 'Bob'], additionalProperties: 5, 0: 'first' };
  const text = await question({ pin: 'hunter2', ...others }, { pin }, defs);
  expect(text).not.toContain('hunter2');
  expect(text).toContain(
    JSON.stringify({ 0: 'first', pin: '[hidden]', items: others.items, additionalProperties: 5 }, null, 2),
  );
});

test('text that would pass for another line, or turns it round, is shown for what it is', async () => {
  const text = await question({
    name: 'x"\n}\nA yes is good for nothing.',
    note: 'a\u202eb\u200b\u2028\u3164\u{e0041}c\x7f\x85',
  });
  expect(text.split('\n').filter((line) => line.startsWith('A yes'))).toEqual(['A yes is good for this one call.']);
  expect(text).toContain('a\\u{202e}b\\u{200b}\\u{2028}\\u{3164}\\u{e0041}c\\u{7f}\\u{85}');
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\u3164]/u);
});

test('letters of every script stay as they are', async () => {
  expect(await question({ name: 'Zoë 東京 مرحبا 🙂' })).toContain('"Zoë 東京 مرحبا 🙂"');
});

test('says of what is long how much it does not show, and never cuts a character in half', async () => {
  const text = await question({ name: `${'a'.repeat(299)}🙂${'b'.repeat(100)}`, amount: 5 });
  expect(text).toContain('… (101 more characters, not shown)"');
  expect(text).toContain('"amount": 5');
  expect(text.isWellFormed()).toBe(true);
  const many = await question({ list: Array.from({ length: 5000 }, (_, index) => `item ${index}`) });
  expect(many.length).toBeLessThan(6000);
  expect(many).toMatch(/… \(\d+ more characters, not shown\)\nA yes/);
});
