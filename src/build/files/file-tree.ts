/** A file that a walk found. */
export interface FileEntry {
  /** Path relative to the root, with `/`, in Unicode NFC. */
  path: string;
  size: number;
}

/** Why a path cannot be read. */
export type FileFault = 'absent' | 'directory' | 'outside' | 'too-large' | 'unreadable';

/** The outcome of a read. */
export type FileContent =
  { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; fault: FileFault; detail?: string };

/**
 * What a walk can meet. `link-loop`: a link that leads back to a folder it stands in; `ignored`: the folder
 * to walk is itself excluded by .gitignore; `submodule`: only its commit is known here, not its files;
 * `too-many` and `too-deep`: the walk stopped there.
 */
export type WalkFault =
  | 'link-outside'
  | 'link-broken'
  | 'link-loop'
  | 'case-collision'
  | 'reserved-name'
  | 'unreadable'
  | 'ignored'
  | 'submodule'
  | 'too-many'
  | 'too-deep';

/** Something a walk met and did not follow, or that cannot exist on every system. */
export interface WalkProblem {
  path: string;
  problem: WalkFault;
  /** The other name of a collision, or where the link goes. */
  detail?: string;
}

/** The outcome of a walk. */
export interface Walk {
  files: FileEntry[];
  problems: WalkProblem[];
}

/**
 * Where the build reads files: the working tree, or a git ref. All paths are relative to the root
 * (the repository, or the folder given when there is none) and never leave it, links included.
 */
export interface FileTree {
  /** For people: `working tree` or the ref. */
  readonly label: string;
  /** Reads one file; never throws for a bad path. */
  read(path: string, limit: { maxBytes: number }): Promise<FileContent>;
  /** What stands at a path. */
  kind(path: string): Promise<'file' | 'directory' | 'absent' | 'outside'>;
  /**
   * Every file below a directory, sorted by path in UTF-16 code units. In a git work tree, files that
   * the repository's own .gitignore files exclude are left out.
   */
  walk(directory: string): Promise<Walk>;
}

/** An open file tree, and where in it one stands. */
export interface OpenTree {
  tree: FileTree;
  /** The directory that was opened, relative to the root of the tree, without slashes at the ends; '' for the root. */
  prefix: string;
}

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
  /** The bytes of a regular file, unless it is larger than `maxBytes`. */
  bytes(path: string, maxBytes: number): Promise<FileContent>;
}
