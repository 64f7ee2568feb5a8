import type { PushSource } from '../../contract/push/push-messages.js';
import type { SigningKey } from '../keys/signing-key.js';
import type { PushableBundle } from '../sign.js';

/** Which Worker to speak to, as whom, and about which bundle. */
export interface PushTarget {
  /** Where the Worker answers, without the path of the resync endpoint. */
  url: string;
  /** Gives the statement its identity; what is pushed. */
  bundle: PushableBundle;
  key: SigningKey;
  kid: string;
  /** Where the push comes from, for the audit. */
  source?: PushSource;
  /** Cloudflare Access service token, sent with every request. */
  access?: { clientId: string; clientSecret: string };
  /** Version of this product, for the User-Agent header. */
  version?: string;
  /** Overall, in milliseconds; 120,000 by default. */
  deadlineMs?: number;
  /** For one request, in milliseconds; 30,000 by default. */
  requestTimeoutMs?: number;
}
