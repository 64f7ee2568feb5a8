/** Version of the shapes that `--json` prints; a field may be added within a version, none renamed or removed. */
const JSON_VERSION = 1;

/** Fields of a JSON document: plain values, `undefined` for what is not known. */
export type JsonFields = Record<string, unknown>;

/**
 * One JSON document: `version`, `command` and `ok` first. What is not known is `null`, so that every field is always
 * there; ends with a line break.
 */
export function jsonDocument(command: string, ok: boolean, fields: JsonFields): string {
  const document = { version: JSON_VERSION, command, ok, ...fields };
  return `${JSON.stringify(document, (_name, value: unknown) => (value === undefined ? null : value), 2)}\n`;
}
