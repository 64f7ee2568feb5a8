import { joinPath } from './tree-source.js';
import type { NodeKind, TreeNode } from './tree-source.js';

/** An entry of a commit, with the object that holds it. */
export interface GitNode extends TreeNode {
  oid: string;
}

/** Directory path ('' for the root) → name → entry. */
export type GitListing = Map<string, Map<string, GitNode>>;

const KIND_BY_MODE = new Map<string, NodeKind>([
  ['100644', 'file'],
  ['100664', 'file'],
  ['100755', 'file'],
  ['120000', 'link'],
  ['160000', 'submodule'],
]);

/** Reads the output of `git ls-tree -r -z -l --full-tree`: `<mode> <type> <oid> <size>` TAB path NUL. */
export function parseListing(output: Uint8Array): GitListing {
  const listing: GitListing = new Map([['', new Map()]]);
  for (const record of new TextDecoder().decode(output).split('\0')) {
    const tab = record.indexOf('\t');
    if (tab === -1) continue;
    const [mode = '', , oid = '', size = ''] = record.slice(0, tab).split(/ +/);
    const path = record.slice(tab + 1);
    const kind = KIND_BY_MODE.get(mode) ?? 'other';
    const name = path.slice(path.lastIndexOf('/') + 1);
    directoryOf(listing, path).set(name, { name, kind, size: kind === 'file' ? Number(size) : 0, oid });
  }
  return listing;
}

/** The directory of a path; git lists files only, so directories appear with their first file. */
function directoryOf(listing: GitListing, path: string): Map<string, GitNode> {
  let at = '';
  for (const name of path.split('/').slice(0, -1)) {
    const parent = listing.get(at) as Map<string, GitNode>;
    parent.set(name, { name, kind: 'directory', size: 0, oid: '' });
    at = joinPath(at, name);
    if (!listing.has(at)) listing.set(at, new Map());
  }
  return listing.get(at) as Map<string, GitNode>;
}
