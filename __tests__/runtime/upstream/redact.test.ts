import { decodeAnswer } from '../../../src/runtime/upstream/answer/decode-answer.js';
import { redaction } from '../../../src/runtime/upstream/redact.js';

const SECRET = 'sk-live "quoted"/x';
const credentials = {
  headers: [
    ['Authorization', `Bearer ${SECRET}`],
    ['X-Basic', `Basic ${btoa('user:pass-word-1')}`],
  ] as [string, string][],
  query: [['key', 'query-secret']] as [string, string][],
  cookies: [['sid', 'cookie-secret']] as [string, string][],
};

const answerOf = (body: BodyInit, type: string, limit = 10_000) =>
  decodeAnswer(new Response(body, { headers: { 'content-type': type } }), limit, redaction(credentials));

test('removes every credential that an API echoes, in each of its forms', async () => {
  const echoed = {
    a: `Bearer ${SECRET}`,
    b: encodeURIComponent(SECRET),
    c: btoa('user:pass-word-1'),
    d: 'user:pass-word-1',
    e: 'pass-word-1',
    f: 'query-secret',
    g: 'cookie-secret',
  };
  const { data } = await answerOf(JSON.stringify(echoed), 'application/json');
  expect(Object.values(data as object).join(' ')).not.toMatch(/sk-live|dXNlc|pass-word|-secret/);
  expect(data).toMatchObject({ a: 'Bearer [redacted]', f: '[redacted]' });
});

test('removes them from text and from binary', async () => {
  expect((await answerOf(`key=${SECRET};`, 'text/plain')).data).toBe('key=[redacted];');
  expect(atob((await answerOf(`key=${SECRET};`, 'application/octet-stream')).data as string)).toBe('key=[redacted];');
});

test('removes one that stands across the cut', async () => {
  const { data } = await answerOf(`${'x'.repeat(95)}${SECRET}${'y'.repeat(100)}`, 'text/plain', 100);
  expect(data).not.toContain('sk-l');
});

test('leaves short values alone, which are no secrets', () => {
  expect(redaction({ headers: [['X-Version', '2']], query: [], cookies: [] }).redact('2 of 2')).toBe('2 of 2');
});
