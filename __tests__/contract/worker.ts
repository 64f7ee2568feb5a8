import type { Suite } from './suites.js';

/** The outcome of one case; no error means that it passed. */
export interface CaseResult {
  title: string;
  name: string;
  error?: string;
}

/** Runs every case, one after the other, and tells what came of each. */
export async function runSuites(suites: Suite[]): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const { title, cases } of suites) {
    for (const { name, run } of cases) {
      const error = await errorOf(run);
      results.push({ title, name, ...(error === undefined ? {} : { error }) });
    }
  }
  return results;
}

async function errorOf(run: () => void | Promise<void>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
