import type { SuiteCase } from './assert.js';
import { cases as auditChain } from './audit/chain.suite.js';
import { cases as approval } from './bundle/approval.suite.js';
import { cases as bundleDiff } from './bundle/diff.suite.js';
import { cases as bundleDoor } from './bundle/parse-bundle.suite.js';
import { cases as base64url } from './encoding/base64url.suite.js';
import { cases as digest } from './encoding/digest.suite.js';
import { cases as jcs } from './encoding/canonical-json.suite.js';
import { cases as json } from './encoding/json.suite.js';
import { cases as sha256Sync } from './encoding/sha256-sync.suite.js';
import { cases as loopback } from './loopback.suite.js';
import { cases as der } from './keys/der.suite.js';
import { cases as keyText } from './keys/key-text.suite.js';
import { cases as publicKey } from './keys/public-key.suite.js';
import { cases as trustRoots } from './keys/trust-roots.suite.js';
import { cases as verify } from './push/verify-statement.suite.js';
import { cases as buildRequest } from './request/build-request.suite.js';
import { cases as styles } from './request/styles.suite.js';
import { cases as uriTemplate } from './request/uri-template.suite.js';
import { cases as ranking } from './search/ranking.suite.js';
import { cases as tokenizer } from './search/tokenizer.suite.js';

/** A suite: what it is about, and its cases. */
export interface Suite {
  title: string;
  cases: SuiteCase[];
}

/** Every suite of src/contract; node.test.ts and workerd.test.ts run them all, so a new one is added here. */
export const suites: Suite[] = [
  { title: 'base64url', cases: base64url },
  { title: 'digests and bytes', cases: digest },
  { title: 'SHA-256 at once', cases: sha256Sync },
  { title: 'canonical JSON', cases: jcs },
  { title: 'JSON from outside', cases: json },
  { title: 'loopback', cases: loopback },
  { title: 'DER', cases: der },
  { title: 'key texts', cases: keyText },
  { title: 'public keys', cases: publicKey },
  { title: 'trust roots', cases: trustRoots },
  { title: 'push statements', cases: verify },
  { title: 'audit chain', cases: auditChain },
  { title: 'bundle door', cases: bundleDoor },
  { title: 'approval', cases: approval },
  { title: 'bundle diff', cases: bundleDiff },
  { title: 'request template', cases: buildRequest },
  { title: 'parameter styles', cases: styles },
  { title: 'URI template', cases: uriTemplate },
  { title: 'tokenizer', cases: tokenizer },
  { title: 'ranking', cases: ranking },
];
