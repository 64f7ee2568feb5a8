import { decodeBase64 } from './decode-key-bytes.js';

/** One PEM block (RFC 7468), or why the text is not exactly one. */
export type PemOutcome =
  | { ok: true; label: string; der: Uint8Array<ArrayBuffer>; repaired: string[] }
  | { ok: false; labels: string[]; reason: string; repaired: string[] };

const BEGIN = '-----BEGIN ';
const DASHES = '-----';
/** Labels are upper case words (RFC 7468 section 3); longer ones are no labels. */
const LABEL = /^[A-Z0-9 ]{1,64}$/;

/**
 * Reads the one PEM block of a text, whatever CI did to its line breaks and indentation.
 * Text before and after the block is ignored, as RFC 7468 section 2 says.
 */
export function readPem(text: string): PemOutcome {
  const labels = labelsOf(text);
  const [label] = labels;
  if (label === undefined) return failed(labels, 'a PEM block without a readable first line');
  if (labels.length > 1) return failed(labels, `${labels.length} PEM blocks (${labels.join(', ')})`);
  const start = text.indexOf(BEGIN) + BEGIN.length + label.length + DASHES.length;
  const end = text.indexOf(`${DASHES}END ${label}${DASHES}`, start);
  if (end < 0) return failed(labels, `a ${label} block without its last line: it was cut off`);
  const body = text.slice(start, end);
  if (/^(Proc-Type|DEK-Info):/m.test(body)) return failed(labels, `an encrypted ${label}`);
  const der = decodeBase64(body);
  if (!der) return failed(labels, `a ${label} block whose content is not base64`);
  return { ok: true, label, der, repaired: repairs(body) };
}

function failed(labels: string[], reason: string): PemOutcome {
  return { ok: false, labels, reason, repaired: [] };
}

/** The label of each block, in order; a first line that never ends gives none. */
function labelsOf(text: string): string[] {
  return text
    .split(BEGIN)
    .slice(1)
    .map((rest) => rest.slice(0, Math.max(0, rest.indexOf(DASHES))))
    .filter((label) => LABEL.test(label));
}

function repairs(body: string): string[] {
  if (!body.includes('\n') && !body.includes('\r')) return ['lost line breaks'];
  return /^[ \t]+\S/m.test(body) ? ['indentation'] : [];
}
