/**
 * Replaces what stands between `<!-- BEGIN name… -->` and `<!-- END name -->`; throws when the markers are missing.
 * @param {string} text
 * @param {string} name
 * @param {string} content
 */
export function replaceBetween(text, name, content) {
  const pattern = new RegExp(`(<!-- BEGIN ${name}\\b[^>]*-->\\n)[\\s\\S]*?(<!-- END ${name} -->)`);
  if (!pattern.test(text)) throw new Error(`The markers "BEGIN ${name}" and "END ${name}" are missing.`);
  return text.replace(pattern, (_whole, begin, end) => `${begin}\n${content.trim()}\n\n${end}`);
}

/**
 * A markdown table; cells are markdown on one line.
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function markdownTable(head, rows) {
  /** @param {string[]} cells */
  const line = (cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
