import type { ProxyFetch } from '../push/client/proxy-fetch.js';

/** A stream to write to, such as `process.stdout`. */
export interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
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
  /** Opens the network when it is first needed. */
  openNetwork: () => Promise<ProxyFetch>;
  /** Calls back on SIGINT and SIGTERM; returns how to stop listening. */
  onStop(handler: () => void): () => void;
}
