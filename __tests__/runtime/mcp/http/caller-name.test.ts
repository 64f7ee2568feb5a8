import { callerName } from '../../../../src/runtime/mcp/http/caller-name.js';

const from = (address: string, subject = 'anonymous') =>
  callerName({ subject }, new Request('https://acme.example/mcp', { headers: { 'CF-Connecting-IP': address } }));

test.each([
  ['of IPv4', '192.0.2.1', '192.0.2.2'],
  ['of two networks of IPv6', '2001:db8:0:1::1', '2001:db8:0:2::1'],
])('tells addresses %s apart', async (_, one, other) => {
  expect(await from(one)).not.toBe(await from(other));
});

test.each([
  ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1:ffff::1'],
  ['2001:db8::1', '2001:db8::2:0:0:1'],
  ['2001::7:1:2:3:4', '2001:0:0:7::9'],
  ['::1', '::2'],
])('takes %s and %s, which one machine may choose, for one caller', async (one, other) => {
  expect(await from(one)).toBe(await from(other));
});

test('who signs in is one caller from wherever they call', async () => {
  expect(await from('192.0.2.1', 'nora')).toBe(await from('192.0.2.2', 'nora'));
});
