import type { OperationEntry } from '../../../contract/bundle/bundle-index.js';
import type { ClassificationBasis } from '../../stage-values.js';
import type { Resolver } from '../document/resolve-reference.js';
import type { SpecNode } from '../document/spec-node.js';
import type { ListedOperation } from '../names/list-operations.js';

/** How an operation appears in MCP, what a successful call changes, and on what that rests. */
export type Classification = Pick<OperationEntry, 'expose' | 'readOnly' | 'uriTemplate' | 'effects'> & {
  basis: ClassificationBasis;
  /** Parts of `x-frontmcp` that could not be taken over. */
  extensionFaults?: Extension['faults'];
};

/** What the classifier knows of a document. */
export interface Classifier {
  spec: string;
  resources: ResourceIndex;
  resolver: Resolver;
}

/** What `x-frontmcp` of an operation states, as far as it can be taken. */
export interface Extension {
  expose?: 'tool' | 'resource' | 'both';
  /** POST only: every other method says itself whether it reads. */
  readOnly?: boolean;
  /** The GETs of the resources that a call changes; empty for none. */
  changes?: ListedOperation[];
  faults: { at: SpecNode; reason: string }[];
}

/** The GETs of a document, found by the shape of their path. */
export type ResourceIndex = ReadonlyMap<string, ListedOperation>;
