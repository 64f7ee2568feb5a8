import { canonicalBytes, canonicalJson } from '../../../src/contract/encoding/canonical-json.js';
import { toHex } from '../../../src/contract/encoding/digest.js';
import { equal, throws, type SuiteCase } from '../assert.js';

/** RFC 8785 appendix B: IEEE 754 bits and their JSON form. */
const NUMBERS: [string, string][] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

/** RFC 8785 section 3.2.2 to 3.2.4: the sample object and the bytes of its canonical form. */
const SAMPLE = {
  numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
  string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\\"\/',
  literals: [null, true, false],
};
const SAMPLE_CANONICAL =
  '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';

const fromBits = (bits: string) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
};

const THROWS: Record<string, unknown> = {
  NaN: [Number.NaN],
  Infinity: [Number.POSITIVE_INFINITY],
  'a lone surrogate': ['\ud800'],
  'a lone surrogate in a key': { '\udead': 1 },
  'a BigInt': [1n],
  'undefined at the root': undefined,
};

export const cases: SuiteCase[] = [
  ...NUMBERS.map(([bits, json]) => ({
    name: `writes the double ${bits} as ${json}`,
    run: () => equal(canonicalJson([fromBits(bits)]), `[${json}]`),
  })),
  { name: 'writes the sample of RFC 8785', run: () => equal(canonicalJson(SAMPLE), SAMPLE_CANONICAL) },
  { name: 'writes UTF-8', run: () => equal(toHex(canonicalBytes({ '\u20ac': '\u00f6' })), '7b22e282ac223a22c3b6227d') },
  {
    name: 'sorts members by UTF-16 code units (RFC 8785 section 3.2.3)',
    run: () => {
      const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
      const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
      const object = Object.fromEntries(keys.map((key) => [key, 0]));
      equal(canonicalJson(object), `{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
    },
  },
  { name: 'does not normalise Unicode', run: () => equal(canonicalJson(['A\u030a']), '["A\u030a"]') },
  ...Object.entries(THROWS).map(([name, value]) => ({
    name: `throws on ${name}`,
    run: () => void throws(() => canonicalJson(value as object)),
  })),
];
