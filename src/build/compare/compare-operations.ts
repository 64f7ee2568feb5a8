import type {
  BundleIndex,
  OperationDocument,
  OperationEntry,
  SchemasDocument,
} from '../../contract/bundle/bundle-index.js';
import { canonicalJson } from '../../contract/encoding/canonical-json.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/encoding/json.js';
import { compareSchemas } from './compare-schemas.js';
import type { SchemaChange } from './schema-change.js';

/** A bundle's index, and the text of its artifacts by digest; `undefined` for one that is not at hand. */
export interface BundleContent {
  index: BundleIndex;
  text: (sha256: string) => Promise<string | undefined>;
}

/** What a request says besides its arguments, and what the index says of an operation. */
export type OperationFact =
  | 'method'
  | 'path'
  | 'server'
  | 'security'
  | 'body'
  | 'parameters'
  | 'accept'
  | 'description'
  | 'summary'
  | 'tags'
  | 'deprecated'
  | 'expose'
  | 'readOnly'
  | 'uriTemplate'
  | 'effects';

/** In what an operation that both bundles have differs. */
export interface OperationChange {
  /** `<binding>.<name>`. */
  operation: string;
  facts: { fact: OperationFact; from?: string; to?: string }[];
  /** Its arguments. */
  input: SchemaChange[];
  /** Its answer. */
  output: SchemaChange[];
}

/** Facts whose values a reviewer wants to see. */
const SHOWN: ReadonlySet<OperationFact> = new Set(['method', 'path', 'server', 'expose', 'readOnly', 'uriTemplate']);
const OF_REQUEST = ['method', 'path', 'server', 'security', 'body', 'parameters', 'accept'] as const;
const OF_ENTRY = ['summary', 'tags', 'deprecated', 'expose', 'readOnly', 'uriTemplate', 'effects'] as const;

/**
 * Compares the operations that two bundles share, schemas included: a shared schema may change without the operation's own
 * artifact. Operations whose artifacts are not at hand on both sides are left out.
 */
export async function compareOperations(before: BundleContent, after: BundleContent): Promise<OperationChange[]> {
  const keys = Object.keys(after.index.operations)
    .filter((key) => Object.hasOwn(before.index.operations, key))
    .sort();
  const found = await Promise.all(keys.map((key) => compareOne(key, before, after)));
  return found.filter((change): change is OperationChange => change !== undefined && !isEmpty(change));
}

async function compareOne(
  key: string,
  before: BundleContent,
  after: BundleContent,
): Promise<OperationChange | undefined> {
  const [old, fresh] = await Promise.all([read(key, before), read(key, after)]);
  if (!old || !fresh || (old.identity === fresh.identity && old.entry.artifact.sha256 === fresh.entry.artifact.sha256))
    return undefined;
  const sides = (schema: 'input' | 'output') =>
    compareSchemas(
      { schema: (old.document[schema] ?? true) as JsonValue, $defs: old.$defs },
      { schema: (fresh.document[schema] ?? true) as JsonValue, $defs: fresh.$defs },
    );
  return { operation: key, facts: factsOf(old, fresh), input: sides('input'), output: sides('output') };
}

interface Read {
  entry: OperationEntry;
  document: OperationDocument;
  $defs: JsonObject;
  /** Equal identities mean equal operations. */
  identity: string;
}

async function read(key: string, { index, text }: BundleContent): Promise<Read | undefined> {
  const entry = index.operations[key];
  const service = entry && index.services[entry.spec];
  if (!entry) return undefined;
  const [own, shared] = await Promise.all([
    text(entry.artifact.sha256),
    service?.schemas && text(service.schemas.sha256),
  ]);
  if (own === undefined || (service?.schemas && shared === undefined)) return undefined;
  const document = parsed(own) as OperationDocument | undefined;
  const schemas = (shared === undefined ? { v: 1, $defs: {} } : parsed(shared)) as SchemasDocument | undefined;
  // A bundle file of somebody else may hold anything under a digest.
  if (!isJsonObject(document?.request) || !isJsonObject(document.input) || !isJsonObject(schemas?.$defs))
    return undefined;
  const identity = canonicalJson([entry, service?.schemas?.sha256 ?? null] as object);
  return { entry, document, $defs: schemas.$defs, identity };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function factsOf(old: Read, fresh: Read): OperationChange['facts'] {
  return [
    ...OF_REQUEST.flatMap((fact) =>
      factChange(fact, valueOf(old.document.request[fact]), valueOf(fresh.document.request[fact])),
    ),
    ...factChange('description', old.document.description, fresh.document.description),
    ...OF_ENTRY.flatMap((fact) => factChange(fact, valueOf(old.entry[fact]), valueOf(fresh.entry[fact]))),
  ];
}

function factChange(fact: OperationFact, from: string | undefined, to: string | undefined): OperationChange['facts'] {
  if (from === to) return [];
  if (!SHOWN.has(fact)) return [{ fact }];
  return [{ fact, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
}

function valueOf(value: unknown): string | undefined {
  return value === undefined || typeof value === 'string' ? value : canonicalJson([value] as object).slice(1, -1);
}

function isEmpty({ facts, input, output }: OperationChange): boolean {
  return facts.length + input.length + output.length === 0;
}
