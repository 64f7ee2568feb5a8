export const id = 738;
export const ids = [738];
export const modules = {

/***/ 7888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ planBase)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _usage_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(883);
/* harmony import */ var _worker_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5270);




async function planBase({ option, io }) {
  const against = option("against");
  if (against === void 0) return { kind: "git", ref: "HEAD" };
  if ((0,_worker_options_js__WEBPACK_IMPORTED_MODULE_2__/* .isHttpUrl */ .q)(against)) return { kind: "live", url: against };
  if (against.includes("://")) throw new _usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e(`--against is "${against}"; an address must begin with http:// or https://.`);
  const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(io.cwd, against);
  const isFile = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((stats) => stats.isFile(), () => false);
  return isFile || against.endsWith(".json") ? { kind: "file", path } : { kind: "git", ref: against };
}



/***/ }),

/***/ 8021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ showFindings)
/* harmony export */ });
/* harmony import */ var _report_diagnostics_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3745);

function showFindings(session, build) {
  if (session.json || !build || build.diagnostics.length === 0) return;
  session.tell((0,_report_diagnostics_text_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnosticsText */ .gN)(build.diagnostics, { style: session.errorStyle, path: session.path }) + "\n");
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

/***/ 5525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ plan),
  J: () => (/* binding */ planAgainst)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/build/build.js + 147 modules
var build = __webpack_require__(1095);
// EXTERNAL MODULE: ./.build/contract/encoding/json.js
var json = __webpack_require__(4785);
// EXTERNAL MODULE: ./.build/contract/encoding/jcs.js
var jcs = __webpack_require__(9359);
;// CONCATENATED MODULE: ./.build/build/compare/compare-schemas.js


const BOUNDS = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties"
];
const NAMED = ["pattern", "format", "const", "default", "multipleOf", "uniqueItems", "not", "propertyNames", "contentEncoding"];
const MAX_DEPTH = 24;
const MAX_CHANGES = 100;
function compareSchemas(before, after) {
  const walk = { before: before.$defs, after: after.$defs, found: [], seen: /* @__PURE__ */ new Set() };
  compare(before.schema, after.schema, "", 0, walk);
  return walk.found;
}
function compare(before, after, at, depth, walk) {
  if (depth > MAX_DEPTH || walk.found.length >= MAX_CHANGES) return;
  const pair = `${referenceOf(before)} ${referenceOf(after)}`;
  if (pair !== " " && walk.seen.has(pair)) return;
  walk.seen.add(pair);
  const [old, fresh] = [resolved(before, walk.before), resolved(after, walk.after)];
  compareTypes(old, fresh, at, walk);
  compareEnums(old, fresh, at, walk);
  for (const keyword of BOUNDS) compareBound(old, fresh, at, keyword, walk);
  for (const keyword of NAMED) if (!isSame(old[keyword], fresh[keyword])) walk.found.push({ kind: "keyword", at, keyword });
  compareProperties(old, fresh, at, depth, walk);
  compareInner(old, fresh, at, depth, walk);
}
function referenceOf(schema) {
  return (0,json/* isJsonObject */.OW)(schema) && typeof schema["$ref"] === "string" ? schema["$ref"] : "";
}
function resolved(schema, $defs) {
  const reference = referenceOf(schema);
  if (!(0,json/* isJsonObject */.OW)(schema)) return schema === false ? { not: {} } : {};
  const name = reference.slice("#/$defs/".length);
  const target = reference !== "" && Object.hasOwn($defs, name) ? $defs[name] : void 0;
  if (!(0,json/* isJsonObject */.OW)(target)) return schema;
  const beside = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$ref"));
  return { ...target, ...beside };
}
function compareTypes(old, fresh, at, { found }) {
  const [from, to] = [texts(old["type"]), texts(fresh["type"])];
  if (!isSame(from, to)) found.push({ kind: "types", at, from, to });
}
function compareEnums(old, fresh, at, { found }) {
  const [before, after] = [old["enum"], fresh["enum"]];
  if (!Array.isArray(before) || !Array.isArray(after)) {
    if (before !== void 0 || after !== void 0) found.push({ kind: "keyword", at, keyword: "enum" });
    return;
  }
  const [from, to] = [before.map((value) => JSON.stringify(value)), after.map((value) => JSON.stringify(value))];
  const [added, removed] = [to.filter((value) => !from.includes(value)), from.filter((value) => !to.includes(value))];
  if (added.length + removed.length > 0) found.push({ kind: "enum", at, added, removed });
}
function compareBound(old, fresh, at, keyword, { found }) {
  const [from, to] = [old[keyword], fresh[keyword]];
  if (from === to) return;
  found.push({
    kind: "bound",
    at,
    keyword,
    ...typeof from === "number" ? { from } : {},
    ...typeof to === "number" ? { to } : {}
  });
}
function compareProperties(old, fresh, at, depth, walk) {
  const [before, after] = [objectOf(old["properties"]), objectOf(fresh["properties"])];
  const [wasRequired, isRequired] = [texts(old["required"]), texts(fresh["required"])];
  for (const name of [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
    const place = at === "" ? name : `${at}.${name}`;
    if (!Object.hasOwn(before, name)) {
      walk.found.push({ kind: "property-added", at: place, required: isRequired.includes(name) });
    } else if (!Object.hasOwn(after, name)) walk.found.push({ kind: "property-removed", at: place });
    else {
      const flips = Number(isRequired.includes(name)) - Number(wasRequired.includes(name));
      if (flips !== 0) walk.found.push({ kind: flips > 0 ? "now-required" : "now-optional", at: place });
      compare(before[name], after[name], place, depth + 1, walk);
    }
  }
  const [wasClosed, isClosed] = [old, fresh].map((side) => side["additionalProperties"] === false);
  if (wasClosed !== isClosed) walk.found.push({ kind: isClosed ? "closed" : "opened", at });
}
function compareInner(old, fresh, at, depth, walk) {
  for (const [keyword, mark] of [
    ["items", "[]"],
    ["additionalProperties", ".*"]
  ]) {
    const [before, after] = [old[keyword], fresh[keyword]];
    if ((0,json/* isJsonObject */.OW)(before) || (0,json/* isJsonObject */.OW)(after)) compare(before ?? true, after ?? true, at + mark, depth + 1, walk);
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const [before, after] = [listOf(old[keyword]), listOf(fresh[keyword])];
    if (before.length !== after.length) {
      walk.found.push({ kind: "alternatives", at, from: before.length, to: after.length });
    } else before.forEach((part, index) => compare(part, after[index], at, depth + 1, walk));
  }
}
function objectOf(value) {
  return (0,json/* isJsonObject */.OW)(value) ? value : {};
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function texts(value) {
  return [value ?? []].flat().filter((text) => typeof text === "string").sort();
}
function isSame(a, b) {
  return a === b || a !== void 0 && b !== void 0 && (0,jcs/* canonicalJson */.d)([a]) === (0,jcs/* canonicalJson */.d)([b]);
}


;// CONCATENATED MODULE: ./.build/build/compare/compare-operations.js



const SHOWN = /* @__PURE__ */ new Set(["method", "path", "server", "expose", "readOnly", "uriTemplate"]);
const OF_REQUEST = ["method", "path", "server", "security", "body", "parameters", "accept"];
const OF_ENTRY = ["summary", "tags", "deprecated", "expose", "readOnly", "uriTemplate", "effects"];
async function compareOperations(before, after) {
  const keys = Object.keys(after.index.operations).filter((key) => Object.hasOwn(before.index.operations, key)).sort();
  const found = await Promise.all(keys.map((key) => compareOne(key, before, after)));
  return found.filter((change) => change !== void 0 && !isEmpty(change));
}
async function compareOne(key, before, after) {
  const [old, fresh] = await Promise.all([read(key, before), read(key, after)]);
  if (!old || !fresh || old.identity === fresh.identity && old.entry.artifact.sha256 === fresh.entry.artifact.sha256)
    return void 0;
  const sides = (schema) => compareSchemas(
    { schema: old.document[schema] ?? true, $defs: old.$defs },
    { schema: fresh.document[schema] ?? true, $defs: fresh.$defs }
  );
  return { operation: key, facts: factsOf(old, fresh), input: sides("input"), output: sides("output") };
}
async function read(key, { index, text }) {
  const entry = index.operations[key];
  const service = entry && index.services[entry.spec];
  if (!entry) return void 0;
  const [own, shared] = await Promise.all([text(entry.artifact.sha256), service?.schemas && text(service.schemas.sha256)]);
  if (own === void 0 || service?.schemas && shared === void 0) return void 0;
  const document = parsed(own);
  const schemas = shared === void 0 ? { v: 1, $defs: {} } : parsed(shared);
  if (!(0,json/* isJsonObject */.OW)(document?.request) || !(0,json/* isJsonObject */.OW)(document.input) || !(0,json/* isJsonObject */.OW)(schemas?.$defs)) return void 0;
  const identity = (0,jcs/* canonicalJson */.d)([entry, service?.schemas?.sha256 ?? null]);
  return { entry, document, $defs: schemas.$defs, identity };
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function factsOf(old, fresh) {
  return [
    ...OF_REQUEST.flatMap((fact) => factChange(fact, compare_operations_valueOf(old.document.request[fact]), compare_operations_valueOf(fresh.document.request[fact]))),
    ...factChange("description", old.document.description, fresh.document.description),
    ...OF_ENTRY.flatMap((fact) => factChange(fact, compare_operations_valueOf(old.entry[fact]), compare_operations_valueOf(fresh.entry[fact])))
  ];
}
function factChange(fact, from, to) {
  if (from === to) return [];
  if (!SHOWN.has(fact)) return [{ fact }];
  return [{ fact, ...from === void 0 ? {} : { from }, ...to === void 0 ? {} : { to } }];
}
function compare_operations_valueOf(value) {
  return value === void 0 || typeof value === "string" ? value : (0,jcs/* canonicalJson */.d)([value]).slice(1, -1);
}
function isEmpty({ facts, input, output }) {
  return facts.length + input.length + output.length === 0;
}


// EXTERNAL MODULE: ./.build/contract/encoding/bytes.js
var encoding_bytes = __webpack_require__(2828);
;// CONCATENATED MODULE: ./.build/build/files/git-blobs.js

const BATCH_BYTES = 64 * 1024 * 1024;
const LF = 10;
function createBlobReader(repository, run) {
  let waiting = [];
  const flush = async () => {
    const requests = waiting;
    waiting = [];
    for (const batch of splitBySize(requests)) {
      const found = await readBatch(repository, run, batch);
      for (const request of batch) request.resolve(found.get(request.oid));
    }
  };
  return (oid, size) => new Promise((resolve) => {
    if (waiting.push({ oid, size, resolve }) === 1) setImmediate(() => void flush());
  });
}
function splitBySize(requests) {
  const batches = [];
  let bytes = Infinity;
  for (const request of requests) {
    if (bytes + request.size > BATCH_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    bytes += request.size;
    batches.at(-1)?.push(request);
  }
  return batches;
}
async function readBatch(repository, run, batch) {
  const oids = [...new Set(batch.map(({ oid }) => oid))];
  const result = await run("git", ["-C", repository, "cat-file", "--batch"], (0,encoding_bytes/* utf8 */.A)(oids.join("\n") + "\n"));
  return parseBatch(result.stdout);
}
function parseBatch(output) {
  const blobs = /* @__PURE__ */ new Map();
  let at = 0;
  for (let end = output.indexOf(LF, at); end !== -1; end = output.indexOf(LF, at)) {
    const [oid = "", type, size = ""] = (0,encoding_bytes/* fromUtf8 */.a)(output.subarray(at, end)).split(" ");
    at = end + 1;
    if (type !== "blob") continue;
    const content = output.subarray(at, at + Number(size));
    if (content.length === Number(size)) blobs.set(oid, new Uint8Array(content));
    at += Number(size) + 1;
  }
  return blobs;
}


// EXTERNAL MODULE: ./.build/build/files/tree-source.js
var tree_source = __webpack_require__(3907);
;// CONCATENATED MODULE: ./.build/build/files/git-listing.js

const KIND_BY_MODE = /* @__PURE__ */ new Map([
  ["100644", "file"],
  ["100664", "file"],
  ["100755", "file"],
  ["120000", "link"],
  ["160000", "submodule"]
]);
function parseListing(output) {
  const listing = /* @__PURE__ */ new Map([["", /* @__PURE__ */ new Map()]]);
  for (const record of new TextDecoder().decode(output).split("\0")) {
    const tab = record.indexOf("	");
    if (tab === -1) continue;
    const [mode = "", , oid = "", size = ""] = record.slice(0, tab).split(/ +/);
    const path = record.slice(tab + 1);
    const kind = KIND_BY_MODE.get(mode) ?? "other";
    const name = path.slice(path.lastIndexOf("/") + 1);
    directoryOf(listing, path).set(name, { name, kind, size: kind === "file" ? Number(size) : 0, oid });
  }
  return listing;
}
function directoryOf(listing, path) {
  let at = "";
  for (const name of path.split("/").slice(0, -1)) {
    const parent = listing.get(at);
    parent.set(name, { name, kind: "directory", size: 0, oid: "" });
    at = (0,tree_source/* joinPath */.u)(at, name);
    if (!listing.has(at)) listing.set(at, /* @__PURE__ */ new Map());
  }
  return listing.get(at);
}


// EXTERNAL MODULE: ./.build/build/files/resolve-path.js
var resolve_path = __webpack_require__(5289);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./.build/build/files/run-git.js

const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;
const REDIRECTING = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_COMMON_DIR", "GIT_PREFIX"];
const runGit = (command, args, input) => new Promise((resolve) => {
  const options = { encoding: "buffer", maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true, env: gitEnvironment() };
  const child = (0,external_node_child_process_.execFile)(command, [...args], options, (error, stdout, stderr) => {
    const code = error ? typeof error.code === "number" ? error.code : void 0 : 0;
    resolve({ code, stdout, stderr: stderr.toString("utf8") || (error?.message ?? "") });
  });
  child.stdin?.on("error", () => void 0);
  child.stdin?.end(input);
});
function gitEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !REDIRECTING.includes(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0"
  };
}


// EXTERNAL MODULE: ./.build/build/files/tree-over.js + 2 modules
var tree_over = __webpack_require__(2075);
;// CONCATENATED MODULE: ./.build/build/files/git-tree.js





const MAX_LINK_BYTES = 4096;
async function openGitTree(directory, ref, run = runGit) {
  if (!isPlainRef(ref)) return fail("bad-ref", `"${ref}" is no git ref.`, "Name a branch, a tag or a commit.");
  const git = (...args) => run("git", ["-C", directory, ...args]);
  const place = await git("rev-parse", "--show-prefix");
  if (place.code !== 0) return noRepository(directory, place);
  const commit = await git("rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
  if (commit.code !== 0) return unknownRef(ref);
  const listed = await git("ls-tree", "-r", "-z", "-l", "--full-tree", textOf(commit));
  if (listed.code !== 0) return fail("git-failed", `git could not list "${ref}": ${lastLine(listed)}`, FETCH_HINT);
  const source = commitSource(ref, parseListing(listed.stdout), createBlobReader(directory, run));
  return { ok: true, tree: (0,tree_over/* treeOver */.b)(source), prefix: textOf(place).replace(/\/$/, "").normalize("NFC") };
}
const FETCH_HINT = 'Fetch it first: in a workflow, actions/checkout with "fetch-depth: 0"; elsewhere, git fetch origin.';
function isPlainRef(ref) {
  return ref !== "" && ref.length <= 1024 && !ref.startsWith("-") && ![...ref].some((c) => c <= " " || c === "\x7F");
}
function noRepository(directory, result) {
  if (result.code === void 0) {
    return fail("git-missing", `git could not be started: ${lastLine(result)}`, "Install git, or compare with a bundle file.");
  }
  if (result.stderr.includes("dubious ownership")) {
    const hint = `Run: git config --global --add safe.directory ${JSON.stringify(directory)}`;
    return fail("not-a-repository", "git refuses this folder because it belongs to another user.", hint);
  }
  return fail("not-a-repository", `"${directory}" is in no git repository.`, "Run this in a clone, or compare with a bundle file.");
}
function unknownRef(ref) {
  return fail("unknown-ref", `This clone has no commit "${ref}".`, FETCH_HINT);
}
function fail(fault, reason, hint) {
  return { ok: false, fault, reason, hint };
}
function textOf(result) {
  return new TextDecoder().decode(result.stdout).replace(/\n$/, "");
}
function lastLine(result) {
  return result.stderr.trim().split("\n").at(-1) ?? "";
}
function commitSource(ref, listing, readBlob) {
  const nodeAt = (path) => listing.get((0,resolve_path/* parentOf */.gN)(path))?.get(path.slice(path.lastIndexOf("/") + 1));
  const targets = /* @__PURE__ */ new Map();
  const targetOf = (oid) => {
    let target = targets.get(oid);
    if (!target) targets.set(oid, target = readTarget(readBlob, oid));
    return target;
  };
  return {
    label: ref,
    list: async (directory) => [...listing.get(directory)?.values() ?? []],
    node: async (directory, name) => listing.get(directory)?.get(name),
    async target(path) {
      const node = nodeAt(path);
      return node && targetOf(node.oid);
    },
    async bytes(path, maxBytes) {
      const node = nodeAt(path);
      if (!node) return { ok: false, fault: "absent" };
      if (node.size > maxBytes) return { ok: false, fault: "too-large", detail: `${node.size} bytes` };
      const bytes = await readBlob(node.oid, node.size);
      return bytes ? { ok: true, bytes } : { ok: false, fault: "unreadable", detail: "the clone does not have its content" };
    }
  };
}
async function readTarget(readBlob, oid) {
  const bytes = await readBlob(oid, MAX_LINK_BYTES);
  return bytes && bytes.length <= MAX_LINK_BYTES ? new TextDecoder().decode(bytes) : void 0;
}


// EXTERNAL MODULE: ./.build/contract/bundle/approval.js
var approval = __webpack_require__(1443);
// EXTERNAL MODULE: ./.build/contract/bundle/structural.js
var structural = __webpack_require__(2995);
;// CONCATENATED MODULE: ./.build/contract/bundle/weakening.js

function findWeakenings(before, after) {
  return [...authWeakenings(before, after), ...serviceWeakenings(before, after), ...policyWeakenings(before, after)];
}
function authWeakenings(before, after) {
  const [from, to] = [before.manifest.structural.auth, after.manifest.structural.auth];
  const scopes = (auth) => "requiredScopes" in auth ? auth.requiredScopes ?? [] : [];
  const kids = (index) => index.manifest.structural.signing.trustRoots.map(({ kid }) => kid);
  return [
    ...from.provider !== to.provider ? [{ kind: "auth-provider", from: from.provider, to: to.provider }] : [],
    ...without(scopes(from), scopes(to)).map((scope) => ({ kind: "scope-dropped", scope })),
    ...without(kids(after), kids(before)).map((kid) => ({ kind: "trust-root-added", kid }))
  ];
}
function serviceWeakenings(before, after) {
  const plain = (index) => Object.values(index.services).flatMap(({ origins }) => origins.filter((origin) => origin.startsWith("http://")));
  const dropped = Object.entries(after.services).filter(([id, service]) => {
    const old = Object.hasOwn(before.services, id) ? before.services[id] : void 0;
    return service.auth === false && old !== void 0 && old.auth !== false;
  }).map(([service]) => ({ kind: "credential-dropped", service }));
  return [...dropped, ...without(plain(after), plain(before)).map((origin) => ({ kind: "plain-http", origin }))];
}
function policyWeakenings(before, after) {
  const [old, fresh] = [before.manifest.hot, after.manifest.hot];
  const access = (hot) => Object.keys(hot.skills.access ?? {});
  return [
    ...without(access(old), access(fresh)).filter((skill) => Object.hasOwn(after.skills, skill)).map((skill) => ({ kind: "access-dropped", skill })),
    ...droppedApprovals(before, after).map((pattern) => ({ kind: "approval-dropped", pattern })),
    ...without(fresh.server.allowedOrigins ?? [], old.server.allowedOrigins ?? []).map((origin) => ({ kind: "origin-allowed", origin }))
  ];
}
function droppedApprovals(before, after) {
  const [old, fresh] = [before.manifest.hot.execution, after.manifest.hot.execution];
  return without(old.approve ?? [], fresh.approve ?? []).filter((pattern) => {
    const keys = Object.keys(after.operations).filter((key) => (0,approval/* matchesApproval */.N)(pattern, key));
    return keys.length === 0 || !keys.every((key) => (0,approval/* needsApproval */.v)(fresh, key));
  });
}
function without(all, known) {
  return all.filter((each) => !known.includes(each));
}


;// CONCATENATED MODULE: ./.build/contract/bundle/diff.js




function diffBundles(before, after) {
  return {
    capabilities: capabilityChanges(before, after),
    hosts: hostChanges(before, after),
    credentials: diffByName(credentials(before), credentials(after)),
    weaker: before ? findWeakenings(before, after) : [],
    skills: diffByName(before?.skills ?? {}, after.skills),
    revokedApprovals: revokedApprovals(before, after),
    operations: diffByName(before?.operations ?? {}, after.operations),
    structural: before ? (0,structural/* structuralDifference */.Ns)(before, after) : []
  };
}
function isEmptyDiff(diff) {
  const names = [diff.skills, diff.operations, diff.credentials].flatMap((each) => [...each.added, ...each.removed, ...each.changed]);
  const rest = [diff.capabilities, diff.hosts.gained, diff.hosts.lost, diff.weaker, diff.structural];
  return names.length === 0 && rest.every((list) => list.length === 0);
}
function diffByName(before, after) {
  const names = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const has = (side, name) => Object.hasOwn(side, name);
  const same = (name) => (0,jcs/* canonicalJson */.d)([before[name]]) === (0,jcs/* canonicalJson */.d)([after[name]]);
  return {
    added: names.filter((name) => !has(before, name)),
    removed: names.filter((name) => !has(after, name)),
    changed: names.filter((name) => has(before, name) && has(after, name) && !same(name))
  };
}
function capabilityChanges(before, after) {
  const skills = [.../* @__PURE__ */ new Set([...Object.keys(before?.skills ?? {}), ...Object.keys(after.skills)])].sort();
  return skills.map((skill) => {
    const [old, fresh] = [callable(before, skill), callable(after, skill)];
    const gained = [...fresh.keys()].filter((key) => !old.has(key)).map((key) => mention(after, key));
    const lost = [...old.keys()].filter((key) => !fresh.has(key)).map((key) => mention(before, key));
    return { skill, gained, lost };
  }).filter(({ gained, lost }) => gained.length > 0 || lost.length > 0);
}
function callable(index, skill) {
  const entry = index && Object.hasOwn(index.skills, skill) ? index.skills[skill] : void 0;
  return new Set(
    (entry?.operations ?? []).map((key) => `${key} ${index?.operations[key]?.method ?? ""} ${index?.operations[key]?.path ?? ""}`)
  );
}
function mention(index, callableKey) {
  const operation = callableKey.split(" ", 1)[0] ?? "";
  const entry = index?.operations[operation];
  const asksPerson = index !== null && (0,approval/* needsApproval */.v)(index.manifest.hot.execution, operation);
  return { operation, method: entry?.method ?? "", path: entry?.path ?? "", readOnly: entry?.readOnly ?? false, ...asksPerson && { approval: true } };
}
function hostChanges(before, after) {
  const origins = (index) => new Set(Object.values(index?.services ?? {}).flatMap(({ origins: origins2 }) => origins2));
  const [old, fresh] = [origins(before), origins(after)];
  return {
    gained: [...fresh].filter((origin) => !old.has(origin)).sort(),
    lost: [...old].filter((origin) => !fresh.has(origin)).sort()
  };
}
function credentials(index) {
  return Object.fromEntries(
    Object.entries(index?.services ?? {}).flatMap(
      ([id, service]) => service.auth === false ? [] : Object.entries(service.auth).map(([scheme, credential]) => [`${id}/${scheme}`, credential])
    )
  );
}
function revokedApprovals(before, after) {
  return Object.entries(after.skills).filter(([id, skill]) => {
    const old = before && Object.hasOwn(before.skills, id) ? before.skills[id] : void 0;
    return old !== void 0 && (0,jcs/* canonicalJson */.d)(old.files) !== (0,jcs/* canonicalJson */.d)(skill.files);
  }).map(([id]) => id).sort();
}


// EXTERNAL MODULE: ./.build/contract/bundle/validate.js + 2 modules
var validate = __webpack_require__(6846);
// EXTERNAL MODULE: ./.build/contract/encoding/digest.js
var digest = __webpack_require__(1667);
// EXTERNAL MODULE: ./.build/commands/build-project.js + 1 modules
var build_project = __webpack_require__(9454);
// EXTERNAL MODULE: ./.build/contract/version.js
var version = __webpack_require__(4577);
// EXTERNAL MODULE: ./.build/push/channel.js + 2 modules
var channel = __webpack_require__(6221);
// EXTERNAL MODULE: ./.build/push/check-receipt.js
var check_receipt = __webpack_require__(9190);
// EXTERNAL MODULE: ./.build/push/outcome.js
var outcome = __webpack_require__(2823);
;// CONCATENATED MODULE: ./.build/push/ask-worker.js



async function askWorker(target, ports, question, expected) {
  const opened = (0,channel/* openChannel */.a)(target, ports);
  if (!opened.ok) return (0,outcome/* failed */.gz)(opened.error);
  const reply = await opened.channel.ask(question);
  const { sent } = opened.channel;
  if (!reply.ok) return (0,outcome/* failedReply */.ID)(reply, opened.channel);
  const mismatch = (0,check_receipt/* checkReceipt */.H)(reply.receipt, expected.statuses, expected.sha256);
  if (mismatch) return (0,outcome/* failed */.gz)(mismatch, sent);
  return { result: expected.result, receipt: reply.receipt, statement: reply.statement, sent };
}


// EXTERNAL MODULE: ./.build/push/push-body.js
var push_body = __webpack_require__(9300);
;// CONCATENATED MODULE: ./.build/push/plan-push.js


function planPush(target, ports) {
  const question = { intent: "plan", expect: "*", body: (0,push_body/* planBody */.Cr)(target.bundle) };
  return askWorker(target, ports, question, { statuses: ["planned", "unchanged"], result: "planned" });
}


// EXTERNAL MODULE: ./.build/commands/live-digest.js
var live_digest = __webpack_require__(2224);
// EXTERNAL MODULE: ./.build/commands/push-stage.js + 2 modules
var push_stage = __webpack_require__(6825);
// EXTERNAL MODULE: ./.build/commands/sign-stage.js + 7 modules
var sign_stage = __webpack_require__(3411);
;// CONCATENATED MODULE: ./.build/commands/plan-live.js





async function planAgainstLive(bundle, base, live, ports) {
  const { signingKey, keyId, access } = live;
  if (signingKey === void 0) return planByDigest(bundle, { ...base, access }, ports);
  const signer = await (0,sign_stage/* signStage */.e)(bundle, { signingKey, keyId }, ports);
  if (!signer.ok) return { base, baseProblem: signer.failure };
  const outcome = await planPush({ url: base.url, bundle, key: signer.key, kid: signer.kid, access, version: version/* VERSION */.x }, { ...ports, reporter: void 0 });
  if (outcome.result === "redeploy_required") return { base, diff: structuralOnly(outcome.pointers), unchanged: false };
  if (!("receipt" in outcome)) return { base, baseProblem: (0,push_stage/* failureOf */.g)(outcome.error) };
  const { bundleSha256, generation, diff } = outcome.receipt;
  return { base: { ...base, generation, ...bundleSha256 === null ? {} : { sha256: bundleSha256 } }, diff, unchanged: bundleSha256 === bundle.sha256 };
}
async function planByDigest(bundle, { access, ...base }, ports) {
  const live = await (0,live_digest/* readLiveDigest */.v)({ url: base.url, access }, ports);
  if (!live.ok) return { base, baseProblem: live.failure };
  return { base: { ...base, ...live.head }, unchanged: live.head.sha256 === bundle.sha256 };
}
function structuralOnly(structural) {
  const none = { added: [], removed: [], changed: [] };
  return { capabilities: [], hosts: { gained: [], lost: [] }, credentials: none, weaker: [], skills: none, revokedApprovals: [], operations: none, structural };
}


;// CONCATENATED MODULE: ./.build/commands/plan.js











async function plan(options, ports) {
  const result = await (0,build_project/* buildProject */.a)({ ...options, placeholders: true }, ports);
  if (!result.bundle) return { build: result };
  ports.reporter.stage("plan");
  return { build: result, plan: await planAgainst(result.bundle, options, ports, options) };
}
async function planAgainst(bundle, options, ports, live = {}) {
  const { against } = options;
  if (against.kind === "live") return planAgainstLive(bundle, against, live, ports);
  const base = await readBase(against, options, ports);
  const diff = diffBundles(base.content?.index ?? null, bundle.index);
  const operationChanges = base.content ? await compareOperations(base.content, contentOf(bundle)) : [];
  return {
    base: { ...against, ...base.sha256 === void 0 ? {} : { sha256: base.sha256 } },
    diff,
    ...operationChanges.length > 0 ? { operationChanges } : {},
    ...base.sha256 === void 0 ? {} : { unchanged: base.sha256 === bundle.sha256 || isEmptyDiff(diff) && operationChanges.length === 0 },
    ...base.problem ? { baseProblem: base.problem } : {}
  };
}
function contentOf({ index, artifacts }) {
  const text = async (sha256) => {
    const artifact = artifacts.get(sha256);
    return artifact && (0,encoding_bytes/* fromUtf8 */.a)(artifact.bytes);
  };
  return { index, text };
}
async function readBase(base, options, ports) {
  if (base.kind === "git") return buildGitRef(base.ref, options, ports);
  if (base.kind === "file") return readBundleFile((0,external_node_path_.resolve)(options.directory, base.path));
  return {};
}
async function buildGitRef(ref, options, ports) {
  const opened = await openGitTree(options.directory, ref);
  if (!opened.ok) return { problem: { code: "base-unreadable", message: opened.reason, hint: opened.hint } };
  const { manifest } = await (0,build_project/* openProject */.U)(options);
  const result = await (0,build/* build */.j)({ ...options, files: opened.tree, manifest, variables: ports.variables, placeholders: true });
  if (result.bundle) return { content: contentOf(result.bundle), sha256: result.bundle.sha256 };
  return {
    problem: {
      code: "base-invalid",
      message: `The project does not build at "${ref}", so everything is shown as new.`,
      hint: "Nothing to do when this change repairs it."
    }
  };
}
async function readBundleFile(path) {
  const bytes = await (0,promises_.readFile)(path).catch(() => void 0);
  if (!bytes) return { problem: { code: "base-unreadable", message: `"${path}" cannot be read.`, hint: 'Name the bundle.json that "frontmcp deploy build --out" wrote.' } };
  const outcome = (0,validate/* parseBundle */.Q)(safeText(bytes), bytes.length);
  if (!outcome.ok) return { problem: { code: "base-invalid", message: `"${path}" is not a deploy bundle (${outcome.reason}).`, hint: 'Name the bundle.json that "frontmcp deploy build --out" wrote.' } };
  const content = { index: outcome.index, text: artifactReader((0,external_node_path_.join)((0,external_node_path_.dirname)(path), "artifacts")) };
  return { content, sha256: await (0,digest/* sha256Hex */.f)(new Uint8Array(bytes)) };
}
function artifactReader(folder) {
  return async (sha256) => {
    const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(folder, sha256)).catch(() => void 0);
    return bytes && await (0,digest/* sha256Hex */.f)(new Uint8Array(bytes)) === sha256 ? safeText(bytes) : void 0;
  };
}
function safeText(bytes) {
  try {
    return (0,encoding_bytes/* fromUtf8 */.a)(bytes);
  } catch {
    return "";
  }
}



/***/ }),

/***/ 947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ placeholderText),
/* harmony export */   _: () => (/* binding */ bundleFacts)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6681);

function bundleFacts({ bundle }) {
  if (!bundle) return void 0;
  const { index, artifacts, blobs } = bundle;
  const bytes = [...artifacts.values(), ...blobs.values()].reduce((sum, each) => sum + each.bytes.byteLength, bundle.bytes.byteLength);
  return [
    (0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Object.keys(index.skills).length, "skill"),
    `${(0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Object.keys(index.operations).length, "operation")} of ${(0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Object.keys(index.services).length, "API")}`,
    `${(0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(artifacts.size + blobs.size, "artifact")} (${(0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesText */ .pV)(bytes)})`
  ].join(", ");
}
function placeholderText({ manifest }) {
  const names = manifest?.placeholders ?? [];
  if (names.length === 0) return void 0;
  return `${(0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(names.length, "variable has", "variables have")} no value here (${names.join(", ")}), so placeholders were used and the digest is not the one a push will have.`;
}



/***/ }),

/***/ 190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ doubtTexts),
/* harmony export */   QO: () => (/* binding */ SETTLE_HINT),
/* harmony export */   hY: () => (/* binding */ classificationCounts),
/* harmony export */   l5: () => (/* binding */ surfaceText),
/* harmony export */   qt: () => (/* binding */ doubtfulFirst)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6681);

const DOUBTS = {
  "reads-by-name": "counts as reading because of its name alone",
  "writes-by-name": "is a GET that is named like a change, so it is no resource",
  "nothing-above": "changes something, and no GET stands at or above its path: nobody hears of it",
  "far-above": "is said to change what stands several steps above it",
  "not-addressable": "changes a resource whose address needs what the call does not have: nobody hears of it",
  "rule-impossible": "cannot be the resource that was asked for"
};
const SURFACES = { tool: "tool", resource: "resource", both: "resource and tool" };
const DECIDED = { http: "", document: "x-frontmcp", rule: "a rule" };
const SETTLE_HINT = "Settle it with a rule in classification.rules, or with x-frontmcp in the description.";
function classificationCounts(rows) {
  const doubtful = rows.filter(({ doubts }) => doubts.length > 0).length;
  return `${(0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(rows.length, "operation")}${doubtful > 0 ? `, ${doubtful} to look at` : ""}`;
}
function doubtfulFirst(rows) {
  return [...rows].sort((a, b) => Number(b.doubts.length > 0) - Number(a.doubts.length > 0));
}
function surfaceText({ surface, readOnly, decidedBy }) {
  const by = DECIDED[decidedBy];
  return `${SURFACES[surface]}, ${readOnly ? "reads" : "changes data"}${by === "" ? "" : ` (${by})`}`;
}
function doubtTexts({ doubts }) {
  return doubts.map((doubt) => DOUBTS[doubt]);
}



/***/ }),

/***/ 3745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gN: () => (/* binding */ diagnosticsText)
/* harmony export */ });
/* unused harmony exports emphasis, placeText */
/* harmony import */ var _build_diagnostics_collector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1857);
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6681);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8953);
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5620);




function diagnosticsText(diagnostics, options = {}) {
  const lines = [];
  let file;
  for (const diagnostic of diagnostics) {
    const its = diagnostic.location?.file ?? "";
    if (file !== void 0 && its !== file) lines.push("");
    file = its;
    lines.push(...diagnosticLines(diagnostic, options));
  }
  if (lines.length > 0) lines.push("");
  return [...lines, closingLine(diagnostics, options.style ?? _style_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAIN */ .t)].join("\n") + "\n";
}
function diagnosticLines(diagnostic, { style = _style_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAIN */ .t, path = (file) => file }) {
  const { code, severity, location } = diagnostic;
  const where = location ? `${style.bold(placeText({ ...location, file: path(location.file) }))} ` : "";
  const hint = (0,_build_diagnostics_collector_js__WEBPACK_IMPORTED_MODULE_0__/* .hintOf */ .$z)(diagnostic);
  return [
    `${where}${emphasis(severity, style)(severity)} ${style.dim(code)} ${(0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)((0,_build_diagnostics_collector_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(diagnostic))}`,
    ...hint === void 0 ? [] : [(0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .indent */ .pZ)((0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plainLines */ .y1)(hint), "    ")]
  ];
}
function placeText(location) {
  const { file, line, column } = location;
  return [(0,_plain_js__WEBPACK_IMPORTED_MODULE_2__/* .plainText */ .wh)(file), line, line === void 0 ? void 0 : column].filter((part) => part !== void 0).join(":");
}
function emphasis(severity, style) {
  return severity === "error" ? style.red : severity === "warning" ? style.yellow : style.blue;
}
function closingLine(diagnostics, style) {
  const counts = (0,_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .countBySeverity */ .Ot)(diagnostics);
  const text = (0,_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .countsText */ .WN)(counts);
  if (counts.error > 0) return style.red(text);
  return counts.warning > 0 ? style.yellow(text) : style.green(text);
}



/***/ }),

/***/ 4348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   I$: () => (/* binding */ htmlTable),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   r0: () => (/* binding */ collapsible)
/* harmony export */ });
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8953);

const LIVE = /@(?=\w)|(?<!(?<!\\)&)#(?=\d)|:(?=\/\/)|www(?=\.)|GH(?=-\d)|\$/gi;
function escapeHtml(text) {
  return inert(entities(text));
}
function escapeMarkdown(text) {
  return inert((0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(text).replace(/[\\`*_[\]<>&~|]/g, "\\$&"));
}
function codeSpan(text) {
  const plain = (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(text);
  const fence = "`".repeat(longestRun(plain) + 1);
  const pad = /^`|`$|^ .* $/.test(plain) ? " " : "";
  return plain === "" ? "(empty)" : `${fence}${pad}${plain}${pad}${fence}`;
}
function codeBlock(language, text) {
  const plain = (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainLines */ .y1)(text);
  const fence = "`".repeat(Math.max(3, longestRun(plain) + 1));
  return `${fence}${language}
${plain}
${fence}`;
}
function htmlTable(rows, head) {
  const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return ["<table>", ...head ? [row(head, "th")] : [], ...rows.map((cells) => row(cells, "td")), "</table>"].join("\n");
}
function htmlCode(text) {
  return `<code>${entities(text)}</code>`;
}
function collapsible(title, body) {
  return `<details><summary>${escapeHtml(title)}</summary>

${body}

</details>`;
}
function entities(text) {
  return (0,_plain_js__WEBPACK_IMPORTED_MODULE_0__/* .plainText */ .wh)(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
function inert(escaped) {
  return escaped.replace(LIVE, (start) => start === "$" ? "<span>$</span>" : `${start}<!-- -->`);
}
function longestRun(text) {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}



/***/ }),

/***/ 924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ phraseMarkdown),
/* harmony export */   t: () => (/* binding */ phraseText)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4348);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8953);
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5620);



function phraseText(phrase, style = _style_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAIN */ .t) {
  return phrase.map((part) => typeof part === "string" ? (0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(part) : style.bold((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(part.code))).join("");
}
function phraseMarkdown(phrase) {
  return phrase.map((part) => typeof part === "string" ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(part) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(part.code)).join("");
}



/***/ }),

/***/ 1498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ planHeadline),
/* harmony export */   Q: () => (/* binding */ planBasePhrase)
/* harmony export */ });
function planBasePhrase({ base, diff, baseProblem }) {
  if (baseProblem) return [`${baseProblem.message} Without a base, everything is shown as new.`];
  switch (base.kind) {
    case "git":
      return ["Compared with the commit ", { code: base.ref }, "."];
    case "file":
      return ["Compared with the bundle ", { code: base.path }, "."];
    case "live":
      return livePhrase(base, diff !== void 0);
    case "none":
      return [`No base to compare with (${base.reason}), so everything is shown as new.`];
  }
}
function livePhrase(base, hasDiff) {
  const generation = base.generation === void 0 ? "" : `, generation ${base.generation}`;
  if (base.sha256 === void 0) return ["Nothing is live at ", { code: base.url }, " yet."];
  return [
    "Compared with what is live at ",
    { code: base.url },
    ` (digest `,
    { code: base.sha256.slice(0, 12) },
    `${generation}).`,
    ...hasDiff ? [] : [" Without a signing key a Worker tells its digest only, not its content."]
  ];
}
function planHeadline({ diff, unchanged }) {
  if (unchanged === true) return "Nothing would change";
  if (!diff) return unchanged === false ? "The live bundle differs" : "What would change is not known";
  const facts = [
    count(diff.capabilities.filter(({ gained }) => gained.length > 0).length, "skill gains operations", "skills gain operations"),
    count(diff.capabilities.filter(({ lost }) => lost.length > 0).length, "skill loses operations", "skills lose operations"),
    count(diff.hosts.gained.length, "new host", "new hosts"),
    count(diff.weaker.length, "weakening", "weakenings"),
    count(diff.skills.changed.length, "skill changed", "skills changed"),
    diff.structural.length > 0 ? "a redeploy is needed" : ""
  ].filter((fact) => fact !== "");
  return facts.length === 0 ? "Only details change" : facts.join(", ");
}
function count(number, one, many) {
  return number === 0 ? "" : `${number} ${number === 1 ? one : many}`;
}



/***/ }),

/***/ 4231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ planSections)
});

;// CONCATENATED MODULE: ./.build/build/compare/schema-change.js
function directionOf(change) {
  switch (change.kind) {
    case "property-added":
      return change.required ? "narrower" : "wider";
    case "now-optional":
    case "opened":
      return "wider";
    case "property-removed":
    case "now-required":
    case "closed":
      return "narrower";
    case "types":
      return sets(change.from, change.to);
    case "enum":
      return change.removed.length === 0 ? "wider" : change.added.length === 0 ? "narrower" : "other";
    case "bound":
      return boundDirection(change);
    case "alternatives":
    case "keyword":
      return "other";
  }
}
function sets(from, to) {
  const holds = (outer, inner) => outer.length === 0 || inner.length > 0 && inner.every((type) => outer.includes(type) || type === "integer" && outer.includes("number"));
  if (holds(to, from)) return "wider";
  return holds(from, to) ? "narrower" : "other";
}
function boundDirection({ keyword, from, to }) {
  if (to === void 0) return "wider";
  if (from === void 0) return "narrower";
  const isLower = keyword.startsWith("min") || keyword === "exclusiveMinimum";
  return isLower === to < from ? "wider" : "narrower";
}


;// CONCATENATED MODULE: ./.build/report/operation-changes.js

const MOST_CHANGES = 12;
const FACTS = {
  method: "method",
  path: "path",
  server: "server",
  security: "way to sign in",
  body: "body",
  parameters: "way its parameters are written",
  accept: "accepted media type",
  description: "description",
  summary: "summary",
  tags: "tags",
  deprecated: "deprecation",
  expose: "surface",
  readOnly: "read-only mark",
  uriTemplate: "resource address",
  effects: "effects"
};
function operationChangeLines(changes) {
  return changes.flatMap((change) => {
    const lines = [
      ...factLines(change),
      ...change.input.map((each) => schemaLine(change.operation, "argument", each)),
      ...change.output.map((each) => schemaLine(change.operation, "answer", each))
    ];
    const rest = lines.length - MOST_CHANGES;
    if (rest <= 0) return lines;
    return [...lines.slice(0, MOST_CHANGES), { sign: "~", phrase: [{ code: change.operation }, `: and ${rest} more changes`] }];
  });
}
function factLines({ operation, facts }) {
  return facts.map(({ fact, from, to }) => {
    const values = from === void 0 && to === void 0 ? ["changes"] : ["changes from ", valued(from), " to ", valued(to)];
    const sign = fact === "server" || fact === "method" || fact === "path" || fact === "readOnly" ? "!" : "~";
    return { sign, phrase: [{ code: operation }, `: its ${FACTS[fact]} `, ...values] };
  });
}
function valued(value) {
  return value === void 0 || value === "" ? "none" : { code: value };
}
function schemaLine(operation, side, change) {
  const isNarrower = side === "argument" && directionOf(change) === "narrower";
  const what = change.at === "" ? [`its ${side}${side === "argument" ? "s" : ""} `] : [`${side} `, { code: change.at }, " "];
  return { sign: isNarrower ? "!" : "~", phrase: [{ code: operation }, ": ", ...what, ...sentence(change)] };
}
function sentence(change) {
  switch (change.kind) {
    case "property-added":
      return [change.required ? "is new and required" : "is new"];
    case "property-removed":
      return ["is gone"];
    case "now-required":
      return ["is now required"];
    case "now-optional":
      return ["is no longer required"];
    case "opened":
      return ["may now hold names that are not listed"];
    case "closed":
      return ["may no longer hold names that are not listed"];
    case "types":
      return [directionWord(change), ` its type: ${listed(change.from)} to ${listed(change.to)}`];
    case "enum":
      return [
        directionWord(change),
        " its values:",
        ...change.added.length > 0 ? [` ${listed(change.added)} added`] : [],
        ...change.removed.length > 0 ? [` ${listed(change.removed)} removed`] : []
      ];
    case "bound":
      return [directionWord(change), ` its ${change.keyword}: ${change.from ?? "none"} to ${change.to ?? "none"}`];
    case "alternatives":
      return [`has ${change.to} alternatives instead of ${change.from}`];
    case "keyword":
      return [`changes its ${change.keyword}`];
  }
}
function directionWord(change) {
  return { wider: "widens", narrower: "narrows", other: "changes" }[directionOf(change)];
}
function listed(values) {
  const shown = values.slice(0, 5).join(", ");
  return values.length === 0 ? "anything" : values.length > 5 ? `${shown} and ${values.length - 5} more` : shown;
}


;// CONCATENATED MODULE: ./.build/report/weakening.js
function weakeningPhrase(weakening) {
  switch (weakening.kind) {
    case "auth-provider":
      return weakening.to === "none" ? ["Anybody who reaches the Worker may use it: sign-in changes from ", { code: weakening.from }, " to ", { code: "none" }] : ["Sign-in changes from ", { code: weakening.from }, " to ", { code: weakening.to }];
    case "scope-dropped":
      return ["Callers no longer need the scope ", { code: weakening.scope }];
    case "credential-dropped":
      return ["The Worker no longer signs in to ", { code: weakening.service }];
    case "plain-http":
      return ["Requests to ", { code: weakening.origin }, " go unencrypted"];
    case "access-dropped":
      return ["Every caller may use the skill ", { code: weakening.skill }, ": its access rule is gone"];
    case "approval-dropped":
      return ["Operations matching ", { code: weakening.pattern }, " no longer need a person's yes"];
    case "origin-allowed":
      return ["Browsers on ", { code: weakening.origin }, " may call the Worker"];
    case "trust-root-added":
      return ["A push may also be signed with the key ", { code: weakening.kid }];
  }
}


;// CONCATENATED MODULE: ./.build/report/plan-sections.js


function planSections(diff, operationChanges = []) {
  return [
    { title: "What skills may call", lines: diff.capabilities.flatMap(capabilityLines) },
    { title: "Hosts the Worker may call", lines: hostLines(diff.hosts) },
    { title: "Credentials", lines: nameLines(diff.credentials) },
    { title: "Weaker than before", lines: diff.weaker.map((each) => ({ sign: "!", phrase: weakeningPhrase(each) })) },
    { title: "Skills", lines: skillLines(diff) },
    { title: "Operations", lines: operationLines(diff.operations, operationChanges) },
    { title: "Needs a redeploy of the Worker", lines: diff.structural.map((pointer) => ({ sign: "!", phrase: [{ code: pointer }] })) }
  ].filter(({ lines }) => lines.length > 0);
}
function capabilityLines({ skill, gained, lost }) {
  const phrase = (verb, mention) => [
    { code: skill },
    ` ${verb} `,
    { code: `${mention.method} ${mention.path}` },
    " (",
    { code: mention.operation },
    `, ${mention.readOnly ? "reads" : "writes"}${mention.approval ? ", after a person agrees" : ""})`
  ];
  return [
    ...gained.map((mention) => ({ sign: "+", phrase: phrase("gains", mention) })),
    ...lost.map((mention) => ({ sign: "-", phrase: phrase("loses", mention) }))
  ];
}
function hostLines({ gained, lost }) {
  return [
    ...gained.map((origin) => ({ sign: "+", phrase: [{ code: origin }] })),
    ...lost.map((origin) => ({ sign: "-", phrase: [{ code: origin }] }))
  ];
}
function nameLines({ added, removed, changed }) {
  const line = (sign) => (name) => ({ sign, phrase: [{ code: name }] });
  return [...added.map(line("+")), ...removed.map(line("-")), ...changed.map(line("~"))];
}
function operationLines(names, changes) {
  const told = new Set(changes.map(({ operation }) => operation));
  const untold = names.changed.filter((name) => !told.has(name));
  return [...nameLines({ ...names, changed: untold }), ...operationChangeLines(changes)];
}
function skillLines({ skills, revokedApprovals }) {
  const revoked = new Set(revokedApprovals);
  return nameLines(skills).map((line) => {
    const [name] = line.phrase;
    if (line.sign !== "~" || !revoked.has(name.code)) return line;
    return { sign: line.sign, phrase: [name, ": its files change, so hosts ask people to approve it again"] };
  });
}



/***/ }),

/***/ 2518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ planText)
});

// EXTERNAL MODULE: ./.build/report/classification-phrases.js
var classification_phrases = __webpack_require__(190);
// EXTERNAL MODULE: ./.build/report/plain.js
var plain = __webpack_require__(8953);
// EXTERNAL MODULE: ./.build/report/style.js
var report_style = __webpack_require__(5620);
;// CONCATENATED MODULE: ./.build/report/classification-text.js



const MOST_WIDTH = 48;
function classificationText(rows, style = report_style/* PLAIN */.t) {
  if (rows.length === 0) return "";
  const names = width(rows.map(({ operation }) => operation));
  const targets = width(rows.map(target));
  const lines = (0,classification_phrases/* doubtfulFirst */.qt)(rows).flatMap((row) => {
    const isDoubtful = row.doubts.length > 0;
    const columns = [(0,plain/* plainText */.wh)(row.operation).padEnd(names), (0,plain/* plainText */.wh)(target(row)).padEnd(targets), (0,classification_phrases/* surfaceText */.l5)(row)];
    return [
      `  ${isDoubtful ? style.yellow("!") : " "} ${columns.join("  ")}`,
      ...(0,classification_phrases/* doubtTexts */.Bh)(row).map((text) => `      ${style.yellow(text)}`),
      ...row.resource === void 0 ? [] : [`      ${style.dim(`is ${(0,plain/* plainText */.wh)(row.resource)}`)}`],
      ...row.updates.map((uri) => `      ${style.dim(`updates ${(0,plain/* plainText */.wh)(uri)}`)}`)
    ];
  });
  const hint = rows.some(({ doubts }) => doubts.length > 0) ? [`  ${classification_phrases/* SETTLE_HINT */.QO}`] : [];
  return `${[style.bold(`Classification: ${(0,classification_phrases/* classificationCounts */.hY)(rows)}`), ...lines, ...hint].join("\n")}
`;
}
function target({ method, path }) {
  return `${method} ${path}`;
}
function width(texts) {
  return texts.reduce((most, text) => Math.max(most, Math.min(text.length, MOST_WIDTH)), 0);
}


// EXTERNAL MODULE: ./.build/report/phrase.js
var report_phrase = __webpack_require__(924);
// EXTERNAL MODULE: ./.build/report/plan-base.js
var plan_base = __webpack_require__(1498);
// EXTERNAL MODULE: ./.build/report/plan-sections.js + 3 modules
var plan_sections = __webpack_require__(4231);
;// CONCATENATED MODULE: ./.build/report/plan-text.js





function planText(plan, style = report_style/* PLAIN */.t, classification = []) {
  const sections = plan.diff ? (0,plan_sections/* planSections */.w)(plan.diff, plan.operationChanges) : [];
  const parts = [
    `${style.bold((0,plan_base/* planHeadline */.M)(plan))}
${(0,report_phrase/* phraseText */.t)((0,plan_base/* planBasePhrase */.Q)(plan), style)}`,
    ...sections.map(({ title, lines }) => [style.bold(title), ...lines.map((line) => planLineText(line, style))].join("\n"))
  ];
  const table = classificationText(classification, style);
  return [`${parts.join("\n\n")}
`, ...table === "" ? [] : [table]].join("\n");
}
function planLineText({ sign, phrase }, style) {
  const colour = { "+": style.green, "-": style.red, "~": style.yellow, "!": style.red }[sign];
  return `  ${colour(sign)} ${(0,report_phrase/* phraseText */.t)(phrase)}`;
}



/***/ })

};
