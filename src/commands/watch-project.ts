import { watch } from 'node:fs';
import { sep } from 'node:path';

/** How long files must be quiet before a save counts as finished, in milliseconds. */
const QUIET_MS = 80;
/** Folders whose changes are never the user's. */
const IGNORED = /(^|[\\/])(\.git|node_modules|\.wrangler|\.frontmcp)([\\/]|$)/;

/** What a watcher tells. */
export interface WatchEvents {
  /** After every burst of changes; one call at a time. What it throws goes to `onFault`. */
  onChange(): Promise<void>;
  /** A change could not be dealt with, or changes can no longer be watched. */
  onFault(error: unknown): void;
}

/** Watches everything below a directory but the folders `ignored` (relative to it). Returns how to stop. */
export function watchProject(directory: string, ignored: readonly string[], events: WatchEvents): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const run = async () => {
    again = running;
    if (running) return;
    running = true;
    do {
      again = false;
      await events.onChange().catch(events.onFault);
    } while (again);
    running = false;
  };
  const watcher = watch(directory, { recursive: true }, (_event, name) => {
    if (name !== null && (IGNORED.test(name) || ignored.some((folder) => name === folder || name.startsWith(`${folder}${sep}`)))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET_MS);
  });
  watcher.on('error', events.onFault);
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
