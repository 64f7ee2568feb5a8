import { isLoopback, isSecureUrl } from '../../src/contract/loopback.js';
import { equal, type SuiteCase } from './assert.js';

const OWN = [
  'http://localhost/',
  'http://auth.localhost:9000/',
  'http://127.0.0.1:8788/',
  'http://127.9.9.9/',
  'http://0x7f.1/',
  'http://2130706433/',
  'http://[::1]:8788/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://LOCALHOST/',
];
const OTHERS = [
  'http://localhost.example/',
  'http://notlocalhost/',
  'http://.localhost.example/',
  'http://127.0.0.1.example/',
  'http://128.0.0.1/',
  'http://[::2]/',
  'http://0.0.0.0/',
  'http://169.254.169.254/',
  'http://[::ffff:127.0.0.1]/',
];

export const cases: SuiteCase[] = [
  ...OWN.map((text) => ({
    name: `${text} is this machine, and http to it is secure`,
    run: () => {
      equal(isLoopback(new URL(text).hostname), true);
      equal(isSecureUrl(new URL(text)), true);
    },
  })),
  ...OTHERS.map((text) => ({
    name: `${text} is another machine, and http to it is not secure`,
    run: () => {
      equal(isLoopback(new URL(text).hostname), false);
      equal(isSecureUrl(new URL(text)), false);
    },
  })),
  { name: 'https is secure to everywhere', run: () => equal(isSecureUrl(new URL('https://api.example')), true) },
  ...['ftp://localhost/', 'ws://127.0.0.1/', 'file:///etc/hostname', 'data:text/plain,x'].map((text) => ({
    name: `${text} is not secure`,
    run: () => equal(isSecureUrl(new URL(text)), false),
  })),
];
