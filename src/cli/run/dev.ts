import { resolve } from 'node:path';
import type { DevEvent } from '../../commands/dev-session.js';
import { startDev } from '../../commands/dev.js';
import { isLoopback } from '../../contract/loopback.js';
import { buildJson } from '../../report/build.js';
import { devEventText } from '../../report/dev.js';
import { failureJson } from '../../report/failure.js';
import { EXIT } from '../exit-codes.js';
import { UsageError } from '../misuse.js';
import type { Session } from '../session.js';

/** `frontmcp deploy dev`: serves until SIGINT or SIGTERM. */
export async function run(session: Session): Promise<number> {
  const started = await startDev(devOptions(session), {
    ...session.ports,
    onEvent: (event) => showEvent(session, event),
  });
  if (!started.ok) {
    session.showFindings(started.build);
    if (started.failure) session.fail(started.failure);
    session.document(false, {
      ...buildJson(started.build, session.path),
      mcpUrl: undefined,
      failure: failureJson(started.failure),
    });
    return EXIT.failed;
  }
  try {
    if (session.json) session.document(true, { mcpUrl: started.mcpUrl, failure: null });
    else session.print(`ready ${started.mcpUrl}\n`);
    await untilAborted(session.signal);
  } finally {
    await started.close();
  }
  return EXIT.done;
}

function devOptions(session: Session): Parameters<typeof startDev>[0] {
  const host = session.option('host') ?? '127.0.0.1';
  const auth = !session.flag('no-auth');
  const isOwn = isLoopback(host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
  if (!isOwn && !ANY_ADDRESS.includes(host))
    throw new UsageError(
      `--host is "${host}"; it can be an address of this machine's own (127.0.0.1, ::1), or 0.0.0.0 inside a container.`,
    );
  if (!auth && !isOwn)
    throw new UsageError(`--no-auth serves without sign-in, so it works on loopback only, not on "${host}".`);
  const state = session.option('state');
  return {
    ...session.project,
    host,
    port: portOf(session.option('port') ?? '8787'),
    watch: !session.flag('no-watch'),
    auth,
    ...(state === undefined ? {} : { state: resolve(session.io.cwd, state) }),
    distDirectory: session.io.distDirectory,
  };
}

/** What listens on every address, as a container with a mapped port needs; requests still have to name localhost. */
const ANY_ADDRESS: readonly string[] = ['0.0.0.0', '::', '[::]'];

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65_535)) throw new UsageError(`--port is "${text}"; it must be a number from 0 to 65535.`);
  return port;
}

function showEvent(session: Session, event: DevEvent): void {
  session.tell(devEventText(event, { style: session.errorStyle, path: session.path }));
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolveWhenStopped) => {
    if (signal.aborted) resolveWhenStopped();
    else signal.addEventListener('abort', () => resolveWhenStopped(), { once: true });
  });
}
