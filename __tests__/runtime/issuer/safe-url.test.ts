import { parseSafeUrl } from '../../../src/runtime/issuer/safe-url.js';

test.each([
  'https://issuer.example',
  'https://issuer.example:8443/a/b?c=d',
  'https://127.0.0.1/',
  'http://127.0.0.1:8788/token',
  'http://127.9.9.9/',
  'http://0x7f.1/',
  'http://[::1]:8788/',
  'http://localhost/',
  'http://auth.localhost:9000/',
])('accepts %s', (text) => {
  expect(parseSafeUrl(text)?.href).toBe(new URL(text).href);
});

test.each([
  'http://issuer.example',
  'http://localhost.example/',
  'http://notlocalhost/',
  'http://127.0.0.1.example/',
  'http://128.0.0.1/',
  'http://[::2]/',
  'http://169.254.169.254/',
  'ftp://localhost/',
  'https://user@issuer.example',
  'https://:pass@issuer.example',
  'https://issuer.example/#part',
  'issuer.example',
  '',
])('refuses %s', (text) => {
  expect(parseSafeUrl(text)).toBeUndefined();
});
