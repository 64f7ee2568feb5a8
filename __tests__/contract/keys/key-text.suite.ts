import { readKeyText } from '../../../src/contract/keys/key-text.js';
import { deepEqual, equal, type SuiteCase } from '../assert.js';
import { base64, pem, RFC8037 } from './known-keys.js';

const PEM = pem('PUBLIC KEY', RFC8037.spki);

/** What each mangling is called in the log. */
const REPAIRS: [string, string, string[]][] = [
  ['a clean PEM', PEM, []],
  ['CRLF', PEM.replaceAll('\n', '\r\n'), []],
  ['a missing last line break', PEM.trim(), []],
  ['a byte order mark', `\uFEFF${PEM}`, ['byte order mark']],
  ['quotes', `"${PEM}"`, ['quotes']],
  ['literal \\n', PEM.replaceAll('\n', '\\n'), ['literal \\n']],
  ['one line', PEM.trim().replaceAll('\n', ' '), ['lost line breaks']],
  ['indentation', PEM.replaceAll(/^/gm, '  '), ['indentation']],
  ['base64 of the whole', base64(PEM), ['base64 around the key']],
  [
    'everything at once',
    `'${base64(`\uFEFF"${PEM.trim().replaceAll('\n', '\\n')}"`)}'`,
    ['quotes', 'base64 around the key', 'byte order mark', 'quotes', 'literal \\n'],
  ],
];

export const cases: SuiteCase[] = [
  ...REPAIRS.map(([name, text, repaired]) => ({
    name: `names the repair of ${name}`,
    run: () => {
      const read = readKeyText(text);
      deepEqual(read.repaired, repaired);
      equal(read.content.shape, 'pem');
    },
  })),
  {
    name: 'takes 64 hex digits for hex, though they are base64 too',
    run: () => {
      const { content } = readKeyText(RFC8037.hex);
      equal(content.shape === 'bytes' ? content.bytes.length : 0, 32);
    },
  },
  {
    name: 'does not unwrap base64 twice',
    run: () => equal(readKeyText(base64(base64(PEM))).content.shape, 'bytes'),
  },
  {
    name: 'reads many first lines without an end in linear time',
    run: () => equal(readKeyText('-----BEGIN '.repeat(1400)).content.shape, 'pem'),
  },
];
