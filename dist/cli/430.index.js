export const id = 430;
export const ids = [430];
export const modules = {

/***/ 1049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/build/diagnostics/collector.js
var collector = __webpack_require__(1857);
// EXTERNAL MODULE: ./.build/commands/build-project.js + 1 modules
var build_project = __webpack_require__(9454);
// EXTERNAL MODULE: ./.build/commands/outputs.js + 1 modules
var outputs = __webpack_require__(1985);
// EXTERNAL MODULE: ./.build/commands/plan.js + 11 modules
var plan = __webpack_require__(5525);
// EXTERNAL MODULE: ./.build/commands/push-stage.js + 2 modules
var push_stage = __webpack_require__(6825);
;// CONCATENATED MODULE: ./.build/commands/deploy.js







async function deploy(options, ports) {
  const build = await (0,build_project/* buildProject */.a)({ ...options, placeholders: options.dryRun }, ports);
  const known = whatIsKnown(build, options);
  const { bundle } = build;
  if (!bundle || isStopped(build, options)) return { ...known, result: "failed" };
  if (options.bundlePath !== void 0) await write(options.bundlePath, bundle.bytes);
  if (options.dryRun) {
    ports.reporter.stage("plan");
    return { ...known, result: "planned", plan: await (0,plan/* planAgainst */.J)(bundle, options, ports) };
  }
  return push(bundle, known, options, ports);
}
async function push(bundle, known, options, ports) {
  const { deploymentUrl } = known;
  const missing = deploymentUrl === void 0 ? urlMissing(known.build) : options.signingKey === void 0 ? keyMissing() : void 0;
  if (missing) return { ...known, result: "failed", failure: missing };
  const pushed = await (0,push_stage/* pushStage */.R)(
    bundle,
    { ...options, url: deploymentUrl, signingKey: options.signingKey },
    ports
  );
  if ("statement" in pushed && options.statementPath !== void 0) await write(options.statementPath, `${pushed.statement}
`);
  return { ...known, ...pushed };
}
function whatIsKnown(build, options) {
  const url = options.deploymentUrl ?? build.manifest?.structural.deployment.url;
  const isExact = build.manifest?.placeholders.length === 0;
  return {
    build,
    ...build.bundle && isExact ? { bundleSha256: build.bundle.sha256 } : {},
    ...url === void 0 ? {} : { deploymentUrl: url, mcpUrl: (0,outputs/* mcpUrlOf */.X)(url) }
  };
}
function isStopped(build, options) {
  const warns = build.diagnostics.some(({ severity }) => severity === "warning");
  return (0,collector/* hasErrors */.Cs)(build.diagnostics) || options.failOnWarning === true && warns;
}
function urlMissing(build) {
  const { manifest } = build;
  const worker = manifest?.structural.deployment.workerName ?? "your-worker";
  return {
    code: "deployment-url-missing",
    message: "Nothing says where the Worker answers.",
    hint: `Add to ${manifest?.file ?? "the manifest"}:
  deployment:
    url: https://${worker}.<your-subdomain>.workers.dev`
  };
}
function keyMissing() {
  return {
    code: "signing-key-missing",
    message: "There is no signing key, so nothing can be pushed.",
    hint: 'Give it as the input signing-key of the action, or on the command line with --key-file or FRONTMCP_SIGNING_KEY; "frontmcp deploy keygen" makes one. In a pull request from a fork secrets are withheld: use a dry run there.'
  };
}
async function write(path, content) {
  await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
  await (0,promises_.writeFile)(path, content);
}


// EXTERNAL MODULE: ./.build/report/command-json.js + 2 modules
var command_json = __webpack_require__(5302);
// EXTERNAL MODULE: ./.build/report/build-facts.js
var build_facts = __webpack_require__(947);
// EXTERNAL MODULE: ./.build/report/deploy-facts.js
var deploy_facts = __webpack_require__(9072);
// EXTERNAL MODULE: ./.build/report/fact-lines.js
var fact_lines = __webpack_require__(333);
// EXTERNAL MODULE: ./.build/report/failure-text.js
var failure_text = __webpack_require__(8687);
// EXTERNAL MODULE: ./.build/report/plan-text.js + 1 modules
var plan_text = __webpack_require__(2518);
// EXTERNAL MODULE: ./.build/report/plain.js
var plain = __webpack_require__(8953);
;// CONCATENATED MODULE: ./.build/report/redeploy-text.js

function redeployText(pointers) {
  return ["What a push cannot change:", ...pointers.map((pointer) => `  ! ${(0,plain/* plainText */.wh)(pointer)}`), REDEPLOY_STEPS, ""].join("\n");
}
const REDEPLOY_STEPS = `Write the Worker's folder (frontmcp deploy emit-wrangler --out DIR, or the input "emit"), run "wrangler deploy" in it, then push again.`;


// EXTERNAL MODULE: ./.build/report/style.js
var report_style = __webpack_require__(5620);
;// CONCATENATED MODULE: ./.build/report/deploy-text.js







function deployText(result, style = report_style/* PLAIN */.t) {
  const colour = { applied: style.green, unchanged: style.green, planned: style.blue, redeploy_required: style.yellow, failed: style.red }[result.result];
  const facts = (0,build_facts/* bundleFacts */._)(result.build);
  const placeholders = (0,build_facts/* placeholderText */.R)(result.build);
  const plan = (0,deploy_facts/* planOfDeploy */.Oy)(result);
  const parts = [
    [style.bold(colour((0,deploy_facts/* deployHeadline */.el)(result))), ...facts === void 0 ? [] : [facts]].join("\n") + "\n",
    (0,fact_lines/* factLines */.K)((0,deploy_facts/* receiptFacts */.q9)(result), style),
    ...placeholders === void 0 ? [] : [`${style.yellow("note")} ${placeholders}
`],
    ...result.failure ? [(0,failure_text/* failureText */.kY)(withoutSteps(result), style)] : [],
    ...result.redeployPointers ? [redeployText(result.redeployPointers)] : [],
    ...plan ? [(0,plan_text/* planText */.P)(plan, style, (0,deploy_facts/* classificationOfPlan */.NT)(result))] : []
  ];
  return parts.filter((part) => part !== "").join("\n");
}
function withoutSteps({ failure, redeployPointers }) {
  return { ...failure, ...redeployPointers ? { hint: void 0 } : {} };
}


// EXTERNAL MODULE: ./.build/cli/exit-codes.js
var exit_codes = __webpack_require__(552);
// EXTERNAL MODULE: ./.build/cli/plan-base.js
var plan_base = __webpack_require__(7888);
// EXTERNAL MODULE: ./.build/cli/show-findings.js
var show_findings = __webpack_require__(8021);
// EXTERNAL MODULE: ./.build/cli/signing-key.js
var signing_key = __webpack_require__(7290);
// EXTERNAL MODULE: ./.build/cli/worker-options.js
var worker_options = __webpack_require__(5270);
;// CONCATENATED MODULE: ./.build/cli/run/push.js








async function run(session) {
  const key = await (0,signing_key/* readSigningKey */.j)(session);
  if (!key.ok) return stopWith(session, key.failure);
  const result = await deploy(
    {
      ...session.project,
      ...(0,worker_options/* workerOptions */.v)(session),
      dryRun: session.flag("dry-run"),
      signingKey: key.signingKey,
      keyId: session.option("key-id"),
      expect: session.option("expect") === "any" ? "any" : "head",
      source: sourceOf(session),
      against: await (0,plan_base/* planBase */.z)(session)
    },
    session.ports
  );
  (0,show_findings/* showFindings */.A)(session, result.build);
  const code = exitCodeOf(result);
  if (!session.json) (code === exit_codes/* EXIT */.d.done ? session.print : session.tell)(deployText(result, code === exit_codes/* EXIT */.d.done ? session.style : session.errorStyle));
  session.document(code === exit_codes/* EXIT */.d.done, (0,command_json/* deployJson */.m6)(result, session.path));
  return code;
}
function exitCodeOf({ result }) {
  if (result === "redeploy_required") return exit_codes/* EXIT */.d.redeployRequired;
  return result === "failed" ? exit_codes/* EXIT */.d.failed : exit_codes/* EXIT */.d.done;
}
function stopWith(session, failure) {
  session.fail(failure);
  session.document(false, (0,command_json/* deployJson */.m6)({ result: "failed", build: { diagnostics: [] }, failure }));
  return exit_codes/* EXIT */.d.failed;
}
function sourceOf({ io: { variables } }) {
  const first = (...names) => names.map((name) => variables[name]).find((value) => value !== void 0 && value !== "");
  return {
    repository: first("GITHUB_REPOSITORY"),
    commit: first("GITHUB_SHA"),
    ref: first("GITHUB_REF"),
    run: first("GITHUB_RUN_ID"),
    actor: first("GITHUB_ACTOR", "USER", "USERNAME")
  };
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



/***/ })

};
