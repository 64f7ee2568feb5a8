import { tokenize } from '../../../src/contract/search/tokenizer.js';
import { deepEqual, equal, type SuiteCase } from '../assert.js';

const same = (name: string, ...texts: string[]): SuiteCase => ({
  name,
  run: () => texts.forEach((text) => deepEqual(tokenize(text), tokenize(texts[0] ?? ''))),
});

const gives = (name: string, text: string, terms: string[]): SuiteCase => ({
  name,
  run: () => deepEqual(tokenize(text), terms),
});

export const cases: SuiteCase[] = [
  gives('lower-cases words and drops punctuation', 'Refund, SHIP!', ['refund', 'ship']),
  gives('leaves stop words out', 'what is the refund for', ['refund']),
  gives('splits camelCase', 'issueRefund', ['issu', 'refund']),
  gives('splits acronyms from the word after them', 'parseHTTPHeader', ['pars', 'http', 'header']),
  gives('splits identifiers, paths and binding names', 'acme.list-orders_by/month', ['acm', 'list', 'order', 'month']),
  gives('keeps digits', 'E2 order 1234', ['e2', 'order', '1234']),
  gives('folds compatibility forms', 'ｒｅｆｕｎｄ ﬁx', ['refund', 'fix']),
  gives('reads words of other alphabets', 'Возврат Zürich ñandú', ['возврат', 'zürich', 'ñandú']),
  gives('keeps combining marks with their letter', 'हिन्दी', ['हिन्दी']),
  gives('makes pairs of scripts without spaces', '注文返金', ['注文', '文返', '返金']),
  gives('keeps a single such character', '金', ['金']),
  gives('finds nothing in punctuation', '--- ... !!', []),
  gives('finds nothing in an empty text', '', []),
  same('folds plural, -ing and -ed', 'refund', 'refunds', 'refunded', 'refunding', 'Refunds'),
  same('folds a doubled consonant', 'cancel', 'cancelled', 'cancelling', 'cancels'),
  same('folds -ies', 'currency', 'currencies'),
  same('folds -es', 'address', 'addresses'),
  same('folds a last e', 'invoice', 'invoices', 'invoiced', 'invoicing'),
  gives('leaves words alone that only look like plurals', 'status bus', ['status', 'bus']),
  { name: 'cuts what is too long for a word', run: () => equal(tokenize('x'.repeat(500))[0]?.length, 24) },
  {
    name: 'stays fast on text without a single space',
    run: () => {
      for (const character of ['A', 'a', '注', 'Aa', '1', 's']) tokenize(character.repeat(50_000));
    },
  },
];
