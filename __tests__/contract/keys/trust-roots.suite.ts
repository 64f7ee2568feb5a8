import { loadTrustRoots } from '../../../src/contract/keys/trust-roots.js';
import { deepEqual, equal, ok, type SuiteCase } from '../assert.js';
import { OTHER, RFC8037 } from './known-keys.js';

const SECRETS: Record<string, string> = {
  FIRST: RFC8037.hex,
  SAME: RFC8037.ssh,
  SECOND: OTHER.x,
  BAD: '00'.repeat(32),
  BLANK: ' \n',
};
const load = (roots: [string, string][]) =>
  loadTrustRoots(
    roots.map(([kid, publicKeySecret]) => ({ kid, publicKeySecret })),
    (name) => SECRETS[name],
  );

export const cases: SuiteCase[] = [
  {
    name: 'loads every sound root',
    run: async () => {
      const roots = await load([
        ['a', 'FIRST'],
        ['b', 'SECOND'],
      ]);
      deepEqual([...roots.usable.keys()], ['a', 'b']);
      equal(roots.usable.get('a')?.thumbprint, RFC8037.thumbprint);
      deepEqual(roots.unusable, []);
    },
  },
  {
    name: 'reports a bad root and keeps the others',
    run: async () => {
      const roots = await load([
        ['bad', 'BAD'],
        ['b', 'SECOND'],
      ]);
      deepEqual([...roots.usable.keys()], ['b']);
      equal(roots.unusable[0]?.kid, 'bad');
      ok(roots.unusable[0]?.reason.startsWith('BAD: '), roots.unusable[0]?.reason);
      ok(roots.unusable[0]?.reason.includes('small-order'), roots.unusable[0]?.reason);
    },
  },
  {
    name: 'names the secret that has no value',
    run: async () =>
      deepEqual(
        (
          await load([
            ['a', 'ABSENT'],
            ['b', 'BLANK'],
          ])
        ).unusable,
        [
          { kid: 'a', reason: 'the secret ABSENT has no value' },
          { kid: 'b', reason: 'the secret BLANK has no value' },
        ],
      ),
  },
  {
    name: 'uses neither of two roots with one key id',
    run: async () => {
      const roots = await load([
        ['a', 'FIRST'],
        ['a', 'SECOND'],
        ['b', 'SECOND'],
      ]);
      deepEqual([...roots.usable.keys()], ['b']);
      deepEqual(
        roots.unusable.map(({ kid }) => kid),
        ['a', 'a'],
      );
    },
  },
  {
    name: 'uses one key under one key id only, the first',
    run: async () => {
      const roots = await load([
        ['a', 'FIRST'],
        ['again', 'SAME'],
      ]);
      deepEqual([...roots.usable.keys()], ['a']);
      deepEqual(roots.unusable, [{ kid: 'again', reason: 'SAME holds the same key as the trust root "a"' }]);
    },
  },
  { name: 'has no usable root without any', run: async () => equal((await load([])).usable.size, 0) },
  {
    name: 'does not take a key id for a property',
    run: async () => equal((await load([['a', 'FIRST']])).usable.get('__proto__'), undefined),
  },
];
