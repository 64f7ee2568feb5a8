#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 7997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ EXIT)
/* harmony export */ });
const EXIT = {
  done: 0,
  /** Failed or refused. */
  failed: 1,
  /** Called wrongly. */
  usage: 2,
  /** The Worker must be redeployed first. */
  redeployRequired: 3
};



/***/ }),

/***/ 1567:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5697);
/* harmony import */ var _open_network_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9632);




const distDirectory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(process.argv[1] ?? ".")));
const io = {
  stdout: process.stdout,
  stderr: process.stderr,
  variables: process.env,
  cwd: process.cwd(),
  distDirectory,
  openNetwork: () => (0,_open_network_js__WEBPACK_IMPORTED_MODULE_3__/* .openNetwork */ .X)({ variables: process.env, stderr: process.stderr }),
  onStop(handler) {
    const signals = ["SIGINT", "SIGTERM"];
    for (const signal of signals) process.once(signal, handler);
    return () => {
      for (const signal of signals) process.off(signal, handler);
    };
  }
};
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await (0,_main_js__WEBPACK_IMPORTED_MODULE_2__/* .main */ .i)(process.argv.slice(2), io);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./.build/contract/search/suggest.js
var suggest = __nccwpck_require__(2584);
// EXTERNAL MODULE: ./.build/contract/version.js
var version = __nccwpck_require__(4577);
;// CONCATENATED MODULE: ./.build/cli/command-options.js
const PROJECT_OPTIONS = [
  { name: "manifest", value: "FILE", summary: "the manifest, relative to the working directory", default: "frontmcp.deploy.yaml" },
  { name: "working-directory", aliases: ["cwd"], value: "DIR", summary: "folder of the project", default: "the current folder" },
  { name: "env", aliases: ["environment"], value: "NAME", summary: "environment of the manifest to apply", default: "none: the base manifest" },
  { name: "strict", summary: "validate whole OpenAPI documents, not only what skills refer to" }
];
const COMMON_OPTIONS = [
  { name: "json", summary: "print one JSON document on stdout, everything else on stderr" },
  { name: "help", summary: "show this help" }
];
const KEY_OPTIONS = [
  { name: "key-file", value: "FILE", summary: "file with the private key", default: "the variable FRONTMCP_SIGNING_KEY" },
  { name: "key-id", value: "KID", summary: "key id of the signing key", default: "the trust root that matches the key" }
];
const ACCESS_OPTION = {
  name: "access-client-id",
  value: "ID",
  summary: "Cloudflare Access service token; its secret is read from FRONTMCP_ACCESS_CLIENT_SECRET"
};
const WORKER_OPTIONS = [
  { name: "deployment-url", value: "URL", summary: "address of the Worker", default: "deployment.url of the manifest" },
  ACCESS_OPTION
];
const AGAINST_OPTION = {
  name: "against",
  value: "BASE",
  summary: "git ref, path of a bundle.json, or http(s) address of a Worker to compare with",
  default: "HEAD"
};


;// CONCATENATED MODULE: ./.build/cli/command-table.js

const COMMANDS = [
  {
    name: "validate",
    summary: "check manifest, skills and operations; report every finding",
    description: "Runs the stages 1 to 5 offline and reports every finding of all stages with file, line and column. Needs no variable, key or network.",
    options: [
      ...PROJECT_OPTIONS,
      { name: "format", value: "FORMAT", choices: ["text", "json", "sarif", "github"], summary: "form of the findings: text, json, sarif or github", default: "text" }
    ],
    examples: [
      { command: "frontmcp deploy validate --env production", says: "check one environment" },
      { command: "frontmcp deploy validate --format sarif > findings.sarif", says: "for code scanning" }
    ],
    load: () => Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(557), __nccwpck_require__.e(454), __nccwpck_require__.e(729)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3729))
  },
  {
    name: "build",
    summary: "write the deploy bundle to a folder and print its digest",
    description: "Writes bundle.json (the exact bytes that are signed for), artifacts/<sha256> and bundle.sha256. The same commit with the same variables gives the same digest on every machine. Needs no key and no network.",
    options: [...PROJECT_OPTIONS, { name: "out", value: "DIR", summary: "folder to write" }],
    examples: [{ command: "frontmcp deploy build --env production --out bundle", says: "then: sha256sum --check bundle/bundle.sha256, inside that folder" }],
    load: () => Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(557), __nccwpck_require__.e(454), __nccwpck_require__.e(579)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3579))
  },
  {
    name: "plan",
    summary: "show what would change, first of all which skill gains which operation",
    description: "Builds the working tree and compares it with a git ref, a bundle file or a live Worker. A Worker tells anybody whether its digest is another, and whoever has the signing key what would change. Shows how operations are classified, those first that a person should look at. Changes nothing.",
    options: [...PROJECT_OPTIONS, AGAINST_OPTION, ...KEY_OPTIONS, ACCESS_OPTION, { name: "markdown", summary: "print the plan as markdown" }],
    examples: [
      { command: "frontmcp deploy plan --against origin/main", says: "what a branch changes" },
      { command: "frontmcp deploy plan --env production --against https://mcp.example.com", says: "is this what is live?" }
    ],
    load: () => Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(668), __nccwpck_require__.e(557), __nccwpck_require__.e(454), __nccwpck_require__.e(411), __nccwpck_require__.e(75), __nccwpck_require__.e(738), __nccwpck_require__.e(731)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8731))
  },
  {
    name: "push",
    summary: 'build, sign and push to the Worker; also "frontmcp deploy" alone',
    description: "All seven stages: checks, builds, signs and pushes, and waits for the receipt. Nothing is pushed when anything is an error.",
    options: [
      ...PROJECT_OPTIONS,
      ...KEY_OPTIONS,
      ...WORKER_OPTIONS,
      { name: "expect", value: "WHAT", choices: ["head", "any"], summary: "head: refuse when somebody else pushed in between; any: push over it", default: "head" },
      { name: "dry-run", summary: "everything but sign and push; needs no key and no network" },
      { ...AGAINST_OPTION, summary: `in a dry run: ${AGAINST_OPTION.summary}` }
    ],
    examples: [
      { command: "frontmcp deploy --env production --key-file production.pem", says: "push" },
      { command: "frontmcp deploy --env production --dry-run", says: "what a push would do" }
    ],
    load: () => Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(668), __nccwpck_require__.e(557), __nccwpck_require__.e(454), __nccwpck_require__.e(411), __nccwpck_require__.e(75), __nccwpck_require__.e(738), __nccwpck_require__.e(430)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1049))
  },
  {
    name: "keygen",
    summary: "make a key pair for signing pushes",
    description: "Makes an Ed25519 key pair and says where each half goes. Nothing is stored.",
    options: [{ name: "kid", value: "KID", summary: "key id, as the manifest will name it" }],
    examples: [{ command: "frontmcp deploy keygen --kid production-2026", says: "a pair for one environment" }],
    load: () => Promise.all(/* import() */[__nccwpck_require__.e(668), __nccwpck_require__.e(557), __nccwpck_require__.e(961)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3367))
  },
  {
    name: "emit-wrangler",
    summary: "write the wrangler configuration, or the whole folder to deploy",
    description: 'Prints the wrangler configuration. With --out it writes it with worker.ts, the compiled runtime and frontmcp.deploy.bundle.js, ready for "wrangler deploy". Without a signing key the Worker answers /mcp with 503 until the first push.',
    options: [
      ...PROJECT_OPTIONS,
      { name: "format", value: "FORMAT", choices: ["toml", "jsonc"], summary: "form of the configuration: toml or jsonc", default: "toml" },
      { name: "out", value: "DIR", summary: "folder to write" },
      ...KEY_OPTIONS
    ],
    examples: [
      { command: "frontmcp deploy emit-wrangler --env production > wrangler.toml", says: "the configuration alone" },
      { command: "frontmcp deploy emit-wrangler --env production --out worker", says: "then: wrangler deploy, inside that folder" }
    ],
    load: () => Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(668), __nccwpck_require__.e(292), __nccwpck_require__.e(557), __nccwpck_require__.e(454), __nccwpck_require__.e(411), __nccwpck_require__.e(451)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1451))
  },
  {
    name: "dev",
    summary: "serve the project from a local Worker and push on every save",
    description: 'Starts the same Worker in local workerd with a throw-away key, pushes to it as CI would, and again on every save. Secrets come from .dev.vars beside the manifest. Prints "ready <mcp-url>" on stdout when it serves; SIGINT and SIGTERM stop it.',
    options: [
      ...PROJECT_OPTIONS,
      { name: "port", value: "PORT", summary: "port to listen on; 0 for any free one", default: "8787" },
      { name: "host", value: "HOST", summary: "address to listen on", default: "127.0.0.1" },
      { name: "no-watch", summary: "push once and do not watch" },
      { name: "no-auth", summary: "serve without sign-in; on loopback only" },
      { name: "state", value: "DIR", summary: "keep what the Worker stores in this folder", default: "nothing is kept" }
    ],
    examples: [{ command: "frontmcp deploy dev --env local --no-auth", says: "then: claude mcp add --transport http local http://127.0.0.1:8787/mcp" }],
    load: () => Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(668), __nccwpck_require__.e(292), __nccwpck_require__.e(557), __nccwpck_require__.e(454), __nccwpck_require__.e(411), __nccwpck_require__.e(75), __nccwpck_require__.e(950)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4950))
  },
  {
    name: "status",
    summary: "what is live, and what the Worker lacks",
    description: "Asks the Worker. With the signing key the answer has everything: trust roots, missing secrets and bindings, the audit head. Without it only digest and generation.",
    options: [...PROJECT_OPTIONS, ...KEY_OPTIONS, ...WORKER_OPTIONS],
    examples: [{ command: "frontmcp deploy status --env production", says: "digest and generation" }],
    load: () => Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(668), __nccwpck_require__.e(557), __nccwpck_require__.e(454), __nccwpck_require__.e(411), __nccwpck_require__.e(75), __nccwpck_require__.e(656)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3656))
  },
  {
    name: "outputs",
    summary: "Worker URL, MCP endpoint, and how to connect clients",
    description: "Reads the manifest and prints where the Worker answers, with snippets for Claude Code, Claude Desktop, Cursor, VS Code, Codex and mcp-remote.",
    options: PROJECT_OPTIONS,
    examples: [{ command: "frontmcp deploy outputs --env production --json", says: "for a script" }],
    load: () => Promise.all(/* import() */[__nccwpck_require__.e(994), __nccwpck_require__.e(557), __nccwpck_require__.e(454), __nccwpck_require__.e(247)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1247))
  }
];
const DEFAULT_COMMAND = "push";


// EXTERNAL MODULE: ./.build/cli/exit-codes.js
var exit_codes = __nccwpck_require__(552);
;// CONCATENATED MODULE: ./.build/cli/help.js

function overviewHelp(commands) {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "Usage: frontmcp deploy [command] [options]",
    "",
    "Checks, bundles, signs and pushes OpenAPI files and skills to your own MCP Worker on Cloudflare.",
    "",
    "Commands",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "Examples",
    "  frontmcp deploy validate",
    "  frontmcp deploy dev --env local --no-auth",
    "  frontmcp deploy --env production --key-file production.pem",
    "",
    "Exit codes: 0 done, 1 failed or refused, 2 called wrongly, 3 the Worker must be redeployed first.",
    '"frontmcp deploy <command> --help" tells the options of a command; "frontmcp --version" the version.',
    ""
  ].join("\n");
}
function commandHelp({ name, description, options, examples }) {
  return [
    `Usage: frontmcp deploy ${name} [options]`,
    "",
    description,
    "",
    "Options",
    ...optionLines([...options, ...COMMON_OPTIONS]),
    "",
    "Examples",
    ...examples.flatMap(({ command, says }) => [`  ${command}`, `      ${says}`]),
    ""
  ].join("\n");
}
function optionUsage({ name, value }) {
  return `--${name}${value === void 0 ? "" : ` ${value}`}`;
}
function optionSummary({ summary, aliases = [], default: fallback }) {
  const also = aliases.map((alias) => `--${alias}`).join(", ");
  return `${summary}${also === "" ? "" : ` (also ${also})`}${fallback === void 0 ? "" : ` [default: ${fallback}]`}`;
}
function optionLines(options) {
  const width = Math.max(...options.map((option) => optionUsage(option).length));
  return options.map((option) => `  ${optionUsage(option).padEnd(width)}  ${optionSummary(option)}`);
}


// EXTERNAL MODULE: ./.build/cli/misuse.js
var misuse = __nccwpck_require__(3305);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./.build/cli/parse-arguments.js



const KEY_NAMES = ["signing-key", "signingKey", "key", "private-key", "access-client-secret"];
function parseArguments(argv, command) {
  const specs = [...command.options, ...COMMON_OPTIONS];
  const byName = new Map(specs.flatMap((spec) => [spec.name, ...spec.aliases ?? []].map((name) => [name, spec])));
  const { tokens } = (0,external_node_util_.parseArgs)({ args: [...argv], options: parserOptions(byName), strict: false, allowPositionals: true, tokens: true });
  const options = /* @__PURE__ */ new Map();
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") return { ok: false, problem: `"${token.value}" is not expected here.` };
    const spec = token.rawName === "-h" ? byName.get("help") : byName.get(token.name);
    const problem = problemOf(token, spec, byName.keys());
    if (problem !== void 0) return { ok: false, problem };
    if (spec) options.set(spec.name, spec.value === void 0 ? true : token.value ?? "");
  }
  return { ok: true, options };
}
function parserOptions(byName) {
  const entries = [...byName].map(([name, { value }]) => [name, { type: value === void 0 ? "boolean" : "string" }]);
  return Object.fromEntries(entries);
}
function problemOf(token, spec, known) {
  if (!spec) return unknownOption(token, known);
  const { value } = token;
  if (spec.value === void 0) return value === void 0 ? void 0 : `${token.rawName} takes no value.`;
  if (value === void 0 || value === "" || token.inlineValue === false && value.startsWith("-")) {
    return `${token.rawName} needs a value: ${token.rawName} ${spec.value}.`;
  }
  if (spec.choices && !spec.choices.includes(value)) {
    return `${token.rawName} is "${value}"; it can be ${listChoices(spec.choices)}.${(0,suggest/* didYouMean */.a)((0,suggest/* suggest */.Z)(value, spec.choices))}`;
  }
  return void 0;
}
function unknownOption({ rawName, name }, known) {
  if (KEY_NAMES.includes(name)) {
    return `${rawName} does not exist: secrets on a command line can be read by others. Use --key-file, or the variables FRONTMCP_SIGNING_KEY and FRONTMCP_ACCESS_CLIENT_SECRET.`;
  }
  const [nearest] = (0,suggest/* suggest */.Z)(name, known);
  return `There is no option "${rawName}".${nearest === void 0 ? "" : ` Did you mean "--${nearest}"?`}`;
}
function listChoices(choices) {
  const quoted = choices.map((choice) => `"${choice}"`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}


;// CONCATENATED MODULE: ./.build/cli/main.js







async function main(argv, io) {
  const [product, ...rest] = argv;
  if (argv.length === 0 || isHelp(product)) return print(io, overviewHelp(COMMANDS));
  if (product === "--version" || product === "-v") return print(io, `${version/* VERSION */.x}
`);
  const json = argv.includes("--json");
  if (product !== "deploy") return (0,misuse/* misuse */.v)(io, { problem: notDeploy(product ?? ""), json });
  const [first, ...others] = rest;
  if (first === "--version") return print(io, `${version/* VERSION */.x}
`);
  if (isHelp(first)) return helpFor(others[0], io);
  const isNamed = first !== void 0 && !first.startsWith("-");
  const name = isNamed ? first : DEFAULT_COMMAND;
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) return (0,misuse/* misuse */.v)(io, { problem: unknownCommand(name), json });
  return runCommand(command, isNamed ? others : rest, io);
}
async function runCommand(command, argv, io) {
  const parsed = parseArguments(argv, command);
  if (!parsed.ok) return (0,misuse/* misuse */.v)(io, { problem: parsed.problem, json: argv.includes("--json"), command: command.name });
  if (parsed.options.has("help")) return print(io, commandHelp(command));
  const { runInSession } = await __nccwpck_require__.e(/* import() */ 18).then(__nccwpck_require__.bind(__nccwpck_require__, 18));
  return runInSession(command, parsed.options, io);
}
function helpFor(name, io) {
  const command = COMMANDS.find((each) => each.name === name);
  return print(io, command ? commandHelp(command) : overviewHelp(COMMANDS));
}
function isHelp(argument) {
  return argument === "--help" || argument === "-h" || argument === "help";
}
function notDeploy(word) {
  if (COMMANDS.some(({ name }) => name === word)) return `"frontmcp ${word}" is written "frontmcp deploy ${word}".`;
  return `There is no "frontmcp ${word}". Did you mean "frontmcp deploy"?`;
}
function unknownCommand(name) {
  return `There is no command "${name}".${(0,suggest/* didYouMean */.a)((0,suggest/* suggest */.Z)(name, COMMANDS.map((each) => each.name)))}`;
}
function print(io, text) {
  io.stdout.write(text);
  return exit_codes/* EXIT */.d.done;
}



/***/ }),

/***/ 3305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ misuse)
/* harmony export */ });
/* harmony import */ var _report_json_document_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4953);
/* harmony import */ var _exit_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(552);


function misuse({ stdout, stderr }, { problem, json, command }) {
  const hint = `See "frontmcp deploy${command === void 0 ? "" : ` ${command}`} --help".`;
  stderr.write(`${problem}
${hint}
`);
  if (json) stdout.write((0,_report_json_document_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonDocument */ .Q)(command ?? "deploy", false, { failure: { code: "usage", message: problem, hint } }));
  return _exit_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .d.usage;
}



/***/ }),

/***/ 9632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

var node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache;
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openNetwork)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8522);

async function openNetwork({ variables, stderr }) {
  if ("createZstdDecompress" in /*#__PURE__*/ (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache || (node_zlib__WEBPACK_IMPORTED_MODULE_0___namespace_cache = __nccwpck_require__.t(node_zlib__WEBPACK_IMPORTED_MODULE_0__, 2)))) return (await Promise.all(/* import() */[__nccwpck_require__.e(752), __nccwpck_require__.e(83)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3083))).createFetch(variables);
  const proxies = ["http_proxy", "https_proxy"].flatMap((name) => [name, name.toUpperCase()]).filter((name) => variables[name]);
  if (proxies.length > 0) stderr.write(`${proxies.join(", ")}: not used, because Node ${process.versions.node} is too old for it; Node 24 is not.
`);
  return { fetch: globalThis.fetch, close: async () => void 0 };
}



/***/ }),

/***/ 2584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest),
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
const MOST_SUGGESTIONS = 3;
const LONGEST_COMPARED = 256;
function suggest(wanted, known) {
  const needle = wanted.toLowerCase();
  if (needle === "" || needle.length > LONGEST_COMPARED) return [];
  const candidates = [];
  for (const name of new Set(known)) {
    const rank = rankOf(needle, name.toLowerCase());
    if (rank !== void 0) candidates.push({ name, rank });
  }
  candidates.sort((a, b) => a.rank - b.rank || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return candidates.slice(0, MOST_SUGGESTIONS).map(({ name }) => name);
}
function didYouMean(suggestions) {
  const quoted = suggestions.map((name) => JSON.stringify(name));
  if (quoted.length === 0) return "";
  const last = quoted.pop();
  return ` Did you mean ${quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`}?`;
}
function rankOf(needle, name) {
  if (name === "" || name.length > LONGEST_COMPARED) return void 0;
  if (name === needle) return 0;
  if (name.startsWith(needle) || name.length > 2 && needle.startsWith(name)) return 1;
  if (needle.length > 2 && name.includes(needle)) return 2;
  const furthest = Math.max(2, Math.floor(needle.length / 4));
  if (needle.length <= furthest || name.length <= furthest) return void 0;
  const distance = levenshtein(needle, name, furthest);
  return distance <= furthest ? 2 + distance : void 0;
}
function levenshtein(a, b, furthest) {
  if (Math.abs(a.length - b.length) > furthest) return furthest + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(Math.min(current[column - 1] + 1, previous[column] + 1, previous[column - 1] + cost));
    }
    if (Math.min(...current) > furthest) return furthest + 1;
    previous = current;
  }
  return previous[b.length];
}



/***/ }),

/***/ 4577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
const VERSION = "0.1.0";



/***/ }),

/***/ 4953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ jsonDocument)
/* harmony export */ });
/* unused harmony export JSON_VERSION */
const JSON_VERSION = 1;
function jsonDocument(command, ok, fields) {
  const document = { version: JSON_VERSION, command, ok, ...fields };
  return `${JSON.stringify(document, (_name, value) => value === void 0 ? null : value, 2)}
`;
}



/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1567);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
