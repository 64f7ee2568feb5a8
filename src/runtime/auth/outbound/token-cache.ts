import { canonicalJson } from '../../../contract/encoding/canonical-json.js';
import { sha256Hex } from '../../../contract/encoding/digest.js';
import type { Caller } from '../caller.js';

const MAX_TOKENS = 1_000;
/** A token is not used in its last seconds, because it must still be valid when it arrives. */
const EXPIRY_SKEW_MS = 30_000;

interface CachedToken {
  value: string;
  expiresAt: number;
}

/** Access tokens of an isolate, by digest of everything they depend on. */
export interface TokenCache {
  tokens: Map<string, CachedToken>;
  /** Requests on their way, per caller: a promise of one request must not be awaited by another, which may outlive it. */
  inFlight: WeakMap<Caller, Map<string, Promise<unknown>>>;
}

/** Everything that a token depends on. Secrets and tokens in it do not reach the cache, only a digest of all. */
export interface TokenScope {
  /** Empty for a token of the Worker itself. */
  subject: string;
  /** Grant, token endpoint, audience and resource. */
  resource: readonly string[];
  scope: string;
  /** Text that must be equal for a token to be reused: the caller's token, the Worker's client secret. */
  credentials: readonly string[];
}

/** Makes an empty cache. */
export function createTokenCache(): TokenCache {
  return { tokens: new Map(), inFlight: new WeakMap() };
}

/** The key under which a token is kept. */
export function tokenKey(scope: TokenScope): Promise<string> {
  return sha256Hex(canonicalJson(scope));
}

/** A token that is still usable at `now`, in milliseconds since 1970. */
export function cachedToken(cache: TokenCache, key: string, now: number): string | undefined {
  const token = cache.tokens.get(key);
  if (token === undefined) return undefined;
  if (token.expiresAt - EXPIRY_SKEW_MS > now) return token.value;
  cache.tokens.delete(key);
  return undefined;
}

/** Keeps a token until `expiresAt`, in milliseconds since 1970; the oldest gives way. */
export function keepToken(cache: TokenCache, key: string, token: CachedToken): void {
  cache.tokens.delete(key);
  const oldest = cache.tokens.keys().next().value;
  if (cache.tokens.size >= MAX_TOKENS && oldest !== undefined) cache.tokens.delete(oldest);
  cache.tokens.set(key, token);
}

/** Runs the work once for all who ask for the same key in the same request. */
export function onceInFlight<T>(cache: TokenCache, caller: Caller, key: string, work: () => Promise<T>): Promise<T> {
  const running = cache.inFlight.get(caller) ?? new Map<string, Promise<unknown>>();
  cache.inFlight.set(caller, running);
  const known = running.get(key) as Promise<T> | undefined;
  if (known !== undefined) return known;
  const promise = work().finally(() => running.delete(key));
  running.set(key, promise);
  return promise;
}
