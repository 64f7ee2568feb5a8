import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { forwardLines } from '../../src/wrangler/forward-lines.js';

/** What is passed on of chunks that arrive one by one. */
async function linesOf(chunks: readonly (string | Buffer)[]): Promise<string[]> {
  const [stream, lines] = [new PassThrough(), [] as string[]];
  forwardLines(stream, (line) => lines.push(line));
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  await once(stream, 'end');
  return lines;
}

test('passes on a line whole, wherever its chunks end', async () => {
  expect(await linesOf(['{"event":"req', 'uest"}\n{"event"', ':"script"}', '\n'])).toEqual([
    '{"event":"request"}',
    '{"event":"script"}',
  ]);
});

test('passes on a character that two chunks share', async () => {
  const euro = Buffer.from('5 €\n');
  expect(await linesOf([euro.subarray(0, 3), euro.subarray(3)])).toEqual(['5 €']);
});

test('passes on the last line without its end, and no blank ones', async () => {
  expect(await linesOf(['one\n\n  \ntwo'])).toEqual(['one', 'two']);
});

test('keeps no endless line in memory', async () => {
  const lines = await linesOf(Array.from({ length: 5 }, () => 'x'.repeat(50_000)));
  expect(lines.join('')).toHaveLength(250_000);
  expect(Math.max(...lines.map(({ length }) => length))).toBe(64 * 1024);
});
