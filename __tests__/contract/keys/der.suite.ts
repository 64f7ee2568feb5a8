import { readDer, readSequence, readUnsigned, writeDer } from '../../../src/contract/keys/der.js';
import { deepEqual, equal, type SuiteCase } from '../assert.js';
import { hex } from './known-keys.js';

const long = new Uint8Array(300).fill(1);

/** Bytes that BER might take and DER does not. */
const NOT_DER: Record<string, string> = {
  'an indefinite length': '30800000',
  'a length in more bytes than needed': '0481010a',
  'two length bytes where one is enough': '04820001ff',
  'content past the end': '040500',
  'a header that is cut off': '04',
  'a length that is cut off': '0482ff',
  'a length of three bytes': `0483010000${'00'.repeat(256)}`,
  'an indefinite length that looks like 256': `30800100${'00'.repeat(254)}`,
  'trailing bytes': '0400ff',
};

export const cases: SuiteCase[] = [
  ...Object.entries(NOT_DER).map(([name, bytes]) => ({
    name: `refuses ${name}`,
    run: () => equal(readDer(hex(bytes)), undefined),
  })),
  {
    name: 'reads back what it writes, with short and long lengths',
    run: () => {
      for (const content of [
        new Uint8Array(),
        long.slice(0, 127),
        long.slice(0, 128),
        long.slice(0, 255),
        long.slice(0, 256),
        long,
      ]) {
        deepEqual(readDer(writeDer(4, content)), [{ tag: 4, content }]);
      }
    },
  },
  { name: 'refuses bytes after a sequence', run: () => equal(readSequence(hex('30000500')), undefined) },
  { name: 'refuses what is no sequence', run: () => equal(readSequence(hex('3100')), undefined) },
  {
    name: 'takes the sign byte off an unsigned number',
    run: () => deepEqual(readUnsigned({ tag: 2, content: hex('00ff') }), hex('ff')),
  },
  ...[
    ['a negative number', 'ff'],
    ['a number with a needless zero', '007f'],
    ['no number', ''],
  ].map(([name, bytes]) => ({
    name: `refuses ${name}`,
    run: () => equal(readUnsigned({ tag: 2, content: hex(bytes as string) }), undefined),
  })),
  {
    name: 'refuses a number of another tag',
    run: () => equal(readUnsigned({ tag: 4, content: hex('01') }), undefined),
  },
];
