import type { fetch } from 'undici';

/** A stream to write to, such as `process.stdout`. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** The network, opened when it is first needed. */
export interface Network {
  fetch: typeof fetch;
  /** Lets go of open connections, so that the process can end. */
  close(): Promise<void>;
}

/** The outside world of the command line, as the entry hands it over. */
export interface Io {
  stdout: Output;
  stderr: Output;
  /** Environment variables of the process. */
  variables: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the working directory. */
  cwd: string;
  /** Absolute path of dist/, where the compiled runtime lies. */
  distDirectory: string;
  openNetwork(): Promise<Network>;
  /** Calls back on SIGINT and SIGTERM; returns how to stop listening. */
  onStop(handler: () => void): () => void;
}
