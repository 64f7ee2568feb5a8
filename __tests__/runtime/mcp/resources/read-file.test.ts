import { createHash } from 'node:crypto';
import type { ArtifactRef } from '../../../../src/contract/bundle/bundle-index.js';
import type { McpContext } from '../../../../src/runtime/mcp/context.js';
import { MAX_READ_BYTES, readFile } from '../../../../src/runtime/mcp/resources/read-file.js';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function blob(
  bytes: Uint8Array,
  stored: Uint8Array | null = bytes,
): { ref: ArtifactRef; env: Record<string, unknown> } {
  const key = `sha256/${digest(bytes)}`;
  const get = async (asked: string) =>
    asked === key && stored ? { arrayBuffer: async () => Uint8Array.from(stored).buffer } : null;
  return {
    ref: { sha256: digest(bytes), size: bytes.length, mediaType: 'image/png', blob: true },
    env: { SKILL_DATA: { get } },
  };
}

function read({ ref, env }: { ref: ArtifactRef; env: Record<string, unknown> }): Promise<object> {
  return readFile({ env, snapshot: { text: async () => 'from the bundle' } } as unknown as McpContext, ref);
}

test('reads text from the bundle', async () => {
  const ref = { sha256: 'a'.repeat(64), size: 3, mediaType: 'text/markdown' };
  expect(await read({ ref, env: {} })).toEqual({ text: 'from the bundle' });
});

test('gives a blob as base64, and large text as text', async () => {
  const binary = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
  expect(await read(blob(binary))).toEqual({ blob: Buffer.from(binary).toString('base64') });
  const text = '\ufeffgrüße '.repeat(10_000);
  expect(await read(blob(Buffer.from(text)))).toEqual({ text });
  expect(await read(blob(Buffer.from('a\0b')))).toEqual({ blob: 'YQBi' });
});

test('refuses bytes that are not those of the signed index', async () => {
  await expect(read(blob(Buffer.from('right'), Buffer.from('wrong')))).rejects.toMatchObject({
    code: -32603,
    message: expect.stringContaining('push the bundle again'),
  });
});

test('says what is missing: the object, or the store', async () => {
  await expect(read(blob(Buffer.from('gone'), null))).rejects.toThrow('does not hold the file');
  await expect(read({ ...blob(Buffer.from('gone')), env: {} })).rejects.toThrow('SKILL_DATA');
});

test('refuses what would not fit the memory, without reading it', async () => {
  const { ref } = blob(Buffer.from('x'));
  const env = { SKILL_DATA: { get: () => Promise.reject(new Error('was read')) } };
  await expect(read({ ref: { ...ref, size: MAX_READ_BYTES + 1 }, env })).rejects.toThrow(`at most ${MAX_READ_BYTES}`);
});
