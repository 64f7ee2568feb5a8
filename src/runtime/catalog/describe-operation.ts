import { needsApproval } from '../../contract/bundle/approval.js';
import type { OperationDocument } from '../../contract/bundle/bundle-index.js';
import type { JsonObject } from '../../contract/encoding/json.js';
import type { Snapshot } from '../snapshot.js';
import { byteLength, type Budget } from './budget.js';
import { loadOperation, type CatalogOperation } from './open-catalog.js';
import { selfContained } from './schema-closure.js';
import { signatureOf } from './signature.js';

/** An operation as `codecall_describe` shows it. */
export interface DescribedTool {
  /** `<binding>.<operation name>`: what `codecall_invoke` takes. */
  name: string;
  /** Id of the spec. */
  appId: string;
  operationId: string;
  method: string;
  path: string;
  description: string;
  deprecated?: true;
  /** Set when a person has to agree to each call. */
  approvalRequired?: true;
  /** TypeScript. */
  signature: string;
  /** JSON Schema 2020-12; `null` when it was left out for its size. */
  inputSchema: JsonObject | null;
  /** JSON Schema of a successful answer; `null` when none is documented, or it was left out. */
  outputSchema: JsonObject | null;
  annotations: { readOnlyHint: boolean; destructiveHint: boolean };
  /** Skills that mention it. */
  skills: string[];
}

/** Describes an operation; schemas only as far as there is room. */
export async function describeOperation(
  snapshot: Snapshot,
  operation: CatalogOperation,
  budget: Budget,
): Promise<DescribedTool> {
  const { document, defs } = await loadOperation(snapshot, operation);
  const { key, entry, skills } = operation;
  const { signature, input, output } = writeOperation(key, document, defs);
  const how = `Call codecall_describe with toolNames: [${JSON.stringify(key)}] alone.`;
  const hasRoom = budget.take(signature + document.description, `${key} signature and description`, how);
  return {
    name: key,
    appId: entry.spec,
    operationId: entry.id,
    method: entry.method,
    path: entry.path,
    description: hasRoom && document.description !== '' ? document.description : entry.summary,
    ...(entry.deprecated && { deprecated: true }),
    ...(needsApproval(snapshot.index.manifest.hot.execution, key) && { approvalRequired: true }),
    signature: hasRoom ? signature : `${key}(…)`,
    inputSchema: schemaWithin(input, budget, `${key} inputSchema`, how),
    outputSchema: output && schemaWithin(output, budget, `${key} outputSchema`, how),
    annotations: { readOnlyHint: entry.readOnly, destructiveHint: !entry.readOnly },
    skills,
  };
}

/** What is shown of an operation, whatever room there is. */
interface WrittenOperation {
  key: string;
  defs: JsonObject;
  signature: string;
  input: MeasuredSchema;
  output: MeasuredSchema | null;
}

interface MeasuredSchema {
  schema: JsonObject;
  bytes: number;
}

const written = new WeakMap<OperationDocument, WrittenOperation>();

/** Written once for as long as the document is at hand; again under another name, or when the shared schemas have changed. */
function writeOperation(key: string, document: OperationDocument, defs: JsonObject): WrittenOperation {
  const known = written.get(document);
  if (known?.key === key && known.defs === defs) return known;
  const { input, output } = document;
  const signature = signatureOf(key, input, output, defs);
  const operation = {
    key,
    defs,
    signature,
    input: measure(input, defs),
    output: output ? measure(output, defs) : null,
  };
  written.set(document, operation);
  return operation;
}

function measure(own: JsonObject, defs: JsonObject): MeasuredSchema {
  const schema = selfContained(own, defs);
  return { schema, bytes: byteLength(JSON.stringify(schema)) };
}

function schemaWithin({ schema, bytes }: MeasuredSchema, budget: Budget, what: string, how: string): JsonObject | null {
  return budget.takeBytes(bytes, what, how) ? schema : null;
}
