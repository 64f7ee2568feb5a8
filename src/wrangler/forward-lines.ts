/** A line without an end is passed on in parts of this many characters: a Worker may print whatever an API answers. */
const MAX_LINE_LENGTH = 64 * 1024;

/** Gives `log` each line of a stream, whole, however it arrives in chunks; blank ones are left out. */
export function forwardLines(stream: NodeJS.ReadableStream, log: (line: string) => void): void {
  let rest = '';
  const say = (line: string): void => {
    if (line.trim() !== '') log(line);
  };
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(say);
    for (; rest.length > MAX_LINE_LENGTH; rest = rest.slice(MAX_LINE_LENGTH)) say(rest.slice(0, MAX_LINE_LENGTH));
  });
  stream.on('end', () => say(rest));
}
