export const id = 950;
export const ids = [950];
export const modules = {

/***/ 4950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./.build/contract/bundle/structural.js
var structural = __webpack_require__(2995);
// EXTERNAL MODULE: ./.build/wrangler/emit.js + 1 modules
var emit = __webpack_require__(3934);
;// CONCATENATED MODULE: ./.build/wrangler/forward-lines.js
const MAX_LINE_LENGTH = 64 * 1024;
function forwardLines(stream, log) {
  let rest = "";
  const say = (line) => {
    if (line.trim() !== "") log(line);
  };
  stream.setEncoding("utf8");
  stream.on("data", (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(say);
    for (; rest.length > MAX_LINE_LENGTH; rest = rest.slice(MAX_LINE_LENGTH)) say(rest.slice(0, MAX_LINE_LENGTH));
  });
  stream.on("end", () => say(rest));
}


// EXTERNAL MODULE: ./.build/wrangler/names.js
var names = __webpack_require__(6789);
;// CONCATENATED MODULE: ./.build/wrangler/local-worker.js



async function startLocalWorker(miniflare, options) {
  const instance = withoutSignalHandlers(() => new miniflare.Miniflare(miniflareOptions(miniflare, options)));
  const address = await instance.ready.catch(async (error) => {
    await instance.dispose().catch(() => void 0);
    throw error;
  });
  const port = Number(address.port);
  return {
    url: `http://${reachable(options.host)}:${port}`,
    restart: (next) => instance.setOptions(miniflareOptions(miniflare, { ...next, port })),
    close: () => instance.dispose()
  };
}
function reachable(host) {
  if (host === "0.0.0.0") return "127.0.0.1";
  const address = host.replace(/^\[|\]$/g, "");
  return address.includes(":") ? `[${address === "::" ? "::1" : address}]` : host;
}
function withoutSignalHandlers(action) {
  const signals = ["SIGINT", "SIGTERM"];
  const before = signals.map((signal) => new Set(process.listeners(signal)));
  const result = action();
  signals.forEach((signal, index) => {
    for (const listener of process.listeners(signal)) if (!before[index]?.has(listener)) process.off(signal, listener);
  });
  return result;
}
const ENTRY = `import { createWorker } from './${names/* EMITTED */.bW.runtime}';
import deployBundle from './${names/* EMITTED */.bW.bundle}';
const { handler, durableObjects } = createWorker({ bundle: deployBundle, env: ENVIRONMENT });
export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;
`;
function miniflareOptions(miniflare, options) {
  const { structural, stateDirectory } = options;
  const { runtime, bindings } = structural;
  const module = (path, contents) => ({ type: "ESModule", path, contents });
  return {
    host: options.host,
    port: options.port,
    log: new miniflare.Log(miniflare.LogLevel.NONE),
    handleRuntimeStdio: (stdout, stderr) => {
      for (const stream of [stdout, stderr]) forwardLines(stream, options.log ?? (() => void 0));
    },
    modules: [
      module("worker.js", ENTRY.replace("ENVIRONMENT", JSON.stringify(options.environment))),
      module(names/* EMITTED */.bW.runtime, options.runtime),
      module(names/* EMITTED */.bW.scripts, options.scripts),
      { type: "CompiledWasm", path: names/* EMITTED */.bW.engine, contents: new Uint8Array(options.engine) },
      module(names/* EMITTED */.bW.bundle, (0,emit/* emitBundleModule */.wE)(options.compiled))
    ],
    compatibilityDate: runtime.compatibilityDate,
    compatibilityFlags: runtime.compatibilityFlags ?? [],
    bindings: { ...bindings.vars, ...options.secrets },
    durableObjects: Object.fromEntries(
      (bindings.durableObjects ?? names/* RUNTIME_DURABLE_OBJECTS */.CA).map(({ binding, className }) => [binding, { className, useSQLite: true }])
    ),
    kvNamespaces: (bindings.kvNamespaces ?? []).map(({ binding }) => binding),
    d1Databases: (bindings.d1Databases ?? []).map(({ binding }) => binding),
    r2Buckets: (bindings.r2Buckets ?? []).map(({ binding }) => binding),
    ...stateDirectory === void 0 ? {} : { defaultPersistRoot: stateDirectory }
  };
}


// EXTERNAL MODULE: ./.build/wrangler/read-runtime.js + 1 modules
var read_runtime = __webpack_require__(3652);
// EXTERNAL MODULE: ./.build/commands/build-project.js + 1 modules
var build_project = __webpack_require__(9454);
// EXTERNAL MODULE: ./.build/commands/compiled-bundle.js
var compiled_bundle = __webpack_require__(507);
// EXTERNAL MODULE: ./.build/push/keys/generate-key.js
var generate_key = __webpack_require__(2699);
;// CONCATENATED MODULE: ./.build/commands/dev-key.js



async function devKey(stateDirectory) {
  if (stateDirectory === void 0) return (0,generate_key/* generateKey */.r)("dev");
  const path = (0,external_node_path_.join)(stateDirectory, "dev-key.json");
  const kept = await (0,promises_.readFile)(path, "utf8").catch(() => void 0);
  if (kept !== void 0) return JSON.parse(kept);
  const { privatePem, publicPem } = await (0,generate_key/* generateKey */.r)("dev");
  await (0,promises_.mkdir)(stateDirectory, { recursive: true });
  await (0,promises_.writeFile)(path, JSON.stringify({ privatePem, publicPem }), { mode: 384 });
  return { privatePem, publicPem };
}


// EXTERNAL MODULE: ./.build/commands/outputs.js + 1 modules
var outputs = __webpack_require__(1985);
// EXTERNAL MODULE: ./.build/commands/push-stage.js + 2 modules
var push_stage = __webpack_require__(6825);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(8995);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./.build/commands/resolve-peer.js



async function resolvePeer(name, from) {
  for (const folder of from) {
    try {
      const path = (0,external_node_module_.createRequire)((0,external_node_path_.join)(folder, "resolve.js")).resolve(name);
      const loaded = await import(
        /* webpackIgnore: true */
        (0,external_node_url_.pathToFileURL)(path).href
      );
      return { ok: true, module: loaded.default ?? loaded };
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return {
    ok: false,
    failure: { code: "peer-missing", message: `This needs the package "${name}", which is not installed here.`, hint: `Run: npm install --save-dev ${name}` }
  };
}
function isMissing(error) {
  return error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND";
}


// EXTERNAL MODULE: ./.build/build/files/find-root.js
var find_root = __webpack_require__(5447);
;// CONCATENATED MODULE: ./.build/commands/input-folders.js



async function inputFolders(directory, { specs, skillsDirectory }) {
  const { root } = await (0,find_root/* findRoot */.w)(directory);
  const folders = [...specs.map(({ file }) => (0,external_node_path_.dirname)(file)), skillsDirectory].map((folder) => (0,external_node_path_.join)(root, folder));
  const there = await Promise.all(folders.map(isFolder));
  return folders.filter((_, position) => there[position]);
}
async function isFolder(path) {
  return (0,promises_.stat)(path).then((stats) => stats.isDirectory(), () => false);
}


// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./.build/commands/watch-folders.js


const QUIET_MS = 80;
const IGNORED = /(^|[\\/])(\.git|node_modules|\.wrangler|\.frontmcp)([\\/]|$)/;
function watchFolders(ignored, events) {
  const changed = inTurn(events);
  const watchers = /* @__PURE__ */ new Map();
  const close = (folder) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const open = (folder) => {
    const watcher = (0,external_node_fs_.watch)(folder, { recursive: true }, (_event, name) => {
      const isOurs = name !== null && (IGNORED.test(name) || ignored.some((each) => isWithin((0,external_node_path_.join)(folder, name), each)));
      if (!isOurs) changed.soon();
    });
    watchers.set(folder, watcher.on("error", events.onFault));
  };
  return {
    watch: (folders) => {
      const wanted = outermost(folders);
      [...watchers.keys()].filter((folder) => !wanted.includes(folder)).forEach(close);
      wanted.filter((folder) => !watchers.has(folder)).forEach(open);
    },
    stop: () => {
      changed.cancel();
      [...watchers.keys()].forEach(close);
    }
  };
}
function inTurn({ onChange, onFault }) {
  let timer;
  let running = false;
  let again = false;
  const run = async () => {
    again = running;
    if (running) return;
    running = true;
    do {
      again = false;
      await onChange().catch(onFault);
    } while (again);
    running = false;
  };
  const cancel = () => clearTimeout(timer);
  const soon = () => {
    cancel();
    timer = setTimeout(() => void run(), QUIET_MS);
  };
  return { soon, cancel };
}
function outermost(folders) {
  return [...new Set(folders)].filter((folder, _, all) => !all.some((other) => other !== folder && isWithin(folder, other)));
}
function isWithin(path, folder) {
  return path === folder || path.startsWith(folder.endsWith(external_node_path_.sep) ? folder : `${folder}${external_node_path_.sep}`);
}


;// CONCATENATED MODULE: ./.build/commands/dev.js














async function startDev(options, ports) {
  const peer = await resolvePeer("miniflare", [options.directory, options.distDirectory]);
  if (!peer.ok) return peer;
  const build = await buildDev(options, ports);
  if (!build.bundle) return { ok: false, build };
  const state = options.state === void 0 ? void 0 : (0,external_node_path_.resolve)(options.directory, options.state);
  const kept = await keptKey(state);
  if (!kept.ok) return kept;
  const { key } = kept;
  const session = new DevSession(options, ports, key, build.bundle, state);
  try {
    await session.start(peer.module);
  } catch (error) {
    return { ok: false, failure: { code: "worker-not-started", message: `The local Worker did not start: ${reasonOf(error)}.`, hint: `Is port ${options.port} taken? Choose another with --port.` } };
  }
  const failure = await session.push(build.bundle);
  if (failure) {
    await session.close();
    return { ok: false, failure };
  }
  const unwatched = options.watch ? await session.watch(build) : void 0;
  if (unwatched) {
    await session.close();
    return { ok: false, failure: unwatched };
  }
  return { ok: true, mcpUrl: (0,outputs/* mcpUrlOf */.X)(session.url), close: () => session.close() };
}
async function keptKey(state) {
  try {
    return { ok: true, key: await devKey(state) };
  } catch (error) {
    return { ok: false, failure: { code: "state-unusable", message: `"${state}" cannot keep what the Worker stores: ${reasonOf(error)}.`, hint: "Name a folder with --state that can be written, or remove it to begin anew." } };
  }
}
function reasonOf(error) {
  return (error instanceof Error ? error.message : String(error)).replace(/\.+$/, "");
}
function buildDev(options, ports) {
  return (0,build_project/* buildProject */.a)({ ...options, placeholders: true, adjust: options.auth ? void 0 : withoutAuth }, ports);
}
function withoutAuth(manifest) {
  return { ...manifest, structural: { ...manifest.structural, auth: { provider: "none" } } };
}
class DevSession {
  constructor(options, ports, key, deployed, state) {
    this.options = options;
    this.ports = ports;
    this.key = key;
    this.deployed = deployed;
    this.state = state;
  }
  options;
  ports;
  key;
  deployed;
  state;
  #worker;
  #watching;
  /** What was told last: files change that are no part of the project, a log of this very command included. */
  #told = "";
  /** The secrets that the Worker was started with, as JSON. */
  #secrets = "";
  get url() {
    return this.#worker?.url ?? "";
  }
  async start(miniflare) {
    this.#worker = await startLocalWorker(miniflare, await this.#workerOptions(this.deployed));
  }
  /** Pushes a bundle as CI would. Returns why it failed, if it did. */
  async push(bundle) {
    const started = this.ports.now();
    this.#told = bundle.sha256;
    const { kid } = bundle.index.manifest.structural.signing.trustRoots[0] ?? { kid: "dev" };
    const pushed = await (0,push_stage/* pushStage */.R)(
      bundle,
      { url: this.url, signingKey: this.key.privatePem, keyId: kid, expect: "any", source: { actor: "dev" } },
      this.ports
    );
    if ("failure" in pushed) return withDevHint(pushed.failure);
    const { generation, diff } = pushed.receipt;
    this.ports.onEvent({ kind: "pushed", result: pushed.result, generation, sha256: bundle.sha256, diff, milliseconds: this.ports.now() - started });
    return void 0;
  }
  /** Pushes on every save from now on. Returns why that cannot be, if it cannot. */
  async watch(build) {
    this.#watching = watchFolders(this.state === void 0 ? [] : [this.state], { onChange: () => this.#changed(), onFault: (error) => this.#fault(error) });
    try {
      await this.#watchInputs(build);
      return void 0;
    } catch (error) {
      return { code: "watch-failed", message: `Changes cannot be watched: ${reasonOf(error)}.`, hint: "Run it with --no-watch, and again after a change." };
    }
  }
  #fault(error) {
    this.ports.onEvent({ kind: "failed", failure: { code: "change-not-served", message: `A change could not be served: ${reasonOf(error)}.`, hint: "Save again, or start again." } });
  }
  async close() {
    this.#watching?.stop();
    await this.#worker?.close();
  }
  /** Descriptions and skills may lie beside the manifest's folder; a save may name others. */
  async #watchInputs({ manifest }) {
    this.#watching?.watch([this.#manifestFolder(), ...manifest ? await inputFolders(this.options.directory, manifest) : []]);
  }
  #manifestFolder() {
    return (0,external_node_path_.dirname)((0,external_node_path_.resolve)(this.options.directory, this.options.manifest));
  }
  async #changed() {
    const build = await buildDev(this.options, this.ports);
    const { bundle, diagnostics } = build;
    if (build.manifest) await this.#watchInputs(build);
    const outcome = bundle?.sha256 ?? JSON.stringify(diagnostics);
    const hasNewSecrets = JSON.stringify(await readDevVars(this.#manifestFolder())) !== this.#secrets;
    if (outcome === this.#told && !hasNewSecrets) return;
    this.#told = outcome;
    if (!bundle) {
      this.ports.onEvent({ kind: "invalid", diagnostics });
      return;
    }
    if (hasNewSecrets || bundle.structuralDigest !== this.deployed.structuralDigest) await this.#redeploy(bundle);
    const failure = await this.push(bundle);
    if (failure) this.ports.onEvent({ kind: "failed", failure });
  }
  /** Locally a redeploy is a restart, with the new bundle compiled in and the secrets that `.dev.vars` has now. */
  async #redeploy(bundle) {
    await this.#worker?.restart(await this.#workerOptions(bundle));
    this.ports.onEvent({ kind: "restarted", pointers: (0,structural/* structuralDifference */.Ns)(this.deployed.index, bundle.index) });
    this.deployed = bundle;
  }
  async #workerOptions(bundle) {
    const { structural } = bundle.index.manifest;
    const trusted = structural.signing.trustRoots[0];
    const secrets = await readDevVars(this.#manifestFolder());
    this.#secrets = JSON.stringify(secrets);
    return {
      structural,
      environment: bundle.index.environment,
      compiled: (0,compiled_bundle/* compiledBundle */.s)(bundle, null),
      ...await (0,read_runtime/* readRuntime */.F)(this.options.distDirectory),
      secrets: { ...secrets, ...trusted ? { [trusted.publicKeySecret]: this.key.publicPem } : {} },
      host: this.options.host,
      port: this.options.port,
      stateDirectory: this.state,
      log: (line) => this.ports.onEvent({ kind: "log", line })
    };
  }
}
async function readDevVars(directory) {
  const text = await (0,promises_.readFile)((0,external_node_path_.join)(directory, ".dev.vars"), "utf8").catch(() => "");
  return Object.fromEntries(Object.entries((0,external_node_util_.parseEnv)(text)).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]));
}
function withDevHint(failure) {
  return failure.code === "missing_secret" ? { ...failure, hint: "Write NAME=value for each into .dev.vars beside the manifest, and keep that file out of git." } : failure;
}


// EXTERNAL MODULE: ./.build/contract/loopback.js
var loopback = __webpack_require__(2680);
// EXTERNAL MODULE: ./.build/report/command-json.js + 2 modules
var command_json = __webpack_require__(5302);
// EXTERNAL MODULE: ./.build/contract/push/routes.js
var routes = __webpack_require__(8518);
// EXTERNAL MODULE: ./.build/report/counts.js
var counts = __webpack_require__(6681);
// EXTERNAL MODULE: ./.build/report/diagnostics-text.js
var diagnostics_text = __webpack_require__(3745);
// EXTERNAL MODULE: ./.build/report/failure-text.js
var failure_text = __webpack_require__(8687);
// EXTERNAL MODULE: ./.build/report/plain.js
var plain = __webpack_require__(8953);
// EXTERNAL MODULE: ./.build/report/plan-base.js
var plan_base = __webpack_require__(1498);
// EXTERNAL MODULE: ./.build/report/style.js
var report_style = __webpack_require__(5620);
;// CONCATENATED MODULE: ./.build/report/dev-text.js







function devEventText(event, options = {}) {
  const { style = report_style/* PLAIN */.t } = options;
  switch (event.kind) {
    case "pushed":
      return pushedText(event, options);
    case "invalid":
      return `${(0,diagnostics_text/* diagnosticsText */.gN)(event.diagnostics, options)}Still serving what was pushed before.
`;
    case "failed":
      return `${(0,failure_text/* failureText */.kY)(event.failure, style)}Still serving what was pushed before.
`;
    case "restarted":
      if (event.pointers.length === 0) return `${style.yellow("restarted")} with what .dev.vars says now
`;
      return `${style.yellow("restarted")} a push cannot change ${event.pointers.map(plain/* plainText */.wh).join(", ")}; in production this needs a redeploy
`;
    case "log":
      return workerLogText(event.line, style);
  }
}
function workerLogText(line, style) {
  const entry = parseEntry(line);
  if (entry?.["event"] === "push" || entry?.["path"] === routes/* RESYNC_PATH */.Fl) return "";
  if (entry?.["event"] === "script_run") return scriptRunText(entry, style);
  if (entry?.["event"] !== "request") return `${style.dim((0,plain/* plainText */.wh)(line))}
`;
  const { method, path, status, durationMs } = entry;
  return `${style.dim((0,plain/* plainText */.wh)(`${String(method)} ${String(path)} ${String(status)} in ${String(durationMs)} ms`))}
`;
}
function scriptRunText({ outcome, calls, durationMs }, style) {
  return `${style.dim((0,plain/* plainText */.wh)(`script ${String(outcome)}, ${String(calls)} calls in ${String(durationMs)} ms`))}
`;
}
function parseEntry(line) {
  try {
    const entry = JSON.parse(line);
    return typeof entry === "object" && entry !== null ? entry : void 0;
  } catch {
    return void 0;
  }
}
function pushedText(event, { style = report_style/* PLAIN */.t }) {
  const { result, generation, sha256, diff, milliseconds } = event;
  const what = result === "applied" && diff ? `: ${(0,plan_base/* planHeadline */.M)({ base: { kind: "none", reason: "" }, diff })}` : "";
  return `${style.green(result)} generation ${generation}, ${sha256.slice(0, 12)}, in ${(0,counts/* durationText */.S5)(milliseconds)}${what}
`;
}


// EXTERNAL MODULE: ./.build/cli/exit-codes.js
var exit_codes = __webpack_require__(552);
// EXTERNAL MODULE: ./.build/cli/show-findings.js
var show_findings = __webpack_require__(8021);
// EXTERNAL MODULE: ./.build/cli/usage-error.js
var usage_error = __webpack_require__(883);
;// CONCATENATED MODULE: ./.build/cli/run/dev.js








async function run(session) {
  const started = await startDev(devOptions(session), { ...session.ports, onEvent: (event) => showEvent(session, event) });
  if (!started.ok) {
    (0,show_findings/* showFindings */.A)(session, started.build);
    if (started.failure) session.fail(started.failure);
    session.document(false, { ...(0,command_json/* buildJson */.Nc)(started.build, session.path), mcpUrl: void 0, failure: (0,command_json/* failureJson */.PM)(started.failure) });
    return exit_codes/* EXIT */.d.failed;
  }
  try {
    if (session.json) session.document(true, { mcpUrl: started.mcpUrl, failure: null });
    else session.print(`ready ${started.mcpUrl}
`);
    await untilAborted(session.signal);
  } finally {
    await started.close();
  }
  return exit_codes/* EXIT */.d.done;
}
function devOptions(session) {
  const host = session.option("host") ?? "127.0.0.1";
  const auth = !session.flag("no-auth");
  const isOwn = (0,loopback/* isLoopback */.U)(host.includes(":") && !host.startsWith("[") ? `[${host}]` : host);
  if (!isOwn && !ANY_ADDRESS.includes(host)) throw new usage_error/* UsageError */.e(`--host is "${host}"; it can be an address of this machine's own (127.0.0.1, ::1), or 0.0.0.0 inside a container.`);
  if (!auth && !isOwn) throw new usage_error/* UsageError */.e(`--no-auth serves without sign-in, so it works on loopback only, not on "${host}".`);
  const state = session.option("state");
  return {
    ...session.project,
    host,
    port: portOf(session.option("port") ?? "8787"),
    watch: !session.flag("no-watch"),
    auth,
    ...state === void 0 ? {} : { state: (0,external_node_path_.resolve)(session.io.cwd, state) },
    distDirectory: session.io.distDirectory
  };
}
const ANY_ADDRESS = ["0.0.0.0", "::", "[::]"];
function portOf(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65535)) throw new usage_error/* UsageError */.e(`--port is "${text}"; it must be a number from 0 to 65535.`);
  return port;
}
function showEvent(session, event) {
  session.tell(devEventText(event, { style: session.errorStyle, path: session.path }));
}
function untilAborted(signal) {
  return new Promise((resolveWhenStopped) => {
    if (signal.aborted) resolveWhenStopped();
    else signal.addEventListener("abort", () => resolveWhenStopped(), { once: true });
  });
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

/***/ 507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ compiledBundle)
/* harmony export */ });
/* harmony import */ var _contract_encoding_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2828);

function compiledBundle(bundle, statement) {
  const artifacts = [...bundle.artifacts].map(([sha256, { bytes }]) => [sha256, (0,_contract_encoding_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .fromUtf8 */ .a)(bytes)]);
  return { v: 1, statement, bundle: (0,_contract_encoding_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .fromUtf8 */ .a)(bundle.bytes), artifacts: Object.fromEntries(artifacts.sort()) };
}



/***/ }),

/***/ 1985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ mcpUrlOf),
  V: () => (/* binding */ outputs)
});

// EXTERNAL MODULE: ./.build/commands/build-project.js + 1 modules
var build_project = __webpack_require__(9454);
;// CONCATENATED MODULE: ./.build/commands/client-snippets.js
function clientSnippets(facts) {
  const snippet = { name: serverName(facts.name), url: facts.mcpUrl, headers: headersFor(facts.auth) };
  return [claudeCode(snippet), claudeDesktop(snippet), cursor(snippet), vsCode(snippet), codex(snippet), mcpRemote(snippet)];
}
function headersFor(auth) {
  if (auth.provider === "apiKey") {
    const header = auth.apiKey.header ?? "X-API-Key";
    return [{ header, variable: "FRONTMCP_API_KEY", description: "API key of the MCP server" }];
  }
  if (auth.provider !== "cloudflareAccess") return [];
  return [
    { header: "CF-Access-Client-Id", variable: "CF_ACCESS_CLIENT_ID", description: "Cloudflare Access client id" },
    { header: "CF-Access-Client-Secret", variable: "CF_ACCESS_CLIENT_SECRET", description: "Cloudflare Access client secret" }
  ];
}
function claudeCode({ name, url, headers }) {
  const options = headers.map(({ header, variable }) => ` \\
  --header "${quoted(header)}: $${variable}"`).join("");
  return { client: "Claude Code", where: "a terminal", language: "sh", text: `claude mcp add --transport http ${name} ${shellWord(url)}${options}` };
}
function claudeDesktop({ name, url, headers }) {
  const env = Object.fromEntries(headers.map(({ variable, description }) => [variable, `<${description}>`]));
  const server = { command: "npx", args: ["-y", "mcp-remote", url, ...remoteHeaders(headers)], ...headers.length > 0 ? { env } : {} };
  return json("Claude Desktop", "claude_desktop_config.json", { mcpServers: { [name]: server } });
}
function cursor({ name, url, headers }) {
  const server = { url, ...withHeaders(headers, ({ variable }) => `\${env:${variable}}`) };
  return json("Cursor", ".cursor/mcp.json", { mcpServers: { [name]: server } });
}
function vsCode({ name, url, headers }) {
  const inputs = headers.map(({ variable, description }) => ({ type: "promptString", id: inputId(variable), description, password: true }));
  const server = { type: "http", url, ...withHeaders(headers, ({ variable }) => `\${input:${inputId(variable)}}`) };
  return json("VS Code", ".vscode/mcp.json", { ...inputs.length > 0 ? { inputs } : {}, servers: { [name]: server } });
}
function codex({ name, url, headers }) {
  const pairs = headers.map(({ header, variable }) => `${JSON.stringify(header)} = ${JSON.stringify(variable)}`);
  const lines = [`[mcp_servers.${name}]`, `url = ${JSON.stringify(url)}`];
  if (pairs.length > 0) lines.push(`env_http_headers = { ${pairs.join(", ")} }`);
  return { client: "Codex", where: "~/.codex/config.toml", language: "toml", text: lines.join("\n") };
}
function mcpRemote({ url, headers }) {
  const options = headers.map(({ header, variable }) => ` \\
  --header "${quoted(header)}:$${variable}"`).join("");
  return { client: "mcp-remote", where: "a terminal", language: "sh", text: `npx -y mcp-remote ${shellWord(url)}${options}` };
}
function remoteHeaders(headers) {
  return headers.flatMap(({ header, variable }) => ["--header", `${header}:\${${variable}}`]);
}
function withHeaders(headers, value) {
  if (headers.length === 0) return {};
  return { headers: Object.fromEntries(headers.map((each) => [each.header, value(each)])) };
}
function json(client, where, value) {
  return { client, where, language: "json", text: JSON.stringify(value, null, 2) };
}
function serverName(name) {
  return name.replace(/[^A-Za-z0-9_-]/g, "-");
}
function inputId(variable) {
  return variable.toLowerCase().replaceAll("_", "-");
}
function quoted(text) {
  return text.replace(/[$`"\\]/g, "\\$&");
}
function shellWord(text) {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}


;// CONCATENATED MODULE: ./.build/commands/outputs.js


async function outputs(options, ports) {
  const build = await (0,build_project/* buildProject */.a)({ ...options, placeholders: true }, ports);
  const { manifest } = build;
  if (!manifest) return { build, snippets: [] };
  const { deployment, auth } = manifest.structural;
  if (deployment.url === void 0) {
    return {
      build,
      workerName: deployment.workerName,
      snippets: [],
      failure: {
        code: "deployment-url-missing",
        message: "The manifest does not say where the Worker answers.",
        hint: `Add to ${manifest.file}:
  deployment:
    url: https://${deployment.workerName ?? manifest.name}.<your-subdomain>.workers.dev`
      }
    };
  }
  const mcpUrl = mcpUrlOf(deployment.url);
  return {
    build,
    workerName: deployment.workerName,
    deploymentUrl: deployment.url,
    mcpUrl,
    snippets: clientSnippets({ name: manifest.name, mcpUrl, auth })
  };
}
function mcpUrlOf(deploymentUrl) {
  return `${deploymentUrl.replace(/\/+$/, "")}/mcp`;
}



/***/ }),

/***/ 2699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ generateKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _contract_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8811);
/* harmony import */ var _ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(447);
/* harmony import */ var _thumbprint_sync_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(837);




function generateKey(kid, random = node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes) {
  const seed = random(_ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__/* .SEED_BYTES */ .ER);
  if (seed.length !== _ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__/* .SEED_BYTES */ .ER) throw new TypeError(`random must give ${_ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__/* .SEED_BYTES */ .ER} bytes, gave ${seed.length}`);
  const privatePem = pem("PRIVATE KEY", (0,_ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__/* .pkcs8OfSeed */ .eh)(seed));
  const publicPem = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(privatePem).export({ format: "pem", type: "spki" }).toString();
  const jwk = { kty: "OKP", crv: "Ed25519", x: (0,_contract_encoding_base64url_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeBase64url */ .F)((0,_ed25519_key_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyOfSeed */ .zy)(seed)) };
  return { privatePem, publicPem, publicJwk: { ...jwk, kid, alg: "EdDSA", use: "sig" }, thumbprint: (0,_thumbprint_sync_js__WEBPACK_IMPORTED_MODULE_2__/* .thumbprintSync */ .L)(jwk) };
}
function pem(label, der) {
  return `-----BEGIN ${label}-----
${Buffer.from(der).toString("base64")}
-----END ${label}-----
`;
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

/***/ 8687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kY: () => (/* binding */ failureText)
/* harmony export */ });
/* unused harmony exports failureMarkdown, failureMessage */
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8953);
/* harmony import */ var _style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5620);



function failureText(failure, style = _style_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAIN */ .t) {
  return [
    `${style.red("error")} ${style.dim((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(failure.code))} ${(0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(failure.message)}`,
    ...failure.requestId === void 0 ? [] : [`    request id of the Worker: ${(0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(failure.requestId)}`],
    ...failure.hint === void 0 ? [] : [(0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .indent */ .pZ)((0,_plain_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLines */ .y1)(failure.hint), "    ")],
    ""
  ].join("\n");
}
function failureMessage(failure) {
  const id = failure.requestId === void 0 ? "" : `, request id ${plainText(failure.requestId)}`;
  const hint = failure.hint === void 0 ? "" : `
${plainLines(failure.hint)}`;
  return `${plainText(failure.message)} (${plainText(failure.code)}${id})${hint}`;
}
function failureMarkdown(failure) {
  const id = failure.requestId === void 0 ? "" : `, request id ${codeSpan(failure.requestId)}`;
  const lines = [`**${escapeMarkdown(failure.message)}** (${codeSpan(failure.code)}${id})`];
  const { hint } = failure;
  if (hint !== void 0) lines.push(hint.includes("\n") ? codeBlock("", hint) : escapeMarkdown(hint));
  return lines.join("\n\n");
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

/***/ 3934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wE: () => (/* binding */ emitBundleModule),
  AD: () => (/* binding */ emitConfiguration),
  ES: () => (/* binding */ emitFolder)
});

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./.build/wrangler/names.js
var names = __webpack_require__(6789);
;// CONCATENATED MODULE: ./.build/wrangler/configuration.js

const PAID_CPU_MS = 1e4;
function wranglerConfiguration(index) {
  const { structural, hot } = index.manifest;
  const { runtime, bindings, deployment } = structural;
  const routes = routesOf(deployment);
  const hasCustomDomain = routes.some((route) => route.custom_domain === true);
  return {
    name: deployment.workerName,
    main: names/* EMITTED */.bW.worker,
    compatibility_date: runtime.compatibilityDate,
    ...listed("compatibility_flags", runtime.compatibilityFlags),
    // A private name is not kept private by an address that nobody mentions: a custom domain turns both others off.
    workers_dev: deployment.workersDev ?? !hasCustomDomain,
    preview_urls: false,
    ...listed("routes", routes),
    alias: { [names/* RUNTIME_PACKAGE */.y_]: `./${names/* EMITTED */.bW.runtime}` },
    ...hot.execution.plan === "paid" ? { limits: { cpu_ms: PAID_CPU_MS } } : {},
    observability: { enabled: true },
    durable_objects: {
      bindings: (bindings.durableObjects ?? []).map(({ binding, className, scriptName }) => ({
        name: binding,
        class_name: className,
        ...scriptName === void 0 ? {} : { script_name: scriptName }
      }))
    },
    migrations: [{ tag: "v1", new_sqlite_classes: ownClasses(index) }],
    ...listed(
      "d1_databases",
      bindings.d1Databases?.map((database) => ({
        binding: database.binding,
        database_name: database.databaseName,
        database_id: database.databaseId
      }))
    ),
    ...listed("kv_namespaces", bindings.kvNamespaces?.map(({ binding, id }) => ({ binding, id }))),
    ...listed("r2_buckets", bindings.r2Buckets?.map(({ binding, bucketName }) => ({ binding, bucket_name: bucketName }))),
    ...bindings.vars && Object.keys(bindings.vars).length > 0 ? { vars: bindings.vars } : {}
  };
}
function ownClasses(index) {
  const own = (index.manifest.structural.bindings.durableObjects ?? []).filter(({ scriptName }) => scriptName === void 0);
  return [...new Set(own.map(({ className }) => className))];
}
function routesOf(deployment) {
  const custom = deployment.customDomain === void 0 ? [] : [{ pattern: deployment.customDomain, custom_domain: true }];
  const routes = (deployment.routes ?? []).map(({ pattern, zoneId, zoneName, customDomain }) => ({
    pattern,
    ...zoneId === void 0 ? {} : { zone_id: zoneId },
    ...zoneName === void 0 ? {} : { zone_name: zoneName },
    ...customDomain === void 0 ? {} : { custom_domain: customDomain }
  }));
  return [...custom, ...routes];
}
function listed(key, list) {
  return list && list.length > 0 ? { [key]: list } : {};
}


;// CONCATENATED MODULE: ./.build/wrangler/emit.js



function emitConfiguration(index, format) {
  const configuration = wranglerConfiguration(index);
  const note = 'Written by "frontmcp deploy emit-wrangler" from the manifest; change the manifest, not this file.';
  if (format === "toml") return `# ${note}
${(0,dist/* stringify */.As)(configuration)}`;
  const schema = { $schema: "node_modules/wrangler/config-schema.json" };
  return `// ${note}
${JSON.stringify({ ...schema, ...configuration }, null, 2)}
`;
}
function emitFolder(options) {
  const { index, compiled, format, runtime, scripts, engine, worker } = options;
  return {
    [format === "toml" ? names/* EMITTED */.bW.toml : names/* EMITTED */.bW.jsonc]: emitConfiguration(index, format),
    [names/* EMITTED */.bW.worker]: worker.replace(/env: '[^']*'/, `env: '${index.environment}'`),
    [names/* EMITTED */.bW.runtime]: runtime,
    [names/* EMITTED */.bW.scripts]: scripts,
    [names/* EMITTED */.bW.engine]: engine,
    [names/* EMITTED */.bW.bundle]: emitBundleModule(compiled)
  };
}
function emitBundleModule(compiled) {
  return `// Written by "frontmcp deploy emit-wrangler". The copy of the deploy bundle that this Worker starts with.
export default ${JSON.stringify(compiled)};
`;
}



/***/ }),

/***/ 6789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ RUNTIME_DURABLE_OBJECTS),
/* harmony export */   bW: () => (/* binding */ EMITTED),
/* harmony export */   y_: () => (/* binding */ RUNTIME_PACKAGE)
/* harmony export */ });
const EMITTED = {
  worker: "worker.ts",
  bundle: "frontmcp.deploy.bundle.js",
  runtime: "frontmcp-worker/index.js",
  scripts: "frontmcp-worker/agentscript.js",
  engine: "frontmcp-worker/quickjs.wasm",
  toml: "wrangler.toml",
  jsonc: "wrangler.jsonc"
};
const RUNTIME_PACKAGE = "@frontmcp/worker";
const RUNTIME_DURABLE_OBJECTS = [
  { binding: "SESSIONS", className: "SessionDO" },
  { binding: "EVENTS", className: "EventStoreDO" },
  { binding: "BUNDLE", className: "BundleDO" }
];



/***/ }),

/***/ 3652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ readRuntime)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/wrangler/script-engine.js
const ENGINE_SHA256 = "d4c9375f2b1ca4dc95f72c8aa2982a7a9951ac8011490d79c6582df732b4bbd9";


;// CONCATENATED MODULE: ./.build/wrangler/read-runtime.js




async function readRuntime(distDirectory) {
  const [runtime, scripts, engine] = await Promise.all([
    (0,promises_.readFile)((0,external_node_path_.join)(distDirectory, "runtime/index.js"), "utf8"),
    (0,promises_.readFile)((0,external_node_path_.join)(distDirectory, "runtime/agentscript.js"), "utf8"),
    (0,promises_.readFile)((0,external_node_path_.join)(distDirectory, "runtime/quickjs.wasm"))
  ]);
  const digest = (0,external_node_crypto_.createHash)("sha256").update(engine).digest("hex");
  if (digest !== ENGINE_SHA256)
    throw new Error(`runtime/quickjs.wasm is not the engine of this version: its SHA-256 is ${digest}, not ${ENGINE_SHA256}`);
  return { runtime, scripts, engine };
}



/***/ })

};
