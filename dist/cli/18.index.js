export const id = 18;
export const ids = [18];
export const modules = {

/***/ 5447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ findRoot)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


async function findRoot(directory) {
  const start = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(directory).catch(() => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory));
  for (let at = start; ; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
    if (await isRepository(at)) return { root: at, directory: start };
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) === at) return { root: start, directory: start };
  }
}
async function isRepository(directory) {
  const git = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ".git");
  try {
    if ((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(git)).isDirectory()) return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(git, "HEAD"))).isFile();
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(git, "utf8")).startsWith("gitdir:");
  } catch {
    return false;
  }
}



/***/ }),

/***/ 18:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInSession: () => (/* binding */ runInSession)
});

// EXTERNAL MODULE: ./.build/cli/exit-codes.js
var exit_codes = __webpack_require__(552);
// EXTERNAL MODULE: ./.build/cli/misuse.js
var misuse = __webpack_require__(3305);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/build/files/find-root.js
var find_root = __webpack_require__(5447);
// EXTERNAL MODULE: ./.build/report/json-document.js
var json_document = __webpack_require__(4953);
// EXTERNAL MODULE: ./.build/report/failure-text.js
var failure_text = __webpack_require__(8687);
// EXTERNAL MODULE: ./.build/report/plain.js
var plain = __webpack_require__(8953);
// EXTERNAL MODULE: ./.build/report/style.js
var style = __webpack_require__(5620);
;// CONCATENATED MODULE: ./.build/cli/colour.js

function styleFor(output, variables) {
  if (isSet(variables["NO_COLOR"])) return style/* PLAIN */.t;
  if (isSet(variables["FORCE_COLOR"]) && variables["FORCE_COLOR"] !== "0") return style/* ANSI */.m;
  return output.isTTY === true && variables["TERM"] !== "dumb" ? style/* ANSI */.m : style/* PLAIN */.t;
}
function isSet(value) {
  return value !== void 0 && value !== "";
}


// EXTERNAL MODULE: ./.build/report/path-view.js
var path_view = __webpack_require__(270);
;// CONCATENATED MODULE: ./.build/cli/progress.js

const WIPE = "\r\x1B[2K";
function createProgress(output) {
  let isShown = false;
  return {
    show(text) {
      if (output.isTTY !== true) return;
      output.write(`${WIPE}${(0,plain/* plainText */.wh)(text)} \u2026`);
      isShown = true;
    },
    clear() {
      if (isShown) output.write(WIPE);
      isShown = false;
    }
  };
}


;// CONCATENATED MODULE: ./.build/cli/session.js










async function openSession(command, options, io) {
  const secrets = /* @__PURE__ */ new Set();
  const redact = (text2) => [...secrets].reduce((safe, secret) => safe.replaceAll(secret, "***"), text2);
  const progress = createProgress(io.stderr);
  const print = (text2) => (progress.clear(), void io.stdout.write(redact(text2)));
  const tell = (text2) => (progress.clear(), void io.stderr.write(redact(text2)));
  const json = options.get("json") === true || options.get("format") === "json";
  const text = (name) => {
    const value = options.get(name);
    return typeof value === "string" ? value : void 0;
  };
  const directory = (0,external_node_path_.resolve)(io.cwd, text("working-directory") ?? ".");
  const { root } = await (0,find_root/* findRoot */.w)(directory);
  const errorStyle = styleFor(io.stderr, io.variables);
  const stop = new AbortController();
  const stopListening = io.onStop(() => stop.abort());
  const network = lazyNetwork(io);
  return {
    io,
    json,
    option: text,
    flag: (name) => options.get(name) === true,
    project: { directory, manifest: text("manifest") ?? "frontmcp.deploy.yaml", environment: text("env"), strict: options.get("strict") === true },
    ports: {
      reporter: { stage: (stage) => progress.show(stage), info: (line) => tell(`${(0,plain/* plainLines */.y1)(line)}
`), mask: (secret) => void (secret !== "" && secrets.add(secret)) },
      variables: io.variables,
      now: () => Date.now(),
      random: (bytes) => new Uint8Array((0,external_node_crypto_.randomBytes)(bytes)),
      sleep: async (milliseconds, signal) => void await (0,promises_.setTimeout)(milliseconds, void 0, { signal }),
      fetch: network.fetch,
      signal: stop.signal
    },
    signal: stop.signal,
    style: styleFor(io.stdout, io.variables),
    errorStyle,
    root,
    path: (0,path_view/* createPathView */.N)(root, (await (0,find_root/* findRoot */.w)(io.cwd)).directory),
    print,
    tell,
    document: (ok, fields) => void (json && print((0,json_document/* jsonDocument */.Q)(command, ok, fields))),
    fail: (failure) => void (!json && tell((0,failure_text/* failureText */.kY)(failure, errorStyle))),
    async close() {
      progress.clear();
      stopListening();
      await network.close();
    }
  };
}
function lazyNetwork(io) {
  let opened;
  return {
    fetch: async (...request) => (await (opened ??= io.openNetwork())).fetch(...request),
    // What could not be opened is told by the request that needed it.
    close: async () => opened?.then((network) => network.close(), () => void 0)
  };
}


// EXTERNAL MODULE: ./.build/cli/usage-error.js
var usage_error = __webpack_require__(883);
;// CONCATENATED MODULE: ./.build/cli/run-in-session.js




async function runInSession(command, options, io) {
  const session = await openSession(command.name, options, io);
  try {
    const { run } = await command.load();
    return await run(session);
  } catch (error) {
    return afterThrow(error, command, session);
  } finally {
    await session.close();
  }
}
function afterThrow(error, command, session) {
  if (error instanceof usage_error/* UsageError */.e) {
    return (0,misuse/* misuse */.v)(session.io, { problem: error.message, json: session.json, command: command.name });
  }
  const failure = session.signal.aborted ? { code: "stopped", message: "Stopped on request." } : { code: "internal", message: `This is a fault of frontmcp deploy: ${error instanceof Error ? error.message : String(error)}`, hint: "Please report it with the lines below." };
  session.fail(failure);
  session.document(false, { failure });
  if (failure.code === "internal" && error instanceof Error) session.tell(`${error.stack ?? ""}
`);
  return exit_codes/* EXIT */.d.failed;
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



/***/ }),

/***/ 8953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pZ: () => (/* binding */ indent),
/* harmony export */   wh: () => (/* binding */ plainText),
/* harmony export */   y1: () => (/* binding */ plainLines)
/* harmony export */ });
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
function plainText(text) {
  return text.toWellFormed().replace(UNSAFE, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
function plainLines(text) {
  return text.split(/\r?\n/).map(plainText).join("\n");
}
function indent(text, by) {
  return text.replace(/^(?=.)/gm, by);
}



/***/ }),

/***/ 5620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ ANSI),
/* harmony export */   t: () => (/* binding */ PLAIN)
/* harmony export */ });
const asItIs = (text) => text;
const PLAIN = { bold: asItIs, dim: asItIs, red: asItIs, yellow: asItIs, green: asItIs, blue: asItIs };
const sgr = (on, off) => (text) => `\x1B[${on}m${text}\x1B[${off}m`;
const ANSI = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  green: sgr(32, 39),
  blue: sgr(34, 39)
};



/***/ })

};
