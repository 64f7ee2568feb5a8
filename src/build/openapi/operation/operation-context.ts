import type { BodyTemplate } from '../../../contract/request/request-template.js';
import type { DiagnosticArguments, DiagnosticCode, DiagnosticSink } from '../../diagnostics/diagnostic.js';
import { locate } from '../document/locate.js';
import type { SpecDocument } from '../document/read-spec.js';
import type { Followed } from '../document/resolve-reference.js';
import type { SpecNode } from '../document/spec-node.js';
import type { NamedOperation } from '../names/name-operations.js';
import type { SchemaPool } from '../schema/schema-pool.js';
import type { Field, Parameter } from './request-parts.js';

/** What is needed to resolve one operation. */
export interface OperationContext {
  document: SpecDocument;
  operation: NamedOperation;
  pool: SchemaPool;
  shared: SharedParts;
  sink: DiagnosticSink;
}

/** Codes that are about one operation: their arguments name it. */
type OperationCode = {
  [C in DiagnosticCode]: DiagnosticArguments<C> extends { operation: string } ? C : never;
}[DiagnosticCode];

/** `acme.getOrder`: the operation as agents write it. */
export function operationKey({ document, operation }: OperationContext): string {
  return `${document.source.binding}.${operation.name}`;
}

/** Reports a finding about the operation, where a node of its description stands. */
export function reportAt<C extends OperationCode>(
  context: OperationContext,
  code: C,
  args: Omit<DiagnosticArguments<C>, 'operation'>,
  node: SpecNode = context.operation.node,
): undefined {
  const complete = { ...args, operation: operationKey(context) } as unknown as DiagnosticArguments<C>;
  context.sink.report(code, complete, locate(node));
  return undefined;
}

/** The value behind a node; a reference that leads nowhere is reported and gives `undefined`. */
export function followOrReport(context: OperationContext, node: SpecNode): SpecNode | undefined {
  const followed = context.document.resolver.follow(node);
  return followed.ok ? followed.node : reportBroken(context, followed);
}

function reportBroken(
  context: OperationContext,
  { reference, fault, at }: Extract<Followed, { ok: false }>,
): undefined {
  return reportAt(context, 'openapi-reference', { reference, fault }, at);
}

/**
 * What operations of one document share, read once: the parameters of a path, and what stands behind a reference. Keyed by the
 * value in the document, which is one object wherever it is met. Nothing of it may be changed by who gets it.
 */
interface SharedParts {
  parameters: Map<unknown, Parameter>;
  /** By kind of body; `undefined` for what is no plain object. */
  fields: Record<BodyTemplate['kind'], Map<unknown, Field[] | undefined>>;
}

/** Makes an empty memory. */
export function createSharedParts(): SharedParts {
  const fields = { json: new Map(), form: new Map(), multipart: new Map(), text: new Map(), binary: new Map() };
  return { parameters: new Map(), fields };
}
