import { partsOf } from './syntax.js';

const MAX_TRIES = 60;

/** Takes statements and expressions out of a script as long as it still does what it did. */
export async function smallest(script: string, stillDoes: (script: string) => Promise<boolean>): Promise<string> {
  let best = script;
  let tries = 0;
  for (let shrunk = true; shrunk && tries < MAX_TRIES;) {
    shrunk = false;
    for (const candidate of candidates(best)) {
      if ((tries += 1) > MAX_TRIES) return best;
      if (!(await stillDoes(candidate))) continue;
      best = candidate;
      shrunk = true;
      break;
    }
  }
  return best;
}

function candidates(script: string): string[] {
  const parts = partsOf(script) ?? [];
  const statements = parts
    .filter(({ kind }) => kind === 'statement')
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  return statements.map(({ start, end }) => script.slice(0, start) + script.slice(end));
}
