/** Assertions for suites that run in Node and in workerd alike: no test framework, no Node module. */

/** One named check of a suite. */
export interface SuiteCase {
  name: string;
  run(): void | Promise<void>;
}

/** Fails unless the condition holds. */
export function ok(condition: unknown, message = 'expected a truthy value'): asserts condition {
  if (!condition) throw new Error(message);
}

/** Fails unless both are the same value (`Object.is`). */
export function equal<T>(actual: T, expected: T): void {
  ok(Object.is(actual, expected), `expected ${show(expected)}, got ${show(actual)}`);
}

/** Fails unless both have the same JSON-like structure; member order does not matter. */
export function deepEqual(actual: unknown, expected: unknown): void {
  ok(isSame(actual, expected), `expected ${show(expected)}, got ${show(actual)}`);
}

/** Fails unless the function throws; returns what it threw. */
export function throws(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('expected it to throw');
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [definedEntries(a), definedEntries(b)];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}

function definedEntries(value: object): Map<string, unknown> {
  return new Map(Object.entries(value).filter(([, member]) => member !== undefined));
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
