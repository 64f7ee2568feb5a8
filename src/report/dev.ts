import type { DevEvent } from '../commands/dev-session.js';
import { RESYNC_PATH } from '../contract/push/routes.js';
import { durationText } from './counts.js';
import { diagnosticsText, type DiagnosticsTextOptions } from './diagnostics.js';
import { failureText } from './failure.js';
import { plainText, PLAIN, type Style } from './plain-text.js';
import { planHeadline } from './plan.js';

/** What happens while a local Worker runs, for a terminal; ends with a line break. */
export function devEventText(event: DevEvent, options: DiagnosticsTextOptions = {}): string {
  const { style = PLAIN } = options;
  switch (event.kind) {
    case 'pushed':
      return pushedText(event, options);
    case 'invalid':
      return `${diagnosticsText(event.diagnostics, options)}Still serving what was pushed before.\n`;
    case 'failed':
      return `${failureText(event.failure, style)}Still serving what was pushed before.\n`;
    case 'restarted':
      if (event.pointers.length === 0) return `${style.yellow('restarted')} with what .dev.vars says now\n`;
      return `${style.yellow('restarted')} a push cannot change ${event.pointers.map(plainText).join(', ')}; in production this needs a redeploy\n`;
    case 'log':
      return workerLogText(event.line, style);
  }
}

/** A line of the Worker's log: requests in short, pushes not at all, as they are told by their outcome. */
function workerLogText(line: string, style: Style): string {
  const entry = parseEntry(line);
  if (entry?.['event'] === 'push' || entry?.['path'] === RESYNC_PATH) return '';
  if (entry?.['event'] === 'script_run') return scriptRunText(entry, style);
  if (entry?.['event'] !== 'request') return `${style.dim(plainText(line))}\n`;
  const { method, path, status, durationMs } = entry;
  return `${style.dim(plainText(`${String(method)} ${String(path)} ${String(status)} in ${String(durationMs)} ms`))}\n`;
}

function scriptRunText({ outcome, calls, durationMs }: Record<string, unknown>, style: Style): string {
  return `${style.dim(plainText(`script ${String(outcome)}, ${String(calls)} calls in ${String(durationMs)} ms`))}\n`;
}

function parseEntry(line: string): Record<string, unknown> | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function pushedText(event: Extract<DevEvent, { kind: 'pushed' }>, { style = PLAIN }: DiagnosticsTextOptions): string {
  const { result, generation, sha256, diff, milliseconds } = event;
  const what = result === 'applied' && diff ? `: ${planHeadline({ base: { kind: 'none', reason: '' }, diff })}` : '';
  return `${style.green(result)} generation ${generation}, ${sha256.slice(0, 12)}, in ${durationText(milliseconds)}${what}\n`;
}
