import type { OperationEntry } from '../../../contract/bundle/types.js';
import type { ClassificationBasis } from '../../stage-values.js';
import type { Resolver } from '../document/resolver.js';
import type { Extension } from './extension.js';
import type { ResourceIndex } from './resources.js';

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
