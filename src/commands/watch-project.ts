import { watch, type FSWatcher } from 'node:fs';

/** How long files must be quiet before a save counts as finished, in milliseconds. */
const QUIET_MS = 80;
/** Folders whose changes are never the user's. */
const IGNORED = /(^|[\\/])(\.git|node_modules|\.wrangler|\.frontmcp)([\\/]|$)/;

/** Calls `onChange` after every burst of changes below a directory, one call at a time. Returns how to stop. */
export function watchProject(directory: string, ignored: readonly string[], onChange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await onChange();
    } while (again);
    running = false;
  };
  const watcher: FSWatcher = watch(directory, { recursive: true }, (_event, name) => {
    if (name !== null && (IGNORED.test(name) || ignored.some((prefix) => name.startsWith(prefix)))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET_MS);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
