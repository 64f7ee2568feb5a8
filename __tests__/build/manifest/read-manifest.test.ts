import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectDiagnostics, messageOf } from '../../../src/build/diagnostics/collector.js';
import { openWorkingTree } from '../../../src/build/files/working-tree.js';
import { readManifest } from '../../../src/build/manifest/read-manifest.js';
import { memoryTree } from '../../support/memory-tree.js';
import { readManifestText, smallestManifest } from '../../support/read-manifest-text.js';

test('fills in every default', async () => {
  const text = smallestManifest.replace('specs: []', 'specs: [{ id: acme-api, spec: ./openapi/acme.yaml }]');
  const { manifest } = await readManifestText(text);
  expect(manifest).toMatchObject({
    skillsDirectory: 'skills',
    skillTags: { include: [], exclude: [] },
    classificationRules: [],
    specs: [{ id: 'acme-api', binding: 'acmeApi', readOnly: false, server: 0, serverVariables: {}, strict: false }],
  });
  expect(manifest?.hot).toEqual({
    server: { info: { name: 'acme-mcp', version: '1.0.0' } },
    skills: { alwaysLoad: [] },
    execution: {},
  });
  expect(manifest?.structural.signing.replay).toEqual({ windowSeconds: 300, nonceKv: 'REPLAY_NONCE' });
  expect(manifest?.structural.secrets).toEqual([{ name: 'TRUSTED_PUBKEY', required: true }]);
});

test('a skill that is listed twice under alwaysLoad is loaded once', async () => {
  const { manifest, report } = await readManifestText(
    `${smallestManifest}skills: { alwaysLoad: [refund, helpers, refund] }\n`,
  );
  expect(report).toEqual([]);
  expect(manifest?.hot.skills.alwaysLoad).toEqual(['refund', 'helpers']);
});

test('a list of the wrong type is reported once, not again by everything that refers to it', async () => {
  const { report } = await readManifestText(
    smallestManifest.replace('  - { name: TRUSTED_PUBKEY }', '  TRUSTED_PUBKEY: true'),
  );
  expect(report).toEqual([expect.stringContaining('manifest-type secrets must be a list')]);
});

test('the same file gives the same value', async () => {
  const [first, second] = await Promise.all([readManifestText(smallestManifest), readManifestText(smallestManifest)]);
  expect(JSON.stringify(first.manifest)).toBe(JSON.stringify(second.manifest));
});

test('paths are relative to the manifest and may leave its folder, but not the repository', async () => {
  const files = memoryTree({
    'apps/mcp/deploy.yaml': smallestManifest.replace(
      'specs: []',
      'specs: [../../openapi/acme.yaml, ../../../acme.yaml]\nskills: { source: ../skills }',
    ),
    'openapi/acme.yaml': '',
    'apps/skills/refund/SKILL.md': '',
  });
  const sink = collectDiagnostics();
  const manifest = await readManifest(files, './apps/mcp/deploy.yaml', { variables: {}, placeholders: false }, sink);
  expect(manifest).toMatchObject({
    file: 'apps/mcp/deploy.yaml',
    skillsDirectory: 'apps/skills',
    specs: [{ file: 'openapi/acme.yaml' }],
  });
  expect(sink.diagnostics.map(({ code, location }) => [code, location?.file])).toEqual([
    ['manifest-path', 'apps/mcp/deploy.yaml'],
  ]);
});

test('a directory of specs gives one spec a file, by name, and leaves other files and folders alone', async () => {
  const files = {
    'api/b.yml': '',
    'api/A b (2).json': '',
    'api/c.openapi.yaml': '',
    'api/README.md': '',
    'api/v1/d.yaml': '',
    'skills/x/SKILL.md': '',
  };
  const { manifest, report } = await readManifestText(smallestManifest.replace('specs: []', 'specs: api'), {}, files);
  expect(report).toEqual([]);
  expect(manifest?.specs.map(({ id, binding, file }) => [id, binding, file])).toEqual([
    ['A-b-2', 'AB2', 'api/A b (2).json'],
    ['b', 'b', 'api/b.yml'],
    ['c.openapi', 'cOpenapi', 'api/c.openapi.yaml'],
  ]);
});

test('a spec id that begins with a digit becomes an identifier', async () => {
  const { manifest } = await readManifestText(
    smallestManifest.replace('specs: []', 'specs: [{ id: 3scale.v2, spec: ./openapi/acme.yaml }]'),
  );
  expect(manifest?.specs[0]?.binding).toBe('_3scaleV2');
});

test('reports every problem of a broken manifest, and still returns what the next stages need', async () => {
  const text = smallestManifest
    .replace('auth: { provider: none }\n', '')
    .replace('kvNamespaces', 'kvNamespace')
    .replace('version: 1.0.0', 'version: 1.0')
    .replace(
      'specs: []',
      'specs: [{ id: acme, spec: ./openapi/acme.yaml, auth: { a: { secret: lower } } }, { id: gone, spec: ./openapi/gone.yaml }]',
    );
  const { manifest, diagnostics } = await readManifestText(text);
  expect(diagnostics.map(({ code }) => code)).toEqual([
    'manifest-auth-missing',
    'manifest-type',
    'manifest-pattern',
    'manifest-secret-undeclared',
    'manifest-path',
    'manifest-unknown-key',
    'manifest-nonce-kv',
  ]);
  expect(manifest?.specs).toMatchObject([
    { id: 'acme', auth: false },
    { id: 'gone', unreadable: true },
  ]);
  expect(manifest?.specs[0]).not.toHaveProperty('unreadable');
  // The stand-in for a missing auth lets nobody in.
  expect(manifest?.structural.auth).toEqual({ provider: 'apiKey', apiKey: { allowlistSecret: 'INVALID' } });
});

test('columns count from 1 with CRLF, a byte order mark and characters outside ASCII', async () => {
  const text = `\ufeff${smallestManifest.replace('name: acme-mcp\n', 'name: "Größe 😀", nam: 1\n').replace('"Größe 😀", nam: 1', 'acme # Größe 😀\nnam: 1')}`;
  const { diagnostics } = await readManifestText(text.replaceAll('\n', '\r\n'));
  expect(diagnostics.map(({ code, location }) => [code, location?.line, location?.column])).toEqual([
    ['manifest-unknown-key', 3, 1],
  ]);
  const first = await readManifestText('\ufeffvversion: 1\n');
  expect(first.diagnostics.map(({ location }) => location?.column)).toContain(1);
});

test('reads JSON, which is YAML', async () => {
  const { manifest } = await readManifestText(smallestManifest);
  const json = JSON.stringify({
    version: 1,
    name: 'acme-mcp',
    runtime: manifest!.structural.runtime,
    server: manifest!.hot.server,
    specs: [],
    bindings: manifest!.structural.bindings,
    signing: manifest!.structural.signing,
    auth: manifest!.structural.auth,
    secrets: manifest!.structural.secrets,
  });
  expect((await readManifestText(json)).report).toEqual([]);
});

test('anchors and aliases repeat a value, each in its own place', async () => {
  const text = `${smallestManifest.replace('{ name: acme-mcp, version', '{ name: &name acme-mcp, version')}environments:\n  staging: { vars: { A: *name } }\n`;
  const { manifest, report } = await readManifestText(text, { environment: 'staging' });
  expect(report).toEqual([]);
  expect(manifest?.structural.bindings.vars).toEqual({ A: 'acme-mcp' });
  expect(manifest?.locate('/bindings/vars/A')).toMatchObject({ line: 18, column: 25 });
});

test('reads an unquoted date as text, and texts that other YAML versions take for booleans', async () => {
  const text = `${smallestManifest.replace("'2026-05-01'", '2026-05-01')}deployment: { workerName: no }\n`;
  const { manifest, report } = await readManifestText(`%YAML 1.1\n---\n${text}`);
  expect(report).toEqual([]);
  expect(manifest?.structural.deployment.workerName).toBe('no');
});

test('reports a manifest that is no UTF-8 or larger than 1 MiB', async () => {
  const broken = await readManifestText(new Uint8Array([0x6e, 0x3a, 0xff]));
  expect(broken.report).toEqual([expect.stringContaining('manifest-encoding')]);
  const large = await readManifestText(`${smallestManifest}# ${'x'.repeat(1024 * 1024)}\n`);
  expect(large.report).toEqual([expect.stringContaining('manifest-too-large')]);
});

test('reports a manifest that is a directory or lies outside', async () => {
  for (const [path, fault, says] of [
    ['skills', 'directory', 'it is a directory'],
    ['../deploy.yaml', 'outside', 'it lies outside of the repository'],
  ] as const) {
    const sink = collectDiagnostics();
    const files = memoryTree({ 'skills/a/SKILL.md': '' });
    expect(await readManifest(files, path, { variables: {}, placeholders: false }, sink)).toBeUndefined();
    expect(sink.diagnostics).toMatchObject([{ code: 'manifest-unreadable', args: { fault } }]);
    expect(sink.diagnostics.map(messageOf).join()).toContain(says);
  }
});

test('refuses specs behind a link that leaves the repository, listed or found in a directory', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  const root = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    writeFileSync(join(outside, 'acme.yaml'), '');
    for (const folder of ['openapi', 'skills']) mkdirSync(join(root, folder));
    symlinkSync(join(outside, 'acme.yaml'), join(root, 'openapi', 'acme.yaml'));
    for (const [specs, code] of [
      ['[./openapi/acme.yaml]', 'manifest-path'],
      ['./openapi', 'manifest-spec-walk'],
    ]) {
      writeFileSync(join(root, 'deploy.yaml'), smallestManifest.replace('specs: []', `specs: ${specs}`));
      const { tree } = await openWorkingTree(root);
      const sink = collectDiagnostics();
      await readManifest(tree, 'deploy.yaml', { variables: {}, placeholders: false }, sink);
      expect(sink.diagnostics.map((each) => [each.code, each.location?.line, messageOf(each)])).toEqual([
        [code, 5, expect.stringContaining('leads out of the repository')],
      ]);
    }
  } finally {
    for (const folder of [outside, root]) rmSync(folder, { recursive: true });
  }
});

test('a spec whose file cannot be read is still known by its id', async () => {
  const text = smallestManifest.replace(
    'specs: []',
    'specs: [{ id: far, spec: https://acme.com/api.yaml }, { id: out, spec: ../api.yaml }]',
  );
  const { manifest, diagnostics } = await readManifestText(text);
  expect(diagnostics.map(({ code }) => code)).toEqual(['manifest-spec-url', 'manifest-path']);
  expect(manifest?.specs).toMatchObject([
    { id: 'far', unreadable: true },
    { id: 'out', unreadable: true },
  ]);
});

test('suggests the nearest known key', async () => {
  const { report } = await readManifestText(smallestManifest.replace('publicKeySecret', 'publicKeySecrets'));
  expect(report.join('\n')).toContain('Did you mean "publicKeySecret"?');
});

test('shows the command that vendors a spec given by URL, safe to paste', async () => {
  const { report } = await readManifestText(
    smallestManifest.replace('specs: []', `specs: ["https://acme.com/it's/api.yaml?v=$(id)"]`),
  );
  expect(report[0]).toContain(
    `curl -fsSL --create-dirs -o openapi/api.yaml 'https://acme.com/it'\\''s/api.yaml?v=$(id)'`,
  );
});
