/** Longer patterns are lists of alternatives that nobody reads and validators choke on. */
const MAX_PATTERN_LENGTH = 512;
/** What remains of an inline flag such as `(?s)` after a converter has escaped it: nobody means these characters. */
const ESCAPED_FLAG = /\\\(\\\?/;
/** A group that repeats and is repeated: the usual cause of exponential matching. */
const NESTED_QUANTIFIER = /\)(?:[*+]|\{\d+,\d*\})/;
const QUANTIFIER = /[*+]|\{\d+,\d*\}/;

/**
 * Whether a pattern can be given to a validator: JavaScript must know it (ECMA-262 with the `u` flag), and it must not
 * repeat a repetition, as arguments are matched against it inside the Worker.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > MAX_PATTERN_LENGTH || ESCAPED_FLAG.test(pattern) || repeatsRepetition(pattern)) return false;
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

function repeatsRepetition(pattern: string): boolean {
  // Escapes and classes hold no quantifier of their own.
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const open: number[] = [];
  for (let index = 0; index < bare.length; index += 1) {
    if (bare[index] === '(') open.push(index);
    if (bare[index] !== ')') continue;
    const start = open.pop() ?? 0;
    const isRepeated = NESTED_QUANTIFIER.exec(bare.slice(index, index + 12))?.index === 0;
    if (isRepeated && (QUANTIFIER.test(bare.slice(start, index)) || bare.slice(start, index).includes('|')))
      return true;
  }
  return false;
}
