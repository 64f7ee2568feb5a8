import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { fetchJson, type Fetch } from './fetch-json.js';
import { discoverIssuer, IssuerUnavailable, type IssuerMetadata } from './issuer-metadata.js';

const METADATA_LIFETIME_MS = 3_600_000;
const KEYS_LIFETIME_MS = 600_000;
/** How long a failure is remembered, so that an outage of the issuer does not make every request wait for it. */
const FAILURE_LIFETIME_MS = 10_000;
/** An unknown key id may make the Worker fetch the keys again, so often in so much time and no more. */
const REFRESH_WINDOW_MS = 30_000;
const REFRESHES_PER_WINDOW = 3;
const MAX_ISSUERS = 16;

/** An issuer, and where its keys are when it is not asked. */
export interface Issuer {
  issuer: string;
  jwksUri?: string;
}

/** What an isolate remembers of one issuer; nothing in it depends on a caller. */
interface IssuerRecord {
  metadata?: { value: IssuerMetadata; expiresAt: number };
  keys?: { select: JWTVerifyGetKey; expiresAt: number };
  failure?: { reason: string; expiresAt: number };
  refreshedAt: number[];
}

/** Issuer → what is known about it. Times are milliseconds since 1970. */
export type IssuerCache = Map<string, IssuerRecord>;

/** What the verifier needs of the world. */
export interface IssuerPorts {
  fetch: Fetch;
  now: () => number;
  issuers: IssuerCache;
}

/** What differs from the Worker's own ports. */
export interface IssuerOptions {
  /** Default: the global `fetch`. */
  fetch?: Fetch;
  /** Milliseconds since 1970. Default: `Date.now`. */
  now?: () => number;
  /** What is remembered of issuers. Default: one cache per isolate. */
  issuers?: IssuerCache;
}

const isolateIssuers: IssuerCache = new Map();

/** Fills the ports that the options leave open with the Worker's own. */
export function issuerPorts(options: IssuerOptions): IssuerPorts {
  return {
    // workerd's fetch must be called without a receiver.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    now: options.now ?? Date.now,
    issuers: options.issuers ?? isolateIssuers,
  };
}

/**
 * The key that a token names. An unknown key id makes it fetch the keys once more (rotation), within a
 * budget. Throws {@link IssuerUnavailable}, or jose's `JWKSNoMatchingKey` and `JWKSMultipleMatchingKeys`.
 */
export function issuerKeys(issuer: Issuer, ports: IssuerPorts): JWTVerifyGetKey {
  return async (header, token) => {
    const record = recordOf(issuer, ports.issuers);
    const select = await currentKeys(issuer, record, ports);
    try {
      return await select(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !mayRefresh(record, ports.now())) throw error;
      return (await fetchKeys(issuer, record, ports))(header, token);
    }
  };
}

/** The metadata of an issuer, from the cache while it is fresh. Throws {@link IssuerUnavailable}. */
export async function issuerMetadata(issuer: Issuer, ports: IssuerPorts): Promise<IssuerMetadata> {
  return remembered(recordOf(issuer, ports.issuers), ports, (record) => currentMetadata(issuer, record, ports));
}

function recordOf({ issuer, jwksUri }: Issuer, issuers: IssuerCache): IssuerRecord {
  const key = `${issuer} ${jwksUri ?? ''}`;
  const known = issuers.get(key);
  if (known !== undefined) return known;
  const oldest = issuers.keys().next().value;
  if (issuers.size >= MAX_ISSUERS && oldest !== undefined) issuers.delete(oldest);
  const record: IssuerRecord = { refreshedAt: [] };
  issuers.set(key, record);
  return record;
}

async function currentKeys(issuer: Issuer, record: IssuerRecord, ports: IssuerPorts): Promise<JWTVerifyGetKey> {
  if (record.keys !== undefined && record.keys.expiresAt > ports.now()) return record.keys.select;
  return remembered(record, ports, () => fetchKeys(issuer, record, ports));
}

async function remembered<T>(
  record: IssuerRecord,
  ports: IssuerPorts,
  work: (record: IssuerRecord) => Promise<T>,
): Promise<T> {
  const { failure } = record;
  if (failure !== undefined && failure.expiresAt > ports.now()) throw new IssuerUnavailable(failure.reason);
  try {
    return await work(record);
  } catch (error) {
    if (error instanceof IssuerUnavailable)
      record.failure = { reason: error.reason, expiresAt: ports.now() + FAILURE_LIFETIME_MS };
    throw error;
  }
}

function mayRefresh(record: IssuerRecord, now: number): boolean {
  record.refreshedAt = record.refreshedAt.filter((at) => at > now - REFRESH_WINDOW_MS);
  if (record.refreshedAt.length >= REFRESHES_PER_WINDOW) return false;
  record.refreshedAt.push(now);
  return true;
}

async function currentMetadata(issuer: Issuer, record: IssuerRecord, ports: IssuerPorts): Promise<IssuerMetadata> {
  if (record.metadata !== undefined && record.metadata.expiresAt > ports.now()) return record.metadata.value;
  const value = await discoverIssuer(issuer.issuer, ports.fetch);
  record.metadata = { value, expiresAt: ports.now() + METADATA_LIFETIME_MS };
  return value;
}

async function fetchKeys(issuer: Issuer, record: IssuerRecord, ports: IssuerPorts): Promise<JWTVerifyGetKey> {
  const jwksUri = issuer.jwksUri ?? (await currentMetadata(issuer, record, ports)).jwksUri;
  const answer = await fetchJson(ports.fetch, jwksUri, {
    headers: { accept: 'application/jwk-set+json, application/json' },
  });
  if (!answer.ok || answer.status !== 200) throw new IssuerUnavailable('the issuer does not hand out its keys');
  const select = keySet(answer.value as unknown as JSONWebKeySet);
  record.keys = { select, expiresAt: ports.now() + KEYS_LIFETIME_MS };
  return select;
}

function keySet(document: JSONWebKeySet): JWTVerifyGetKey {
  try {
    return createLocalJWKSet(document);
  } catch {
    throw new IssuerUnavailable('the keys of the issuer are no JSON Web Key Set');
  }
}
