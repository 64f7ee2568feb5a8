#!/usr/bin/env node
import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Io } from './io.js';
import { main } from './main.js';
import { openNetwork } from './open-network.js';

// The package runs as dist/cli/index.js; the name a shell calls it by is a link to that file.
const distDirectory = dirname(dirname(await realpath(process.argv[1] ?? '.')));

const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  variables: process.env,
  cwd: process.cwd(),
  distDirectory,
  openNetwork: () => openNetwork({ variables: process.env, stderr: process.stderr }),
  onStop(handler) {
    // Once: a second signal ends the process the hard way.
    const signals = ['SIGINT', 'SIGTERM'] as const;
    for (const signal of signals) process.once(signal, handler);
    return () => {
      for (const signal of signals) process.off(signal, handler);
    };
  },
};

// A reader such as "head" may leave early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), io);
