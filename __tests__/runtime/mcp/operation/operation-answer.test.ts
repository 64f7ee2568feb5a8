import { operationAnswer } from '../../../../src/runtime/mcp/operation/operation-answer.js';
import type { ApiAnswer } from '../../../../src/runtime/upstream/api-call.js';

const answer = (status: number, data: ApiAnswer['data'], form: ApiAnswer['form'] = 'json'): ApiAnswer => ({
  kind: 'answer',
  status,
  data,
  form,
  mediaType: 'a/b',
});

test.each([
  [{ detail: 'D', title: 'T' }, 'D'],
  [{ title: 'T' }, 'T'],
  [{ message: 'M' }, 'M'],
  [{ error: 'E' }, 'E'],
  [{ error: { message: 'inner' } }, 'inner'],
  [{ error: 'invalid_grant', error_description: 'Token expired' }, 'Token expired'],
])('finds the sentence in the error body %j', (data, sentence) => {
  expect(operationAnswer(answer(400, data), 'GET')).toMatchObject({
    message: `The API answered with status 400: ${sentence}`,
    details: data,
  });
});

test.each([[[1]], [null], [{ detail: 5 }]])('says the status alone for the error body %j', (data) => {
  expect(operationAnswer(answer(400, data), 'GET')).toMatchObject({ message: 'The API answered with status 400.' });
});

test('cuts a long sentence and a long body', () => {
  const outcome = operationAnswer(answer(400, { detail: 'x'.repeat(5000), more: 'y'.repeat(50_000) }), 'GET');
  expect('message' in outcome && outcome.message.length).toBeLessThan(400);
  expect('details' in outcome && JSON.stringify(outcome.details).length).toBeLessThanOrEqual(16_400);
});

test('passes no error text on that is no JSON', () => {
  const outcome = operationAnswer(answer(500, 'stack trace', 'text'), 'GET');
  expect(JSON.stringify(outcome)).not.toContain('stack');
});

test.each([
  [429, 'POST', true],
  [503, 'POST', true],
  [500, 'POST', false],
  [500, 'GET', true],
  [504, 'DELETE', true],
  [504, 'PATCH', false],
  [404, 'GET', false],
  [501, 'GET', false],
])('a %i to a %s may be tried again: %s', (status, method, retryable) => {
  expect(operationAnswer(answer(status, null), method)).toMatchObject({ ok: false, retryable });
});

test('says what text and binary are', () => {
  expect(operationAnswer(answer(200, 'x', 'text'), 'GET')).toEqual({
    ok: true,
    status: 200,
    data: 'x',
    mediaType: 'a/b',
  });
  expect(operationAnswer(answer(200, 'eA==', 'base64'), 'GET')).toEqual({
    ok: true,
    status: 200,
    data: 'eA==',
    mediaType: 'a/b',
    encoding: 'base64',
  });
});
