import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What to put at a path: text, bytes, or a link. */
export type ProjectEntry = string | Uint8Array | { link: string };

const IDENTITY = [
  '-c',
  'user.name=test',
  '-c',
  'user.email=test@example.com',
  '-c',
  'core.autocrlf=false',
  '-c',
  'commit.gpgsign=false',
];

/** Runs git in a directory, away from the configuration of whoever runs the tests. */
export function git(directory: string, ...args: string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', [...IDENTITY, '-C', directory, ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A temporary directory with these files. `remove` takes it away. */
export function makeDirectory(entries: Record<string, ProjectEntry>): { directory: string; remove(): void } {
  const directory = mkdtempSync(join(tmpdir(), 'frontmcp-'));
  for (const [path, entry] of Object.entries(entries)) {
    const full = join(directory, path);
    mkdirSync(dirname(full), { recursive: true });
    if (typeof entry === 'object' && 'link' in entry) symlinkSync(entry.link, full);
    else writeFileSync(full, entry);
  }
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** The same as a git repository with one commit that holds every file, those that .gitignore excludes included. */
export function makeRepository(entries: Record<string, ProjectEntry>): { directory: string; remove(): void } {
  const made = makeDirectory(entries);
  git(made.directory, 'init', '-q', '-b', 'main');
  git(made.directory, 'add', '-A', '-f');
  git(made.directory, 'commit', '-q', '--allow-empty', '-m', 'all');
  return made;
}
