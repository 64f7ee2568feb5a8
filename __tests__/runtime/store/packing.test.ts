import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { packArtifacts, packDigests, unpackArtifacts, unpackDigests } from '../../../src/runtime/store/packing.js';

const digest = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

test('digests come out as they went in', () => {
  const digests = ['a', 'b', 'c'].map(digest);
  expect(unpackDigests(packDigests(digests))).toEqual(digests);
  expect(packDigests(digests)).toHaveLength(96);
  expect(unpackDigests(packDigests([]))).toEqual([]);
});

test('artifacts come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), (contents) => {
      const artifacts = new Map(contents.map((bytes) => [digest(bytes), bytes]));
      const unpacked = [...unpackArtifacts(packArtifacts(artifacts))].map(({ sha256, bytes }) => [sha256, [...bytes]]);
      expect(unpacked).toEqual([...artifacts].map(([sha256, bytes]) => [sha256, [...bytes]]));
    }),
  );
});

test('packed artifacts are smaller than the push body they came in', () => {
  const texts = Array.from({ length: 500 }, (_, index) => String(index));
  const body = JSON.stringify({
    v: 1,
    bundle: '',
    artifacts: Object.fromEntries(texts.map((text) => [digest(text), text])),
  });
  expect(packArtifacts(new Map(texts.map((text) => [digest(text), Buffer.from(text)]))).length).toBeLessThan(
    body.length,
  );
});
