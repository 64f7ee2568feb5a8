import { createHash } from 'node:crypto';
import {
  createArtifactCache,
  openArtifacts,
  type ArtifactPlaces,
} from '../../../../src/runtime/store/snapshots/artifact-source.js';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const refOf = (text: string) => ({ sha256: digest(text), size: Buffer.byteLength(text), mediaType: 'text/plain' });

/** Places that hold nothing but what a test puts there. */
function open(places: Partial<ArtifactPlaces>, asked: string[] = []): ReturnType<typeof openArtifacts> {
  return openArtifacts({
    cache: createArtifactCache(1_000_000),
    atHand: () => null,
    lastKnownGood: null,
    blobs: null,
    ...places,
    store: {
      artifact: async (sha256) => {
        asked.push(sha256);
        return (await places.store?.artifact(sha256)) ?? null;
      },
    },
  });
}

const storing = (text: string) => ({ artifact: async () => new TextEncoder().encode(text) });

test('what is at hand costs no hop, what is not costs one, and only the first time', async () => {
  const asked: string[] = [];
  const source = open(
    { atHand: (sha256) => (sha256 === digest('near') ? 'near' : null), store: storing('far') },
    asked,
  );
  for (let round = 0; round < 3; round += 1) {
    expect(await source.text(refOf('near'))).toBe('near');
    expect(await source.text(refOf('far'))).toBe('far');
  }
  expect(asked).toEqual([digest('far')]);
});

test('text with another digest is never handed out, wherever it lies', async () => {
  const evil = 'evil';
  const lastKnownGood = { copy: {} as never, part: async (sha256: string) => new Map([[sha256, evil]]) };
  const blobs = { get: async () => ({ text: async () => evil }) } as never;
  const everywhere = open({ atHand: () => evil, lastKnownGood, store: storing(evil), blobs });
  await expect(everywhere.text(refOf('good'))).rejects.toThrow('is in no store of this Worker');
  await expect(everywhere.json(refOf('{}'))).rejects.toThrow('is in no store of this Worker');
  await expect(everywhere.text({ ...refOf('good'), blob: true })).rejects.toThrow('is in no store of this Worker');
});

test('a damaged place is passed over for the next', async () => {
  const lastKnownGood = { copy: {} as never, part: async (sha256: string) => new Map([[sha256, 'evil']]) };
  expect(await open({ lastKnownGood, store: storing('good') }).text(refOf('good'))).toBe('good');
});

test('neighbours in a part of the last-known-good copy come along, unless their text is another', async () => {
  const asked: string[] = [];
  const part = new Map([
    [digest('one'), 'one'],
    [digest('two'), 'two'],
    [digest('three'), 'evil'],
  ]);
  let reads = 0;
  const lastKnownGood = {
    copy: {} as never,
    part: async () => {
      reads += 1;
      return part;
    },
  };
  const source = open({ lastKnownGood }, asked);
  expect([await source.text(refOf('one')), await source.text(refOf('two'))]).toEqual(['one', 'two']);
  expect(reads).toBe(1);
  await expect(source.text(refOf('three'))).rejects.toThrow();
});

test('JSON is parsed once', async () => {
  const source = open({ store: storing('{"a":1}') });
  const first = await source.json(refOf('{"a":1}'));
  expect(await source.json(refOf('{"a":1}'))).toBe(first);
});
