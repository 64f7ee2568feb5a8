export const id = 731;
export const ids = [731];
export const modules = {

/***/ 8731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.build/commands/classification-table.js
var classification_table = __webpack_require__(9260);
// EXTERNAL MODULE: ./.build/commands/plan.js + 11 modules
var plan = __webpack_require__(5525);
// EXTERNAL MODULE: ./.build/report/build-facts.js
var build_facts = __webpack_require__(947);
// EXTERNAL MODULE: ./.build/report/command-json.js + 2 modules
var command_json = __webpack_require__(5302);
// EXTERNAL MODULE: ./.build/report/classification-phrases.js
var classification_phrases = __webpack_require__(190);
// EXTERNAL MODULE: ./.build/report/counts.js
var counts = __webpack_require__(6681);
// EXTERNAL MODULE: ./.build/report/markdown.js
var markdown = __webpack_require__(4348);
;// CONCATENATED MODULE: ./.build/report/classification-markdown.js



const MOST_ROWS = 60;
function classificationMarkdown(rows) {
  if (rows.length === 0) return "";
  const doubtful = rows.filter(({ doubts }) => doubts.length > 0);
  const shown = (0,classification_phrases/* doubtfulFirst */.qt)(rows).slice(0, MOST_ROWS);
  const rest = rows.length - shown.length;
  const table = (0,markdown/* htmlTable */.I$)(shown.map(cells), ["Operation", "Request", "In MCP", "Resource", "A call updates"]);
  return [
    `#### Classification: ${(0,markdown/* escapeMarkdown */.FV)((0,classification_phrases/* classificationCounts */.hY)(rows))}`,
    ...doubtful.length > 0 ? [doubtful.slice(0, MOST_ROWS).flatMap(doubtLines).join("\n"), (0,markdown/* escapeMarkdown */.FV)(classification_phrases/* SETTLE_HINT */.QO)] : [],
    (0,markdown/* collapsible */.r0)(`How ${(0,counts/* plural */.LS)(rows.length, "operation appears", "operations appear")}`, rest > 0 ? `${table}

\u2026 and ${rest} more` : table)
  ].join("\n\n");
}
function doubtLines(row) {
  const { operation, method, path } = row;
  return (0,classification_phrases/* doubtTexts */.Bh)(row).map((text) => `- \u26A0\uFE0F ${(0,markdown/* codeSpan */.SS)(operation)} (${(0,markdown/* codeSpan */.SS)(`${method} ${path}`)}) ${(0,markdown/* escapeMarkdown */.FV)(text)}`);
}
function cells(row) {
  const { operation, method, path, doubts, resource, updates } = row;
  return [
    `${doubts.length > 0 ? "\u26A0\uFE0F " : ""}${(0,markdown/* htmlCode */.h8)(operation)}`,
    (0,markdown/* htmlCode */.h8)(`${method} ${path}`),
    (0,markdown/* escapeHtml */.ZD)((0,classification_phrases/* surfaceText */.l5)(row)),
    resource === void 0 ? "" : (0,markdown/* htmlCode */.h8)(resource),
    updates.map(markdown/* htmlCode */.h8).join("<br>")
  ];
}


// EXTERNAL MODULE: ./.build/report/phrase.js
var report_phrase = __webpack_require__(924);
// EXTERNAL MODULE: ./.build/report/plan-base.js
var plan_base = __webpack_require__(1498);
// EXTERNAL MODULE: ./.build/report/plain.js
var plain = __webpack_require__(8953);
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
  return (0,plain/* plainText */.wh)(text).replace(/[^A-Za-z0-9 /_.-]/gu, (character) => `#${character.codePointAt(0)};`);
}


// EXTERNAL MODULE: ./.build/report/plan-sections.js + 3 modules
var plan_sections = __webpack_require__(4231);
;// CONCATENATED MODULE: ./.build/report/plan-markdown.js






const MOST_LINES = 60;
function planMarkdown(plan, classification = []) {
  const sections = plan.diff ? (0,plan_sections/* planSections */.w)(plan.diff, plan.operationChanges) : [];
  const diagram = plan.diff && planDiagram(plan.diff);
  const parts = [
    `**${(0,markdown/* escapeMarkdown */.FV)((0,plan_base/* planHeadline */.M)(plan))}.** ${(0,report_phrase/* phraseMarkdown */.f)((0,plan_base/* planBasePhrase */.Q)(plan))}`,
    ...sections.slice(0, 1).map(sectionMarkdown),
    ...diagram === void 0 ? [] : [(0,markdown/* codeBlock */.DV)("mermaid", diagram)],
    ...sections.slice(1).map(sectionMarkdown),
    classificationMarkdown(classification)
  ].filter((part) => part !== "");
  return parts.join("\n\n") + "\n";
}
const MARKS = { "+": "\u2795", "-": "\u2796", "~": "\u270F\uFE0F", "!": "\u26A0\uFE0F" };
function sectionMarkdown({ title, lines }) {
  const shown = lines.slice(0, MOST_LINES).map(({ sign, phrase }) => `- ${MARKS[sign]} ${(0,report_phrase/* phraseMarkdown */.f)(phrase)}`);
  const rest = lines.length - shown.length;
  return [`#### ${title}`, "", ...shown, ...rest > 0 ? [`- \u2026 and ${rest} more`] : []].join("\n");
}


// EXTERNAL MODULE: ./.build/report/plan-text.js + 1 modules
var plan_text = __webpack_require__(2518);
// EXTERNAL MODULE: ./.build/cli/exit-codes.js
var exit_codes = __webpack_require__(552);
// EXTERNAL MODULE: ./.build/cli/plan-base.js
var cli_plan_base = __webpack_require__(7888);
// EXTERNAL MODULE: ./.build/cli/show-findings.js
var show_findings = __webpack_require__(8021);
// EXTERNAL MODULE: ./.build/cli/signing-key.js
var signing_key = __webpack_require__(7290);
// EXTERNAL MODULE: ./.build/cli/worker-options.js
var worker_options = __webpack_require__(5270);
;// CONCATENATED MODULE: ./.build/cli/run/plan.js











async function run(session) {
  const against = await (0,cli_plan_base/* planBase */.z)(session);
  const key = against.kind === "live" ? await (0,signing_key/* readSigningKey */.j)(session) : { ok: true };
  if (!key.ok) {
    session.fail(key.failure);
    return exit_codes/* EXIT */.d.failed;
  }
  const live = { signingKey: key.signingKey, keyId: session.option("key-id"), access: (0,worker_options/* workerOptions */.v)(session).access };
  const result = await (0,plan/* plan */.e)({ ...session.project, ...live, against }, session.ports);
  const isDone = result.plan !== void 0 && !missesNamedBase(session, result.plan);
  (0,show_findings/* showFindings */.A)(session, result.build);
  const placeholders = (0,build_facts/* placeholderText */.R)(result.build);
  if (placeholders !== void 0 && !session.json) session.tell(`${placeholders}

`);
  if (isDone && result.plan && !session.json) {
    const table = (0,classification_table/* classificationTable */.j)(result.build);
    session.print(session.flag("markdown") ? planMarkdown(result.plan, table) : (0,plan_text/* planText */.P)(result.plan, session.style, table));
  }
  if (!isDone && result.plan?.baseProblem) session.fail(result.plan.baseProblem);
  session.document(isDone, (0,command_json/* planResultJson */.VI)(result, session.path));
  return isDone ? exit_codes/* EXIT */.d.done : exit_codes/* EXIT */.d.failed;
}
function missesNamedBase(session, { baseProblem }) {
  return session.option("against") !== void 0 && baseProblem !== void 0 && baseProblem.code !== "base-invalid";
}



/***/ })

};
