/** Something that an answer leaves out, and how to get it. */
export interface Omission {
  what: string;
  /** Its size, in bytes. */
  bytes: number;
  how: string;
}

/** Room for an answer that an agent reads: what is taken first is there in full. */
export interface Budget {
  /** Bytes that are left. */
  left(): number;
  /** Takes the room of a text, or leaves it out and notes how to get it. */
  take(text: string, what: string, how: string): boolean;
  /** As {@link take}, for what was measured before. */
  takeBytes(bytes: number, what: string, how: string): boolean;
  /** Notes that something is left out, without asking for room. */
  omit(what: string, bytes: number, how: string): void;
  readonly omitted: readonly Omission[];
}

/** Makes a budget of a number of bytes, counted as UTF-8. */
export function createBudget(bytes: number): Budget {
  const omitted: Omission[] = [];
  let left = bytes;
  const takeBytes = (size: number, what: string, how: string): boolean => {
    if (size > left) {
      omitted.push({ what, bytes: size, how });
      return false;
    }
    left -= size;
    return true;
  };
  return {
    left: () => left,
    take: (text, what, how) => takeBytes(byteLength(text), what, how),
    takeBytes,
    omit: (what, size, how) => void omitted.push({ what, bytes: size, how }),
    omitted,
  };
}

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The beginning of a text, at most `bytes` long in UTF-8, cut after a line where possible. */
export function beginningOf(text: string, bytes: number): string {
  const encoded = new TextEncoder().encode(text);
  if (encoded.length <= bytes) return text;
  const cut = new TextDecoder().decode(encoded.subarray(0, Math.max(0, bytes)), { stream: true });
  const line = cut.lastIndexOf('\n');
  return line > cut.length / 2 ? cut.slice(0, line) : cut;
}
