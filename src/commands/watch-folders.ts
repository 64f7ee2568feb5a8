import { watch, type FSWatcher } from 'node:fs';
import { join, sep } from 'node:path';

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

/** A running watcher. */
export interface Watching {
  /** From now on watches everything below these folders, absolute paths, and nothing else. */
  watch(folders: readonly string[]): void;
  stop(): void;
}

/** Watches folders for changes outside `ignored`, absolute paths too. One that cannot be watched throws. */
export function watchFolders(ignored: readonly string[], events: WatchEvents): Watching {
  const changed = inTurn(events);
  const watchers = new Map<string, FSWatcher>();
  const close = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const open = (folder: string): void => {
    const watcher = watch(folder, { recursive: true }, (_event, name) => {
      const isOurs =
        name !== null && (IGNORED.test(name) || ignored.some((each) => isWithin(join(folder, name), each)));
      if (!isOurs) changed.soon();
    });
    watchers.set(folder, watcher.on('error', events.onFault));
  };
  return {
    watch: (folders) => {
      const wanted = outermost(folders);
      [...watchers.keys()].filter((folder) => !wanted.includes(folder)).forEach(close);
      wanted.filter((folder) => !watchers.has(folder)).forEach(open);
    },
    stop: () => {
      changed.cancel();
      [...watchers.keys()].forEach(close);
    },
  };
}

/** Tells a burst of changes once, and the next one only when the last was dealt with. */
function inTurn({ onChange, onFault }: WatchEvents): { soon(): void; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    again = running;
    if (running) return;
    running = true;
    do {
      again = false;
      await onChange().catch(onFault);
    } while (again);
    running = false;
  };
  const cancel = (): void => clearTimeout(timer);
  const soon = (): void => {
    cancel();
    timer = setTimeout(() => void run(), QUIET_MS);
  };
  return { soon, cancel };
}

/** The folders that lie in no other of the list. */
function outermost(folders: readonly string[]): string[] {
  return [...new Set(folders)].filter(
    (folder, _, all) => !all.some((other) => other !== folder && isWithin(folder, other)),
  );
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
