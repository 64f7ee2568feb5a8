export const id = 579;
export const ids = [579];
export const modules = {

/***/ 3579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/commands/build-project.js + 1 modules
var build_project = __webpack_require__(9454);
// EXTERNAL MODULE: ./.build/commands/write-folder.js
var write_folder = __webpack_require__(9663);
;// CONCATENATED MODULE: ./.build/commands/build-bundle.js


async function buildBundle(options, ports) {
  const build = await (0,build_project/* buildProject */.a)({ ...options, placeholders: false }, ports);
  if (!build.bundle) return { build, written: [] };
  const folder = await (0,write_folder/* writeFolder */.C)(options.directory, options.out, filesOf(build.bundle));
  return folder.ok ? { build, written: folder.written } : { build, written: [], failure: folder.failure };
}
function filesOf({ bytes, sha256, artifacts, blobs }) {
  const content = [...artifacts, ...blobs].map(([digest, artifact]) => [`artifacts/${digest}`, artifact.bytes]);
  return {
    "bundle.json": bytes,
    // The format of sha256sum, so that "sha256sum --check bundle.sha256" works.
    "bundle.sha256": `${sha256}  bundle.json
`,
    ...Object.fromEntries(content)
  };
}


// EXTERNAL MODULE: ./.build/report/build-facts.js
var build_facts = __webpack_require__(947);
// EXTERNAL MODULE: ./.build/report/command-json.js + 2 modules
var command_json = __webpack_require__(5302);
// EXTERNAL MODULE: ./.build/cli/exit-codes.js
var exit_codes = __webpack_require__(552);
// EXTERNAL MODULE: ./.build/cli/show-findings.js
var show_findings = __webpack_require__(8021);
// EXTERNAL MODULE: ./.build/cli/usage-error.js
var usage_error = __webpack_require__(883);
;// CONCATENATED MODULE: ./.build/cli/run/build.js







async function run(session) {
  const out = session.option("out");
  if (out === void 0) throw new usage_error/* UsageError */.e("build needs --out DIR: the folder to write.");
  const result = await buildBundle({ ...session.project, out: (0,external_node_path_.resolve)(session.io.cwd, out) }, session.ports);
  const { bundle } = result.build;
  const isDone = bundle !== void 0 && !result.failure;
  (0,show_findings/* showFindings */.A)(session, result.build);
  if (result.failure) session.fail(result.failure);
  if (isDone && !session.json) {
    session.tell(`${(0,build_facts/* bundleFacts */._)(result.build)}
${result.written.length} files in ${out}
`);
    session.print(`${bundle.sha256}
`);
  }
  session.document(isDone, (0,command_json/* buildResultJson */.e8)(result, session.path));
  return isDone ? exit_codes/* EXIT */.d.done : exit_codes/* EXIT */.d.failed;
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

/***/ 883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ UsageError)
/* harmony export */ });
class UsageError extends Error {
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



/***/ })

};
