import { parentPort, workerData } from 'node:worker_threads';
import type { HonestCase } from '../types.js';
import { runPlain } from './run-plain.js';

const results: unknown[] = [];
for (const script of workerData as HonestCase[]) results.push(await runPlain(script));
parentPort?.postMessage(results);
