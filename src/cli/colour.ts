import { ANSI, PLAIN, type Style } from '../report/plain-text.js';
import type { Output } from './io.js';

/**
 * How a stream is written to: with colour on terminals, unless NO_COLOR is set (no-color.org) or the terminal is dumb;
 * FORCE_COLOR asks for it anyway.
 */
export function styleFor(output: Output, variables: Readonly<Record<string, string | undefined>>): Style {
  if (isSet(variables['NO_COLOR'])) return PLAIN;
  if (isSet(variables['FORCE_COLOR']) && variables['FORCE_COLOR'] !== '0') return ANSI;
  return output.isTTY === true && variables['TERM'] !== 'dumb' ? ANSI : PLAIN;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
