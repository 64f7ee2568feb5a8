import type { HotManifest } from './bundle-index.js';

/**
 * Whether an operation needs a person's yes, as `execution.approve` says. */
export function needsApproval(execution: HotManifest['execution'], key: string): boolean {
  return (execution.approve ?? []).some((pattern) => matchesApproval(pattern, key));
}

/**
 * Whether a pattern of `execution.approve` is about an operation. It has the form `<binding>.<operation>`, and `*`
 * stands for any text within a part; a pattern without a dot is about the binding, and so about all its operations.
 */
export function matchesApproval(pattern: string, key: string): boolean {
  const patternParts = pattern.split('.');
  const keyParts = key.split('.');
  return patternParts.every((part, index) => matchesPart(part, keyParts[index] ?? ''));
}

/** Glob match of one part, without backtracking into a regular expression. */
function matchesPart(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return first === text;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
