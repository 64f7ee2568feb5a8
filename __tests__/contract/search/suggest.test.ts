import fc from 'fast-check';
import { didYouMean, suggest } from '../../../src/contract/search/suggest.js';

const known = ['getOrder', 'getOrders', 'listOrders', 'issueRefund', 'deleteOrder', 'ping'];

test('puts a name that differs only by case before all others', () => {
  expect(suggest('GETORDER', known)[0]).toBe('getOrder');
});

test('prefers a prefix to a substring, and a substring to a typing mistake', () => {
  expect(suggest('order', ['orderx', 'getorder', 'ordre', 'zzz'])).toEqual(['orderx', 'getorder', 'ordre']);
});

test('finds a name within the allowed distance and none beyond it', () => {
  expect(suggest('isueRefnd', known)).toEqual(['issueRefund']);
  expect(suggest('issXXXXfund', known)).toEqual([]);
});

test('gives at most three names, the same ones in whatever order they come', () => {
  const names = ['aab', 'aac', 'aad', 'aae', 'aaf'];
  expect(suggest('aa', names)).toEqual(['aab', 'aac', 'aad']);
  expect(suggest('aa', [...names].reverse())).toEqual(['aab', 'aac', 'aad']);
});

test('does not offer unrelated short names', () => {
  expect(suggest('ab', ['cd', 'x', ''])).toEqual([]);
});

test('has nothing to say about an empty or an absurdly long name', () => {
  expect(suggest('', known)).toEqual([]);
  expect(suggest('a'.repeat(100_000), known)).toEqual([]);
});

test('only ever offers known names', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (wanted, names) => {
      const offered = suggest(wanted, names);
      return offered.length <= 3 && offered.every((name) => names.includes(name));
    }),
  );
});

test('writes the offer as a question, or not at all', () => {
  expect(didYouMean([])).toBe('');
  expect(didYouMean(['a'])).toBe(' Did you mean "a"?');
  expect(didYouMean(['a', 'b', 'c'])).toBe(' Did you mean "a", "b" or "c"?');
});
