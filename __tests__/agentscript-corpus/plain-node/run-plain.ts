import { OPERATIONS, type Args } from '../shop-api/answer.js';
import type { HonestCase } from '../types.js';

/** How a script ended in plain Node. */
export type PlainResult = { ok: true; json: string } | { ok: false; message: string };

type Call = (args?: Args) => Promise<unknown>;

/** The operations of the skill `orders`. */
const NAMES = Object.keys(OPERATIONS).filter((name) => name.startsWith('shop.') && name !== 'shop.payOut');

/** Runs a script as an async function, with the mocked API where the Worker has the real bridge. */
export async function runPlain({ script, context = {} }: HonestCase): Promise<PlainResult> {
  const scope = { ...API, codecallContext: deepFreeze(structuredClone(context)) };
  const AsyncFunction = (async () => undefined).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<unknown>;
  try {
    const run = new AsyncFunction(...Object.keys(scope), `"use strict";\n${script}\n`);
    return { ok: true, json: JSON.stringify(await run(...Object.values(scope))) ?? 'null' };
  } catch (error) {
    return { ok: false, message: String(error) };
  }
}

async function call(name: string, args: Args = {}): Promise<unknown> {
  const operation = NAMES.includes(name) ? OPERATIONS[name] : undefined;
  if (!operation) throw new Error(`No operation ${name}`);
  const { status, body } = operation(JSON.parse(JSON.stringify(args)) as Args);
  if (status >= 400) throw Object.assign(new Error(`The API answered with status ${status}.`), { status });
  return JSON.parse(JSON.stringify(body));
}

async function callTool(name: string, args?: Args, { throwOnError = true } = {}): Promise<unknown> {
  if (throwOnError) return call(name, args);
  try {
    return { success: true, data: await call(name, args) };
  } catch (error) {
    return { success: false, error: { message: (error as Error).message } };
  }
}

async function safeParallel(functions: (() => Promise<unknown>)[], { maxConcurrency = 10 } = {}): Promise<unknown[]> {
  const results: unknown[] = [];
  for (let at = 0; at < functions.length; at += maxConcurrency) {
    results.push(...(await Promise.all(functions.slice(at, at + maxConcurrency).map((each) => each()))));
  }
  return results;
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

const shop: Record<string, Call> = Object.freeze(
  Object.fromEntries(NAMES.map((name) => [name.slice('shop.'.length), (args?: Args) => call(name, args)])),
);

const silent = (): void => undefined;
const API = {
  shop,
  callTool,
  getTool: (name: string) => (NAMES.includes(name) ? { name } : undefined),
  mcpLog: silent,
  mcpNotify: silent,
  console: Object.fromEntries(
    [
      'log',
      'info',
      'warn',
      'error',
      'debug',
      'trace',
      'table',
      'dir',
      'group',
      'groupCollapsed',
      'groupEnd',
      'clear',
      'assert',
      'count',
      'countReset',
      'time',
      'timeLog',
      'timeEnd',
    ].map((name) => [name, silent]),
  ),
  __safe_parallel: safeParallel,
};
