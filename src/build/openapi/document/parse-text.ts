import type { JsonValue } from '../../../contract/encoding/json.js';
import { createPositions } from '../../diagnostics/positions.js';
import { parseLarge } from '../../yaml/parse-yaml.js';
import { findJsonFault } from './json-fault.js';

/** The outcome of {@link parseText}; line and column are 1-based. */
export type ParsedText =
  | { ok: true; format: 'json' | 'yaml'; root: JsonValue }
  | { ok: false; reason: string; line?: number; column?: number };

/**
 * Parses a document, JSON or YAML by its first character. A key that stands twice is tolerated, the last
 * one counts.
 */
export function parseText(text: string, path: string): ParsedText {
  if (!/^\s*[[{]/.test(text)) return parseYaml(text);
  try {
    return { ok: true, format: 'json', root: JSON.parse(text) as JsonValue };
  } catch (error) {
    // YAML may begin with a brace too; a file that says it is YAML gets the second try.
    if (/\.ya?ml$/i.test(path)) return parseYaml(text);
    return jsonFault(text, path, error);
  }
}

function jsonFault(text: string, path: string, error: unknown): ParsedText {
  const fault = findJsonFault(text);
  if (!fault) return { ok: false, reason: error instanceof Error ? error.message : 'it is no JSON' };
  const { line, column } = createPositions(path, text).at(fault.offset);
  return { ok: false, reason: fault.reason, line, column };
}

function parseYaml(text: string): ParsedText {
  const parsed = parseLarge(text);
  return parsed.ok ? { ...parsed, format: 'yaml' } : parsed;
}
