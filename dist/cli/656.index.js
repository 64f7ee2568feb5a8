export const id = 656;
export const ids = [656];
export const modules = {

/***/ 3656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.build/push/channel.js + 2 modules
var channel = __webpack_require__(6221);
// EXTERNAL MODULE: ./.build/push/check-receipt.js
var check_receipt = __webpack_require__(9190);
// EXTERNAL MODULE: ./.build/push/push-body.js
var push_body = __webpack_require__(9300);
;// CONCATENATED MODULE: ./.build/push/query-status.js



async function queryStatus(target, ports) {
  const opened = (0,channel/* openChannel */.a)(target, ports);
  if (!opened.ok) return opened;
  const reply = await opened.channel.ask({ intent: "status", body: (0,push_body/* emptyBody */.C3)() });
  if (!reply.ok) return { ok: false, error: reply.error };
  const mismatch = (0,check_receipt/* checkReceipt */.H)(reply.receipt, ["status"]);
  return mismatch ? { ok: false, error: mismatch } : { ok: true, receipt: reply.receipt };
}


// EXTERNAL MODULE: ./.build/commands/build-project.js + 1 modules
var build_project = __webpack_require__(9454);
// EXTERNAL MODULE: ./.build/commands/live-digest.js
var live_digest = __webpack_require__(2224);
// EXTERNAL MODULE: ./.build/commands/push-stage.js + 2 modules
var push_stage = __webpack_require__(6825);
// EXTERNAL MODULE: ./.build/commands/sign-stage.js + 7 modules
var sign_stage = __webpack_require__(3411);
// EXTERNAL MODULE: ./.build/contract/version.js
var version = __webpack_require__(4577);
;// CONCATENATED MODULE: ./.build/commands/status.js






async function status_status(options, ports) {
  const build = await (0,build_project/* buildProject */.a)({ ...options, placeholders: true }, ports);
  const url = options.deploymentUrl ?? build.manifest?.structural.deployment.url;
  if (url === void 0) {
    return { failure: { code: "deployment-url-missing", message: "Nothing says where the Worker answers.", hint: "Give --deployment-url, or add deployment.url to the manifest." } };
  }
  if (options.signingKey === void 0) return publicStatus(url, options.access, ports);
  if (!build.bundle) {
    return { url, failure: { code: "project-invalid", message: "A signed status needs a project that builds.", hint: 'Run "frontmcp deploy validate", or leave the key out for the digest alone.' } };
  }
  const signer = await (0,sign_stage/* signStage */.e)(build.bundle, { signingKey: options.signingKey, keyId: options.keyId }, ports);
  if (!signer.ok) return { url, failure: signer.failure };
  const { key, kid } = signer;
  const answer = await queryStatus({ url, bundle: build.bundle, key, kid, access: options.access, version: version/* VERSION */.x }, { ...ports, reporter: void 0 });
  if (!answer.ok) return { url, failure: (0,push_stage/* failureOf */.g)(answer.error) };
  return { url, receipt: answer.receipt, worker: answer.receipt.worker };
}
async function publicStatus(url, access, ports) {
  const live = await (0,live_digest/* readLiveDigest */.v)({ url, access }, ports);
  return live.ok ? { url, live: live.head } : { url, failure: live.failure };
}


// EXTERNAL MODULE: ./.build/report/command-json.js + 2 modules
var command_json = __webpack_require__(5302);
// EXTERNAL MODULE: ./.build/report/fact-lines.js
var fact_lines = __webpack_require__(333);
// EXTERNAL MODULE: ./.build/report/plain.js
var plain = __webpack_require__(8953);
// EXTERNAL MODULE: ./.build/report/style.js
var report_style = __webpack_require__(5620);
;// CONCATENATED MODULE: ./.build/report/status-text.js



function statusText(result, style = report_style/* PLAIN */.t) {
  const { worker } = result;
  const parts = [
    (0,fact_lines/* factLines */.K)(statusFacts(result), style),
    worker ? problemLines(worker, style) : "Without a signing key a Worker tells only its digest and generation.\n"
  ];
  return parts.filter((part) => part !== "").join("\n");
}
function statusFacts({ url, receipt, worker, live }) {
  const facts = [
    ["Worker", url],
    ["Project", worker && `${worker.name} / ${worker.environment}`],
    ["Bundle digest", receipt ? receipt.bundleSha256 ?? "none is live" : live?.sha256 ?? (live && "none is live")],
    ["Generation", (receipt?.generation ?? live?.generation)?.toString()],
    ["Applied at", worker?.appliedAt],
    ["Audience", worker?.audience],
    ["Runtime", worker?.runtimeVersion],
    ["Structural digest", worker?.structuralDigest],
    ["Audit head", receipt?.audit && `${receipt.audit.hash} (record ${receipt.audit.seq})`],
    ["Audit records pending", worker?.auditPending.toString()],
    ...(worker?.trustRoots ?? []).map(({ kid, algorithm, thumbprint }) => ["Trust root", `${kid} (${algorithm}, thumbprint ${thumbprint})`])
  ];
  return facts.flatMap(([name, value]) => typeof value === "string" ? [{ name, value }] : []);
}
function problemLines(worker, style) {
  const lines = [
    ...worker.unusableTrustRoots.map(({ kid, reason }) => `The trust root "${kid}" cannot be used: ${reason.replace(/\.$/, "")}.`),
    ...worker.missingSecrets.map((name) => `The secret "${name}" has no value. Run: wrangler secret put ${name}`),
    ...worker.missingBindings.map(({ binding, consequence }) => `The binding "${binding}" is missing: ${consequence.replace(/\.$/, "")}.`)
  ];
  return lines.map((line) => `${style.yellow("warning")} ${(0,plain/* plainText */.wh)(line)}
`).join("");
}


// EXTERNAL MODULE: ./.build/cli/exit-codes.js
var exit_codes = __webpack_require__(552);
// EXTERNAL MODULE: ./.build/cli/signing-key.js
var signing_key = __webpack_require__(7290);
// EXTERNAL MODULE: ./.build/cli/worker-options.js
var worker_options = __webpack_require__(5270);
;// CONCATENATED MODULE: ./.build/cli/run/status.js






async function run(session) {
  const key = await (0,signing_key/* readSigningKey */.j)(session);
  if (!key.ok) {
    session.fail(key.failure);
    session.document(false, (0,command_json/* statusJson */.bj)({ failure: key.failure }));
    return exit_codes/* EXIT */.d.failed;
  }
  const result = await status_status(
    { ...session.project, ...(0,worker_options/* workerOptions */.v)(session), signingKey: key.signingKey, keyId: session.option("key-id") },
    session.ports
  );
  if (result.failure) session.fail(result.failure);
  else if (!session.json) session.print(statusText(result, session.style));
  session.document(!result.failure, (0,command_json/* statusJson */.bj)(result));
  return result.failure ? exit_codes/* EXIT */.d.failed : exit_codes/* EXIT */.d.done;
}



/***/ }),

/***/ 7290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ readSigningKey)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


const MAX_KEY_BYTES = 64 * 1024;
async function readSigningKey(session) {
  const file = session.option("key-file");
  if (file === void 0) return given(session.io.variables["FRONTMCP_SIGNING_KEY"], session);
  const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(session.io.cwd, file)).catch(() => void 0);
  const hint = "Name the file that holds the private key, or set FRONTMCP_SIGNING_KEY.";
  if (!bytes) return { ok: false, failure: { code: "key-file-unreadable", message: `The key file "${file}" cannot be read.`, hint } };
  if (bytes.length > MAX_KEY_BYTES) return { ok: false, failure: { code: "key-file-too-large", message: `"${file}" is no key: it has ${bytes.length} bytes.`, hint } };
  return given(bytes.toString("utf8"), session);
}
function given(text, session) {
  if (text === void 0 || text.trim() === "") return { ok: true };
  session.ports.reporter.mask(text.trim());
  return { ok: true, signingKey: text };
}



/***/ }),

/***/ 5270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ isHttpUrl),
/* harmony export */   v: () => (/* binding */ workerOptions)
/* harmony export */ });
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(883);

function workerOptions(session) {
  const url = session.option("deployment-url");
  if (url !== void 0 && !isHttpUrl(url)) throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e(`--deployment-url is "${url}"; it must be an http(s) address.`);
  const access = accessToken(session);
  return { ...url === void 0 ? {} : { deploymentUrl: url }, ...access ? { access } : {} };
}
function accessToken({ option, io, ports }) {
  const clientId = option("access-client-id") ?? (io.variables["FRONTMCP_ACCESS_CLIENT_ID"] || void 0);
  const clientSecret = io.variables["FRONTMCP_ACCESS_CLIENT_SECRET"] || void 0;
  if (clientSecret !== void 0) ports.reporter.mask(clientSecret);
  if (clientId !== void 0 && clientSecret !== void 0) return { clientId, clientSecret };
  if (clientId !== void 0) throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UsageError */ .e("--access-client-id needs its secret in the variable FRONTMCP_ACCESS_CLIENT_SECRET.");
  return void 0;
}
function isHttpUrl(text) {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}



/***/ }),

/***/ 2224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ readLiveDigest)
/* harmony export */ });
/* harmony import */ var _contract_encoding_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4785);
/* harmony import */ var _push_clean_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9100);
/* harmony import */ var _push_client_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7214);
/* harmony import */ var _push_endpoint_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2374);
/* harmony import */ var _contract_push_routes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8518);





const MAX_ANSWER_BYTES = 64 * 1024;
const TIMEOUT_MS = 1e4;
async function readLiveDigest({ url, access }, ports) {
  const endpoint = (0,_push_endpoint_js__WEBPACK_IMPORTED_MODULE_3__/* .resyncEndpoint */ .S)(url);
  if (!endpoint.ok) return { ok: false, failure: endpoint.error };
  const address = `${endpoint.url.slice(0, -_contract_push_routes_js__WEBPACK_IMPORTED_MODULE_4__/* .RESYNC_PATH */ .Fl.length)}/readyz`;
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await ports.fetch(address, {
      redirect: "manual",
      headers: { accept: "application/json", ...access ? { "cf-access-client-id": access.clientId, "cf-access-client-secret": access.clientSecret } : {} },
      signal: ports.signal ? AbortSignal.any([ports.signal, timeout]) : timeout
    });
    return interpret(response.status, await readBody(response), address);
  } catch (error) {
    if (timeout.aborted) return unreachable(`${address} did not answer within ${TIMEOUT_MS / 1e3} seconds.`, CHECK_ADDRESS);
    const { message, hint } = (0,_push_client_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .networkError */ .x6)(error, address);
    return unreachable(message, hint);
  }
}
const CHECK_ADDRESS = "Check the address. A sign-in page in front of the Worker needs a service token (access-client-id and its secret).";
function unreachable(message, hint = CHECK_ADDRESS) {
  return { ok: false, failure: { code: "worker-unreachable", message, hint } };
}
function interpret(httpStatus, body, address) {
  const { bundleSha256: sha256, generation, error } = body ?? {};
  if (httpStatus === 200 && typeof sha256 === "string" && typeof generation === "number") return { ok: true, head: { sha256, generation } };
  const { code, message } = (0,_contract_encoding_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(error) ? error : {};
  if (httpStatus === 503 && code === "not_ready") return { ok: true, head: {} };
  if (typeof code === "string" && typeof message === "string") return unreachable(`${address} answered HTTP ${httpStatus}: ${(0,_push_clean_text_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanText */ .X5)(message)}`);
  return unreachable(`${address} answered HTTP ${httpStatus}, and not as a FrontMCP Worker does.`);
}
async function readBody(response) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) return void 0;
    chunks.push(chunk);
  }
  return parseObject(Buffer.concat(chunks).toString("utf8"));
}
function parseObject(text) {
  try {
    const value = JSON.parse(text);
    return (0,_contract_encoding_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) ? value : void 0;
  } catch {
    return void 0;
  }
}



/***/ }),

/***/ 333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ factLines)
/* harmony export */ });
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8953);
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5620);


function factLines(facts, style = _style_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAIN */ .t) {
  const width = Math.max(0, ...facts.map(({ name }) => name.length));
  return facts.map(({ name, value, note }) => {
    const aside = note === void 0 ? "" : style.dim(` (${(0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(note)})`);
    return `  ${name.padEnd(width)}  ${(0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(value)}${aside}
`;
  }).join("");
}



/***/ })

};
