import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findRoot } from '../build/files/working-tree.js';
import type { Failure, Ports, ProjectOptions } from '../commands/ports.js';
import { jsonDocument } from '../report/json-document.js';
import { failureText } from '../report/failure-text.js';
import { plainLines } from '../report/plain.js';
import type { Style } from '../report/style.js';
import { styleFor } from './colour.js';
import type { Io, Network } from './io.js';
import type { ParsedOptions } from './option-spec.js';
import { createPathView } from '../report/path-view.js';
import { createProgress } from './progress.js';

/** One run of one command: its options, the outside world, and how to print. */
export interface Session {
  readonly io: Io;
  readonly json: boolean;
  option(name: string): string | undefined;
  flag(name: string): boolean;
  readonly project: ProjectOptions;
  readonly ports: Ports;
  /** Fires on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** Emphasis for stdout and for stderr. */
  readonly style: Style;
  readonly errorStyle: Style;
  /** Absolute path of the root that the project's files are relative to. */
  readonly root: string;
  /** A file of the project as the user would name it from the working directory. */
  readonly path: (file: string) => string;
  /** Writes the result. */
  print(text: string): void;
  /** Writes what is not the result. */
  tell(text: string): void;
  /** With `--json`: writes the one document. */
  document(ok: boolean, fields: Record<string, unknown>): void;
  /** Says why it failed, unless the document will. */
  fail(failure: Failure): void;
  close(): Promise<void>;
}

/** Opens a session. Touches neither files of the project nor the network yet. */
export async function openSession(command: string, options: ParsedOptions, io: Io): Promise<Session> {
  const secrets = new Set<string>();
  const redact = (text: string) => [...secrets].reduce((safe, secret) => safe.replaceAll(secret, '***'), text);
  const progress = createProgress(io.stderr);
  const print = (text: string) => (progress.clear(), void io.stdout.write(redact(text)));
  const tell = (text: string) => (progress.clear(), void io.stderr.write(redact(text)));
  const json = options.get('json') === true || options.get('format') === 'json';
  const text = (name: string) => {
    const value = options.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const directory = resolve(io.cwd, text('working-directory') ?? '.');
  const { root } = await findRoot(directory);
  const errorStyle = styleFor(io.stderr, io.variables);
  const stop = new AbortController();
  const stopListening = io.onStop(() => stop.abort());
  const network = lazyNetwork(io);
  return {
    io,
    json,
    option: text,
    flag: (name) => options.get(name) === true,
    project: {
      directory,
      manifest: text('manifest') ?? 'frontmcp.deploy.yaml',
      environment: text('env'),
      strict: options.get('strict') === true,
    },
    ports: {
      reporter: {
        stage: (stage) => progress.show(stage),
        info: (line) => tell(`${plainLines(line)}\n`),
        mask: (secret) => void (secret !== '' && secrets.add(secret)),
      },
      variables: io.variables,
      now: () => Date.now(),
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      sleep: async (milliseconds, signal) => void (await wait(milliseconds, undefined, { signal })),
      fetch: network.fetch,
      signal: stop.signal,
    },
    signal: stop.signal,
    style: styleFor(io.stdout, io.variables),
    errorStyle,
    root,
    path: createPathView(root, (await findRoot(io.cwd)).directory),
    print,
    tell,
    document: (ok, fields) => void (json && print(jsonDocument(command, ok, fields))),
    fail: (failure) => void (!json && tell(failureText(failure, errorStyle))),
    async close() {
      progress.clear();
      stopListening();
      await network.close();
    },
  };
}

/** A network that is opened with the first request, so that commands without one load nothing for it. */
function lazyNetwork(io: Io): Network {
  let opened: Promise<Network> | undefined;
  return {
    fetch: async (...request) => (await (opened ??= io.openNetwork())).fetch(...request),
    // What could not be opened is told by the request that needed it.
    close: async () =>
      opened?.then(
        (network) => network.close(),
        () => undefined,
      ),
  };
}
