import { sha256Hex } from '../../contract/encoding/digest.js';
import { canonicalJson } from '../../contract/encoding/canonical-json.js';

/** SHA-256 of the canonical JSON of a value; of the text `unhashable` for what has none, such as JSON nested too deeply. */
export async function hashValue(value: unknown): Promise<string> {
  let text: string;
  try {
    text = canonicalJson(value as object);
  } catch {
    text = 'unhashable';
  }
  return sha256Hex(text);
}
