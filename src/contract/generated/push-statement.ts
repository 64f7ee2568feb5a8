/* Generated from schemas/push-statement.v1.json by "npm run generate". Do not edit. */

/**
 * Claims of a push statement, version 1: a closed set.
 */
export interface PushClaims {
  v: 1;
  /**
   * The intent.
   */
  op: 'apply' | 'plan' | 'rollback' | 'status' | 'blob' | 'embed';
  /**
   * Audience: `<deployment.url>/_frontmcp/resync`, or `frontmcp:<name>/<environment>`.
   */
  aud: string;
  /**
   * The environment.
   */
  env: string;
  /**
   * Name of the project.
   */
  name: string;
  /**
   * Digest of the bundle or blob.
   */
  sha256?: string;
  /**
   * Bytes of the bundle or blob.
   */
  size?: number;
  /**
   * Structural digest.
   */
  struct?: string;
  /**
   * Issued at, in seconds.
   */
  iat: number;
  /**
   * Expires, in seconds.
   */
  exp: number;
  /**
   * At least 128 random bits, base64url.
   */
  jti: string;
  /**
   * The head this push was planned against; `null` for a first deploy, `"*"` for any.
   */
  expect?: null | '*' | ExpectedHead;
  src?: PushSource;
}
export interface ExpectedHead {
  generation: number;
  sha256: string;
}
/**
 * Where the push came from; for the audit, never for decisions.
 */
export interface PushSource {
  repository?: string;
  commit?: string;
  ref?: string;
  run?: string;
  actor?: string;
}
