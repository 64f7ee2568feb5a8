/** How much a line of the log matters. */
export type LogLevel = 'info' | 'warning' | 'error';

/** The level as the line names it; Cloudflare's logs say `warn` too. */
const WRITTEN_LEVELS: Readonly<Record<LogLevel, string>> = { info: 'info', warning: 'warn', error: 'error' };

/**
 * Writes one line of JSON to the Worker's log: `level`, `event`, then the facts in their order. Errors go to the error
 * stream.
 * @param facts names and counts, never arguments, answers or credentials
 */
export function log(level: LogLevel, event: string, facts: Readonly<Record<string, unknown>>): void {
  const line = JSON.stringify({ level: WRITTEN_LEVELS[level], event, ...facts });
  if (level === 'error') console.error(line);
  else console.log(line);
}
