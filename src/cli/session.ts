import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BuildResult } from '../build/build.js';
import { findRoot } from '../build/files/working-tree.js';
import type { Failure, Ports, ProjectOptions } from '../commands/ports.js';
import { lazyNetwork } from '../push/client/lazy-network.js';
import { createPathView, diagnosticsText } from '../report/diagnostics.js';
import { failureText } from '../report/failure.js';
import { jsonDocument } from '../report/json-document.js';
import { plainLines, type Style } from '../report/plain-text.js';
import type { ParsedOptions } from './command-options.js';
import type { Io } from './io.js';
import { styleFor, createProgress } from './terminal.js';

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
  /** Writes what a build found to stderr; nothing when it found nothing, or when the document has it. */
  showFindings(build: BuildResult | undefined): void;
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
  const path = createPathView(root, (await findRoot(io.cwd)).directory);
  const errorStyle = styleFor(io.stderr, io.variables);
  const stop = new AbortController();
  const stopListening = io.onStop(() => stop.abort());
  const network = lazyNetwork(io.openNetwork);
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
    path,
    print,
    tell,
    document: (ok, fields) => void (json && print(jsonDocument(command, ok, fields))),
    showFindings: (build) => {
      if (json || !build || build.diagnostics.length === 0) return;
      tell(`${diagnosticsText(build.diagnostics, { style: errorStyle, path })}\n`);
    },
    fail: (failure) => void (!json && tell(failureText(failure, errorStyle))),
    async close() {
      progress.clear();
      stopListening();
      await network.close();
    },
  };
}
