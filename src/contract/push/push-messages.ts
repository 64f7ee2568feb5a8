import type { BundleDiff } from '../bundle/diff.js';
import type { ExpectedHead, PushClaims, PushSource } from '../generated/push-statement.js';

export type { ExpectedHead, PushClaims, PushSource };

/** What a push statement asks for: its `op` claim. */
export type Intent = PushClaims['op'];

/** Algorithms of a push statement; `Ed25519` is the name RFC 9864 gives to `EdDSA` with that curve. */
export type SignatureAlgorithm = 'EdDSA' | 'Ed25519' | 'RS256';

/** Protected header of a push statement: exactly these members. */
export interface StatementHeader {
  alg: SignatureAlgorithm;
  kid: string;
  typ: 'frontmcp-push+jwt';
}

/** Body of a push: the exact index bytes as a string, and the artifacts the Worker lacks. */
export interface PushBody {
  v: 1;
  bundle: string;
  /** Digest → text. Absent in a plan. */
  artifacts?: Record<string, string>;
}

/** The bundle that is live: what `expect` is compared with. */
export interface Head {
  generation: number;
  sha256: string;
}

/** Where a record stands in the audit chain. */
export interface AuditHead {
  seq: number;
  hash: string;
}

/** Outcomes of an accepted push statement; `stored` answers the upload of a blob. */
export type PushStatus = 'applied' | 'unchanged' | 'planned' | 'rolled_back' | 'status' | 'stored';

/** What the client may do after a refusal. */
export type RetryAdvice = 'never' | 'new-statement' | 'back-off';

/** The Worker's answer to an accepted statement. */
export interface Receipt {
  protocol: 1;
  requestId: string;
  status: PushStatus;
  /** What is served now. 0 for the bundle the Worker was deployed with, and when none is served. */
  generation: number;
  /** What is served now: after an apply or a rollback, the bundle that was asked for. */
  bundleSha256: string | null;
  /** What was live before: of a plan, what is live; `null` before the first push. */
  previous: Head | null;
  /** What the push changes. */
  diff?: BundleDiff;
  /** Artifacts and blobs that the Worker lacks, by digest. */
  missing?: { artifacts: string[]; blobs: string[] };
  audit: AuditHead | null;
  /** The Worker's clock, ISO 8601. */
  serverTime: string;
  /** Only for `status`. */
  worker?: WorkerStatus;
}

/** The Worker's answer to a statement it refused. */
export interface Refused {
  protocol: 1;
  requestId: string;
  error: { code: string; message: string; retry: RetryAdvice; details: Record<string, unknown> };
  generation: number | null;
  bundleSha256: string | null;
  serverTime: string;
}

/** What `status` reports about the Worker itself. */
export interface WorkerStatus {
  name: string;
  environment: string;
  audience: string;
  runtimeVersion: string;
  structuralDigest: string;
  appliedAt: string | null;
  /** Usable trust roots, with the RFC 7638 thumbprint of each key. */
  trustRoots: { kid: string; algorithm: string; thumbprint: string }[];
  /** Trust roots that could not be used, and why. */
  unusableTrustRoots: { kid: string; reason: string }[];
  /** Features whose binding is missing, and what is lost without it. */
  missingBindings: { binding: string; consequence: string }[];
  /** Declared secrets that have no value. */
  missingSecrets: string[];
  /** Audit records that are not in the database yet. */
  auditPending: number;
  /** Push statements refused before anybody was authenticated, by the isolate that answers, since it started. */
  unauthenticatedRefusals: number;
}
