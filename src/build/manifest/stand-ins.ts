import type { ErrorObject } from 'ajv';
import type { DeployManifest } from '../../contract/generated/manifest.js';
import { locate, mapScalars, replaceAt, segmentsOf, valueOf, type MapTree, type ScalarTree } from '../yaml/tree.js';
import { validateSchema } from './validate-schema.js';
import { holdsPlaceholder, replacePlaceholders, variableValue, type Variables } from './variables.js';

/** A date that every platform knows, for a compatibility date that nobody can know yet. */
const STAND_IN_DATE = '2026-01-01';

/**
 * Replaces what `${env:NAME}` left unfilled by values that the schema accepts, so that the stages after this one can do
 * their checks. Host names end with `.invalid` (RFC 2606), so that nothing made with them ever reaches anybody.
 */
export function fillStandIns(tree: MapTree, variables: Variables): MapTree {
  const errors = validateSchema(valueOf(tree));
  const replaced = mapScalars(tree, (scalar, pointer) => {
    if (typeof scalar.value !== 'string' || !holdsPlaceholder(scalar.value)) return scalar;
    const complaints = errors.filter(({ instancePath }) => instancePath === pointer);
    return { ...scalar, value: standIn(scalar.value, complaints, variables) };
  });
  return replaced as MapTree;
}

function standIn(text: string, complaints: readonly ErrorObject[], variables: Variables): string {
  const host = replacePlaceholders(
    text,
    (name) => variableValue(variables, name) ?? `${hostLabel(name)}.placeholder.invalid`,
  );
  const label = replacePlaceholders(text, (name) => variableValue(variables, name) ?? `placeholder-${hostLabel(name)}`);
  const allowed = complaints.flatMap(({ params }) => (params.allowedValues as unknown[]) ?? params.allowedValue ?? []);
  const candidates = [
    host,
    `https://${hostLabel(text)}.placeholder.invalid`,
    label,
    label.toUpperCase().replaceAll('-', '_'),
    STAND_IN_DATE,
  ];
  return (
    [...candidates, ...allowed.map(String)].find((candidate) =>
      complaints.every((error) => satisfies(candidate, error)),
    ) ?? host
  );
}

function satisfies(candidate: string, { keyword, params, schema }: ErrorObject): boolean {
  if (keyword === 'pattern') return new RegExp(params.pattern as string, 'u').test(candidate);
  if (keyword === 'format') return URL.canParse(candidate);
  if (keyword === 'maxLength') return candidate.length <= (params.limit as number);
  if (keyword === 'enum') return (params.allowedValues as unknown[]).includes(candidate);
  return keyword === 'const' ? schema === candidate : true;
}

/** A variable's name as a label of a host name (RFC 1123 section 2.1). */
function hostLabel(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'variable'
  );
}

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
interface Repaired {
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
