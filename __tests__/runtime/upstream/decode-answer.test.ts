import { decodeAnswer } from '../../../src/runtime/upstream/answer/decode-answer.js';
import { redaction } from '../../../src/runtime/upstream/redact.js';

const nothing = redaction({ headers: [], query: [], cookies: [] });
const decode = (body: BodyInit | null, type: string | undefined, limit = 1000, init: ResponseInit = {}) => {
  const response = new Response(body, init);
  // Node adds a type of its own to a text body.
  response.headers.delete('content-type');
  if (type !== undefined) response.headers.set('content-type', type);
  return decodeAnswer(response, limit, nothing);
};

test.each([
  'application/json',
  'application/json; charset=utf-8',
  'application/vnd.github+json',
  'application/problem+json',
  'text/json',
  undefined,
])('decodes %s as JSON', async (type) => {
  expect(await decode('{"a":[1]}', type)).toMatchObject({ form: 'json', data: { a: [1] } });
});

test.each([
  'text/plain',
  'text/html',
  'application/xml',
  'image/svg+xml',
  'text/csv',
  'text/tab-separated-values',
  'text/event-stream',
  'application/jsonl',
  'application/json-seq',
])('decodes %s as text', async (type) => {
  expect(await decode('ä<b>', type)).toMatchObject({ form: 'text', data: 'ä<b>', mediaType: type });
});

test.each(['image/png', 'application/octet-stream', 'application/pdf'])('decodes %s as base64', async (type) => {
  const bytes = new Uint8Array([0, 255, 128, 10]);
  expect(await decode(bytes, type)).toMatchObject({ form: 'base64', data: 'AP+ACg==', mediaType: type });
});

test('recognises binary that has no type', async () => {
  expect(await decode(new Uint8Array([0, 255, 128]), undefined)).toMatchObject({ form: 'base64' });
});

test('takes the character set of the type', async () => {
  expect(await decode(new Uint8Array([0xe4]), 'text/plain; charset=iso-8859-1')).toMatchObject({ data: 'ä' });
});

test('reads text of an unknown character set as UTF-8', async () => {
  expect(await decode('ä', 'text/plain; charset=klingon')).toMatchObject({ data: 'ä' });
});

test.each([204, 304, 205])('answers null for status %i without a body', async (status) => {
  expect(await decode(null, undefined, 1000, { status })).toMatchObject({ status, form: 'empty', data: null });
});

test('answers null for an empty body of a JSON type', async () => {
  expect(await decode('', 'application/json')).toMatchObject({ form: 'empty', data: null });
});

test('passes text on that only claims to be JSON', async () => {
  expect(await decode('<html>', 'application/json')).toMatchObject({ form: 'text', data: '<html>' });
});

test('keeps JSON valid when it is cut, and says so', async () => {
  const answer = await decode(
    JSON.stringify({ items: Array.from({ length: 500 }, (_, id) => ({ id })) }),
    'application/json',
    200,
  );
  const { items } = answer.data as { items: { id: number }[] };
  expect(items[0]).toEqual({ id: 0 });
  expect(items.length).toBeGreaterThan(5);
  expect(JSON.stringify(answer.data).length).toBeLessThanOrEqual(210);
  expect(answer.truncated?.note).toContain('cut');
});

test('cuts text at a whole character', async () => {
  const answer = await decode('ä'.repeat(100), 'text/plain', 101);
  expect(answer.data).toBe('ä'.repeat(50));
  expect(answer.truncated).toBeDefined();
});

test('cuts binary so that its base64 stays within the limit', async () => {
  const answer = await decode(new Uint8Array(1000), 'application/octet-stream', 400);
  expect((answer.data as string).length).toBe(400);
  expect(answer.truncated?.keptBytes).toBe(300);
});

test('does not call an answer cut that fits exactly', async () => {
  expect((await decode('x'.repeat(100), 'text/plain', 100)).truncated).toBeUndefined();
});

test('reads no more of an endless body than it may pass on', async () => {
  let sent = 0;
  let isCancelled = false;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1000;
      controller.enqueue(new Uint8Array(1000).fill(0x61));
    },
    cancel() {
      isCancelled = true;
    },
  });
  await decode(endless, 'text/plain', 5000);
  expect(sent).toBeLessThan(20_000);
  expect(isCancelled).toBe(true);
});

test('passes JSON that is nested too deeply on as text', async () => {
  expect(await decode('['.repeat(200) + ']'.repeat(200), 'application/json')).toMatchObject({ form: 'text' });
});

test('keeps member names that could reach a prototype as ordinary members', async () => {
  const answer = await decode('{"__proto__":{"polluted":1},"constructor":2}', 'application/json');
  expect(JSON.stringify(answer.data)).toBe('{"__proto__":{"polluted":1},"constructor":2}');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([
  ['3', 3],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
  ['soon', undefined],
])('reads Retry-After %s', async (value, expected) => {
  expect(
    (await decode('{}', 'application/json', 1000, { status: 429, headers: { 'retry-after': value } }))
      .retryAfterSeconds,
  ).toBe(expected);
});
