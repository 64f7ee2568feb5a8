/** Offsets of one text, end exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * The HTML comments of a markdown text, in order, as a reader of the rendered page would not see them (CommonMark 0.31,
 * 4.6 and 6.6). What looks like a comment inside fenced or inline code is none. `text` has LF line ends. Linear time.
 */
export function commentRanges(text: string): TextRange[] {
  const scan: Scan = {
    text,
    comments: [],
    codeEnds: codeSpanEnds(text),
    closeAt: nextOf(text, '-->'),
    blankAt: nextOf(text, '\n\n'),
  };
  for (let at = 0; at < text.length;) {
    const fence = fenceAt(text, at);
    at = fence ? endOfFence(text, at, fence) : scanLine(scan, at);
  }
  return scan.comments;
}

interface Scan {
  text: string;
  comments: TextRange[];
  /** End of the code span that the run of `length` backticks at `start` opens; undefined when nothing closes it. */
  codeEnds: (start: number, length: number) => number | undefined;
  closeAt: (from: number) => number;
  blankAt: (from: number) => number;
}

/** Reads from a line start to the next one; comments and code spans may carry it over several lines. */
function scanLine(scan: Scan, from: number): number {
  const { text } = scan;
  const token = /\n|\\[\\`<]|`+|<!--/g;
  token.lastIndex = from;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === '\n') return match.index + 1;
    if (match[0] === '<!--') token.lastIndex = takeComment(scan, match.index, from);
    else if (match[0].startsWith('`')) token.lastIndex = afterCode(scan, match.index, match[0].length);
  }
  return text.length;
}

/** Records the comment at `start` and returns where to go on. */
function takeComment(scan: Scan, start: number, lineStart: number): number {
  // `<!-->` and `<!--->` are whole comments.
  const short = /^<!---?>/.exec(scan.text.slice(start, start + 6));
  const close = short ? start + short[0].length - 3 : scan.closeAt(start + 4);
  if (close === -1) {
    // At the start of a block an open comment hides the rest of the page; within a line it is plain text.
    const opensBlock = /^ {0,3}$/.test(scan.text.slice(lineStart, start));
    if (!opensBlock) return start + 4;
    scan.comments.push({ start, end: scan.text.length });
    return scan.text.length;
  }
  scan.comments.push({ start, end: close + 3 });
  return close + 3;
}

/** A code span ends within its paragraph; a run of backticks that nothing closes is plain text. */
function afterCode(scan: Scan, start: number, length: number): number {
  const end = scan.codeEnds(start, length);
  const blank = scan.blankAt(start);
  return end === undefined || (blank !== -1 && blank < end) ? start + length : end;
}

/** Finds closing runs of backticks; each list is walked once, since the questions come in order. */
function codeSpanEnds(text: string): Scan['codeEnds'] {
  const runs = new Map<number, { starts: number[]; next: number }>();
  for (const match of text.matchAll(/`+/g)) {
    const list = runs.get(match[0].length) ?? { starts: [], next: 0 };
    runs.set(match[0].length, list);
    list.starts.push(match.index);
  }
  return (start, length) => {
    const list = runs.get(length);
    if (!list) return undefined;
    while (list.next < list.starts.length && (list.starts[list.next] as number) <= start) list.next += 1;
    const close = list.starts[list.next];
    return close === undefined ? undefined : close + length;
  };
}

/** `indexOf` that remembers its last answer: asked in order, it reads the text once. */
function nextOf(text: string, wanted: string): (from: number) => number {
  let found = -2;
  return (from) => {
    if (found === -2 || (found !== -1 && found < from)) found = text.indexOf(wanted, from);
    return found;
  };
}

/** The fence that opens on the line at `at`: three or more backticks or tildes. Lists may indent it further than three. */
function fenceAt(text: string, at: number): string | undefined {
  const opening = /[ \t]*(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})/y;
  opening.lastIndex = at;
  return opening.exec(text)?.[1];
}

function endOfFence(text: string, at: number, fence: string): number {
  for (let line = lineAfter(text, at); line < text.length; line = lineAfter(text, line)) {
    const content = text.slice(line, lineAfter(text, line)).trim();
    if (content.length >= fence.length && content === (fence[0] as string).repeat(content.length))
      return lineAfter(text, line);
  }
  return text.length;
}

function lineAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}
