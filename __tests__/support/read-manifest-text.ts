import { collectDiagnostics, hintOf, messageOf } from '../../src/build/diagnostics/collector.js';
import type { Diagnostic } from '../../src/build/diagnostics/diagnostic.js';
import { readManifest, type ManifestOptions } from '../../src/build/manifest/read-manifest.js';
import type { EffectiveManifest } from '../../src/build/stage-values.js';
import { memoryTree } from './memory-tree.js';

/** A manifest with every required section and nothing else. */
export const smallestManifest = `version: 1
name: acme-mcp
runtime: { target: cloudflare-worker, compatibilityDate: '2026-05-01' }
server: { info: { name: acme-mcp, version: 1.0.0 } }
specs: []
bindings:
  kvNamespaces:
    - { binding: REPLAY_NONCE, id: 0f2a }
signing:
  algorithm: ed25519
  trustRoots:
    - { kid: prod-2026-05, publicKeySecret: TRUSTED_PUBKEY }
  replay: { nonceKv: REPLAY_NONCE }
auth: { provider: none }
secrets:
  - { name: TRUSTED_PUBKEY }
`;

/** What reading a manifest came to. */
export interface ManifestReading {
  manifest: EffectiveManifest | undefined;
  diagnostics: Diagnostic[];
  /** `line:column code message hint`, to read at a glance. */
  report: string[];
}

/** Reads a manifest text in a project that has a spec and a skill. */
export async function readManifestText(
  text: string | Uint8Array,
  options: Partial<ManifestOptions> = {},
  files: Record<string, string | Uint8Array> = {
    'openapi/acme.yaml': '',
    'openapi/billing.yaml': '',
    'skills/refund/SKILL.md': '',
  },
): Promise<ManifestReading> {
  const sink = collectDiagnostics();
  const project = memoryTree({ ...files, 'frontmcp.deploy.yaml': text });
  const manifest = await readManifest(
    project,
    'frontmcp.deploy.yaml',
    { variables: {}, placeholders: false, ...options },
    sink,
  );
  const report = sink.diagnostics.map((each) => {
    const { line, column } = each.location ?? {};
    return `${line}:${column} ${each.code} ${messageOf(each)} ${hintOf(each) ?? ''}`.trim();
  });
  return { manifest, diagnostics: sink.diagnostics, report };
}
