export const id = 729;
export const ids = [729];
export const modules = {

/***/ 3729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.build/build/diagnostics/collector.js
var collector = __webpack_require__(1857);
// EXTERNAL MODULE: ./.build/build/files/find-root.js
var find_root = __webpack_require__(5447);
// EXTERNAL MODULE: ./.build/commands/build-project.js + 1 modules
var build_project = __webpack_require__(9454);
;// CONCATENATED MODULE: ./.build/commands/validate.js

async function validate(options, ports) {
  return { build: await (0,build_project/* buildProject */.a)({ ...options, placeholders: true }, ports) };
}


// EXTERNAL MODULE: ./.build/contract/version.js
var version = __webpack_require__(4577);
// EXTERNAL MODULE: ./.build/report/plain.js
var plain = __webpack_require__(8953);
;// CONCATENATED MODULE: ./.build/report/annotations.js


const MAX_ANNOTATIONS_PER_LEVEL = 10;
function annotationsOf(diagnostics, options = {}) {
  const used = { error: 0, warning: 0, notice: 0 };
  const shown = [];
  const left = [];
  for (const diagnostic of diagnostics) {
    const most = options.most?.[diagnostic.severity] ?? MAX_ANNOTATIONS_PER_LEVEL;
    used[diagnostic.severity] += 1;
    if (used[diagnostic.severity] > most) left.push(diagnostic);
    else shown.push(annotationOf(diagnostic, options));
  }
  return { shown, left };
}
function annotationOf(diagnostic, { path = (file) => file }) {
  const hint = (0,collector/* hintOf */.$z)(diagnostic);
  return {
    level: diagnostic.severity,
    title: diagnostic.code,
    message: (0,plain/* plainText */.wh)((0,collector/* messageOf */.bD)(diagnostic)) + (hint === void 0 ? "" : `
${(0,plain/* plainLines */.y1)(hint)}`),
    ...diagnostic.location ? placeOf(diagnostic.location, path) : {}
  };
}
function placeOf(location, path) {
  const { line, column, endLine = line, endColumn } = location;
  if (line === void 0) return { file: path(location.file) };
  const columns = endLine === line && column !== void 0 ? { startColumn: column, endColumn: endColumn ?? column } : {};
  return { file: path(location.file), startLine: line, endLine, ...columns };
}


// EXTERNAL MODULE: ./.build/report/build-facts.js
var build_facts = __webpack_require__(947);
// EXTERNAL MODULE: ./.build/report/command-json.js + 2 modules
var command_json = __webpack_require__(5302);
// EXTERNAL MODULE: ./.build/report/diagnostics-text.js
var diagnostics_text = __webpack_require__(3745);
// EXTERNAL MODULE: ./.build/build/diagnostics/catalogue.js + 11 modules
var catalogue = __webpack_require__(7999);
;// CONCATENATED MODULE: ./.build/report/sarif.js


const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const LEVELS = { error: "error", warning: "warning", notice: "note" };
function sarif(diagnostics, options) {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "frontmcp deploy", version: options.version, rules: codes.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, codes, options))
      }
    ]
  };
}
function ruleOf(code) {
  const { severity, meaning, remedy } = catalogue/* catalogue */.s[code];
  return { id: code, shortDescription: { text: meaning }, help: { text: remedy }, defaultConfiguration: { level: LEVELS[severity] } };
}
function resultOf(diagnostic, codes, { fallbackFile }) {
  const hint = (0,collector/* hintOf */.$z)(diagnostic);
  const location = diagnostic.location ?? { file: fallbackFile };
  return {
    ruleId: diagnostic.code,
    ruleIndex: codes.indexOf(diagnostic.code),
    level: LEVELS[diagnostic.severity],
    message: { text: (0,collector/* messageOf */.bD)(diagnostic) + (hint === void 0 ? "" : `
${hint}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(location.file), uriBaseId: "%SRCROOT%" }, ...regionOf(location) } }]
  };
}
function uriOf(file) {
  return file.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
function regionOf({ line, column, endLine, endColumn }) {
  if (line === void 0) return {};
  return { region: { startLine: line, startColumn: column, endLine, endColumn } };
}


;// CONCATENATED MODULE: ./.build/report/workflow-commands.js
const PROPERTIES = [
  ["file", "file"],
  ["startLine", "line"],
  ["endLine", "endLine"],
  ["startColumn", "col"],
  ["endColumn", "endColumn"],
  ["title", "title"]
];
function workflowCommand(annotation) {
  const properties = PROPERTIES.flatMap(([field, name]) => {
    const value = annotation[field];
    return value === void 0 ? [] : [`${name}=${escapeProperty(String(value))}`];
  });
  return `::${annotation.level} ${properties.join(",")}::${escapeData(annotation.message)}`;
}
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}


// EXTERNAL MODULE: ./.build/cli/exit-codes.js
var exit_codes = __webpack_require__(552);
// EXTERNAL MODULE: ./.build/report/path-view.js
var path_view = __webpack_require__(270);
// EXTERNAL MODULE: ./.build/cli/usage-error.js
var usage_error = __webpack_require__(883);
;// CONCATENATED MODULE: ./.build/cli/run/validate.js













async function run(session) {
  const format = session.option("format") ?? (session.json ? "json" : "text");
  if (session.flag("json") && format !== "json") throw new usage_error/* UsageError */.e(`--json and --format ${format} exclude each other.`);
  const { build } = await validate(session.project, session.ports);
  const isValid = !(0,collector/* hasErrors */.Cs)(build.diagnostics);
  if (format === "text") session.print(textOf(build, session));
  if (format === "github") session.print(await githubLines(build.diagnostics, session));
  if (format === "sarif") session.print(sarifLog(build.diagnostics, session));
  session.document(isValid, (0,command_json/* buildJson */.Nc)(build, session.path));
  return isValid ? exit_codes/* EXIT */.d.done : exit_codes/* EXIT */.d.failed;
}
function textOf(build, { style, path }) {
  const aside = [(0,build_facts/* bundleFacts */._)(build), (0,build_facts/* placeholderText */.R)(build)].filter((line) => line !== void 0);
  return [(0,diagnostics_text/* diagnosticsText */.gN)(build.diagnostics, { style, path }), ...aside.map((line) => `${line}
`)].join("");
}
async function githubLines(diagnostics, { io, path, root }) {
  const workspace = io.variables["GITHUB_WORKSPACE"];
  const view = workspace === void 0 || workspace === "" ? path : (0,path_view/* createPathView */.N)(root, (await (0,find_root/* findRoot */.w)(workspace)).directory);
  const all = { error: Infinity, warning: Infinity, notice: Infinity };
  return annotationsOf(diagnostics, { path: view, most: all }).shown.map((annotation) => `${workflowCommand(annotation)}
`).join("");
}
function sarifLog(diagnostics, { project }) {
  return `${JSON.stringify(sarif(diagnostics, { version: version/* VERSION */.x, fallbackFile: project.manifest }), null, 2)}
`;
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



/***/ }),

/***/ 270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ createPathView)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

function createPathView(root, cwd) {
  return (file) => {
    const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, ...file.split("/"));
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(cwd, absolute);
    const isBelow = !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(below) && below !== ".." && !below.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`);
    return (isBelow ? below : absolute).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join("/");
  };
}



/***/ })

};
