import { devEventText } from '../../src/report/dev.js';

test('dev tells pushes, faults and restarts', () => {
  expect(
    devEventText({ kind: 'pushed', result: 'applied', generation: 3, sha256: 'ab'.repeat(32), milliseconds: 40 }),
  ).toBe('applied generation 3, abababababab, in 40 ms\n');
  expect(devEventText({ kind: 'failed', failure: { code: 'c', message: 'm' } })).toContain(
    'Still serving what was pushed before.',
  );
  expect(devEventText({ kind: 'invalid', diagnostics: [] })).toContain('Still serving what was pushed before.');
  expect(devEventText({ kind: 'restarted', pointers: ['/auth'] })).toContain('/auth');
  expect(devEventText({ kind: 'restarted', pointers: [] })).toBe('restarted with what .dev.vars says now\n');
  expect(devEventText({ kind: 'log', line: '\u001b[31mred' })).toBe('\\u{1b}[31mred\n');
  const request = (path: string) =>
    devEventText({
      kind: 'log',
      line: JSON.stringify({ level: 'info', event: 'request', method: 'POST', path, status: 200, durationMs: 4 }),
    });
  expect(request('/mcp')).toBe('POST /mcp 200 in 4 ms\n');
  expect(request('/_frontmcp/resync')).toBe('');
});
