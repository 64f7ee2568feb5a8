import { createRequestStates } from '../../../../src/runtime/mcp/approval/request-states.js';

const secret = async () => new Uint8Array(32).fill(7);
const caller = { subject: 'ann', client: 'desk' };
const states = createRequestStates(secret, caller);

test('gives back what was minted', async () => {
  expect(await states.verify(await states.mint({ asked: 'acme.refund' }))).toEqual({ asked: 'acme.refund' });
});

test.each([
  ['another caller', { subject: 'bob', client: 'desk' }],
  ['the same person through another client', { subject: 'ann' }],
])('refuses a state that was minted for %s', async (_, other) => {
  await expect(createRequestStates(secret, other).verify(await states.mint(1))).rejects.toThrow();
});

test('refuses a state of another key, and one that was changed', async () => {
  const state = await states.mint(1);
  const foreign = createRequestStates(async () => new Uint8Array(32).fill(8), caller);
  await expect(foreign.verify(state)).rejects.toThrow();
  await expect(states.verify(`${state}x`)).rejects.toThrow();
  await expect(states.verify('v1.e30.AAAA')).rejects.toThrow();
});

test('knows a state for an hour, and no longer', async () => {
  const state = await createRequestStates(secret, caller, () => 1_000_000).mint('x');
  const at = (now: number) => createRequestStates(secret, caller, () => now).verify(state);
  expect(await at(1_000_000 + 3_600_000)).toBe('x');
  await expect(at(1_000_000 + 3_601_000)).rejects.toThrow('expired');
});
