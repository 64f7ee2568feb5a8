import type { JsonObject } from '../encoding/json.js';
import { validateClaimsSchema } from '../generated/validate-claims.js';
import { refuse, type Refusal } from './refusals.js';
import type { Intent, PushClaims } from './types.js';

/** Claims that an intent cannot do without, besides those that every statement has. */
const NEEDED: { readonly [I in Intent]: readonly (keyof PushClaims)[] } = {
  apply: ['sha256', 'size', 'struct', 'expect'],
  plan: ['sha256', 'size', 'struct', 'expect'],
  embed: ['sha256', 'size', 'struct'],
  blob: ['sha256', 'size'],
  rollback: ['sha256', 'expect'],
  status: [],
};

/** The one version of the claims. */
const VERSION = 1;

/** Narrows parsed JSON to the claims of a push statement: version, closed set, and what the intent needs. */
export function readClaims(value: JsonObject): { ok: true; value: PushClaims } | { ok: false; refusal: Refusal } {
  if (typeof value.v === 'number' && value.v !== VERSION) {
    return { ok: false, refusal: refuse('unsupported_version', { version: value.v, supported: [VERSION] }) };
  }
  if (!validateClaimsSchema(value)) return malformed(`its claims break the rules at ${schemaFaults()}`);
  const claims = value as unknown as PushClaims;
  const lacking = NEEDED[claims.op].filter((name) => !Object.hasOwn(claims, name));
  if (lacking.length > 0) return malformed(`the intent "${claims.op}" needs the claim ${lacking.join(', ')}`);
  return { ok: true, value: claims };
}

/** Every member that breaks the schema, once. */
function schemaFaults(): string {
  const faults = (validateClaimsSchema.errors ?? []).map(({ instancePath, keyword, params }) => {
    if (keyword === 'required') return `/${String(params.missingProperty)} (missing)`;
    if (keyword === 'additionalProperties') return `${instancePath}/${String(params.additionalProperty).slice(0, 64)} (unknown)`;
    return instancePath === '' ? 'the top level' : instancePath;
  });
  return [...new Set(faults)].join(', ');
}

function malformed(reason: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: refuse('malformed_statement', { reason }) };
}
