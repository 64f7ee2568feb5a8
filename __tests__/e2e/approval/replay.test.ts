import { ANN, BOB, REFUND, startApprovalShop, type ApprovalShop, type Reply } from './approval-shop.js';

let shop: ApprovalShop;

beforeAll(async () => {
  shop = await startApprovalShop();
});
afterAll(() => shop.stop());

const MINUTE = 60_000;
const YES = { approval: { action: 'accept', content: {} } };
const calls = () => shop.api.seen.length;

/** Asks, and returns the state of the question. */
async function ask(call: object = REFUND): Promise<string> {
  const { result } = await shop.call({}, { call });
  expect(result).toMatchObject({
    resultType: 'input_required',
    inputRequests: { approval: { method: 'elicitation/create' } },
  });
  return result?.requestState ?? '';
}

/** Answers yes to a question. */
const agree = (requestState: string, options?: object): Promise<Reply> =>
  shop.call({ requestState, inputResponses: YES }, options);

const codeOf = ({ result }: Reply) => result?.structuredContent?.code;

test('a yes is good for one call', async () => {
  const state = await ask();
  const before = calls();
  expect((await agree(state)).result?.structuredContent).toMatchObject({ ok: true });
  expect((await agree(state)).result?.structuredContent).toMatchObject({
    ok: false,
    code: 'approval_void',
    message: expect.stringContaining('has been used'),
  });
  expect(calls()).toBe(before + 1);
});

test('of many at once, too', async () => {
  const state = await ask();
  const before = calls();
  const codes = (await Promise.all(Array.from({ length: 8 }, () => agree(state)))).map(codeOf);
  expect(codes.filter((code) => code === 'approval_void')).toHaveLength(7);
  expect(calls()).toBe(before + 1);
});

test.each([
  ['other arguments', { ...REFUND, input: { ...REFUND.input, amount: 9999 } }],
  ['one argument less', { ...REFUND, input: { id: '7', reason: 'late' } }],
  ['another operation', { tool: 'acme.deleteOrder', input: { id: '7' } }],
  ['another operation with the same arguments', { ...REFUND, tool: 'acme.issueTwin' }],
])('a yes is not good for %s', async (_, call) => {
  const state = await ask();
  const before = calls();
  const { result } = await agree(state, { call });
  expect(result?.structuredContent).toMatchObject({
    ok: false,
    code: 'approval_void',
    message: expect.stringContaining('about another call'),
  });
  expect(calls()).toBe(before);
  expect((await agree(state)).result?.structuredContent).toMatchObject({ ok: true });
});

test('nor for another caller', async () => {
  const state = await ask();
  const before = calls();
  expect((await agree(state, { caller: BOB })).error).toMatchObject({ code: -32602 });
  expect(calls()).toBe(before);
  expect((await agree(state, { caller: ANN })).result?.structuredContent).toMatchObject({ ok: true });
});

test('a state that was changed is refused', async () => {
  const [version, body = '', mac = ''] = (await ask()).split('.');
  const state = JSON.parse(Buffer.from(body, 'base64url').toString()) as { p: { until: number } };
  state.p.until += 1;
  const forged = [version, Buffer.from(JSON.stringify(state)).toString('base64url'), mac].join('.');
  const changed = [forged, `${version}.${body}.${mac.slice(0, -2)}AA`, `${version}.${body}.${mac}.`, body];
  const before = calls();
  for (const each of [...changed, '', '.', 'v1..', 'null'])
    expect((await agree(each)).error).toMatchObject({ code: -32602 });
  expect(calls()).toBe(before);
});

test('the state holds digests, not what the call says', async () => {
  const body = Buffer.from((await ask()).split('.')[1] ?? '', 'base64url').toString();
  expect(body).toContain('"inputHash":"');
  expect(body).not.toMatch(/late|12\.5/);
});

test('a yes that nobody asked for is no yes: the person is asked', async () => {
  const before = calls();
  expect((await shop.call({ inputResponses: YES })).result).toMatchObject({ resultType: 'input_required' });
  expect(calls()).toBe(before);
});

test.each([
  ['none', {}],
  ['to another question', { other: { action: 'accept' } }],
  ['that is no answer', { approval: { action: 'yes' } }],
  ['that is a text', { approval: 'accept' }],
  ['of another kind', { approval: { roots: [] } }],
])('with a state and an answer %s the person is asked again', async (_, inputResponses) => {
  const requestState = await ask();
  const before = calls();
  expect((await shop.call({ requestState, inputResponses })).result).toMatchObject({ resultType: 'input_required' });
  expect(calls()).toBe(before);
});

test('a client that says it can only open pages cannot ask', async () => {
  const { result } = await shop.call({}, { capabilities: { elicitation: { url: {} } } });
  expect(result?.structuredContent).toMatchObject({ ok: false, code: 'approval_required' });
});

test('a yes after five minutes comes too late, and says so', async () => {
  const [early, late] = [await ask(), await ask()];
  const before = calls();
  await shop.wait(4.9 * MINUTE);
  expect((await agree(early)).result?.structuredContent).toMatchObject({ ok: true });
  await shop.wait(5.1 * MINUTE);
  expect((await agree(late)).result?.structuredContent).toMatchObject({
    ok: false,
    code: 'approval_void',
    message: expect.stringContaining('later than 5 minutes'),
  });
  // Long after, not even what it was about is looked at.
  await shop.wait(61 * MINUTE);
  expect((await agree(late)).error).toMatchObject({ code: -32602 });
  await shop.wait(0);
  expect(calls()).toBe(before + 1);
});

test('a yes that has been used stays used until it is worth nothing', async () => {
  const state = await ask();
  await agree(state);
  await shop.wait(4.9 * MINUTE);
  // Another yes makes the Worker forget what is old.
  expect((await agree(await ask())).result?.structuredContent).toMatchObject({ ok: true });
  expect((await agree(state)).result?.structuredContent).toMatchObject({ code: 'approval_void' });
  await shop.wait(0);
});
