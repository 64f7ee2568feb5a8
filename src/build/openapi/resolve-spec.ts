import type { JsonObject } from '../../contract/encoding/json.js';
import type { DiagnosticSink } from '../diagnostics/diagnostic.js';
import type { FileTree } from '../files/file-tree.js';
import type { Operation, OperationSet } from '../stage-values.js';
import type { Classification } from './classify/classification.js';
import { classify } from './classify/classify.js';
import type { RuleBook } from './classify/overrides.js';
import { indexResources } from './classify/resources.js';
import { locate } from './document/locate.js';
import { loadReachable, type SpecDocument } from './document/read-spec.js';
import { child, firstLine, textOf, type SpecNode } from './document/spec-node.js';
import type { NamedOperation } from './names/name-operations.js';
import { createSharedParts, operationKey, reportAt, type OperationContext } from './operation/operation-context.js';
import { resolveOperation, type OperationFrame } from './operation/resolve-operation.js';
import { createSchemaPool, type SchemaPool } from './schema/schema-pool.js';
import { createSecurityResolver } from './service/resolve-security.js';
import { createServerResolver } from './service/resolve-server.js';

/** One API, as far as skills mention it. */
interface ResolvedSpec {
  service: OperationSet['services'][string];
  /** Shared schemas. */
  $defs: JsonObject;
  operations: Map<NamedOperation, Operation>;
}

/** What the operations of one document are resolved with. */
interface SpecContext {
  document: SpecDocument;
  rules: RuleBook;
  sink: DiagnosticSink;
}

/** Resolves the wanted operations of a document; the result does not depend on the order of `wanted`. */
export async function resolveSpec(
  files: FileTree,
  context: SpecContext,
  all: readonly NamedOperation[],
  wanted: readonly NamedOperation[],
): Promise<ResolvedSpec> {
  const { document, sink } = context;
  const ordered = [...wanted].sort((a, b) => (a.name < b.name ? -1 : 1));
  await loadReachable(files, document.loaded, ordered.flatMap(reachableFrom));
  const { frames, service } = frameOperations(context, all, ordered);
  const pool = createSchemaPool(document, ({ reference, fault, at }) =>
    sink.report('openapi-schema-reference', { spec: document.source.id, reference, fault }, locate(at)),
  );
  const operations = resolveFramed(context, pool, frames);
  return { service, operations, $defs: pool.finish() };
}

/** The nodes whose references an operation may need. */
function reachableFrom({ pathItem, node }: NamedOperation): SpecNode[] {
  const shared = child(pathItem, 'parameters');
  return shared ? [node, shared] : [node];
}

interface Framed {
  operation: NamedOperation;
  frame: OperationFrame;
}

/** Decides server, security and classification of each operation, and what the service says of itself. */
function frameOperations(
  { document, rules, sink }: SpecContext,
  all: readonly NamedOperation[],
  wanted: readonly NamedOperation[],
): { frames: Framed[]; service: ResolvedSpec['service'] } {
  const servers = createServerResolver(document, sink);
  const security = createSecurityResolver(document, sink);
  const classifier = { spec: document.source.id, resources: indexResources(all), resolver: document.resolver };
  const found = wanted.map((operation) => ({
    operation,
    server: servers.resolve(operation),
    security: security.resolve(operation),
    classification: classify(operation, rules.ruleFor(operation), classifier),
  }));
  const { securitySchemes, auth } = security.finish();
  const origins = [...new Set(found.flatMap(({ server }) => (server ? [server.origin] : [])))].sort();
  const frames = found.map(({ operation, server, ...rest }) => ({
    operation,
    frame: { ...rest, server: server?.url, schemes: securitySchemes },
  }));
  return { frames, service: { ...identityOf(document), origins, securitySchemes, auth } };
}

function identityOf({ root, source }: SpecDocument): Pick<ResolvedSpec['service'], 'binding' | 'title' | 'version'> {
  const info = child(root, 'info');
  const [title, version] = [info && textOf(info, 'title'), info && textOf(info, 'version')];
  return {
    binding: source.binding,
    ...(title ? { title: firstLine(title, 512) } : {}),
    ...(version ? { version: firstLine(version, 128) } : {}),
  };
}

function resolveFramed(
  { document, rules, sink }: SpecContext,
  pool: SchemaPool,
  frames: readonly Framed[],
): Map<NamedOperation, Operation> {
  const operations = new Map<NamedOperation, Operation>();
  const shared = createSharedParts();
  for (const { operation, frame } of frames) {
    const context: OperationContext = { document, operation, pool, shared, sink };
    reportDoubts(context, frame.classification, rules);
    const resolved = resolveOperation(context, frame);
    if (resolved) operations.set(operation, resolved);
  }
  return operations;
}

/** Tells what a person should look at: once where it stands in the document, or where the rule stands. */
function reportDoubts(
  context: OperationContext,
  { basis, extensionFaults = [] }: Classification,
  rules: RuleBook,
): void {
  if (basis.doubts.includes('writes-by-name')) reportAt(context, 'openapi-writing-get', {});
  for (const { at, reason } of extensionFaults) reportAt(context, 'openapi-extension', { reason }, at);
  if (!basis.doubts.includes('rule-impossible')) return;
  const rule = rules.ruleFor(context.operation);
  if (!rule) return reportAt(context, 'openapi-extension', { reason: 'no URI can name it as a resource' });
  const args = { match: rule.match, operation: operationKey(context) };
  context.sink.report('openapi-rule-impossible', args, rule.location);
}
