export const id = 75;
export const ids = [75];
export const modules = {

/***/ 883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
class UsageError extends Error {
}



/***/ }),

/***/ 6825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ failureOf),
  R: () => (/* binding */ pushStage)
});

// EXTERNAL MODULE: ./.build/push/channel.js + 2 modules
var push_channel = __webpack_require__(6221);
// EXTERNAL MODULE: ./.build/push/check-receipt.js
var check_receipt = __webpack_require__(9190);
// EXTERNAL MODULE: ./.build/push/outcome.js
var push_outcome = __webpack_require__(2823);
// EXTERNAL MODULE: ./.build/push/push-body.js
var push_body = __webpack_require__(9300);
// EXTERNAL MODULE: ./.build/push/limits.js
var push_limits = __webpack_require__(5307);
;// CONCATENATED MODULE: ./.build/push/settle.js





const ASK_WHAT_IS_LIVE = /* @__PURE__ */ new Set(["replayed", "pinned"]);
async function settle(reply, channel, target, ports) {
  const { code } = reply.error;
  if (code === "cancelled" && channel.sent.attempts > 0) return settleCancelled(reply, channel, target, ports);
  if (!ASK_WHAT_IS_LIVE.has(code)) return (0,push_outcome/* failedReply */.ID)(reply, channel);
  ports.reporter?.({ kind: "settling", reason: reply.error.message });
  const status = await channel.ask({ intent: "status", body: (0,push_body/* emptyBody */.C3)() });
  if (!status.ok || (0,check_receipt/* checkReceipt */.H)(status.receipt, ["status"])) return (0,push_outcome/* failed */.gz)(reply.error, channel.sent);
  const { receipt, statement } = status;
  if (receipt.bundleSha256 === target.bundle.sha256) return { result: "unchanged", receipt, statement, sent: channel.sent };
  return (0,push_outcome/* failed */.gz)(reply.error, channel.sent, (0,push_outcome/* headOf */.Uo)(receipt));
}
async function settleCancelled(reply, channel, target, ports) {
  const limits = { deadlineMs: push_limits/* LAST_QUESTION_MS */.xb, requestTimeoutMs: push_limits/* LAST_QUESTION_MS */.xb };
  const last = (0,push_channel/* openChannel */.a)({ ...target, ...limits }, { ...ports, signal: void 0 });
  const status = last.ok ? await last.channel.ask({ intent: "status", body: (0,push_body/* emptyBody */.C3)() }) : last;
  if (!status.ok || (0,check_receipt/* checkReceipt */.H)(status.receipt, ["status"])) {
    return (0,push_outcome/* failed */.gz)({ ...reply.error, message: `${reply.error.message} What is live is not known: the Worker did not answer in time.` }, channel.sent);
  }
  const live = (0,push_outcome/* headOf */.Uo)(status.receipt);
  const state = live?.sha256 === target.bundle.sha256 ? "This bundle is live." : live ? `The bundle ${live.sha256} is live, not this one.` : "No pushed bundle is live.";
  return (0,push_outcome/* failed */.gz)({ ...reply.error, message: `${reply.error.message} ${state}` }, channel.sent, live);
}


;// CONCATENATED MODULE: ./.build/push/send.js





async function pushBundle(options, ports) {
  const opened = (0,push_channel/* openChannel */.a)(options, ports);
  if (!opened.ok) return (0,push_outcome/* failed */.gz)(opened.error);
  const { channel } = opened;
  const { bundle } = options;
  const planned = await channel.ask({ intent: "plan", expect: "*", body: (0,push_body/* planBody */.Cr)(bundle) });
  if (!planned.ok) return settle(planned, channel, options, ports);
  const { missing } = planned.receipt;
  const mismatch = (0,check_receipt/* checkReceipt */.H)(planned.receipt, ["planned", "unchanged"]);
  if (mismatch) return (0,push_outcome/* failed */.gz)(mismatch, channel.sent);
  ports.reporter?.({ kind: "missing", artifacts: missing?.artifacts.length ?? bundle.artifacts.size, blobs: missing?.blobs.length ?? 0 });
  if (missing && missing.blobs.length > 0) return (0,push_outcome/* failed */.gz)(blobMissing(bundle, missing.blobs), channel.sent);
  const expect = options.expect === "any" ? "*" : (0,push_outcome/* headOf */.Uo)(planned.receipt);
  const applied = await apply(channel, bundle, missing?.artifacts ?? [...bundle.artifacts.keys()], expect);
  return conclude(applied, expect, channel, options, ports);
}
async function apply(channel, bundle, digests, expect) {
  const first = await applyOnce(channel, bundle, digests, expect);
  const lacking = first.ok ? [] : missingArtifacts(first);
  const more = lacking.filter((digest) => bundle.artifacts.has(digest) && !digests.includes(digest));
  return more.length === 0 ? first : applyOnce(channel, bundle, [...digests, ...more], expect);
}
async function applyOnce(channel, bundle, digests, expect) {
  const made = (0,push_body/* applyBody */.f2)(bundle, digests);
  if (!made.ok) return made;
  channel.sent.artifacts = digests.length;
  return channel.ask({ intent: "apply", expect, body: made.body });
}
function missingArtifacts({ refused }) {
  const digests = refused?.error.code === "artifact_missing" ? refused.error.details.digests : void 0;
  return Array.isArray(digests) ? digests.filter((digest) => typeof digest === "string") : [];
}
async function conclude(reply, expect, channel, options, ports) {
  const { bundle } = options;
  if (reply.ok) {
    const mismatch = (0,check_receipt/* checkReceipt */.H)(reply.receipt, ["applied", "unchanged"], bundle.sha256);
    if (mismatch) return (0,push_outcome/* failed */.gz)(mismatch, channel.sent);
    const result = reply.receipt.status === "applied" ? "applied" : "unchanged";
    return { result, receipt: reply.receipt, statement: reply.statement, sent: channel.sent };
  }
  if (reply.refused?.error.code === "conflict") {
    const outcome = (0,push_outcome/* failedReply */.ID)(reply, channel);
    return outcome.result === "conflict" ? { ...outcome, expected: expect === "*" ? null : expect } : outcome;
  }
  if (reply.refused?.error.code === "too_large") {
    const hint = `${reply.error.hint} The largest parts are ${(0,push_body/* largestArtifacts */.WD)(bundle)}.`;
    return (0,push_outcome/* failed */.gz)({ ...reply.error, hint }, channel.sent);
  }
  return settle(reply, channel, options, ports);
}
function blobMissing(bundle, digests) {
  const files = (0,push_body/* filesOf */.R8)(bundle, digests);
  return {
    code: "blob_missing",
    message: `The Worker lacks ${files.map(({ path, size }) => size === null ? path : `${path} (${size} bytes)`).join(", ")}.`,
    hint: "Files above 1 MiB and binary files cannot be pushed yet: make each smaller, or leave it out of the skill.",
    details: { files }
  };
}


// EXTERNAL MODULE: ./.build/commands/sign-stage.js + 7 modules
var sign_stage = __webpack_require__(3411);
// EXTERNAL MODULE: ./.build/contract/version.js
var version = __webpack_require__(4577);
;// CONCATENATED MODULE: ./.build/commands/push-stage.js



async function pushStage(bundle, options, ports) {
  const signer = await (0,sign_stage/* signStage */.e)(bundle, options, ports);
  if (!signer.ok) return { result: "failed", failure: signer.failure };
  ports.reporter.stage("push");
  const outcome = await pushBundle(
    { ...options, bundle, key: signer.key, kid: signer.kid, version: version/* VERSION */.x },
    { ...ports, reporter: (event) => ports.reporter.info(sentenceOf(event)) }
  );
  const { attempts, artifacts, bytes } = outcome.sent;
  return { signedWith: signer.signedWith, push: { attempts, sentArtifacts: artifacts, bytes }, ...stageResult(outcome) };
}
function stageResult(outcome) {
  switch (outcome.result) {
    case "applied":
    case "unchanged":
      return { result: outcome.result, receipt: outcome.receipt, statement: outcome.statement };
    case "redeploy_required":
      return { result: "redeploy_required", redeployPointers: outcome.pointers, failure: failureOf(outcome.error) };
    case "conflict":
    case "failed":
      return { result: "failed", failure: failureOf(outcome.error) };
    default:
      throw new Error(`A push cannot come to "${outcome.result}".`);
  }
}
function failureOf({ code, message, hint, requestId }) {
  return { code, message, hint, ...requestId === void 0 ? {} : { requestId } };
}
function sentenceOf(event) {
  switch (event.kind) {
    case "request":
      return `${event.intent}: ${event.bytes} bytes${event.attempt > 1 ? `, attempt ${event.attempt}` : ""}`;
    case "retry":
      return `${event.intent}: ${event.reason.replace(/\.$/, "")}; trying again in ${Math.ceil(event.delayMs / 1e3)} s with a new statement`;
    case "missing":
      return `The Worker lacks ${event.artifacts} artifacts and ${event.blobs} blobs.`;
    case "settling":
      return `${event.reason.replace(/\.$/, "")}: asking the Worker what is live.`;
  }
}



/***/ }),

/***/ 6221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ openChannel)
});

// EXTERNAL MODULE: ./.build/push/limits.js
var limits = __webpack_require__(5307);
;// CONCATENATED MODULE: ./.build/push/backoff.js

function backoffMs(attempt, askedMs, random) {
  const limit = Math.min(limits/* BACKOFF_MAX_MS */.Hi, limits/* BACKOFF_BASE_MS */.UQ * 2 ** (attempt - 1));
  const jitter = Math.floor(limit * fraction(random));
  return askedMs === void 0 ? jitter : askedMs + jitter;
}
function retryAfterMs(header, now) {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1e3;
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
function fraction(random) {
  return random(4).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 32;
}


// EXTERNAL MODULE: ./.build/push/clean-text.js
var clean_text = __webpack_require__(9100);
// EXTERNAL MODULE: ./.build/push/client-errors.js
var client_errors = __webpack_require__(7214);
// EXTERNAL MODULE: ./.build/push/endpoint.js
var push_endpoint = __webpack_require__(2374);
// EXTERNAL MODULE: ./.build/push/exchange.js + 2 modules
var exchange = __webpack_require__(3776);
;// CONCATENATED MODULE: ./.build/push/explain-refusal.js

const REPORT = "This should not happen; please report it with the request id.";
const OTHER_WORKER = "Is deployment.url that of this environment? If the manifest changed, redeploy the Worker first.";
const ROOTS = "Set the public key as the secret that signing.trustRoots names on the Worker (wrangler secret put).";
const HINTS = {
  not_found: "Check deployment.url, and that the deployed Worker is of this version.",
  method_not_allowed: REPORT,
  length_required: REPORT,
  unsupported_media_type: "Redeploy the Worker: it is older than this version.",
  header_too_large: REPORT,
  missing_statement: "Something between here and the Worker removes the header Frontmcp-Push; let it pass.",
  malformed_statement: "Redeploy the Worker: it is older than this version.",
  unsupported_version: "Redeploy the Worker, or use the version of the action that it was deployed with.",
  wrong_type: REPORT,
  unknown_kid: ({ target }) => `The push was signed as "${target.kid}". ${ROOTS} A new trust root needs a redeploy first.`,
  alg_key_mismatch: ({ target }) => `The Worker holds a key of another kind under "${target.kid}". ${ROOTS}`,
  bad_signature: ({ target }) => `The Worker holds another public key under "${target.kid}" than the one with the thumbprint ${target.key.thumbprint}. ${ROOTS}`,
  no_trust_root: ROOTS,
  wrong_audience: OTHER_WORKER,
  wrong_environment: OTHER_WORKER,
  wrong_name: OTHER_WORKER,
  wrong_operation: REPORT,
  outside_window: compareClocks,
  timeout: "The upload was too slow; run again.",
  rate_limited: "Wait, and run again.",
  unavailable: "Run again in a minute; look at the Worker with wrangler tail if it stays like this.",
  too_large: "Move large files out of the bundle, or leave skills out with tags.",
  malformed_body: REPORT,
  digest_mismatch: REPORT,
  not_canonical: REPORT,
  invalid_bundle: "Redeploy the Worker if it is older than this version; otherwise please report it with the request id.",
  identity_mismatch: REPORT,
  redeploy_required: "Run: frontmcp deploy emit-wrangler, then wrangler deploy, then push again.",
  missing_secret: "Set each with: wrangler secret put NAME, and push again.",
  unknown_artifact: REPORT,
  artifact_missing: "Run again.",
  blob_missing: "Make each file smaller than 1 MiB, or leave it out of the skill.",
  no_blob_store: "Add an R2 bucket with the binding SKILL_DATA to the manifest, redeploy, and push again.",
  conflict: "Somebody else pushed in between. Run again on the newest commit; expect: any overrides the check.",
  replayed: "Run again.",
  pinned: "Unpin the Worker, or roll forward on purpose.",
  rollback_target: "Choose one of the kept generations; a signed status and this refusal list them."
};
function explainRefusal(refused, httpStatus, target, now) {
  const { code, message, details } = refused.error;
  const hint = Object.hasOwn(HINTS, code) ? HINTS[code] : "The Worker is newer than this version; update the action.";
  return {
    code: (0,clean_text/* cleanText */.X5)(code),
    message: (0,clean_text/* cleanText */.X5)(message),
    hint: typeof hint === "string" ? hint : hint({ refused, target, now }),
    requestId: (0,clean_text/* cleanText */.X5)(refused.requestId),
    httpStatus,
    details
  };
}
function compareClocks({ refused, now }) {
  const difference = Math.round((now - Date.parse(refused.serverTime)) / 1e3);
  const size = Math.abs(difference);
  const words = size < 120 ? `${size} seconds` : `${Math.round(size / 60)} minutes`;
  const clocks = `The Worker's clock says ${new Date(refused.serverTime).toISOString()}, this machine's ${new Date(now).toISOString()}`;
  if (size < 2) return `${clocks}: they agree, so the statement's lifetime does not fit the Worker's window. Redeploy the Worker if signing.replay.windowSeconds changed.`;
  return `${clocks}: this machine is ${words} ${difference > 0 ? "ahead" : "behind"}. Set its clock.`;
}


// EXTERNAL MODULE: ./.build/push/sign.js + 7 modules
var sign = __webpack_require__(3022);
;// CONCATENATED MODULE: ./.build/push/channel.js








function openChannel(options, ports) {
  const endpoint = (0,push_endpoint/* resyncEndpoint */.S)(options.url);
  if (!endpoint.ok) return endpoint;
  const target = withTrimmedAccess(options);
  const refusal = accessError(target);
  if (refusal) return { ok: false, error: refusal };
  const sent = { attempts: 0, artifacts: 0, bytes: 0 };
  const started = ports.now();
  const context = {
    target,
    ports,
    sent,
    url: endpoint.url,
    remaining: () => started + (target.deadlineMs ?? limits/* DEFAULT_DEADLINE_MS */.u8) - ports.now(),
    redact: (0,clean_text/* redactor */.$p)([...target.key.secretForms, ...target.access ? [target.access.clientSecret, target.access.clientId] : []])
  };
  return { ok: true, channel: { sent, ask: (question) => ask(question, context) } };
}
async function ask(question, context) {
  const { ports, target } = context;
  for (let attempt = 1; ; attempt += 1) {
    const tried = await tryOnce(question, attempt, context);
    if ("done" in tried) return tried.done;
    if (attempt === limits/* MAX_TRIES */.N$) return { ok: false, error: (0,client_errors/* triesUsedUp */.Y6)(tried.again) };
    const delayMs = backoffMs(attempt, tried.askedMs, ports.random);
    if (delayMs >= context.remaining()) return { ok: false, error: (0,client_errors/* deadlinePassed */.Hx)(target.deadlineMs ?? limits/* DEFAULT_DEADLINE_MS */.u8, tried.again) };
    ports.reporter?.({ kind: "retry", intent: question.intent, attempt, delayMs, reason: tried.again.message });
    await ports.sleep(delayMs, ports.signal).catch(() => void 0);
  }
}
async function tryOnce(question, attempt, context) {
  const { target, ports, sent } = context;
  if (ports.signal?.aborted) return { done: { ok: false, error: (0,client_errors/* cancelled */.KW)() } };
  const { intent, expect, subject, body } = question;
  const { compact } = await (0,sign/* signPush */.C)({ ...target, intent, expect, subject, now: Math.floor(ports.now() / 1e3), random: ports.random });
  ports.reporter?.({ kind: "request", intent, attempt, bytes: body.bytes.length });
  sent.attempts += 1;
  sent.bytes += body.bytes.length;
  const timeoutMs = Math.max(1, Math.min(target.requestTimeoutMs ?? limits/* DEFAULT_REQUEST_TIMEOUT_MS */.Zc, context.remaining()));
  const came = await (0,exchange/* exchange */.c)({ url: context.url, statement: compact, body, timeoutMs }, target, ports, context.redact);
  return judge(came, compact, timeoutMs, context);
}
function judge(came, statement, timeoutMs, { target, ports }) {
  switch (came.kind) {
    case "receipt":
      return { done: { ok: true, receipt: came.receipt, statement } };
    case "cancelled":
      return { done: { ok: false, error: (0,client_errors/* cancelled */.KW)() } };
    case "network":
      return { again: came.error };
    case "timeout":
      return { again: (0,client_errors/* timedOut */.iU)(timeoutMs) };
    case "answer-unusable":
      return again(came.httpStatus, came.error, retryAfterMs(came.retryAfter, ports.now())) ?? { done: { ok: false, error: came.error } };
    case "refused": {
      const error = explainRefusal(came.refused, came.httpStatus, target, ports.now());
      return again(came.httpStatus, error, retryAfterMs(came.retryAfter, ports.now())) ?? { done: { ok: false, error, refused: came.refused } };
    }
  }
}
function again(httpStatus, error, askedMs) {
  return httpStatus === 408 || httpStatus === 429 || httpStatus >= 500 ? { again: error, askedMs } : void 0;
}
function withTrimmedAccess(target) {
  const { access } = target;
  return access ? { ...target, access: { clientId: access.clientId.trim(), clientSecret: access.clientSecret.trim() } } : target;
}
function accessError({ access }) {
  if (!access) return void 0;
  const lacking = access.clientId === "" ? "access-client-id" : access.clientSecret === "" ? "access-client-secret" : void 0;
  const hint = "Give both halves of the Cloudflare Access service token, or neither.";
  if (lacking !== void 0) return { code: "access_token_incomplete", message: `${lacking} is empty.`, hint };
  const isClean = [access.clientId, access.clientSecret].every((value) => /^[\x21-\x7e]+$/.test(value));
  return isClean ? void 0 : { code: "access_token_invalid", message: "The Cloudflare Access service token has characters that no header can carry.", hint };
}



/***/ }),

/***/ 9190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ checkReceipt)
/* harmony export */ });
/* harmony import */ var _client_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7214);

function checkReceipt(receipt, statuses, sha256) {
  if (!statuses.includes(receipt.status)) {
    return (0,_client_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .receiptMismatch */ .L)(`The receipt says "${receipt.status}" where "${statuses.join('" or "')}" was asked for.`, receipt.requestId);
  }
  if (sha256 === void 0 || receipt.bundleSha256 === sha256) return void 0;
  return (0,_client_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .receiptMismatch */ .L)(`The receipt names the bundle ${receipt.bundleSha256 ?? "none"}; ${sha256} was pushed.`, receipt.requestId);
}



/***/ }),

/***/ 9100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ redactor),
/* harmony export */   We: () => (/* binding */ cleanJson),
/* harmony export */   X5: () => (/* binding */ cleanText)
/* harmony export */ });
/* harmony import */ var _contract_encoding_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4785);

const MAX_CHARACTERS = 500;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
function cleanText(text) {
  const line = text.replaceAll(UNPRINTABLE, " ").trim();
  return line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS).toWellFormed()}\u2026` : line;
}
function cleanJson(value) {
  if (typeof value === "string") return value.replaceAll(UNPRINTABLE, " ");
  if (Array.isArray(value)) return value.map(cleanJson);
  if (!(0,_contract_encoding_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.replaceAll(UNPRINTABLE, " "), cleanJson(member)]));
}
function redactor(secrets) {
  const forms = [...new Set(secrets)].filter((secret) => secret !== "").sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((current, secret) => current.replaceAll(secret, "***"), text);
}



/***/ }),

/***/ 7214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hx: () => (/* binding */ deadlinePassed),
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   L: () => (/* binding */ receiptMismatch),
/* harmony export */   O2: () => (/* binding */ notJson),
/* harmony export */   Oj: () => (/* binding */ tooLargeAnswer),
/* harmony export */   XL: () => (/* binding */ foreignAnswer),
/* harmony export */   Y6: () => (/* binding */ triesUsedUp),
/* harmony export */   bt: () => (/* binding */ unknownProtocol),
/* harmony export */   cP: () => (/* binding */ redirected),
/* harmony export */   iU: () => (/* binding */ timedOut),
/* harmony export */   jJ: () => (/* binding */ loginPage),
/* harmony export */   x6: () => (/* binding */ networkError)
/* harmony export */ });
/* harmony import */ var _clean_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9100);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5307);


const CHECK_ADDRESS = "Check deployment.url (or the deployment-url input), and that the Worker has been deployed there once.";
function networkError(error, url) {
  const { host } = new URL(url);
  const code = errorCode(error);
  const message = `${host} could not be reached${code === void 0 ? "" : ` (${code})`}.`;
  return { code: "network_error", message, hint: code === "ENOTFOUND" ? `There is no such host. ${CHECK_ADDRESS}` : "Check the network, the proxy settings and deployment.url, and run again." };
}
function errorCode(error) {
  for (let current = error, depth = 0; typeof current === "object" && current !== null && depth < 5; depth += 1) {
    const { code, cause } = current;
    if (typeof code === "string" && /^[A-Z0-9_]{1,60}$/.test(code)) return code;
    current = cause;
  }
  return void 0;
}
function redirected(location, { url }) {
  const to = location === "" ? "elsewhere" : `to ${(0,_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanText */ .X5)(location)}`;
  return {
    code: "redirected",
    message: `${(0,_clean_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanText */ .X5)(url)} redirects ${to}; a push never follows a redirect.`,
    hint: "Set deployment.url to the address at which the Worker itself answers."
  };
}
function loginPage({ access }) {
  const hint = access ? 'A service token was sent and not accepted: the Access policy needs a rule with the action "Service Auth" for it, and the token must not have expired. A firewall rule can answer like this too.' : 'If Cloudflare Access protects the Worker, give a service token with access-client-id and access-client-secret, and a "Service Auth" policy for it. A firewall rule can answer like this too.';
  return { code: "login_page", message: "A login or block page answered instead of the Worker.", hint };
}
function notJson(httpStatus, isHtml) {
  return {
    code: "answer_not_json",
    message: `The answer (HTTP ${httpStatus}) is ${isHtml ? "a web page" : "not JSON"}, so it does not come from the Worker.`,
    hint: CHECK_ADDRESS
  };
}
function foreignAnswer(httpStatus) {
  return {
    code: "answer_not_recognised",
    message: `The answer (HTTP ${httpStatus}) is not that of a FrontMCP Worker.`,
    hint: CHECK_ADDRESS
  };
}
function unknownProtocol(protocol) {
  return {
    code: "protocol_unknown",
    message: `The Worker answers with version ${protocol} of the push protocol, which this version does not know.`,
    hint: "Use the version of the action that the Worker was deployed with, or redeploy the Worker."
  };
}
function tooLargeAnswer() {
  return {
    code: "answer_too_large",
    message: `The answer is larger than ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_ANSWER_BYTES */ .gB} bytes, so it does not come from the Worker.`,
    hint: CHECK_ADDRESS
  };
}
function timedOut(timeoutMs) {
  return {
    code: "request_timeout",
    message: `The Worker did not answer within ${timeoutMs / 1e3} seconds.`,
    hint: "Run again; if it stays like this, look at the Worker with wrangler tail."
  };
}
function deadlinePassed(deadlineMs, last) {
  return { ...last, message: `${last.message} The time for the whole push (${deadlineMs / 1e3} seconds) does not allow another try.` };
}
function triesUsedUp(last) {
  return { ...last, message: `${last.message} It was tried ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_TRIES */ .N$} times.` };
}
function cancelled() {
  return { code: "cancelled", message: "The push was cancelled.", hint: "Run it again; a bundle that is live already is not applied twice." };
}
function receiptMismatch(message, requestId) {
  return {
    code: "receipt_mismatch",
    message,
    hint: "Do not trust this deploy: something between here and the Worker answers in its place. Compare with a signed status (frontmcp deploy status).",
    requestId
  };
}



/***/ }),

/***/ 2374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ resyncEndpoint)
/* harmony export */ });
/* harmony import */ var _contract_loopback_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2680);
/* harmony import */ var _contract_push_routes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8518);


function resyncEndpoint(deploymentUrl) {
  const url = URL.parse(deploymentUrl.trim());
  if (!url || url.protocol !== "https:" && url.protocol !== "http:") {
    return invalid("The deployment URL is not an http(s) address.", "It looks like https://orders.example.workers.dev.");
  }
  if (url.username !== "" || url.password !== "") {
    return invalid("The deployment URL has a user name or password in it.", "Remove it; a push is authorised by its signature.");
  }
  if (!(0,_contract_loopback_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecureUrl */ .z)(url)) {
    return invalid(`The deployment URL http://${url.host} is not encrypted.`, "Use https; http is for a Worker on this machine only.");
  }
  return { ok: true, url: `${url.origin}${url.pathname.replace(/\/+$/, "")}${_contract_push_routes_js__WEBPACK_IMPORTED_MODULE_1__/* .RESYNC_PATH */ .Fl}` };
}
function invalid(message, hint) {
  return { ok: false, error: { code: "deployment_url_invalid", message, hint } };
}



/***/ }),

/***/ 3776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ exchange),
  Y: () => (/* binding */ wireBody)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./.build/contract/push/routes.js
var routes = __webpack_require__(8518);
// EXTERNAL MODULE: ./.build/contract/bundle/limits.js
var limits = __webpack_require__(8528);
// EXTERNAL MODULE: ./.build/contract/encoding/json.js
var json = __webpack_require__(4785);
;// CONCATENATED MODULE: ./.build/push/answer-shape.js


const DIGEST = /^[0-9a-f]{64}$/;
const STATUSES = ["applied", "unchanged", "planned", "rolled_back", "status"];
const ADVICE = ["never", "new-statement", "back-off"];
const answer_shape_text = (value) => typeof value === "string";
const count = (value) => Number.isSafeInteger(value) && value >= 0;
const digest = (value) => typeof value === "string" && DIGEST.test(value);
const time = (value) => typeof value === "string" && !Number.isNaN(Date.parse(value));
const flag = (value) => typeof value === "boolean";
const object = (members) => (value) => (0,json/* isJsonObject */.OW)(value) && Object.entries(members).every(([name, check]) => check(Object.hasOwn(value, name) ? value[name] : void 0));
const list = (check) => (value) => Array.isArray(value) && value.every(check);
const optional = (check) => (value) => value === void 0 || check(value);
const nullable = (check) => (value) => value === null || check(value);
const oneOf = (values) => (value) => typeof value === "string" && values.includes(value);
const texts = list(answer_shape_text);
const names = object({ added: texts, removed: texts, changed: texts });
const mention = object({ operation: answer_shape_text, method: answer_shape_text, path: answer_shape_text, readOnly: flag, approval: optional(flag) });
const diff = object({
  capabilities: list(object({ skill: answer_shape_text, gained: list(mention), lost: list(mention) })),
  hosts: object({ gained: texts, lost: texts }),
  credentials: names,
  weaker: list(object({ kind: answer_shape_text })),
  skills: names,
  revokedApprovals: texts,
  operations: names,
  structural: texts
});
const worker = object({
  name: answer_shape_text,
  environment: answer_shape_text,
  audience: answer_shape_text,
  runtimeVersion: answer_shape_text,
  structuralDigest: digest,
  appliedAt: nullable(answer_shape_text),
  trustRoots: list(object({ kid: answer_shape_text, algorithm: answer_shape_text, thumbprint: answer_shape_text })),
  unusableTrustRoots: list(object({ kid: answer_shape_text, reason: answer_shape_text })),
  missingBindings: list(object({ binding: answer_shape_text, consequence: answer_shape_text })),
  missingSecrets: texts,
  auditPending: count,
  unauthenticatedRefusals: count
});
const protocol = (value) => value === routes/* PUSH_PROTOCOL */.GF;
const receipt = object({
  protocol,
  requestId: answer_shape_text,
  status: oneOf(STATUSES),
  generation: count,
  bundleSha256: nullable(digest),
  previous: nullable(object({ generation: count, sha256: digest })),
  diff: optional(diff),
  missing: optional(object({ artifacts: list(digest), blobs: list(digest) })),
  audit: nullable(object({ seq: count, hash: digest })),
  serverTime: time,
  worker: optional(worker)
});
const refused = object({
  protocol,
  requestId: answer_shape_text,
  error: object({ code: answer_shape_text, message: answer_shape_text, retry: oneOf(ADVICE), details: object({}) }),
  generation: nullable(count),
  bundleSha256: nullable(digest),
  serverTime: time
});
function asReceipt(value) {
  return receipt(value) ? value : void 0;
}
function asRefused(value) {
  return refused(value) ? value : void 0;
}
function foreignProtocol(value) {
  if (!(0,json/* isJsonObject */.OW)(value) || typeof value.requestId !== "string") return void 0;
  return typeof value.protocol === "number" && value.protocol !== routes/* PUSH_PROTOCOL */.GF ? value.protocol : void 0;
}


// EXTERNAL MODULE: ./.build/push/clean-text.js
var clean_text = __webpack_require__(9100);
// EXTERNAL MODULE: ./.build/push/client-errors.js
var client_errors = __webpack_require__(7214);
;// CONCATENATED MODULE: ./.build/push/read-answer.js





function readAnswer(response, text, target, redact) {
  const { status } = response;
  const isHtml = /^text\/html\b/i.test(response.headers.get("content-type") ?? "");
  const unusable = (error) => ({
    kind: "answer-unusable",
    error: { ...error, httpStatus: status },
    httpStatus: status,
    retryAfter: response.headers.get("retry-after")
  });
  if (status >= 300 && status < 400) {
    const location = redact(response.headers.get("location") ?? "");
    return unusable(isAccessLogin(location) ? (0,client_errors/* loginPage */.jJ)(target) : (0,client_errors/* redirected */.cP)(location, target));
  }
  if (isHtml && (status === 401 || status === 403 || isAccessLogin(text))) return unusable((0,client_errors/* loginPage */.jJ)(target));
  const parsed = (0,json/* parseJson */.qF)(text, { maxDepth: limits/* MAX_JSON_DEPTH */.KX });
  if (!parsed.ok) return unusable((0,client_errors/* notJson */.O2)(status, isHtml));
  const value = (0,clean_text/* cleanJson */.We)(parsed.value);
  const protocol = foreignProtocol(value);
  if (protocol !== void 0) return unusable((0,client_errors/* unknownProtocol */.bt)(protocol));
  const receipt = response.ok ? asReceipt(value) : void 0;
  if (receipt) return { kind: "receipt", receipt };
  const refused = response.ok ? void 0 : asRefused(value);
  if (refused) return { kind: "refused", refused, httpStatus: status, retryAfter: response.headers.get("retry-after") };
  return unusable((0,client_errors/* foreignAnswer */.XL)(status));
}
function isAccessLogin(text) {
  return text.includes(".cloudflareaccess.com") || text.includes("/cdn-cgi/access/");
}


// EXTERNAL MODULE: ./.build/push/limits.js
var push_limits = __webpack_require__(5307);
;// CONCATENATED MODULE: ./.build/push/exchange.js





function wireBody(text) {
  const plain = Buffer.from(text, "utf8");
  if (plain.length <= push_limits/* GZIP_ABOVE_BYTES */.hN) return { bytes: Uint8Array.from(plain), encoding: void 0 };
  return { bytes: Uint8Array.from((0,external_node_zlib_.gzipSync)(plain)), encoding: "gzip" };
}
async function exchange(request, target, ports, redact) {
  const stop = new AbortController();
  const cancel = () => stop.abort();
  if (ports.signal?.aborted) return { kind: "cancelled" };
  ports.signal?.addEventListener("abort", cancel, { once: true });
  let timedOut = false;
  const finished = new AbortController();
  void ports.sleep(request.timeoutMs, finished.signal).then(
    () => {
      if (finished.signal.aborted) return;
      timedOut = true;
      stop.abort();
    },
    () => void 0
  );
  try {
    const response = await ports.fetch(request.url, { ...requestInit(request, target), signal: stop.signal });
    const text = await readCapped(response);
    return text === void 0 ? { kind: "answer-unusable", error: (0,client_errors/* tooLargeAnswer */.Oj)(), httpStatus: response.status } : readAnswer(response, redact(text), target, redact);
  } catch (error) {
    if (timedOut) return { kind: "timeout" };
    return ports.signal?.aborted ? { kind: "cancelled" } : { kind: "network", error: (0,client_errors/* networkError */.x6)(error, request.url) };
  } finally {
    finished.abort();
    ports.signal?.removeEventListener("abort", cancel);
  }
}
function requestInit({ statement, body }, { access, version }) {
  return {
    method: "POST",
    redirect: "manual",
    body: body.bytes,
    headers: {
      accept: "application/json",
      "content-type": routes/* PUSH_MEDIA_TYPE */.He,
      "user-agent": `frontmcp-deploy-action/${version ?? "unknown"}`,
      [routes/* STATEMENT_HEADER */.gm]: statement,
      ...body.encoding ? { "content-encoding": body.encoding } : {},
      ...access ? { "cf-access-client-id": access.clientId, "cf-access-client-secret": access.clientSecret } : {}
    }
  };
}
async function readCapped(response) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > push_limits/* MAX_ANSWER_BYTES */.gB) return void 0;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}



/***/ }),

/***/ 5307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hi: () => (/* binding */ BACKOFF_MAX_MS),
/* harmony export */   N$: () => (/* binding */ MAX_TRIES),
/* harmony export */   UQ: () => (/* binding */ BACKOFF_BASE_MS),
/* harmony export */   Zc: () => (/* binding */ DEFAULT_REQUEST_TIMEOUT_MS),
/* harmony export */   gB: () => (/* binding */ MAX_ANSWER_BYTES),
/* harmony export */   hN: () => (/* binding */ GZIP_ABOVE_BYTES),
/* harmony export */   u8: () => (/* binding */ DEFAULT_DEADLINE_MS),
/* harmony export */   xb: () => (/* binding */ LAST_QUESTION_MS)
/* harmony export */ });
const DEFAULT_DEADLINE_MS = 12e4;
const DEFAULT_REQUEST_TIMEOUT_MS = 3e4;
const MAX_TRIES = 4;
const BACKOFF_BASE_MS = 500;
const BACKOFF_MAX_MS = 8e3;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
const GZIP_ABOVE_BYTES = 64 * 1024;
const LAST_QUESTION_MS = 5e3;



/***/ }),

/***/ 2823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ failedReply),
/* harmony export */   Uo: () => (/* binding */ headOf),
/* harmony export */   gz: () => (/* binding */ failed)
/* harmony export */ });
/* harmony import */ var _contract_encoding_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4785);
/* harmony import */ var _clean_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9100);


function headOf(answer) {
  const { generation, bundleSha256 } = answer;
  return generation === null || generation < 1 || bundleSha256 === null ? null : { generation, sha256: bundleSha256 };
}
function failed(error, sent = { attempts: 0, artifacts: 0, bytes: 0 }, live) {
  return { result: "failed", error, sent, ...live === void 0 ? {} : { live } };
}
function failedReply({ error, refused }, channel) {
  const { sent } = channel;
  if (refused?.error.code === "redeploy_required") return { result: "redeploy_required", pointers: pointersOf(refused), error, sent };
  if (refused?.error.code === "conflict") {
    const expected = asHead(refused.error.details.expected);
    return { result: "conflict", expected, head: headOf(refused), error, sent };
  }
  return failed(error, sent);
}
function pointersOf(refused) {
  const { pointers } = refused.error.details;
  return Array.isArray(pointers) ? pointers.filter((pointer) => typeof pointer === "string").map(_clean_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanText */ .X5) : [];
}
function asHead(value) {
  if (!(0,_contract_encoding_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) || typeof value.generation !== "number" || typeof value.sha256 !== "string") return null;
  return { generation: value.generation, sha256: (0,_clean_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanText */ .X5)(value.sha256) };
}



/***/ }),

/***/ 9300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ emptyBody),
/* harmony export */   Cr: () => (/* binding */ planBody),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   WD: () => (/* binding */ largestArtifacts),
/* harmony export */   f2: () => (/* binding */ applyBody)
/* harmony export */ });
/* harmony import */ var _contract_bundle_artifacts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1273);
/* harmony import */ var _contract_bundle_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8528);
/* harmony import */ var _contract_encoding_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2828);
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3776);




const NAMED_ARTIFACTS = 5;
function emptyBody() {
  return (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .wireBody */ .Y)(JSON.stringify({ v: 1 }));
}
function planBody(bundle) {
  return (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .wireBody */ .Y)(JSON.stringify({ v: 1, bundle: (0,_contract_encoding_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .fromUtf8 */ .a)(bundle.bytes) }));
}
function applyBody(bundle, digests) {
  const artifacts = digests.flatMap((digest) => {
    const artifact = bundle.artifacts.get(digest);
    return artifact ? [[digest, (0,_contract_encoding_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .fromUtf8 */ .a)(artifact.bytes)]] : [];
  });
  const text = JSON.stringify({ v: 1, bundle: (0,_contract_encoding_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .fromUtf8 */ .a)(bundle.bytes), artifacts: Object.fromEntries(artifacts) });
  const size = Buffer.byteLength(text, "utf8");
  return size > _contract_bundle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_PUSH_BODY_BYTES */ .by ? { ok: false, error: tooLarge(bundle, size) } : { ok: true, body: (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .wireBody */ .Y)(text) };
}
function tooLarge(bundle, size) {
  return {
    code: "too_large",
    message: `The push is ${size} bytes; a Worker reads at most ${_contract_bundle_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_PUSH_BODY_BYTES */ .by}.`,
    hint: `The largest parts are ${largestArtifacts(bundle)}.`
  };
}
function largestArtifacts(bundle) {
  const uses = new Map((0,_contract_bundle_artifacts_js__WEBPACK_IMPORTED_MODULE_3__/* .listArtifacts */ .w)(bundle.index).map(({ ref, label }) => [ref.sha256, { label, size: ref.size }]));
  const largest = [...uses.values()].sort((a, b) => b.size - a.size).slice(0, NAMED_ARTIFACTS);
  return largest.map(({ label, size }) => `${label} (${size} bytes)`).join(", ");
}
function filesOf(bundle, digests) {
  const uses = (0,_contract_bundle_artifacts_js__WEBPACK_IMPORTED_MODULE_3__/* .listArtifacts */ .w)(bundle.index);
  return digests.map((sha256) => {
    const use = uses.find(({ ref }) => ref.sha256 === sha256);
    return { path: use?.label ?? sha256, sha256, size: use?.ref.size ?? null };
  });
}



/***/ })

};
