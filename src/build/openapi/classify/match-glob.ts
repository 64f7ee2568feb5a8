/**
 * Whether a path matches a glob: `*` stands for any text within a segment, `**` for any text. Every other character stands
 * for itself. Takes time in the product of both lengths, whatever the glob.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const tokens = glob.split(/(\*\*|\*)/).flatMap((piece, index) => (index % 2 === 1 ? [piece] : [...piece]));
  let states = closure(new Set([0]), tokens);
  for (const character of text) {
    const next = new Set<number>();
    for (const state of states) {
      const token = tokens[state];
      if (token === '**' || (token === '*' && character !== '/')) next.add(state);
      else if (token === character) next.add(state + 1);
    }
    states = closure(next, tokens);
  }
  return states.has(tokens.length);
}

/** A star may also stand for nothing. */
function closure(states: Set<number>, tokens: readonly string[]): Set<number> {
  for (const state of states) if (tokens[state] === '*' || tokens[state] === '**') states.add(state + 1);
  return states;
}
