import type { JsonObject } from '../encoding/json.js';
import { claimsSchema } from '../generated/claims-schema.js';
import { findProblems } from '../schema/find-problems.js';
import type { SchemaProblem } from '../schema/schema-types.js';
import { refuse, type Refusal } from './refusals.js';
import type { Intent, PushClaims } from './push-messages.js';

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
  const problems = findProblems(claimsSchema, value);
  if (problems.length > 0) return malformed(`its claims break the rules: ${describe(problems)}`);
  const claims = value as unknown as PushClaims;
  const lacking = NEEDED[claims.op].filter((name) => !Object.hasOwn(claims, name));
  if (lacking.length > 0) return malformed(`the intent "${claims.op}" needs the claim ${lacking.join(', ')}`);
  return { ok: true, value: claims };
}

/** Every member that breaks the schema; names come from outside, so they are cut. */
function describe(problems: SchemaProblem[]): string {
  return problems
    .map(({ pointer, message }) => `${pointer === '' ? 'the set' : pointer.slice(0, 64)} ${message}`)
    .join(', ');
}

function malformed(reason: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: refuse('malformed_statement', { reason }) };
}
