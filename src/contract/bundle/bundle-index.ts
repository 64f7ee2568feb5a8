import type { JsonObject } from '../encoding/json.js';
import type { RequestTemplate } from '../request/request-template.js';

export type {
  ArtifactRef,
  BundleIndex,
  Effect,
  HotManifest,
  OperationEntry,
  SecurityScheme,
  Service,
  SkillEntry,
  StructuralManifest,
} from '../generated/bundle.js';

/** The environment name of a manifest without an overlay. */
export const BASE_ENVIRONMENT = 'base';

/** Media types of the artifacts that the build makes itself. */
export const MEDIA_TYPES = {
  operation: 'application/vnd.frontmcp.operation.v1+json',
  schemas: 'application/vnd.frontmcp.schemas.v1+json',
  search: 'application/vnd.frontmcp.search.v1+json',
} as const;

/**
 * The artifact of one operation. Schemas are JSON Schema 2020-12; `#/$defs/<name>` points into the
 * `$defs` of the service's schemas artifact.
 */
export interface OperationDocument {
  v: 1;
  description: string;
  request: RequestTemplate;
  /** Always an object schema: its properties are the arguments. */
  input: JsonObject;
  /** Schema of a successful JSON answer; absent when the API documents none. */
  output?: JsonObject;
}

/** The artifact of a service's shared schemas. */
export interface SchemasDocument {
  v: 1;
  $defs: JsonObject;
}

/** What `frontmcp.deploy.bundle.js` exports: the copy a Worker is deployed with. */
export interface CompiledBundle {
  v: 1;
  /** Push statement with the intent `embed`, or `null` when it was emitted without a signing key. */
  statement: string | null;
  /** The exact index bytes, as a string. */
  bundle: string;
  /** Digest → text. */
  artifacts: Record<string, string>;
}
