import { collectDiagnostics, sortDiagnostics } from '../../../src/build/diagnostics/collector.js';
import { catalogueByStage } from '../../../src/build/diagnostics/catalogue.js';
import { readManifest } from '../../../src/build/manifest/read-manifest.js';
import { readSkills } from '../../../src/build/skills/read-skills.js';
import { selectSkills } from '../../../src/build/skills/select-skills.js';
import type { OperationSet } from '../../../src/build/stage-values.js';
import { faultFixtures } from '../../support/fault-fixtures.js';

const fixtures = faultFixtures('skills-');
const noOperations: OperationSet = { services: {}, schemas: {}, operations: [], bySkill: {} };

test.each(fixtures)('reports exactly the faults of $name, each at its place', async ({ files, expected }) => {
  const sink = collectDiagnostics();
  const manifest = await readManifest(files, 'frontmcp.deploy.yaml', { variables: {}, placeholders: false }, sink);
  if (!manifest) throw new Error('the manifest of a skills fixture is sound');
  selectSkills(await readSkills(files, manifest, sink), noOperations, manifest, sink);
  const found = sortDiagnostics(sink.diagnostics).map(({ code, location }) => ({
    code,
    file: location?.file,
    line: location?.line,
    column: location?.column,
  }));
  expect(found).toEqual(expected);
});

test('every code of the skills stage has a fixture that causes it', () => {
  // Sizes that are no fixture for a repository; read-skills.test.ts and front-matter.test.ts make those.
  const elsewhere = new Set([
    'skill-front-matter-too-large',
    'skills-too-many',
    'skill-too-many-files',
    'skill-too-large',
    'skill-beyond-hosts',
    'skill-file-too-large',
  ]);
  const caused = new Set(fixtures.flatMap(({ expected }) => expected.map(({ code }) => code)));
  const missing = Object.keys(catalogueByStage.skills).filter(
    (code) => !caused.has(code) && !elsewhere.has(code) && !code.startsWith('file-'),
  );
  expect(missing).toEqual([]);
});
