import { createHash } from 'node:crypto';
import { Agent, fetch } from 'undici';
import { canonicalBytes } from '../../src/contract/encoding/canonical-json.js';
import { sha256Hex } from '../../src/contract/encoding/digest.js';
import { structuralDigest } from '../../src/contract/bundle/structural-digest.js';
import type { BundleIndex } from '../../src/contract/bundle/bundle-index.js';
import { loadSigningKey } from '../../src/push/keys/load-signing-key.js';
import type { SigningKey } from '../../src/push/keys/signing-key.js';
import type { PushableBundle } from '../../src/push/sign.js';
import type { PushEvent, PushPorts } from '../../src/push/client/push-ports.js';
import { RFC8037 } from '../contract/keys/known-keys.js';
import { sampleIndex } from '../support/sample-index.js';
import { NOW_MS } from './fake-worker.js';

/** The key of these tests. The second implementation is slow below a test runner, and sign.test.ts is about it. */
export function testKey(): SigningKey {
  const loaded = loadSigningKey(RFC8037.seedHex);
  if (!loaded.ok) throw new Error(loaded.reason);
  return Object.defineProperty(loaded.key, 'confirm', { value: () => true });
}

/** A bundle of three artifacts; the texts as given. */
export async function testBundle(
  texts: string[] = ['# Refund', '{"op":1}', '{"search":1}'],
  change: (index: BundleIndex) => void = () => undefined,
): Promise<PushableBundle> {
  const index = sampleIndex();
  const artifacts = new Map<string, { bytes: Uint8Array<ArrayBuffer> }>();
  const refs = texts.map((text) => {
    const bytes = Uint8Array.from(Buffer.from(text, 'utf8'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    artifacts.set(sha256, { bytes });
    return { sha256, size: bytes.length, mediaType: 'text/markdown' };
  });
  const [skill, operation, search] = refs;
  if (skill && index.skills.refund) index.skills.refund.files['SKILL.md'] = skill;
  if (operation && index.operations['shop.getOrder']) index.operations['shop.getOrder'].artifact = operation;
  if (search) index.search = search;
  change(index);
  const bytes = canonicalBytes(index);
  return { index, bytes, sha256: await sha256Hex(bytes), structuralDigest: await structuralDigest(index), artifacts };
}

/** Ports with a clock that only sleeping moves; nothing really waits. */
export interface TestPorts extends PushPorts {
  /** How long the client slept between tries, in milliseconds. */
  sleeps: number[];
  /** Timeouts of requests, in milliseconds, in order. */
  timeouts: number[];
  events: PushEvent[];
  /** Milliseconds that {@link PushPorts.now} is ahead of the Worker's clock. */
  skew: number;
  /** Stops the push, as a user would. */
  cancel(): void;
  /** Lets the running request's time run out. */
  expireRequest(): void;
  close(): Promise<void>;
}

export function testPorts(): TestPorts {
  const agent = new Agent();
  const stop = new AbortController();
  let elapsed = 0;
  let counter = 0;
  let expire: () => void = () => undefined;
  const ports: TestPorts = {
    sleeps: [],
    timeouts: [],
    events: [],
    skew: 0,
    signal: stop.signal,
    cancel: () => stop.abort(),
    expireRequest: () => expire(),
    fetch: (input, init) => fetch(input, { ...init, dispatcher: agent }),
    now: () => NOW_MS + elapsed + ports.skew,
    // Random enough: never the same twice.
    random: (bytes) =>
      createHash('sha512')
        .update(String((counter += 1)))
        .digest()
        .subarray(0, bytes),
    reporter: (event) => void ports.events.push(event),
    sleep: (milliseconds, signal) => {
      if (signal === stop.signal || signal === undefined) {
        ports.sleeps.push(milliseconds);
        elapsed += milliseconds;
        return Promise.resolve();
      }
      ports.timeouts.push(milliseconds);
      return new Promise((resolve, reject) => {
        expire = () => {
          elapsed += milliseconds;
          resolve();
        };
        signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
      });
    },
    close: () => agent.destroy(),
  };
  return ports;
}
