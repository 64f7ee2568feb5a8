/** Who is calling, as the provider of the manifest says. Made once per request and never shared between two. */
export interface Caller {
  /** Unique among the callers of one Worker: a `sub`, `key:<8 hex>`, or the name of a service token. */
  subject: string;
  /** The OAuth client or service token that acts for the subject. */
  client?: string;
  scopes: readonly string[];
  groups: readonly string[];
  /** The verified token; only with providers that issue tokens, never an API key. */
  token?: string;
  /** The audiences of that token. */
  tokenAudience?: readonly string[];
}
