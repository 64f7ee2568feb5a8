import type { FileContent, NodeKind, OpenTree, TreeNode, TreeSource } from './file-tree.js';
import { createBlobReader, type ReadBlob } from './git-blobs.js';
import { runGit, type CommandResult, type RunCommand } from './run-git.js';
import { treeOver } from './tree-over.js';
import { joinPath, parentOf } from './tree-paths.js';

/** Why a ref cannot be opened. */
type GitTreeFault = 'git-missing' | 'not-a-repository' | 'bad-ref' | 'unknown-ref' | 'git-failed';

/** The outcome of {@link openGitTree}; `reason` is a sentence, `hint` the next step. */
type GitTreeOutcome = ({ ok: true } & OpenTree) | { ok: false; fault: GitTreeFault; reason: string; hint: string };

/** The target of a link is a path; a larger one is none. */
const MAX_LINK_BYTES = 4096;

/**
 * The files of a commit, under the same rules as a working tree: links inside the tree only, .gitignore files
 * apply (to files that were added in spite of them, too), and content is raw, whatever .gitattributes says.
 * Submodules are not entered. `ref` is anything that git reads as a commit. Runs git; never throws.
 */
export async function openGitTree(directory: string, ref: string, run: RunCommand = runGit): Promise<GitTreeOutcome> {
  if (!isPlainRef(ref)) return fail('bad-ref', `"${ref}" is no git ref.`, 'Name a branch, a tag or a commit.');
  const git = (...args: string[]) => run('git', ['-C', directory, ...args]);
  const place = await git('rev-parse', '--show-prefix');
  if (place.code !== 0) return noRepository(directory, place);
  const commit = await git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  if (commit.code !== 0) return unknownRef(ref);
  const listed = await git('ls-tree', '-r', '-z', '-l', '--full-tree', textOf(commit));
  if (listed.code !== 0) return fail('git-failed', `git could not list "${ref}": ${lastLine(listed)}`, FETCH_HINT);
  const source = commitSource(ref, parseListing(listed.stdout), createBlobReader(directory, run));
  return { ok: true, tree: treeOver(source), prefix: textOf(place).replace(/\/$/, '').normalize('NFC') };
}

const FETCH_HINT =
  'Fetch it first: in a workflow, actions/checkout with "fetch-depth: 0"; elsewhere, git fetch origin.';

/** A ref must not read as an option; control characters and spaces stand in no ref. */
function isPlainRef(ref: string): boolean {
  return ref !== '' && ref.length <= 1024 && !ref.startsWith('-') && ![...ref].some((c) => c <= ' ' || c === '\u007f');
}

function noRepository(directory: string, result: CommandResult): GitTreeOutcome {
  if (result.code === undefined) {
    return fail(
      'git-missing',
      `git could not be started: ${lastLine(result)}`,
      'Install git, or compare with a bundle file.',
    );
  }
  if (result.stderr.includes('dubious ownership')) {
    const hint = `Run: git config --global --add safe.directory ${JSON.stringify(directory)}`;
    return fail('not-a-repository', 'git refuses this folder because it belongs to another user.', hint);
  }
  return fail(
    'not-a-repository',
    `"${directory}" is in no git repository.`,
    'Run this in a clone, or compare with a bundle file.',
  );
}

function unknownRef(ref: string): GitTreeOutcome {
  return fail('unknown-ref', `This clone has no commit "${ref}".`, FETCH_HINT);
}

function fail(fault: GitTreeFault, reason: string, hint: string): GitTreeOutcome {
  return { ok: false, fault, reason, hint };
}

function textOf(result: CommandResult): string {
  return new TextDecoder().decode(result.stdout).replace(/\n$/, '');
}

function lastLine(result: CommandResult): string {
  return result.stderr.trim().split('\n').at(-1) ?? '';
}

function commitSource(ref: string, listing: GitListing, readBlob: ReadBlob): TreeSource {
  const nodeAt = (path: string): GitNode | undefined =>
    listing.get(parentOf(path))?.get(path.slice(path.lastIndexOf('/') + 1));
  // Each link is a process; a walk may pass the same one many times.
  const targets = new Map<string, Promise<string | undefined>>();
  const targetOf = (oid: string) => {
    let target = targets.get(oid);
    if (!target) targets.set(oid, (target = readTarget(readBlob, oid)));
    return target;
  };
  return {
    label: ref,
    list: async (directory) => [...(listing.get(directory)?.values() ?? [])],
    node: async (directory, name) => listing.get(directory)?.get(name),
    async target(path) {
      const node = nodeAt(path);
      return node && targetOf(node.oid);
    },
    async bytes(path, maxBytes): Promise<FileContent> {
      const node = nodeAt(path);
      if (!node) return { ok: false, fault: 'absent' };
      if (node.size > maxBytes) return { ok: false, fault: 'too-large', detail: `${node.size} bytes` };
      const bytes = await readBlob(node.oid, node.size);
      return bytes
        ? { ok: true, bytes }
        : { ok: false, fault: 'unreadable', detail: 'the clone does not have its content' };
    },
  };
}

async function readTarget(readBlob: ReadBlob, oid: string): Promise<string | undefined> {
  const bytes = await readBlob(oid, MAX_LINK_BYTES);
  return bytes && bytes.length <= MAX_LINK_BYTES ? new TextDecoder().decode(bytes) : undefined;
}

/** An entry of a commit, with the object that holds it. */
interface GitNode extends TreeNode {
  oid: string;
}

/** Directory path ('' for the root) → name → entry. */
type GitListing = Map<string, Map<string, GitNode>>;

const KIND_BY_MODE = new Map<string, NodeKind>([
  ['100644', 'file'],
  ['100664', 'file'],
  ['100755', 'file'],
  ['120000', 'link'],
  ['160000', 'submodule'],
]);

/** Reads the output of `git ls-tree -r -z -l --full-tree`: `<mode> <type> <oid> <size>` TAB path NUL. */
function parseListing(output: Uint8Array): GitListing {
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
