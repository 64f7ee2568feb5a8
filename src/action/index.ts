import { dirname } from 'node:path';
import * as core from '@actions/core';
import { main } from './main.js';

/** Tells what nobody expected, and lets Node end by itself: pending writes to the runner's files must get through. */
function fail(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  core.setFailed(`This is a fault of frontmcp/deploy-action; please report it: ${text}`);
}

const cancelled = new AbortController();
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
// The runner sends SIGINT, then SIGTERM, then kills.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancelled.abort());

try {
  await main({
    core,
    variables: process.env,
    // The runner starts dist/action/index.js.
    distDirectory: dirname(dirname(process.argv[1] ?? '.')),
    loadCommands: async () => (await import('./commands.js')).commands,
    openNetwork: async () => (await import('../push/client/proxy-fetch.js')).createFetch(process.env),
    signal: cancelled.signal,
    now: () => Date.now(),
  });
} catch (error) {
  fail(error);
}
