import type { ErrorObject } from 'ajv';
import type { DeployManifest } from '../../contract/generated/manifest.js';
import { locate, replaceAt, segmentsOf, valueOf, type MapTree, type ScalarTree } from '../yaml/tree.js';
import { validateSchema } from './validate-schema.js';

/**
 * What takes the place of a section that the schema refuses. The error is reported and stops the bundle; the stand-in only
 * lets the skills and operations stages report what they find. Its auth lets nobody in.
 */
const STAND_INS = {
  version: 1,
  name: 'invalid',
  runtime: { target: 'cloudflare-worker', compatibilityDate: '2026-01-01' },
  server: { info: { name: 'invalid', version: '0.0.0' } },
  classification: undefined,
  tags: undefined,
  bindings: {},
  signing: { algorithm: 'ed25519', trustRoots: [], replay: { nonceKv: 'INVALID' } },
  auth: { provider: 'apiKey', apiKey: { allowlistSecret: 'INVALID' } },
  secrets: undefined,
  deployment: undefined,
  execution: undefined,
} satisfies { [K in Exclude<keyof DeployManifest, '$schema' | 'environments' | 'specs' | 'skills'>]: unknown };

/** A manifest of which every part is valid. */
export interface Repaired {
  tree: MapTree;
  manifest: DeployManifest;
}

/**
 * Takes out what the schema refuses, so that the next stages can report what else there is; undefined when it is not even
 * known where the specs are. A valid manifest comes back as it is.
 */
export function repairManifest(tree: MapTree): Repaired | undefined {
  const pruned = validateSchema(valueOf(tree)).reduce(prune, tree);
  const errors = validateSchema(valueOf(pruned));
  const broken = new Set(errors.map(sectionOf));
  if (broken.has('specs') || broken.has('skills')) return undefined;
  const manifest = { ...(valueOf(pruned) as Record<string, unknown>) };
  for (const [section, standIn] of Object.entries(STAND_INS)) {
    if (!broken.has(section)) continue;
    if (standIn === undefined) delete manifest[section];
    else manifest[section] = standIn;
  }
  return { tree: pruned, manifest: structuredClone(manifest) as unknown as DeployManifest };
}

/** Removes the setting of a spec, or of the skills, that an error is about; without its id or path a spec is nothing. */
function prune(tree: MapTree, { instancePath, keyword, params }: ErrorObject): MapTree {
  const [section, first, second] = segmentsOf(instancePath);
  const key = keyword === 'additionalProperties' ? (params.additionalProperty as string) : undefined;
  if (section === 'skills')
    return without(tree, keyword === 'type' && first === undefined ? [section] : [section, first ?? key]);
  const field = second ?? key;
  if (section !== 'specs' || first === undefined || field === 'id' || field === 'spec') return tree;
  // Without a credential the next stage would complain about a scheme that has one, only a broken one.
  if (field !== 'auth') return without(tree, [section, first, field]);
  const nothing: ScalarTree = {
    kind: 'scalar',
    value: false,
    source: 'false',
    at: locate(tree, `/specs/${first}/auth`),
  };
  return replaceAt(tree, [section, first, field], nothing) as MapTree;
}

/** An error about a whole list or map takes all of it; one about the section itself leaves it to be refused. */
function without(tree: MapTree, path: readonly (string | undefined)[]): MapTree {
  const known = path.filter((segment) => segment !== undefined);
  return known.length === path.length ? (replaceAt(tree, known, undefined) as MapTree) : tree;
}

function sectionOf({ instancePath, params }: ErrorObject): string {
  return instancePath === '' ? String(params.missingProperty ?? '') : instancePath.split('/')[1]!;
}
