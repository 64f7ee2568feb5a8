import { catalogueByStage } from '../../../src/build/diagnostics/catalogue.js';
import { collectDiagnostics } from '../../../src/build/diagnostics/collector.js';
import type { Diagnostic } from '../../../src/build/diagnostics/diagnostic.js';
import { readManifest } from '../../../src/build/manifest/read-manifest.js';
import { readOperations } from '../../../src/build/openapi/read-operations.js';
import { readSkills } from '../../../src/build/skills/read-skills.js';
import { faultFixtures, type FaultFixture } from '../../support/fault-fixtures.js';

const fixtures = faultFixtures('openapi-');

/** What stage 4 says about a fixture; the stages before it must find nothing. */
async function findings({ files }: FaultFixture): Promise<Diagnostic[]> {
  const before = collectDiagnostics();
  const manifest = await readManifest(files, 'frontmcp.deploy.yaml', { variables: {}, placeholders: false }, before);
  const skills = manifest && (await readSkills(files, manifest, before));
  expect(before.diagnostics).toEqual([]);
  const sink = collectDiagnostics();
  if (manifest && skills) await readOperations(files, manifest, skills, sink);
  return sink.diagnostics;
}

test.each(fixtures)('reports exactly the faults of $name, each on its line', async (fixture) => {
  const found = await findings(fixture);
  const places = found.map(({ code, location }) => ({
    code,
    file: location?.file,
    line: location?.line,
    column: location?.column,
  }));
  expect(places).toEqual(fixture.expected);
});

test('every code of the openapi stage has a fixture that causes it', () => {
  // Files of that size are no fixtures: read-operations.test.ts and hostile-documents.test.ts make them.
  const elsewhere = new Set(['openapi-too-large', 'openapi-too-many-paths']);
  const caused = new Set(fixtures.flatMap(({ expected }) => expected.map(({ code }) => code)));
  const missing = Object.keys(catalogueByStage.operations).filter((code) => !caused.has(code) && !elsewhere.has(code));
  expect(missing).toEqual([]);
});
