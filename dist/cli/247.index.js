export const id = 247;
export const ids = [247];
export const modules = {

/***/ 1247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.build/commands/outputs.js + 1 modules
var outputs = __webpack_require__(1985);
// EXTERNAL MODULE: ./.build/report/command-json.js + 2 modules
var command_json = __webpack_require__(5302);
// EXTERNAL MODULE: ./.build/report/fact-lines.js
var fact_lines = __webpack_require__(333);
// EXTERNAL MODULE: ./.build/report/plain.js
var plain = __webpack_require__(8953);
// EXTERNAL MODULE: ./.build/report/style.js
var report_style = __webpack_require__(5620);
;// CONCATENATED MODULE: ./.build/report/outputs-text.js



function outputsText({ workerName, deploymentUrl, mcpUrl, snippets }, style = report_style/* PLAIN */.t) {
  const facts = [
    ["Worker", workerName],
    ["Deployment URL", deploymentUrl],
    ["MCP endpoint", mcpUrl]
  ].flatMap(([name, value]) => name === void 0 || value === void 0 ? [] : [{ name, value }]);
  const blocks = snippets.map(({ client, where, text }) => `${style.bold(client)} ${style.dim(`(${where})`)}
${(0,plain/* indent */.pZ)((0,plain/* plainLines */.y1)(text), "    ")}
`);
  return [(0,fact_lines/* factLines */.K)(facts, style), ...blocks].join("\n");
}


// EXTERNAL MODULE: ./.build/cli/exit-codes.js
var exit_codes = __webpack_require__(552);
// EXTERNAL MODULE: ./.build/cli/show-findings.js
var show_findings = __webpack_require__(8021);
;// CONCATENATED MODULE: ./.build/cli/run/outputs.js





async function run(session) {
  const result = await (0,outputs/* outputs */.V)(session.project, session.ports);
  const isDone = result.mcpUrl !== void 0 && !result.failure;
  if (!isDone) (0,show_findings/* showFindings */.A)(session, result.build);
  if (result.failure) session.fail(result.failure);
  if (isDone && !session.json) session.print(outputsText(result, session.style));
  session.document(isDone, (0,command_json/* outputsJson */.p$)(result, session.path));
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
