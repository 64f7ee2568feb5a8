import type { RefusalCode } from './refusals.js';

/** What each refusal means, for docs/push-channel.md; apart from the table because the Worker does not need it. */
export const REFUSAL_MEANINGS: { readonly [C in RefusalCode]: string } = {
  not_found: 'The path is no route of the push channel.',
  method_not_allowed: 'The route exists, the method does not.',
  length_required: 'A blob upload came without its length.',
  unsupported_media_type: 'Content-Type or Content-Encoding is not one the push channel reads.',
  header_too_large: 'The Frontmcp-Push header is too large.',
  missing_statement: 'Nothing was signed. No setting turns the check off.',
  malformed_statement: 'The compact JWS, its header or its claims do not have the one accepted form.',
  unsupported_version:
    'The statement or the body has a version the Worker does not know. Redeploy the Worker, or use an older action.',
  wrong_type: 'A JWS made for something else was sent.',
  unknown_kid:
    'The key is not in signing.trustRoots, or its public key secret is missing or unusable; a signed status tells which.',
  alg_key_mismatch: 'The key decides the algorithm; the header must name it.',
  bad_signature: 'The statement was altered, or signed with another key than its key id says.',
  no_trust_root: 'Every public key secret is missing or unusable. Set the secret that signing.trustRoots names.',
  wrong_audience: 'aud differs from deployment.url of the bundle the Worker was deployed with.',
  wrong_environment: 'A push for one environment reached the Worker of another.',
  wrong_name: 'A push of one project reached the Worker of another.',
  wrong_operation: 'The op claim does not fit the route.',
  outside_window:
    'The statement is too old, too long-lived or from the future. Compare both clocks; retry with a new statement.',
  timeout: 'The upload was too slow.',
  rate_limited: 'More unexpired statements than the Worker remembers.',
  unavailable: 'Storage is out of reach, or the Worker has just been deployed.',
  too_large: 'The body, the index or an artifact is over its limit.',
  malformed_body: 'The body is not the JSON object of the push format.',
  digest_mismatch: 'The bundle or an artifact was altered after it was signed for.',
  not_canonical: 'The index must equal its RFC 8785 form, byte for byte.',
  invalid_bundle: 'The index breaks its schema or its cross references; details list every problem.',
  identity_mismatch: 'The signed name or environment is not the one inside the bundle.',
  redeploy_required: 'runtime, bindings, signing, auth, secrets and deployment change only with wrangler deploy.',
  missing_secret: 'A required secret is not set. Run wrangler secret put for each.',
  unknown_artifact: 'Only what the signed index names is accepted.',
  artifact_missing: 'Send the named artifacts with a new statement.',
  blob_missing: 'Files too large for the push body must be uploaded as blobs first.',
  no_blob_store: 'Files too large for the push body need an R2 bucket; bind one and redeploy.',
  conflict: 'Somebody else pushed in between. Plan again.',
  replayed: 'Each statement works once.',
  rollback_target: 'Roll back to one of the kept generations.',
};
