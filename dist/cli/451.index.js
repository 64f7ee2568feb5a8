export const id = 451;
export const ids = [451];
export const modules = {

/***/ 1451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/wrangler/emit.js + 1 modules
var emit = __webpack_require__(3934);
// EXTERNAL MODULE: ./.build/wrangler/read-runtime.js + 1 modules
var read_runtime = __webpack_require__(3652);
;// CONCATENATED MODULE: ./.build/wrangler/worker-entry.js
const WORKER_ENTRY = `import { createWorker } from '@frontmcp/worker';
import deployBundle from './frontmcp.deploy.bundle.js';

const { handler, durableObjects } = createWorker({ bundle: deployBundle, env: 'production' });

export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;
`;


// EXTERNAL MODULE: ./.build/commands/build-project.js + 1 modules
var build_project = __webpack_require__(9454);
// EXTERNAL MODULE: ./.build/commands/compiled-bundle.js
var compiled_bundle = __webpack_require__(507);
// EXTERNAL MODULE: ./.build/commands/sign-stage.js + 7 modules
var sign_stage = __webpack_require__(3411);
// EXTERNAL MODULE: ./.build/commands/write-folder.js
var write_folder = __webpack_require__(9663);
;// CONCATENATED MODULE: ./.build/commands/emit-wrangler.js







async function emitWrangler(options, ports) {
  const build = await (0,build_project/* buildProject */.a)({ ...options, placeholders: false }, ports);
  if (!build.bundle) return { build, written: [], signed: false };
  const configuration = (0,emit/* emitConfiguration */.AD)(build.bundle.index, options.format);
  if (options.out === void 0) return { build, configuration, written: [], signed: false };
  const statement = await embedStatement(build.bundle, options, ports);
  if (!statement.ok) return { build, configuration, written: [], signed: false, failure: statement.failure };
  const files = (0,emit/* emitFolder */.ES)({
    index: build.bundle.index,
    compiled: (0,compiled_bundle/* compiledBundle */.s)(build.bundle, statement.compact),
    format: options.format,
    ...await (0,read_runtime/* readRuntime */.F)(options.distDirectory),
    worker: WORKER_ENTRY
  });
  const folder = await (0,write_folder/* writeFolder */.C)(options.directory, options.out, files);
  if (!folder.ok) return { build, configuration, written: [], signed: false, failure: folder.failure };
  return { build, configuration, written: folder.written, signed: statement.compact !== null };
}
async function embedStatement(bundle, options, ports) {
  if (options.signingKey === void 0) return { ok: true, compact: null };
  const key = await (0,sign_stage/* signStage */.e)(bundle, { signingKey: options.signingKey, keyId: options.keyId }, ports);
  if (!key.ok) return key;
  return { ok: true, compact: await key.sign({ intent: "embed" }) };
}


// EXTERNAL MODULE: ./.build/report/command-json.js + 2 modules
var command_json = __webpack_require__(5302);
// EXTERNAL MODULE: ./.build/cli/exit-codes.js
var exit_codes = __webpack_require__(552);
// EXTERNAL MODULE: ./.build/cli/show-findings.js
var show_findings = __webpack_require__(8021);
// EXTERNAL MODULE: ./.build/cli/signing-key.js
var signing_key = __webpack_require__(7290);
;// CONCATENATED MODULE: ./.build/cli/run/emit-wrangler.js






async function run(session) {
  const out = session.option("out");
  const key = out === void 0 ? { ok: true } : await (0,signing_key/* readSigningKey */.j)(session);
  if (!key.ok) {
    session.fail(key.failure);
    session.document(false, (0,command_json/* emitJson */.E1)({ build: { diagnostics: [] }, written: [], signed: false, failure: key.failure }));
    return exit_codes/* EXIT */.d.failed;
  }
  const result = await emitWrangler(
    {
      ...session.project,
      format: session.option("format") === "jsonc" ? "jsonc" : "toml",
      ...out === void 0 ? {} : { out: (0,external_node_path_.resolve)(session.io.cwd, out) },
      ..."signingKey" in key ? { signingKey: key.signingKey } : {},
      keyId: session.option("key-id"),
      distDirectory: session.io.distDirectory
    },
    session.ports
  );
  return show(session, result, out);
}
function show(session, result, out) {
  const isDone = result.configuration !== void 0 && !result.failure;
  (0,show_findings/* showFindings */.A)(session, result.build);
  if (result.failure) session.fail(result.failure);
  if (isDone && !session.json) {
    if (out === void 0) session.print(result.configuration ?? "");
    else session.tell(emittedText(result, out));
  }
  session.document(isDone, (0,command_json/* emitJson */.E1)(result, session.path));
  return isDone ? exit_codes/* EXIT */.d.done : exit_codes/* EXIT */.d.failed;
}
function emittedText({ written, signed }, out) {
  const next = `Next: run "wrangler deploy" in ${out}.
`;
  if (signed) return `Wrote ${written.length} files to ${out}.
${next}`;
  return `Wrote ${written.length} files to ${out}. Without a signing key the Worker answers /mcp with 503 until the first push.
${next}`;
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

/***/ 9663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ writeFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


async function writeFolder(directory, out, files) {
  const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, out);
  const trusted = isWithin(directory, folder) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory) : folder;
  try {
    const written = [];
    for (const [name, content] of Object.entries(files)) {
      const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
      const link = await findLink(trusted, path);
      if (link !== void 0) return { ok: false, failure: unwritable(link, "it is a link, and where it leads is not written to", "Remove the link, or name another folder.") };
      await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
      await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, content);
      written.push(path);
    }
    return { ok: true, written };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, failure: unwritable(folder, reason, "Name another folder.") };
  }
}
function unwritable(path, reason, hint) {
  return { code: "output-unwritable", message: `"${path}" cannot be written: ${reason}.`, hint };
}
async function findLink(from, path) {
  let at = from;
  for (const segment of (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(from, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
    at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, segment);
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(at).catch(() => void 0);
    if (stats?.isSymbolicLink()) return at;
  }
  return void 0;
}
function isWithin(directory, path) {
  const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(directory, path);
  return !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside) && inside.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep)[0] !== "..";
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
