import { pageOf } from '../../../src/runtime/mcp/page.js';

const DIGEST = 'a'.repeat(64);
const ALL = [1, 2, 3, 4, 5];

test('the pages of a list are the list, and the last one names no next', () => {
  const read: number[][] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = pageOf(ALL, 2, cursor, DIGEST);
    read.push(items);
    cursor = nextCursor;
  } while (cursor !== undefined);
  expect(read).toEqual([[1, 2], [3, 4], [5]]);
  expect(pageOf(ALL, 5, undefined, DIGEST)).toEqual({ items: ALL });
  expect(pageOf([], 5, undefined, DIGEST)).toEqual({ items: [] });
});

test('a cursor does not live longer than its bundle', () => {
  const { nextCursor } = pageOf(ALL, 2, undefined, DIGEST);
  expect(() => pageOf(ALL, 2, nextCursor, 'b'.repeat(64))).toThrow('The list has changed');
});

test.each(['', '2', `${DIGEST}`, `${DIGEST}.0`, `${DIGEST}.-2`, `${DIGEST}.1e3`, `${DIGEST}.2 `, `${DIGEST}.99999999`])(
  '%j is no cursor',
  (cursor) => {
    expect(() => pageOf(ALL, 2, cursor, DIGEST)).toThrow(expect.objectContaining({ code: -32602 }));
  },
);
