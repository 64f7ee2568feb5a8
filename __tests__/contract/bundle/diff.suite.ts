import { diffBundles, isEmptyDiff } from '../../../src/contract/bundle/diff.js';
import { structuralDifference, structuralDigest } from '../../../src/contract/bundle/structural-digest.js';
import type { BundleIndex, OperationEntry, SkillEntry } from '../../../src/contract/bundle/bundle-index.js';
import { sampleIndex } from '../../support/sample-index.js';
import { deepEqual, equal, ok } from '../assert.js';

function changed(change: (index: BundleIndex) => void): BundleIndex {
  const index = sampleIndex();
  change(index);
  return index;
}

function withDelete(index: BundleIndex): void {
  const base = index.operations['shop.getOrder'] as OperationEntry;
  index.operations['shop.deleteOrder'] = {
    ...base,
    id: 'deleteOrder',
    name: 'deleteOrder',
    method: 'DELETE',
    readOnly: false,
  };
  index.skills.refund?.operations.push('shop.deleteOrder');
}

const skill = (index: BundleIndex) => index.skills.refund as SkillEntry;

export const cases = [
  {
    name: 'finds no difference between equal bundles',
    run: () => ok(isEmptyDiff(diffBundles(sampleIndex(), sampleIndex()))),
  },
  {
    name: 'shows everything as gained on a first deploy',
    run: () => {
      const diff = diffBundles(null, sampleIndex());
      deepEqual(diff.capabilities, [
        {
          skill: 'refund',
          gained: [{ operation: 'shop.getOrder', method: 'GET', path: '/orders/{id}', readOnly: true }],
          lost: [],
        },
      ]);
      deepEqual(diff.hosts.gained, ['https://api.example.com']);
      deepEqual(diff.structural, []);
    },
  },
  {
    name: 'names the operation that a skill gains, and the other way round the one it loses',
    run: () => {
      const mention = { operation: 'shop.deleteOrder', method: 'DELETE', path: '/orders/{id}', readOnly: false };
      deepEqual(diffBundles(sampleIndex(), changed(withDelete)).capabilities, [
        { skill: 'refund', gained: [mention], lost: [] },
      ]);
      deepEqual(diffBundles(changed(withDelete), sampleIndex()).capabilities, [
        { skill: 'refund', gained: [], lost: [mention] },
      ]);
    },
  },
  {
    name: 'says which gained operations ask a person, by the manifest that comes with them',
    run: () => {
      const guarded = changed((index) => {
        withDelete(index);
        index.manifest.hot.execution = { approve: ['shop.delete*'] };
      });
      const approvals = (before: BundleIndex | null, after: BundleIndex) =>
        diffBundles(before, after).capabilities.flatMap(({ gained, lost }) =>
          [...gained, ...lost].map(({ operation, approval }) => [operation, approval]),
        );
      deepEqual(approvals(null, guarded), [
        ['shop.getOrder', undefined],
        ['shop.deleteOrder', true],
      ]);
      deepEqual(approvals(sampleIndex(), guarded), [['shop.deleteOrder', true]]);
      deepEqual(approvals(guarded, sampleIndex()), [['shop.deleteOrder', true]]);
    },
  },
  {
    name: 'counts an operation that moved to another path as lost and gained',
    run: () => {
      const moved = changed((index) =>
        Object.assign(index.operations['shop.getOrder'] ?? {}, { path: '/v2/orders/{id}' }),
      );
      const [change] = diffBundles(sampleIndex(), moved).capabilities;
      equal(change?.gained[0]?.path, '/v2/orders/{id}');
      equal(change?.lost[0]?.path, '/orders/{id}');
    },
  },
  {
    name: 'names hosts gained and lost when a server moves',
    run: () => {
      const moved = changed((index) =>
        Object.assign(index.services.shop ?? {}, { origins: ['https://eu.example.com'] }),
      );
      deepEqual(diffBundles(sampleIndex(), moved).hosts, {
        gained: ['https://eu.example.com'],
        lost: ['https://api.example.com'],
      });
    },
  },
  {
    name: 'names a skill whose files change as one that hosts must approve again',
    run: () => {
      const edited = changed(
        (index) => (skill(index).files['SKILL.md'] = { ...skill(index).files['SKILL.md']!, sha256: 'd'.repeat(64) }),
      );
      const diff = diffBundles(sampleIndex(), edited);
      deepEqual(diff.revokedApprovals, ['refund']);
      deepEqual(diff.skills, { added: [], removed: [], changed: ['refund'] });
    },
  },
  {
    name: 'says that sign-in was dropped',
    run: () => {
      const signedIn = changed(
        (index) => (index.manifest.structural.auth = { provider: 'apiKey', apiKey: { allowlistSecret: 'KEYS' } }),
      );
      deepEqual(diffBundles(signedIn, sampleIndex()).weaker, [{ kind: 'auth-provider', from: 'apiKey', to: 'none' }]);
    },
  },
  {
    name: 'says that a credential, an approval and an access rule were dropped',
    run: () => {
      const strict = changed((index) => {
        index.manifest.hot.execution = { approve: ['shop.delete*'] };
        index.manifest.hot.skills.access = { refund: { scopes: ['billing'] } };
      });
      const loose = changed((index) => Object.assign(index.services.shop ?? {}, { auth: false }));
      deepEqual(
        diffBundles(strict, loose)
          .weaker.map(({ kind }) => kind)
          .sort(),
        ['access-dropped', 'approval-dropped', 'credential-dropped'],
      );
    },
  },
  {
    name: 'tells of a dropped approval unless others guard the same operations',
    run: () => {
      const approving = (...approve: string[]) =>
        changed((index) => {
          withDelete(index);
          index.manifest.hot.execution = { approve };
        });
      const dropped = (before: string[], after: string[]) =>
        diffBundles(approving(...before), approving(...after)).weaker;
      deepEqual(dropped(['shop.deleteOrder'], ['shop.*']), []);
      deepEqual(dropped(['shop.deleteOrder', 'shop.get*'], ['shop']), []);
      deepEqual(dropped(['shop.*'], ['shop.delete*']), [{ kind: 'approval-dropped', pattern: 'shop.*' }]);
      deepEqual(dropped(['shop.delete*'], []), [{ kind: 'approval-dropped', pattern: 'shop.delete*' }]);
      deepEqual(dropped(['other.*'], ['shop']), [{ kind: 'approval-dropped', pattern: 'other.*' }]);
    },
  },
  {
    name: 'gives the JSON pointers of structural changes, and none for hot ones',
    run: () => {
      const structural = changed((index) => {
        index.manifest.structural.bindings.kvNamespaces?.push({ binding: 'OTHER', id: 'kv-2' });
        index.manifest.structural.signing.replay.windowSeconds = 60;
      });
      deepEqual(structuralDifference(sampleIndex(), structural), [
        '/bindings/kvNamespaces/1',
        '/signing/replay/windowSeconds',
      ]);
      deepEqual(structuralDifference(sampleIndex(), changed(withDelete)), []);
    },
  },
  {
    name: 'compares own members only, whatever they are called',
    run: () => {
      const named = changed(
        (index) => (index.manifest.structural.bindings.vars = { toString: 'x', hasOwnProperty: 'y' }),
      );
      deepEqual(structuralDifference(sampleIndex(), named), ['/bindings/vars']);
      const more = changed((index) => (index.manifest.structural.bindings.vars = { toString: 'x' }));
      deepEqual(structuralDifference(more, named), ['/bindings/vars/hasOwnProperty']);
    },
  },
  {
    name: 'has one structural digest for hot changes and another for each structural change',
    run: async () => {
      const base = await structuralDigest(sampleIndex());
      equal(await structuralDigest(changed(withDelete)), base);
      const other = await structuralDigest(
        changed((index) => (index.manifest.structural.runtime.compatibilityDate = '2026-06-01')),
      );
      ok(other !== base);
    },
  },
];
