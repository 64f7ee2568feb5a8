import { openCatalog } from '../../../src/runtime/catalog/open-catalog.js';
import { serverInstructions } from '../../../src/runtime/catalog/server-instructions.js';
import { fixtureBundle, type FixtureParts } from '../mcp/fixture-bundle.js';
import { memorySnapshot } from '../mcp/memory-snapshot.js';

const operation = { request: { path: '/x' } };
const PARTS: FixtureParts = {
  skills: {
    open: { description: 'Open to all.', operations: ['acme.shared', 'acme.one'] },
    staff: { description: 'For staff.', operations: ['acme.shared', 'acme.two'] },
    closed: { operations: ['acme.three'] },
    hidden: { operations: ['acme.four'], hideFromDiscovery: true },
    library: { operations: ['acme.five'], hideFromDiscovery: true, alwaysLoad: true },
    listed: { operations: ['acme.six'], hideFromDiscovery: true },
  },
  operations: Object.fromEntries(
    ['one', 'two', 'three', 'four', 'five', 'six', 'shared', 'orphan'].map((name) => [`acme.${name}`, operation]),
  ),
  hot: { skills: { alwaysLoad: ['listed'], access: { staff: { scopes: ['staff'], groups: ['crew'] }, closed: {} } } },
};
const catalogFor = (scopes: string[] = [], groups: string[] = []) =>
  openCatalog(memorySnapshot(fixtureBundle(PARTS)), { scopes, groups });
const discoverable = (...caller: Parameters<typeof catalogFor>) =>
  catalogFor(...caller)
    .discoverable()
    .map(({ id }) => id);

test('shows skills that are neither hidden nor closed to the caller', () => {
  expect(discoverable()).toEqual(['open']);
});

test.each([
  ['a scope', ['staff'], []],
  ['a group', [], ['crew']],
])('opens a skill to a caller with %s that its access names', (_name, scopes, groups) => {
  expect(discoverable(scopes, groups)).toEqual(['open', 'staff']);
});

test('opens a skill whose access names nothing to nobody', () => {
  expect(catalogFor(['staff', 'closed'], ['crew']).skill('closed')).toBeUndefined();
});

test('knows operations of usable skills only, with the skills that open them', () => {
  const catalog = catalogFor();
  expect(catalog.operationKeys().sort()).toEqual(['acme.five', 'acme.one', 'acme.shared', 'acme.six']);
  expect(catalog.operation('acme.shared')?.skills).toEqual(['open']);
  expect(catalogFor(['staff']).operation('acme.shared')?.skills).toEqual(['open', 'staff']);
});

test.each(['acme.orphan', 'acme.two', 'acme.three', 'acme.four', '__proto__', 'constructor', 'toString', ''])(
  'does not know the operation %s',
  (key) => {
    expect(catalogFor().operation(key)).toBeUndefined();
  },
);

test.each(['hidden', 'staff', '__proto__', 'constructor', 'acme.one'])('does not know the skill %s', (name) => {
  expect(catalogFor().skill(name)).toBeUndefined();
});

test('knows a hidden skill that is always loaded, by its front matter or by the manifest', () => {
  expect(catalogFor().skill('library')?.id).toBe('library');
  expect(catalogFor().skill('listed')?.id).toBe('listed');
});

test('tells an agent the instructions, how to use the tools, and the skills it may find', () => {
  const bundle = fixtureBundle({
    ...PARTS,
    hot: { ...PARTS.hot, server: { info: { name: 'a', version: '1' }, instructions: 'Be kind.' } },
  });
  const text = serverInstructions(memorySnapshot(bundle), { scopes: [], groups: [] });
  expect(text.startsWith('Be kind.\n\n')).toBe(true);
  expect(text).toContain('codecall_searchSkills');
  expect(text.endsWith('Skills:\n- open: Open to all.')).toBe(true);
});

test('tells each caller only of skills that they may find, whoever asked before', () => {
  const snapshot = memorySnapshot(fixtureBundle(PARTS));
  const told = (scopes: string[]) => serverInstructions(snapshot, { scopes, groups: [] }).includes('- staff:');
  expect([told([]), told(['staff']), told([]), told(['staff'])]).toEqual([false, true, false, true]);
});

test('keeps the list of skills short', () => {
  const skills = Object.fromEntries(
    Array.from({ length: 300 }, (_, number) => [`skill-${number}`, { description: 'x '.repeat(500) }]),
  );
  const text = serverInstructions(memorySnapshot(fixtureBundle({ skills })), { scopes: [], groups: [] });
  expect(text.length).toBeLessThan(8000);
  expect(text).toContain('and 260 more');
});
