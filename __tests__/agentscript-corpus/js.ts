/**
 * A script as it stands between the backticks: backslashes stay, and only an escaped backtick or `${` is unescaped, so that a
 * script can hold template literals of its own.
 */
export function js(strings: TemplateStringsArray, ...values: string[]): string {
  const text = strings.raw.reduce((before, part, index) => before + (values[index - 1] ?? '') + part);
  return text.replace(/\\([`$])/g, '$1').trim();
}
