import { collectDiagnostics } from '../../../src/build/diagnostics/collector.js';
import { catalogueByStage } from '../../../src/build/diagnostics/catalogue.js';
import { readManifest } from '../../../src/build/manifest/read-manifest.js';
import { faultFixtures } from '../../support/fault-fixtures.js';

const fixtures = faultFixtures('manifest-');

test.each(fixtures)('reports exactly the faults of $name, each on its node', async ({ files, options, expected }) => {
  const sink = collectDiagnostics();
  const { environment, variables = {} } = options;
  await readManifest(files, 'frontmcp.deploy.yaml', { environment, variables, placeholders: false }, sink);
  const found = sink.diagnostics.map(({ code, location }) => ({
    code,
    file: location?.file,
    line: location?.line,
    column: location?.column,
  }));
  expect(found).toEqual(expected);
});

test('every code of the manifest stage has a fixture that causes it', () => {
  // The rest needs a file that is no text, too large, or a link; read-manifest.test.ts makes those.
  const elsewhere = new Set(['manifest-unreadable', 'manifest-too-large', 'manifest-encoding', 'manifest-spec-walk']);
  const caused = new Set(fixtures.flatMap(({ expected }) => expected.map(({ code }) => code)));
  const missing = Object.keys(catalogueByStage.manifest).filter((code) => !caused.has(code) && !elsewhere.has(code));
  expect(missing).toEqual([]);
});
