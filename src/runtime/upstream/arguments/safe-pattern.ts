const LONGEST_PATTERN = 512;

/**
 * Whether a regular expression of an API description may run here: it compiles with the flag `u`
 * (JSON Schema 2020-12, section 6.4), is short, and repeats no group that itself repeats or chooses,
 * which is what takes exponential time. The API checks what is not checked here.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN || /\\(?:[1-9]|k)/.test(pattern)) return false;
  try {
    new RegExp(pattern, 'u');
  } catch {
    return false;
  }
  return !repeatsAGroupThatVaries(pattern);
}

function repeatsAGroupThatVaries(pattern: string): boolean {
  const open: { varies: boolean }[] = [{ varies: false }];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at];
    if (character === '\\') at += 1;
    else if (character === '[') at = endOfClass(pattern, at);
    else if (character === '(') open.push({ varies: false });
    else if (character === ')') {
      const group = open.pop();
      if (group?.varies && repeats(pattern, at + 1)) return true;
      markOuter(open, group?.varies === true);
    } else if (character === '|' || repeats(pattern, at)) markOuter(open, true);
  }
  return false;
}

function markOuter(open: { varies: boolean }[], varies: boolean): void {
  const last = open.at(-1);
  if (last && varies) last.varies = true;
}

function endOfClass(pattern: string, from: number): number {
  for (let at = from + 1; at < pattern.length; at += 1) {
    if (pattern[at] === '\\') at += 1;
    else if (pattern[at] === ']') return at;
  }
  return pattern.length;
}

/** Whether an unbounded or large quantifier stands at a position. */
function repeats(pattern: string, at: number): boolean {
  const character = pattern[at];
  if (character === '*' || character === '+') return true;
  const bounds = /^\{(\d+)(,?)(\d*)\}/.exec(pattern.slice(at, at + 24));
  if (!bounds) return false;
  const isUnbounded = bounds[2] === ',' && bounds[3] === '';
  return isUnbounded || Number(bounds[3] || bounds[1]) > 16;
}
