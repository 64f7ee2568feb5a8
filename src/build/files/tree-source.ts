import type { FileContent } from './file-tree.js';

/** What a name stands for; `submodule` is another repository of which only the commit is known. */
export type NodeKind = 'file' | 'directory' | 'link' | 'submodule' | 'other';

/** One entry of a directory, as it is stored: links are not followed, the name is not normalised. */
export interface TreeNode {
  name: string;
  kind: NodeKind;
  /** Bytes; 0 for what is no file. */
  size: number;
}

/**
 * The raw side of a file tree: what a place (a directory on disk, a git commit) must be able to tell.
 * Paths are relative to the root, spelled as they are stored, and contain no link and no `..`; the root is ''.
 */
export interface TreeSource {
  readonly label: string;
  /** The entries of a directory, in any order; undefined when it cannot be listed. */
  list(directory: string): Promise<TreeNode[] | undefined>;
  /** One entry of a directory, by its exact name. */
  node(directory: string, name: string): Promise<TreeNode | undefined>;
  /** Where a link points, as written, with `/`; undefined when it cannot be read. */
  target(path: string): Promise<string | undefined>;
  /** The bytes of a regular file. */
  bytes(path: string, maxBytes: number): Promise<FileContent>;
}

/** Joins a directory (root: '') and a name. */
export function joinPath(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}
