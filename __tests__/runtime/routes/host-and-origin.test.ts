import { isAllowedHost } from '../../../src/runtime/routes/host-and-origin.js';

const deployment = {
  url: 'https://mcp.acme.example',
  customDomain: 'custom.acme.example',
  routes: [{ pattern: 'routed.acme.example/mcp/*' }, { pattern: 'https://secure.acme.example/*' }],
};
const allows = (url: string): boolean => isAllowedHost(new URL(url), deployment);

test.each([
  'https://anything.example/mcp',
  'http://localhost:8787/mcp',
  'http://127.0.0.1/mcp',
  'http://127.9.9.9/mcp',
  'http://[::1]:8787/mcp',
  'http://mcp.acme.example/mcp',
  'http://custom.acme.example/mcp',
  'http://routed.acme.example/mcp',
  'http://secure.acme.example/mcp',
])('accepts %s', (url) => expect(allows(url)).toBe(true));

test.each([
  'http://evil.example/mcp',
  'http://localhost.evil.example/mcp',
  'http://127.0.0.1.evil.example/mcp',
  'http://192.168.0.5/mcp',
  'http://acme.example/mcp',
])('refuses %s', (url) => expect(allows(url)).toBe(false));
