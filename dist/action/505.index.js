export const id = 505;
export const ids = [505,515];
export const modules = {

/***/ 6515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportRun: () => (/* binding */ reportRun)
});

// EXTERNAL MODULE: ./.build/build/files/find-root.js
var find_root = __webpack_require__(5447);
// EXTERNAL MODULE: ./.build/build/diagnostics/collector.js + 12 modules
var collector = __webpack_require__(5085);
// EXTERNAL MODULE: ./.build/report/plain.js
var report_plain = __webpack_require__(8953);
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
    message: (0,report_plain/* plainText */.wh)((0,collector/* messageOf */.bD)(diagnostic)) + (hint === void 0 ? "" : `
${(0,report_plain/* plainLines */.y1)(hint)}`),
    ...diagnostic.location ? placeOf(diagnostic.location, path) : {}
  };
}
function placeOf(location, path) {
  const { line, column, endLine = line, endColumn } = location;
  if (line === void 0) return { file: path(location.file) };
  const columns = endLine === line && column !== void 0 ? { startColumn: column, endColumn: endColumn ?? column } : {};
  return { file: path(location.file), startLine: line, endLine, ...columns };
}


// EXTERNAL MODULE: ./.build/report/counts.js
var report_counts = __webpack_require__(6681);
// EXTERNAL MODULE: ./.build/report/build-facts.js
var build_facts = __webpack_require__(947);
// EXTERNAL MODULE: ./.build/report/deploy-facts.js + 1 modules
var deploy_facts = __webpack_require__(4602);
;// CONCATENATED MODULE: ./.build/report/style.js
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


;// CONCATENATED MODULE: ./.build/report/fact-lines.js


function factLines(facts, style = PLAIN) {
  const width = Math.max(0, ...facts.map(({ name }) => name.length));
  return facts.map(({ name, value, note }) => {
    const aside = note === void 0 ? "" : style.dim(` (${(0,report_plain/* plainText */.wh)(note)})`);
    return `  ${name.padEnd(width)}  ${(0,report_plain/* plainText */.wh)(value)}${aside}
`;
  }).join("");
}


;// CONCATENATED MODULE: ./.build/report/markdown.js

const LIVE = /@(?=\w)|(?<!(?<!\\)&)#(?=\d)|:(?=\/\/)|www(?=\.)|GH(?=-\d)|\$/gi;
function escapeHtml(text) {
  return inert(entities(text));
}
function escapeMarkdown(text) {
  return inert((0,report_plain/* plainText */.wh)(text).replace(/[\\`*_[\]<>&~|]/g, "\\$&"));
}
function codeSpan(text) {
  const plain = (0,report_plain/* plainText */.wh)(text);
  const fence = "`".repeat(longestRun(plain) + 1);
  const pad = /^`|`$|^ .* $/.test(plain) ? " " : "";
  return plain === "" ? "(empty)" : `${fence}${pad}${plain}${pad}${fence}`;
}
function codeBlock(language, text) {
  const plain = (0,report_plain/* plainLines */.y1)(text);
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
  return (0,report_plain/* plainText */.wh)(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
function inert(escaped) {
  return escaped.replace(LIVE, (start) => start === "$" ? "<span>$</span>" : `${start}<!-- -->`);
}
function longestRun(text) {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}


;// CONCATENATED MODULE: ./.build/report/failure-text.js



function failureText(failure, style = PLAIN) {
  return [
    `${style.red("error")} ${style.dim((0,report_plain/* plainText */.wh)(failure.code))} ${(0,report_plain/* plainText */.wh)(failure.message)}`,
    ...failure.requestId === void 0 ? [] : [`    request id of the Worker: ${(0,report_plain/* plainText */.wh)(failure.requestId)}`],
    ...failure.hint === void 0 ? [] : [(0,report_plain/* indent */.pZ)((0,report_plain/* plainLines */.y1)(failure.hint), "    ")],
    ""
  ].join("\n");
}
function failureMessage(failure) {
  const id = failure.requestId === void 0 ? "" : `, request id ${(0,report_plain/* plainText */.wh)(failure.requestId)}`;
  const hint = failure.hint === void 0 ? "" : `
${(0,report_plain/* plainLines */.y1)(failure.hint)}`;
  return `${(0,report_plain/* plainText */.wh)(failure.message)} (${(0,report_plain/* plainText */.wh)(failure.code)}${id})${hint}`;
}
function failureMarkdown(failure) {
  const id = failure.requestId === void 0 ? "" : `, request id ${codeSpan(failure.requestId)}`;
  const lines = [`**${escapeMarkdown(failure.message)}** (${codeSpan(failure.code)}${id})`];
  const { hint } = failure;
  if (hint !== void 0) lines.push(hint.includes("\n") ? codeBlock("", hint) : escapeMarkdown(hint));
  return lines.join("\n\n");
}


;// CONCATENATED MODULE: ./.build/report/classification-phrases.js

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
  return `${(0,report_counts/* plural */.LS)(rows.length, "operation")}${doubtful > 0 ? `, ${doubtful} to look at` : ""}`;
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


;// CONCATENATED MODULE: ./.build/report/classification-text.js



const MOST_WIDTH = 48;
function classificationText(rows, style = PLAIN) {
  if (rows.length === 0) return "";
  const names = width(rows.map(({ operation }) => operation));
  const targets = width(rows.map(target));
  const lines = doubtfulFirst(rows).flatMap((row) => {
    const isDoubtful = row.doubts.length > 0;
    const columns = [(0,report_plain/* plainText */.wh)(row.operation).padEnd(names), (0,report_plain/* plainText */.wh)(target(row)).padEnd(targets), surfaceText(row)];
    return [
      `  ${isDoubtful ? style.yellow("!") : " "} ${columns.join("  ")}`,
      ...doubtTexts(row).map((text) => `      ${style.yellow(text)}`),
      ...row.resource === void 0 ? [] : [`      ${style.dim(`is ${(0,report_plain/* plainText */.wh)(row.resource)}`)}`],
      ...row.updates.map((uri) => `      ${style.dim(`updates ${(0,report_plain/* plainText */.wh)(uri)}`)}`)
    ];
  });
  const hint = rows.some(({ doubts }) => doubts.length > 0) ? [`  ${SETTLE_HINT}`] : [];
  return `${[style.bold(`Classification: ${classificationCounts(rows)}`), ...lines, ...hint].join("\n")}
`;
}
function target({ method, path }) {
  return `${method} ${path}`;
}
function width(texts) {
  return texts.reduce((most, text) => Math.max(most, Math.min(text.length, MOST_WIDTH)), 0);
}


;// CONCATENATED MODULE: ./.build/report/phrase.js



function phraseText(phrase, style = PLAIN) {
  return phrase.map((part) => typeof part === "string" ? (0,report_plain/* plainText */.wh)(part) : style.bold((0,report_plain/* plainText */.wh)(part.code))).join("");
}
function phraseMarkdown(phrase) {
  return phrase.map((part) => typeof part === "string" ? escapeMarkdown(part) : codeSpan(part.code)).join("");
}


;// CONCATENATED MODULE: ./.build/report/plan-base.js
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
      ...operation_changes_factLines(change),
      ...change.input.map((each) => schemaLine(change.operation, "argument", each)),
      ...change.output.map((each) => schemaLine(change.operation, "answer", each))
    ];
    const rest = lines.length - MOST_CHANGES;
    if (rest <= 0) return lines;
    return [...lines.slice(0, MOST_CHANGES), { sign: "~", phrase: [{ code: change.operation }, `: and ${rest} more changes`] }];
  });
}
function operation_changes_factLines({ operation, facts }) {
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


;// CONCATENATED MODULE: ./.build/report/plan-text.js





function planText(plan, style = PLAIN, classification = []) {
  const sections = plan.diff ? planSections(plan.diff, plan.operationChanges) : [];
  const parts = [
    `${style.bold(planHeadline(plan))}
${phraseText(planBasePhrase(plan), style)}`,
    ...sections.map(({ title, lines }) => [style.bold(title), ...lines.map((line) => planLineText(line, style))].join("\n"))
  ];
  const table = classificationText(classification, style);
  return [`${parts.join("\n\n")}
`, ...table === "" ? [] : [table]].join("\n");
}
function planLineText({ sign, phrase }, style) {
  const colour = { "+": style.green, "-": style.red, "~": style.yellow, "!": style.red }[sign];
  return `  ${colour(sign)} ${phraseText(phrase)}`;
}


;// CONCATENATED MODULE: ./.build/report/redeploy-text.js

function redeployText(pointers) {
  return ["What a push cannot change:", ...pointers.map((pointer) => `  ! ${(0,report_plain/* plainText */.wh)(pointer)}`), REDEPLOY_STEPS, ""].join("\n");
}
const REDEPLOY_STEPS = `Write the Worker's folder (frontmcp deploy emit-wrangler --out DIR, or the input "emit"), run "wrangler deploy" in it, then push again.`;


;// CONCATENATED MODULE: ./.build/report/deploy-text.js







function deployText(result, style = PLAIN) {
  const colour = { applied: style.green, unchanged: style.green, planned: style.blue, redeploy_required: style.yellow, failed: style.red }[result.result];
  const facts = (0,build_facts/* bundleFacts */._)(result.build);
  const placeholders = (0,build_facts/* placeholderText */.R)(result.build);
  const plan = (0,deploy_facts/* planOfDeploy */.Oy)(result);
  const parts = [
    [style.bold(colour((0,deploy_facts/* deployHeadline */.el)(result))), ...facts === void 0 ? [] : [facts]].join("\n") + "\n",
    factLines((0,deploy_facts/* receiptFacts */.q9)(result), style),
    ...placeholders === void 0 ? [] : [`${style.yellow("note")} ${placeholders}
`],
    ...result.failure ? [failureText(withoutSteps(result), style)] : [],
    ...result.redeployPointers ? [redeployText(result.redeployPointers)] : [],
    ...plan ? [planText(plan, style, (0,deploy_facts/* classificationOfPlan */.NT)(result))] : []
  ];
  return parts.filter((part) => part !== "").join("\n");
}
function withoutSteps({ failure, redeployPointers }) {
  return { ...failure, ...redeployPointers ? { hint: void 0 } : {} };
}


;// CONCATENATED MODULE: ./.build/report/diagnostics-text.js




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
  return [...lines, closingLine(diagnostics, options.style ?? PLAIN)].join("\n") + "\n";
}
function diagnosticLines(diagnostic, { style = PLAIN, path = (file) => file }) {
  const { code, severity, location } = diagnostic;
  const where = location ? `${style.bold(placeText({ ...location, file: path(location.file) }))} ` : "";
  const hint = (0,collector/* hintOf */.$z)(diagnostic);
  return [
    `${where}${emphasis(severity, style)(severity)} ${style.dim(code)} ${(0,report_plain/* plainText */.wh)((0,collector/* messageOf */.bD)(diagnostic))}`,
    ...hint === void 0 ? [] : [(0,report_plain/* indent */.pZ)((0,report_plain/* plainLines */.y1)(hint), "    ")]
  ];
}
function placeText(location) {
  const { file, line, column } = location;
  return [(0,report_plain/* plainText */.wh)(file), line, line === void 0 ? void 0 : column].filter((part) => part !== void 0).join(":");
}
function emphasis(severity, style) {
  return severity === "error" ? style.red : severity === "warning" ? style.yellow : style.blue;
}
function closingLine(diagnostics, style) {
  const counts = (0,report_counts/* countBySeverity */.Ot)(diagnostics);
  const text = (0,report_counts/* countsText */.WN)(counts);
  if (counts.error > 0) return style.red(text);
  return counts.warning > 0 ? style.yellow(text) : style.green(text);
}


;// CONCATENATED MODULE: ./.build/report/diagnostics-markdown.js



const MOST_ROWS = 200;
function diagnosticsTable(diagnostics, path = (file) => file) {
  const rows = diagnostics.slice(0, MOST_ROWS).map((diagnostic) => {
    const { severity, code, location } = diagnostic;
    const hint = (0,collector/* hintOf */.$z)(diagnostic);
    const where = location ? htmlCode(placeText({ ...location, file: path(location.file) })) : "";
    const said = escapeHtml((0,collector/* messageOf */.bD)(diagnostic)) + (hint === void 0 ? "" : `<br>${hint.split("\n").map(escapeHtml).join("<br>")}`);
    return [severity, where, htmlCode(code), said];
  });
  const rest = diagnostics.length - rows.length;
  const table = htmlTable(rows, ["", "Where", "Code", "What"]);
  return rest > 0 ? `${table}

\u2026 and ${rest} more in the log.` : table;
}


;// CONCATENATED MODULE: ./.build/report/classification-markdown.js



const classification_markdown_MOST_ROWS = 60;
function classificationMarkdown(rows) {
  if (rows.length === 0) return "";
  const doubtful = rows.filter(({ doubts }) => doubts.length > 0);
  const shown = doubtfulFirst(rows).slice(0, classification_markdown_MOST_ROWS);
  const rest = rows.length - shown.length;
  const table = htmlTable(shown.map(cells), ["Operation", "Request", "In MCP", "Resource", "A call updates"]);
  return [
    `#### Classification: ${escapeMarkdown(classificationCounts(rows))}`,
    ...doubtful.length > 0 ? [doubtful.slice(0, classification_markdown_MOST_ROWS).flatMap(doubtLines).join("\n"), escapeMarkdown(SETTLE_HINT)] : [],
    collapsible(`How ${(0,report_counts/* plural */.LS)(rows.length, "operation appears", "operations appear")}`, rest > 0 ? `${table}

\u2026 and ${rest} more` : table)
  ].join("\n\n");
}
function doubtLines(row) {
  const { operation, method, path } = row;
  return doubtTexts(row).map((text) => `- \u26A0\uFE0F ${codeSpan(operation)} (${codeSpan(`${method} ${path}`)}) ${escapeMarkdown(text)}`);
}
function cells(row) {
  const { operation, method, path, doubts, resource, updates } = row;
  return [
    `${doubts.length > 0 ? "\u26A0\uFE0F " : ""}${htmlCode(operation)}`,
    htmlCode(`${method} ${path}`),
    escapeHtml(surfaceText(row)),
    resource === void 0 ? "" : htmlCode(resource),
    updates.map(htmlCode).join("<br>")
  ];
}


;// CONCATENATED MODULE: ./.build/report/plan-diagram.js

const MOST_ARROWS = 16;
function planDiagram({ capabilities }) {
  const arrows = capabilities.flatMap(({ skill, gained, lost }) => [
    ...gained.map(({ method, path }) => ({ skill, target: `${method} ${path}`, arrow: "-- gains -->" })),
    ...lost.map(({ method, path }) => ({ skill, target: `${method} ${path}`, arrow: "-. loses .->" }))
  ]);
  if (arrows.length === 0 || arrows.length > MOST_ARROWS) return void 0;
  const skills = nodes("s", arrows.map(({ skill }) => skill));
  const targets = nodes("o", arrows.map(({ target }) => target));
  return [
    "flowchart LR",
    ...[...skills].map(([name, id]) => `  ${id}(["${label(name)}"])`),
    ...[...targets].map(([name, id]) => `  ${id}["${label(name)}"]`),
    ...arrows.map(({ skill, target, arrow }) => `  ${skills.get(skill)} ${arrow} ${targets.get(target)}`)
  ].join("\n");
}
function nodes(prefix, names) {
  return new Map([...new Set(names)].map((name, index) => [name, `${prefix}${index}`]));
}
function label(text) {
  return (0,report_plain/* plainText */.wh)(text).replace(/[^A-Za-z0-9 /_.-]/gu, (character) => `#${character.codePointAt(0)};`);
}


;// CONCATENATED MODULE: ./.build/report/plan-markdown.js






const MOST_LINES = 60;
function planMarkdown(plan, classification = []) {
  const sections = plan.diff ? planSections(plan.diff, plan.operationChanges) : [];
  const diagram = plan.diff && planDiagram(plan.diff);
  const parts = [
    `**${escapeMarkdown(planHeadline(plan))}.** ${phraseMarkdown(planBasePhrase(plan))}`,
    ...sections.slice(0, 1).map(sectionMarkdown),
    ...diagram === void 0 ? [] : [codeBlock("mermaid", diagram)],
    ...sections.slice(1).map(sectionMarkdown),
    classificationMarkdown(classification)
  ].filter((part) => part !== "");
  return parts.join("\n\n") + "\n";
}
const MARKS = { "+": "\u2795", "-": "\u2796", "~": "\u270F\uFE0F", "!": "\u26A0\uFE0F" };
function sectionMarkdown({ title, lines }) {
  const shown = lines.slice(0, MOST_LINES).map(({ sign, phrase }) => `- ${MARKS[sign]} ${phraseMarkdown(phrase)}`);
  const rest = lines.length - shown.length;
  return [`#### ${title}`, "", ...shown, ...rest > 0 ? [`- \u2026 and ${rest} more`] : []].join("\n");
}


;// CONCATENATED MODULE: ./.build/report/snippets-markdown.js

function snippetsMarkdown(snippets) {
  return snippets.map(({ client, where, language, text }) => `**${escapeMarkdown(client)}** (${escapeMarkdown(where)})

${codeBlock(language, text)}`).join("\n\n");
}


;// CONCATENATED MODULE: ./.build/report/job-summary.js









function jobSummary({ result, snippets, unannotated, notes, path }) {
  const { build, failure, redeployPointers } = result;
  const facts = (0,build_facts/* bundleFacts */._)(build);
  const placeholders = (0,build_facts/* placeholderText */.R)(build);
  const plan = (0,deploy_facts/* planOfDeploy */.Oy)(result);
  const parts = [
    `## FrontMCP deploy: ${escapeMarkdown((0,deploy_facts/* deployHeadline */.el)(result))}`,
    ...facts === void 0 ? [] : [escapeMarkdown(`${facts}.`)],
    ...notes.map((note) => `> ${escapeMarkdown(note)}`),
    receiptTable(result),
    ...placeholders === void 0 ? [] : [`> ${escapeMarkdown(placeholders)}`],
    ...failure ? [failureMarkdown(redeployPointers ? { ...failure, hint: void 0 } : failure)] : [],
    ...redeployPointers ? [redeployMarkdown(redeployPointers)] : [],
    ...findings(build.diagnostics, unannotated, path),
    ...plan ? [`### Plan

${planMarkdown(plan, (0,deploy_facts/* classificationOfPlan */.NT)(result)).trimEnd()}`] : [],
    ...snippets.length > 0 ? [collapsible("Connect a client", snippetsMarkdown(snippets))] : []
  ];
  return parts.filter((part) => part !== "").join("\n\n") + "\n";
}
function receiptTable(result) {
  const rows = (0,deploy_facts/* receiptFacts */.q9)(result).map(({ name, value, note }) => [
    escapeHtml(name),
    htmlCode(value) + (note === void 0 ? "" : ` ${escapeHtml(note)}`)
  ]);
  return rows.length === 0 ? "" : htmlTable(rows);
}
function redeployMarkdown(pointers) {
  return ["What a push cannot change:", "", ...pointers.map((pointer) => `- \u26A0\uFE0F ${codeSpan(pointer)}`), "", REDEPLOY_STEPS].join("\n");
}
function findings(all, unannotated, path) {
  if (all.length === 0) return [];
  const heading = `### Findings: ${(0,report_counts/* countsText */.WN)((0,report_counts/* countBySeverity */.Ot)(all))}`;
  if (unannotated.length === 0) return [heading, diagnosticsTable(all, path)];
  const note = `GitHub shows ${all.length - unannotated.length} of them as annotations; all are listed here and in the log.`;
  return [heading, note, diagnosticsTable(all, path)];
}


// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.build/report/path-view.js

function createPathView(root, cwd) {
  return (file) => {
    const absolute = (0,external_node_path_.join)(root, ...file.split("/"));
    const below = (0,external_node_path_.relative)(cwd, absolute);
    const isBelow = !(0,external_node_path_.isAbsolute)(below) && below !== ".." && !below.startsWith(`..${external_node_path_.sep}`);
    return (isBelow ? below : absolute).split(external_node_path_.sep).join("/");
  };
}


// EXTERNAL MODULE: ./.build/action/inert.js
var action_inert = __webpack_require__(8277);
;// CONCATENATED MODULE: ./.build/action/report-run.js











async function reportRun(report, { core, variables }) {
  const { notes, snippets } = report;
  const result = inWorkflowTerms(report.result);
  const { diagnostics } = result.build;
  const path = await pathView(report);
  const { shown, left } = annotationsOf(diagnostics, { path, most: ANNOTATIONS });
  if (diagnostics.length > 0) inGroup(core, `Findings: ${(0,report_counts/* countsText */.WN)((0,report_counts/* countBySeverity */.Ot)(diagnostics))}`, diagnosticsText(diagnostics, { path }));
  for (const annotation of shown) annotate(core, annotation);
  if (result.build.bundle || result.failure) inGroup(core, "Result", deployText(result));
  if (result.signedWith?.repaired !== void 0) core.notice(`The signing key was repaired: ${(0,report_plain/* plainText */.wh)(result.signedWith.repaired)}.`);
  await writeSummary(jobSummary({ result, snippets, unannotated: left, notes, path }), core, variables);
  const failure = failureOf(result, path);
  if (failure !== void 0) core.setFailed(failure);
}
function inWorkflowTerms(result) {
  if (result.failure?.code !== "signing-key-missing") return result;
  const hint = 'Add to the step, under "with":\n  signing-key: ${{ secrets.FRONTMCP_SIGNING_KEY }}\nand make the secret with "frontmcp deploy keygen". In runs of forks and Dependabot secrets are empty.';
  return { ...result, failure: { ...result.failure, hint } };
}
const ANNOTATIONS = { error: MAX_ANNOTATIONS_PER_LEVEL - 1 };
async function pathView({ directory, workspace }) {
  if (directory === void 0 || workspace === void 0) return (file) => file;
  return createPathView((await (0,find_root/* findRoot */.w)(directory)).root, (await (0,find_root/* findRoot */.w)(workspace)).directory);
}
function annotate(core, { level, message, ...properties }) {
  core[level](message, properties);
}
function inGroup(core, title, text) {
  core.startGroup(title);
  core.info((0,action_inert/* inert */.t)(text.trimEnd()));
  core.endGroup();
}
async function writeSummary(text, core, variables) {
  if (!variables["GITHUB_STEP_SUMMARY"]) return;
  try {
    await core.summary.addRaw(text).write();
  } catch (error) {
    core.warning(`The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
function failureOf({ result, failure, build }, path) {
  if (failure) return failureMessage(failure);
  if (result !== "failed") return void 0;
  const { diagnostics } = build;
  const first = diagnostics.find(({ severity }) => severity === "error") ?? diagnostics.find(({ severity }) => severity === "warning");
  if (!first) return "Nothing was pushed.";
  const where = first.location ? `${placeText({ ...first.location, file: path(first.location.file) })}: ` : "";
  const why = (0,report_counts/* countBySeverity */.Ot)(diagnostics).error > 0 ? "" : ', and "fail-on" is "warning"';
  return `Nothing was pushed: ${(0,report_counts/* countsText */.WN)((0,report_counts/* countBySeverity */.Ot)(diagnostics))}${why}. The first: ${where}${(0,report_plain/* plainText */.wh)((0,collector/* messageOf */.bD)(first))}`;
}



/***/ }),

/***/ 3505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDeploy: () => (/* binding */ runDeploy)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.build/action/emit.js
async function emit(deployed, run, { commands, ports, action }) {
  const { inputs, dryRun } = run;
  const { bundle, manifest } = deployed.build;
  if (inputs.emit === void 0 || !bundle) return deployed;
  if (manifest && manifest.placeholders.length > 0) {
    action.core.info("Nothing is emitted: the manifest names variables that have no value here.");
    return deployed;
  }
  const { directory, environment, strict, keyId } = inputs;
  const options = { directory, manifest: inputs.manifest, environment, strict, keyId, format: "toml", out: inputs.emit, distDirectory: action.distDirectory };
  const emitted = await commands.emitWrangler({ ...options, ...dryRun ? {} : { signingKey: inputs.signingKey } }, quiet(ports));
  if (!emitted.failure) {
    action.core.info(`Emitted ${emitted.written.length} files${emitted.signed ? "" : ", without a signature"}.`);
    return deployed;
  }
  return deployed.failure ? deployed : { ...deployed, failure: emitted.failure };
}
function quiet(ports) {
  return { ...ports, reporter: { ...ports.reporter, stage: () => void 0, stageEnd: () => void 0 } };
}


;// CONCATENATED MODULE: ./.build/action/lazy-network.js
function lazyNetwork({ openNetwork }) {
  let opened;
  return {
    fetch: async (...request) => (await (opened ??= openNetwork())).fetch(...request),
    // What could not be opened is told by the request that needed it.
    close: async () => opened?.then((network) => network.close(), () => void 0)
  };
}


// EXTERNAL MODULE: ./.build/action/outputs.js + 1 modules
var outputs = __webpack_require__(327);
// EXTERNAL MODULE: ./.build/action/report-run.js + 24 modules
var report_run = __webpack_require__(6515);
// EXTERNAL MODULE: ./.build/report/counts.js
var counts = __webpack_require__(6681);
// EXTERNAL MODULE: ./.build/report/plain.js
var plain = __webpack_require__(8953);
// EXTERNAL MODULE: ./.build/report/build-facts.js
var build_facts = __webpack_require__(947);
;// CONCATENATED MODULE: ./.build/report/stage-counts.js


function stageCounts(stage, { manifest, skills, operations, bundle }) {
  switch (stage) {
    case "manifest":
      return manifest && `${manifest.name}, environment ${manifest.environment}, ${(0,counts/* plural */.LS)(manifest.specs.length, "API")}`;
    case "skills": {
      const found = skills?.skills ?? [];
      const files = found.reduce((sum, skill) => sum + skill.files.length, 0);
      const references = found.reduce((sum, skill) => sum + skill.references.length, 0);
      return `${(0,counts/* plural */.LS)(found.length, "skill")}, ${(0,counts/* plural */.LS)(files, "file")}, ${(0,counts/* plural */.LS)(references, "op reference")}`;
    }
    case "operations":
      return operations && `${(0,counts/* plural */.LS)(operations.operations.length, "operation")} of ${(0,counts/* plural */.LS)(Object.keys(operations.services).length, "API")}`;
    case "bundle":
      return bundle && `${(0,build_facts/* bundleFacts */._)({ bundle })}${manifest?.placeholders.length === 0 ? `, digest ${bundle.sha256}` : ""}`;
  }
}


// EXTERNAL MODULE: ./.build/action/inert.js
var inert = __webpack_require__(8277);
;// CONCATENATED MODULE: ./.build/action/stage-log.js




const TITLES = {
  manifest: "Manifest",
  skills: "Skills",
  operations: "Operations",
  bundle: "Bundle",
  plan: "Plan",
  sign: "Sign",
  push: "Push"
};
function createStageLog(core, now) {
  let startedAt;
  const finish = () => {
    if (startedAt === void 0) return;
    core.info(`done in ${(0,counts/* durationText */.S5)(now() - startedAt)}`);
    core.endGroup();
    startedAt = void 0;
  };
  return {
    finish,
    reporter: {
      stage(stage) {
        finish();
        core.startGroup(TITLES[stage]);
        startedAt = now();
      },
      stageEnd(stage, soFar) {
        const counts = stageCounts(stage, soFar);
        if (counts !== void 0) core.info((0,inert/* inert */.t)((0,plain/* plainLines */.y1)(counts)));
      },
      info: (text) => core.info((0,inert/* inert */.t)((0,plain/* plainLines */.y1)(text))),
      mask: (secret) => maskText(core, secret)
    }
  };
}
function maskText(core, secret) {
  if (secret.trim().length >= 4) core.setSecret(secret);
}


;// CONCATENATED MODULE: ./.build/action/run-deploy.js










async function runDeploy(run, ports) {
  const { core, variables } = ports;
  const commands = await ports.loadCommands();
  const files = await outputFiles(variables);
  const network = lazyNetwork(ports);
  const log = createStageLog(core, ports.now);
  const commandPorts = {
    reporter: { ...log.reporter, stageEnd: (stage, soFar) => (log.reporter.stageEnd?.(stage, soFar), (0,outputs/* setDigest */.$U)(core, soFar)) },
    variables,
    now: ports.now,
    random: (bytes) => new Uint8Array((0,external_node_crypto_.randomBytes)(bytes)),
    sleep: async (milliseconds, signal) => void await (0,external_node_timers_promises_.setTimeout)(milliseconds, void 0, { signal }),
    fetch: network.fetch,
    signal: ports.signal
  };
  try {
    const deployed = await deployOrExplain(run, files, commands, commandPorts);
    log.finish();
    (0,outputs/* setOutputs */.n0)(core, deployed, files);
    const result = await emit(deployed, run, { commands, ports: commandPorts, action: ports });
    await (0,report_run.reportRun)({ result, notes: run.notes, snippets: snippetsOf(result, commands), directory: run.inputs.directory, workspace: run.workspace }, ports);
  } finally {
    log.finish();
    await network.close();
  }
}
async function deployOrExplain(run, files, commands, ports) {
  try {
    return await commands.deploy(deployOptions(run, files), ports);
  } catch (error) {
    if (!ports.signal?.aborted) throw error;
    return { result: "failed", build: { diagnostics: [] }, failure: { code: "cancelled", message: "The run was cancelled.", hint: 'Run "frontmcp deploy status" to see what is live.' } };
  }
}
function deployOptions({ inputs, context, dryRun }, files) {
  const { directory, manifest, environment, strict, keyId, deploymentUrl, expect, access } = inputs;
  return {
    directory,
    manifest,
    environment,
    strict,
    dryRun,
    ...dryRun ? {} : { signingKey: inputs.signingKey },
    keyId,
    deploymentUrl,
    expect,
    access,
    source: context.source,
    against: planBase(context),
    failOnWarning: inputs.failOn === "warning",
    ...files
  };
}
function planBase({ base, event }) {
  if (base !== void 0) return { kind: "git", ref: base };
  return { kind: "none", reason: event === "" ? "no event names an earlier commit" : `the event "${event}" names no earlier commit` };
}
async function outputFiles(variables) {
  const temporary = variables["RUNNER_TEMP"] || (0,external_node_os_.tmpdir)();
  await (0,promises_.mkdir)(temporary, { recursive: true });
  const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporary, "frontmcp-"));
  return { bundlePath: (0,external_node_path_.join)(folder, "bundle.json"), statementPath: (0,external_node_path_.join)(folder, "statement.jws") };
}
function snippetsOf({ result, mcpUrl, build }, { clientSnippets }) {
  const { manifest } = build;
  return result === "failed" || mcpUrl === void 0 || !manifest ? [] : clientSnippets({ name: manifest.name, mcpUrl, auth: manifest.structural.auth });
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



/***/ })

};
