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
