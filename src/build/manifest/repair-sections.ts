import type { ErrorObject } from 'ajv';
import type { DeployManifest } from '../../contract/generated/manifest.js';
import { validateSchema } from './validate-schema.js';

/** Sections that the stages after this one read: with a fault in them nothing true could be said about skills. */
const NEEDED = ['specs', 'skills', 'classification'] as const;

/**
 * What takes the place of a section that the schema refuses. The error is reported and stops the bundle; the stand-in only
 * lets the skills and operations stages report what they find. Its auth lets nobody in.
 */
const STAND_INS = {
  version: 1,
  name: 'invalid',
  runtime: { target: 'cloudflare-worker', compatibilityDate: '2026-01-01' },
  server: { info: { name: 'invalid', version: '0.0.0' } },
  tags: undefined,
  bindings: {},
  signing: { algorithm: 'ed25519', trustRoots: [], replay: { nonceKv: 'INVALID' } },
  auth: { provider: 'apiKey', apiKey: { allowlistSecret: 'INVALID' } },
  secrets: undefined,
  deployment: undefined,
  execution: undefined,
} satisfies { [K in Exclude<keyof DeployManifest, '$schema' | 'environments' | (typeof NEEDED)[number]>]: unknown };

/** A manifest whose every section is valid, those with errors replaced; undefined when one is that the next stages read. */
export function repairSections(value: unknown): DeployManifest | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const broken = new Set(validateSchema(value).map(sectionOf));
  if (NEEDED.some((section) => broken.has(section))) return undefined;
  const manifest: Record<string, unknown> = { ...value };
  for (const [section, standIn] of Object.entries(STAND_INS)) {
    if (!broken.has(section)) continue;
    if (standIn === undefined) delete manifest[section];
    else manifest[section] = standIn;
  }
  return structuredClone(manifest) as unknown as DeployManifest;
}

function sectionOf({ instancePath, params }: ErrorObject): string {
  return instancePath === '' ? String(params.missingProperty ?? '') : instancePath.split('/')[1]!;
}
