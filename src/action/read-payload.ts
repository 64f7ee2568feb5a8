import { readFile } from 'node:fs/promises';
import type { JsonValue } from '../contract/encoding/json.js';

/** The payload of the event that started the run, as the runner left it in a file; undefined when there is none to read. */
export async function readPayload(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<JsonValue | undefined> {
  const path = variables['GITHUB_EVENT_PATH'];
  if (!path) return undefined;
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JsonValue;
  } catch {
    return undefined;
  }
}
