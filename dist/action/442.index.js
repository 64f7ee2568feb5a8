export const id = 442;
export const ids = [442];
export const modules = {

/***/ 7442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commands: () => (/* binding */ commands)
});

;// CONCATENATED MODULE: ./.build/commands/client-snippets.js
function client_snippets_clientSnippets(facts) {
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


// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.build/build/diagnostics/collector.js + 12 modules
var collector = __webpack_require__(5085);
// EXTERNAL MODULE: ./node_modules/canonicalize/lib/canonicalize.js
var canonicalize = __webpack_require__(8799);
;// CONCATENATED MODULE: ./.build/contract/encoding/bytes.js
function utf8(text) {
  return new TextEncoder().encode(text);
}
function fromUtf8(bytes) {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}


;// CONCATENATED MODULE: ./.build/contract/encoding/jcs.js


const serialize = canonicalize/* default */.A;
function canonicalJson(value) {
  const text = serialize(value);
  if (text === void 0) throw new TypeError("canonicalJson: the value has no JSON form");
  return text;
}
function canonicalBytes(value) {
  return utf8(canonicalJson(value));
}


;// CONCATENATED MODULE: ./.build/contract/encoding/digest.js

function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
async function sha256Hex(content) {
  const bytes = typeof content === "string" ? utf8(content) : content;
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}


// EXTERNAL MODULE: ./.build/contract/encoding/json.js
var encoding_json = __webpack_require__(4785);
;// CONCATENATED MODULE: ./.build/contract/bundle/structural.js



const DURABLE_OBJECT_CLASSES = ["SessionDO", "EventStoreDO", "BundleDO"];
function structuralPart(index) {
  return {
    format: index.v,
    durableObjectClasses: [...DURABLE_OBJECT_CLASSES],
    ...index.manifest.structural
  };
}
async function structuralDigest(index) {
  return sha256Hex(canonicalBytes(structuralPart(index)));
}
function structuralDifference(live, pushed) {
  return differingPointers(structuralPart(live), structuralPart(pushed), "").sort();
}
function differingPointers(before, after, pointer) {
  if ((0,encoding_json/* isJsonObject */.OW)(before) && (0,encoding_json/* isJsonObject */.OW)(after)) {
    const keys = /* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)]);
    const member = (object, key) => Object.hasOwn(object, key) ? object[key] : void 0;
    return [...keys].flatMap((key) => differingPointers(member(before, key), member(after, key), `${pointer}/${(0,encoding_json/* escapePointer */.lZ)(key)}`));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => differingPointers(before[index], after[index], `${pointer}/${index}`)).flat();
  }
  if (before === void 0 || after === void 0) return before === after ? [] : [pointer];
  return canonicalJson(before) === canonicalJson(after) ? [] : [pointer];
}


;// CONCATENATED MODULE: ./.build/contract/bundle/types.js
const BASE_ENVIRONMENT = "base";
const MEDIA_TYPES = {
  operation: "application/vnd.frontmcp.operation.v1+json",
  schemas: "application/vnd.frontmcp.schemas.v1+json",
  search: "application/vnd.frontmcp.search.v1+json"
};


;// CONCATENATED MODULE: ./.build/contract/search/compare-code-units.js
function compareCodeUnits(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}


;// CONCATENATED MODULE: ./.build/contract/search/row.js
function encodeRow(frequencies) {
  const byFrequency = /* @__PURE__ */ new Map();
  for (const [position, frequency] of [...frequencies].sort(([a], [b]) => a - b)) {
    const run = byFrequency.get(frequency);
    if (run) run.push(position);
    else byFrequency.set(frequency, [position]);
  }
  return [...byFrequency].sort(([a], [b]) => a - b).flatMap(([frequency, run]) => [frequency, run.length, ...deltas(run)]);
}
function deltas(positions) {
  return positions.map((position, index) => position - (positions[index - 1] ?? 0));
}
function readRow(row, visit) {
  let at = 0;
  while (at < row.length) {
    const frequency = numberAt(row, at);
    const end = at + 2 + numberAt(row, at + 1);
    let position = 0;
    for (at += 2; at < end; at += 1) {
      position += numberAt(row, at);
      visit(position, frequency);
    }
  }
}
function numberAt(row, index) {
  const value = row[index];
  if (value === void 0) throw new RangeError(`readRow: the row ends before position ${index}`);
  return value;
}


;// CONCATENATED MODULE: ./.build/contract/search/stem.js
const ASCII_WORD = /^[a-z]{4,}$/;
const VOWEL = /[aeiouy]/;
function stem(word) {
  if (!ASCII_WORD.test(word)) return word;
  return withoutLastE(withoutParticiple(withoutPlural(word)));
}
function withoutPlural(word) {
  if (!word.endsWith("s") || /(?:us|ss|is)$/.test(word)) return word;
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
function withoutParticiple(word) {
  const root = word.endsWith("ing") ? word.slice(0, -3) : word.endsWith("ed") ? word.slice(0, -2) : word;
  return root.length >= 3 && VOWEL.test(root) ? root : word;
}
function withoutLastE(word) {
  const root = word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
  return /([^aeiou])\1$/.test(root) ? root.slice(0, -1) : root;
}


;// CONCATENATED MODULE: ./.build/contract/search/stop-words.js
const STOP_WORDS = new Set(
  "a about after all also an and any are as at be been before being but by can could did do does doing done each for from get had has have having he her here his how i if in into is it its just let like me more most my need no nor not of off on once only or other our out over own please same she should so some such than that the their them then there these they this those through to too under until up us use used using very want was we were what when where which while who whom whose why will with would you your".split(" ")
);


;// CONCATENATED MODULE: ./.build/contract/search/tokenizer.js


const MAX_TERM_LENGTH = 24;
const CAMEL_CASE = /([\p{Ll}\p{N}])(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
function tokenize(text) {
  const spaced = text.normalize("NFKC").replace(CAMEL_CASE, "$1$2 ");
  const terms = [];
  for (const [word] of spaced.matchAll(WORD)) addTerms(word.toLowerCase(), terms);
  return terms;
}
function addTerms(word, terms) {
  if (UNSPACED.test(word)) return addPairs([...word], terms);
  if (!STOP_WORDS.has(word)) terms.push(stem(word).slice(0, MAX_TERM_LENGTH));
}
function addPairs(characters, terms) {
  if (characters.length === 1) terms.push(characters[0] ?? "");
  for (let index = 0; index + 1 < characters.length; index += 1) {
    terms.push(`${characters[index]}${characters[index + 1]}`);
  }
}


;// CONCATENATED MODULE: ./.build/contract/search/types.js
const FIELDS = [
  { name: "name", weight: 1 },
  { name: "description", weight: 3 },
  { name: "tags", weight: 2 },
  { name: "operations", weight: 1 },
  { name: "text", weight: 1 }
];


;// CONCATENATED MODULE: ./.build/contract/search/index.js




const MAX_FIELD_TERMS = 1024;
const MIN_FIELD_TERMS = 16;
const MAX_INDEX_CHARACTERS = 9e5;
function buildSearchIndex(documents) {
  const counted = documents.map(countTerms).sort((a, b) => compareCodeUnits(a.id, b.id));
  let limit = MAX_FIELD_TERMS;
  let index = encode(counted, limit);
  while (limit > MIN_FIELD_TERMS && JSON.stringify(index).length > MAX_INDEX_CHARACTERS) {
    limit = Math.floor(limit / 2);
    index = encode(counted, limit);
  }
  return index;
}
function countTerms(document) {
  const fields = FIELDS.map(({ name }) => {
    const value = document[name];
    const frequencies = /* @__PURE__ */ new Map();
    for (const term of tokenize(typeof value === "string" ? value : value.join("\n"))) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    }
    return frequencies;
  });
  return { id: document.id, fields };
}
function encode(counted, limit) {
  const kept = counted.map(({ id, fields }) => ({ id, fields: fields.map((field) => mostFrequent(field, limit)) }));
  const terms = new Set(kept.flatMap(({ fields }) => fields.flatMap((field) => field.map(([term]) => term))));
  const vocabulary = [...terms].sort(compareCodeUnits);
  const positions = new Map(vocabulary.map((term, position) => [term, position]));
  const row = (field) => encodeRow(new Map(field.map(([term, frequency]) => [positions.get(term) ?? 0, frequency])));
  return { v: 1, vocabulary, documents: kept.map(({ id, fields }) => ({ id, fields: fields.map(row) })) };
}
function mostFrequent(field, limit) {
  const terms = [...field];
  if (terms.length <= limit) return terms;
  return terms.sort(([a, often], [b, more]) => more - often || compareCodeUnits(a, b)).slice(0, limit);
}


;// CONCATENATED MODULE: ./.build/contract/bundle/approval.js
function needsApproval(execution, key) {
  return (execution.approve ?? []).some((pattern) => matchesApproval(pattern, key));
}
function matchesApproval(pattern, key) {
  const patternParts = pattern.split(".");
  const keyParts = key.split(".");
  return patternParts.every((part, index) => matchesPart(part, keyParts[index] ?? ""));
}
function matchesPart(pattern, text) {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return first === text;
  const last = rest.pop() ?? "";
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}


// EXTERNAL MODULE: ./.build/contract/search/suggest.js
var suggest = __webpack_require__(2584);
;// CONCATENATED MODULE: ./.build/build/bundle/check-approvals.js


function checkApprovals(manifest, { operations }, sink) {
  const keys = operations.map(({ key }) => key);
  (manifest.hot.execution.approve ?? []).forEach((pattern, index) => {
    if (keys.some((key) => matchesApproval(pattern, key))) return;
    const at = manifest.locate(`/execution/approve/${index}`);
    sink.report("bundle-approve-unmatched", { pattern, suggestions: (0,suggest/* suggest */.Z)(pattern, keys) }, at);
  });
}


;// CONCATENATED MODULE: ./.build/contract/bundle/limits.js
const MAX_INDEX_BYTES = 4 * 1024 * 1024;
const MAX_JSON_DEPTH = 64;
const MAX_ARTIFACT_BYTES = 1024 * 1024;
const MAX_BLOB_BYTES = 25 * 1024 * 1024;
const MAX_BLOBS = 256;
const MAX_PUSH_BODY_BYTES = 32 * 1024 * 1024;
const KEPT_GENERATIONS = 10;


;// CONCATENATED MODULE: ./.build/contract/bundle/artifacts.js
function listArtifacts(index) {
  const uses = [{ ref: index.search, pointer: "/search", label: "search index" }];
  for (const [id, service] of Object.entries(index.services)) {
    if (service.schemas) uses.push({ ref: service.schemas, pointer: `/services/${id}/schemas`, label: `schemas of ${id}` });
  }
  for (const [key, operation] of Object.entries(index.operations)) {
    uses.push({ ref: operation.artifact, pointer: `/operations/${key}/artifact`, label: `operation ${key}` });
  }
  for (const [id, skill] of Object.entries(index.skills)) {
    for (const [path, ref] of Object.entries(skill.files)) {
      uses.push({ ref, pointer: `/skills/${id}/files/${path}`, label: `${id}/${path}` });
    }
  }
  return uses;
}


;// CONCATENATED MODULE: ./.build/contract/encoding/canonical-json.js


function parseCanonicalJson(text, limits) {
  const outcome = (0,encoding_json/* parseJson */.qF)(text, limits);
  if (!outcome.ok) return outcome;
  try {
    return canonicalJson(outcome.value) === text ? outcome : { ok: false, fault: "not_canonical" };
  } catch {
    return { ok: false, fault: "not_canonical" };
  }
}


;// CONCATENATED MODULE: ./.build/contract/generated/bundle-schema.js
const bundleSchema = { "type": "object", "additionalProperties": false, "required": ["format", "v", "name", "environment", "manifest", "services", "skills", "operations", "search"], "properties": { "format": { "type": "string", "const": "frontmcp-bundle" }, "v": { "type": "integer", "const": 1 }, "name": { "type": "string", "maxLength": 128, "pattern": "^[A-Za-z][A-Za-z0-9_-]*$" }, "environment": { "type": "string", "maxLength": 64, "pattern": "^[A-Za-z][A-Za-z0-9_-]*$" }, "manifest": { "type": "object", "additionalProperties": false, "required": ["hot", "structural"], "properties": { "hot": { "$ref": "#/$defs/hot" }, "structural": { "$ref": "#/$defs/structural" } } }, "services": { "type": "object", "maxProperties": 64, "propertyNames": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]*$" }, "additionalProperties": { "$ref": "#/$defs/service" } }, "skills": { "type": "object", "maxProperties": 1e3, "propertyNames": { "type": "string", "pattern": "^[^/\\\\\\u0000-\\u001f]{1,64}$" }, "additionalProperties": { "$ref": "#/$defs/skill" } }, "operations": { "type": "object", "maxProperties": 2e4, "propertyNames": { "type": "string", "pattern": "^[A-Za-z_$][A-Za-z0-9_$]*\\.[A-Za-z_$][A-Za-z0-9_$]*$" }, "additionalProperties": { "$ref": "#/$defs/operation" } }, "search": { "$ref": "#/$defs/artifact" } }, "$defs": { "artifact": { "type": "object", "additionalProperties": false, "required": ["sha256", "size", "mediaType"], "properties": { "sha256": { "type": "string", "maxLength": 64, "pattern": "^[0-9a-f]{64}$" }, "size": { "type": "integer", "minimum": 0, "maximum": 26214400 }, "mediaType": { "type": "string", "maxLength": 128 }, "blob": { "type": "boolean", "const": true } } }, "hot": { "type": "object", "additionalProperties": false, "required": ["server", "skills", "execution"], "properties": { "server": { "$ref": "#/$defs/server" }, "skills": { "type": "object", "additionalProperties": false, "required": ["alwaysLoad"], "properties": { "alwaysLoad": { "type": "array", "maxItems": 1e3, "items": { "type": "string", "maxLength": 64 } }, "access": { "type": "object", "maxProperties": 1e3, "additionalProperties": { "type": "object", "additionalProperties": false, "required": [], "properties": { "scopes": { "type": "array", "maxItems": 64, "items": { "type": "string", "maxLength": 256 } }, "groups": { "type": "array", "maxItems": 64, "items": { "type": "string", "maxLength": 256 } } } } } } }, "tags": { "type": "array", "maxItems": 64, "items": { "$ref": "#/$defs/tag" } }, "execution": { "$ref": "#/$defs/execution" } } }, "structural": { "type": "object", "additionalProperties": false, "required": ["runtime", "bindings", "signing", "auth", "secrets", "deployment"], "properties": { "runtime": true, "bindings": true, "signing": true, "auth": true, "secrets": true, "deployment": true } }, "securityScheme": { "oneOf": [{ "type": "object", "additionalProperties": false, "required": ["type", "scheme"], "properties": { "type": { "type": "string", "const": "http" }, "scheme": { "type": "string", "enum": ["bearer", "basic"] } } }, { "type": "object", "additionalProperties": false, "required": ["type", "in", "name"], "properties": { "type": { "type": "string", "const": "apiKey" }, "in": { "type": "string", "enum": ["header", "query", "cookie"] }, "name": { "type": "string", "maxLength": 256 } } }] }, "service": { "type": "object", "additionalProperties": false, "required": ["binding", "origins", "securitySchemes", "auth"], "properties": { "binding": { "type": "string", "maxLength": 64, "pattern": "^[A-Za-z_$][A-Za-z0-9_$]*$" }, "title": { "type": "string", "maxLength": 512 }, "version": { "type": "string", "maxLength": 128 }, "origins": { "type": "array", "maxItems": 64, "items": { "type": "string", "maxLength": 2048 } }, "securitySchemes": { "type": "object", "maxProperties": 64, "additionalProperties": { "$ref": "#/$defs/securityScheme" } }, "auth": { "$ref": "#/$defs/specAuth" }, "schemas": { "$ref": "#/$defs/artifact" } } }, "skill": { "type": "object", "additionalProperties": false, "required": ["name", "description", "tags", "frontMatter", "files", "operations", "alwaysLoad", "hideFromDiscovery"], "properties": { "name": { "type": "string", "maxLength": 256 }, "description": { "type": "string", "maxLength": 4096 }, "tags": { "type": "array", "maxItems": 256, "items": { "type": "string", "maxLength": 256 } }, "frontMatter": { "type": "object" }, "files": { "type": "object", "maxProperties": 2048, "additionalProperties": { "$ref": "#/$defs/artifact" } }, "operations": { "type": "array", "maxItems": 2e3, "items": { "type": "string", "maxLength": 256, "pattern": "^[A-Za-z_$][A-Za-z0-9_$]*\\.[A-Za-z_$][A-Za-z0-9_$]*$" } }, "alwaysLoad": { "type": "boolean" }, "hideFromDiscovery": { "type": "boolean" } } }, "effect": { "type": "object", "additionalProperties": false, "required": ["kind", "uri"], "properties": { "kind": { "type": "string", "enum": ["updated", "list_changed"] }, "uri": { "type": "string", "maxLength": 4096 } } }, "operation": { "type": "object", "additionalProperties": false, "required": ["spec", "id", "name", "method", "path", "summary", "tags", "expose", "readOnly", "effects", "artifact"], "properties": { "spec": { "type": "string", "maxLength": 128 }, "id": { "type": "string", "maxLength": 1024 }, "name": { "type": "string", "maxLength": 64 }, "method": { "type": "string", "enum": ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"] }, "path": { "type": "string", "maxLength": 2048 }, "summary": { "type": "string", "maxLength": 1024 }, "tags": { "type": "array", "maxItems": 256, "items": { "type": "string", "maxLength": 256 } }, "deprecated": { "type": "boolean", "const": true }, "expose": { "type": "string", "enum": ["tool", "resource", "both"] }, "readOnly": { "type": "boolean" }, "uriTemplate": { "type": "string", "maxLength": 4096 }, "effects": { "type": "array", "maxItems": 16, "items": { "$ref": "#/$defs/effect" } }, "artifact": { "$ref": "#/$defs/artifact" } } }, "server": { "type": "object", "additionalProperties": false, "required": ["info"], "properties": { "info": { "type": "object", "additionalProperties": false, "required": ["name", "version"], "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 128 }, "version": { "type": "string", "minLength": 1, "maxLength": 64 }, "title": { "type": "string", "minLength": 1, "maxLength": 256 } } }, "instructions": { "type": "string", "maxLength": 16384 }, "allowedOrigins": { "type": "array", "maxItems": 64, "items": { "type": "string", "minLength": 1, "maxLength": 2048, "pattern": "^https?://[^/?#]+$" } }, "icons": { "type": "array", "maxItems": 8, "items": { "$ref": "#/$defs/icon" } } } }, "tag": { "type": "object", "additionalProperties": false, "required": ["name"], "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 64 }, "description": { "type": "string", "minLength": 1, "maxLength": 512 } } }, "execution": { "type": "object", "additionalProperties": false, "properties": { "plan": { "type": "string", "enum": ["free", "paid"] }, "timeoutMs": { "type": "integer", "minimum": 100, "maximum": 3e5 }, "maxCalls": { "type": "integer", "minimum": 1, "maximum": 1e3 }, "maxConcurrency": { "type": "integer", "minimum": 1, "maximum": 50 }, "memoryMb": { "type": "integer", "minimum": 4, "maximum": 64 }, "responseBytes": { "type": "integer", "minimum": 1024, "maximum": 16777216 }, "approve": { "type": "array", "maxItems": 64, "items": { "type": "string", "minLength": 1, "maxLength": 256 } } } }, "specAuth": { "oneOf": [{ "type": "boolean", "const": false }, { "type": "object", "maxProperties": 32, "additionalProperties": { "$ref": "#/$defs/specCredential" } }] }, "specCredential": { "oneOf": [{ "$ref": "#/$defs/secretValue" }, { "$ref": "#/$defs/clientCredentials" }, { "$ref": "#/$defs/tokenExchange" }, { "$ref": "#/$defs/passthrough" }] }, "secretValue": { "type": "object", "additionalProperties": false, "required": ["secret"], "properties": { "secret": { "type": "string", "maxLength": 128, "pattern": "^[A-Z][A-Z0-9_]*$" } } }, "clientCredentials": { "type": "object", "additionalProperties": false, "required": ["clientCredentials"], "properties": { "clientCredentials": { "type": "object", "additionalProperties": false, "required": ["clientIdSecret", "tokenUrl"], "properties": { "clientIdSecret": { "type": "string", "maxLength": 128, "pattern": "^[A-Z][A-Z0-9_]*$" }, "clientSecretSecret": { "type": "string", "maxLength": 128, "pattern": "^[A-Z][A-Z0-9_]*$" }, "privateKeySecret": { "type": "string", "maxLength": 128, "pattern": "^[A-Z][A-Z0-9_]*$" }, "tokenUrl": { "type": "string", "maxLength": 2048, "format": "uri" }, "scopes": { "type": "array", "maxItems": 64, "items": { "type": "string", "minLength": 1, "maxLength": 256 } } }, "oneOf": [{ "required": ["clientSecretSecret"] }, { "required": ["privateKeySecret"] }] } } }, "tokenExchange": { "type": "object", "additionalProperties": false, "required": ["tokenExchange"], "properties": { "tokenExchange": { "type": "object", "additionalProperties": false, "required": ["tokenUrl"], "properties": { "tokenUrl": { "type": "string", "maxLength": 2048, "format": "uri" }, "audience": { "type": "string", "minLength": 1, "maxLength": 2048 }, "resource": { "type": "string", "maxLength": 2048, "format": "uri" }, "scopes": { "type": "array", "maxItems": 64, "items": { "type": "string", "minLength": 1, "maxLength": 256 } }, "clientIdSecret": { "type": "string", "maxLength": 128, "pattern": "^[A-Z][A-Z0-9_]*$" }, "clientSecretSecret": { "type": "string", "maxLength": 128, "pattern": "^[A-Z][A-Z0-9_]*$" } }, "anyOf": [{ "required": ["audience"] }, { "required": ["resource"] }] } } }, "passthrough": { "type": "object", "additionalProperties": false, "required": ["passthrough"], "properties": { "passthrough": { "type": "boolean", "const": true } } }, "icon": { "type": "object", "additionalProperties": false, "required": ["src"], "properties": { "src": { "type": "string", "minLength": 1, "maxLength": 4096, "pattern": "^(https://|data:image/)" }, "mimeType": { "type": "string", "minLength": 1, "maxLength": 128 }, "sizes": { "type": "array", "maxItems": 8, "items": { "type": "string", "minLength": 1, "maxLength": 32 } } } } } };


;// CONCATENATED MODULE: ./.build/contract/schema/find-problems.js

function findProblems(root, value) {
  return check({ root, patterns: /* @__PURE__ */ new Map() }, root, value, "");
}
function check(context, schema, value, pointer) {
  if (schema === true) return [];
  if (schema === false) return [{ pointer, keyword: "false", message: "is not allowed" }];
  if (schema.$ref !== void 0) return check(context, resolve(context.root, schema.$ref), value, pointer);
  const found = typeProblem(schema, value);
  if (found) return [{ pointer, ...found }];
  const problems = [];
  const report = (keyword, message) => problems.push({ pointer, keyword, message });
  checkValue(schema, value, report);
  if (typeof value === "string") checkText(context, schema, value, report);
  else if (typeof value === "number") checkNumber(schema, value, report);
  else if (Array.isArray(value)) problems.push(...checkArray(context, schema, value, pointer, report));
  else if ((0,encoding_json/* isJsonObject */.OW)(value)) problems.push(...checkObject(context, schema, value, pointer, report));
  return [...problems, ...checkAlternatives(context, schema, value, pointer)];
}
function resolve(root, reference) {
  const target = root.$defs?.[reference.slice("#/$defs/".length)];
  if (!target) throw new Error(`The schema refers to ${reference}, which it does not define.`);
  return target;
}
function typeProblem({ type }, value) {
  if (type === void 0 || isType(type, value)) return void 0;
  return { keyword: "type", message: `must be of type ${type}` };
}
function isType(type, value) {
  if (type === "object") return (0,encoding_json/* isJsonObject */.OW)(value);
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  return typeof value === type;
}
function checkValue(schema, value, report) {
  if (schema.const !== void 0 && value !== schema.const) report("const", `must be ${JSON.stringify(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) report("enum", `must be one of ${schema.enum.join(", ")}`);
}
function checkText(context, schema, value, report) {
  const { minLength = 0, maxLength = Infinity, pattern, format } = schema;
  const length = value.length > maxLength || value.length < minLength * 2 ? [...value].length : value.length;
  if (length < minLength) report("minLength", `must have at least ${minLength} characters`);
  if (length > maxLength) report("maxLength", `must have at most ${maxLength} characters`);
  if (pattern !== void 0 && !compile(context, pattern).test(value)) report("pattern", `must match ${pattern}`);
  if (format === "uri" && !URL.canParse(value)) report("format", "must be an absolute URL");
}
function compile({ patterns }, pattern) {
  const known = patterns.get(pattern);
  if (known) return known;
  const compiled = new RegExp(pattern, "u");
  patterns.set(pattern, compiled);
  return compiled;
}
function checkNumber({ minimum, maximum }, value, report) {
  if (minimum !== void 0 && value < minimum) report("minimum", `must be at least ${minimum}`);
  if (maximum !== void 0 && value > maximum) report("maximum", `must be at most ${maximum}`);
}
function checkArray(context, schema, value, pointer, report) {
  const { minItems = 0, maxItems = Infinity, items = true } = schema;
  if (value.length < minItems) report("minItems", `must have at least ${minItems} items`);
  if (value.length > maxItems) report("maxItems", `must have at most ${maxItems} items`);
  return value.flatMap((item, index) => check(context, items, item, `${pointer}/${index}`));
}
function checkObject(context, schema, value, pointer, report) {
  const { required = [], minProperties = 0, maxProperties = Infinity } = schema;
  const keys = Object.keys(value);
  for (const name of required) if (!Object.hasOwn(value, name)) report("required", `lacks "${name}"`);
  if (keys.length < minProperties) report("minProperties", `must have at least ${minProperties} members`);
  if (keys.length > maxProperties) report("maxProperties", `must have at most ${maxProperties} members`);
  return keys.flatMap((key) => checkMember(context, schema, key, value[key], `${pointer}/${(0,encoding_json/* escapePointer */.lZ)(key)}`));
}
function checkMember(context, schema, key, member, pointer) {
  const { properties = {}, additionalProperties = true, propertyNames = true } = schema;
  const named = check(context, propertyNames, key, pointer).map((problem) => ({ ...problem, message: `has a name that ${problem.message}` }));
  if (Object.hasOwn(properties, key)) return [...named, ...check(context, properties[key], member, pointer)];
  if (additionalProperties === false) return [...named, { pointer, keyword: "additionalProperties", message: "is unknown" }];
  return [...named, ...check(context, additionalProperties, member, pointer)];
}
function checkAlternatives(context, schema, value, pointer) {
  const matches = (alternatives) => alternatives.filter((each) => check(context, each, value, pointer).length === 0).length;
  const none = (keyword) => ({ pointer, keyword, message: "has none of the allowed forms" });
  return [
    ...schema.oneOf && matches(schema.oneOf) !== 1 ? [none("oneOf")] : [],
    ...schema.anyOf && matches(schema.anyOf) === 0 ? [none("anyOf")] : []
  ];
}


;// CONCATENATED MODULE: ./.build/contract/bundle/secret-names.js
function serviceSecrets({ auth }) {
  if (auth === false) return [];
  return Object.values(auth).flatMap((credential) => {
    if ("secret" in credential) return [credential.secret];
    if ("passthrough" in credential) return [];
    const settings = "clientCredentials" in credential ? credential.clientCredentials : credential.tokenExchange;
    return [settings.clientIdSecret, settings.clientSecretSecret, settings.privateKeySecret].filter((name) => typeof name === "string");
  });
}
function authSecrets(auth) {
  switch (auth.provider) {
    case "apiKey":
      return [auth.apiKey.allowlistSecret];
    case "frontegg":
      return [auth.frontegg.issuerSecret];
    case "oauth":
      return auth.oauth.credentialsSecret === void 0 ? [] : [auth.oauth.credentialsSecret];
    default:
      return [];
  }
}


;// CONCATENATED MODULE: ./.build/contract/bundle/validate.js







function parseBundle(text, size) {
  if (size > MAX_INDEX_BYTES) return { ok: false, reason: "too_large", size };
  const parsed = parseCanonicalJson(text, { maxDepth: MAX_JSON_DEPTH });
  if (!parsed.ok) return { ok: false, reason: "not_canonical", fault: parsed };
  const problems = findProblems(bundleSchema, parsed.value);
  if (problems.length > 0) return { ok: false, reason: "invalid", problems };
  const index = parsed.value;
  const crossProblems = crossReferenceProblems(index);
  return crossProblems.length > 0 ? { ok: false, reason: "invalid", problems: crossProblems } : { ok: true, index };
}
function crossReferenceProblems(index) {
  return [...operationProblems(index), ...skillProblems(index), ...secretProblems(index), ...artifactProblems(index)];
}
function operationProblems(index) {
  return Object.entries(index.operations).flatMap(([key, operation]) => {
    const service = Object.hasOwn(index.services, operation.spec) ? index.services[operation.spec] : void 0;
    if (!service) return [{ pointer: `/operations/${key}/spec`, message: `names the unknown service "${operation.spec}"` }];
    return key === `${service.binding}.${operation.name}` ? [] : [{ pointer: `/operations/${key}`, message: `must be called "${service.binding}.${operation.name}"` }];
  });
}
function skillProblems(index) {
  const skills = Object.entries(index.skills).flatMap(([id, skill]) => [
    ...Object.hasOwn(skill.files, "SKILL.md") ? [] : [{ pointer: `/skills/${id}/files`, message: "has no SKILL.md" }],
    ...skill.operations.filter((key) => !Object.hasOwn(index.operations, key)).map((key) => ({ pointer: `/skills/${id}/operations`, message: `names the unknown operation "${key}"` }))
  ]);
  const alwaysLoad = index.manifest.hot.skills.alwaysLoad.filter((id) => !Object.hasOwn(index.skills, id)).map((id) => ({ pointer: "/manifest/hot/skills/alwaysLoad", message: `names the unknown skill "${id}"` }));
  return [...skills, ...alwaysLoad];
}
function secretProblems(index) {
  const { secrets, auth, signing } = index.manifest.structural;
  const declared = new Set(secrets.map(({ name }) => name));
  const guarding = /* @__PURE__ */ new Set([...signing.trustRoots.map(({ publicKeySecret }) => publicKeySecret), ...authSecrets(auth)]);
  return Object.entries(index.services).flatMap(
    ([id, service]) => serviceSecrets(service).flatMap((name) => {
      const pointer = `/services/${(0,encoding_json/* escapePointer */.lZ)(id)}/auth`;
      if (!declared.has(name)) return [{ pointer, message: `names the secret "${name}", which the manifest does not declare` }];
      return guarding.has(name) ? [{ pointer, message: `names the secret "${name}", which callers or pushes are checked with` }] : [];
    })
  );
}
function artifactProblems(index) {
  const uses = listArtifacts(index);
  const blobs = new Set(uses.filter(({ ref }) => ref.blob).map(({ ref }) => ref.sha256));
  const sizes = uses.filter(({ ref }) => ref.size > (ref.blob ? MAX_BLOB_BYTES : MAX_ARTIFACT_BYTES)).map(({ pointer, ref }) => ({ pointer, message: `is ${ref.size} bytes, over its limit` }));
  return blobs.size > MAX_BLOBS ? [...sizes, { pointer: "", message: `has ${blobs.size} blobs, at most ${MAX_BLOBS} are allowed` }] : sizes;
}


;// CONCATENATED MODULE: ./.build/build/bundle/check-bundle.js





const NAMED_CONTRIBUTORS = 5;
function checkBundle(index, artifacts, sink) {
  const checks = [checkArtifacts(artifacts, sink), checkBlobs(artifacts, sink), checkIndex(index, sink)];
  return checks.every(Boolean);
}
function checkArtifacts(artifacts, sink) {
  const large = artifacts.filter(({ ref }) => !ref.blob && ref.size > MAX_ARTIFACT_BYTES);
  for (const { origin, ref } of large) {
    sink.report("bundle-artifact-too-large", { artifact: origin, bytes: ref.size, limit: MAX_ARTIFACT_BYTES });
  }
  return large.length === 0;
}
function checkBlobs(artifacts, sink) {
  const count = artifacts.filter(({ ref }) => ref.blob).length;
  if (count > MAX_BLOBS) sink.report("bundle-too-many-blobs", { count, limit: MAX_BLOBS });
  return count <= MAX_BLOBS;
}
function checkIndex(index, sink) {
  const deep = tooDeep(index, MAX_JSON_DEPTH, "");
  if (deep !== void 0) {
    sink.report("bundle-index-too-deep", { limit: MAX_JSON_DEPTH, where: deep });
    return false;
  }
  let text;
  try {
    text = canonicalJson(index);
  } catch (error) {
    sink.report("bundle-not-representable", { what: "The index", reason: error instanceof Error ? error.message : "unknown" });
    return false;
  }
  const outcome = parseBundle(text, utf8(text).length);
  if (outcome.ok) return true;
  if (outcome.reason === "too_large") {
    sink.report("bundle-index-too-large", { bytes: outcome.size, limit: MAX_INDEX_BYTES, biggest: biggestContributors(index) });
  } else if (outcome.reason === "invalid") {
    for (const { pointer, message } of outcome.problems) sink.report("bundle-invalid", { pointer, problem: message });
  } else {
    const where = outcome.fault.fault === "forbidden_key" ? ` at ${outcome.fault.pointer}` : "";
    sink.report("bundle-not-representable", { what: "The index", reason: `${outcome.fault.fault}${where}` });
  }
  return false;
}
function biggestContributors(index) {
  const groups = { skill: index.skills, operation: index.operations, service: index.services };
  return Object.entries(groups).flatMap(
    ([group, members]) => Object.entries(members).map(([name, member]) => ({ name: `${group} ${name}`, bytes: utf8(canonicalJson(member)).length }))
  ).sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1)).slice(0, NAMED_CONTRIBUTORS);
}
function tooDeep(value, remaining, pointer) {
  if (typeof value !== "object" || value === null) return void 0;
  if (remaining === 0) return pointer;
  const members = (0,encoding_json/* isJsonObject */.OW)(value) || Array.isArray(value) ? Object.entries(value) : [];
  for (const [key, member] of members) {
    const found = tooDeep(member, remaining - 1, `${pointer}/${key}`);
    if (found !== void 0) return found;
  }
  return void 0;
}


;// CONCATENATED MODULE: ./.build/build/bundle/make-artifact.js



async function jsonArtifact(document, mediaType, origin) {
  const bytes = canonicalBytes(document);
  return { ref: { sha256: await sha256Hex(bytes), size: bytes.length, mediaType }, bytes, origin };
}
async function fileArtifact(file, origin) {
  const isBlob = file.text === void 0 || file.bytes.length > MAX_ARTIFACT_BYTES;
  const ref = { sha256: await sha256Hex(file.bytes), size: file.bytes.length, mediaType: file.mediaType };
  return { ref: isBlob ? { ...ref, blob: true } : ref, bytes: file.bytes, origin };
}


;// CONCATENATED MODULE: ./.build/build/bundle/assemble-bundle.js








async function assembleBundle(manifest, skills, operations, sink) {
  const store = /* @__PURE__ */ new Map();
  const keep = (artifact) => {
    store.set(artifact.ref.sha256, artifact);
    return artifact.ref;
  };
  const used = usedOperations(skills, operations, sink);
  const index = {
    format: "frontmcp-bundle",
    v: 1,
    name: manifest.name,
    environment: manifest.environment,
    manifest: { hot: hotManifest(manifest, skills), structural: manifest.structural },
    services: await services(used, operations, keep),
    skills: await skillEntries(skills, keep),
    operations: await operationEntries(used, keep),
    search: keep(await searchArtifact(skills, used))
  };
  checkApprovals(manifest, operations, sink);
  if (skills.skills.length === 0) sink.report("bundle-empty", {}, { file: manifest.file });
  if (!checkBundle(index, [...store.values()], sink)) return void 0;
  const bytes = canonicalBytes(index);
  return {
    index,
    bytes,
    sha256: await sha256Hex(bytes),
    structuralDigest: await structuralDigest(index),
    artifacts: new Map([...store].filter(([, artifact]) => !artifact.ref.blob)),
    blobs: new Map([...store].filter(([, artifact]) => artifact.ref.blob))
  };
}
function usedOperations(skills, operations, sink) {
  const wanted = new Set(skills.skills.flatMap((skill) => skill.operations));
  for (const { key } of operations.operations) {
    if (!wanted.has(key)) sink.report("bundle-operation-unused", { key });
  }
  return operations.operations.filter(({ key }) => wanted.has(key));
}
function hotManifest(manifest, skills) {
  const alwaysLoad = skills.skills.filter((skill) => skill.alwaysLoad).map((skill) => skill.id);
  return { ...manifest.hot, skills: { ...manifest.hot.skills, alwaysLoad: alwaysLoad.sort() } };
}
async function services(used, operations, keep) {
  const specs = [...new Set(used.map(({ entry }) => entry.spec))].sort();
  const entries = specs.map(async (spec) => {
    const service = operations.services[spec];
    if (!service) throw new Error(`assembleBundle: no service for the spec "${spec}"`);
    const $defs = operations.schemas[spec];
    if (!$defs || Object.keys($defs).length === 0) return [spec, service];
    const schemas = keep(await jsonArtifact({ v: 1, $defs }, MEDIA_TYPES.schemas, `The schemas of "${spec}"`));
    return [spec, { ...service, schemas }];
  });
  return Object.fromEntries(await Promise.all(entries));
}
async function operationEntries(used, keep) {
  const entries = used.map(async ({ key, entry, document }) => {
    const artifact = keep(await jsonArtifact(document, MEDIA_TYPES.operation, `Operation "${key}"`));
    return [key, { ...entry, artifact }];
  });
  return Object.fromEntries(await Promise.all(entries));
}
async function skillEntries(skills, keep) {
  const entries = skills.skills.map(async (skill) => [skill.id, await skillEntry(skill, keep)]);
  return Object.fromEntries(await Promise.all(entries));
}
async function skillEntry(skill, keep) {
  const files = skill.files.map(async (file) => {
    return [file.path, keep(await fileArtifact(file, `${skill.directory}/${file.path}`))];
  });
  return {
    name: skill.name,
    description: skill.description,
    tags: skill.allTags,
    frontMatter: skill.frontMatter,
    files: Object.fromEntries(await Promise.all(files)),
    operations: skill.operations,
    alwaysLoad: skill.alwaysLoad,
    hideFromDiscovery: skill.hideFromDiscovery
  };
}
async function searchArtifact(skills, used) {
  const entries = new Map(used.map(({ key, entry }) => [key, entry]));
  const documents = skills.skills.map((skill) => ({
    id: skill.id,
    name: skill.name,
    description: skill.description,
    tags: skill.allTags,
    operations: skill.operations.map((key) => `${key} ${entries.get(key)?.id ?? ""} ${entries.get(key)?.summary ?? ""}`),
    text: skill.files.flatMap(({ path, text }) => path.endsWith(".md") && text !== void 0 ? [text] : []).join("\n")
  }));
  return jsonArtifact(buildSearchIndex(documents), MEDIA_TYPES.search, "The search index");
}


;// CONCATENATED MODULE: ./.build/build/manifest/tree.js

function tree_valueOf(tree) {
  if (tree.kind === "scalar") return tree.value;
  if (tree.kind === "list") return tree.items.map(tree_valueOf);
  const object = /* @__PURE__ */ Object.create(null);
  for (const [key, { value }] of tree.entries) object[key] = tree_valueOf(value);
  return object;
}
function childOf(tree, segment) {
  if (tree?.kind === "map") return tree.entries.get(segment)?.value;
  if (tree?.kind === "list") return /^\d+$/.test(segment) ? tree.items[Number(segment)] : void 0;
  return void 0;
}
function treeAt(tree, pointer) {
  return segmentsOf(pointer).reduce(childOf, tree);
}
function locate(tree, pointer) {
  let current = tree;
  for (const segment of segmentsOf(pointer)) {
    const next = childOf(current, segment);
    if (!next) break;
    current = next;
  }
  return current.at;
}
function locateKey(tree, pointer, key) {
  const map = treeAt(tree, pointer);
  return (map?.kind === "map" ? map.entries.get(key)?.key : void 0) ?? locate(tree, pointer);
}
function* scalarsOf(tree, pointer = "") {
  if (tree.kind === "scalar") yield { pointer, scalar: tree };
  else if (tree.kind === "list") for (const [index, item] of tree.items.entries()) yield* scalarsOf(item, `${pointer}/${index}`);
  else for (const [key, { value }] of tree.entries) yield* scalarsOf(value, `${pointer}/${(0,encoding_json/* escapePointer */.lZ)(key)}`);
}
function mapScalars(tree, replace, pointer = "") {
  if (tree.kind === "scalar") return replace(tree, pointer);
  if (tree.kind === "list") {
    return { ...tree, items: tree.items.map((item, index) => mapScalars(item, replace, `${pointer}/${index}`)) };
  }
  const entries = [...tree.entries].map(([key, { key: at, value }]) => [
    key,
    { key: at, value: mapScalars(value, replace, `${pointer}/${(0,encoding_json/* escapePointer */.lZ)(key)}`) }
  ]);
  return { ...tree, entries: new Map(entries) };
}
function replaceAt(tree, [segment, ...rest], replacement) {
  const child = segment === void 0 ? void 0 : childOf(tree, segment);
  if (segment === void 0 || !child) return tree;
  const next = rest.length === 0 ? replacement : replaceAt(child, rest, replacement);
  if (tree.kind === "list") return { ...tree, items: tree.items.flatMap((item) => item !== child ? item : next ?? []) };
  if (tree.kind !== "map") return tree;
  const entries = new Map(tree.entries);
  if (next) entries.set(segment, { ...tree.entries.get(segment), value: next });
  else entries.delete(segment);
  return { ...tree, entries };
}
function segmentsOf(pointer) {
  if (pointer === "") return [];
  return pointer.slice(1).split("/").map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function pathText(pointer) {
  const text = segmentsOf(pointer).reduce(
    (path, segment) => /^\d+$/.test(segment) ? `${path}[${segment}]` : path === "" ? segment : `${path}.${segment}`,
    ""
  );
  return text === "" ? "the manifest" : text;
}


;// CONCATENATED MODULE: ./.build/build/manifest/problem.js
function problem(code, args, location) {
  return { code, args, location };
}
function identityOf({ code, args, location }) {
  return JSON.stringify([code, location.file, location.line, location.column, { ...args, environment: void 0 }]);
}
function inEnvironment(found, environment) {
  return { ...found, args: { ...found.args, environment } };
}
function reportAll(problems, sink) {
  const ordered = [...problems].sort(
    (a, b) => (a.location.line ?? 0) - (b.location.line ?? 0) || (a.location.column ?? 0) - (b.location.column ?? 0)
  );
  for (const { code, args, location } of ordered) sink.report(code, args, location);
}


;// CONCATENATED MODULE: ./.build/build/manifest/variables.js


const PLACEHOLDER = /\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g;
const ATTEMPT = /\$\{\s*env\s*[:.][^}\n]{0,60}\}?/i;
const GITHUB_EXPRESSION = /\$\{\{[^}\n]{0,60}(?:\}\})?/;
const PROSE = /\/(?:instructions|description)$/;
function holdsPlaceholder(text) {
  return text.match(PLACEHOLDER) !== null;
}
function placeholdersIn(text) {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1]);
}
function replacePlaceholders(text, valueFor) {
  return text.replace(PLACEHOLDER, (_, name) => valueFor(name));
}
function checkPlaceholders(root, secrets) {
  return [...scalarsOf(root)].flatMap(({ pointer, scalar }) => {
    if (typeof scalar.value !== "string") return [];
    const refused = placeholdersIn(scalar.value).flatMap((name) => {
      const reason = refusalOf(name, secrets);
      return reason ? [problem("manifest-variable-refused", { name, reason }, scalar.at)] : [];
    });
    const text = malformedPlaceholder(scalar.value, pointer);
    return text === void 0 ? refused : [...refused, problem("manifest-variable-malformed", { text, path: pathText(pointer) }, scalar.at)];
  });
}
function fillVariables(tree, variables) {
  const filled = { used: /* @__PURE__ */ new Set(), missing: /* @__PURE__ */ new Set(), problems: [] };
  const result = mapScalars(tree, (scalar, pointer) => fillScalar(scalar, pointer, variables, filled));
  return { ...filled, tree: result };
}
function variableValue(variables, name) {
  return Object.hasOwn(variables, name) && variables[name] || void 0;
}
function fillScalar(scalar, pointer, variables, filled) {
  if (typeof scalar.value !== "string") return scalar;
  const names = new Set(placeholdersIn(scalar.value));
  const missing = [...names].filter((name) => variableValue(variables, name) === void 0);
  for (const name of names) filled.used.add(name);
  for (const name of missing) {
    filled.missing.add(name);
    const isEmpty = Object.hasOwn(variables, name) && variables[name] === "";
    filled.problems.push(problem("manifest-variable-missing", { name, path: pathText(pointer), isEmpty }, scalar.at));
  }
  if (missing.length > 0) return scalar;
  return { ...scalar, value: replacePlaceholders(scalar.value, (name) => variableValue(variables, name) ?? "") };
}
function malformedPlaceholder(text, pointer) {
  const rest = text.replace(PLACEHOLDER, "");
  const attempt = ATTEMPT.exec(rest) ?? (PROSE.test(pointer) ? null : GITHUB_EXPRESSION.exec(rest));
  return attempt?.[0];
}
function refusalOf(name, secrets) {
  if (secrets.has(name)) return "secret";
  return /^(?:INPUT_|ACTIONS_|GITHUB_TOKEN$)/i.test(name) ? "runner" : void 0;
}


;// CONCATENATED MODULE: ./.build/build/manifest/checks/context.js


function textAt(tree, pointer) {
  const node = tree && treeAt(tree, pointer);
  if (node?.kind !== "scalar" || typeof node.value !== "string" || holdsPlaceholder(node.value)) return void 0;
  return { text: node.value, node };
}
function itemsAt(tree, pointer) {
  const node = treeAt(tree, pointer);
  return node?.kind === "list" ? node.items : [];
}
function membersAt(tree, pointer) {
  const node = treeAt(tree, pointer);
  return node?.kind === "map" ? [...node.entries] : [];
}
function textsAt(tree, pointer, field = "") {
  return itemsAt(tree, pointer).flatMap((item) => textAt(item, field) ?? []);
}
function isComplete(tree, pointer, field = "") {
  const node = treeAt(tree, pointer);
  return (node === void 0 || node.kind === "list") && textsAt(tree, pointer, field).length === itemsAt(tree, pointer).length;
}
function isFromOverlay({ tree, base }, pointer) {
  const node = treeAt(tree, pointer);
  return base !== void 0 && node !== void 0 && treeAt(base, pointer)?.at !== node.at;
}


;// CONCATENATED MODULE: ./.build/contract/loopback.js
function isLoopback(hostname) {
  return /^(?:.+\.)?localhost$/.test(hostname) || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
function isSecureUrl({ protocol, hostname }) {
  return protocol === "https:" || protocol === "http:" && isLoopback(hostname);
}


;// CONCATENATED MODULE: ./.build/build/manifest/checks/check-urls.js




function checkDeploymentUrl({ tree }) {
  const url = textAt(tree, "/deployment/url");
  if (!url) return [];
  const faults = faultsOf(url, "deployment.url", true);
  return faults.length === 0 && URL.canParse(url.text) ? pathProblems(url) : faults;
}
function pathProblems(url) {
  if (MCP_ENDPOINT.test(baseOf(url.text))) return [urlProblem(url, "deployment.url", "endpoint")];
  const { pathname, origin } = new URL(url.text);
  if (pathname === "/") return [];
  return [problem("manifest-deployment-path", { value: url.text, path: pathname, root: origin }, url.node.at)];
}
const MCP_ENDPOINT = /\/mcp$/;
function checkBaseUrls({ tree }) {
  return itemsAt(tree, "/specs").flatMap((item, index) => {
    const url = textAt(item, "/baseUrl");
    return url ? faultsOf(url, `specs[${index}].baseUrl`, false) : [];
  });
}
function checkTokenUrls({ tree }) {
  return [...scalarsOf(tree)].flatMap(({ pointer }) => {
    if (!/^\/auth\/oauth\/issuer$|^\/specs\/\d+\/auth\/[^/]+\/[^/]+\/tokenUrl$/.test(pointer)) return [];
    const url = textAt(tree, pointer);
    const fault = url && schemeFault(url.text, true);
    return url && fault ? [urlProblem(url, pathText(pointer), fault)] : [];
  });
}
function baseOf(text) {
  const { origin, pathname } = new URL(text);
  let end = pathname.length;
  while (pathname[end - 1] === "/") end -= 1;
  return origin + pathname.slice(0, end);
}
function faultsOf(url, path, mustBeSecure) {
  const fault = schemeFault(url.text, mustBeSecure) ?? partFault(url.text);
  return fault ? [urlProblem(url, path, fault)] : [];
}
function urlProblem({ text, node }, path, fault) {
  const source = node.kind === "scalar" ? node.source : "";
  const suggestion = source === text && fault !== "scheme" ? repaired(text) : void 0;
  return problem("manifest-url-part", { path, value: source, fault, ...suggestion ? { suggestion } : {} }, node.at);
}
function repaired(text) {
  return baseOf(text).replace(MCP_ENDPOINT, "").replace(/^http:/, isLoopback(new URL(text).hostname) ? "http:" : "https:");
}
function schemeFault(text, mustBeSecure) {
  if (!URL.canParse(text)) return void 0;
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return "scheme";
  return mustBeSecure && !isSecureUrl(url) ? "insecure" : void 0;
}
function partFault(text) {
  if (!URL.canParse(text)) return void 0;
  const { username, password } = new URL(text);
  if (username !== "" || password !== "") return "credentials";
  if (text.includes("#")) return "fragment";
  return text.includes("?") ? "query" : void 0;
}


;// CONCATENATED MODULE: ./.build/build/manifest/patterns.js
const PATTERNS = /* @__PURE__ */ new Map([
  ["^[A-Za-z][A-Za-z0-9_-]*$", { expected: 'a letter, then letters, digits, "_" and "-"', suggestion: toName }],
  ["^[A-Z][A-Z0-9_]*$", { expected: 'upper-case letters, digits and "_", starting with a letter', suggestion: toScreamingSnake }],
  ["^[A-Za-z0-9][A-Za-z0-9_.-]*$", { expected: 'a letter or digit, then letters, digits, "_", "." and "-"', suggestion: toSpecId }],
  ["^[A-Za-z_$][A-Za-z0-9_$]*$", { expected: "a JavaScript identifier", suggestion: toIdentifier }],
  ["^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", { expected: 'lower-case letters, digits and "-", not at either end', suggestion: toWorkerName }],
  ["^\\d{4}-\\d{2}-\\d{2}$", { expected: "a date as YYYY-MM-DD" }],
  ["^([*]|[A-Za-z]+) +[^ ]+$", { expected: 'a method (or "*"), a space and a path glob, such as "POST /orders/{id}/refund"' }],
  ["^https?://[^/?#]+$", { expected: 'an origin without path, such as "https://app.example.com"', suggestion: toOrigin }],
  ["^(https://|data:image/)", { expected: "an https: or data:image/ URL" }],
  ["^[!#$%&'*+.^_`|~0-9A-Za-z-]+$", { expected: "the name of an HTTP header" }],
  ["^[a-z0-9.-]+(:\\d+)?$|^https?://", { expected: 'a team domain, such as "acme.cloudflareaccess.com"' }],
  ["^[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$", { expected: 'a domain name without scheme or path, such as "mcp.example.com"', suggestion: toHost }]
]);
function toIdentifier(name) {
  const parts = name.split(/[^A-Za-z0-9_$]+/).filter((part) => part !== "");
  const camel = parts.map((part, index) => index === 0 ? part : part[0].toUpperCase() + part.slice(1)).join("");
  return /^[0-9]/.test(camel) ? `_${camel}` : camel;
}
function toSpecId(text) {
  return trimDashes(text.replace(/[^A-Za-z0-9_.-]+/g, "-")).replace(/^[^A-Za-z0-9]+/, "").slice(0, 128);
}
function toWorkerName(text) {
  return trimDashes(text.toLowerCase().replace(/[^a-z0-9-]+/g, "-"));
}
function toKebab(text) {
  return trimDashes(text.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase().replace(/[^a-z0-9]+/g, "-"));
}
function toScreamingSnake(text) {
  return text.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase().replace(/[^A-Z0-9]+/g, "_").replace(/^[^A-Z]+/, "");
}
function toName(text) {
  return trimDashes(text.replace(/[^A-Za-z0-9_-]+/g, "-")).replace(/^[^A-Za-z]+/, "");
}
function toOrigin(text) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  return url && /^https?:$/.test(url.protocol) ? url.origin : "";
}
function toHost(text) {
  return URL.canParse(text) ? new URL(text).hostname : "";
}
function trimDashes(text) {
  let start = 0;
  let end = text.length;
  while (text[start] === "-") start += 1;
  while (end > start && text[end - 1] === "-") end -= 1;
  return text.slice(start, end);
}


;// CONCATENATED MODULE: ./.build/build/manifest/effective-manifest.js




const DEFAULT_WINDOW_SECONDS = 300;
const MAX_WORKER_NAME_LENGTH = 63;
const REQUIRED_DURABLE_OBJECTS = [
  { binding: "SESSIONS", className: "SessionDO" },
  { binding: "EVENTS", className: "EventStoreDO" },
  { binding: "BUNDLE", className: "BundleDO" }
];
function hotPart(manifest) {
  const { server, skills, tags, execution } = manifest;
  return {
    server,
    skills: { alwaysLoad: [...new Set(skills?.alwaysLoad)], ...skills?.access ? { access: skills.access } : {} },
    ...tags ? { tags } : {},
    execution: execution ?? {}
  };
}
async function effective_manifest_structuralPart(manifest, environment) {
  const { runtime, bindings, signing, auth, secrets = [], deployment = {} } = manifest;
  const replay = { ...signing.replay, windowSeconds: signing.replay.windowSeconds ?? DEFAULT_WINDOW_SECONDS };
  const workerName = deployment.workerName ?? await defaultWorkerName(manifest.name, environment);
  const url = deployment.url;
  return {
    runtime,
    bindings: withDurableObjects(bindings),
    signing: { ...signing, replay },
    auth,
    secrets: secrets.map(withRequired),
    deployment: { ...deployment, workerName, ...url !== void 0 && URL.canParse(url) ? { url: baseOf(url) } : {} }
  };
}
async function defaultWorkerName(name, environment) {
  const whole = environment === BASE_ENVIRONMENT ? name : `${name}-${environment}`;
  const workerName = toWorkerName(whole);
  if (workerName.length <= MAX_WORKER_NAME_LENGTH) return workerName;
  const digest = (await sha256Hex(whole)).slice(0, 8);
  return `${toWorkerName(workerName.slice(0, MAX_WORKER_NAME_LENGTH - digest.length - 1))}-${digest}`;
}
function withDurableObjects(bindings) {
  const listed = bindings.durableObjects ?? [];
  const names = new Set(listed.map(({ binding }) => binding));
  const added = REQUIRED_DURABLE_OBJECTS.filter(({ binding }) => !names.has(binding));
  return { ...bindings, durableObjects: [...listed, ...added.map((object) => ({ ...object }))] };
}
function withRequired(secret) {
  return { ...secret, required: secret.required ?? true };
}


;// CONCATENATED MODULE: ./.build/build/manifest/apply-overlay.js

const SECTIONS = ["server", "skills", "classification", "bindings", "deployment", "execution"];
const WITHOUT_SCOPES = /* @__PURE__ */ new Set(["none", "apiKey"]);
function applyOverlay(base, overlay) {
  const entries = new Map(base.entries);
  entries.delete("environments");
  if (overlay?.kind !== "map") return { ...base, entries };
  for (const section of SECTIONS) mergeEntry(entries, section, overlay.entries.get(section), merge);
  mergeEntry(entries, "auth", overlay.entries.get("auth"), mergeAuth);
  const specs = overlay.entries.get("specs");
  if (specs) entries.set("specs", specs);
  mergeVars(entries, overlay.entries.get("vars"));
  return { ...base, entries };
}
function mergeEntry(entries, key, overlay, mergeMaps) {
  if (overlay?.value.kind !== "map") return;
  const base = entries.get(key);
  if (base?.value.kind !== "map") entries.set(key, overlay);
  else entries.set(key, { key: base.key, value: mergeMaps(base.value, overlay.value) });
}
function merge(base, overlay) {
  const entries = new Map(base.entries);
  for (const [key, entry] of overlay.entries) {
    const before = base.entries.get(key);
    const both = before?.value.kind === "map" && entry.value.kind === "map";
    entries.set(key, both ? { key: before.key, value: merge(before.value, entry.value) } : entry);
  }
  return { ...base, entries };
}
function mergeAuth(base, overlay) {
  const before = textOf(base, "provider");
  const after = textOf(overlay, "provider");
  if (after === void 0 || after === before) return merge(base, overlay);
  const kept = new Map(base.entries);
  if (before !== void 0) kept.delete(before);
  if (WITHOUT_SCOPES.has(after)) kept.delete("requiredScopes");
  return { ...merge({ ...base, entries: kept }, overlay), at: overlay.at };
}
function mergeVars(entries, vars) {
  if (vars?.value.kind !== "map") return;
  const bindings = { kind: "map", entries: /* @__PURE__ */ new Map([["vars", vars]]), at: vars.value.at };
  mergeEntry(entries, "bindings", { key: vars.key, value: bindings }, merge);
}
function textOf(tree, key) {
  const found = treeAt(tree, `/${key}`);
  return found?.kind === "scalar" && typeof found.value === "string" ? found.value : void 0;
}


// EXTERNAL MODULE: ./node_modules/ajv/dist/ajv.js
var dist_ajv = __webpack_require__(2463);
;// CONCATENATED MODULE: ./schemas/frontmcp-deploy.v1.json
const frontmcp_deploy_v1_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/frontmcp/deploy-action/v1/schemas/frontmcp-deploy.v1.json","title":"DeployManifest","description":"frontmcp.deploy.yaml, version 1: what a Worker serves and where it runs.","type":"object","additionalProperties":false,"required":["version","name","runtime","server","specs","bindings","signing","auth"],"properties":{"$schema":{"type":"string","maxLength":2048,"description":"URL of this schema, for editors. Any URL is accepted."},"version":{"type":"integer","const":1,"description":"Version of the manifest format: always `1`."},"name":{"type":"string","minLength":1,"maxLength":128,"pattern":"^[A-Za-z][A-Za-z0-9_-]*$","description":"Name of the project: a letter, then letters, digits, `_`, `-`. Part of the identity that a push must match."},"runtime":{"$ref":"#/$defs/runtime"},"server":{"$ref":"#/$defs/server"},"specs":{"$ref":"#/$defs/specs"},"skills":{"$ref":"#/$defs/skills"},"tags":{"type":"array","maxItems":64,"items":{"$ref":"#/$defs/tag"},"description":"Declared tags. When given, tag filters may name only these.","examples":[[{"name":"billing","description":"Billing flows"},{"name":"experimental"}]]},"classification":{"$ref":"#/$defs/classification"},"bindings":{"$ref":"#/$defs/bindings"},"signing":{"$ref":"#/$defs/signing"},"auth":{"$ref":"#/$defs/auth"},"secrets":{"$ref":"#/$defs/secrets"},"deployment":{"$ref":"#/$defs/deployment"},"execution":{"$ref":"#/$defs/execution"},"environments":{"type":"object","maxProperties":32,"propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_-]*$","maxLength":64,"description":"A letter, then letters, digits, `_`, `-`. `base` is taken: it is the manifest without an overlay."},"additionalProperties":{"$ref":"#/$defs/environment"},"description":"Overlays, by environment name. Structural values in an overlay need a redeploy like those of the base.","examples":[{"staging":{"specs":[{"id":"acme","spec":"./openapi/acme.yaml","baseUrl":"https://api.staging.acme.com"}],"deployment":{"url":"https://mcp.staging.acme.com"},"bindings":{"vars":{"LOG_LEVEL":"debug"}}},"production":{"skills":{"tags":{"exclude":["experimental"]}},"deployment":{"url":"https://mcp.acme.com"}}}]}},"$defs":{"runtime":{"type":"object","description":"What the Worker runs on. Structural: a change needs a redeploy.","additionalProperties":false,"required":["target","compatibilityDate"],"properties":{"target":{"type":"string","const":"cloudflare-worker","description":"Where the bundle runs. Only `cloudflare-worker` exists today; `vercel-edge` and `deno-deploy` are announced by FrontMCP and refused with their own message."},"compatibilityDate":{"type":"string","pattern":"^\\\\d{4}-\\\\d{2}-\\\\d{2}$","description":"Cloudflare compatibility date, `YYYY-MM-DD`, 2024-04-03 or later. Pins the platform\'s behaviour."},"compatibilityFlags":{"type":"array","maxItems":32,"items":{"type":"string","minLength":1,"maxLength":128,"description":"A Cloudflare compatibility flag."},"description":"Cloudflare compatibility flags. The Worker needs none."}},"title":"Runtime","examples":[{"target":"cloudflare-worker","compatibilityDate":"2026-05-01"}]},"icon":{"type":"object","description":"An icon shown by MCP clients.","additionalProperties":false,"required":["src"],"properties":{"src":{"type":"string","minLength":1,"maxLength":4096,"description":"An `https:` or `data:image/` URL of the icon.","pattern":"^(https://|data:image/)"},"mimeType":{"type":"string","minLength":1,"maxLength":128,"description":"Media type, such as `image/png`."},"sizes":{"type":"array","maxItems":8,"items":{"type":"string","minLength":1,"maxLength":32,"description":"A size such as `48x48`, or `any`."},"description":"Sizes the icon is meant for."}},"title":"Icon"},"server":{"type":"object","description":"Server identity and instructions.","additionalProperties":false,"required":["info"],"properties":{"info":{"type":"object","description":"Identity of the MCP server.","additionalProperties":false,"required":["name","version"],"properties":{"name":{"type":"string","minLength":1,"maxLength":128,"description":"Server name that MCP clients see."},"version":{"type":"string","minLength":1,"maxLength":64,"description":"Server version that MCP clients see."},"title":{"type":"string","minLength":1,"maxLength":256,"description":"Human-readable title."}}},"instructions":{"type":"string","maxLength":16384,"description":"What the server tells an agent when it connects, up to 16,384 characters."},"allowedOrigins":{"type":"array","maxItems":64,"items":{"type":"string","minLength":1,"maxLength":2048,"description":"An origin such as `https://app.example.com`.","pattern":"^https?://[^/?#]+$"},"description":"Browser origins that may call the Worker. Default: same origin and non-browser clients only."},"icons":{"type":"array","maxItems":8,"items":{"$ref":"#/$defs/icon"},"description":"Icons of the server."}},"title":"Server","examples":[{"info":{"name":"acme-mcp","version":"1.0.0","title":"ACME"},"instructions":"Discover with searchSkills, read with describe, act with execute.\\n","allowedOrigins":["https://app.acme.com"]}]},"secretValue":{"type":"object","description":"A static credential: a bearer token, an API key, or `user:password` for basic.","additionalProperties":false,"required":["secret"],"properties":{"secret":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Name of the declared secret that holds the value."}},"title":"StaticCredential"},"clientCredentials":{"type":"object","description":"OAuth 2.0 client credentials (RFC 6749 section 4.4).","additionalProperties":false,"required":["clientCredentials"],"properties":{"clientCredentials":{"type":"object","additionalProperties":false,"required":["clientIdSecret","tokenUrl"],"properties":{"clientIdSecret":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Secret with the client id."},"clientSecretSecret":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Secret with the client secret."},"privateKeySecret":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Secret with the private key for private_key_jwt, instead of a client secret."},"tokenUrl":{"type":"string","maxLength":2048,"format":"uri","description":"Token endpoint."},"scopes":{"type":"array","maxItems":64,"items":{"type":"string","minLength":1,"maxLength":256,"description":"A scope."},"description":"Scopes to ask for."}},"oneOf":[{"required":["clientSecretSecret"]},{"required":["privateKeySecret"]}],"description":"Client id, and either a client secret or a private key."}},"title":"ClientCredentialsCredential"},"tokenExchange":{"type":"object","description":"Exchanges the caller\'s token for one of the API (RFC 8693).","additionalProperties":false,"required":["tokenExchange"],"properties":{"tokenExchange":{"type":"object","additionalProperties":false,"required":["tokenUrl"],"properties":{"tokenUrl":{"type":"string","maxLength":2048,"format":"uri","description":"Token endpoint."},"audience":{"type":"string","minLength":1,"maxLength":2048,"description":"Audience of the wanted token."},"resource":{"type":"string","maxLength":2048,"format":"uri","description":"Resource of the wanted token."},"scopes":{"type":"array","maxItems":64,"items":{"type":"string","minLength":1,"maxLength":256,"description":"A scope."},"description":"Scopes to ask for."},"clientIdSecret":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Secret with the client id."},"clientSecretSecret":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Secret with the client secret."}},"anyOf":[{"required":["audience"]},{"required":["resource"]}],"description":"Token endpoint, and the audience or the resource of the wanted token."}},"title":"TokenExchangeCredential"},"passthrough":{"type":"object","description":"Passes the caller\'s token through.","additionalProperties":false,"required":["passthrough"],"properties":{"passthrough":{"type":"boolean","const":true,"description":"Sends the caller\'s own token on; only where it was issued for this very API."}},"title":"PassthroughCredential"},"specAuth":{"title":"SpecAuth","description":"How the Worker signs in to the API: security scheme name → credential, or `false` to send nothing.","oneOf":[{"type":"boolean","const":false},{"type":"object","maxProperties":32,"additionalProperties":{"$ref":"#/$defs/specCredential"}}],"examples":[{"bearerAuth":{"secret":"ACME_API_TOKEN"}},{"oauth":{"clientCredentials":{"clientIdSecret":"ACME_CLIENT_ID","clientSecretSecret":"ACME_CLIENT_SECRET","tokenUrl":"https://login.acme.com/token","scopes":["orders:read"]}}}]},"specCredential":{"title":"SpecCredential","oneOf":[{"$ref":"#/$defs/secretValue"},{"$ref":"#/$defs/clientCredentials"},{"$ref":"#/$defs/tokenExchange"},{"$ref":"#/$defs/passthrough"}],"description":"One credential: `secret`, `clientCredentials`, `tokenExchange` or `passthrough`."},"specEntry":{"type":"object","description":"One OpenAPI document.","additionalProperties":false,"required":["id","spec"],"properties":{"id":{"type":"string","maxLength":128,"pattern":"^[A-Za-z0-9][A-Za-z0-9_.-]*$","description":"Id of the spec, as op references name it: letters, digits, `_`, `.`, `-`."},"spec":{"type":"string","minLength":1,"maxLength":2048,"description":"Path of the OpenAPI file, relative to the manifest; inside the repository."},"baseUrl":{"type":"string","maxLength":2048,"format":"uri","description":"Base URL of the API (http or https); wins over the `servers` of the document."},"bindingName":{"type":"string","maxLength":64,"pattern":"^[A-Za-z_$][A-Za-z0-9_$]*$","description":"The JavaScript namespace of the spec in AgentScript, an identifier. Default: the id in camel case, `acme-api` → `acmeApi`."},"auth":{"$ref":"#/$defs/specAuth"},"readOnly":{"type":"boolean","description":"Only safe methods (GET, HEAD) of this spec can enter the bundle; the build proves it. Default `false`."},"server":{"type":"integer","minimum":0,"maximum":255,"description":"Which entry of the document\'s `servers` to use, from 0, when `baseUrl` is not given. Default 0."},"serverVariables":{"type":"object","maxProperties":64,"additionalProperties":{"type":"string","maxLength":1024},"description":"Values for the variables of that `servers` entry."},"strict":{"type":"boolean","description":"Validates the whole document, not only what skills refer to. Default `false`."}},"title":"SpecEntry"},"specs":{"title":"Specs","description":"OpenAPI documents: a directory (every `.json`, `.yaml`, `.yml` directly in it; the id is the file name without its ending), or a list of paths and entries. A URL is refused: a build reads files, never the network.","oneOf":[{"type":"string","minLength":1,"maxLength":2048,"description":"A directory."},{"type":"array","maxItems":64,"items":{"oneOf":[{"type":"string","minLength":1,"maxLength":2048,"description":"Path of an OpenAPI file; its id is the file name without ending."},{"$ref":"#/$defs/specEntry"}]},"description":"A list of files."}],"examples":["./openapi/",["./openapi/acme.yaml",{"id":"billing-api","spec":"./openapi/billing.yaml","baseUrl":"https://billing.acme.com","bindingName":"billing","readOnly":true,"auth":{"bearerAuth":{"secret":"BILLING_TOKEN"}}}]]},"skills":{"type":"object","description":"Where the skills are and which of them enter the bundle.","additionalProperties":false,"properties":{"source":{"type":"string","minLength":1,"maxLength":2048,"description":"Directory of the skills, relative to the manifest. Default `./skills/`."},"alwaysLoad":{"type":"array","maxItems":32,"items":{"type":"string","minLength":1,"maxLength":64,"description":"A skill id in kebab case."},"description":"Skills whose operations are in the scope of every script."},"tags":{"type":"object","description":"Which skills enter the bundle, by tag.","additionalProperties":false,"properties":{"include":{"type":"array","maxItems":64,"items":{"type":"string","minLength":1,"maxLength":64,"description":"A tag."},"description":"Only skills with one of these tags enter the bundle."},"exclude":{"type":"array","maxItems":64,"items":{"type":"string","minLength":1,"maxLength":64,"description":"A tag."},"description":"Skills with one of these tags do not enter the bundle."}}},"access":{"type":"object","maxProperties":1000,"description":"Who may use which skill: skill id → scopes and groups, any of which is enough.","additionalProperties":{"type":"object","additionalProperties":false,"properties":{"scopes":{"type":"array","maxItems":64,"items":{"type":"string","minLength":1,"maxLength":256,"description":"A scope."},"description":"OAuth scopes."},"groups":{"type":"array","maxItems":64,"items":{"type":"string","minLength":1,"maxLength":256,"description":"A group."},"description":"Groups of the identity provider."}},"minProperties":1,"description":"Scopes and groups, any of which is enough."}}},"title":"Skills","examples":[{"source":"./skills/","alwaysLoad":["auth-helpers"],"tags":{"include":["public","billing"],"exclude":["admin"]},"access":{"refund":{"scopes":["refunds:write"]}}}]},"tag":{"type":"object","description":"A declared tag.","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":64,"description":"The tag."},"description":{"type":"string","minLength":1,"maxLength":512,"description":"What it means."}},"title":"Tag"},"classificationRule":{"type":"object","description":"An override of the classification; the first rule that matches wins.","additionalProperties":false,"required":["match"],"properties":{"match":{"type":"string","minLength":1,"maxLength":256,"description":"`METHOD path-glob`: the method may be `*`; `*` matches within a path segment, `**` across segments.","pattern":"^([*]|[A-Za-z]+) +[^ ]+$"},"expose":{"type":"string","enum":["tool","resource","both"],"description":"The MCP surface of matching operations."},"emits":{"type":"string","enum":["self","parent","none"],"description":"Which resource a successful call changes."}},"title":"ClassificationRule"},"classification":{"type":"object","description":"Overrides of how operations become tools and resources.","additionalProperties":false,"properties":{"rules":{"type":"array","maxItems":64,"items":{"$ref":"#/$defs/classificationRule"},"description":"Overrides, first match wins."}},"title":"Classification","examples":[{"rules":[{"match":"POST **/reset-password","emits":"parent"},{"match":"GET /metrics","expose":"tool"},{"match":"DELETE /users/{id}","emits":"none"}]}]},"bindingName":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Binding name: upper-case letters, digits, underscores."},"bindings":{"type":"object","description":"The Worker\'s bindings, as wrangler names them, in camel case. Structural: a change needs a redeploy.","additionalProperties":false,"properties":{"durableObjects":{"type":"array","maxItems":32,"items":{"type":"object","additionalProperties":false,"required":["binding","className"],"properties":{"binding":{"$ref":"#/$defs/bindingName"},"className":{"type":"string","minLength":1,"maxLength":128,"description":"Exported class name.","pattern":"^[A-Za-z_$][A-Za-z0-9_$]*$"},"scriptName":{"type":"string","minLength":1,"maxLength":128,"description":"Worker that owns the class, when it is another one."}},"description":"A Durable Object binding."},"description":"Durable Object bindings. `SESSIONS` (`SessionDO`), `EVENTS` (`EventStoreDO`) and `BUNDLE` (`BundleDO`) are added when they are not listed."},"d1Databases":{"type":"array","maxItems":16,"items":{"type":"object","additionalProperties":false,"required":["binding","databaseName","databaseId"],"properties":{"binding":{"$ref":"#/$defs/bindingName"},"databaseName":{"type":"string","minLength":1,"maxLength":128,"description":"Name of the database."},"databaseId":{"type":"string","minLength":1,"maxLength":128,"description":"Id of the database."}},"description":"A D1 binding."},"description":"D1 databases. `AUDIT` receives the audit chain."},"kvNamespaces":{"type":"array","maxItems":32,"items":{"type":"object","additionalProperties":false,"required":["binding","id"],"properties":{"binding":{"$ref":"#/$defs/bindingName"},"id":{"type":"string","minLength":1,"maxLength":128,"description":"Id of the namespace."}},"description":"A KV binding."},"description":"KV namespaces. `BUNDLE_CACHE` keeps the last good bundle; the one that `signing.replay.nonceKv` names keeps nonce hints."},"r2Buckets":{"type":"array","maxItems":16,"items":{"type":"object","additionalProperties":false,"required":["binding","bucketName"],"properties":{"binding":{"$ref":"#/$defs/bindingName"},"bucketName":{"type":"string","minLength":1,"maxLength":128,"description":"Name of the bucket."}},"description":"An R2 binding."},"description":"R2 buckets. `SKILL_DATA` keeps blobs."},"vars":{"$ref":"#/$defs/vars"}},"title":"Bindings","examples":[{"durableObjects":[{"binding":"SESSIONS","className":"SessionDO"},{"binding":"EVENTS","className":"EventStoreDO"},{"binding":"BUNDLE","className":"BundleDO"}],"d1Databases":[{"binding":"AUDIT","databaseName":"acme-audit","databaseId":"${env:D1_AUDIT_ID}"}],"kvNamespaces":[{"binding":"BUNDLE_CACHE","id":"${env:KV_BUNDLE_CACHE_ID}"},{"binding":"REPLAY_NONCE","id":"${env:KV_REPLAY_NONCE_ID}"}],"r2Buckets":[{"binding":"SKILL_DATA","bucketName":"acme-skill-data"}],"vars":{"LOG_LEVEL":"info"}}]},"vars":{"type":"object","maxProperties":128,"additionalProperties":{"type":"string","maxLength":4096},"description":"Plain-text variables of the Worker, name → value."},"signing":{"type":"object","description":"Who may push. Structural: a change needs a redeploy.","additionalProperties":false,"required":["algorithm","trustRoots","replay"],"properties":{"algorithm":{"type":"string","enum":["ed25519","rs256"],"description":"Algorithm of new signatures. The key itself decides what the Worker accepts."},"trustRoots":{"type":"array","maxItems":8,"items":{"type":"object","additionalProperties":false,"required":["kid","publicKeySecret"],"properties":{"kid":{"type":"string","minLength":1,"maxLength":128,"description":"Key id, as the push statement names it."},"publicKeySecret":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Secret that holds the public key."}},"description":"A public key, by the name of the secret that holds it."},"description":"Public keys that the Worker trusts; several while a key is rotated.","minItems":1},"replay":{"type":"object","description":"Replay guard.","additionalProperties":false,"required":["nonceKv"],"properties":{"windowSeconds":{"type":"integer","minimum":10,"maximum":3600,"default":300,"description":"How long a push statement is valid, in seconds (10 to 3600)."},"nonceKv":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"KV binding for nonce hints; one of `bindings.kvNamespaces`."}}}},"title":"Signing","examples":[{"algorithm":"ed25519","trustRoots":[{"kid":"prod-2026-05","publicKeySecret":"TRUSTED_PUBKEY_PROD"}],"replay":{"windowSeconds":300,"nonceKv":"REPLAY_NONCE"}}]},"requiredScopes":{"type":"array","maxItems":64,"items":{"type":"string","minLength":1,"maxLength":256,"description":"A scope."},"description":"Scopes that every caller must have."},"authNone":{"type":"object","description":"No sign-in.","additionalProperties":false,"required":["provider"],"properties":{"provider":{"type":"string","const":"none","description":"No sign-in: anybody who reaches the Worker may use it."}},"title":"AuthNone"},"authApiKey":{"type":"object","description":"API keys.","additionalProperties":false,"required":["provider","apiKey"],"properties":{"provider":{"type":"string","const":"apiKey","description":"Static API keys."},"apiKey":{"type":"object","additionalProperties":false,"required":["allowlistSecret"],"properties":{"header":{"type":"string","minLength":1,"maxLength":128,"description":"Header that carries the key. Default `X-API-Key`; `Authorization: Bearer` is accepted as well.","pattern":"^[!#$%&\'*+.^_`|~0-9A-Za-z-]+$"},"allowlistSecret":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Secret with the accepted keys, one a line."}},"description":"Where the key is and which keys are accepted."}},"title":"AuthApiKey"},"authOauth":{"type":"object","description":"OAuth 2.0 access tokens (JWT).","additionalProperties":false,"required":["provider","oauth"],"properties":{"provider":{"type":"string","const":"oauth","description":"Any OAuth 2.0 or OpenID Connect issuer."},"oauth":{"type":"object","additionalProperties":false,"required":["issuer","audience"],"properties":{"issuer":{"type":"string","maxLength":2048,"format":"uri","description":"Issuer URL."},"audience":{"type":"string","minLength":1,"maxLength":2048,"description":"Audience a token must be issued for."},"credentialsSecret":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Accepted for compatibility; not used."}},"description":"Issuer and audience."},"requiredScopes":{"$ref":"#/$defs/requiredScopes"}},"title":"AuthOauth"},"authFrontegg":{"type":"object","description":"Frontegg access tokens.","additionalProperties":false,"required":["provider","frontegg"],"properties":{"provider":{"type":"string","const":"frontegg","description":"Frontegg."},"frontegg":{"type":"object","additionalProperties":false,"required":["audience","issuerSecret"],"properties":{"tenantResolver":{"type":"string","enum":["subdomain","header","jwt-claim"],"description":"Where the tenant is read from. Default `subdomain`."},"audience":{"type":"string","minLength":1,"maxLength":2048,"description":"Audience a token must be issued for."},"issuerSecret":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Secret with the issuer URL."}},"description":"Audience, issuer and tenant."},"requiredScopes":{"$ref":"#/$defs/requiredScopes"}},"title":"AuthFrontegg"},"authCloudflareAccess":{"type":"object","description":"Cloudflare Access tokens, service tokens included.","additionalProperties":false,"required":["provider","cloudflareAccess"],"properties":{"provider":{"type":"string","const":"cloudflareAccess","description":"Cloudflare Access in front of the Worker."},"cloudflareAccess":{"type":"object","additionalProperties":false,"required":["teamDomain","audience"],"properties":{"teamDomain":{"type":"string","minLength":1,"maxLength":256,"description":"Team domain, such as `acme.cloudflareaccess.com`.","pattern":"^[a-z0-9.-]+(:\\\\d+)?$|^https?://"},"audience":{"type":"string","minLength":1,"maxLength":256,"description":"Application audience (AUD) tag."}},"description":"Team and application."},"requiredScopes":{"$ref":"#/$defs/requiredScopes"}},"title":"AuthCloudflareAccess"},"auth":{"title":"Auth","description":"Who may use the Worker. Required: leaving it out is an error, never \\"none\\". Structural: a change needs a redeploy.","type":"object","required":["provider"],"discriminator":{"propertyName":"provider"},"oneOf":[{"$ref":"#/$defs/authNone"},{"$ref":"#/$defs/authApiKey"},{"$ref":"#/$defs/authOauth"},{"$ref":"#/$defs/authFrontegg"},{"$ref":"#/$defs/authCloudflareAccess"}],"examples":[{"provider":"none"},{"provider":"oauth","oauth":{"issuer":"https://issuer.example.com","audience":"acme-mcp"},"requiredScopes":["mcp:use"]},{"provider":"frontegg","frontegg":{"tenantResolver":"subdomain","audience":"acme-mcp","issuerSecret":"FRONTEGG_ISSUER_URL"}},{"provider":"apiKey","apiKey":{"header":"X-API-Key","allowlistSecret":"ACME_API_KEYS"}},{"provider":"cloudflareAccess","cloudflareAccess":{"teamDomain":"acme.cloudflareaccess.com","audience":"f1b2c3"}}]},"secret":{"type":"object","description":"A secret, by name only.","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","maxLength":128,"pattern":"^[A-Z][A-Z0-9_]*$","description":"Name of the Worker secret."},"required":{"type":"boolean","default":true,"description":"Whether the Worker refuses a push without it. Default `true`."},"description":{"type":"string","minLength":1,"maxLength":512,"description":"What it is for."}},"title":"Secret"},"secrets":{"type":"array","maxItems":64,"items":{"$ref":"#/$defs/secret"},"description":"Names of the secrets the Worker needs. Values never stand in the manifest. Structural: a change needs a redeploy.","examples":[[{"name":"TRUSTED_PUBKEY_PROD","description":"Trust root (PEM)"},{"name":"ACME_API_TOKEN","required":false}]]},"deployment":{"type":"object","description":"Where the Worker answers. Structural: a change needs a redeploy.","additionalProperties":false,"properties":{"url":{"type":"string","maxLength":2048,"format":"uri","description":"Where the Worker answers, https. Gives the push its audience and the action its `deployment-url`."},"workerName":{"type":"string","minLength":1,"maxLength":63,"description":"Name of the Worker. Default `<name>` or `<name>-<environment>` in lower case, so that environments do not deploy over each other.","pattern":"^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"},"workersDev":{"type":"boolean","description":"Whether the workers.dev address answers. Default: only without a custom domain."},"customDomain":{"type":"string","minLength":1,"maxLength":253,"description":"A domain of a zone on the account. Turns the workers.dev address off unless `workersDev` says otherwise.","pattern":"^[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$"},"routes":{"type":"array","maxItems":32,"items":{"type":"object","additionalProperties":false,"required":["pattern"],"properties":{"pattern":{"type":"string","minLength":1,"maxLength":1024,"description":"Route pattern."},"zoneId":{"type":"string","minLength":1,"maxLength":64,"description":"Zone id."},"zoneName":{"type":"string","minLength":1,"maxLength":253,"description":"Zone name."},"customDomain":{"type":"boolean","description":"Whether the pattern is a custom domain."}},"description":"A route."},"description":"Routes of the Worker."}},"title":"Deployment","examples":[{"url":"https://mcp.acme.com","customDomain":"mcp.acme.com"}]},"execution":{"type":"object","description":"Budgets of AgentScript and of API calls.","additionalProperties":false,"properties":{"plan":{"type":"string","enum":["free","paid"],"description":"Cloudflare plan; sets budgets and `limits.cpu_ms`. Default `free`."},"timeoutMs":{"type":"integer","minimum":100,"maximum":300000,"description":"Wall time of a script, in milliseconds. Default 30,000."},"maxCalls":{"type":"integer","minimum":1,"maximum":1000,"description":"Operation calls per script. Default 100."},"maxConcurrency":{"type":"integer","minimum":1,"maximum":50,"description":"Calls in flight per script. Default 6."},"memoryMb":{"type":"integer","minimum":4,"maximum":64,"description":"Memory of a script, in MiB. Default 16."},"responseBytes":{"type":"integer","minimum":1024,"maximum":16777216,"description":"Largest API response passed on, in bytes. Default 1,048,576."},"approve":{"type":"array","maxItems":64,"items":{"type":"string","minLength":1,"maxLength":256,"description":"`<binding>.<operation>`, `*` matches within a part."},"description":"Operations that need a person\'s yes to each call, such as `acme.issueRefund`, `acme.delete*`, or `acme` for all of a binding. Scripts cannot call them."}},"title":"Execution","examples":[{"plan":"paid","maxCalls":50,"approve":["acme.issueRefund"]}]},"environment":{"type":"object","description":"What differs in one environment: scalars and objects merge, lists replace. `name`, `runtime`, `signing`, `secrets` and `tags` cannot be overridden. The result is validated like the base.","additionalProperties":false,"properties":{"server":{"type":"object","description":"Merged over `server`."},"specs":{"$ref":"#/$defs/specs"},"skills":{"type":"object","description":"Merged over `skills`."},"classification":{"type":"object","description":"Merged over `classification`; `rules` replace."},"bindings":{"type":"object","description":"Each kind listed replaces that kind, `vars` merge by key."},"auth":{"type":"object","description":"Merged over `auth`; another `provider` replaces the settings of the first."},"deployment":{"type":"object","description":"Merged over `deployment`."},"execution":{"type":"object","description":"Merged over `execution`."},"vars":{"$ref":"#/$defs/vars"}},"title":"EnvironmentOverlay"}}}');
;// CONCATENATED MODULE: ./.build/build/schema-accepts.js


const URI_PATTERN = "^[A-Za-z][A-Za-z0-9+.-]*://\\S+$";
const prepared = /* @__PURE__ */ new WeakMap();
function schemaAccepts(schema, value) {
  let known = prepared.get(schema);
  if (!known) prepared.set(schema, known = withAuthorities(schema));
  return findProblems(known, value).length === 0;
}
function withAuthorities(node) {
  if (Array.isArray(node)) return node.map(withAuthorities);
  if (!(0,encoding_json/* isJsonObject */.OW)(node)) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, member]) => [key, withAuthorities(member)]));
  return node["format"] === "uri" ? { ...copy, anyOf: [{ pattern: URI_PATTERN }] } : copy;
}


;// CONCATENATED MODULE: ./.build/build/manifest/unions-by-shape.js

const KEY_CHOICES = ["exactlyOneOf", "atLeastOneOf"];
function unionsByShape(schema) {
  return rewrite(schema, schema);
}
function rewrite(node, root) {
  if (Array.isArray(node)) return node.map((item) => rewrite(item, root));
  if (!(0,encoding_json/* isJsonObject */.OW)(node)) return node;
  const { oneOf, anyOf, ...rest } = node;
  if (Array.isArray(oneOf) && node.discriminator === void 0) {
    return { ...rewrite(rest, root), ...unionOf(oneOf, root, "exactlyOneOf") };
  }
  if (Array.isArray(anyOf)) {
    return { ...rewrite(rest, root), ...unionOf(anyOf, root, "atLeastOneOf") };
  }
  return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, rewrite(member, root)]));
}
function unionOf(branches, root, choice) {
  const resolved = branches.map((branch) => unions_by_shape_resolve(branch, root));
  const types = resolved.map((branch) => branch.type);
  if (new Set(types).size === types.length && !types.includes(void 0)) return byType(branches, types, root);
  return byKey(branches, resolved, root, choice);
}
function byType(branches, types, root) {
  const cases = branches.map((branch, index) => ({ if: { type: types[index] }, then: rewrite(branch, root) }));
  return { type: types, allOf: cases };
}
function byKey(branches, resolved, root, choice) {
  const keys = resolved.map((branch) => {
    const required = branch.required;
    if (!Array.isArray(required) || required.length !== 1) throw new Error("unionsByShape: a branch that no single key tells apart");
    return required[0];
  });
  const isObject = resolved.every((branch) => branch.type === "object");
  const cases = isObject ? branches.map((branch, index) => ({
    if: { type: "object", required: [keys[index]], [choice]: keys },
    then: rewrite(branch, root)
  })) : [];
  return { ...isObject ? { type: "object" } : {}, [choice]: keys, ...cases.length > 0 ? { allOf: cases } : {} };
}
function unions_by_shape_resolve(schema, root) {
  const ref = schema.$ref;
  if (typeof ref !== "string") return schema;
  return unions_by_shape_resolve(root.$defs[ref.slice("#/$defs/".length)], root);
}


;// CONCATENATED MODULE: ./.build/build/manifest/validate-schema.js





let compiled;
function validateSchema(value) {
  if (schemaAccepts(frontmcp_deploy_v1_namespaceObject, value)) return [];
  compiled ??= validate_schema_compile();
  compiled(value);
  return compiled.errors ?? [];
}
function validate_schema_compile() {
  const ajv = new dist_ajv.Ajv({ allErrors: true, discriminator: true, verbose: true, strict: true, strictTypes: false, strictRequired: false });
  const uri = new RegExp(URI_PATTERN, "u");
  ajv.addFormat("uri", { type: "string", validate: (text) => uri.test(text) && URL.canParse(text) });
  for (const keyword of KEY_CHOICES) {
    const accepts = (count) => keyword === "exactlyOneOf" ? count === 1 : count > 0;
    ajv.addKeyword({
      keyword,
      type: "object",
      schemaType: "array",
      validate: (keys, object) => accepts(keys.filter((key) => Object.hasOwn(object, key)).length),
      errors: false
    });
  }
  return ajv.compile(unionsByShape(frontmcp_deploy_v1_namespaceObject));
}
function schemaAt(node) {
  const name = typeof node.$ref === "string" ? node.$ref.slice("#/$defs/".length) : void 0;
  if (name === void 0) return node;
  const target = frontmcp_deploy_v1_namespaceObject.$defs[name];
  return target ? { ...schemaAt(target), ...node } : node;
}
function propertiesOf(node) {
  return (0,encoding_json/* isJsonObject */.OW)(node?.properties) ? node.properties : {};
}
function discriminatorValues(union, tag) {
  const branches = union.discriminator !== void 0 && Array.isArray(union.oneOf) ? union.oneOf.filter(encoding_json/* isJsonObject */.OW) : [];
  return branches.flatMap((branch) => {
    const property = propertiesOf(schemaAt(branch))[tag];
    return (0,encoding_json/* isJsonObject */.OW)(property) && property.const !== void 0 ? [property.const] : [];
  });
}


;// CONCATENATED MODULE: ./.build/build/manifest/explain-keys.js





function explainMissing(error, tree) {
  const key = error.params.missingProperty;
  const at = locate(tree, error.instancePath);
  if (error.instancePath === "" && key === "auth") return problem("manifest-auth-missing", {}, at);
  const description = descriptionOf(error.parentSchema, key);
  return problem("manifest-missing-key", { path: pathText(error.instancePath), key, ...description ? { description } : {} }, at);
}
function descriptionOf(parent, key) {
  const property = propertiesOf(parent)[key];
  const { description } = (0,encoding_json/* isJsonObject */.OW)(property) ? schemaAt(property) : {};
  if (typeof description === "string") return description;
  const choices = parent ? discriminatorValues(parent, key) : [];
  return choices.length > 0 ? `One of ${choices.join(", ")}.` : void 0;
}
const NOT_OVERRIDABLE = /* @__PURE__ */ new Set(["version", "name", "runtime", "signing", "secrets", "tags"]);
function explainUnknownKey(error, tree) {
  const key = error.params.additionalProperty;
  const at = locateKey(tree, error.instancePath, key);
  if (/^\/environments\/[^/]*$/.test(error.instancePath) && NOT_OVERRIDABLE.has(key)) {
    return problem("manifest-overlay-key", { path: pathText(error.instancePath), key }, at);
  }
  const known = Object.keys(propertiesOf(error.parentSchema)).sort();
  return problem("manifest-unknown-key", { path: pathText(error.instancePath), key, known, suggestions: (0,suggest/* suggest */.Z)(key, known) }, at);
}
function explainChoice(error, tree) {
  const node = treeAt(tree, error.instancePath);
  const written = node?.kind === "map" ? [...node.entries.keys()] : [];
  const keys = error.schema;
  const unknown = written.find((key) => !keys.includes(key)) ?? "";
  const args = {
    path: pathText(error.instancePath),
    keys,
    written,
    several: error.keyword === "atLeastOneOf",
    suggestions: (0,suggest/* suggest */.Z)(unknown, keys)
  };
  return problem("manifest-choice", args, locate(tree, error.instancePath));
}


;// CONCATENATED MODULE: ./.build/build/manifest/explain-values.js





function explainType(error, tree) {
  const node = treeAt(tree, error.instancePath);
  const expected = [error.params.type].flat();
  const written = node?.kind === "scalar" && node.value !== null && expected.join() === "string" ? node.source : void 0;
  const args = { path: pathText(error.instancePath), expected, actual: typeName(node), ...written === void 0 ? {} : { written } };
  return problem("manifest-type", args, locate(tree, error.instancePath));
}
function typeName(node) {
  if (node?.kind !== "scalar") return node?.kind === "list" ? "array" : "object";
  return node.value === null ? "null" : typeof node.value;
}
function explainPattern(error, tree) {
  const row = PATTERNS.get(error.params.pattern);
  const name = error.propertyName;
  const at = name === void 0 ? locate(tree, error.instancePath) : locateKey(tree, error.instancePath, name);
  const value = name ?? sourceAt(tree, error.instancePath);
  const suggestion = row?.suggestion?.(value) ?? "";
  const fits = suggestion !== value && new RegExp(error.params.pattern, "u").test(suggestion);
  const path = name === void 0 ? pathText(error.instancePath) : `a key of ${pathText(error.instancePath)}`;
  return problem("manifest-pattern", { path, value, expected: row?.expected ?? "", ...fits ? { suggestion } : {} }, at);
}
function explainUrl(error, tree) {
  const args = { path: pathText(error.instancePath), value: sourceAt(tree, error.instancePath) };
  return problem("manifest-url", args, locate(tree, error.instancePath));
}
function explainConst(error, tree) {
  const value = sourceAt(tree, error.instancePath);
  const at = locate(tree, error.instancePath);
  if (error.instancePath === "/version") return problem("manifest-version", { value }, at);
  if (error.instancePath === "/runtime/target" && ANNOUNCED_TARGETS.has(value)) return problem("manifest-runtime-target", { value }, at);
  return explainValue(error, tree, [error.params.allowedValue]);
}
const ANNOUNCED_TARGETS = /* @__PURE__ */ new Set(["vercel-edge", "deno-deploy"]);
function explainDiscriminator(error, tree) {
  const pointer = `${error.instancePath}/${error.params.tag}`;
  const node = treeAt(tree, pointer);
  if (!node) return void 0;
  if (error.params.error === "tag") return explainType({ ...error, instancePath: pointer, params: { type: "string" } }, tree);
  return explainValue({ ...error, instancePath: pointer }, tree, discriminatorValues(error.parentSchema ?? {}, error.params.tag));
}
function explainValue(error, tree, allowed) {
  const value = sourceAt(tree, error.instancePath);
  const known = allowed.map(String);
  const args = { path: pathText(error.instancePath), value, allowed: known, suggestions: (0,suggest/* suggest */.Z)(value, known) };
  return problem("manifest-value", args, locate(tree, error.instancePath));
}
function explainRange(bound, unit) {
  return (error, tree) => {
    const name = error.propertyName;
    const at = name === void 0 ? locate(tree, error.instancePath) : locateKey(tree, error.instancePath, name);
    return problem("manifest-range", { path: pathText(error.instancePath), bound, limit: error.params.limit, unit }, at);
  };
}
function sourceAt(tree, pointer) {
  const node = treeAt(tree, pointer);
  return node?.kind === "scalar" ? node.source : "";
}


;// CONCATENATED MODULE: ./.build/build/manifest/explain-errors.js





const MAX_EXPLAINED = 1e3;
function explainErrors(errors, tree) {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath));
  const found = /* @__PURE__ */ new Map();
  for (const error of errors.slice(0, MAX_EXPLAINED)) {
    const saysMore = error.keyword === "type" || !mistyped.has(error.instancePath);
    const explained = saysMore && !isUnknown(error, tree) ? EXPLANATIONS[error.keyword]?.(error, tree) : void 0;
    if (explained) found.set(identityOf(explained), explained);
  }
  return [...found.values()];
}
function isUnknown(error, tree) {
  const pointer = error.keyword === "discriminator" ? `${error.instancePath}/${error.params.tag}` : error.instancePath;
  const node = treeAt(tree, pointer);
  if (node?.kind !== "scalar") return false;
  if (node.unreadable) return true;
  return error.keyword !== "type" && typeof node.value === "string" && holdsPlaceholder(node.value);
}
const EXPLANATIONS = Object.assign(/* @__PURE__ */ Object.create(null), {
  type: explainType,
  required: explainMissing,
  additionalProperties: explainUnknownKey,
  pattern: explainPattern,
  format: explainUrl,
  enum: (error, tree) => explainValue(error, tree, error.params.allowedValues),
  const: explainConst,
  discriminator: explainDiscriminator,
  exactlyOneOf: explainChoice,
  atLeastOneOf: explainChoice,
  minLength: explainRange("at least", "characters"),
  maxLength: explainRange("at most", "characters"),
  minItems: explainRange("at least", "items"),
  maxItems: explainRange("at most", "items"),
  minProperties: explainRange("at least", "keys"),
  maxProperties: explainRange("at most", "keys"),
  minimum: explainRange("at least", ""),
  maximum: explainRange("at most", "")
});


;// CONCATENATED MODULE: ./.build/build/manifest/environments.js









function environmentsOf(root) {
  const base = applyOverlay(root, void 0);
  const overlays = membersAt(root, "/environments").filter(([name]) => name !== BASE_ENVIRONMENT);
  return [{ name: BASE_ENVIRONMENT, tree: base }, ...overlays.map(([name, { value }]) => ({ name, tree: applyOverlay(root, value), base }))];
}
function checkChoice(root, environments, wanted) {
  const known = environments.filter(({ base }) => base).map(({ name }) => name);
  if (wanted === BASE_ENVIRONMENT || known.includes(wanted)) return [];
  const args = { name: wanted, known, suggestions: (0,suggest/* suggest */.Z)(wanted, known) };
  return [problem("manifest-unknown-environment", args, locate(root, "/environments"))];
}
function checkOverlays(root) {
  const errors = validateSchema(tree_valueOf(root)).filter(({ instancePath }) => instancePath.startsWith("/environments"));
  const own = errors.filter(({ instancePath }) => !/^\/environments\/[^/]+\/(?:specs(?:\/|$)|vars\/)/.test(instancePath));
  const reserved = membersAt(root, "/environments").filter(([name]) => name === BASE_ENVIRONMENT);
  return [
    ...explainErrors(own, root),
    ...reserved.map(([name, { key }]) => problem("manifest-environment-reserved", { name }, key))
  ];
}
async function checkWorkerNames(environments) {
  const first = /* @__PURE__ */ new Map();
  const problems = [];
  for (const { name, tree, base } of environments) {
    const workerName = base && await workerNameOf(tree, name);
    if (workerName === void 0) continue;
    const other = first.get(workerName);
    const at = locate(tree, "/deployment/workerName");
    if (other === void 0) first.set(workerName, name);
    else problems.push(inEnvironment(problem("manifest-worker-shared", { workerName, other }, at), name));
  }
  return problems;
}
async function workerNameOf(tree, environment) {
  if (treeAt(tree, "/deployment/workerName")) return textAt(tree, "/deployment/workerName")?.text;
  const name = textAt(tree, "/name");
  return name && defaultWorkerName(name.text, environment);
}


;// CONCATENATED MODULE: ./.build/build/manifest/checks/check-names.js



const UNIQUE = [
  { what: "key id", pointer: "/signing/trustRoots", field: "/kid" },
  { what: "secret", pointer: "/secrets", field: "/name" },
  { what: "tag", pointer: "/tags", field: "/name" }
];
function checkUniqueNames({ tree }) {
  return UNIQUE.flatMap(({ what, pointer, field }) => {
    const first = /* @__PURE__ */ new Map();
    return textsAt(tree, pointer, field).flatMap(({ text, node }) => {
      const before = first.get(text);
      if (!before) first.set(text, node.at);
      return before ? [problem("manifest-duplicate-name", { what, name: text, firstLine: before.line ?? 0 }, node.at)] : [];
    });
  });
}
const BINDING_KINDS = ["durableObjects", "d1Databases", "kvNamespaces", "r2Buckets"];
const KNOWN_BINDINGS = /* @__PURE__ */ new Map([
  ["SESSIONS", { kind: "durableObjects", className: "SessionDO" }],
  ["EVENTS", { kind: "durableObjects", className: "EventStoreDO" }],
  ["BUNDLE", { kind: "durableObjects", className: "BundleDO" }],
  ["AUDIT", { kind: "d1Databases" }],
  ["BUNDLE_CACHE", { kind: "kvNamespaces" }],
  ["SKILL_DATA", { kind: "r2Buckets" }]
]);
function checkBindingNames({ tree }) {
  const first = /* @__PURE__ */ new Map();
  return namesOf(tree).flatMap(({ path, name, at }) => {
    const known = KNOWN_BINDINGS.get(name);
    if (known && path !== `bindings.${known.kind}`) {
      return [problem("manifest-binding-kind", { name, kind: known.kind, path }, at)];
    }
    const before = first.get(name);
    if (!before) first.set(name, { path, line: at.line ?? 0 });
    if (!before || path === "secrets" && before.path === path) return [];
    return [problem("manifest-binding-duplicate", { name, path, firstPath: before.path, firstLine: before.line }, at)];
  });
}
function namesOf(tree) {
  const named = (path) => ({ text, node }) => ({ path, name: text, at: node.at });
  return [
    ...BINDING_KINDS.flatMap((kind) => textsAt(tree, `/bindings/${kind}`, "/binding").map(named(`bindings.${kind}`))),
    ...membersAt(tree, "/bindings/vars").map(([name, { key }]) => ({ path: "bindings.vars", name, at: key })),
    ...textsAt(tree, "/secrets", "/name").map(named("secrets"))
  ];
}
function checkDurableObjectClasses({ tree }) {
  const classes = textsAt(tree, "/bindings/durableObjects", "/className");
  const bindings = textsAt(tree, "/bindings/durableObjects", "/binding");
  if (classes.length !== bindings.length) return [];
  return bindings.flatMap(({ text }, index) => {
    const expected = KNOWN_BINDINGS.get(text)?.className;
    const { text: className, node } = classes[index];
    if (!expected || className === expected) return [];
    return [problem("manifest-durable-object-class", { binding: text, className, expected }, node.at)];
  });
}
function checkAlwaysLoad({ tree }) {
  return textsAt(tree, "/skills/alwaysLoad").flatMap(({ text, node }) => {
    if (/^[a-z0-9][a-z0-9-]*$/.test(text)) return [];
    return [problem("manifest-always-load", { id: text, suggestion: toKebab(text) }, node.at)];
  });
}


;// CONCATENATED MODULE: ./.build/build/manifest/checks/check-references.js




function checkSecrets({ tree }) {
  if (!isComplete(tree, "/secrets", "/name")) return [];
  const declared = new Set(textsAt(tree, "/secrets", "/name").map(({ text }) => text));
  return secretReferences(tree).flatMap(({ path, text, node }) => {
    if (declared.has(text)) return [];
    return [problem("manifest-secret-undeclared", { name: text, path, suggestions: (0,suggest/* suggest */.Z)(text, declared) }, node.at)];
  });
}
const REFERRING = ["/signing", "/specs", "/auth"];
function secretReferences(tree) {
  return REFERRING.flatMap((section) => {
    const node = treeAt(tree, section);
    if (!node) return [];
    return [...scalarsOf(node, section)].flatMap(({ pointer }) => {
      const found = /\/(?:secret|[A-Za-z]+Secret)$/.test(pointer) ? textAt(tree, pointer) : void 0;
      return found ? [{ ...found, path: pathText(pointer) }] : [];
    });
  });
}
function checkNonceKv(context) {
  const { tree } = context;
  const nonceKv = textAt(tree, "/signing/replay/nonceKv");
  if (!nonceKv || !isComplete(tree, "/bindings/kvNamespaces", "/binding")) return [];
  const known = textsAt(tree, "/bindings/kvNamespaces", "/binding").map(({ text }) => text);
  if (known.includes(nonceKv.text)) return [];
  const blamed = isFromOverlay(context, "/bindings/kvNamespaces") ? treeAt(tree, "/bindings/kvNamespaces") : nonceKv.node;
  return [problem("manifest-nonce-kv", { name: nonceKv.text, suggestions: (0,suggest/* suggest */.Z)(nonceKv.text, known) }, blamed.at)];
}
function checkTagFilter({ tree }) {
  if (!treeAt(tree, "/tags") || !isComplete(tree, "/tags", "/name")) return [];
  const known = new Set(textsAt(tree, "/tags", "/name").map(({ text }) => text));
  const named = ["include", "exclude"].flatMap((list) => textsAt(tree, `/skills/tags/${list}`));
  return named.flatMap(
    ({ text, node }) => known.has(text) ? [] : [problem("manifest-tag-unknown", { tag: text, suggestions: (0,suggest/* suggest */.Z)(text, known) }, node.at)]
  );
}
const EARLIEST_DATE = "2024-04-03";
function checkDate({ tree }) {
  const date = textAt(tree, "/runtime/compatibilityDate");
  if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date.text)) return [];
  const facts = { path: "runtime.compatibilityDate", value: date.text };
  if (!isCalendarDay(date.text)) return [problem("manifest-date", facts, date.node.at)];
  return date.text < EARLIEST_DATE ? [problem("manifest-date-early", { ...facts, earliest: EARLIEST_DATE }, date.node.at)] : [];
}
function isCalendarDay(text) {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}


;// CONCATENATED MODULE: ./.build/build/manifest/checks/check-spec-auth.js



const WITH_TOKEN = /* @__PURE__ */ new Set(["oauth", "frontegg", "cloudflareAccess"]);
function checkSpecAuth({ tree }) {
  const provider = textAt(tree, "/auth/provider")?.text;
  return itemsAt(tree, "/specs").flatMap((spec, index) => {
    const auth = treeAt(spec, "/auth");
    if (auth?.kind === "scalar" && auth.value === false) {
      return [problem("manifest-spec-auth-off", { path: `specs[${index}].auth` }, auth.at)];
    }
    return membersAt(spec, "/auth").flatMap(([scheme, { value }]) => {
      const path = `specs[${index}].auth.${scheme}`;
      return [...checkExchange(value, path, provider), ...checkPassthrough(tree, spec, value, path, provider)];
    });
  });
}
function checkExchange(credential, path, provider) {
  const node = treeAt(credential, "/tokenExchange");
  if (!node || provider === void 0 || WITH_TOKEN.has(provider)) return [];
  return [problem("manifest-needs-token", { path, credential: "tokenExchange", provider }, credential.at)];
}
function checkPassthrough(tree, spec, credential, path, provider) {
  const node = treeAt(credential, "/passthrough");
  if (!node || provider === void 0) return [];
  if (provider !== "oauth" && provider !== "frontegg") {
    return [problem("manifest-needs-token", { path, credential: "passthrough", provider }, credential.at)];
  }
  const audience = textAt(tree, `/auth/${provider}/audience`)?.text;
  const baseUrl = textAt(spec, "/baseUrl")?.text;
  const [issuedFor, api] = [originOf(audience), originOf(baseUrl)];
  if (issuedFor === void 0 || api === void 0 || issuedFor === api) return [];
  return [problem("manifest-passthrough-audience", { path, audience: issuedFor, api }, credential.at)];
}
function originOf(text) {
  return text !== void 0 && /^https?:/i.test(text) && URL.canParse(text) ? new URL(text).origin : void 0;
}


;// CONCATENATED MODULE: ./.build/build/manifest/checks/check-manifest.js




const CHECKS = [
  checkUniqueNames,
  checkBindingNames,
  checkDurableObjectClasses,
  checkAlwaysLoad,
  checkSecrets,
  checkNonceKv,
  checkTagFilter,
  checkDate,
  checkDeploymentUrl,
  checkBaseUrls,
  checkTokenUrls,
  checkSpecAuth
];
function checkManifest(context) {
  return CHECKS.flatMap((check) => check(context));
}


;// CONCATENATED MODULE: ./.build/build/manifest/specs/refuse-url.js

function refuseUrl({ field, text, at }) {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(text)) return void 0;
  const file = `openapi/${fileNameOf(text)}`;
  const command = `curl -fsSL --create-dirs -o ${file} ${quote(text)}`;
  return problem("manifest-spec-url", { field, url: text, file: `./${file}`, command }, at);
}
function fileNameOf(text) {
  const url = URL.canParse(text) ? new URL(text) : void 0;
  const last = url?.pathname.split("/").pop() ?? "";
  return /^[\w.-]+\.(?:json|ya?ml)$/i.test(last) ? last : `${url?.hostname.replace(/[^\w.-]/g, "") || "spec"}.json`;
}
function quote(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}


;// CONCATENATED MODULE: ./.build/build/manifest/specs/resolve-file.js


async function resolveFile({ files, directory }, { field, text, at }, wanted) {
  const wrong = (fault, suggestion) => [
    problem("manifest-path", { field, path: text, fault, ...suggestion ? { suggestion } : {} }, at)
  ];
  if (text.includes("\\")) return { problems: wrong("backslash", text.replaceAll("\\", "/")) };
  const path = joinWithin(directory, text);
  if (path === void 0) return { problems: wrong("outside") };
  const kind = await files.kind(path);
  if (kind === wanted) return { path, problems: [] };
  if (kind === "absent") return { path, problems: wrong("absent", await nearby(files, path, text, wanted)) };
  return { path, problems: wrong(kind === "outside" ? "outside" : kind === "file" ? "is-file" : "is-directory") };
}
function joinWithin(directory, path) {
  if (/^(?:\/|[A-Za-z]:)/.test(path) || path.includes("\0")) return void 0;
  const segments = [];
  for (const segment of `${directory}/${path}`.normalize("NFC").split("/")) {
    if (segment === ".." && segments.pop() === void 0) return void 0;
    if (segment !== ".." && segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}
async function nearby(files, path, text, wanted) {
  if (wanted === "directory") return void 0;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  if (await files.kind(folder) !== "directory") return void 0;
  const walk = await files.walk(folder);
  const nameOf = (file) => folder === "" ? file : file.slice(folder.length + 1);
  const names = walk.files.map((file) => nameOf(file.path)).filter((name) => !name.includes("/"));
  const [best] = (0,suggest/* suggest */.Z)(nameOf(path), names);
  return best === void 0 ? void 0 : text.slice(0, text.lastIndexOf("/") + 1) + best;
}


;// CONCATENATED MODULE: ./.build/build/manifest/specs/list-specs.js






async function listSpecs(tree, files) {
  const specs = treeAt(tree, "/specs");
  if (specs?.kind === "list") {
    return join(await Promise.all(specs.items.map((item, index) => listItem(item, `specs[${index}]`, files))));
  }
  const directory = specs && textAt(specs, "");
  return directory ? listDirectory({ field: "specs", text: directory.text, at: directory.node.at }, files) : join([]);
}
async function listItem(item, field, files) {
  const path = textAt(item, item.kind === "map" ? "/spec" : "");
  if (!path) return join([]);
  const written = { field: item.kind === "map" ? `${field}.spec` : field, text: path.text, at: path.node.at };
  const { path: file, problems } = await resolveSpec(files, written, "file");
  const drafted = file === void 0 && item.kind !== "map" ? join([]) : draft(item, file ?? path.text, problems.length === 0);
  return join([{ drafts: [], problems }, drafted]);
}
async function resolveSpec(files, written, wanted) {
  const refusal = refuseUrl(written);
  return refusal ? { problems: [refusal] } : resolveFile(files, written, wanted);
}
function draft(item, file, readable) {
  if (item.kind !== "map") return fromFile(file, item.at, readable);
  const id = textAt(item, "/id");
  if (!id) return join([]);
  const bindingName = textAt(item, "/bindingName");
  const made = {
    id: id.text,
    idAt: id.node.at,
    file,
    readable,
    ...bindingName ? { bindingName: bindingName.text } : {},
    bindingAt: bindingName?.node.at ?? id.node.at,
    entry: tree_valueOf(item),
    location: item.at
  };
  return { drafts: [made], problems: [] };
}
function fromFile(file, at, readable) {
  const id = toSpecId(file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]*$/, ""));
  if (id === "") return { drafts: [], problems: [problem("manifest-spec-id", { file }, at)] };
  return { drafts: [{ id, idAt: at, file, readable, bindingAt: at, entry: {}, location: at }], problems: [] };
}
async function listDirectory(written, files) {
  const { path: directory, problems } = await resolveSpec(files, written, "directory");
  if (directory === void 0 || problems.length > 0) return { drafts: [], problems };
  const walk = await files.files.walk(directory);
  const found = walk.files.filter(({ path }) => isSpecIn(directory, path)).map(({ path }) => fromFile(path, written.at, true));
  const faults = walk.problems.filter((fault) => concerns(fault, directory)).map((fault) => walkProblem(fault, written.at));
  const listed = join([...found, { drafts: [], problems: faults }]);
  if (listed.drafts.length > 0 || faults.length > 0) return listed;
  return { ...listed, problems: [...listed.problems, problem("manifest-specs-empty", { path: written.text }, written.at)] };
}
function isSpecIn(directory, path) {
  const prefix = directory === "" ? "" : `${directory}/`;
  return path.startsWith(prefix) && /^[^/]+\.(?:json|ya?ml)$/i.test(path.slice(prefix.length));
}
function concerns({ path, problem: fault }, directory) {
  if (fault === "case-collision" || fault === "reserved-name") return false;
  return fault === "too-many" || path === directory || isSpecIn(directory, path);
}
function walkProblem({ path, problem: fault, detail }, at) {
  return problem("manifest-spec-walk", { path, fault, ...detail === void 0 ? {} : { detail } }, at);
}
function join(parts) {
  return { drafts: parts.flatMap(({ drafts }) => drafts), problems: parts.flatMap(({ problems }) => problems) };
}


;// CONCATENATED MODULE: ./.build/build/manifest/specs/reserved-names.js
const RESERVED_WORDS = "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield";
const SCOPE = "console Math JSON Object Array String Number Boolean Promise Symbol Map Set WeakMap WeakSet Date Error RegExp globalThis global window self undefined callTool getTool mcpLog mcpNotify codecallContext NaN Infinity parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent structuredClone URLSearchParams BigInt Iterator";
const REFUSED = "Function AsyncFunction GeneratorFunction process require module exports Buffer fetch XMLHttpRequest WebSocket Proxy Reflect WebAssembly Atomics SharedArrayBuffer setTimeout setInterval setImmediate clearTimeout clearInterval queueMicrotask Intl crypto performance constructor prototype __proto__ codecall";
const RESERVED_BINDINGS = new Set(`${RESERVED_WORDS} ${SCOPE} ${REFUSED}`.split(" "));


;// CONCATENATED MODULE: ./.build/build/manifest/specs/name-specs.js



const MAX_BINDING_LENGTH = 64;
function nameSpecs(drafts) {
  const ids = /* @__PURE__ */ new Map();
  const bindings = /* @__PURE__ */ new Map();
  const problems = [];
  const specs = [];
  for (const spec of drafts) {
    const named = { ...spec, binding: spec.bindingName ?? toIdentifier(spec.id) };
    const fault = duplicateId(named, ids) ?? bindingFault(named) ?? duplicateBinding(named, bindings);
    if (fault) problems.push(fault);
    if (!ids.has(spec.id.toLowerCase())) ids.set(spec.id.toLowerCase(), spec);
    if (fault?.code === "manifest-spec-duplicate") continue;
    if (!bindings.has(named.binding.toLowerCase())) bindings.set(named.binding.toLowerCase(), named);
    specs.push(named);
  }
  return { specs, problems };
}
function duplicateId(spec, ids) {
  const other = ids.get(spec.id.toLowerCase());
  if (!other) return void 0;
  const args = { id: spec.id, file: spec.file, otherId: other.id, otherFile: other.file, ...lineOf(other.idAt, spec.idAt) };
  return problem("manifest-spec-duplicate", args, spec.idAt);
}
function bindingFault({ id, binding, bindingName, bindingAt }) {
  if (RESERVED_BINDINGS.has(binding)) {
    return problem("manifest-spec-binding", { id, binding, fault: "reserved" }, bindingAt);
  }
  if (bindingName !== void 0) return void 0;
  const fault = binding === "" ? "empty" : binding.length > MAX_BINDING_LENGTH ? "long" : void 0;
  return fault && problem("manifest-spec-binding", { id, binding, fault }, bindingAt);
}
function duplicateBinding(spec, bindings) {
  const other = bindings.get(spec.binding.toLowerCase());
  if (!other) return void 0;
  const args = { binding: spec.binding, id: spec.id, otherId: other.id, ...lineOf(other.bindingAt, spec.bindingAt) };
  return problem("manifest-spec-binding-duplicate", args, spec.bindingAt);
}
function lineOf(first, second) {
  return first.line === void 0 || first === second ? {} : { firstLine: first.line };
}


;// CONCATENATED MODULE: ./.build/build/manifest/specs/read-specs.js



async function readSpecs(tree, files) {
  const { drafts, problems } = await listSpecs(tree, files);
  const named = nameSpecs(drafts);
  return { specs: named.specs.map(sourceOf), problems: [...problems, ...named.problems] };
}
function sourceOf({ id, binding, file, readable, entry, location }) {
  const { baseUrl, auth } = entry;
  return {
    id,
    binding,
    file,
    ...readable ? {} : { unreadable: true },
    ...baseUrl === void 0 ? {} : { baseUrl: URL.canParse(baseUrl) ? baseOf(baseUrl) : baseUrl },
    ...auth === void 0 ? {} : { auth: structuredClone(auth) },
    readOnly: entry.readOnly ?? false,
    server: entry.server ?? 0,
    serverVariables: { ...entry.serverVariables },
    strict: entry.strict ?? false,
    location
  };
}


;// CONCATENATED MODULE: ./.build/build/manifest/inspect-environment.js







const DEFAULT_SKILLS_SOURCE = "./skills/";
async function inspectEnvironment(context, files) {
  const { tree } = context;
  const shape = explainErrors(validateSchema(tree_valueOf(tree)), tree);
  const named = await readNamedFiles(tree, files);
  return [...shape, ...checkManifest(context), ...named.problems];
}
async function readNamedFiles(tree, files) {
  const specs = await readSpecs(tree, files);
  const skills = await findSkills(tree, files);
  return { ...specs, ...skills, problems: [...specs.problems, ...skills.problems] };
}
async function findSkills(tree, files) {
  const source = treeAt(tree, "/skills/source");
  const text = source ? textAt(source, "")?.text : DEFAULT_SKILLS_SOURCE;
  if (text === void 0) return { problems: [] };
  const at = source?.at ?? locate(tree, "/skills");
  const { path, problems } = await resolveFile(files, { field: "skills.source", text, at }, "directory");
  return { ...path === void 0 ? {} : { skillsDirectory: path }, problems };
}


;// CONCATENATED MODULE: ./.build/build/manifest/read-manifest-file.js
const MAX_MANIFEST_BYTES = 1024 * 1024;
async function readManifestFile(files, path, sink) {
  const content = await files.read(path, { maxBytes: MAX_MANIFEST_BYTES });
  const location = { file: path };
  if (!content.ok) {
    const { fault, detail } = content;
    if (fault === "absent") sink.report("manifest-absent", { path }, location);
    else if (fault === "too-large") sink.report("manifest-too-large", { path, maxBytes: MAX_MANIFEST_BYTES }, location);
    else sink.report("manifest-unreadable", { path, fault, ...detail === void 0 ? {} : { detail } }, location);
    return void 0;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content.bytes);
  } catch {
    sink.report("manifest-encoding", { path }, location);
    return void 0;
  }
}


// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./.build/build/diagnostics/positions-yaml.js
function locateYamlNode(positions, node) {
  const range = hasRange(node) ? node.range : void 0;
  return range ? positions.at(range[0], range[1]) : positions.at(0);
}
function hasRange(node) {
  return typeof node === "object" && node !== null && "range" in node;
}


;// CONCATENATED MODULE: ./.build/build/diagnostics/positions.js
function createPositions(file, text) {
  const starts = lineStarts(text);
  return {
    at(start, end = start) {
      const from = pointAt(starts, clamp(start, text.length));
      const to = pointAt(starts, clamp(Math.max(start, end), text.length));
      return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    }
  };
}
function lineStarts(text) {
  const starts = [0];
  for (let index = text.indexOf("\n"); index !== -1; index = text.indexOf("\n", index + 1)) starts.push(index + 1);
  return starts;
}
function pointAt(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low] + 1 };
}
function clamp(offset, length) {
  return Math.min(Math.max(offset, 0), length);
}


;// CONCATENATED MODULE: ./.build/build/manifest/read-tree.js




const MAX_DEPTH = 64;
const MAX_VALUES = 1e5;
const MAX_SYNTAX_ERRORS = 10;
function readTree(text, file, sink) {
  const positions = createPositions(file, text);
  const document = parse(text);
  if (reportSyntax(document, positions, sink)) return void 0;
  if (!document.contents) {
    sink.report("manifest-empty", {}, positions.at(0));
    return void 0;
  }
  return read(document.contents, { positions, sink, anchors: /* @__PURE__ */ new Map(), open: /* @__PURE__ */ new Set(), values: 0 }, 0);
}
function parse(text) {
  return (0,dist/* parseDocument */.Tp)(text, {
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    // Quadratic in the library; the reader below finds duplicates and says where the first one stands.
    uniqueKeys: false,
    prettyErrors: false
  });
}
function reportSyntax(document, positions, sink) {
  for (const { code, message, pos } of document.errors.slice(0, MAX_SYNTAX_ERRORS)) {
    const location = positions.at(pos[0], pos[1]);
    if (code === "RESOURCE_EXHAUSTION") sink.report("manifest-too-deep", { limit: MAX_DEPTH }, location);
    else if (code === "MULTIPLE_DOCS") sink.report("manifest-several-documents", {}, location);
    else sink.report("manifest-yaml", { detail: message }, location);
    if (code === "RESOURCE_EXHAUSTION") break;
  }
  return document.errors.length > 0;
}
function read(node, reading, depth) {
  const at = locateYamlNode(reading.positions, node);
  if (!withinLimits(at, reading, depth)) return unreadable(at);
  if ((0,dist/* isAlias */.Vj)(node)) return readAlias(node.source, at, reading, depth);
  if (node.anchor) reading.anchors.set(node.anchor, node);
  if (node.tag !== void 0 && !isJsonTag(node.tag)) {
    reading.sink.report("manifest-tag", { tag: node.tag }, at);
    return unreadable(at);
  }
  reading.open.add(node);
  const tree = (0,dist/* isScalar */.jn)(node) ? readScalar(node, at, reading) : readCollection(node, at, reading, depth);
  reading.open.delete(node);
  return tree;
}
function withinLimits(at, reading, depth) {
  reading.values += 1;
  if (depth > MAX_DEPTH) reading.sink.report("manifest-too-deep", { limit: MAX_DEPTH }, at);
  if (reading.values === MAX_VALUES + 1) reading.sink.report("manifest-too-many-values", { limit: MAX_VALUES }, at);
  return depth <= MAX_DEPTH && reading.values <= MAX_VALUES;
}
function readAlias(name, at, reading, depth) {
  const target = reading.anchors.get(name);
  if (target && !reading.open.has(target)) return { ...read(target, reading, depth + 1), at };
  reading.sink.report("manifest-alias", { name, problem: target ? "cycle" : "unknown" }, at);
  return unreadable(at);
}
function readCollection(node, at, reading, depth) {
  if ((0,dist/* isMap */.jh)(node)) return readMap(node.items, at, reading, depth);
  if (!(0,dist/* isSeq */.oP)(node)) return unreadable(at);
  return { kind: "list", items: node.items.map((item) => read(item, reading, depth + 1)), at };
}
function readMap(pairs, at, reading, depth) {
  const entries = /* @__PURE__ */ new Map();
  for (const pair of pairs) {
    const keyAt = locateYamlNode(reading.positions, pair.key);
    const key = readKey(pair.key, keyAt, entries, reading);
    const value = pair.value ? read(pair.value, reading, depth + 1) : nullAt(keyAt);
    if (key !== void 0) entries.set(key, { key: keyAt, value });
  }
  return { kind: "map", entries, at };
}
function readKey(node, at, seen, reading) {
  const { sink } = reading;
  if (!(0,dist/* isScalar */.jn)(node) || node.value === null) {
    sink.report("manifest-key", { key: "" }, at);
    return void 0;
  }
  if (node.anchor) reading.anchors.set(node.anchor, node);
  const key = read_tree_sourceOf(node);
  const first = seen.get(key);
  if (key === "<<") sink.report("manifest-merge-key", {}, at);
  else if (encoding_json/* FORBIDDEN_KEYS */.p5.has(key)) sink.report("manifest-key", { key }, at);
  else if (first) sink.report("manifest-duplicate-key", { key, firstLine: first.key.line ?? 0 }, at);
  else return key;
  return void 0;
}
function readScalar(node, at, reading) {
  const { value } = node;
  const source = read_tree_sourceOf(node);
  if (typeof value === "number" && !isExact(value)) {
    reading.sink.report("manifest-number", { source }, at);
    return unreadable(at);
  }
  const isJson = value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isJson ? { kind: "scalar", value, source, at } : unreadable(at);
}
function nullAt(at) {
  return { kind: "scalar", value: null, source: "", at };
}
function unreadable(at) {
  return { ...nullAt(at), unreadable: true };
}
function read_tree_sourceOf(node) {
  return typeof node.value === "string" ? node.value : node.source ?? String(node.value);
}
function isExact(value) {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
const JSON_TAGS = /* @__PURE__ */ new Set(["str", "int", "float", "bool", "null", "map", "seq"]);
function isJsonTag(tag) {
  const prefix = "tag:yaml.org,2002:";
  return tag === "!" || tag.startsWith(prefix) && JSON_TAGS.has(tag.slice(prefix.length));
}


;// CONCATENATED MODULE: ./.build/build/manifest/repair-manifest.js


const STAND_INS = {
  version: 1,
  name: "invalid",
  runtime: { target: "cloudflare-worker", compatibilityDate: "2026-01-01" },
  server: { info: { name: "invalid", version: "0.0.0" } },
  classification: void 0,
  tags: void 0,
  bindings: {},
  signing: { algorithm: "ed25519", trustRoots: [], replay: { nonceKv: "INVALID" } },
  auth: { provider: "apiKey", apiKey: { allowlistSecret: "INVALID" } },
  secrets: void 0,
  deployment: void 0,
  execution: void 0
};
function repairManifest(tree) {
  const pruned = validateSchema(tree_valueOf(tree)).reduce(prune, tree);
  const errors = validateSchema(tree_valueOf(pruned));
  const broken = new Set(errors.map(sectionOf));
  if (broken.has("specs") || broken.has("skills")) return void 0;
  const manifest = { ...tree_valueOf(pruned) };
  for (const [section, standIn] of Object.entries(STAND_INS)) {
    if (!broken.has(section)) continue;
    if (standIn === void 0) delete manifest[section];
    else manifest[section] = standIn;
  }
  return { tree: pruned, manifest: structuredClone(manifest) };
}
function prune(tree, { instancePath, keyword, params }) {
  const [section, first, second] = segmentsOf(instancePath);
  const key = keyword === "additionalProperties" ? params.additionalProperty : void 0;
  if (section === "skills") return without(tree, keyword === "type" && first === void 0 ? [section] : [section, first ?? key]);
  const field = second ?? key;
  if (section !== "specs" || first === void 0 || field === "id" || field === "spec") return tree;
  if (field !== "auth") return without(tree, [section, first, field]);
  const nothing = { kind: "scalar", value: false, source: "false", at: locate(tree, `/specs/${first}/auth`) };
  return replaceAt(tree, [section, first, field], nothing);
}
function without(tree, path) {
  const known = path.filter((segment) => segment !== void 0);
  return known.length === path.length ? replaceAt(tree, known, void 0) : tree;
}
function sectionOf({ instancePath, params }) {
  return instancePath === "" ? String(params.missingProperty ?? "") : instancePath.split("/")[1];
}


;// CONCATENATED MODULE: ./.build/build/manifest/specs/remember-files.js
function rememberFiles(files) {
  const kinds = /* @__PURE__ */ new Map();
  const walks = /* @__PURE__ */ new Map();
  return {
    label: files.label,
    read: (path, limit) => files.read(path, limit),
    kind: (path) => remember(kinds, path, () => files.kind(path)),
    walk: (directory) => remember(walks, directory, () => files.walk(directory))
  };
}
function remember(known, key, make) {
  const before = known.get(key);
  if (before !== void 0) return before;
  const made = make();
  known.set(key, made);
  return made;
}


;// CONCATENATED MODULE: ./.build/build/manifest/stand-ins.js



const STAND_IN_DATE = "2026-01-01";
function fillStandIns(tree, variables) {
  const errors = validateSchema(tree_valueOf(tree));
  const replaced = mapScalars(tree, (scalar, pointer) => {
    if (typeof scalar.value !== "string" || !holdsPlaceholder(scalar.value)) return scalar;
    const complaints = errors.filter(({ instancePath }) => instancePath === pointer);
    return { ...scalar, value: standIn(scalar.value, complaints, variables) };
  });
  return replaced;
}
function standIn(text, complaints, variables) {
  const host = replacePlaceholders(text, (name) => variableValue(variables, name) ?? `${hostLabel(name)}.placeholder.invalid`);
  const label = replacePlaceholders(text, (name) => variableValue(variables, name) ?? `placeholder-${hostLabel(name)}`);
  const allowed = complaints.flatMap(({ params }) => params.allowedValues ?? params.allowedValue ?? []);
  const candidates = [host, `https://${hostLabel(text)}.placeholder.invalid`, label, label.toUpperCase().replaceAll("-", "_"), STAND_IN_DATE];
  return [...candidates, ...allowed.map(String)].find((candidate) => complaints.every((error) => satisfies(candidate, error))) ?? host;
}
function satisfies(candidate, { keyword, params, schema }) {
  if (keyword === "pattern") return new RegExp(params.pattern, "u").test(candidate);
  if (keyword === "format") return URL.canParse(candidate);
  if (keyword === "maxLength") return candidate.length <= params.limit;
  if (keyword === "enum") return params.allowedValues.includes(candidate);
  return keyword === "const" ? schema === candidate : true;
}
function hostLabel(name) {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40) || "variable";
}


;// CONCATENATED MODULE: ./.build/build/manifest/read-manifest.js














async function readManifest(files, path, options, sink) {
  const file = joinWithin("", path) ?? path;
  const text = await readManifestFile(files, file, sink);
  const root = text === void 0 ? void 0 : readTree(text, file, sink);
  if (root && root.kind !== "map") {
    const actual = root.kind === "list" ? "array" : root.value === null ? "null" : typeof root.value;
    sink.report("manifest-type", { path: "the manifest", expected: ["object"], actual }, root.at);
  }
  if (root?.kind !== "map") return void 0;
  const named = { files: rememberFiles(files), directory: file.split("/").slice(0, -1).join("/") };
  const { problems, chosen } = await inspect(root, named, options);
  reportAll(problems, sink);
  return chosen && complete(file, chosen, named, options);
}
async function inspect(root, files, { environment: wanted = BASE_ENVIRONMENT, variables, placeholders }) {
  const environments = environmentsOf(root);
  const problems = [
    ...checkChoice(root, environments, wanted),
    ...checkOverlays(root),
    ...checkPlaceholders(root, new Set(textsAt(root, "/secrets", "/name").map(({ text }) => text))),
    ...await checkWorkerNames(environments)
  ];
  const said = /* @__PURE__ */ new Set();
  let chosen;
  for (const { name, tree, base } of environments) {
    if (name === wanted) chosen = { ...fillVariables(tree, variables), environment: name };
    const filled = name === wanted ? chosen : void 0;
    const found = await inspectEnvironment({ tree: filled?.tree ?? tree, base }, files);
    const missing = placeholders ? [] : filled?.problems ?? [];
    problems.push(...newProblems([...found, ...missing], base && name, said));
  }
  return { problems, chosen };
}
function newProblems(found, environment, said) {
  if (environment !== void 0) {
    return found.filter((each) => !said.has(identityOf(each))).map((each) => inEnvironment(each, environment));
  }
  for (const each of found) said.add(identityOf(each));
  return [...found];
}
async function complete(file, { tree: filled, used, missing, environment }, files, { variables }) {
  const repaired = repairManifest(missing.size > 0 ? fillStandIns(filled, variables) : filled);
  if (!repaired) return void 0;
  const { tree, manifest } = repaired;
  const { specs, skillsDirectory } = await readNamedFiles(tree, files);
  if (skillsDirectory === void 0) return void 0;
  const { skills, classification } = manifest;
  return {
    name: manifest.name,
    environment,
    file,
    hot: hotPart(manifest),
    structural: await effective_manifest_structuralPart(manifest, environment),
    specs,
    skillsDirectory,
    skillTags: { include: skills?.tags?.include ?? [], exclude: skills?.tags?.exclude ?? [] },
    classificationRules: (classification?.rules ?? []).map((rule, index) => ({
      ...rule,
      location: locate(tree, `/classification/rules/${index}`)
    })),
    usedVariables: [...used].sort(),
    placeholders: [...missing].sort(),
    locate: (pointer) => locate(tree, pointer)
  };
}


;// CONCATENATED MODULE: ./.build/build/openapi/classify/match-glob.js
function matchesGlob(glob, text) {
  const tokens = glob.split(/(\*\*|\*)/).flatMap((piece, index) => index % 2 === 1 ? [piece] : [...piece]);
  let states = closure(/* @__PURE__ */ new Set([0]), tokens);
  for (const character of text) {
    const next = /* @__PURE__ */ new Set();
    for (const state of states) {
      const token = tokens[state];
      if (token === "**" || token === "*" && character !== "/") next.add(state);
      else if (token === character) next.add(state + 1);
    }
    states = closure(next, tokens);
  }
  return states.has(tokens.length);
}
function closure(states, tokens) {
  for (const state of states) if (tokens[state] === "*" || tokens[state] === "**") states.add(state + 1);
  return states;
}


;// CONCATENATED MODULE: ./.build/build/openapi/classify/rules.js

function createRuleBook(rules) {
  const unused = new Set(rules);
  const compiled = rules.map((rule) => {
    const [, method = "", glob = ""] = /^(\S+)\s+(\S.*)$/.exec(rule.match.trim()) ?? [];
    return { rule, method: method.toUpperCase(), glob: normal(glob) };
  });
  const matches = ({ method, glob }, operation) => (method === "*" || method === operation.method) && matchesGlob(glob, normal(operation.path));
  return {
    ruleFor: (operation) => compiled.find((entry) => matches(entry, operation))?.rule,
    see(operations) {
      for (const entry of compiled) {
        if (unused.has(entry.rule) && operations.some((operation) => matches(entry, operation)))
          unused.delete(entry.rule);
      }
    },
    unused: () => [...unused]
  };
}
function normal(path) {
  return path.replace(/\{[^{}]*\}/g, "{}").replace(/(?<=.)\/$/, "");
}


;// CONCATENATED MODULE: ./.build/build/openapi/limits.js
const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
const MAX_PATHS = 15e4;
const MAX_STRICT_VALUES = 12e6;
const MAX_STRICT_PATHS = 2e4;
const MAX_NESTING = 500;
const MAX_FILES = 1e4;
const MAX_REFERENCE_HOPS = 64;
const MAX_SCHEMA_DEPTH = 20;
const MAX_SCHEMA_NODES = 8e3;
const MAX_OUTPUT_SCHEMAS_LENGTH = 512 * 1024;
const MAX_SCHEMA_TEXT = { input: 1e3, output: 300 };
const MAX_SUMMARY_LENGTH = 1024;
const MAX_DESCRIPTION_LENGTH = 8192;
const MAX_NAME_LENGTH = 48;
const MAX_PATH_LENGTH = 2048;


;// CONCATENATED MODULE: ./.build/build/openapi/document/pointer.js
function parsePointer(pointer) {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) return void 0;
  const segments = pointer.slice(1).split("/");
  return pointer.includes("~") ? segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~")) : segments;
}


;// CONCATENATED MODULE: ./.build/build/openapi/document/json-offset.js
const BLANK = /[ \t\n\r]*/y;
const QUOTE = 34;
const BACKSLASH = 92;
const CURLY = 32;
const OPEN = 123;
const CLOSE = 125;
function createJsonFinder(text) {
  const containers = /* @__PURE__ */ new Map();
  return (path) => {
    let offset = blankEnd(text, 0);
    let place = { start: offset, end: offset };
    for (const key of path) {
      const container = containers.get(offset) ?? { known: /* @__PURE__ */ new Map(), next: blankEnd(text, offset + 1) };
      containers.set(offset, container);
      const found = findKey(text, offset, container, key);
      if (!found) break;
      place = found.place;
      offset = found.value;
    }
    return place;
  };
}
function findKey(text, open, container, key) {
  const { known } = container;
  const read = text[open] === "{" ? readMember : text[open] === "[" ? readItem : void 0;
  while (read && !known.has(key)) {
    const next = read(text, container);
    if (!next) return void 0;
    if (!known.has(next.key)) known.set(next.key, next);
    container.next = nextMember(text, next.value);
  }
  return known.get(key);
}
function readMember(text, { next }) {
  if (text[next] !== '"') return void 0;
  const end = stringEnd(text, next);
  const value = blankEnd(text, blankEnd(text, end) + 1);
  return { key: JSON.parse(text.slice(next, end)), place: { start: next, end }, value };
}
function readItem(text, { next, known }) {
  if (next >= text.length || text[next] === "]") return void 0;
  return { key: String(known.size), place: { start: next, end: next + 1 }, value: next };
}
function nextMember(text, value) {
  const end = blankEnd(text, valueEnd(text, value));
  return text[end] === "," ? blankEnd(text, end + 1) : end;
}
function valueEnd(text, start) {
  if (text[start] === '"') return stringEnd(text, start);
  if (text[start] !== "{" && text[start] !== "[") {
    let end = start;
    while (end < text.length && !/[\s,\]}]/.test(text[end])) end += 1;
    return end;
  }
  return bracketEnd(text, start);
}
function bracketEnd(text, start) {
  let depth = 0;
  for (let offset = start; offset < text.length; offset += 1) {
    const unit = text.charCodeAt(offset);
    if (unit === QUOTE) offset = stringEnd(text, offset) - 1;
    else if ((unit | CURLY) === OPEN) depth += 1;
    else if ((unit | CURLY) === CLOSE) {
      depth -= 1;
      if (depth === 0) return offset + 1;
    }
  }
  return text.length;
}
function stringEnd(text, start) {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1))
    if (!isEscaped(text, end)) return end + 1;
  return text.length;
}
function isEscaped(text, offset) {
  let before = offset;
  while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
  return (offset - before) % 2 === 1;
}
function blankEnd(text, offset) {
  BLANK.lastIndex = offset;
  BLANK.exec(text);
  return BLANK.lastIndex;
}


// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./.build/build/openapi/document/mostly-ascii.js

const SMALL_BYTES = 128;
const MOST_STRETCHES = 1e4;
const MOST_LEADING_BYTES = 1024;
function parseMostlyAscii(bytes) {
  const text = beginsAsJson(bytes) && !(0,external_node_buffer_.isAscii)(bytes) ? escapedText(bytes) : void 0;
  if (text === void 0) return void 0;
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function beginsAsJson(bytes) {
  const first = bytes.subarray(0, MOST_LEADING_BYTES).find((byte) => byte > 32);
  return first === 123 || first === 91;
}
function escapedText(bytes) {
  const source = external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stretches = stretchesBeyondAscii(source);
  if (!stretches || stretches.some(([start]) => source[start - 1] === 92)) return void 0;
  const length = stretches.reduce((sum, [start, end]) => sum + (end - start) * 6, source.length);
  const copy = external_node_buffer_.Buffer.allocUnsafeSlow(length);
  let [written, from] = [0, 0];
  for (const [start, end] of stretches) {
    written += source.copy(copy, written, from, start);
    written += copy.write(escaped(source.toString("utf8", start, end)), written, "latin1");
    from = end;
  }
  written += source.copy(copy, written, from);
  return copy.toString("latin1", 0, written);
}
function escaped(text) {
  return Array.from({ length: text.length }, (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
}
function stretchesBeyondAscii(source) {
  const found = [];
  collect(source, 0, source.length, found);
  return found.length > MOST_STRETCHES ? void 0 : found;
}
function collect(source, start, end, found) {
  if (found.length > MOST_STRETCHES || (0,external_node_buffer_.isAscii)(source.subarray(start, end))) return;
  if (end - start > SMALL_BYTES) {
    const middle = start + end >> 1;
    collect(source, start, middle, found);
    collect(source, middle, end, found);
    return;
  }
  for (let at = start; at < end; at += 1) {
    if (source[at] < 128) continue;
    const last = found.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
}


// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(3243);
;// CONCATENATED MODULE: ./.build/build/openapi/document/json-fault.js
const TOKEN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{}:,]/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const json_fault_BLANK = /[ \t\n\r]*/y;
const EXPECTED = {
  value: "expected a value",
  item: 'expected a value or "]"',
  key: 'expected a property name in double quotes or "}"',
  member: "expected a property name in double quotes",
  colon: 'expected ":"',
  after: 'expected "," or the closing bracket',
  end: "expected the end of the file"
};
function findJsonFault(text) {
  const open = [];
  let expectation = "value";
  for (let offset = json_fault_blankEnd(text, 0); offset < text.length; ) {
    const token = tokenAt(text, offset);
    if (token && "fault" in token) return { offset: token.fault, reason: token.reason };
    const next = token && advance(expectation, token.text, open);
    if (!token || !next) return { offset, reason: EXPECTED[expectation] };
    expectation = next;
    offset = json_fault_blankEnd(text, token.end);
  }
  return expectation === "end" ? void 0 : { offset: text.length, reason: `${EXPECTED[expectation]}, got the end of the file` };
}
function tokenAt(text, offset) {
  if (text[offset] === '"') return stringAt(text, offset);
  TOKEN.lastIndex = offset;
  const token = TOKEN.exec(text)?.[0];
  return token === void 0 ? void 0 : { text: token, end: offset + token.length };
}
function stringAt(text, start) {
  for (let offset = start + 1; offset < text.length; offset += 1) {
    if (text[offset] === '"') return { text: '"', end: offset + 1 };
    if (text.charCodeAt(offset) < 32)
      return { fault: offset, reason: "a string holds a line break or control character" };
    if (text[offset] !== "\\") continue;
    ESCAPE.lastIndex = offset;
    const escape = ESCAPE.exec(text)?.[0];
    if (escape === void 0) return { fault: offset, reason: "a string holds an escape that JSON does not know" };
    offset += escape.length - 1;
  }
  return { fault: start, reason: "this string does not end" };
}
function json_fault_blankEnd(text, offset) {
  json_fault_BLANK.lastIndex = offset;
  json_fault_BLANK.exec(text);
  return json_fault_BLANK.lastIndex;
}
function advance(expectation, token, open) {
  const isString = token.startsWith('"');
  switch (expectation) {
    case "end":
      return void 0;
    case "colon":
      return token === ":" ? "value" : void 0;
    case "key":
      if (token === "}") return json_fault_close(open);
      return isString ? "colon" : void 0;
    case "member":
      return isString ? "colon" : void 0;
    case "after":
      if (token === ",") return open.at(-1) === "{" ? "member" : "value";
      return token === (open.at(-1) === "{" ? "}" : "]") ? json_fault_close(open) : void 0;
    case "item":
      if (token === "]") return json_fault_close(open);
      return value(token, open);
    case "value":
      return value(token, open);
  }
}
function value(token, open) {
  if (token === "{" || token === "[") {
    open.push(token);
    return token === "{" ? "key" : "item";
  }
  return /^[\]}:,]/.test(token) ? void 0 : afterValue(open);
}
function json_fault_close(open) {
  open.pop();
  return afterValue(open);
}
function afterValue(open) {
  return open.length === 0 ? "end" : "after";
}


;// CONCATENATED MODULE: ./.build/build/openapi/document/parse-text.js



function parseText(text, path) {
  if (!/^\s*[[{]/.test(text)) return parseYaml(text);
  try {
    return { ok: true, format: "json", root: JSON.parse(text) };
  } catch (error) {
    if (/\.ya?ml$/i.test(path)) return parseYaml(text);
    return jsonFault(text, path, error);
  }
}
function jsonFault(text, path, error) {
  const fault = findJsonFault(text);
  if (!fault) return { ok: false, reason: error instanceof Error ? error.message : "it is no JSON" };
  const { line, column } = createPositions(path, text).at(fault.offset);
  return { ok: false, reason: fault.reason, line, column };
}
function parseYaml(text) {
  try {
    const root = (0,js_yaml/* load */.Hh)(text, { schema: js_yaml/* CORE_SCHEMA */.OU, json: true });
    return { ok: true, format: "yaml", root: root ?? null };
  } catch (error) {
    if (error instanceof js_yaml/* YAMLException */.tB) return yamlFault(error);
    if (error instanceof RangeError) return { ok: false, reason: "it is nested too deeply" };
    throw error;
  }
}
function yamlFault({ reason, mark }) {
  const place = mark ? { line: mark.line + 1, column: mark.column + 1 } : {};
  return { ok: false, reason: reason || "it is no YAML", ...place };
}


;// CONCATENATED MODULE: ./.build/build/openapi/document/source-file.js




async function readSourceFile(files, path) {
  const content = await files.read(path, { maxBytes: MAX_DOCUMENT_BYTES });
  if (!content.ok) return { ...content, path };
  const root = (0,external_node_buffer_.isUtf8)(content.bytes) ? parseMostlyAscii(content.bytes) : void 0;
  if (root !== void 0) return { ok: true, file: { path, format: "json", bytes: content.bytes, root } };
  const text = decode(content.bytes);
  if (text === void 0) return { ok: false, path, fault: "encoding" };
  const parsed = parseText(text, path);
  if (!parsed.ok) return { ...parsed, path, fault: "syntax" };
  return { ok: true, file: { path, format: parsed.format, bytes: content.bytes, root: parsed.root } };
}
function decode(bytes) {
  if (!(0,external_node_buffer_.isUtf8)(bytes)) return void 0;
  const { buffer, byteOffset, byteLength } = bytes;
  const text = external_node_buffer_.Buffer.from(buffer, byteOffset, byteLength).toString((0,external_node_buffer_.isAscii)(bytes) ? "latin1" : "utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}


;// CONCATENATED MODULE: ./.build/build/openapi/document/locate.js






const locators = /* @__PURE__ */ new WeakMap();
function locate_locate(node) {
  let locator = locators.get(node.file);
  if (!locator) locators.set(node.file, locator = createLocator(node.file));
  return locator(node.pointer);
}
function createLocator(file) {
  const text = decode(file.bytes) ?? "";
  const positions = createPositions(file.path, text);
  if (file.format === "yaml") return yamlLocator(text, positions);
  const find = createJsonFinder(text);
  return (pointer) => {
    const found = find(parsePointer(pointer) ?? []);
    return positions.at(found.start, found.end);
  };
}
function yamlLocator(text, positions) {
  const document = (0,dist/* parseDocument */.Tp)(text, {
    lineCounter: new dist/* LineCounter */.HN(),
    uniqueKeys: false,
    maxAliasCount: 0
  });
  return (pointer) => {
    let node = document.contents;
    let place = node;
    for (const key of parsePointer(pointer) ?? []) {
      const next = yamlChild(node, key);
      if (next === void 0) break;
      place = (0,dist/* isPair */.tO)(next) ? next.key : next;
      node = (0,dist/* isPair */.tO)(next) ? next.value : next;
    }
    return locateYamlNode(positions, place);
  };
}
function yamlChild(node, key) {
  if ((0,dist/* isSeq */.oP)(node)) return node.items[Number(key)];
  if (!(0,dist/* isMap */.jh)(node)) return void 0;
  return node.items.find((pair) => String(pair.key) === key);
}


;// CONCATENATED MODULE: ./.build/build/openapi/document/node.js

class Member {
  value;
  file;
  // Not `#private`: a million of these are made, and private names cost a definition each.
  parent;
  key;
  place;
  constructor(value, parent, key) {
    this.value = value;
    this.file = parent.file;
    this.parent = parent;
    this.key = key;
    this.place = void 0;
  }
  get pointer() {
    return this.place ??= `${this.parent.pointer}/${(0,encoding_json/* escapePointer */.lZ)(this.key)}`;
  }
}
function child(node, key) {
  const { value } = node;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
  const member = value[key];
  if (Array.isArray(value) && !/^\d+$/.test(key)) return void 0;
  return new Member(member, node, key);
}
function members(node) {
  if (!node || !(0,encoding_json/* isJsonObject */.OW)(node.value)) return [];
  const { value } = node;
  return Object.keys(value).map((key) => [key, new Member(value[key], node, key)]);
}
function items(node, most = Infinity) {
  if (!node || !Array.isArray(node.value)) return [];
  return node.value.slice(0, most).map((value, index) => new Member(value, node, String(index)));
}
function memberValue({ value }, key) {
  return (0,encoding_json/* isJsonObject */.OW)(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function node_textOf(node, key) {
  const value = memberValue(node, key);
  return typeof value === "string" ? value.toWellFormed() : void 0;
}
function isTrue(node, key) {
  return memberValue(node, key) === true;
}


;// CONCATENATED MODULE: ./.build/build/openapi/document/anchors.js

const known = /* @__PURE__ */ new WeakMap();
function startOf(file, { anchor }) {
  if (anchor === void 0) return { value: file.root, file, pointer: "" };
  const anchors = known.get(file) ?? anchorsOf(file);
  known.set(file, anchors);
  return anchors.get(anchor);
}
function anchorsOf(file) {
  const found = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  const queue = [{ value: file.root, file, pointer: "" }];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (typeof node.value !== "object" || node.value === null || seen.has(node.value)) continue;
    seen.add(node.value);
    const anchor = memberValue(node, "$anchor");
    if (typeof anchor === "string") found.set(anchor, found.has(anchor) ? void 0 : node);
    for (const [, member] of members(node)) queue.push(member);
    for (const item of items(node)) queue.push(item);
  }
  return found;
}


;// CONCATENATED MODULE: ./.build/build/openapi/document/references.js



const ANCHOR = /^[A-Za-z_][-\w.]*$/;
const SCHEME = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/;
function parseReferenceIn(file, reference) {
  const self = (0,encoding_json/* isJsonObject */.OW)(file.root) ? file.root["$self"] : void 0;
  const isOwn = typeof self === "string" && self !== "" && reference.startsWith(self);
  const rest = isOwn ? reference.slice(self.length) : reference;
  return parseReference(isOwn && (rest === "" || rest.startsWith("#")) ? rest : reference, file.path);
}
function parseReference(reference, from) {
  if (reference.startsWith("#")) return parseFragment(reference.slice(1), from);
  if (SCHEME.test(reference)) return { ok: false, reason: "remote" };
  const mark = reference.indexOf("#");
  const file = decodePercent(mark === -1 ? reference : reference.slice(0, mark));
  if (file === void 0 || file.includes("\0")) return { ok: false, reason: "malformed" };
  const target = file === "" ? from : external_node_path_.posix.normalize(external_node_path_.posix.join(external_node_path_.posix.dirname(from), file));
  const parsed = parseFragment(mark === -1 ? "" : reference.slice(mark + 1), target);
  const isOutside = file.startsWith("/") || target === ".." || target.startsWith("../");
  return parsed.ok && isOutside ? { ok: false, reason: "outside" } : parsed;
}
function parseFragment(fragment, file) {
  const pointer = decodePercent(fragment);
  if (pointer === void 0) return { ok: false, reason: "malformed" };
  const path = parsePointer(pointer);
  if (path) return { ok: true, file, path, pointer };
  return ANCHOR.test(pointer) ? { ok: true, file, path: [], pointer, anchor: pointer } : { ok: false, reason: "malformed" };
}
function decodePercent(text) {
  try {
    return text.includes("%") ? decodeURIComponent(text) : text;
  } catch {
    return void 0;
  }
}


;// CONCATENATED MODULE: ./.build/build/openapi/document/resolver.js




function referenceOf(node) {
  const reference = memberValue(node, "$ref");
  return typeof reference === "string" ? reference : void 0;
}
function createResolver(loaded) {
  const known = /* @__PURE__ */ new Map();
  const follow = (node, hops = 0) => {
    const reference = referenceOf(node);
    if (reference === void 0) return { ok: true, node };
    if (hops >= MAX_REFERENCE_HOPS) return { ok: false, fault: "cycle", reference, at: node };
    const ofFile = known.get(node.file) ?? /* @__PURE__ */ new Map();
    known.set(node.file, ofFile);
    const found = ofFile.get(reference) ?? targetOf(reference, node, loaded, (inner) => follow(inner, hops + 1));
    if (found.ok) ofFile.set(reference, found);
    return found;
  };
  return { follow: (node) => follow(node) };
}
function targetOf(reference, at, loaded, follow) {
  const fail = (fault) => ({ ok: false, fault, reference, at });
  const parsed = parseReferenceIn(at.file, reference);
  if (!parsed.ok) return fail(parsed.reason);
  const file = fileOf(parsed.file, at, loaded);
  if (!file) return fail("unreadable");
  let node = startOf(file, parsed);
  if (!node) return fail("anchor");
  for (const segment of parsed.path) {
    let next = child(node, segment);
    if (!next && referenceOf(node) !== void 0) {
      const through = follow(node);
      next = through.ok ? child(through.node, segment) : void 0;
    }
    if (!next) return fail("missing");
    node = next;
  }
  return follow(node);
}
function fileOf(path, at, loaded) {
  if (path === at.file.path) return at.file;
  const outcome = loaded.get(path);
  return outcome?.ok ? outcome.file : void 0;
}


;// CONCATENATED MODULE: ./.build/build/openapi/document/spec-document.js






async function readSpec(files, source, sink) {
  const outcome = await readSourceFile(files, source.file);
  if (!outcome.ok) return reportUnreadable(outcome, source, sink);
  const root = { value: outcome.file.root, file: outcome.file, pointer: "" };
  const dialect = dialectOf(root, sink);
  if (!dialect) return void 0;
  if (hasTooManyPaths(root, sink)) return void 0;
  const loaded = /* @__PURE__ */ new Map([[outcome.file.path, outcome]]);
  return { source, dialect, root, resolver: createResolver(loaded), loaded };
}
function hasTooManyPaths(root, sink) {
  const paths = child(root, "paths");
  const count = (0,encoding_json/* isJsonObject */.OW)(paths?.value) ? Object.keys(paths.value).length : 0;
  if (!paths || count <= MAX_PATHS) return false;
  sink.report("openapi-too-many-paths", { count, limit: MAX_PATHS }, locate_locate(paths));
  return true;
}
function reportUnreadable(outcome, source, sink) {
  const { path: file } = outcome;
  if (outcome.fault === "syntax") {
    const { reason, line, column } = outcome;
    return void sink.report("openapi-syntax", { reason }, { file, line, column });
  }
  if (outcome.fault === "too-large") {
    return void sink.report("openapi-too-large", { file, limit: MAX_DOCUMENT_BYTES }, source.location);
  }
  sink.report("openapi-unreadable", { file, fault: outcome.fault }, source.location);
}
function dialectOf(root, sink) {
  const start = { file: root.file.path, line: 1, column: 1 };
  if (!(0,encoding_json/* isJsonObject */.OW)(root.value)) return void sink.report("openapi-no-description", {}, start);
  const key = child(root, "openapi") ? "openapi" : "swagger";
  const version = child(root, key);
  if (!version) return void sink.report("openapi-no-description", {}, start);
  const text = typeof version.value === "number" ? version.value.toFixed(1) : node_textOf(root, key) ?? "";
  const [, major] = /^(2\.0|3\.[012])(?:[.-]|$)/.exec(text) ?? [];
  if (major === void 0 || major === "2.0" !== (key === "swagger")) {
    return void sink.report("openapi-version", { version: text.slice(0, 40) }, locate_locate(version));
  }
  return major === "2.0" || major === "3.0" ? major : "3.1";
}


;// CONCATENATED MODULE: ./.build/build/openapi/document/load-reachable.js






const NAMED = /* @__PURE__ */ new Set(["properties", "patternProperties", "dependentSchemas", "content", "encoding", "headers"]);
const DATA = /* @__PURE__ */ new Set(["example", "examples", "default", "enum", "const"]);
async function loadReachable(files, loaded, from) {
  const seen = /* @__PURE__ */ new Set();
  const followed = /* @__PURE__ */ new Map();
  const queue = [...from];
  for (let node = queue.pop(); node; node = queue.pop()) {
    const { value, file } = node;
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, "$ref") && isNew(followed, file, value["$ref"])) {
      const target = await loadTarget(files, loaded, { value, file, pointer: "" });
      if (target) queue.push(target);
    }
    visitMembers(node, seen, queue);
  }
}
function isNew(followed, file, reference) {
  const known = followed.get(file) ?? /* @__PURE__ */ new Set();
  followed.set(file, known);
  return known.size < known.add(reference).size;
}
function visitMembers({ value, file, isNamed = Array.isArray(value) }, seen, queue) {
  let isLeaf = true;
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (typeof member !== "object" || member === null) continue;
    if (!isNamed && (DATA.has(key) || key.startsWith("x-"))) continue;
    if (isLeaf && seen.has(value)) return;
    if (isLeaf) seen.add(value);
    isLeaf = false;
    queue.push({ value: member, file, isNamed: Array.isArray(member) || NAMED.has(key) && !isNamed });
  }
}
async function loadChain(files, loaded, node) {
  const seen = /* @__PURE__ */ new Set();
  for (let at = node; at && !seen.has(at.value); at = await loadTarget(files, loaded, at)) {
    seen.add(at.value);
  }
}
async function loadTarget(files, loaded, node) {
  const reference = referenceOf(node);
  const parsed = reference === void 0 ? void 0 : parseReferenceIn(node.file, reference);
  if (!parsed?.ok) return void 0;
  let outcome = parsed.file === node.file.path ? { ok: true, file: node.file } : loaded.get(parsed.file);
  if (!outcome && loaded.size < MAX_FILES) {
    outcome = await readSourceFile(files, parsed.file);
    loaded.set(parsed.file, outcome);
  }
  if (!outcome?.ok) return void 0;
  let target = startOf(outcome.file, parsed);
  for (const segment of parsed.path) target = target && child(target, segment);
  return target;
}


;// CONCATENATED MODULE: ./.build/build/openapi/names/list-operations.js




const METHODS = /* @__PURE__ */ new Map([
  ["get", "GET"],
  ["head", "HEAD"],
  ["post", "POST"],
  ["put", "PUT"],
  ["patch", "PATCH"],
  ["delete", "DELETE"],
  ["options", "OPTIONS"],
  ["trace", "TRACE"]
]);
async function listOperations(files, document) {
  const listed = [];
  for (const [path, node] of members(child(document.root, "paths"))) {
    if (!path.startsWith("/") || !path.isWellFormed() || path.length > MAX_PATH_LENGTH) continue;
    const pathItem = isReference(node) ? await target(files, document, node) : node;
    for (const [key, member] of members(pathItem)) {
      const method = METHODS.get(key);
      if (!method || !pathItem) continue;
      const operation = isReference(member) ? await target(files, document, member) : member;
      if (operation && (0,encoding_json/* isJsonObject */.OW)(operation.value)) listed.push(listing(method, path, operation, pathItem));
    }
  }
  return listed.sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
}
function listing(method, path, node, pathItem) {
  const id = node_textOf(node, "operationId")?.trim() || `${method} ${path}`;
  return { method, path, id, node, pathItem };
}
function isReference(node) {
  return (0,encoding_json/* isJsonObject */.OW)(node.value) && Object.hasOwn(node.value, "$ref");
}
async function target(files, document, node) {
  await loadChain(files, document.loaded, node);
  const followed = document.resolver.follow(node);
  return followed.ok ? followed.node : void 0;
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}


;// CONCATENATED MODULE: ./.build/build/openapi/classify/path-shape.js
const EXTENSION = /\.(?:json|xml|yaml)$/;
const path_shape_PLACEHOLDER = /\{[^{}]*\}/g;
const UNUSUAL = /[:(.?#]|.\/$/;
function pathSteps(path) {
  const [bare = ""] = path.split(/[?#]/, 1);
  const steps = [];
  for (const segment of bare.split("/").slice(1)) {
    const cut = cutOf(segment);
    steps.push(step(`/${segment.slice(0, cut)}`));
    if (cut < segment.length) steps.push(step(segment.slice(cut)));
  }
  if (steps.length > 1 && steps.at(-1)?.text === "/") steps.pop();
  return steps;
}
function cutOf(segment) {
  const colon = segment.lastIndexOf(":");
  if (colon > 0 && /^:[A-Za-z][\w-]*$/.test(segment.slice(colon))) return colon;
  const bracket = segment.indexOf("(");
  const isKey = bracket > 0 && segment.endsWith(")") && segment.includes("{", bracket);
  return isKey ? bracket : segment.length;
}
function step(text) {
  const bare = text.includes(".") ? text.replace(EXTENSION, "") : text;
  const shape = bare.includes("{") ? bare.replace(path_shape_PLACEHOLDER, "{}") : bare;
  return { text, shape, isParameter: shape === "/{}" || shape.startsWith("(") && shape.includes("{}") };
}
function shapeOf(path) {
  if (path.startsWith("/") && !UNUSUAL.test(path)) return path.replace(path_shape_PLACEHOLDER, "{}");
  return pathSteps(path).map(({ shape }) => shape).join("");
}
function placeholders(path) {
  return (path.match(path_shape_PLACEHOLDER) ?? []).map((placeholder) => placeholder.slice(1, -1));
}
function renamePlaceholders(path, names) {
  let index = 0;
  return path.replace(path_shape_PLACEHOLDER, (placeholder) => {
    const name = names[index];
    index += 1;
    return name === void 0 ? placeholder : `{${name}}`;
  });
}


;// CONCATENATED MODULE: ./.build/build/openapi/names/find-operation.js


const METHOD_AND_PATH = /^([A-Za-z]+) +(\/.*)$/;
function indexOperations(all) {
  let shapes;
  return {
    all,
    byId: groups(all, ({ id }) => id),
    byName: new Map(all.map((operation) => [operation.name, operation])),
    byShape: () => shapes ??= groups(all, ({ method, path }) => `${method} ${shapeOf(path)}`)
  };
}
function findOperation(index, reference) {
  const wanted = reference.trim();
  const byId = index.byId.get(wanted);
  if (byId) return lookup(byId);
  const byName = index.byName.get(wanted);
  if (byName) return { found: "one", operation: byName };
  const byPath = findByPath(index, wanted);
  return byPath ? lookup(byPath) : { found: "none", suggestions: suggestions(index, wanted) };
}
function findByPath(index, wanted) {
  const [, method = "", path = ""] = METHOD_AND_PATH.exec(wanted) ?? [];
  if (path === "") return void 0;
  const candidates = index.byShape().get(`${method.toUpperCase()} ${shapeOf(path)}`);
  const exact = candidates?.filter((operation) => operation.path === path);
  return exact && exact.length > 0 ? exact : candidates;
}
function lookup(operations) {
  const [operation] = operations;
  return operation && operations.length === 1 ? { found: "one", operation } : { found: "several", operations };
}
function suggestions(index, wanted) {
  if (METHOD_AND_PATH.test(wanted))
    return (0,suggest/* suggest */.Z)(
      wanted,
      index.all.map(({ method, path }) => `${method} ${path}`)
    );
  const isName = /^[\w$]*$/.test(wanted);
  return (0,suggest/* suggest */.Z)(
    wanted,
    index.all.map(({ id, name }) => isName ? name : id)
  );
}
function groups(operations, keyOf) {
  const found = /* @__PURE__ */ new Map();
  for (const operation of operations) {
    const key = keyOf(operation);
    const group = found.get(key);
    if (group) group.push(operation);
    else found.set(key, [operation]);
  }
  return found;
}


;// CONCATENATED MODULE: ./.build/build/openapi/names/find-referenced.js

function findReferenced(source, index, mentions, findUnsendable, sink) {
  const found = /* @__PURE__ */ new Map();
  for (const { skill, reference } of mentions) {
    const operation = find_referenced_resolve(source, index, reference, findUnsendable, sink);
    if (!operation) continue;
    const skills = found.get(operation) ?? /* @__PURE__ */ new Set();
    found.set(operation, skills.add(skill));
  }
  return found;
}
function find_referenced_resolve(source, index, { operation: wanted, location }, findUnsendable, sink) {
  const lookup = findOperation(index, wanted);
  if (lookup.found === "none") {
    const { suggestions } = lookup;
    const unsendable = findUnsendable(wanted);
    if (unsendable)
      return void sink.report("openapi-method", { spec: source.id, operation: wanted, ...unsendable }, location);
    return void sink.report("openapi-unknown-operation", { spec: source.id, operation: wanted, suggestions }, location);
  }
  if (lookup.found === "several") {
    const candidates = lookup.operations.map(({ method, path }) => `${method} ${path}`);
    return void sink.report(
      "openapi-ambiguous-operation",
      { spec: source.id, operation: wanted, candidates },
      location
    );
  }
  const { operation } = lookup;
  if (source.readOnly && operation.method !== "GET" && operation.method !== "HEAD") {
    const { method, path } = operation;
    return void sink.report("openapi-read-only", { spec: source.id, operation: wanted, method, path }, location);
  }
  return operation;
}


// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./.build/build/openapi/names/camel-case.js
function camelCase(text) {
  const words = withoutAccents(text).match(/[A-Za-z0-9]+|\{/g) ?? [];
  let joined = "";
  for (const found of words) {
    const word = found === "{" ? "by" : found;
    joined += joined === "" ? lowerFirst(word) : upperFirst(word);
  }
  return /^\d/.test(joined) ? `op${joined}` : joined;
}
function withoutAccents(text) {
  return /[^\x20-\x7e]/.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text;
}
function upperFirst(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
function lowerFirst(word) {
  return /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}


;// CONCATENATED MODULE: ./.build/build/openapi/names/name-operations.js



const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;
const TAKEN = new Set(
  ["then", "toJSON", ...Object.getOwnPropertyNames(Object.prototype), "prototype"].map((name) => name.toLowerCase())
);
function nameOperations(operations) {
  const wishes = operations.map(wishFor);
  const clashes = clashing(wishes, ({ key }) => key);
  const owners = new Map([...clashes].map(([key, rivals]) => [key, ownerOf(rivals)]));
  const named = wishes.map(({ operation, wish, key }) => {
    const isOwner = !owners.has(key) || owners.get(key) === operation;
    const keepsIt = isOwner && wish.length <= MAX_NAME_LENGTH && !TAKEN.has(key);
    return { ...operation, name: keepsIt ? wish : withSuffix(operation, wish, 6) };
  });
  return separate(named, 12);
}
function wishFor(operation) {
  const wish = wishOf(operation);
  return { operation, wish, key: wish.toLowerCase() };
}
function ownerOf(rivals) {
  const owners = rivals.filter(({ operation, wish }) => operation.id === wish);
  return owners.length === 1 ? owners[0]?.operation : void 0;
}
function separate(operations, digits) {
  const shared = clashing(operations, ({ name }) => name.toLowerCase());
  if (shared.size === 0 || digits > 36) return operations;
  const renamed = operations.map((operation) => {
    const isChosen = operation.name === operation.id;
    if (isChosen || !shared.has(operation.name.toLowerCase())) return operation;
    return { ...operation, name: withSuffix(operation, wishOf(operation), digits) };
  });
  return separate(renamed, digits + 12);
}
function wishOf({ id, method, path }) {
  if (IDENTIFIER.test(id)) return id;
  const derived = id === `${method} ${path}` ? "" : camelCase(id);
  return derived || camelCase(`${method.toLowerCase()} ${path}`) || method.toLowerCase();
}
function withSuffix({ method, path }, wish, digits) {
  const suffix = (0,external_node_crypto_.createHash)("sha256").update(`${method} ${path}`).digest("hex").slice(0, digits);
  return `${wish.slice(0, MAX_NAME_LENGTH - digits - 1)}_${suffix}`;
}
function clashing(values, keyOf) {
  const first = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  for (const value of values) {
    const key = keyOf(value);
    const earlier = first.get(key);
    const group = groups.get(key);
    if (earlier === void 0) first.set(key, value);
    else if (group) group.push(value);
    else groups.set(key, [earlier, value]);
  }
  return groups;
}


;// CONCATENATED MODULE: ./.build/build/openapi/names/unsendable.js



function createUnsendableFinder(document) {
  let known;
  return (wanted) => {
    known ??= indexed(document);
    const [, method = "", path = ""] = /^(\S+) +(\/.*)$/.exec(wanted.trim()) ?? [];
    return known.get(wanted.trim()) ?? known.get(`${method} ${shapeOf(path)}`);
  };
}
function indexed({ root, resolver }) {
  const found = /* @__PURE__ */ new Map();
  for (const [path, node] of members(child(root, "paths"))) {
    const followed = resolver.follow(node);
    if (!followed.ok || !path.startsWith("/")) continue;
    for (const [method, operation] of unsendable(followed.node)) {
      const id = node_textOf(operation, "operationId")?.trim();
      const named = { method, path };
      for (const key of [`${method} ${shapeOf(path)}`, ...id ? [id, camelCase(id)] : []]) found.set(key, named);
    }
  }
  return found;
}
function unsendable(pathItem) {
  const query = child(pathItem, "query");
  return [...query ? [["QUERY", query]] : [], ...members(child(pathItem, "additionalOperations"))];
}


;// CONCATENATED MODULE: ./.build/build/openapi/classify/resources.js


function indexResources(operations) {
  const index = /* @__PURE__ */ new Map();
  for (const operation of operations) {
    if (operation.method !== "GET" || operation.path.includes("#")) continue;
    const shape = shapeOf(operation.path);
    if (!index.has(shape)) index.set(shape, operation);
  }
  return index;
}
function readNeeds({ node, pathItem }, resolver) {
  const needs = /* @__PURE__ */ new Map();
  for (const declared of [pathItem, node].flatMap((holder) => items(child(holder, "parameters")))) {
    const followed = resolver.follow(declared);
    if (!followed.ok) continue;
    const isRequired = isTrue(followed.node, "required");
    if (!isRequired && needs.size === 0) continue;
    const place = node_textOf(followed.node, "in");
    const name = node_textOf(followed.node, "name") ?? "";
    const isIgnored = place === "header" && ["accept", "content-type", "authorization"].includes(name.toLowerCase());
    if (!isRequired || isIgnored) needs.delete(`${place} ${name}`);
    else if (place === "query") needs.set(`query ${name}`, isVariableName(name) ? "query" : "other");
    else if (place !== "path") needs.set(`${place} ${name}`, "other");
  }
  const body = child(node, "requestBody");
  const query = [...needs].flatMap(([key, kind]) => kind === "query" ? [key.slice("query ".length)] : []);
  return {
    query: query.sort(),
    other: [...needs.values()].includes("other") || body !== void 0 && isTrue(body, "required")
  };
}
function isVariableName(name) {
  return /^[\w.-]+$/.test(name);
}
function resourceTemplate(spec, get, needs) {
  if (needs.other || get.path.includes("#")) return void 0;
  return `mcp+op://${spec}${bare(get.path)}${needs.query.length > 0 ? `{?${needs.query.join(",")}}` : ""}`;
}
function effectTemplate(spec, get, operation, resolver) {
  const needs = readNeeds(get, resolver);
  const own = new Set(needs.query.length > 0 ? readNeeds(operation, resolver).query : []);
  if (needs.query.some((name) => !own.has(name))) return void 0;
  const template = resourceTemplate(
    spec,
    { ...get, path: renamePlaceholders(get.path, placeholders(operation.path)) },
    needs
  );
  return template;
}
function bare(path) {
  return path.split("?", 1)[0];
}
function nearestGet(index, steps) {
  let shape = steps.map((step) => step.shape).join("");
  for (let length = steps.length; length > 0; length -= 1) {
    const found = index.get(shape);
    if (found) return found;
    shape = shape.slice(0, shape.length - (steps[length - 1]?.shape.length ?? 0));
  }
  return void 0;
}
function listAbove(index, item) {
  const steps = pathSteps(item.path);
  while (steps.at(-1)?.isParameter) {
    steps.pop();
    const found = index.get(steps.map(({ shape }) => shape).join(""));
    if (found) return found;
  }
  return void 0;
}


;// CONCATENATED MODULE: ./.build/build/openapi/classify/effects-on.js

function effectsOn(changed, operation, { spec, resolver }) {
  const uris = changed.flatMap((get) => (get && effectTemplate(spec, get, operation, resolver)) ?? []);
  return [...new Set(uris)].map((uri) => ({ kind: "updated", uri }));
}


;// CONCATENATED MODULE: ./.build/build/openapi/classify/extension.js


const SURFACES = ["tool", "resource", "both"];
function readExtension(operation, resources) {
  const node = child(operation.node, "x-frontmcp");
  if (!node) return void 0;
  const extension = { faults: [] };
  for (const [key, member] of members(node)) {
    const reason = take(key, member, operation, resources, extension);
    if (reason !== void 0) extension.faults.push({ at: member, reason });
  }
  if (typeof node.value !== "object" || node.value === null || Array.isArray(node.value))
    extension.faults.push({ at: node, reason: "it is no mapping" });
  return extension;
}
function take(key, member, { method }, resources, extension) {
  if (key === "effects") return takeEffects(member, resources, extension);
  if (key === "expose") {
    extension.expose = SURFACES.find((surface) => surface === member.value);
    return extension.expose ? void 0 : '"expose" is tool, resource or both';
  }
  if (key !== "readOnly") return `"${key.slice(0, 40)}" is not known; there are expose, readOnly and effects`;
  if (typeof member.value !== "boolean") return '"readOnly" is true or false';
  if (method !== "POST") return '"readOnly" is for POST: other methods say whether they read';
  extension.readOnly = member.value;
  return void 0;
}
function takeEffects(member, resources, extension) {
  if (!Array.isArray(member.value)) return '"effects" is a list of paths';
  const found = items(member).map(({ value }) => typeof value === "string" ? resources.get(shapeOf(value)) : void 0);
  extension.changes = found.filter((get) => get !== void 0);
  const lost = items(member)[found.indexOf(void 0)];
  return lost && `there is no GET ${JSON.stringify(lost.value)?.slice(0, 80) ?? ""} in the description`;
}


;// CONCATENATED MODULE: ./.build/build/openapi/classify/override.js


function overrideByExtension(found, operation, { expose, readOnly, changes, faults }, classifier) {
  const isStated = expose !== void 0 || readOnly !== void 0 || changes !== void 0;
  const effects = changes && effectsOn(changes, operation, classifier);
  return {
    ...surfaced(found, expose, effects),
    ...faults.length > 0 ? { extensionFaults: faults } : {},
    basis: settled(found, isStated ? "document" : "http", { expose, emits: effects })
  };
}
function overrideByRule(found, operation, { expose, emits }, classifier) {
  const effects = emits === void 0 ? void 0 : emitted(emits, operation, classifier.spec);
  return { ...surfaced(found, expose, effects), basis: settled(found, "rule", { expose, emits }) };
}
function surfaced(found, expose, stated) {
  const { uriTemplate, ...rest } = found;
  const surface = expose === void 0 || isImpossible(found, expose) ? found.expose : expose;
  const effects = stated ?? found.effects;
  return {
    ...rest,
    expose: surface,
    effects,
    // Whoever says that a call changes something says that it does not only read.
    readOnly: found.readOnly && effects.length === 0,
    ...surface === "tool" || uriTemplate === void 0 ? {} : { uriTemplate }
  };
}
function isImpossible({ uriTemplate }, expose) {
  return (expose === "resource" || expose === "both") && uriTemplate === void 0;
}
function settled(found, decidedBy, { expose, emits }) {
  const left = found.basis.doubts.filter((doubt) => emits === void 0 || doubt === "rule-impossible");
  const doubts = new Set(isImpossible(found, expose) ? [...left, "rule-impossible"] : left);
  return { ...found.basis, decidedBy, doubts: [...doubts] };
}
function emitted(emits, { path }, spec) {
  const steps = pathSteps(path);
  const kept = emits === "self" ? steps : emits === "parent" ? steps.slice(0, -1) : [];
  const uri = kept.map(({ text }) => text).join("");
  return uri === "" ? [] : [{ kind: "updated", uri: `mcp+op://${spec}${uri}` }];
}


;// CONCATENATED MODULE: ./.build/build/openapi/classify/read-only-words.js

const READING = new Set(
  "aggregate autocomplete batchget calculate compare count describe estimate fetch filter find get list lookup preview query quote read search simulate suggest validate".split(" ")
);
const ASKING = /* @__PURE__ */ new Set(["query", "search"]);
const WRITING = new Set(
  "activate approve cancel create deactivate delete disable enable insert logout reject remove reset restart revoke signout subscribe trigger unsubscribe update".split(" ")
);
const CHANGING = /* @__PURE__ */ new Set([
  ...WRITING,
  ..."add apply assign edit import make post put save send set start stop store upload write".split(" ")
]);
function isReadingPost(operation, hasGet) {
  const words = idWords(operation);
  const last = lastWord(operation);
  if (words.some((word) => CHANGING.has(word))) return false;
  if (hasGet) return ASKING.has(last);
  return READING.has(last) || READING.has(words[0] ?? "") || words[0] === "batch" && words[1] === "get";
}
function isWritingGet(operation) {
  return WRITING.has(lastWord(operation)) || WRITING.has(idWords(operation)[0] ?? "");
}
function idWords({ id, method, path }) {
  if (id === `${method} ${path}`) return [];
  const [own = ""] = id.split(/[./]/).slice(-1);
  return (own.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());
}
function lastWord({ path }) {
  const last = pathSteps(path).at(-1);
  return last && !last.isParameter ? last.shape.replace(/^[/:_]+/, "").toLowerCase() : "";
}


;// CONCATENATED MODULE: ./.build/build/openapi/classify/classify.js






const SAFE = /* @__PURE__ */ new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);
const NEAR_STEPS = 1;
function classify(operation, rule, classifier) {
  const extension = readExtension(operation, classifier.resources);
  const isStated = rule !== void 0 || extension?.expose !== void 0;
  const byMethod = operation.method === "GET" ? classifyGet(operation, isStated, classifier) : classifyOther(operation, extension?.readOnly, classifier);
  const beside = extension && rule?.expose ? { ...extension, expose: void 0 } : extension;
  const stated = beside ? overrideByExtension(byMethod, operation, beside, classifier) : byMethod;
  return rule ? overrideByRule(stated, operation, rule, classifier) : stated;
}
function basisOf({ path }, ...doubts) {
  return { shape: shapeOf(path), decidedBy: "http", doubts };
}
function classifyGet(operation, isStated, { spec, resolver }) {
  if (!isStated && isWritingGet(operation))
    return { expose: "tool", readOnly: false, effects: [], basis: basisOf(operation, "writes-by-name") };
  const basis = basisOf(operation);
  const uriTemplate = resourceTemplate(spec, operation, readNeeds(operation, resolver));
  if (uriTemplate === void 0) return { expose: "tool", readOnly: true, effects: [], basis };
  const isItem = pathSteps(operation.path).at(-1)?.isParameter === true;
  return { expose: isItem ? "both" : "resource", readOnly: true, uriTemplate, effects: [], basis };
}
function classifyOther(operation, stated, classifier) {
  const steps = pathSteps(operation.path);
  const target = nearestGet(classifier.resources, steps);
  const distance = target && steps.length - pathSteps(target.path).length;
  const isNamedReading = operation.method === "POST" && isReadingPost(operation, distance === 0);
  if (SAFE.has(operation.method) || (stated ?? isNamedReading)) {
    const doubts = isNamedReading && stated === void 0 ? ["reads-by-name"] : [];
    return { expose: "tool", readOnly: true, effects: [], basis: basisOf(operation, ...doubts) };
  }
  const changed = target ? [target, listAbove(classifier.resources, target)] : [];
  const effects = effectsOn(changed, operation, classifier);
  const doubt = doubtOf(distance, effects);
  return { expose: "tool", readOnly: false, effects, basis: basisOf(operation, ...doubt ? [doubt] : []) };
}
function doubtOf(distance, effects) {
  if (distance === void 0) return "nothing-above";
  if (effects.length === 0) return "not-addressable";
  return distance > NEAR_STEPS ? "far-above" : void 0;
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/operation-context.js

function operationKey({ document, operation }) {
  return `${document.source.binding}.${operation.name}`;
}
function reportAt(context, code, args, node = context.operation.node) {
  const complete = { ...args, operation: operationKey(context) };
  context.sink.report(code, complete, locate_locate(node));
  return void 0;
}
function followOrReport(context, node) {
  const followed = context.document.resolver.follow(node);
  return followed.ok ? followed.node : reportBroken(context, followed);
}
function reportBroken(context, { reference, fault, at }) {
  return reportAt(context, "openapi-reference", { reference, fault }, at);
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/property-keys.js


const SAFE_KEY = /^[a-zA-Z0-9_.-]{1,64}$/;
const MAX_LENGTH = 64;
function propertyKeys(names) {
  const wishes = names.map(property_keys_wishOf);
  return names.map((name, index) => {
    const wish = wishes[index];
    if (wish === name) return name;
    const isTaken = names.includes(wish) || wishes.filter((other) => other === wish).length > 1;
    return isTaken ? withHash(wish, name) : wish;
  });
}
function property_keys_wishOf(name) {
  if (SAFE_KEY.test(name) && !encoding_json/* FORBIDDEN_KEYS */.p5.has(name)) return name;
  const words = name.replace(/[^a-zA-Z0-9_.-]+/g, " ").trim().replaceAll(" ", "_");
  if (words === "") return withHash("p", name);
  return words.length > MAX_LENGTH || encoding_json/* FORBIDDEN_KEYS */.p5.has(words) ? withHash(words, name) : words;
}
function withHash(wish, name) {
  const suffix = (0,external_node_crypto_.createHash)("sha256").update(name).digest("hex").slice(0, 6);
  return `${wish.slice(0, MAX_LENGTH - 7)}_${suffix}`;
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/arguments.js

const PLACES = ["path", "query", "header", "cookie", "body"];
function layOutArguments(parameters, body) {
  const slots = [...parameters.map(parameterSlot), ...bodySlots(body)];
  const keys = keysOf(slots);
  const isGrouped = new Set(keys).size < keys.length;
  const paths = slots.map((slot, index) => pathOf(slot, keys[index], isGrouped, body));
  return {
    input: isGrouped ? groupedSchema(slots, keys, body) : objectSchema(slots, keys),
    parameters: parameters.map(({ schema: _schema, ...template }, index) => ({
      ...template,
      at: paths[index]
    })),
    ...body ? { body: bodyTemplate(body, paths.slice(parameters.length)) } : {}
  };
}
function parameterSlot({ in: place, name, required, schema }) {
  return { place, name, required, schema };
}
function bodySlots(body) {
  if (!body) return [];
  if (!body.fields) return [{ place: "body", name: "body", required: body.required, schema: body.schema ?? {} }];
  return body.fields.map(({ name, required, schema }) => ({
    place: "body",
    name,
    required: required && body.required,
    schema
  }));
}
function keysOf(slots) {
  const keys = [];
  for (const place of new Set(slots.map((slot) => slot.place))) {
    const indexes = [...slots.keys()].filter((index) => slots[index]?.place === place);
    const found = propertyKeys(indexes.map((index) => slots[index].name));
    indexes.forEach((index, position) => keys[index] = found[position]);
  }
  return keys;
}
function pathOf({ place }, key, isGrouped, body) {
  if (!isGrouped) return [key];
  return place === "body" && !body?.fields ? ["body"] : [place, key];
}
function groupedSchema(slots, keys, body) {
  const groups = PLACES.flatMap((place) => {
    const indexes = slots.flatMap((slot, index) => slot.place === place ? [index] : []);
    const inside = indexes.map((index) => slots[index]);
    const [only] = inside;
    if (!only) return [];
    if (place === "body" && !body?.fields) return [only];
    const schema = objectSchema(
      inside,
      indexes.map((index) => keys[index])
    );
    const required = place === "body" ? body?.required ?? false : inside.some((slot) => slot.required);
    return [{ place, name: place, required, schema }];
  });
  return objectSchema(
    groups,
    groups.map(({ name }) => name)
  );
}
function objectSchema(slots, keys) {
  const required = keys.filter((_, index) => slots[index]?.required).sort();
  const properties = {};
  slots.forEach(({ schema }, index) => properties[keys[index]] = schema);
  return {
    type: "object",
    properties,
    ...required.length > 0 ? { required } : {},
    additionalProperties: false
  };
}
function bodyTemplate({ kind, contentType, required, fields }, paths) {
  if (!fields) return { kind, contentType, required, at: paths[0] };
  return {
    kind,
    contentType,
    required,
    fields: fields.map(({ schema: _schema, ...field }, index) => ({ ...field, at: paths[index] }))
  };
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/fragment.js

const LABELS = /* @__PURE__ */ new Set(["overload"]);
function faultOfFragment(path, parameters) {
  const mark = path.indexOf("#");
  if (mark === -1) return void 0;
  const fragment = path.slice(mark + 1);
  const [lost] = placeholders(fragment);
  if (lost !== void 0) return `its fragment holds "{${lost}}", which no request carries`;
  const names = fragment.split("&").flatMap((piece) => piece.includes("=") ? [piece.split("=", 1)[0]] : []);
  const unsent = names.find((name) => !LABELS.has(name) && !parameters.some((parameter) => parameter.name === name));
  return unsent === void 0 ? void 0 : `its fragment asks for "${unsent}", which no parameter sends`;
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/texts.js
function plainText(text, limit) {
  const clean = text.toWellFormed().replace(/\r\n?/g, "\n").trim();
  if (clean.length <= limit) return clean;
  const cut = clean.slice(0, limit - 1);
  const space = cut.search(/\s\S*$/);
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd().toWellFormed().replace(/\ufffd$/, "")}\u2026`;
}
function firstLine(text, limit) {
  const [line = ""] = text.trim().split(/\n\s*\n/, 1);
  return plainText(line.replace(/\s+/g, " "), limit);
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/align-enum.js
function alignEnum(schema) {
  const { type, enum: values } = schema;
  if (type === void 0 || !Array.isArray(values)) return;
  const types = [type].flat();
  if (values.every((value) => types.some((name) => isOf(name, value)))) return;
  const aligned = values.flatMap((value) => toType(types, value));
  if (aligned.length === 0) delete schema["type"];
  else schema["enum"] = [...new Set(aligned)];
}
function isOf(type, value) {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
function toType(types, value) {
  if (types.some((type) => isOf(type, value))) return [value];
  if (types.includes("string") && (typeof value === "number" || typeof value === "boolean")) return [String(value)];
  if (typeof value !== "string") return [];
  if (types.includes("boolean") && (value === "true" || value === "false")) return [value === "true"];
  const number = Number(value);
  const isNumber = value === String(number) && types.some((type) => type === "number" || type === "integer");
  return isNumber && types.some((type) => isOf(type, number)) ? [number] : [];
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/keywords.js
const KEYWORDS = /* @__PURE__ */ new Map([
  ["title", "text"],
  ["format", "text"],
  ["contentEncoding", "text"],
  ["contentMediaType", "text"],
  ["deprecated", "flag"],
  ["uniqueItems", "flag"],
  ["multipleOf", "number"],
  ["maximum", "number"],
  ["minimum", "number"],
  ["exclusiveMaximum", "number"],
  ["exclusiveMinimum", "number"],
  ["maxLength", "count"],
  ["minLength", "count"],
  ["maxItems", "count"],
  ["minItems", "count"],
  ["maxProperties", "count"],
  ["minProperties", "count"],
  ["maxContains", "count"],
  ["minContains", "count"],
  ["required", "strings"],
  ["pattern", "pattern"],
  ["enum", "values"],
  ["default", "data"],
  ["const", "data"],
  ["items", "schema"],
  ["additionalProperties", "schema"],
  ["unevaluatedProperties", "schema"],
  ["propertyNames", "schema"],
  ["contains", "schema"],
  ["not", "schema"],
  ["if", "schema"],
  ["then", "schema"],
  ["else", "schema"],
  ["allOf", "schemas"],
  ["anyOf", "schemas"],
  ["oneOf", "schemas"],
  ["prefixItems", "schemas"],
  ["properties", "schemaMap"],
  ["patternProperties", "schemaMap"],
  ["dependentSchemas", "schemaMap"]
]);
const REFUSING = /* @__PURE__ */ new Set([
  "required",
  "multipleOf",
  "maximum",
  "minimum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "maxItems",
  "minItems",
  "maxProperties",
  "minProperties",
  "maxContains",
  "minContains",
  "uniqueItems",
  "unevaluatedProperties",
  "propertyNames",
  "contains",
  "not",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "default"
]);
const TYPES = /* @__PURE__ */ new Set([
  "string",
  "number",
  "integer",
  "boolean",
  "object",
  "array",
  "null"
]);


;// CONCATENATED MODULE: ./.build/build/openapi/schema/closed-parts.js

const MAX_PARTS = 64;
const LISTING = ["properties", "patternProperties", "allOf", "oneOf", "anyOf"];
function closureOfParts(node, resolver) {
  if (memberValue(node, "allOf") === void 0) return void 0;
  const parts = items(child(node, "allOf")).flatMap((part) => {
    const followed = resolver.follow(part);
    return followed.ok ? [followed.node] : [];
  });
  const isListing = LISTING.some((key) => key !== "allOf" && memberValue(node, key) !== void 0);
  const listing = parts.filter(listsNames);
  const hindering = [...new Set(parts)].filter((part) => isListing || listing.some((other) => other !== part));
  return strongest(hindering.map((part) => closureOf(part, resolver)));
}
function closureOf(schema, resolver) {
  const found = [];
  const seen = /* @__PURE__ */ new Set();
  const queue = [schema];
  for (let node = queue.pop(); node && seen.size < MAX_PARTS; node = queue.pop()) {
    const followed = resolver.follow(node);
    if (!followed.ok || seen.has(followed.node.value)) continue;
    seen.add(followed.node.value);
    found.push(ownClosure(followed.node));
    queue.push(...items(child(followed.node, "allOf"), MAX_PARTS));
  }
  return strongest(found);
}
function ownClosure(node) {
  const others = [memberValue(node, "additionalProperties"), memberValue(node, "unevaluatedProperties")];
  if (others.includes(false)) return "closed";
  return others.some((other) => typeof other === "object" && other !== null) ? "restricted" : void 0;
}
function strongest(found) {
  return found.includes("closed") ? "closed" : found.find((closure) => closure !== void 0);
}
function listsNames(node) {
  return LISTING.some((key) => memberValue(node, key) !== void 0);
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/keep-required.js
function keepRequired(schema, isKept) {
  const { required } = schema;
  if (!Array.isArray(required)) return;
  const left = required.filter((name) => isKept(name));
  if (left.length > 0) schema["required"] = left;
  else delete schema["required"];
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/composition.js


function loosenComposition(schema, role) {
  const { oneOf, anyOf, allOf } = schema;
  if (oneOf !== void 0) {
    delete schema["oneOf"];
    if (anyOf === void 0) schema["anyOf"] = oneOf;
    else schema["allOf"] = [...Array.isArray(allOf) ? allOf : [], { anyOf: oneOf }];
  }
  if (role === "output") return;
  const others = schema["additionalProperties"] ?? (role === "closed" ? false : void 0);
  const isComposed = ["allOf", "anyOf", "$ref"].some((keyword) => schema[keyword] !== void 0);
  const isOpen = others === void 0 || others === true;
  if (role !== "part" && (isOpen || !isComposed)) return;
  delete schema["additionalProperties"];
  if (role === "part") delete schema["unevaluatedProperties"];
  else schema["unevaluatedProperties"] ??= others;
}
function dropImpossible(schema) {
  const { properties = {}, patternProperties } = schema;
  if (schema["additionalProperties"] !== false || patternProperties !== void 0) return;
  keepRequired(schema, (name) => (0,encoding_json/* isJsonObject */.OW)(properties) && Object.hasOwn(properties, name));
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/nullable.js

function isNullable(node) {
  return isTrue(node, "nullable") || isTrue(node, "x-nullable");
}
function applyNullable(schema) {
  const { type, enum: values } = schema;
  if (typeof type === "string" && type !== "null") {
    const nullable = { ...schema, type: [type, "null"] };
    if (Array.isArray(values) && !values.includes(null)) nullable["enum"] = [...values, null];
    return nullable;
  }
  const { description, ...rest } = schema;
  if (Object.keys(rest).length === 0) return schema;
  return { ...description === void 0 ? {} : { description }, anyOf: [rest, { type: "null" }] };
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/property-of.js

const property_of_MAX_PARTS = 64;
function propertyOf(schema, name, resolver) {
  const seen = /* @__PURE__ */ new Set();
  const queue = [schema];
  for (let node = queue.shift(); node && seen.size < property_of_MAX_PARTS; node = queue.shift()) {
    const followed = resolver.follow(node);
    if (!followed.ok || seen.has(followed.node.value)) continue;
    seen.add(followed.node.value);
    const properties = child(followed.node, "properties");
    const property = properties && child(properties, name);
    if (property) return property;
    queue.push(...items(child(followed.node, "allOf"), property_of_MAX_PARTS));
  }
  return void 0;
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/one-sided.js




function dropOneSided(node, schema, context) {
  const { properties } = schema;
  const dropped = /* @__PURE__ */ new Set();
  const declared = child(node, "properties");
  for (const name of (0,encoding_json/* isJsonObject */.OW)(properties) ? Object.keys(properties) : []) {
    const member = declared && child(declared, name);
    if (member && isOneSided(member, context)) dropped.add(name);
  }
  for (const name of dropped) delete properties[name];
  if ((0,encoding_json/* isJsonObject */.OW)(properties) && Object.keys(properties).length === 0) delete schema["properties"];
  keepRequired(schema, (name) => !dropped.has(name) && !isOneSidedInPart(node, name, context));
}
function isOneSidedInPart(node, name, context) {
  if (memberValue(node, "allOf") === void 0) return false;
  const property = propertyOf(node, name, context.resolver);
  return property !== void 0 && isOneSided(property, context);
}
function isOneSided(property, { mode, resolver }) {
  const flag = mode === "output" ? "writeOnly" : "readOnly";
  if (isTrue(property, flag)) return true;
  const followed = resolver.follow(property);
  return followed.ok && isTrue(followed.node, flag);
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/discriminator.js





function discriminated(node, alternatives, schemas, resolver) {
  const discriminator = child(node, "discriminator");
  const name = discriminator && memberValue(discriminator, "propertyName");
  const mapping = discriminator && child(discriminator, "mapping");
  if (typeof name !== "string" || encoding_json/* FORBIDDEN_KEYS */.p5.has(name) || !mapping) return schemas;
  const values = items(alternatives).map((alternative) => {
    const found = valuesFor(alternative, mapping);
    return takes(alternative, name, found, resolver) ? found : [];
  });
  const isMore = schemas.some((schema) => Object.keys(schema).some((key) => key !== "$ref"));
  if (isMore || values.some((found) => found.length === 0)) return schemas;
  return schemas.map((schema, index) => ({
    ...schema,
    properties: { [name]: { enum: values[index] } },
    required: [name]
  }));
}
function valuesFor(alternative, mapping) {
  const reference = referenceOf(alternative);
  const own = reference?.split("/").at(-1);
  const names = members(mapping).flatMap(
    ([value, { value: target }]) => reference !== void 0 && (target === reference || target === own) ? [value] : []
  );
  return names.filter((value) => value.isWellFormed()).sort();
}
function takes(alternative, name, values, resolver) {
  const property = propertyOf(alternative, name, resolver);
  if (!property || isOneSided(property, { mode: "input", resolver })) return false;
  const followed = resolver.follow(property);
  if (!followed.ok) return false;
  const { type, enum: known, const: only } = (0,encoding_json/* isJsonObject */.OW)(followed.node.value) ? followed.node.value : {};
  const isText = type === void 0 || [type].flat().includes("string");
  const allowed = only === void 0 ? Array.isArray(known) ? known : void 0 : [only];
  return isText && (allowed === void 0 || values.every((value) => allowed.includes(value)));
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/copy-json.js

const copy_json_MAX_DEPTH = 12;
const copy_json_MAX_VALUES = 2e3;
function copyJson(value, budget = { values: copy_json_MAX_VALUES }, depth = 0) {
  budget.values -= 1;
  if (budget.values < 0 || depth > copy_json_MAX_DEPTH) return void 0;
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number") return Number.isFinite(value) ? value : void 0;
  if (typeof value === "boolean" || value === null) return value;
  if (Array.isArray(value)) return copyArray(value, budget, depth);
  return typeof value === "object" ? copyObject(value, budget, depth) : void 0;
}
function copyArray(value, budget, depth) {
  const copied = [];
  for (const item of value) {
    const copy = copyJson(item, budget, depth + 1);
    if (copy === void 0) return void 0;
    copied.push(copy);
  }
  return copied;
}
function copyObject(value, budget, depth) {
  const copied = {};
  for (const [key, member] of Object.entries(value)) {
    const copy = copyJson(member, budget, depth + 1);
    if (copy === void 0 || encoding_json/* FORBIDDEN_KEYS */.p5.has(key)) return void 0;
    copied[key.toWellFormed()] = copy;
  }
  return copied;
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/safe-pattern.js
const MAX_PATTERN_LENGTH = 512;
const ESCAPED_FLAG = /\\\(\\\?/;
const NESTED_QUANTIFIER = /\)(?:[*+]|\{\d+,\d*\})/;
const QUANTIFIER = /[*+]|\{\d+,\d*\}/;
function isSafePattern(pattern) {
  if (pattern.length > MAX_PATTERN_LENGTH || ESCAPED_FLAG.test(pattern) || repeatsRepetition(pattern)) return false;
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}
function repeatsRepetition(pattern) {
  const bare = pattern.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "x");
  const open = [];
  for (let index = 0; index < bare.length; index += 1) {
    if (bare[index] === "(") open.push(index);
    if (bare[index] !== ")") continue;
    const start = open.pop() ?? 0;
    const isRepeated = NESTED_QUANTIFIER.exec(bare.slice(index, index + 12))?.index === 0;
    if (isRepeated && (QUANTIFIER.test(bare.slice(start, index)) || bare.slice(start, index).includes("|")))
      return true;
  }
  return false;
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/plain-keyword.js




const MAX_TEXT = 200;
function plainKeyword(key, kind, value) {
  switch (kind) {
    case "number":
      return typeof value === "number" && isBound(key, value) ? value : void 0;
    case "count":
      return Number.isSafeInteger(value) && value >= 0 ? value : void 0;
    case "text":
      return typeof value === "string" && value !== "" ? plainText(value, MAX_TEXT) : void 0;
    case "flag":
      return value === true ? true : void 0;
    case "strings":
      return names(value);
    case "pattern":
      return typeof value === "string" && value.isWellFormed() ? pattern(value) : void 0;
    case "values":
      return values(value);
    case "data":
      return copyJson(value);
    default:
      return void 0;
  }
}
function isBound(key, value) {
  return Number.isFinite(value) && (key !== "multipleOf" || value > 0);
}
function pattern(text) {
  const [, source = text] = /^\/(\^.*\$)\/$/s.exec(text) ?? [];
  return isSafePattern(source) ? source : void 0;
}
function names(list) {
  if (!Array.isArray(list)) return void 0;
  const found = list.filter((value) => typeof value === "string" && value.isWellFormed() && !encoding_json/* FORBIDDEN_KEYS */.p5.has(value));
  return found.length > 0 ? [...new Set(found)].sort() : void 0;
}
function values(list) {
  if (!Array.isArray(list)) return void 0;
  if (list.length > 0 && list.every((value) => typeof value === "string" && value.isWellFormed())) return list;
  const found = list.map((value) => copyJson(value));
  return found.length > 0 && !found.includes(void 0) ? found : void 0;
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/types-and-bounds.js


function addTypes(node, schema) {
  const type = memberValue(node, "type");
  if (type === "file") Object.assign(schema, { type: "string", contentEncoding: "base64" });
  else if (TYPES.has(type)) schema["type"] = type;
  if (!Array.isArray(type)) return;
  const known = [...new Set(type.filter((name) => TYPES.has(name)))];
  if (known.length > 0) schema["type"] = known;
}
function addBounds(node, schema) {
  for (const [bound, flag] of [
    ["maximum", "exclusiveMaximum"],
    ["minimum", "exclusiveMinimum"]
  ]) {
    const value = memberValue(node, bound);
    if (isTrue(node, flag) && typeof value === "number" && Number.isFinite(value)) schema[flag] = value;
  }
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/translate.js















function translateSchema(node, context) {
  return translate(node, { ...context, budget: { nodes: MAX_SCHEMA_NODES } }, 0);
}
function translate(node, context, depth) {
  context.budget.nodes -= 1;
  if (depth > MAX_SCHEMA_DEPTH || context.budget.nodes < 0 || !(0,encoding_json/* isJsonObject */.OW)(node.value)) return node.value !== false;
  const reference = referenceOf(node) === void 0 ? void 0 : referenceTo(node, context);
  if (reference && (context.dialect !== "3.1" || Object.keys(node.value).length === 1)) return reference;
  const schema = reference ?? {};
  addTypes(node, schema);
  if (context.mode !== "output") addBounds(node, schema);
  const closure = context.mode === "input" ? closureOfParts(node, context.resolver) : void 0;
  for (const key of sortedKeys(node.value)) addKeyword(key, node, schema, within(key, context, closure), depth);
  alignEnum(schema);
  loosenComposition(schema, context.mode === "input" ? closure : context.mode);
  addTexts(node, schema, context);
  dropOneSided(node, schema, context);
  dropImpossible(schema);
  return context.dialect !== "3.1" && isNullable(node) ? applyNullable(schema) : schema;
}
function within(key, context, closure) {
  if (context.mode === "output") return context;
  const mode = key === "allOf" && (context.mode === "part" || closure !== void 0) ? "part" : "input";
  return mode === context.mode ? context : { ...context, mode };
}
function referenceTo(node, context) {
  const followed = context.resolver.follow(node);
  if (followed.ok) return context.refer(followed.node, context.mode);
  context.onBroken(followed);
  return {};
}
function sortedKeys(value) {
  return (0,encoding_json/* isJsonObject */.OW)(value) ? Object.keys(value).sort() : [];
}
function addKeyword(key, node, schema, context, depth) {
  const kind = KEYWORDS.get(key);
  if (kind === void 0 || context.mode === "output" && REFUSING.has(key)) return;
  const translated = keyword(key, kind, node, context, depth);
  if (translated === void 0) return;
  if (key === "items" && Array.isArray(memberValue(node, key))) schema["prefixItems"] = translated;
  else if (key === "maximum" && "exclusiveMaximum" in schema) return;
  else if (key === "minimum" && "exclusiveMinimum" in schema) return;
  else schema[key] = translated;
}
function keyword(key, kind, node, context, depth) {
  const isOfSchemas = kind === "schema" || kind === "schemas" || kind === "schemaMap";
  if (!isOfSchemas) return plainKeyword(key, kind, memberValue(node, key));
  const member = child(node, key);
  if (!member) return void 0;
  if (kind === "schema") return subschema(key, member, context, depth);
  if (kind === "schemaMap") return schemaMap(key, member, context, depth);
  const list = schemaList(member, context, depth);
  const isChoice = context.mode !== "output" && (key === "oneOf" || key === "anyOf");
  return list && isChoice ? discriminated(node, member, list, context.resolver) : list;
}
function subschema(key, node, context, depth) {
  if (key === "items" && Array.isArray(node.value)) return schemaList(node, context, depth);
  if (typeof node.value === "boolean") {
    return context.mode === "output" && key === "additionalProperties" ? void 0 : node.value;
  }
  return (0,encoding_json/* isJsonObject */.OW)(node.value) ? translate(node, context, depth + 1) : void 0;
}
function schemaList(node, context, depth) {
  const list = items(node).map((item) => translate(item, context, depth + 1));
  return list.length > 0 ? list : void 0;
}
function schemaMap(key, node, context, depth) {
  const map = {};
  for (const name of sortedKeys(node.value)) {
    const isUsable = name.isWellFormed() && !encoding_json/* FORBIDDEN_KEYS */.p5.has(name);
    const member = child(node, name);
    if (member && isUsable && (key !== "patternProperties" || isSafePattern(name)))
      map[name] = translate(member, context, depth + 1);
  }
  return Object.keys(map).length > 0 ? map : void 0;
}
function addTexts(node, schema, { mode }) {
  const description = memberValue(node, "description");
  if (typeof description === "string" && description.trim() !== "") {
    schema["description"] = plainText(description, MAX_SCHEMA_TEXT[mode === "output" ? "output" : "input"]);
  }
  if ("description" in schema) delete schema["title"];
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/object-shape.js

const TYING = ["not", "if", "patternProperties", "propertyNames", "dependentSchemas", "discriminator", "$dynamicRef"];
const object_shape_MAX_PARTS = 64;
function objectShape(schema, resolver) {
  const shape = { properties: /* @__PURE__ */ new Map(), required: /* @__PURE__ */ new Set() };
  const queue = [schema];
  const seen = /* @__PURE__ */ new Set();
  for (let node = queue.pop(); node; node = queue.pop()) {
    const followed = resolver.follow(node);
    if (!followed.ok || seen.size > object_shape_MAX_PARTS || !isPlain(followed.node)) return void 0;
    if (seen.has(followed.node.value)) continue;
    seen.add(followed.node.value);
    for (const [name, member] of members(child(followed.node, "properties"))) {
      if (shape.properties.has(name) && shape.properties.get(name)?.value !== member.value) return void 0;
      shape.properties.set(name, member);
    }
    for (const { value } of items(child(followed.node, "required")))
      if (typeof value === "string") shape.required.add(value);
    for (const part of items(child(followed.node, "allOf"))) queue.push(part);
  }
  const isListed = shape.properties.size > 0 || isEmpty(schema, resolver);
  return isListed && [...shape.properties.keys()].every((name) => name.isWellFormed()) ? shape : void 0;
}
function isEmpty(schema, resolver) {
  const followed = resolver.follow(schema);
  if (!followed.ok) return false;
  return child(followed.node, "properties") !== void 0 || child(followed.node, "additionalProperties")?.value === false;
}
function isPlain(node) {
  const types = [child(node, "type")?.value ?? "object"].flat();
  if (!types.includes("object") || types.some((type) => type !== "object" && type !== "null")) return false;
  if (TYING.some((key) => child(node, key) !== void 0)) return false;
  if (child(node, "additionalProperties") && child(node, "additionalProperties")?.value !== false) return false;
  return ["oneOf", "anyOf"].every((key) => items(child(node, key)).every(saysOnlyWhatIsRequired));
}
function saysOnlyWhatIsRequired(node) {
  return members(node).every(([key]) => key === "required");
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/schema-kind.js

const schema_kind_MAX_DEPTH = 8;
function bodyKindOfSchema(node, resolver) {
  return kindOf(node, resolver, 0, /* @__PURE__ */ new Set());
}
function kindOf(node, resolver, depth, seen) {
  const followed = resolver.follow(node);
  if (!followed.ok || depth > schema_kind_MAX_DEPTH || seen.has(followed.node.value)) return "scalar";
  const schema = followed.node;
  seen.add(schema.value);
  if (isFile(schema)) return "file";
  const types = [child(schema, "type")?.value].flat();
  if (types.includes("object") || types.includes("array")) return "structured";
  if (types[0] === void 0 && child(schema, "properties")) return "structured";
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((key) => items(child(schema, key)).slice(0, 4));
  for (const part of parts) {
    const kind = kindOf(part, resolver, depth + 1, seen);
    if (kind !== "scalar") return kind;
  }
  return "scalar";
}
function isFile(schema) {
  const type = child(schema, "type")?.value;
  if (type === "file" || child(schema, "format")?.value === "binary") return true;
  const mediaType = child(schema, "contentMediaType")?.value;
  return typeof mediaType === "string" && !/^(?:text\/|application\/json)/.test(mediaType) && child(schema, "contentEncoding") === void 0;
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/body-fields.js





const FORM_STYLES = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];
const FILE = {
  type: "object",
  properties: {
    base64: { type: "string", contentEncoding: "base64", description: "The content of the file." },
    filename: { type: "string" },
    contentType: {
      type: "string",
      pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
      description: "Media type of the file."
    }
  },
  required: ["base64"],
  additionalProperties: false
};
function bodyFields(context, kind, variant) {
  const { schema, encoding } = variant;
  const followed = schema && context.document.resolver.follow(schema);
  if (!followed?.ok || followed.node === schema || encoding) return readFields(context, kind, variant);
  const known = context.shared.fields[kind];
  const { value } = followed.node;
  if (!known.has(value)) known.set(value, readFields(context, kind, variant));
  return known.get(value);
}
function readFields(context, kind, variant) {
  const { resolver } = context.document;
  const shape = variant.schema && objectShape(variant.schema, resolver);
  if (!shape) return kind === "multipart" ? unnamedFile(context, variant) : void 0;
  return [...shape.properties].filter(([, node]) => !isOneSided(node, { mode: "input", resolver })).sort(([a], [b]) => a < b ? -1 : 1).map(([name, node]) => {
    const required = shape.required.has(name);
    const encoding = variant.encoding && child(variant.encoding, name);
    return {
      name,
      required,
      ...schemaOf(context, kind, node),
      ...kind === "json" ? {} : encodingOf(encoding, kind)
    };
  });
}
function unnamedFile(context, { schema }) {
  const file = schema && schemaOf(context, "multipart", schema);
  return file?.binary ? [{ name: "file", required: true, ...file }] : void 0;
}
function schemaOf(context, kind, node) {
  const { resolver } = context.document;
  if (kind === "multipart") {
    if (bodyKindOfSchema(node, resolver) === "file") return { schema: describedFile(node), binary: true };
    const followed = resolver.follow(node);
    const item = followed.ok ? child(followed.node, "items") : void 0;
    if (item && bodyKindOfSchema(item, resolver) === "file") {
      return { schema: { type: "array", items: FILE }, binary: true };
    }
  }
  return { schema: translateSchema(node, context.pool.context("input")) };
}
function describedFile(node) {
  const description = node_textOf(node, "description")?.trim();
  return description ? { ...FILE, description } : FILE;
}
function encodingOf(encoding, kind) {
  if (!encoding) return {};
  const contentType = node_textOf(encoding, "contentType")?.split(",", 1)[0]?.trim();
  const style = FORM_STYLES.find((known) => known === node_textOf(encoding, "style"));
  const explode = child(encoding, "explode")?.value;
  const isStyled = kind === "form" && (style !== void 0 || typeof explode === "boolean");
  return {
    ...isStyled ? {
      style: style ?? "form",
      explode: typeof explode === "boolean" ? explode : style !== "spaceDelimited" && style !== "pipeDelimited"
    } : {},
    ...kind === "form" && isTrue(encoding, "allowReserved") ? { allowReserved: true } : {},
    ...contentType && !isStyled && !contentType.includes("*") && /^[\x20-\x7e]+$/.test(contentType) ? { contentType } : {}
  };
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/form-root.js


function choiceForRoot(choice, schema, resolver) {
  if (choice.kind !== "form" && choice.kind !== "multipart") return choice;
  const followed = resolver.follow(schema);
  const type = followed.ok ? memberValue(followed.node, "type") : void 0;
  if (!followed.ok || type !== "string" && type !== "array") return choice;
  if (choice.kind === "form") return type === "string" ? { ...choice, kind: "text" } : void 0;
  const file = type === "array" ? child(followed.node, "items") : followed.node;
  return file && bodyKindOfSchema(file, resolver) === "file" ? choice : void 0;
}


;// CONCATENATED MODULE: ./.build/contract/request/media-types.js
const JSON_TYPE = /^[^/;]+\/(?:[^/;]+\+)?json$/i;
function essence(mediaType) {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}
function isJsonType(mediaType) {
  return JSON_TYPE.test(essence(mediaType));
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/media-kind.js

const ORDER = ["json", "form", "multipart", "text", "binary"];
const TEXT = /^(?:text\/.+|application\/(?:.+\+)?(?:xml|yaml|x-yaml|graphql|javascript|sql|x-ndjson|jsonl|x-jsonlines|json-seq|toml))$/;
const YAML = /^(?:text|application)\/(?:.+\+|x-)?yaml$/;
function mediaChoice(mediaType, schemaIsStructured) {
  const type = essence(mediaType);
  if (!/^[^/\s]+\/[^/\s]+$/.test(type) || !/^[\x20-\x7e]+$/.test(mediaType)) return void 0;
  const contentType = mediaType.trim();
  if (schemaIsStructured && YAML.test(type)) return { kind: "json", contentType };
  if (isJsonType(type)) return { kind: "json", contentType };
  if (type === "application/x-www-form-urlencoded") return { kind: "form", contentType: type };
  if (type.startsWith("multipart/")) return { kind: "multipart", contentType: "multipart/form-data" };
  if (type === "text/*") return { kind: "text", contentType: "text/plain" };
  if (TEXT.test(type)) return { kind: "text", contentType };
  const isRange = type.includes("*");
  if (schemaIsStructured) return { kind: "json", contentType: isRange ? "application/json" : contentType };
  return { kind: "binary", contentType: isRange ? "application/octet-stream" : contentType };
}
function compareChoices(a, b) {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || plainness(a.contentType) - plainness(b.contentType) || (a.contentType < b.contentType ? -1 : Number(a.contentType > b.contentType));
}
function plainness(contentType) {
  const rank = ["application/json", "application/merge-patch+json"].indexOf(essence(contentType));
  return rank === -1 ? 2 : rank;
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/collection-format.js

function collectionStyle(node, place) {
  if (place === "path" || place === "header") return { style: "simple", explode: false };
  switch (node_textOf(node, "collectionFormat")) {
    case "multi":
      return { style: "form", explode: true };
    case "ssv":
      return { style: "spaceDelimited", explode: false };
    case "pipes":
      return { style: "pipeDelimited", explode: false };
    case "tsv":
      return void 0;
    default:
      return { style: "form", explode: false };
  }
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/swagger-body.js



function swaggerBody(context, bodyParts) {
  const whole = bodyParts.find((node) => node_textOf(node, "in") === "body");
  if (whole) return bodyParameter(context, whole);
  const [first] = bodyParts;
  return first && formData(context, bodyParts, first);
}
function bodyParameter(context, node) {
  const schema = child(node, "schema");
  const consumes = mediaTypes(context, "consumes");
  const variants = (consumes.length > 0 ? consumes : ["application/json"]).map((mediaType) => ({
    mediaType,
    schema
  }));
  return { node, required: isTrue(node, "required"), description: node_textOf(node, "description"), variants };
}
function formData(context, parts, first) {
  const tsv = parts.find((node) => !collectionStyle(node, "formData"));
  if (tsv) {
    const reason = 'its collectionFormat "tsv" has no counterpart';
    reportAt(context, "openapi-parameter", { parameter: node_textOf(tsv, "name") ?? "", reason }, tsv);
    return "unusable";
  }
  const hasFile = parts.some((node) => node_textOf(node, "type") === "file");
  const consumes = mediaTypes(context, "consumes");
  const isMultipart = hasFile || consumes.length > 0 && consumes.every((type) => type.startsWith("multipart/"));
  const mediaType = isMultipart ? "multipart/form-data" : "application/x-www-form-urlencoded";
  return {
    node: first,
    required: parts.some((node) => isTrue(node, "required")),
    variants: [formVariant(parts, first, mediaType)]
  };
}
function formVariant(parts, at, mediaType) {
  const properties = /* @__PURE__ */ Object.create(null);
  const encoding = /* @__PURE__ */ Object.create(null);
  for (const node of parts) {
    const name = node_textOf(node, "name") ?? "";
    properties[name] = { ...node.value, required: false };
    if (node_textOf(node, "type") === "array") encoding[name] = { ...collectionStyle(node, "formData") };
  }
  const required = parts.filter((node) => isTrue(node, "required")).map((node) => node_textOf(node, "name") ?? "");
  const place = { file: at.file, pointer: at.pointer };
  return {
    mediaType,
    schema: { ...place, value: { type: "object", properties, required } },
    encoding: { ...place, value: encoding }
  };
}
function mediaTypes({ document, operation }, key) {
  const declared = child(operation.node, key) ?? child(document.root, key);
  return items(declared).flatMap(({ value }) => typeof value === "string" ? [value] : []);
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/read-body.js











function readBody(context, bodyParts) {
  const documented = context.document.dialect === "2.0" ? swaggerBody(context, bodyParts) : requestBody(context);
  if (documented === void 0 || documented === "unusable") return documented;
  const choices = documented.variants.map((variant) => ({ variant, choice: choiceFor(context, variant) })).filter((pair) => pair.choice !== void 0).sort((a, b) => compareChoices(a.choice, b.choice));
  const [best] = choices;
  if (best) return toBody(context, documented, best.variant, best.choice);
  const mediaTypes = documented.variants.map(({ mediaType }) => mediaType);
  if (mediaTypes.length === 0 && !documented.required) return void 0;
  reportAt(context, "openapi-body", { mediaTypes }, documented.node);
  return "unusable";
}
function requestBody(context) {
  const declared = child(context.operation.node, "requestBody");
  if (!declared) return void 0;
  const node = followOrReport(context, declared);
  if (!node) return "unusable";
  const variants = members(child(node, "content")).map(([mediaType, media]) => {
    const followed = context.document.resolver.follow(media);
    const target = followed.ok ? followed.node : media;
    return { mediaType, schema: child(target, "schema"), encoding: child(target, "encoding") };
  });
  variants.sort((a, b) => a.mediaType < b.mediaType ? -1 : 1);
  return { node, required: isTrue(node, "required"), description: node_textOf(node, "description"), variants };
}
function choiceFor(context, { mediaType, schema }) {
  const { resolver } = context.document;
  const kind = schema && bodyKindOfSchema(schema, resolver);
  const choice = mediaChoice(mediaType, kind === "structured");
  return choice && schema ? choiceForRoot(choice, schema, resolver) : choice;
}
function toBody(context, documented, variant, choice) {
  const { required } = documented;
  const isStructured = choice.kind === "json" || choice.kind === "form" || choice.kind === "multipart";
  const fields = isStructured && variant.schema ? bodyFields(context, choice.kind, variant) : void 0;
  if (fields?.length === 0 && !required) return void 0;
  if (fields) return { ...choice, required, fields };
  return {
    ...choice,
    required,
    schema: withDescription(wholeSchema(context, choice, variant), documented.description)
  };
}
function wholeSchema(context, { kind, contentType }, { schema }) {
  if (kind === "binary") return { type: "string", contentEncoding: "base64", contentMediaType: contentType };
  if (kind === "text") return { type: "string", contentMediaType: contentType };
  const found = schema ? translateSchema(schema, context.pool.context("input")) : {};
  return kind === "json" || !(0,encoding_json/* isJsonObject */.OW)(found) || found["type"] !== void 0 ? found : { type: "object", ...found };
}
function withDescription(schema, description) {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema) || !description?.trim()) return schema;
  return { ...schema, description: plainText(description, MAX_SCHEMA_TEXT.input) };
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/managed-headers.js
const SPECIFIED = /* @__PURE__ */ new Set(["accept", "content-type", "authorization"]);
const MANAGED = /* @__PURE__ */ new Set([
  "connection",
  "content-length",
  "cookie",
  "expect",
  "host",
  "keep-alive",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade"
]);
function isSpecifiedHeader(name) {
  return SPECIFIED.has(name.toLowerCase());
}
function isManagedHeader(name) {
  return MANAGED.has(name.toLowerCase());
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/parameter.js







const STYLES = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"]
};
const parameter_TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;
function toParameter(context, node, name, place) {
  const fail = (reason) => reportAt(context, "openapi-parameter", { parameter: name, reason }, node);
  if (place === "header" && !parameter_TOKEN.test(name)) return fail("its name is not a header name");
  const isOld = context.document.dialect === "2.0";
  const serialization = isOld ? collectionStyle(node, place) : serializationOf(node, place);
  if (!serialization) return fail('its collectionFormat "tsv" has no counterpart');
  const schema = isOld ? translateSchema(node, context.pool.context("input")) : parameter_schemaOf(context, node);
  if (schema === void 0) return void 0;
  const required = place === "path" || isTrue(node, "required");
  return { in: place, name, required, ...serialization, schema: described(schema, node) };
}
function serializationOf(node, place) {
  const wanted = memberValue(node, "style");
  const style = STYLES[place].find((known) => known === wanted) ?? STYLES[place][0];
  const stated = memberValue(node, "explode");
  const explode = style === "deepObject" || (typeof stated === "boolean" ? stated : style === "form");
  const [contentType] = onlyContent(node);
  return {
    style,
    explode,
    ...place === "query" && isTrue(node, "allowReserved") ? { allowReserved: true } : {},
    ...contentType === void 0 ? {} : { contentType }
  };
}
function onlyContent(node) {
  const content = child(node, "content");
  return content ? members(content).sort(([a], [b]) => a < b ? -1 : 1)[0] ?? [] : [];
}
function parameter_schemaOf(context, node) {
  const [, content] = onlyContent(node);
  const media = content && followOrReport(context, content);
  if (content && !media) return void 0;
  const schema = child(media ?? node, "schema");
  return schema ? translateSchema(schema, context.pool.context("input")) : {};
}
function described(schema, node) {
  const description = node_textOf(node, "description")?.trim();
  const base = (0,encoding_json/* isJsonObject */.OW)(schema) ? { ...schema } : schema === true ? {} : void 0;
  if (!base) return schema;
  if (description) base["description"] = plainText(description, MAX_SCHEMA_TEXT.input);
  if (isTrue(node, "deprecated")) base["deprecated"] = true;
  return base;
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/query-string.js







function queryStringParameters(context, node) {
  const [mediaType, declared] = onlyContent(node);
  const media = declared && followOrReport(context, declared);
  if (declared && !media) return void 0;
  const schema = media && child(media, "schema");
  const isForm = mediaType !== void 0 && essence(mediaType) === "application/x-www-form-urlencoded";
  const shape = isForm && schema ? objectShape(schema, context.document.resolver) : void 0;
  if (!shape) {
    const reason = "it is the whole query, and no form whose fields are listed";
    return reportAt(context, "openapi-parameter", { parameter: "querystring", reason }, node);
  }
  const encoding = media && child(media, "encoding");
  return [...shape.properties].sort(([a], [b]) => a < b ? -1 : 1).map(([name, property]) => ({
    in: "query",
    name,
    required: isTrue(node, "required") && shape.required.has(name),
    style: "form",
    explode: true,
    ...encodingOf(encoding && child(encoding, name), "form"),
    schema: translateSchema(property, context.pool.context("input"))
  }));
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/read-parameters.js






const read_parameters_PLACES = /* @__PURE__ */ new Set(["path", "query", "header", "cookie"]);
function readParameters(context) {
  const nodes = effectiveNodes(context);
  if (!nodes) return void 0;
  const bodyParts = nodes.filter((node) => ["body", "formData"].includes(node_textOf(node, "in") ?? ""));
  const parameters = nodes.filter((node) => !bodyParts.includes(node)).flatMap((node) => isQueryString(node) ? queryStringParameters(context, node) : readParameter(context, node)).filter((parameter) => parameter !== "ignored");
  if (parameters.includes(void 0)) return void 0;
  return { parameters: withPlaceholders(context, parameters), bodyParts };
}
function isQueryString(node) {
  return child(node, "in")?.value === "querystring";
}
function effectiveNodes(context) {
  const { operation } = context;
  const declared = [operation.pathItem, operation.node].flatMap((node) => items(child(node, "parameters")));
  const followed = declared.map((node) => followOrReport(context, node));
  if (followed.includes(void 0)) return void 0;
  const byKey = /* @__PURE__ */ new Map();
  for (const node of followed) byKey.set(keyOf(node), node);
  return [...byKey.values()];
}
function keyOf(node) {
  const [place, name] = [node_textOf(node, "in"), node_textOf(node, "name")];
  return `${place} ${place === "header" ? name?.toLowerCase() : name}`;
}
function readParameter(context, node) {
  const place = child(node, "in")?.value;
  const name = node_textOf(node, "name") ?? "";
  if (!read_parameters_PLACES.has(place) || name === "") {
    const reason = name === "" ? "it has no name" : `its place ${JSON.stringify(place ?? null)} is not known`;
    return reportAt(context, "openapi-parameter", { parameter: name, reason }, node);
  }
  if (place === "header" && isSpecifiedHeader(name)) return "ignored";
  if (place === "header" && isManagedHeader(name)) {
    reportAt(context, "openapi-header-ignored", { header: name }, node);
    return "ignored";
  }
  if (place === "path" && !placeholders(context.operation.path).includes(name)) {
    reportAt(context, "openapi-path-parameter-unused", { parameter: name, path: context.operation.path }, node);
    return "ignored";
  }
  const known = context.shared.parameters.get(node.value);
  const parameter = known ?? toParameter(context, node, name, place);
  if (parameter && !known) context.shared.parameters.set(node.value, parameter);
  return parameter;
}
function withPlaceholders({ operation }, parameters) {
  if (!operation.path.includes("{")) return parameters;
  const declared = new Set(parameters.filter(({ in: place }) => place === "path").map(({ name }) => name));
  const missing = placeholders(operation.path).filter(
    (name, index, all) => !declared.has(name) && all.indexOf(name) === index
  );
  const implied = missing.map((name) => ({
    in: "path",
    name,
    required: true,
    style: "simple",
    explode: false,
    schema: { type: "string" }
  }));
  return [...parameters, ...implied];
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/read-response.js





function readResponse(context) {
  const answers = successes(context).map((node) => contentOf(context, node));
  const json = answers.flat().find(({ mediaType }) => isJsonType(mediaType));
  const [first] = answers.find((content) => content.length > 0) ?? [];
  const accept = (json ?? first)?.mediaType.trim() ?? "*/*";
  const output = json?.schema && translateSchema(json.schema, context.pool.context("output"));
  const isTelling = (0,encoding_json/* isJsonObject */.OW)(output) && Object.keys(output).length > 0;
  return { accept: /^[\x20-\x7e]+$/.test(accept) ? accept : "*/*", ...isTelling ? { output } : {} };
}
function successes({ document, operation }) {
  const responses = child(operation.node, "responses");
  if (!(0,encoding_json/* isJsonObject */.OW)(responses?.value)) return [];
  const statuses = Object.keys(responses.value).filter((status) => /^2(?:\d\d|xx)$/i.test(status));
  return statuses.sort().flatMap((status) => {
    const followed = document.resolver.follow(child(responses, status));
    return followed.ok ? [followed.node] : [];
  });
}
function contentOf(context, answer) {
  if (context.document.dialect === "2.0") {
    const schema = child(answer, "schema");
    const produces = mediaTypes(context, "produces");
    return (produces.length > 0 || !schema ? produces : ["application/json"]).map((mediaType) => ({
      mediaType,
      schema
    }));
  }
  return members(child(answer, "content")).map(([mediaType, media]) => {
    const followed = context.document.resolver.follow(media);
    return { mediaType, schema: child(followed.ok ? followed.node : media, "schema") };
  }).sort((a, b) => a.mediaType < b.mediaType ? -1 : 1);
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/resolve-operation.js









const MAX_EFFECTS = 16;
const MAX_TAGS = 256;
const MAX_TAG = 256;
const UNSENDABLE = /\\|\/(?:\.|%2e){1,2}(?:\/|$)/i;
function resolveOperation(context, frame) {
  const pathFault = faultOfPath(context.operation.path);
  if (pathFault !== void 0)
    return reportAt(context, "openapi-path", { path: context.operation.path, reason: pathFault });
  const read = readParameters(context);
  const fragmentFault = read && faultOfFragment(context.operation.path, read.parameters);
  if (fragmentFault !== void 0)
    return reportAt(context, "openapi-path", { path: context.operation.path, reason: fragmentFault });
  const body = read && readBody(context, read.bodyParts);
  if (!read || body === "unusable") return void 0;
  if (frame.server === void 0 || frame.security === void 0) return void 0;
  const { input, ...request } = layOutArguments(
    read.parameters.filter((parameter) => !isCredential(parameter, frame)),
    body
  );
  const { accept, output } = readResponse(context);
  return {
    key: operationKey(context),
    entry: entryOf(context, frame.classification),
    basis: frame.classification.basis,
    document: {
      v: 1,
      description: describe(context),
      request: {
        method: context.operation.method,
        server: frame.server,
        path: requestPath(context.operation.path),
        ...request,
        accept,
        security: frame.security
      },
      input,
      ...output && typeof output === "object" && !Array.isArray(output) ? { output } : {}
    }
  };
}
function entryOf({ document, operation }, found) {
  const { id, name, method, path, node } = operation;
  const summary = firstLine(node_textOf(node, "summary") || node_textOf(node, "description") || id, MAX_SUMMARY_LENGTH);
  return {
    spec: document.source.id,
    id,
    name,
    method,
    path,
    summary,
    tags: tagsOf(operation.node),
    ...isTrue(node, "deprecated") ? { deprecated: true } : {},
    ...surfaceOf(found)
  };
}
function tagsOf(node) {
  const tags = items(child(node, "tags")).flatMap(
    ({ value }) => typeof value === "string" ? [firstLine(value, MAX_TAG)] : []
  );
  return [...new Set(tags)].filter((tag) => tag !== "").slice(0, MAX_TAGS);
}
function surfaceOf({
  expose,
  readOnly,
  uriTemplate,
  effects
}) {
  return {
    expose,
    readOnly,
    ...uriTemplate === void 0 ? {} : { uriTemplate },
    effects: effects.slice(0, MAX_EFFECTS)
  };
}
function describe({ operation }) {
  const text = node_textOf(operation.node, "description")?.trim() || node_textOf(operation.node, "summary") || "";
  return plainText(text, MAX_DESCRIPTION_LENGTH);
}
function faultOfPath(path) {
  const end = path.search(/[?#]/);
  return UNSENDABLE.test(end === -1 ? path : path.slice(0, end)) ? 'it holds "." or ".." as a segment, or a backslash' : void 0;
}
function requestPath(path) {
  return path.split("#", 1)[0];
}
function isCredential(parameter, { security = [], schemes }) {
  return security.flat().some((name) => {
    const scheme = schemes[name];
    if (scheme?.type !== "apiKey" || scheme.in !== parameter.in) return false;
    const isSameName = (a, b) => scheme.in === "header" ? a.toLowerCase() === b.toLowerCase() : a === b;
    return isSameName(scheme.name, parameter.name);
  });
}


;// CONCATENATED MODULE: ./.build/build/openapi/operation/shared-parts.js
function createSharedParts() {
  const fields = { json: /* @__PURE__ */ new Map(), form: /* @__PURE__ */ new Map(), multipart: /* @__PURE__ */ new Map(), text: /* @__PURE__ */ new Map(), binary: /* @__PURE__ */ new Map() };
  return { parameters: /* @__PURE__ */ new Map(), fields };
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/schema-names.js




const COMPONENT = /^\/(?:components\/schemas|definitions)\/[^/]+$/;
const schema_names_MAX_LENGTH = 64;
function createNamer(document) {
  const counts = /* @__PURE__ */ new Map();
  for (const name of componentNames(document).map(safeName)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (target, mode) => {
    const safe = safeName((parsePointer(target.pointer) ?? []).at(-1) ?? "schema");
    const name = mode === "output" ? safe : `${safe}_${mode}`;
    const isComponent = target.file === document.root.file && COMPONENT.test(target.pointer);
    const isFree = counts.get(safe) === 1 && (mode === "output" || !counts.has(name)) && !encoding_json/* FORBIDDEN_KEYS */.p5.has(name);
    return isComponent && isFree ? name : `${name}_${hashOf(target)}`;
  };
}
function componentNames({ root }) {
  const components = child(root, "components");
  const schemas = components ? child(components, "schemas") : child(root, "definitions");
  return (0,encoding_json/* isJsonObject */.OW)(schemas?.value) ? Object.keys(schemas.value) : [];
}
function safeName(name) {
  return name.replace(/[^A-Za-z0-9_]+/g, "_").slice(0, schema_names_MAX_LENGTH);
}
function hashOf({ file, pointer }) {
  return (0,external_node_crypto_.createHash)("sha256").update(`${file.path}#${pointer}`).digest("hex").slice(0, 12);
}


;// CONCATENATED MODULE: ./.build/build/openapi/schema/pool.js



const LEFT_OUT = { description: "Not described here: the schemas of this API are too large." };
function createSchemaPool(document, onBroken) {
  const names = /* @__PURE__ */ new Map();
  const byNode = { input: /* @__PURE__ */ new Map(), output: /* @__PURE__ */ new Map(), part: /* @__PURE__ */ new Map() };
  const nameOf = createNamer(document);
  const pending = [];
  const nameFor = (target, mode) => {
    const key = `${mode} ${target.file.path}#${target.pointer}`;
    let name = names.get(key);
    if (name === void 0) {
      name = nameOf(target, mode);
      names.set(key, name);
      pending.push({ name, target, mode });
    }
    return name;
  };
  const refer = (target, mode) => {
    let reference = byNode[mode].get(target);
    if (!reference) byNode[mode].set(target, reference = { $ref: `#/$defs/${nameFor(target, mode)}` });
    return { ...reference };
  };
  const { dialect, resolver } = document;
  const context = (mode) => ({ mode, dialect, resolver, refer, onBroken });
  return { context, finish: () => translateAll(pending, context) };
}
function translateAll(pending, context) {
  const translated = [];
  let outputLength = 0;
  for (const { name, target, mode } of pending) {
    if (mode === "output" && outputLength > MAX_OUTPUT_SCHEMAS_LENGTH) {
      translated.push([name, LEFT_OUT]);
      continue;
    }
    const schema = translateSchema(target, context(mode));
    if (mode === "output") outputLength += JSON.stringify(schema).length;
    translated.push([name, schema]);
  }
  return Object.fromEntries(translated);
}


;// CONCATENATED MODULE: ./.build/build/openapi/service/read-servers.js

function serversOf(node) {
  const servers = items(child(node, "servers")).map((server) => ({
    url: node_textOf(server, "url") ?? "",
    variables: new Map(members(child(server, "variables")).map(([name, variable]) => [name, variableOf(variable)]))
  }));
  return servers.length > 0 ? servers : void 0;
}
function variableOf(node) {
  const values = items(child(node, "enum")).flatMap(({ value }) => typeof value === "string" ? [value] : []);
  const stated = child(node, "default")?.value;
  const fallback = typeof stated === "string" || typeof stated === "number" ? String(stated) : void 0;
  return { default: fallback, ...values.length > 0 ? { values } : {} };
}
function documentServers({ root, dialect }) {
  const none = /* @__PURE__ */ new Map();
  if (dialect !== "2.0") return serversOf(root) ?? [{ url: "/", variables: none }];
  const host = node_textOf(root, "host");
  const basePath = node_textOf(root, "basePath") ?? "";
  if (!host) return [{ url: basePath || "/", variables: none }];
  const schemes = items(child(root, "schemes")).map(({ value }) => value);
  const scheme = schemes.includes("http") && !schemes.includes("https") ? "http" : "https";
  return [{ url: `${scheme}://${host}${basePath}`, variables: none }];
}


;// CONCATENATED MODULE: ./.build/build/openapi/service/server-variables.js

function reportOnce() {
  const reported = /* @__PURE__ */ new Set();
  return (key, report) => {
    if (!reported.has(key)) report();
    reported.add(key);
  };
}
function createVariableFiller(source, sink) {
  const once = reportOnce();
  return (server) => {
    let isComplete = true;
    const url = server.url.replace(/\{([^{}]*)\}/g, (_, name) => {
      const value = server_variables_variableValue(server, name, source.serverVariables);
      if (typeof value === "string") return value;
      isComplete = false;
      const args = { spec: source.id, variable: name, ...value };
      once(name, () => sink.report("openapi-server-variable", args, source.location));
      return "";
    });
    return isComplete ? url : void 0;
  };
}
function unknownVariables(source, server) {
  return Object.keys(source.serverVariables).filter((name) => !server.url.includes(`{${name}}`)).map((variable) => ({ spec: source.id, variable, suggestions: (0,suggest/* suggest */.Z)(variable, server.variables.keys()) }));
}
function server_variables_variableValue(server, name, given) {
  const variable = server.variables.get(name);
  const value = Object.hasOwn(given, name) ? given[name] : variable?.default;
  const allowed = variable?.values ?? [];
  const isRefused = Object.hasOwn(given, name) && allowed.length > 0 && !allowed.includes(value);
  return value === void 0 || isRefused ? { ...value === void 0 ? {} : { value }, allowed } : value;
}


;// CONCATENATED MODULE: ./.build/build/openapi/service/server-url.js

function serverUrl(text) {
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text)) return { ok: false, fault: "relative" };
  const url = URL.canParse(text) ? new URL(text) : void 0;
  const isPlain = url && !url.username && !url.password && !/[?#]/.test(text);
  if (!isPlain || !["https:", "http:"].includes(url.protocol)) return { ok: false, fault: "invalid" };
  if (!isSecureUrl(url)) return { ok: false, fault: "insecure" };
  return { ok: true, url: url.origin + url.pathname.replace(/\/+$/, ""), origin: url.origin };
}


;// CONCATENATED MODULE: ./.build/build/openapi/service/resolve-server.js



function createServerResolver(document, sink) {
  const { source } = document;
  const known = /* @__PURE__ */ new Map();
  const check = (url) => {
    if (known.has(url)) return known.get(url);
    const checked = serverUrl(url);
    if (!checked.ok) {
      const args = { spec: source.id, url, fault: checked.fault, fromManifest: source.baseUrl !== void 0 };
      sink.report("openapi-server", args, source.location);
    }
    known.set(url, checked.ok ? { url: checked.url, origin: checked.origin } : void 0);
    return known.get(url);
  };
  const fill = createVariableFiller(source, sink);
  const shared = documentServers(document);
  const once = reportOnce();
  const reportIndex = () => once(
    "index",
    () => sink.report(
      "openapi-server-index",
      { spec: source.id, index: source.server, count: shared.length },
      source.location
    )
  );
  const warnOfUnknown = (server) => {
    for (const args of unknownVariables(source, server)) {
      once(args.variable, () => sink.report("openapi-server-variable-unknown", args, source.location));
    }
  };
  const noticeOverride = ({ name }, { url }) => {
    const args = { operation: `${source.binding}.${name}`, url };
    once(`${name} ${url}`, () => sink.report("openapi-server-overridden", args, source.location));
  };
  return {
    resolve(operation) {
      const [own] = serversOf(operation.node) ?? serversOf(operation.pathItem) ?? [];
      if (source.baseUrl !== void 0) {
        if (own) noticeOverride(operation, own);
        return check(source.baseUrl);
      }
      const server = own ?? shared[source.server];
      if (!server) return reportIndex();
      const url = fill(server);
      if (server !== own) warnOfUnknown(server);
      return url === void 0 ? void 0 : check(url);
    }
  };
}


;// CONCATENATED MODULE: ./.build/build/openapi/service/bind-scheme.js
function bindScheme(name, schemes, auth) {
  const known = schemes.get(name);
  if (!known) return { ok: false, fault: "unsupported", reason: "the document does not declare it" };
  if (!known.ok) return { ok: false, fault: "unsupported", reason: known.reason };
  const credential = auth && Object.hasOwn(auth, name) ? auth[name] : void 0;
  if (!credential) return { ok: false, fault: "unbound" };
  const scheme = schemeFor(known.scheme, credential);
  if (!scheme) return { ok: false, fault: "mismatch", kind: bind_scheme_kindOf(known.scheme) };
  return { ok: true, scheme, credential };
}
function schemeFor(scheme, credential) {
  if ("secret" in credential) return scheme;
  if (scheme.type === "http") return scheme.scheme === "bearer" ? scheme : void 0;
  const isAuthorization = scheme.in === "header" && scheme.name.toLowerCase() === "authorization";
  return isAuthorization ? { type: "http", scheme: "bearer" } : void 0;
}
function bind_scheme_kindOf(scheme) {
  return scheme.type === "apiKey" ? "an API key" : `HTTP ${scheme.scheme}`;
}


;// CONCATENATED MODULE: ./.build/build/openapi/service/requirements.js


function requirementsOf({ root }, { node }) {
  const declared = child(node, "security") ?? child(root, "security");
  if (!declared || !Array.isArray(declared.value)) return void 0;
  return items(declared).map(
    (requirement) => members(requirement).map(([name]) => schemeName(name)).sort()
  );
}
function schemeName(name) {
  const prefix = "#/components/securitySchemes/";
  return name.startsWith(prefix) ? parsePointer(name.slice(1))?.at(-1) ?? name : name;
}


;// CONCATENATED MODULE: ./.build/build/openapi/service/security-schemes.js


function readSecuritySchemes(document) {
  const { root, dialect, resolver } = document;
  const components = child(root, "components");
  const declared = dialect === "2.0" ? child(root, "securityDefinitions") : components && child(components, "securitySchemes");
  const known = members(declared).filter(([name]) => !encoding_json/* FORBIDDEN_KEYS */.p5.has(name) && name.isWellFormed()).map(([name, node]) => {
    const followed = resolver.follow(node);
    return [name, followed.ok ? toScheme(followed.node) : { ok: false, reason: "its reference leads nowhere" }];
  });
  return new Map(known);
}
function toScheme(node) {
  const type = node_textOf(node, "type") ?? "";
  switch (type) {
    case "oauth2":
    case "openIdConnect":
      return { ok: true, scheme: { type: "http", scheme: "bearer" } };
    case "basic":
      return { ok: true, scheme: { type: "http", scheme: "basic" } };
    case "http":
      return httpScheme(node_textOf(node, "scheme") ?? "");
    case "apiKey":
      return apiKeyScheme(node);
    default:
      return { ok: false, reason: `its type "${type}" cannot be sent by a Worker` };
  }
}
function httpScheme(name) {
  const scheme = name.toLowerCase();
  if (scheme === "bearer" || scheme === "basic") return { ok: true, scheme: { type: "http", scheme } };
  return { ok: false, reason: `the HTTP scheme "${name}" is not supported` };
}
function apiKeyScheme(node) {
  const place = node_textOf(node, "in");
  const name = node_textOf(node, "name") ?? "";
  const isUsable = (place === "header" || place === "query" || place === "cookie") && name !== "";
  return isUsable ? { ok: true, scheme: { type: "apiKey", in: place, name } } : { ok: false, reason: 'an API key needs "in" (header, query or cookie) and "name"' };
}


;// CONCATENATED MODULE: ./.build/build/openapi/service/resolve-security.js





function createSecurityResolver(document, sink) {
  const { source } = document;
  const { auth } = source;
  if (auth === false) return { resolve: () => [], finish: () => ({ securitySchemes: {}, auth: false }) };
  const declared = readSecuritySchemes(document);
  const assumed = assumedScheme(declared, auth);
  const schemes = assumed ?? declared;
  const bindings = /* @__PURE__ */ new Map();
  const bind = (name) => {
    const bound = bindings.get(name) ?? bindScheme(name, schemes, auth);
    bindings.set(name, bound);
    return bound;
  };
  const used = /* @__PURE__ */ new Set();
  const refused = /* @__PURE__ */ new Set();
  const once = reportOnce();
  return {
    resolve(operation) {
      const wanted = requirementsOf(document, operation) ?? (assumed ? [[...assumed.keys()]] : []);
      const usable = wanted.filter((names) => names.every((name) => bind(name).ok)).sort(byOptional);
      if (wanted.length > 0 && usable.length === 0) {
        for (const name of wanted.flat()) refused.add(name);
        return reportUnusable(document, operation, wanted, bind, once, sink);
      }
      for (const name of usable.flat()) used.add(name);
      return usable;
    },
    finish() {
      if (assumed)
        sink.report("openapi-auth-assumed", { spec: source.id, scheme: [...assumed.keys()].join() }, source.location);
      for (const scheme of Object.keys(auth ?? {}).filter((name) => !used.has(name) && !refused.has(name))) {
        const suggestions = (0,suggest/* suggest */.Z)(scheme, schemes.keys());
        sink.report("openapi-auth-unused", { spec: source.id, scheme, suggestions }, source.location);
      }
      return usedBindings([...used].sort(), bind);
    }
  };
}
function assumedScheme(declared, auth) {
  const [name, ...others] = Object.keys(auth ?? {});
  if (declared.size > 0 || name === void 0 || others.length > 0) return void 0;
  return /* @__PURE__ */ new Map([[name, { ok: true, scheme: { type: "http", scheme: "bearer" } }]]);
}
function byOptional(a, b) {
  return Number(a.length === 0) - Number(b.length === 0);
}
function usedBindings(names, bind) {
  const bound = names.flatMap((name) => {
    const found = bind(name);
    return found.ok ? [{ name, ...found }] : [];
  });
  return {
    securitySchemes: Object.fromEntries(bound.map(({ name, scheme }) => [name, scheme])),
    auth: Object.fromEntries(bound.map(({ name, credential }) => [name, credential]))
  };
}
function reportUnusable({ source }, operation, wanted, bind, once, sink) {
  const faults = wanted.map((names) => names.flatMap((scheme2) => faultOf(scheme2, bind(scheme2))));
  const unbound = faults.find((list) => list.every(({ fault }) => fault === "unbound"));
  const mismatch = faults.flat().find((found) => found.fault === "mismatch");
  const key = `${source.binding}.${operation.name}`;
  const spec = source.id;
  if (mismatch) {
    const { scheme: scheme2, kind } = mismatch;
    return once(
      `mismatch ${scheme2}`,
      () => sink.report("openapi-auth-mismatch", { spec, scheme: scheme2, kind }, source.location)
    );
  }
  if (unbound) {
    const schemes = unbound.map(({ scheme: scheme2 }) => scheme2);
    return once(
      `unbound ${schemes.join()}`,
      () => sink.report("openapi-auth-unbound", { spec, schemes, operation: key }, source.location)
    );
  }
  const unsupported = faults.flat().find((found) => found.fault === "unsupported");
  if (!unsupported) return void 0;
  const { scheme, reason } = unsupported;
  return once(
    `unsupported ${scheme}`,
    () => sink.report("openapi-auth-unsupported", { spec, scheme, reason, operation: key }, source.location)
  );
}
function faultOf(scheme, bound) {
  return bound.ok ? [] : [{ ...bound, scheme }];
}


;// CONCATENATED MODULE: ./.build/build/openapi/resolve-spec.js












async function resolve_spec_resolveSpec(files, context, all, wanted) {
  const { document, sink } = context;
  const ordered = [...wanted].sort((a, b) => a.name < b.name ? -1 : 1);
  await loadReachable(files, document.loaded, ordered.flatMap(reachableFrom));
  const { frames, service } = frameOperations(context, all, ordered);
  const pool = createSchemaPool(
    document,
    ({ reference, fault, at }) => sink.report("openapi-schema-reference", { spec: document.source.id, reference, fault }, locate_locate(at))
  );
  const operations = resolveFramed(context, pool, frames);
  return { service, operations, $defs: pool.finish() };
}
function reachableFrom({ pathItem, node }) {
  const shared = child(pathItem, "parameters");
  return shared ? [node, shared] : [node];
}
function frameOperations({ document, rules, sink }, all, wanted) {
  const servers = createServerResolver(document, sink);
  const security = createSecurityResolver(document, sink);
  const classifier = { spec: document.source.id, resources: indexResources(all), resolver: document.resolver };
  const found = wanted.map((operation) => ({
    operation,
    server: servers.resolve(operation),
    security: security.resolve(operation),
    classification: classify(operation, rules.ruleFor(operation), classifier)
  }));
  const { securitySchemes, auth } = security.finish();
  const origins = [...new Set(found.flatMap(({ server }) => server ? [server.origin] : []))].sort();
  const frames = found.map(({ operation, server, ...rest }) => ({
    operation,
    frame: { ...rest, server: server?.url, schemes: securitySchemes }
  }));
  return { frames, service: { ...resolve_spec_identityOf(document), origins, securitySchemes, auth } };
}
function resolve_spec_identityOf({ root, source }) {
  const info = child(root, "info");
  const [title, version] = [info && node_textOf(info, "title"), info && node_textOf(info, "version")];
  return {
    binding: source.binding,
    ...title ? { title: firstLine(title, 512) } : {},
    ...version ? { version: firstLine(version, 128) } : {}
  };
}
function resolveFramed({ document, rules, sink }, pool, frames) {
  const operations = /* @__PURE__ */ new Map();
  const shared = createSharedParts();
  for (const { operation, frame } of frames) {
    const context = { document, operation, pool, shared, sink };
    reportDoubts(context, frame.classification, rules);
    const resolved = resolveOperation(context, frame);
    if (resolved) operations.set(operation, resolved);
  }
  return operations;
}
function reportDoubts(context, { basis, extensionFaults = [] }, rules) {
  if (basis.doubts.includes("writes-by-name")) reportAt(context, "openapi-writing-get", {});
  for (const { at, reason } of extensionFaults) reportAt(context, "openapi-extension", { reason }, at);
  if (!basis.doubts.includes("rule-impossible")) return;
  const rule = rules.ruleFor(context.operation);
  if (!rule) return reportAt(context, "openapi-extension", { reason: "no URI can name it as a resource" });
  const args = { match: rule.match, operation: operationKey(context) };
  context.sink.report("openapi-rule-impossible", args, rule.location);
}


;// CONCATENATED MODULE: ./.build/build/openapi/document/expanded-size.js



function expandedSize(document, most) {
  const parts = /* @__PURE__ */ new Map();
  const queue = [document.root];
  let steps = 0;
  for (let node = queue.pop(); node; node = queue.pop()) {
    const key = expanded_size_keyOf(node);
    if (parts.has(key)) continue;
    const found = readPart(node, document, most - steps);
    if (typeof found === "string") return found;
    steps += found.part.own;
    if (steps >= most) return Infinity;
    parts.set(key, found.part);
    for (const target of found.targets) queue.push(target);
  }
  return sizeOf(expanded_size_keyOf(document.root), parts);
}
function expanded_size_keyOf({ file, pointer }) {
  return `${file.path}#${pointer}`;
}
function readPart(node, { resolver }, most) {
  const part = { own: 0, refersTo: [] };
  const targets = [];
  const queue = [{ node, depth: 0 }];
  for (let at = queue.pop(); at && part.own < most; at = queue.pop()) {
    part.own += 1;
    if (at.depth > MAX_NESTING) return "too-deep";
    const followed = referenceOf(at.node) === void 0 ? void 0 : resolver.follow(at.node);
    if (followed?.ok) {
      part.refersTo.push(expanded_size_keyOf(followed.node));
      targets.push(followed.node);
    }
    const inside = Array.isArray(at.node.value) ? items(at.node) : members(at.node).map(([, member]) => member);
    for (const member of inside) queue.push({ node: member, depth: at.depth + 1 });
  }
  return { part, targets };
}
function sizeOf(root, parts) {
  const sizes = /* @__PURE__ */ new Map();
  const missing = new Map([...parts].map(([key, { refersTo }]) => [key, refersTo.length]));
  const referredFrom = /* @__PURE__ */ new Map();
  for (const [key, { refersTo }] of parts) {
    for (const target of refersTo) {
      const list = referredFrom.get(target);
      if (list) list.push(key);
      else referredFrom.set(target, [key]);
    }
  }
  const ready = [...missing].flatMap(([key, count]) => count === 0 ? [key] : []);
  const total = ({ own, refersTo }) => refersTo.reduce((sum, target) => sum + (sizes.get(target) ?? 1), own);
  for (let key = ready.pop(); key !== void 0; key = ready.pop()) {
    sizes.set(key, total(parts.get(key)));
    for (const from of referredFrom.get(key) ?? []) {
      const left = (missing.get(from) ?? 0) - 1;
      missing.set(from, left);
      if (left === 0) ready.push(from);
    }
  }
  return sizes.get(root) ?? total(parts.get(root));
}


;// CONCATENATED MODULE: ./.build/build/openapi/strict.js





const BASE = "https://tree.invalid/";
const MOST_FINDINGS = 100;
const NOISE = /must have required property '\$ref'|must match exactly one schema in oneOf|must match "(?:then|else)" schema/;
async function validateStrictly(files, document, sink) {
  const version = node_textOf(document.root, "openapi") ?? "2.0";
  if (version.startsWith("3.2")) {
    sink.report("openapi-strict-version", { version }, locate_locate(child(document.root, "openapi") ?? document.root));
    return;
  }
  await loadReachable(files, document.loaded, [document.root]);
  const excess = excessOf(document);
  if (excess) {
    sink.report("openapi-strict-too-large", excess, { file: document.source.file, line: 1, column: 1 });
    return;
  }
  for (const { instancePath, message } of await findFaults(files, document)) {
    const args = { pointer: instancePath || "/", problem: message };
    sink.report("openapi-strict", args, locate_locate({ ...document.root, pointer: instancePath }));
  }
}
function excessOf(document) {
  if (members(child(document.root, "paths")).length > MAX_STRICT_PATHS) return { fault: "paths", limit: MAX_STRICT_PATHS };
  const size = expandedSize(document, MAX_STRICT_VALUES);
  if (size === "too-deep") return { fault: "deep", limit: MAX_NESTING };
  return size > MAX_STRICT_VALUES ? { fault: "large", limit: MAX_STRICT_VALUES } : void 0;
}
async function findFaults(files, { root, source }) {
  const { default: parser } = await Promise.all(/* import() */[__webpack_require__.e(559), __webpack_require__.e(179)]).then(__webpack_require__.t.bind(__webpack_require__, 5559, 19));
  const copy = structuredClone(root.value);
  try {
    await parser.validate(BASE + encodeURI(source.file), copy, {
      resolve: { file: false, http: false, tree: treeResolver(files) },
      dereference: { circular: true }
    });
    return [];
  } catch (error) {
    return findingsOf(error);
  }
}
function treeResolver(files) {
  return {
    order: 1,
    canRead: true,
    async read({ url }) {
      if (!url.startsWith(BASE)) throw new Error(`"${url}" is not a file of the repository`);
      const content = await files.read(decodeURI(url.slice(BASE.length)), { maxBytes: MAX_DOCUMENT_BYTES });
      if (!content.ok) throw new Error(`"${url.slice(BASE.length)}" cannot be read: ${content.fault}`);
      return new TextDecoder().decode(content.bytes);
    }
  };
}
function findingsOf(error) {
  const details = error instanceof Error && "details" in error ? error.details : void 0;
  const message = (error instanceof Error ? error.message : String(error)).replaceAll(BASE, "");
  if (!Array.isArray(details)) return [{ instancePath: "", message }];
  const findings = details.filter((finding) => !NOISE.test(finding.message));
  const unique = new Map(findings.map((finding) => [`${finding.instancePath} ${finding.message}`, finding]));
  return (unique.size > 0 ? [...unique.values()] : details).slice(0, MOST_FINDINGS);
}


;// CONCATENATED MODULE: ./.build/build/openapi/read-operations.js










async function readOperations(files, manifest, skills, sink) {
  const found = {
    services: emptyRecord(),
    schemas: emptyRecord(),
    operations: [],
    bySkill: emptyRecord()
  };
  for (const { id } of skills.skills) found.bySkill[id] = [];
  const references = referencesBySpec(manifest, skills, sink);
  const rules = createRuleBook(manifest.classificationRules);
  let isComplete = true;
  for (const source of bySpecId(manifest.specs)) {
    const mentions = references.get(source.id);
    if (mentions && !await readOneSpec(files, source, mentions, rules, sink, found)) isComplete = false;
  }
  if (isComplete) reportUnusedRules(rules, sink);
  found.operations.sort((a, b) => read_operations_compare(a.key, b.key));
  for (const keys of Object.values(found.bySkill)) keys.sort(read_operations_compare);
  return found;
}
async function readOneSpec(files, source, mentions, rules, sink, found) {
  if (source.unreadable) return false;
  const document = await readSpec(files, source, sink);
  if (!document) return false;
  if (source.strict) await validateStrictly(files, document, sink);
  const named = nameOperations(await listOperations(files, document));
  rules.see(named);
  const wanted = findReferenced(source, indexOperations(named), mentions, createUnsendableFinder(document), sink);
  const resolved = await resolve_spec_resolveSpec(files, { document, rules, sink }, named, [...wanted.keys()]);
  const { service, $defs, operations } = resolved;
  if (operations.size > 0) found.services[source.id] = service;
  if (Object.keys($defs).length > 0) found.schemas[source.id] = $defs;
  for (const [operation, skillIds] of wanted) {
    const complete = operations.get(operation);
    if (!complete) continue;
    found.operations.push(complete);
    for (const skill of skillIds) found.bySkill[skill]?.push(complete.key);
  }
  return true;
}
function referencesBySpec(manifest, skills, sink) {
  const known = new Set(manifest.specs.map(({ id }) => id));
  const bySpec = /* @__PURE__ */ new Map();
  for (const skill of skills.skills) {
    for (const reference of skill.references) {
      if (!known.has(reference.spec)) {
        const args = { spec: reference.spec, suggestions: (0,suggest/* suggest */.Z)(reference.spec, known), known: [...known].sort() };
        sink.report("openapi-unknown-spec", args, reference.location);
        continue;
      }
      const list = bySpec.get(reference.spec) ?? [];
      bySpec.set(reference.spec, [...list, { skill: skill.id, reference }]);
    }
  }
  return bySpec;
}
function reportUnusedRules(rules, sink) {
  for (const { match, location } of rules.unused()) sink.report("openapi-rule-unused", { match }, location);
}
function bySpecId(specs) {
  return [...specs].sort((a, b) => read_operations_compare(a.id, b.id));
}
function emptyRecord() {
  return /* @__PURE__ */ Object.create(null);
}
function read_operations_compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}


;// CONCATENATED MODULE: ./.build/build/files/map-pool.js
async function mapPool(items, width, map) {
  const results = new Array(items.length);
  let next = 0;
  const work = async () => {
    for (let index = next; index < items.length; index = next) {
      next = index + 1;
      results[index] = await map(items[index]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
  return results;
}


;// CONCATENATED MODULE: ./.build/build/files/report-walk-problems.js
const TELL = {
  "link-outside": (sink, { path, detail = "" }, at) => sink.report("file-link-outside", { path, target: detail }, at),
  "link-broken": (sink, { path, detail }, at) => sink.report("file-link-broken", { path, detail }, at),
  "link-loop": (sink, { path, detail = "" }, at) => sink.report("file-link-loop", { path, target: detail }, at),
  "case-collision": (sink, { path, detail = "" }, at) => sink.report("file-name-collision", { path, other: detail }, at),
  "reserved-name": (sink, { path, detail = "" }, at) => sink.report("file-name-reserved", { path, reason: detail }, at),
  unreadable: (sink, { path, detail }, at) => sink.report("file-unreadable", { path, detail }, at),
  ignored: (sink, { path }, at) => sink.report("file-folder-ignored", { path }, at),
  submodule: (sink, { path }, at) => sink.report("file-submodule", { path }, at),
  "too-many": (sink, { path, detail = "" }, at) => sink.report("file-walk-stopped", { path, limit: detail }, at),
  "too-deep": (sink, { path, detail = "" }, at) => sink.report("file-walk-stopped", { path, limit: detail }, at)
};
function reportWalkProblems(problems, sink) {
  for (const problem of problems) TELL[problem.problem](sink, problem, { file: problem.path });
}


;// CONCATENATED MODULE: ./.build/build/skills/find-skills.js
const SKILL_FILE = "SKILL.md";
function find_skills_findSkills(files, top, sink) {
  const candidates = files.flatMap(({ path }) => isSkillFile(path) ? [folderOf(path)] : []);
  const folders = outermost(candidates.filter((directory) => directory !== top));
  const skills = new Map(folders.map((directory) => [directory, { directory, id: nameOf(directory), files: [] }]));
  for (const file of files) {
    const owner = find_skills_ownerOf(file.path, skills);
    if (owner) owner.files.push(file);
    if (isSkillFile(file.path)) reportPlace(file.path, top, owner, sink);
    else if (!owner && isSkillFile(upper(file.path))) sink.report("skill-file-case", { path: file.path }, { file: file.path });
  }
  return [...skills.values()];
}
function reportPlace(path, top, owner, sink) {
  if (folderOf(path) === top) sink.report("skill-at-top", { path }, { file: path });
  else if (owner && folderOf(path) !== owner.directory && !isInHiddenFolder(path, owner)) {
    sink.report("skill-nested", { path, outer: owner.id }, { file: path });
  }
}
function isInHiddenFolder(path, owner) {
  return path.slice(owner.directory.length).includes("/.");
}
function outermost(directories) {
  const all = new Set(directories);
  return directories.filter((directory) => !foldersAbove(directory).some((above) => all.has(above)));
}
function find_skills_ownerOf(path, skills) {
  for (const folder of foldersAbove(path)) {
    const skill = skills.get(folder);
    if (skill) return skill;
  }
  return void 0;
}
function foldersAbove(path) {
  const folders = [];
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) folders.push(folder);
  return folders;
}
function isSkillFile(path) {
  return nameOf(path) === SKILL_FILE;
}
function upper(path) {
  return nameOf(path).toLowerCase() === "skill.md" ? `${folderOf(path)}/${SKILL_FILE}` : path;
}
function folderOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}


;// CONCATENATED MODULE: ./.build/build/skills/limits.js
const MAX_SKILLS = 1e3;
const MAX_SKILL_FILES = 2048;
const MAX_SKILL_BYTES = 128 * 1024 * 1024;
const HOST_SKILL_FILES = 512;
const HOST_SKILL_BYTES = 16 * 1024 * 1024;


;// CONCATENATED MODULE: ./.build/build/skills/carried-files.js




const LEFTOVER = /(^|\/)(\.DS_Store|\._[^/]*|\.git[^/]*|\.gitkeep|\.keep|Thumbs\.db|desktop\.ini|__MACOSX|__pycache__|[^/]+\.py[co])(\/|$)/;
function carriedFiles(folder, sink) {
  const carried = folder.files.filter((file) => isCarried(file, folder, sink));
  const bytes = carried.reduce((sum, { size }) => sum + size, 0);
  const at = { file: `${folder.directory}/${SKILL_FILE}` };
  const { id } = folder;
  if (carried.length > MAX_SKILL_FILES) {
    sink.report("skill-too-many-files", { id, count: carried.length, limit: MAX_SKILL_FILES }, at);
  } else if (bytes > MAX_SKILL_BYTES) {
    sink.report("skill-too-large", { id, bytes, limit: MAX_SKILL_BYTES }, at);
  } else {
    if (carried.length > HOST_SKILL_FILES || bytes > HOST_SKILL_BYTES) {
      const limits = { maxFiles: HOST_SKILL_FILES, maxBytes: HOST_SKILL_BYTES };
      sink.report("skill-beyond-hosts", { id, files: carried.length, bytes, ...limits }, at);
    }
    return carried;
  }
  return carried.filter(({ path }) => path === at.file);
}
function isCarried(file, folder, sink) {
  const path = file.path.slice(folder.directory.length + 1);
  const at = { file: file.path };
  if (LEFTOVER.test(path)) return false;
  if (path.startsWith(".") || path.includes("/.")) {
    sink.report("skill-hidden-file", { path: file.path }, at);
    return false;
  }
  if (encoding_json/* FORBIDDEN_KEYS */.p5.has(path)) {
    sink.report("skill-file-name-forbidden", { path: file.path }, at);
    return false;
  }
  if (file.size <= MAX_BLOB_BYTES) return true;
  sink.report("skill-file-too-large", { path: file.path, bytes: file.size, limit: MAX_BLOB_BYTES }, at);
  return false;
}


;// CONCATENATED MODULE: ./.build/build/skills/check-ids.js


const LONGEST_ID = 64;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
function checkIds(folders, sink) {
  const byId = /* @__PURE__ */ new Map();
  for (const folder of folders) {
    const { id, directory } = folder;
    const at = { file: `${directory}/${SKILL_FILE}` };
    const first = byId.get(id);
    if (!isSkillId(id)) sink.report("skill-id-invalid", { id, ...suggestionFor(id) }, at);
    else if (first) sink.report("skill-duplicate", { id, first: first.directory, second: directory }, at);
    else byId.set(id, folder);
  }
  return [...byId.values()].sort((a, b) => a.id < b.id ? -1 : 1);
}
function isSkillId(id) {
  return id.length <= LONGEST_ID && KEBAB.test(id) && !encoding_json/* FORBIDDEN_KEYS */.p5.has(id);
}
function suggestionFor(id) {
  const parts = id.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase().match(/[a-z0-9]+/g);
  const suggestion = parts?.join("-").slice(0, LONGEST_ID).replace(/-$/, "") ?? "";
  return isSkillId(suggestion) ? { suggestion } : {};
}


;// CONCATENATED MODULE: ./.build/build/files/media-types.js
const BINARY = (type) => ({ type, binary: true });
const media_types_TEXT = (type) => ({ type });
const BY_ENDING = new Map([
  ...["md", "markdown", "mdx"].map((ending) => [ending, media_types_TEXT("text/markdown")]),
  ["txt", media_types_TEXT("text/plain")],
  ["json", media_types_TEXT("application/json")],
  ["jsonl", media_types_TEXT("application/jsonl")],
  ["yaml", media_types_TEXT("application/yaml")],
  ["yml", media_types_TEXT("application/yaml")],
  ["toml", media_types_TEXT("application/toml")],
  ["csv", media_types_TEXT("text/csv")],
  ["tsv", media_types_TEXT("text/tab-separated-values")],
  ["xml", media_types_TEXT("application/xml")],
  ["xsd", media_types_TEXT("application/xml")],
  ["html", media_types_TEXT("text/html")],
  ["htm", media_types_TEXT("text/html")],
  ["css", media_types_TEXT("text/css")],
  ["svg", media_types_TEXT("image/svg+xml")],
  ["js", media_types_TEXT("text/javascript")],
  ["mjs", media_types_TEXT("text/javascript")],
  ["cjs", media_types_TEXT("text/javascript")],
  ["ts", media_types_TEXT("text/x-typescript")],
  ["py", media_types_TEXT("text/x-python")],
  ["sh", media_types_TEXT("application/x-sh")],
  ["sql", media_types_TEXT("application/sql")],
  ["png", BINARY("image/png")],
  ["jpg", BINARY("image/jpeg")],
  ["jpeg", BINARY("image/jpeg")],
  ["gif", BINARY("image/gif")],
  ["webp", BINARY("image/webp")],
  ["avif", BINARY("image/avif")],
  ["ico", BINARY("image/vnd.microsoft.icon")],
  ["pdf", BINARY("application/pdf")],
  ["docx", BINARY("application/vnd.openxmlformats-officedocument.wordprocessingml.document")],
  ["xlsx", BINARY("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")],
  ["pptx", BINARY("application/vnd.openxmlformats-officedocument.presentationml.presentation")],
  ["zip", BINARY("application/zip")],
  ["gz", BINARY("application/gzip")],
  ["tgz", BINARY("application/gzip")],
  ["tar", BINARY("application/x-tar")],
  ["mp3", BINARY("audio/mpeg")],
  ["wav", BINARY("audio/wav")],
  ["mp4", BINARY("video/mp4")],
  ["webm", BINARY("video/webm")],
  ["woff", BINARY("font/woff")],
  ["woff2", BINARY("font/woff2")],
  ["ttf", BINARY("font/ttf")],
  ["otf", BINARY("font/otf")],
  ["wasm", BINARY("application/wasm")],
  ["sqlite", BINARY("application/vnd.sqlite3")],
  ["parquet", BINARY("application/vnd.apache.parquet")]
]);
function mediaTypeOf(path) {
  return BY_ENDING.get(endingOf(path))?.type;
}
function isBinaryName(path) {
  return BY_ENDING.get(endingOf(path))?.binary === true;
}
function isMarkdown(path) {
  return mediaTypeOf(path) === "text/markdown";
}
function endingOf(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}


;// CONCATENATED MODULE: ./.build/build/skills/check-file-references.js

const FOLDER = "references/";
const MOST_SUGGESTED_FOR = 20;
function checkFileReferences(references, paths, sink) {
  let misses = 0;
  for (const { path, location } of references) {
    const wanted = plainPath(path);
    if (wanted === void 0) {
      sink.report("skill-file-reference-malformed", { written: path, problem: "it leaves the skill" }, location);
    } else if (!exists(wanted, paths) && !exists(wanted.replace(/#.*$/, ""), paths)) {
      misses += 1;
      const suggestions = misses > MOST_SUGGESTED_FOR ? [] : (0,suggest/* suggest */.Z)(wanted, check_file_references_namesOf(paths));
      sink.report("skill-file-reference-missing", { written: path, suggestions }, location);
    }
  }
}
function check_file_references_namesOf(paths) {
  return [...paths].map((path) => path.startsWith(FOLDER) ? path.slice(FOLDER.length) : path);
}
function exists(path, paths) {
  return paths.has(`${FOLDER}${path}`) || paths.has(path);
}
function plainPath(path) {
  if (/^[/\\]|^[A-Za-z]:/.test(path)) return void 0;
  const segments = [];
  for (const segment of path.normalize("NFC").split("/")) {
    if (segment === ".." && segments.pop() === void 0) return void 0;
    if (segment !== ".." && segment !== "." && segment !== "") segments.push(segment);
  }
  return segments.join("/");
}


;// CONCATENATED MODULE: ./schemas/skill-front-matter.v1.json
const skill_front_matter_v1_namespaceObject = /*#__PURE__*/JSON.parse('{"$schema":"http://json-schema.org/draft-07/schema#","$id":"https://raw.githubusercontent.com/frontmcp/deploy-action/v1/schemas/skill-front-matter.v1.json","title":"SkillFrontMatter","description":"YAML front matter of a SKILL.md. Keys that are not named here are kept as they are.","type":"object","required":["name","description"],"additionalProperties":true,"properties":{"name":{"type":"string","maxLength":64,"pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","description":"Id of the skill: the name of its folder, in lower-case letters, digits and single hyphens."},"description":{"type":"string","minLength":1,"maxLength":1024,"pattern":"\\\\S","description":"What the skill does and when to use it. Agents choose by this text."},"tags":{"description":"Tags for filters and search: a list, or one string with commas. Tags of the operations are added.","anyOf":[{"type":"string","maxLength":4096},{"type":"array","maxItems":64,"items":{"anyOf":[{"type":"string","maxLength":64},{"type":"number"}]}}]},"alwaysLoad":{"type":"boolean","description":"Whether the operations of the skill are in the scope of every script."},"hideFromDiscovery":{"type":"boolean","description":"Whether searches leave the skill out."},"hide-from-discovery":{"type":"boolean","description":"The same as hideFromDiscovery."},"license":{"description":"License of the skill."},"compatibility":{"description":"What the skill needs of its surroundings."},"metadata":{"description":"Anything else, for tools."},"allowed-tools":{"description":"Tools that a client may run without asking."}}}');
;// CONCATENATED MODULE: ./.build/build/skills/front-matter/check-front-matter.js



function factsWithout(id) {
  return { name: id, description: "", tags: [], alwaysLoad: false, hideFromDiscovery: false };
}
function checkFrontMatter(frontMatter, id, sink) {
  const values = withoutNulls(frontMatter.values);
  const errors = validate(values);
  const faulty = new Set(errors.map(check_front_matter_keyOf));
  for (const key of faulty) reportKey(key, values, errors, frontMatter, id, sink);
  reportMisspelt(values, frontMatter, sink);
  const sound = Object.fromEntries(Object.entries(values).filter(([key]) => !faulty.has(key)));
  if (typeof sound.name === "string" && sound.name !== id) {
    sink.report("skill-name-differs", { name: sound.name, id }, frontMatter.locate(["name"]));
  }
  return factsOf(sound, id);
}
let check_front_matter_compiled;
function validate(values) {
  if (schemaAccepts(skill_front_matter_v1_namespaceObject, values)) return [];
  check_front_matter_compiled ??= new dist_ajv.Ajv({ allErrors: true }).compile(skill_front_matter_v1_namespaceObject);
  check_front_matter_compiled(values);
  return check_front_matter_compiled.errors ?? [];
}
function withoutNulls(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
function check_front_matter_keyOf(error) {
  if (error.keyword === "required") return String(error.params.missingProperty);
  return error.instancePath.split("/")[1] ?? "";
}
function reportKey(key, values, errors, frontMatter, id, sink) {
  const own = errors.filter((error) => check_front_matter_keyOf(error) === key);
  const value = values[key];
  const deepest = own.map(check_front_matter_pathOf).reduce((a, b) => b.length > a.length ? b : a);
  const at = frontMatter.locate(deepest);
  if (key === "name" && value === void 0) return sink.report("skill-name-missing", { id }, at);
  if (key === "name") return sink.report("skill-name-invalid", { name: String(value), id }, at);
  if (key === "description" && isBlank(value)) return sink.report("skill-description-missing", { id }, at);
  if (key === "description" && typeof value === "string") {
    return sink.report("skill-description-too-long", { characters: [...value].length, limit: 1024 }, at);
  }
  const fix = typeof value === "string" ? BOOLEAN_WORDS.get(value.toLowerCase()) : void 0;
  sink.report("skill-field-invalid", { key, wanted: WANTED.get(key) ?? "another value", ...fix ? { fix: `${key}: ${fix}` } : {} }, at);
}
function check_front_matter_pathOf(error) {
  const steps = error.instancePath.split("/").slice(1);
  return steps.map((step) => /^\d+$/.test(step) ? Number(step) : step);
}
function isBlank(value) {
  return value === void 0 || typeof value === "string" && value.trim() === "";
}
const WANTED = /* @__PURE__ */ new Map([
  ["description", "text"],
  ["tags", "a list of texts of at most 64 characters each, or one text with commas"],
  ["alwaysLoad", "true or false"],
  ["hideFromDiscovery", "true or false"],
  ["hide-from-discovery", "true or false"]
]);
const BOOLEAN_WORDS = new Map([
  ...["true", "yes", "on", "y"].map((word) => [word, "true"]),
  ...["false", "no", "off", "n"].map((word) => [word, "false"])
]);
const KNOWN_KEYS = new Map(["name", "description", "tags", "alwaysLoad", "hideFromDiscovery"].map((key) => [squash(key), key]));
function reportMisspelt(values, frontMatter, sink) {
  for (const key of Object.keys(values)) {
    if (Object.hasOwn(skill_front_matter_v1_namespaceObject.properties, key)) continue;
    const known = KNOWN_KEYS.get(squash(key)) ?? KNOWN_KEYS.get(`${squash(key)}s`);
    if (known !== void 0) sink.report("skill-key-misspelt", { key, known }, frontMatter.locateKey(key));
  }
}
function squash(key) {
  return key.toLowerCase().replace(/[-_ ]/g, "");
}
function factsOf(sound, id) {
  return {
    ...factsWithout(id),
    ...typeof sound.description === "string" ? { description: sound.description.trim() } : {},
    tags: check_front_matter_tagsOf(sound.tags),
    alwaysLoad: sound.alwaysLoad === true,
    hideFromDiscovery: sound.hideFromDiscovery === true || sound["hide-from-discovery"] === true
  };
}
function check_front_matter_tagsOf(value) {
  const items = typeof value === "string" ? value.split(",") : Array.isArray(value) ? value.map(String) : [];
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ""))];
}


;// CONCATENATED MODULE: ./.build/build/skills/front-matter/quoting-fix.js
const LONGEST_SHOWN = 1100;
const FOLDED = 'Put the value in quotes, or write ">-" after its key and the text indented on the lines below.';
function quotingFix(yaml, offset) {
  const { line, next } = lineAt(yaml, offset);
  const colon = line.indexOf(":");
  const value = line.slice(colon + 1).trim();
  if (colon < 1 || value === "" || /^["'|>]/.test(value)) return void 0;
  const isWhole = /^[A-Za-z][\w-]*$/.test(line.slice(0, colon)) && !/^[ \t]/.test(next);
  if (!isWhole || line.length > LONGEST_SHOWN) return FOLDED;
  return `Put the value in quotes:
${line.slice(0, colon)}: ${JSON.stringify(value)}`;
}
function lineAt(yaml, offset) {
  const start = yaml.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  const [line = "", next = ""] = yaml.slice(start, start + 4 * LONGEST_SHOWN).split("\n", 2);
  return { line, next };
}


;// CONCATENATED MODULE: ./.build/build/skills/front-matter/split-front-matter.js
const LATE_LINES = 30;
function splitFrontMatter(text) {
  const first = lineEnd(text, 0);
  if (!isDashes(text.slice(0, first))) return findLate(text);
  const start = first + 1;
  for (let at = start; at < text.length; at = lineEnd(text, at) + 1) {
    const line = text.slice(at, lineEnd(text, at));
    if (isDashes(line) || /^\.\.\.[ \t]*$/.test(line)) return { found: "here", start, end: at };
  }
  return { found: "unclosed" };
}
function findLate(text) {
  const lines = text.split("\n", LATE_LINES);
  const index = lines.findIndex((line, at) => isDashes(line) && /^(name|description)[ \t]*:/.test(lines[at + 1] ?? ""));
  return index === -1 ? { found: "none" } : { found: "late", line: index + 1 };
}
function isDashes(line) {
  return line.startsWith("---") && line.slice(3).trim() === "";
}
function lineEnd(text, from) {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}


;// CONCATENATED MODULE: ./.build/build/skills/front-matter/yaml-to-json.js


const yaml_to_json_MAX_DEPTH = 32;
const MAX_NODES = 1e4;
const MAX_ALIASES = 100;
function yamlToJson(document, node, report) {
  return convert({ document, nodes: 0, aliases: 0, report }, node, 0);
}
function convert(state, node, depth) {
  state.nodes += 1;
  if (depth > yaml_to_json_MAX_DEPTH) return refuse(state, node, `nests deeper than ${yaml_to_json_MAX_DEPTH} levels`);
  if (state.nodes === MAX_NODES + 1) return refuse(state, node, `has more than ${MAX_NODES} values`);
  if (state.nodes > MAX_NODES) return null;
  if ((0,dist/* isAlias */.Vj)(node)) return convertAlias(state, node, depth);
  if ((0,dist/* isSeq */.oP)(node)) return node.items.map((item) => convert(state, item, depth + 1));
  if ((0,dist/* isMap */.jh)(node)) return convertMap(state, node.items, depth);
  return (0,dist/* isScalar */.jn)(node) ? convertScalar(state, node) : null;
}
function convertAlias(state, alias, depth) {
  state.aliases += 1;
  if (state.aliases > MAX_ALIASES) return refuse(state, alias, `uses more than ${MAX_ALIASES} aliases`);
  const target = alias.resolve(state.document);
  return target ? convert(state, target, depth + 1) : refuse(state, alias, `refers to "&${alias.source}", which is not defined before it`);
}
function convertMap(state, pairs, depth) {
  const object = {};
  for (const { key, value } of pairs) {
    const name = keyText(key);
    if (name === void 0) refuse(state, key, "has a key that is no plain text");
    else if (encoding_json/* FORBIDDEN_KEYS */.p5.has(name)) state.report({ fault: "forbidden-key", key: name, node: key });
    else if (Object.hasOwn(object, name)) state.report({ fault: "duplicate-key", key: name, node: key });
    else object[name] = convert(state, value, depth + 1);
  }
  return object;
}
function keyText(key) {
  if (!(0,dist/* isScalar */.jn)(key)) return void 0;
  if (typeof key.value === "string") return key.value.isWellFormed() ? key.value : void 0;
  return key.source ?? String(key.value);
}
function convertScalar(state, scalar) {
  const { value } = scalar;
  if (typeof value === "string") {
    return value.isWellFormed() ? value : refuse(state, scalar, "contains half of a surrogate pair");
  }
  if (typeof value === "boolean" || value === null) return value;
  if (typeof value !== "number") return refuse(state, scalar, "has a type that JSON does not know");
  if (!Number.isFinite(value)) return refuse(state, scalar, "is a number that JSON does not know");
  const isLost = Number.isInteger(value) && !Number.isSafeInteger(value) && /^[-+]?\d+$/.test(scalar.source ?? "");
  return isLost ? scalar.source : value;
}
function refuse(state, node, problem) {
  state.report({ fault: "value", problem, node });
  return null;
}


;// CONCATENATED MODULE: ./.build/build/skills/front-matter/parse-front-matter.js




const MAX_FRONT_MATTER_CHARACTERS = 64 * 1024;
function parseFrontMatter(text, id, positions, sink) {
  const place = splitFrontMatter(text);
  if (place.found === "none") return void sink.report("skill-front-matter-missing", { id }, positions.at(0));
  if (place.found === "unclosed") return void sink.report("skill-front-matter-unclosed", {}, positions.at(0, 3));
  if (place.found === "late") return void sink.report("skill-front-matter-late", { line: place.line }, positions.at(0));
  const yaml = text.slice(place.start, place.end);
  const at = (start, end = start) => positions.at(place.start + start, place.start + end);
  if (yaml.length > MAX_FRONT_MATTER_CHARACTERS) {
    const args = { characters: yaml.length, limit: MAX_FRONT_MATTER_CHARACTERS };
    return void sink.report("skill-front-matter-too-large", args, at(0));
  }
  return readYaml(yaml, id, at, sink);
}
function readYaml(yaml, id, at, sink) {
  const document = parse_front_matter_parse(yaml);
  if (!document) return void sink.report("skill-front-matter-invalid", { problem: "it nests too deeply" }, at(0));
  const fault = document.errors[0];
  if (fault) return void parse_front_matter_reportSyntax(fault, yaml, at, sink);
  if (document.contents === null) return void sink.report("skill-front-matter-missing", { id }, at(0));
  if (!(0,dist/* isMap */.jh)(document.contents)) {
    const found = (0,dist/* isSeq */.oP)(document.contents) ? "a list" : "plain text";
    return void sink.report("skill-front-matter-not-a-map", { found }, at(0));
  }
  const values = yamlToJson(document, document.contents, (found) => reportConversion(found, at, sink));
  return {
    values,
    locate: (path) => at(...rangeOf(nodeAt(document, path))),
    locateKey: (key) => at(...rangeOf(keyNode(document, key)))
  };
}
function parse_front_matter_parse(yaml) {
  try {
    return (0,dist/* parseDocument */.Tp)(yaml, { schema: "core", version: "1.2", prettyErrors: false, uniqueKeys: false, merge: false, logLevel: "silent" });
  } catch (error) {
    if (error instanceof RangeError) return void 0;
    throw error;
  }
}
function parse_front_matter_reportSyntax(fault, yaml, at, sink) {
  const problem = fault.code === "TAB_AS_INDENT" ? "a tab stands where YAML wants spaces" : parse_front_matter_lowerFirst(fault.message);
  const fix = quotingFix(yaml, fault.pos[0]);
  sink.report("skill-front-matter-invalid", fix === void 0 ? { problem } : { problem, fix }, at(fault.pos[0], fault.pos[1]));
}
function reportConversion(found, at, sink) {
  const place = at(...rangeOf(found.node));
  if (found.fault === "value") return sink.report("skill-front-matter-value", { problem: found.problem }, place);
  const code = found.fault === "forbidden-key" ? "skill-front-matter-forbidden-key" : "skill-front-matter-duplicate-key";
  sink.report(code, { key: found.key }, place);
}
function nodeAt(document, path) {
  let node = document.contents;
  for (const step of path) {
    const collection = (0,dist/* isAlias */.Vj)(node) ? node.resolve(document) : node;
    const child = (0,dist/* isMap */.jh)(collection) || (0,dist/* isSeq */.oP)(collection) ? collection.get(step, true) : void 0;
    if (child === void 0) return node;
    node = child;
  }
  return node;
}
function keyNode(document, key) {
  if (!(0,dist/* isMap */.jh)(document.contents)) return void 0;
  return document.contents.items.find((pair) => (0,dist/* isScalar */.jn)(pair.key) && String(pair.key.value) === key)?.key;
}
function rangeOf(node) {
  if ((0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isAlias */.Vj)(node)) return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
  return [0, 0];
}
function parse_front_matter_lowerFirst(message) {
  return `${message.slice(0, 1).toLowerCase()}${message.slice(1)}`.replace(/\.$/, "");
}


;// CONCATENATED MODULE: ./.build/build/skills/comment-ranges.js
function commentRanges(text) {
  const scan = { text, comments: [], codeEnds: codeSpanEnds(text), closeAt: nextOf(text, "-->"), blankAt: nextOf(text, "\n\n") };
  for (let at = 0; at < text.length; ) {
    const fence = fenceAt(text, at);
    at = fence ? endOfFence(text, at, fence) : scanLine(scan, at);
  }
  return scan.comments;
}
function scanLine(scan, from) {
  const { text } = scan;
  const token = /\n|\\[\\`<]|`+|<!--/g;
  token.lastIndex = from;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === "\n") return match.index + 1;
    if (match[0] === "<!--") token.lastIndex = takeComment(scan, match.index, from);
    else if (match[0].startsWith("`")) token.lastIndex = afterCode(scan, match.index, match[0].length);
  }
  return text.length;
}
function takeComment(scan, start, lineStart) {
  const short = /^<!---?>/.exec(scan.text.slice(start, start + 6));
  const close = short ? start + short[0].length - 3 : scan.closeAt(start + 4);
  if (close === -1) {
    const opensBlock = /^ {0,3}$/.test(scan.text.slice(lineStart, start));
    if (!opensBlock) return start + 4;
    scan.comments.push({ start, end: scan.text.length });
    return scan.text.length;
  }
  scan.comments.push({ start, end: close + 3 });
  return close + 3;
}
function afterCode(scan, start, length) {
  const end = scan.codeEnds(start, length);
  const blank = scan.blankAt(start);
  return end === void 0 || blank !== -1 && blank < end ? start + length : end;
}
function codeSpanEnds(text) {
  const runs = /* @__PURE__ */ new Map();
  for (const match of text.matchAll(/`+/g)) {
    const list = runs.get(match[0].length) ?? { starts: [], next: 0 };
    runs.set(match[0].length, list);
    list.starts.push(match.index);
  }
  return (start, length) => {
    const list = runs.get(length);
    if (!list) return void 0;
    while (list.next < list.starts.length && list.starts[list.next] <= start) list.next += 1;
    const close = list.starts[list.next];
    return close === void 0 ? void 0 : close + length;
  };
}
function nextOf(text, wanted) {
  let found = -2;
  return (from) => {
    if (found === -2 || found !== -1 && found < from) found = text.indexOf(wanted, from);
    return found;
  };
}
function fenceAt(text, at) {
  const opening = /[ \t]*(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})/y;
  opening.lastIndex = at;
  return opening.exec(text)?.[1];
}
function endOfFence(text, at, fence) {
  for (let line = lineAfter(text, at); line < text.length; line = lineAfter(text, line)) {
    const content = text.slice(line, lineAfter(text, line)).trim();
    if (content.length >= fence.length && content === fence[0].repeat(content.length)) return lineAfter(text, line);
  }
  return text.length;
}
function lineAfter(text, from) {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end + 1;
}


;// CONCATENATED MODULE: ./.build/build/skills/reference-grammar.js
const LONGEST_REFERENCE = 1024;
const LONGEST_WRITTEN = 80;
const URI = "op://";
const SPEC_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const SPEC = /[A-Za-z0-9][A-Za-z0-9_.-]{0,127}/y;
const OPERATION = /\/([A-Za-z_$][A-Za-z0-9_$]{0,255})(?![A-Za-z0-9_$]|-|\.[A-Za-z0-9_$]|\/[A-Za-z0-9_${]|:[A-Za-z0-9_$])/y;
const OTHER_PATH = /[^\s<>()[\]"'`|]{0,256}/y;
const STOP = /\]\]|\n|\[\[/g;
function readOpUri(text, start) {
  const spec = matchAt(SPEC, text, start + URI.length)?.[0];
  if (spec === void 0) return { kind: "none", end: start + URI.length };
  const after = start + URI.length + spec.length;
  const operation = matchAt(OPERATION, text, after);
  if (!operation) return malformedUri(spec, matchAt(OTHER_PATH, text, after)?.[0] ?? "", after);
  return { kind: "operation", spec, operation: operation[1], form: "uri", end: after + operation[0].length };
}
function malformedUri(spec, rest, after) {
  const path = rest.replace(/[.,;:!?]+$/, "");
  const malformed = { kind: "malformed", of: "operation", written: shorten(`${URI}${spec}${path}`), end: after + path.length };
  if (path.length <= 1) return { ...malformed, problem: "it names a spec and no operation" };
  return { ...malformed, problem: "after the spec, op:// takes one identifier", fix: `[[op:${spec}${path.toWellFormed()}]]` };
}
function matchAt(pattern, text, offset) {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}
function readWikilink(text, start) {
  const of = text.startsWith("[[op:", start) ? "operation" : "file";
  const inner = start + (of === "operation" ? "[[op:".length : "[[ref:".length);
  const stop = matchAt(STOP, text, inner);
  const stopAt = stop?.index ?? text.length;
  if (stop?.[0] !== "]]" || stopAt - inner > LONGEST_REFERENCE) {
    const written = shorten(text.slice(start, Math.min(stopAt, start + LONGEST_REFERENCE)));
    return { kind: "malformed", of, written, problem: "it is not closed by ]] on its line", end: inner };
  }
  const close = stopAt + (text[stopAt + 2] === "]" && text.slice(inner, stopAt).includes("[") ? 1 : 0);
  return readContent(of, text.slice(inner, close).trim(), shorten(text.slice(start, close + 2)), close + 2);
}
function readContent(of, content, written, end) {
  if (content.includes("|")) {
    const problem = "text after a | is not supported here";
    return { kind: "malformed", of, written, problem, ...withoutAlias(of, content), end };
  }
  return of === "operation" ? readTarget(content, written, end) : readFile(content, written, end);
}
function withoutAlias(of, content) {
  const [target = "", alias = ""] = content.split("|", 2).map((part) => part.trim());
  if (of === "file") return {};
  return { fix: /^[A-Za-z0-9_.-]+\/[A-Za-z_$][\w$]*$/.test(target) ? `[${alias}](${URI}${target})` : `[[op:${target}]]` };
}
function readTarget(content, written, end) {
  const slash = content.indexOf("/");
  const spec = slash === -1 ? content : content.slice(0, slash).trim();
  const operation = slash === -1 ? "" : content.slice(slash + 1).trim();
  const problem = specProblem(spec) ?? (operation === "" ? "it names a spec and no operation" : void 0);
  if (problem !== void 0) return { kind: "malformed", of: "operation", written, problem, end };
  return { kind: "operation", spec, operation, form: "wikilink", end };
}
function specProblem(spec) {
  if (spec === "") return "it names no spec";
  return SPEC_ID.test(spec) ? void 0 : `"${shorten(spec)}" cannot be the id of a spec`;
}
function readFile(content, written, end) {
  if (content === "") return { kind: "malformed", of: "file", written, problem: "it names no file", end };
  return { kind: "file", path: content, end };
}
function shorten(written) {
  if (written.length <= LONGEST_WRITTEN) return written;
  return `${written.slice(0, LONGEST_WRITTEN).toWellFormed()}\u2026`;
}


;// CONCATENATED MODULE: ./.build/build/skills/harvest-references.js


const MOST_LISTED = 20;
function harvestReferences(text, positions, sink) {
  const harvest = { operations: [], files: [] };
  const malformed = [];
  const isHidden = harvest_references_within(text.includes("<!--") ? commentRanges(text) : []);
  const mention = /\[\[ref:|\[\[op:(?!\/\/)|(?<![A-Za-z0-9])op:\/\//g;
  for (let match = mention.exec(text); match; match = mention.exec(text)) {
    if (isHidden(match.index)) continue;
    const read = match[0].startsWith("[[") ? readWikilink(text, match.index) : readOpUri(text, match.index);
    mention.lastIndex = Math.max(mention.lastIndex, read.end);
    const place = () => positions.at(match.index, read.end);
    if (read.kind === "operation") {
      harvest.operations.push({ spec: read.spec, operation: read.operation, form: read.form, location: place() });
    } else if (read.kind === "file") harvest.files.push({ path: read.path, location: place() });
    else if (read.kind === "malformed") malformed.push({ ...read, start: match.index });
  }
  reportMalformed(malformed, positions, sink);
  return harvest;
}
function reportMalformed(malformed, positions, sink) {
  for (const { of, written, problem, fix, start, end } of malformed.slice(0, MOST_LISTED)) {
    const at = positions.at(start, end);
    if (of === "file") sink.report("skill-file-reference-malformed", { written, problem }, at);
    else sink.report("skill-op-reference-malformed", { written, problem, ...fix === void 0 ? {} : { fix } }, at);
  }
  const rest = malformed[MOST_LISTED];
  if (rest) sink.report("skill-references-malformed", { count: malformed.length - MOST_LISTED }, positions.at(rest.start, rest.end));
}
function harvest_references_within(ranges) {
  let next = 0;
  return (offset) => {
    while (next < ranges.length && ranges[next].end <= offset) next += 1;
    const range = ranges[next];
    return range !== void 0 && range.start <= offset;
  };
}


;// CONCATENATED MODULE: ./.build/build/skills/read-skill.js







function readSkill(folder, files, sink) {
  const file = `${folder.directory}/${SKILL_FILE}`;
  const text = files.find(({ path }) => path === SKILL_FILE)?.text;
  const { facts, values } = readFacts(text, file, folder.id, sink);
  return {
    id: folder.id,
    directory: folder.directory,
    ...facts,
    frontMatter: values,
    files,
    references: harvestAll(folder, files, sink),
    location: { file }
  };
}
function readFacts(text, file, id, sink) {
  const frontMatter = text === void 0 ? void 0 : parseFrontMatter(text, id, createPositions(file, text), sink);
  if (!frontMatter) return { facts: factsWithout(id), values: {} };
  return { facts: checkFrontMatter(frontMatter, id, sink), values: frontMatter.values };
}
function harvestAll(folder, files, sink) {
  const paths = new Set(files.map(({ path }) => path));
  return files.flatMap(({ path, text }) => {
    if (text === void 0 || !isMarkdown(path)) return [];
    const found = harvestReferences(text, createPositions(`${folder.directory}/${path}`, text), sink);
    checkFileReferences(found.files, paths, sink);
    return found.operations;
  });
}


;// CONCATENATED MODULE: ./.build/build/files/text.js


const SNIFFED_BYTES = 8 * 1024;
const MAX_LFS_POINTER_BYTES = 1024;
const LFS_POINTER = "version https://git-lfs.github.com/spec/v1\n";
const LF = 10;
function interpretFile(path, bytes) {
  if (isLfsPointer(bytes)) return { kind: "lfs-pointer" };
  const text = isBinaryName(path) || hasNul(bytes) ? void 0 : decodeText(bytes);
  if (text !== void 0) return { kind: "text", mediaType: mediaTypeOf(path) ?? "text/plain", text, bytes: utf8(text) };
  if (isMarkdown(path)) return { kind: "not-utf8", line: firstBrokenLine(bytes) };
  return { kind: "binary", mediaType: mediaTypeOf(path) ?? "application/octet-stream", bytes };
}
function decodeText(bytes) {
  try {
    return fromUtf8(bytes).replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  } catch {
    return void 0;
  }
}
function isLfsPointer(bytes) {
  if (bytes.length >= MAX_LFS_POINTER_BYTES) return false;
  return decodeText(bytes)?.startsWith(LFS_POINTER) === true;
}
function hasNul(bytes) {
  return bytes.subarray(0, SNIFFED_BYTES).includes(0);
}
function firstBrokenLine(bytes) {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(LF, start);
    const content = bytes.subarray(start, end === -1 ? bytes.length : end);
    if (end === -1 || content.includes(0) || decodeText(content) === void 0) return line;
    start = end + 1;
  }
}


;// CONCATENATED MODULE: ./.build/build/skills/read-skill-file.js



function readSkillFile(file, path, content, sink) {
  if (!content.ok) return void sink.report("file-unreadable", { path: file, detail: content.detail ?? content.fault }, { file });
  if (path === SKILL_FILE && content.bytes.length > MAX_ARTIFACT_BYTES) {
    return void sink.report("skill-file-too-large", { path: file, bytes: content.bytes.length, limit: MAX_ARTIFACT_BYTES }, { file });
  }
  const body = interpretFile(path, content.bytes);
  if (body.kind === "lfs-pointer") return void sink.report("skill-file-lfs-pointer", { path: file }, { file, line: 1, column: 1 });
  if (body.kind === "not-utf8") return void sink.report("skill-file-not-utf8", { path: file }, { file, line: body.line });
  const { mediaType, bytes } = body;
  return body.kind === "text" ? { path, mediaType, bytes, text: body.text } : { path, mediaType, bytes };
}


;// CONCATENATED MODULE: ./.build/build/skills/read-skills.js









const READ_WIDTH = 200;
async function readSkills(files, manifest, sink) {
  const top = manifest.skillsDirectory;
  const walk = await files.walk(top);
  const folders = find_skills_findSkills(walk.files, top, sink);
  reportWalkProblems(walk.problems.filter((problem) => concernsSkills(problem, folders)), sink);
  const sound = checkIds(folders, sink);
  if (sound.length > MAX_SKILLS) {
    sink.report("skills-too-many", { count: sound.length, limit: MAX_SKILLS }, manifest.locate("/skills/source"));
    return { skills: [] };
  }
  const contents = await readAll(files, sound, sink);
  return { skills: sound.map((folder) => readSkill(folder, contents.get(folder) ?? [], sink)) };
}
function concernsSkills({ path, problem }, folders) {
  if (problem !== "case-collision" && problem !== "reserved-name") return true;
  return folders.some(({ directory }) => `${path}/`.startsWith(`${directory}/`) || directory.startsWith(`${path}/`));
}
async function readAll(files, folders, sink) {
  const wanted = folders.flatMap((folder) => carriedFiles(folder, sink).map(({ path }) => ({ folder, path })));
  const contents = await mapPool(wanted, READ_WIDTH, ({ path }) => files.read(path, { maxBytes: MAX_BLOB_BYTES }));
  const byFolder = new Map(folders.map((folder) => [folder, []]));
  wanted.forEach(({ folder, path }, index) => {
    const content = contents[index];
    const file = readSkillFile(path, path.slice(folder.directory.length + 1), content, sink);
    if (file) byFolder.get(folder)?.push(file);
  });
  return byFolder;
}


;// CONCATENATED MODULE: ./.build/build/skills/select-skills.js


function selectSkills(skills, operations, manifest, sink) {
  const alwaysLoad = new Set(manifest.hot.skills.alwaysLoad);
  const known = skills.skills.map((skill) => withOperations(skill, operations, alwaysLoad));
  checkNamedSkills(known, manifest, sink);
  checkFilterTags(known, manifest, sink);
  return { skills: known.filter((skill) => isSelected(skill, alwaysLoad, manifest)) };
}
function withOperations(skill, operations, alwaysLoad) {
  const own = Object.hasOwn(operations.bySkill, skill.id) ? operations.bySkill[skill.id] ?? [] : [];
  const keys = new Set(own);
  const inherited = operations.operations.filter(({ key }) => keys.has(key)).flatMap(({ entry }) => entry.tags);
  return {
    ...skill,
    alwaysLoad: skill.alwaysLoad || alwaysLoad.has(skill.id),
    operations: [...keys].sort(),
    allTags: [.../* @__PURE__ */ new Set([...skill.tags, ...inherited])].sort()
  };
}
function isSelected(skill, alwaysLoad, manifest) {
  const { include, exclude } = manifest.skillTags;
  if (hasAny(skill, exclude)) return false;
  return include.length === 0 || alwaysLoad.has(skill.id) || hasAny(skill, include);
}
function hasAny(skill, tags) {
  return tags.some((tag) => skill.allTags.includes(tag));
}
function checkNamedSkills(known, manifest, sink) {
  const byId = new Map(known.map((skill) => [skill.id, skill]));
  manifest.hot.skills.alwaysLoad.forEach((id, index) => {
    const at = manifest.locate(`/skills/alwaysLoad/${index}`);
    const skill = byId.get(id);
    if (!skill) return sink.report("skill-always-load-unknown", { id, suggestions: (0,suggest/* suggest */.Z)(id, byId.keys()) }, at);
    const tags = manifest.skillTags.exclude.filter((tag) => skill.allTags.includes(tag));
    if (tags.length > 0) sink.report("skill-always-load-excluded", { id, tags }, at);
  });
  for (const id of Object.keys(manifest.hot.skills.access ?? {})) {
    if (byId.has(id)) continue;
    const at = manifest.locate(`/skills/access/${(0,encoding_json/* escapePointer */.lZ)(id)}`);
    sink.report("skill-access-unknown", { id, suggestions: (0,suggest/* suggest */.Z)(id, byId.keys()) }, at);
  }
}
function checkFilterTags(known, manifest, sink) {
  const tags = /* @__PURE__ */ new Set([...known.flatMap((skill) => skill.allTags), ...(manifest.hot.tags ?? []).map(({ name }) => name)]);
  for (const kind of ["include", "exclude"]) {
    manifest.skillTags[kind].forEach((tag, index) => {
      if (tags.has(tag)) return;
      sink.report("skill-tag-unknown", { tag, suggestions: (0,suggest/* suggest */.Z)(tag, tags) }, manifest.locate(`/skills/tags/${kind}/${index}`));
    });
  }
}


;// CONCATENATED MODULE: ./.build/build/build.js






async function build(options) {
  const sink = (0,collector/* collectDiagnostics */.R9)();
  const result = {};
  options.onStage?.("manifest");
  result.manifest = await readManifest(options.files, options.manifest, options, sink);
  options.onStageEnd?.("manifest", result);
  if (result.manifest) {
    const manifest = options.adjust?.(result.manifest) ?? result.manifest;
    result.manifest = manifest;
    options.onStage?.("skills");
    result.skills = await readSkills(options.files, manifest, sink);
    options.onStageEnd?.("skills", result);
    options.onStage?.("operations");
    result.operations = await readOperations(options.files, manifest, result.skills, sink);
    options.onStageEnd?.("operations", result);
    options.onStage?.("bundle");
    const selected = selectSkills(result.skills, result.operations, manifest, sink);
    if (!(0,collector/* hasErrors */.Cs)(sink.diagnostics)) result.bundle = await assembleBundle(manifest, selected, result.operations, sink);
    options.onStageEnd?.("bundle", result);
  }
  return { ...result, diagnostics: (0,collector/* sortDiagnostics */.Ds)(sink.diagnostics) };
}


// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./.build/build/files/find-root.js
var find_root = __webpack_require__(5447);
;// CONCATENATED MODULE: ./.build/build/files/portable-names.js
const DEVICE_NAME = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
const FORBIDDEN_ON_WINDOWS = '\\:*?"<>|';
function portabilityFault(name) {
  if (DEVICE_NAME.test(name)) return "Windows keeps this name for a device";
  if (name.endsWith(".")) return "Windows drops a dot at the end";
  if (name.endsWith(" ")) return "Windows drops a space at the end";
  for (const character of name) {
    if (character < " " || character === "\x7F") return "it contains a control character";
    if (FORBIDDEN_ON_WINDOWS.includes(character)) return `Windows does not allow ${character} in a name`;
  }
  return void 0;
}
function foldName(name) {
  return name.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}
function isGitFolder(name) {
  return name.toLowerCase() === ".git";
}


;// CONCATENATED MODULE: ./.build/build/files/tree-source.js
function joinPath(directory, name) {
  return directory === "" ? name : `${directory}/${name}`;
}


;// CONCATENATED MODULE: ./.build/build/files/resolve-path.js


const MOST_LINKS = 40;
async function resolvePath(source, path, from = "") {
  if (isAbsolute(path)) return { found: "outside", target: path };
  const pending = path.split("/").reverse();
  let at = { found: "directory", path: from, size: 0 };
  let links = 0;
  let via = path;
  while (pending.length > 0) {
    const segment = pending.pop();
    if (segment === "" || segment === ".") continue;
    if (at.found !== "directory") return { found: "absent" };
    if (segment === "..") {
      if (at.path === "") return { found: "outside", target: via };
      at = { found: "directory", path: parentOf(at.path), size: 0 };
      continue;
    }
    if (isGitFolder(segment)) return { found: "outside", target: via };
    const node = await findNode(source, at.path, segment);
    if (!node) return { found: "absent" };
    const here = joinPath(at.path, node.name);
    if (node.kind !== "link") {
      at = { found: node.kind, path: here, size: node.size };
      continue;
    }
    const target = await source.target(here);
    links += 1;
    if (target === void 0 || links > MOST_LINKS) return { found: "absent" };
    if (isAbsolute(target)) return { found: "outside", target };
    via = target;
    pending.push(...target.split("/").reverse());
  }
  return at;
}
function parentOf(path) {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
function isAbsolute(path) {
  return path.startsWith("/") || path.startsWith("\\") || /^[A-Za-z]:/.test(path) || path.includes("\0");
}
async function findNode(source, directory, name) {
  const exact = await source.node(directory, name);
  if (exact || /^[\x00-\x7f]*$/.test(name)) return exact;
  const wanted = name.normalize("NFC");
  const children = await source.list(directory) ?? [];
  return children.filter((child) => child.name.normalize("NFC") === wanted).sort(byName)[0];
}
function byName(a, b) {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}


// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __webpack_require__(298);
;// CONCATENATED MODULE: ./.build/build/files/ignore-rules.js



const MAX_GITIGNORE_BYTES = 1024 * 1024;
function createIgnoreLookup(source) {
  const known = /* @__PURE__ */ new Map();
  const rulesOf = (directory) => {
    let rules = known.get(directory);
    if (!rules) known.set(directory, rules = load(directory));
    return rules;
  };
  const load = async (directory) => {
    const above = directory === "" ? makeRules([]) : await rulesOf(parentOf(directory));
    const own = await readOwnRules(source, directory);
    return own.length === 0 ? above : makeRules([...above.lines, ...own]);
  };
  return rulesOf;
}
async function readOwnRules(source, directory) {
  const node = await source.node(directory, ".gitignore");
  if (node?.kind !== "file") return [];
  const content = await source.bytes(joinPath(directory, ".gitignore"), MAX_GITIGNORE_BYTES);
  if (!content.ok) return [];
  const lines = new TextDecoder().decode(content.bytes).normalize("NFC").split(/\r?\n/);
  return lines.flatMap((line) => rebase(line, directory.normalize("NFC")));
}
function rebase(line, directory) {
  const rule = line.replace(/(?<![\\ ]) +$/, "");
  if (rule === "" || rule.startsWith("#")) return [];
  if (directory === "") return [rule];
  const negative = rule.startsWith("!") ? "!" : "";
  const body = rule.slice(negative.length).replace(/^\\(?=[!#])/, "");
  const inner = body.indexOf("/");
  const anchored = inner !== -1 && inner < body.length - 1;
  const folder = directory.replace(/[\\*?[\]!# ]/g, "\\$&");
  return [`${negative}/${folder}/${anchored ? body.replace(/^\//, "") : `**/${body}`}`];
}
function makeRules(lines) {
  if (lines.length === 0) return { lines, ignores: () => false };
  const matcher = ignore({ ignorecase: false }).add(lines);
  return {
    lines,
    ignores: (path, isDirectory) => matcher.ignores(`${path.normalize("NFC")}${isDirectory ? "/" : ""}`)
  };
}


;// CONCATENATED MODULE: ./.build/build/files/walk-tree.js




const MAX_WALK_FILES = 2e4;
const MAX_WALK_DEPTH = 32;
async function walkTree(source, directory, places) {
  const start = await resolvePath(source, directory);
  if (start.found !== "directory") return { files: [], problems: [] };
  const shown = walk_tree_plainPath(directory);
  const walker = { source, rules: createIgnoreLookup(source), files: [], places, problems: [], directories: 0, full: false };
  if (await isIgnored(walker, start.path, true)) {
    return { files: [], problems: [{ path: shown, problem: "ignored" }] };
  }
  await walkDirectory(walker, { shown, real: start.path, depth: 0, trail: [] });
  return { files: walker.files.sort(byPath), problems: walker.problems.sort(byPath) };
}
async function walkDirectory(walker, place) {
  if (place.trail.includes(place.real)) return tell(walker, place.shown, "link-loop", place.real);
  if (place.depth > MAX_WALK_DEPTH) return tell(walker, place.shown, "too-deep", `${MAX_WALK_DEPTH} folders`);
  if (overflows(walker, walker.directories += 1, place.shown)) return;
  const children = await walker.source.list(place.real);
  if (!children) return tell(walker, place.shown, "unreadable");
  const seen = /* @__PURE__ */ new Map();
  for (const child of children.sort(byName)) {
    if (walker.full) return;
    await visit(walker, place, child, seen);
  }
}
async function visit(walker, parent, child, seen) {
  const real = joinPath(parent.real, child.name);
  if (isGitFolder(child.name) || await isIgnored(walker, real, child.kind === "directory")) return;
  const name = child.name.normalize("NFC");
  const shown = joinPath(parent.shown, name);
  if (child.name.includes("\uFFFD")) return tell(walker, shown, "unreadable", "the name is not valid Unicode");
  const fault = portabilityFault(name);
  if (fault !== void 0) tell(walker, shown, "reserved-name", fault);
  const twin = seen.get(foldName(name));
  if (twin !== void 0) tell(walker, shown, "case-collision", twin);
  if (twin === shown) return;
  seen.set(foldName(name), shown);
  const found = await follow(walker, child, real, shown);
  if (found) await enter(walker, { ...parent, shown }, found);
}
async function enter(walker, at, found) {
  if (found.found === "file") {
    if (overflows(walker, walker.files.length + 1, at.shown)) return;
    walker.files.push({ path: at.shown, size: found.size });
    walker.places.set(at.shown, found.path);
  } else if (found.found === "directory") {
    const trail = [...at.trail, at.real];
    await walkDirectory(walker, { shown: at.shown, real: found.path, depth: at.depth + 1, trail });
  } else tell(walker, at.shown, found.found === "submodule" ? "submodule" : "unreadable", "it is not a regular file");
}
async function follow(walker, child, real, shown) {
  if (child.kind !== "link") return { found: child.kind, path: real, size: child.size };
  const target = await resolvePath(walker.source, child.name, parentOf(real));
  const fault = await linkFault(walker, target);
  if (fault) return tell(walker, shown, fault.problem, fault.detail);
  return target;
}
async function linkFault(walker, target) {
  if (target.found === "outside") return { problem: "link-outside", detail: target.target };
  if (target.found === "absent") return { problem: "link-broken" };
  if (!await isIgnored(walker, target.path, target.found === "directory")) return void 0;
  return { problem: "link-broken", detail: `"${target.path}" is excluded by .gitignore` };
}
async function isIgnored(walker, real, isDirectory) {
  return real !== "" && (await walker.rules(parentOf(real))).ignores(real, isDirectory);
}
function overflows(walker, count, at) {
  if (count <= MAX_WALK_FILES) return false;
  if (!walker.full) tell(walker, at, "too-many", `${MAX_WALK_FILES} files or folders`);
  walker.full = true;
  return true;
}
function tell(walker, path, problem, detail) {
  walker.problems.push(detail === void 0 ? { path, problem } : { path, problem, detail });
}
function walk_tree_plainPath(path) {
  const segments = [];
  for (const segment of path.normalize("NFC").split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}
function byPath(a, b) {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}


;// CONCATENATED MODULE: ./.build/build/files/tree-over.js


function treeOver(source) {
  const places = /* @__PURE__ */ new Map();
  return {
    label: source.label,
    async read(path, { maxBytes }) {
      const place = places.get(path);
      if (place !== void 0) return source.bytes(place, maxBytes);
      const at = await resolvePath(source, path);
      if (at.found === "outside") return { ok: false, fault: "outside", detail: at.target };
      if (at.found === "absent" || at.found === "directory") return { ok: false, fault: at.found };
      if (at.found !== "file") return { ok: false, fault: "unreadable", detail: "it is not a regular file" };
      if (at.size > maxBytes) return { ok: false, fault: "too-large", detail: `${at.size} bytes` };
      return source.bytes(at.path, maxBytes);
    },
    async kind(path) {
      const { found } = await resolvePath(source, path);
      return found === "submodule" || found === "other" ? "absent" : found;
    },
    walk: (directory) => walkTree(source, directory, places)
  };
}


;// CONCATENATED MODULE: ./.build/build/files/working-tree.js






async function openWorkingTree(directory) {
  const found = await (0,find_root/* findRoot */.w)(directory);
  const prefix = (0,external_node_path_.relative)(found.root, found.directory).split(external_node_path_.sep).join("/").normalize("NFC");
  return { tree: treeOver(diskSource(found.root)), prefix };
}
function diskSource(root) {
  const onDisk = (path) => (0,external_node_path_.join)(root, ...path.split("/"));
  return {
    label: "working tree",
    list: (directory) => working_tree_listDirectory(onDisk(directory)),
    node: (directory, name) => working_tree_nodeAt((0,external_node_path_.join)(onDisk(directory), name), name),
    target: async (path) => {
      const target = await (0,promises_.readlink)(onDisk(path)).catch(() => void 0);
      return external_node_path_.sep === "\\" ? target?.replaceAll("\\", "/") : target;
    },
    bytes: async (path, maxBytes) => {
      if (!await isWithin(root, onDisk(path))) return { ok: false, fault: "outside" };
      return readRegularFile(onDisk(path), maxBytes);
    }
  };
}
async function working_tree_listDirectory(directory) {
  const entries = await (0,promises_.readdir)(directory, { withFileTypes: true }).catch(() => void 0);
  return entries && Promise.all(entries.map((entry) => nodeOf(directory, entry)));
}
async function nodeOf(directory, entry) {
  const name = entry.name;
  if (!entry.isFile()) return { name, kind: working_tree_kindOf(entry), size: 0 };
  return await working_tree_nodeAt((0,external_node_path_.join)(directory, name), name) ?? { name, kind: "other", size: 0 };
}
async function working_tree_nodeAt(path, name) {
  const stats = await (0,promises_.lstat)(path).catch(() => void 0);
  return stats && { name, kind: working_tree_kindOf(stats), size: stats.isFile() ? stats.size : 0 };
}
function working_tree_kindOf(entry) {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "directory";
  return entry.isSymbolicLink() ? "link" : "other";
}
async function isWithin(root, path) {
  const real = await (0,promises_.realpath)(path).catch(() => path);
  const inside = (0,external_node_path_.relative)(root, real);
  const segments = inside.split(external_node_path_.sep);
  return !(0,external_node_path_.isAbsolute)(inside) && segments[0] !== ".." && !segments.some(isGitFolder);
}
async function readRegularFile(path, maxBytes) {
  let handle;
  try {
    handle = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    if (!stats.isFile()) return { ok: false, fault: "unreadable", detail: "it is not a regular file" };
    if (stats.size > maxBytes) return { ok: false, fault: "too-large", detail: `${stats.size} bytes` };
    return { ok: true, bytes: new Uint8Array(await handle.readFile()) };
  } catch (error) {
    return working_tree_faultOf(error);
  } finally {
    await handle?.close();
  }
}
function working_tree_faultOf(error) {
  const code = error.code ?? "unknown error";
  return code === "ENOENT" ? { ok: false, fault: "absent" } : { ok: false, fault: "unreadable", detail: code };
}


;// CONCATENATED MODULE: ./.build/commands/build-project.js



async function openProject(options) {
  const { tree, prefix } = await openWorkingTree(options.directory);
  const within = (0,external_node_path_.relative)(options.directory, (0,external_node_path_.resolve)(options.directory, options.manifest)).split(external_node_path_.sep).join("/");
  return { files: tree, manifest: prefix === "" ? within : `${prefix}/${within}` };
}
async function build_project_buildProject(options, ports) {
  const { files, manifest } = await openProject(options);
  return build({
    files,
    manifest,
    environment: options.environment,
    variables: ports.variables,
    placeholders: options.placeholders,
    adjust: combine(options),
    onStage: (stage) => ports.reporter.stage(stage),
    onStageEnd: (stage, soFar) => ports.reporter.stageEnd?.(stage, soFar)
  });
}
function combine({ strict, adjust }) {
  return (manifest) => {
    const adjusted = adjust?.(manifest) ?? manifest;
    return strict ? { ...adjusted, specs: adjusted.specs.map((spec) => ({ ...spec, strict: true })) } : adjusted;
  };
}


;// CONCATENATED MODULE: ./.build/commands/outputs.js


async function outputs(options, ports) {
  const build = await buildProject({ ...options, placeholders: true }, ports);
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


;// CONCATENATED MODULE: ./.build/build/compare/compare-schemas.js


const BOUNDS = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties"
];
const compare_schemas_NAMED = ["pattern", "format", "const", "default", "multipleOf", "uniqueItems", "not", "propertyNames", "contentEncoding"];
const compare_schemas_MAX_DEPTH = 24;
const MAX_CHANGES = 100;
function compareSchemas(before, after) {
  const walk = { before: before.$defs, after: after.$defs, found: [], seen: /* @__PURE__ */ new Set() };
  compare_schemas_compare(before.schema, after.schema, "", 0, walk);
  return walk.found;
}
function compare_schemas_compare(before, after, at, depth, walk) {
  if (depth > compare_schemas_MAX_DEPTH || walk.found.length >= MAX_CHANGES) return;
  const pair = `${compare_schemas_referenceOf(before)} ${compare_schemas_referenceOf(after)}`;
  if (pair !== " " && walk.seen.has(pair)) return;
  walk.seen.add(pair);
  const [old, fresh] = [resolved(before, walk.before), resolved(after, walk.after)];
  compareTypes(old, fresh, at, walk);
  compareEnums(old, fresh, at, walk);
  for (const keyword of BOUNDS) compareBound(old, fresh, at, keyword, walk);
  for (const keyword of compare_schemas_NAMED) if (!isSame(old[keyword], fresh[keyword])) walk.found.push({ kind: "keyword", at, keyword });
  compareProperties(old, fresh, at, depth, walk);
  compareInner(old, fresh, at, depth, walk);
}
function compare_schemas_referenceOf(schema) {
  return (0,encoding_json/* isJsonObject */.OW)(schema) && typeof schema["$ref"] === "string" ? schema["$ref"] : "";
}
function resolved(schema, $defs) {
  const reference = compare_schemas_referenceOf(schema);
  if (!(0,encoding_json/* isJsonObject */.OW)(schema)) return schema === false ? { not: {} } : {};
  const name = reference.slice("#/$defs/".length);
  const target = reference !== "" && Object.hasOwn($defs, name) ? $defs[name] : void 0;
  if (!(0,encoding_json/* isJsonObject */.OW)(target)) return schema;
  const beside = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$ref"));
  return { ...target, ...beside };
}
function compareTypes(old, fresh, at, { found }) {
  const [from, to] = [texts(old["type"]), texts(fresh["type"])];
  if (!isSame(from, to)) found.push({ kind: "types", at, from, to });
}
function compareEnums(old, fresh, at, { found }) {
  const [before, after] = [old["enum"], fresh["enum"]];
  if (!Array.isArray(before) || !Array.isArray(after)) {
    if (before !== void 0 || after !== void 0) found.push({ kind: "keyword", at, keyword: "enum" });
    return;
  }
  const [from, to] = [before.map((value) => JSON.stringify(value)), after.map((value) => JSON.stringify(value))];
  const [added, removed] = [to.filter((value) => !from.includes(value)), from.filter((value) => !to.includes(value))];
  if (added.length + removed.length > 0) found.push({ kind: "enum", at, added, removed });
}
function compareBound(old, fresh, at, keyword, { found }) {
  const [from, to] = [old[keyword], fresh[keyword]];
  if (from === to) return;
  found.push({
    kind: "bound",
    at,
    keyword,
    ...typeof from === "number" ? { from } : {},
    ...typeof to === "number" ? { to } : {}
  });
}
function compareProperties(old, fresh, at, depth, walk) {
  const [before, after] = [objectOf(old["properties"]), objectOf(fresh["properties"])];
  const [wasRequired, isRequired] = [texts(old["required"]), texts(fresh["required"])];
  for (const name of [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
    const place = at === "" ? name : `${at}.${name}`;
    if (!Object.hasOwn(before, name)) {
      walk.found.push({ kind: "property-added", at: place, required: isRequired.includes(name) });
    } else if (!Object.hasOwn(after, name)) walk.found.push({ kind: "property-removed", at: place });
    else {
      const flips = Number(isRequired.includes(name)) - Number(wasRequired.includes(name));
      if (flips !== 0) walk.found.push({ kind: flips > 0 ? "now-required" : "now-optional", at: place });
      compare_schemas_compare(before[name], after[name], place, depth + 1, walk);
    }
  }
  const [wasClosed, isClosed] = [old, fresh].map((side) => side["additionalProperties"] === false);
  if (wasClosed !== isClosed) walk.found.push({ kind: isClosed ? "closed" : "opened", at });
}
function compareInner(old, fresh, at, depth, walk) {
  for (const [keyword, mark] of [
    ["items", "[]"],
    ["additionalProperties", ".*"]
  ]) {
    const [before, after] = [old[keyword], fresh[keyword]];
    if ((0,encoding_json/* isJsonObject */.OW)(before) || (0,encoding_json/* isJsonObject */.OW)(after)) compare_schemas_compare(before ?? true, after ?? true, at + mark, depth + 1, walk);
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const [before, after] = [listOf(old[keyword]), listOf(fresh[keyword])];
    if (before.length !== after.length) {
      walk.found.push({ kind: "alternatives", at, from: before.length, to: after.length });
    } else before.forEach((part, index) => compare_schemas_compare(part, after[index], at, depth + 1, walk));
  }
}
function objectOf(value) {
  return (0,encoding_json/* isJsonObject */.OW)(value) ? value : {};
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function texts(value) {
  return [value ?? []].flat().filter((text) => typeof text === "string").sort();
}
function isSame(a, b) {
  return a === b || a !== void 0 && b !== void 0 && canonicalJson([a]) === canonicalJson([b]);
}


;// CONCATENATED MODULE: ./.build/build/compare/compare-operations.js



const SHOWN = /* @__PURE__ */ new Set(["method", "path", "server", "expose", "readOnly", "uriTemplate"]);
const OF_REQUEST = ["method", "path", "server", "security", "body", "parameters", "accept"];
const OF_ENTRY = ["summary", "tags", "deprecated", "expose", "readOnly", "uriTemplate", "effects"];
async function compareOperations(before, after) {
  const keys = Object.keys(after.index.operations).filter((key) => Object.hasOwn(before.index.operations, key)).sort();
  const found = await Promise.all(keys.map((key) => compareOne(key, before, after)));
  return found.filter((change) => change !== void 0 && !compare_operations_isEmpty(change));
}
async function compareOne(key, before, after) {
  const [old, fresh] = await Promise.all([compare_operations_read(key, before), compare_operations_read(key, after)]);
  if (!old || !fresh || old.identity === fresh.identity && old.entry.artifact.sha256 === fresh.entry.artifact.sha256)
    return void 0;
  const sides = (schema) => compareSchemas(
    { schema: old.document[schema] ?? true, $defs: old.$defs },
    { schema: fresh.document[schema] ?? true, $defs: fresh.$defs }
  );
  return { operation: key, facts: compare_operations_factsOf(old, fresh), input: sides("input"), output: sides("output") };
}
async function compare_operations_read(key, { index, text }) {
  const entry = index.operations[key];
  const service = entry && index.services[entry.spec];
  if (!entry) return void 0;
  const [own, shared] = await Promise.all([text(entry.artifact.sha256), service?.schemas && text(service.schemas.sha256)]);
  if (own === void 0 || service?.schemas && shared === void 0) return void 0;
  const document = parsed(own);
  const schemas = shared === void 0 ? { v: 1, $defs: {} } : parsed(shared);
  if (!(0,encoding_json/* isJsonObject */.OW)(document?.request) || !(0,encoding_json/* isJsonObject */.OW)(document.input) || !(0,encoding_json/* isJsonObject */.OW)(schemas?.$defs)) return void 0;
  const identity = canonicalJson([entry, service?.schemas?.sha256 ?? null]);
  return { entry, document, $defs: schemas.$defs, identity };
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function compare_operations_factsOf(old, fresh) {
  return [
    ...OF_REQUEST.flatMap((fact) => factChange(fact, compare_operations_valueOf(old.document.request[fact]), compare_operations_valueOf(fresh.document.request[fact]))),
    ...factChange("description", old.document.description, fresh.document.description),
    ...OF_ENTRY.flatMap((fact) => factChange(fact, compare_operations_valueOf(old.entry[fact]), compare_operations_valueOf(fresh.entry[fact])))
  ];
}
function factChange(fact, from, to) {
  if (from === to) return [];
  if (!SHOWN.has(fact)) return [{ fact }];
  return [{ fact, ...from === void 0 ? {} : { from }, ...to === void 0 ? {} : { to } }];
}
function compare_operations_valueOf(value) {
  return value === void 0 || typeof value === "string" ? value : canonicalJson([value]).slice(1, -1);
}
function compare_operations_isEmpty({ facts, input, output }) {
  return facts.length + input.length + output.length === 0;
}


;// CONCATENATED MODULE: ./.build/build/files/git-blobs.js

const BATCH_BYTES = 64 * 1024 * 1024;
const git_blobs_LF = 10;
function createBlobReader(repository, run) {
  let waiting = [];
  const flush = async () => {
    const requests = waiting;
    waiting = [];
    for (const batch of splitBySize(requests)) {
      const found = await readBatch(repository, run, batch);
      for (const request of batch) request.resolve(found.get(request.oid));
    }
  };
  return (oid, size) => new Promise((resolve) => {
    if (waiting.push({ oid, size, resolve }) === 1) setImmediate(() => void flush());
  });
}
function splitBySize(requests) {
  const batches = [];
  let bytes = Infinity;
  for (const request of requests) {
    if (bytes + request.size > BATCH_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    bytes += request.size;
    batches.at(-1)?.push(request);
  }
  return batches;
}
async function readBatch(repository, run, batch) {
  const oids = [...new Set(batch.map(({ oid }) => oid))];
  const result = await run("git", ["-C", repository, "cat-file", "--batch"], utf8(oids.join("\n") + "\n"));
  return parseBatch(result.stdout);
}
function parseBatch(output) {
  const blobs = /* @__PURE__ */ new Map();
  let at = 0;
  for (let end = output.indexOf(git_blobs_LF, at); end !== -1; end = output.indexOf(git_blobs_LF, at)) {
    const [oid = "", type, size = ""] = fromUtf8(output.subarray(at, end)).split(" ");
    at = end + 1;
    if (type !== "blob") continue;
    const content = output.subarray(at, at + Number(size));
    if (content.length === Number(size)) blobs.set(oid, new Uint8Array(content));
    at += Number(size) + 1;
  }
  return blobs;
}


;// CONCATENATED MODULE: ./.build/build/files/git-listing.js

const KIND_BY_MODE = /* @__PURE__ */ new Map([
  ["100644", "file"],
  ["100664", "file"],
  ["100755", "file"],
  ["120000", "link"],
  ["160000", "submodule"]
]);
function parseListing(output) {
  const listing = /* @__PURE__ */ new Map([["", /* @__PURE__ */ new Map()]]);
  for (const record of new TextDecoder().decode(output).split("\0")) {
    const tab = record.indexOf("	");
    if (tab === -1) continue;
    const [mode = "", , oid = "", size = ""] = record.slice(0, tab).split(/ +/);
    const path = record.slice(tab + 1);
    const kind = KIND_BY_MODE.get(mode) ?? "other";
    const name = path.slice(path.lastIndexOf("/") + 1);
    directoryOf(listing, path).set(name, { name, kind, size: kind === "file" ? Number(size) : 0, oid });
  }
  return listing;
}
function directoryOf(listing, path) {
  let at = "";
  for (const name of path.split("/").slice(0, -1)) {
    const parent = listing.get(at);
    parent.set(name, { name, kind: "directory", size: 0, oid: "" });
    at = joinPath(at, name);
    if (!listing.has(at)) listing.set(at, /* @__PURE__ */ new Map());
  }
  return listing.get(at);
}


// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./.build/build/files/run-git.js

const MAX_OUTPUT_BYTES = 512 * 1024 * 1024;
const REDIRECTING = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_COMMON_DIR", "GIT_PREFIX"];
const runGit = (command, args, input) => new Promise((resolve) => {
  const options = { encoding: "buffer", maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true, env: gitEnvironment() };
  const child = (0,external_node_child_process_.execFile)(command, [...args], options, (error, stdout, stderr) => {
    const code = error ? typeof error.code === "number" ? error.code : void 0 : 0;
    resolve({ code, stdout, stderr: stderr.toString("utf8") || (error?.message ?? "") });
  });
  child.stdin?.on("error", () => void 0);
  child.stdin?.end(input);
});
function gitEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !REDIRECTING.includes(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: "C",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0"
  };
}


;// CONCATENATED MODULE: ./.build/build/files/git-tree.js





const MAX_LINK_BYTES = 4096;
async function openGitTree(directory, ref, run = runGit) {
  if (!isPlainRef(ref)) return fail("bad-ref", `"${ref}" is no git ref.`, "Name a branch, a tag or a commit.");
  const git = (...args) => run("git", ["-C", directory, ...args]);
  const place = await git("rev-parse", "--show-prefix");
  if (place.code !== 0) return noRepository(directory, place);
  const commit = await git("rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
  if (commit.code !== 0) return unknownRef(ref);
  const listed = await git("ls-tree", "-r", "-z", "-l", "--full-tree", git_tree_textOf(commit));
  if (listed.code !== 0) return fail("git-failed", `git could not list "${ref}": ${lastLine(listed)}`, FETCH_HINT);
  const source = commitSource(ref, parseListing(listed.stdout), createBlobReader(directory, run));
  return { ok: true, tree: treeOver(source), prefix: git_tree_textOf(place).replace(/\/$/, "").normalize("NFC") };
}
const FETCH_HINT = 'Fetch it first: in a workflow, actions/checkout with "fetch-depth: 0"; elsewhere, git fetch origin.';
function isPlainRef(ref) {
  return ref !== "" && ref.length <= 1024 && !ref.startsWith("-") && ![...ref].some((c) => c <= " " || c === "\x7F");
}
function noRepository(directory, result) {
  if (result.code === void 0) {
    return fail("git-missing", `git could not be started: ${lastLine(result)}`, "Install git, or compare with a bundle file.");
  }
  if (result.stderr.includes("dubious ownership")) {
    const hint = `Run: git config --global --add safe.directory ${JSON.stringify(directory)}`;
    return fail("not-a-repository", "git refuses this folder because it belongs to another user.", hint);
  }
  return fail("not-a-repository", `"${directory}" is in no git repository.`, "Run this in a clone, or compare with a bundle file.");
}
function unknownRef(ref) {
  return fail("unknown-ref", `This clone has no commit "${ref}".`, FETCH_HINT);
}
function fail(fault, reason, hint) {
  return { ok: false, fault, reason, hint };
}
function git_tree_textOf(result) {
  return new TextDecoder().decode(result.stdout).replace(/\n$/, "");
}
function lastLine(result) {
  return result.stderr.trim().split("\n").at(-1) ?? "";
}
function commitSource(ref, listing, readBlob) {
  const nodeAt = (path) => listing.get(parentOf(path))?.get(path.slice(path.lastIndexOf("/") + 1));
  const targets = /* @__PURE__ */ new Map();
  const targetOf = (oid) => {
    let target = targets.get(oid);
    if (!target) targets.set(oid, target = git_tree_readTarget(readBlob, oid));
    return target;
  };
  return {
    label: ref,
    list: async (directory) => [...listing.get(directory)?.values() ?? []],
    node: async (directory, name) => listing.get(directory)?.get(name),
    async target(path) {
      const node = nodeAt(path);
      return node && targetOf(node.oid);
    },
    async bytes(path, maxBytes) {
      const node = nodeAt(path);
      if (!node) return { ok: false, fault: "absent" };
      if (node.size > maxBytes) return { ok: false, fault: "too-large", detail: `${node.size} bytes` };
      const bytes = await readBlob(node.oid, node.size);
      return bytes ? { ok: true, bytes } : { ok: false, fault: "unreadable", detail: "the clone does not have its content" };
    }
  };
}
async function git_tree_readTarget(readBlob, oid) {
  const bytes = await readBlob(oid, MAX_LINK_BYTES);
  return bytes && bytes.length <= MAX_LINK_BYTES ? new TextDecoder().decode(bytes) : void 0;
}


;// CONCATENATED MODULE: ./.build/contract/bundle/weakening.js

function findWeakenings(before, after) {
  return [...authWeakenings(before, after), ...serviceWeakenings(before, after), ...policyWeakenings(before, after)];
}
function authWeakenings(before, after) {
  const [from, to] = [before.manifest.structural.auth, after.manifest.structural.auth];
  const scopes = (auth) => "requiredScopes" in auth ? auth.requiredScopes ?? [] : [];
  const kids = (index) => index.manifest.structural.signing.trustRoots.map(({ kid }) => kid);
  return [
    ...from.provider !== to.provider ? [{ kind: "auth-provider", from: from.provider, to: to.provider }] : [],
    ...weakening_without(scopes(from), scopes(to)).map((scope) => ({ kind: "scope-dropped", scope })),
    ...weakening_without(kids(after), kids(before)).map((kid) => ({ kind: "trust-root-added", kid }))
  ];
}
function serviceWeakenings(before, after) {
  const plain = (index) => Object.values(index.services).flatMap(({ origins }) => origins.filter((origin) => origin.startsWith("http://")));
  const dropped = Object.entries(after.services).filter(([id, service]) => {
    const old = Object.hasOwn(before.services, id) ? before.services[id] : void 0;
    return service.auth === false && old !== void 0 && old.auth !== false;
  }).map(([service]) => ({ kind: "credential-dropped", service }));
  return [...dropped, ...weakening_without(plain(after), plain(before)).map((origin) => ({ kind: "plain-http", origin }))];
}
function policyWeakenings(before, after) {
  const [old, fresh] = [before.manifest.hot, after.manifest.hot];
  const access = (hot) => Object.keys(hot.skills.access ?? {});
  return [
    ...weakening_without(access(old), access(fresh)).filter((skill) => Object.hasOwn(after.skills, skill)).map((skill) => ({ kind: "access-dropped", skill })),
    ...droppedApprovals(before, after).map((pattern) => ({ kind: "approval-dropped", pattern })),
    ...weakening_without(fresh.server.allowedOrigins ?? [], old.server.allowedOrigins ?? []).map((origin) => ({ kind: "origin-allowed", origin }))
  ];
}
function droppedApprovals(before, after) {
  const [old, fresh] = [before.manifest.hot.execution, after.manifest.hot.execution];
  return weakening_without(old.approve ?? [], fresh.approve ?? []).filter((pattern) => {
    const keys = Object.keys(after.operations).filter((key) => matchesApproval(pattern, key));
    return keys.length === 0 || !keys.every((key) => needsApproval(fresh, key));
  });
}
function weakening_without(all, known) {
  return all.filter((each) => !known.includes(each));
}


;// CONCATENATED MODULE: ./.build/contract/bundle/diff.js




function diffBundles(before, after) {
  return {
    capabilities: capabilityChanges(before, after),
    hosts: hostChanges(before, after),
    credentials: diffByName(credentials(before), credentials(after)),
    weaker: before ? findWeakenings(before, after) : [],
    skills: diffByName(before?.skills ?? {}, after.skills),
    revokedApprovals: revokedApprovals(before, after),
    operations: diffByName(before?.operations ?? {}, after.operations),
    structural: before ? structuralDifference(before, after) : []
  };
}
function isEmptyDiff(diff) {
  const names = [diff.skills, diff.operations, diff.credentials].flatMap((each) => [...each.added, ...each.removed, ...each.changed]);
  const rest = [diff.capabilities, diff.hosts.gained, diff.hosts.lost, diff.weaker, diff.structural];
  return names.length === 0 && rest.every((list) => list.length === 0);
}
function diffByName(before, after) {
  const names = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const has = (side, name) => Object.hasOwn(side, name);
  const same = (name) => canonicalJson([before[name]]) === canonicalJson([after[name]]);
  return {
    added: names.filter((name) => !has(before, name)),
    removed: names.filter((name) => !has(after, name)),
    changed: names.filter((name) => has(before, name) && has(after, name) && !same(name))
  };
}
function capabilityChanges(before, after) {
  const skills = [.../* @__PURE__ */ new Set([...Object.keys(before?.skills ?? {}), ...Object.keys(after.skills)])].sort();
  return skills.map((skill) => {
    const [old, fresh] = [callable(before, skill), callable(after, skill)];
    const gained = [...fresh.keys()].filter((key) => !old.has(key)).map((key) => mention(after, key));
    const lost = [...old.keys()].filter((key) => !fresh.has(key)).map((key) => mention(before, key));
    return { skill, gained, lost };
  }).filter(({ gained, lost }) => gained.length > 0 || lost.length > 0);
}
function callable(index, skill) {
  const entry = index && Object.hasOwn(index.skills, skill) ? index.skills[skill] : void 0;
  return new Set(
    (entry?.operations ?? []).map((key) => `${key} ${index?.operations[key]?.method ?? ""} ${index?.operations[key]?.path ?? ""}`)
  );
}
function mention(index, callableKey) {
  const operation = callableKey.split(" ", 1)[0] ?? "";
  const entry = index?.operations[operation];
  const asksPerson = index !== null && needsApproval(index.manifest.hot.execution, operation);
  return { operation, method: entry?.method ?? "", path: entry?.path ?? "", readOnly: entry?.readOnly ?? false, ...asksPerson && { approval: true } };
}
function hostChanges(before, after) {
  const origins = (index) => new Set(Object.values(index?.services ?? {}).flatMap(({ origins: origins2 }) => origins2));
  const [old, fresh] = [origins(before), origins(after)];
  return {
    gained: [...fresh].filter((origin) => !old.has(origin)).sort(),
    lost: [...old].filter((origin) => !fresh.has(origin)).sort()
  };
}
function credentials(index) {
  return Object.fromEntries(
    Object.entries(index?.services ?? {}).flatMap(
      ([id, service]) => service.auth === false ? [] : Object.entries(service.auth).map(([scheme, credential]) => [`${id}/${scheme}`, credential])
    )
  );
}
function revokedApprovals(before, after) {
  return Object.entries(after.skills).filter(([id, skill]) => {
    const old = before && Object.hasOwn(before.skills, id) ? before.skills[id] : void 0;
    return old !== void 0 && canonicalJson(old.files) !== canonicalJson(skill.files);
  }).map(([id]) => id).sort();
}


// EXTERNAL MODULE: ./.build/contract/version.js
var version = __webpack_require__(4577);
;// CONCATENATED MODULE: ./.build/push/limits.js
const DEFAULT_DEADLINE_MS = 12e4;
const DEFAULT_REQUEST_TIMEOUT_MS = 3e4;
const MAX_TRIES = 4;
const BACKOFF_BASE_MS = 500;
const BACKOFF_MAX_MS = 8e3;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
const GZIP_ABOVE_BYTES = 64 * 1024;
const LAST_QUESTION_MS = 5e3;


;// CONCATENATED MODULE: ./.build/push/backoff.js

function backoffMs(attempt, askedMs, random) {
  const limit = Math.min(BACKOFF_MAX_MS, BACKOFF_BASE_MS * 2 ** (attempt - 1));
  const jitter = Math.floor(limit * fraction(random));
  return askedMs === void 0 ? jitter : askedMs + jitter;
}
function retryAfterMs(header, now) {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1e3;
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}
function fraction(random) {
  return random(4).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 32;
}


;// CONCATENATED MODULE: ./.build/push/clean-text.js

const MAX_CHARACTERS = 500;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
function cleanText(text) {
  const line = text.replaceAll(UNPRINTABLE, " ").trim();
  return line.length > MAX_CHARACTERS ? `${line.slice(0, MAX_CHARACTERS).toWellFormed()}\u2026` : line;
}
function cleanJson(value) {
  if (typeof value === "string") return value.replaceAll(UNPRINTABLE, " ");
  if (Array.isArray(value)) return value.map(cleanJson);
  if (!(0,encoding_json/* isJsonObject */.OW)(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.replaceAll(UNPRINTABLE, " "), cleanJson(member)]));
}
function redactor(secrets) {
  const forms = [...new Set(secrets)].filter((secret) => secret !== "").sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((current, secret) => current.replaceAll(secret, "***"), text);
}


;// CONCATENATED MODULE: ./.build/push/client-errors.js


const CHECK_ADDRESS = "Check deployment.url (or the deployment-url input), and that the Worker has been deployed there once.";
function networkError(error, url) {
  const { host } = new URL(url);
  const code = errorCode(error);
  const message = `${host} could not be reached${code === void 0 ? "" : ` (${code})`}.`;
  return { code: "network_error", message, hint: code === "ENOTFOUND" ? `There is no such host. ${CHECK_ADDRESS}` : "Check the network, the proxy settings and deployment.url, and run again." };
}
function errorCode(error) {
  for (let current = error, depth = 0; typeof current === "object" && current !== null && depth < 5; depth += 1) {
    const { code, cause } = current;
    if (typeof code === "string" && /^[A-Z0-9_]{1,60}$/.test(code)) return code;
    current = cause;
  }
  return void 0;
}
function redirected(location, { url }) {
  const to = location === "" ? "elsewhere" : `to ${cleanText(location)}`;
  return {
    code: "redirected",
    message: `${cleanText(url)} redirects ${to}; a push never follows a redirect.`,
    hint: "Set deployment.url to the address at which the Worker itself answers."
  };
}
function loginPage({ access }) {
  const hint = access ? 'A service token was sent and not accepted: the Access policy needs a rule with the action "Service Auth" for it, and the token must not have expired. A firewall rule can answer like this too.' : 'If Cloudflare Access protects the Worker, give a service token with access-client-id and access-client-secret, and a "Service Auth" policy for it. A firewall rule can answer like this too.';
  return { code: "login_page", message: "A login or block page answered instead of the Worker.", hint };
}
function notJson(httpStatus, isHtml) {
  return {
    code: "answer_not_json",
    message: `The answer (HTTP ${httpStatus}) is ${isHtml ? "a web page" : "not JSON"}, so it does not come from the Worker.`,
    hint: CHECK_ADDRESS
  };
}
function foreignAnswer(httpStatus) {
  return {
    code: "answer_not_recognised",
    message: `The answer (HTTP ${httpStatus}) is not that of a FrontMCP Worker.`,
    hint: CHECK_ADDRESS
  };
}
function unknownProtocol(protocol) {
  return {
    code: "protocol_unknown",
    message: `The Worker answers with version ${protocol} of the push protocol, which this version does not know.`,
    hint: "Use the version of the action that the Worker was deployed with, or redeploy the Worker."
  };
}
function tooLargeAnswer() {
  return {
    code: "answer_too_large",
    message: `The answer is larger than ${MAX_ANSWER_BYTES} bytes, so it does not come from the Worker.`,
    hint: CHECK_ADDRESS
  };
}
function timedOut(timeoutMs) {
  return {
    code: "request_timeout",
    message: `The Worker did not answer within ${timeoutMs / 1e3} seconds.`,
    hint: "Run again; if it stays like this, look at the Worker with wrangler tail."
  };
}
function deadlinePassed(deadlineMs, last) {
  return { ...last, message: `${last.message} The time for the whole push (${deadlineMs / 1e3} seconds) does not allow another try.` };
}
function triesUsedUp(last) {
  return { ...last, message: `${last.message} It was tried ${MAX_TRIES} times.` };
}
function cancelled() {
  return { code: "cancelled", message: "The push was cancelled.", hint: "Run it again; a bundle that is live already is not applied twice." };
}
function receiptMismatch(message, requestId) {
  return {
    code: "receipt_mismatch",
    message,
    hint: "Do not trust this deploy: something between here and the Worker answers in its place. Compare with a signed status (frontmcp deploy status).",
    requestId
  };
}


;// CONCATENATED MODULE: ./.build/contract/push/routes.js
const RESYNC_PATH = "/_frontmcp/resync";
const BLOB_PATH_PREFIX = "/_frontmcp/blobs/sha256/";
const STATEMENT_HEADER = "Frontmcp-Push";
const PUSH_MEDIA_TYPE = "application/vnd.frontmcp.push.v1+json";
const MAX_STATEMENT_BYTES = 8 * 1024;
const PUSH_PROTOCOL = 1;


;// CONCATENATED MODULE: ./.build/push/endpoint.js


function resyncEndpoint(deploymentUrl) {
  const url = URL.parse(deploymentUrl.trim());
  if (!url || url.protocol !== "https:" && url.protocol !== "http:") {
    return invalid("The deployment URL is not an http(s) address.", "It looks like https://orders.example.workers.dev.");
  }
  if (url.username !== "" || url.password !== "") {
    return invalid("The deployment URL has a user name or password in it.", "Remove it; a push is authorised by its signature.");
  }
  if (!isSecureUrl(url)) {
    return invalid(`The deployment URL http://${url.host} is not encrypted.`, "Use https; http is for a Worker on this machine only.");
  }
  return { ok: true, url: `${url.origin}${url.pathname.replace(/\/+$/, "")}${RESYNC_PATH}` };
}
function invalid(message, hint) {
  return { ok: false, error: { code: "deployment_url_invalid", message, hint } };
}


// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./.build/push/answer-shape.js


const DIGEST = /^[0-9a-f]{64}$/;
const STATUSES = ["applied", "unchanged", "planned", "rolled_back", "status"];
const ADVICE = ["never", "new-statement", "back-off"];
const answer_shape_text = (value) => typeof value === "string";
const count = (value) => Number.isSafeInteger(value) && value >= 0;
const digest = (value) => typeof value === "string" && DIGEST.test(value);
const time = (value) => typeof value === "string" && !Number.isNaN(Date.parse(value));
const flag = (value) => typeof value === "boolean";
const object = (members) => (value) => (0,encoding_json/* isJsonObject */.OW)(value) && Object.entries(members).every(([name, check]) => check(Object.hasOwn(value, name) ? value[name] : void 0));
const list = (check) => (value) => Array.isArray(value) && value.every(check);
const optional = (check) => (value) => value === void 0 || check(value);
const nullable = (check) => (value) => value === null || check(value);
const oneOf = (values) => (value) => typeof value === "string" && values.includes(value);
const answer_shape_texts = list(answer_shape_text);
const answer_shape_names = object({ added: answer_shape_texts, removed: answer_shape_texts, changed: answer_shape_texts });
const answer_shape_mention = object({ operation: answer_shape_text, method: answer_shape_text, path: answer_shape_text, readOnly: flag, approval: optional(flag) });
const diff = object({
  capabilities: list(object({ skill: answer_shape_text, gained: list(answer_shape_mention), lost: list(answer_shape_mention) })),
  hosts: object({ gained: answer_shape_texts, lost: answer_shape_texts }),
  credentials: answer_shape_names,
  weaker: list(object({ kind: answer_shape_text })),
  skills: answer_shape_names,
  revokedApprovals: answer_shape_texts,
  operations: answer_shape_names,
  structural: answer_shape_texts
});
const worker = object({
  name: answer_shape_text,
  environment: answer_shape_text,
  audience: answer_shape_text,
  runtimeVersion: answer_shape_text,
  structuralDigest: digest,
  appliedAt: nullable(answer_shape_text),
  trustRoots: list(object({ kid: answer_shape_text, algorithm: answer_shape_text, thumbprint: answer_shape_text })),
  unusableTrustRoots: list(object({ kid: answer_shape_text, reason: answer_shape_text })),
  missingBindings: list(object({ binding: answer_shape_text, consequence: answer_shape_text })),
  missingSecrets: answer_shape_texts,
  auditPending: count,
  unauthenticatedRefusals: count
});
const protocol = (value) => value === PUSH_PROTOCOL;
const receipt = object({
  protocol,
  requestId: answer_shape_text,
  status: oneOf(STATUSES),
  generation: count,
  bundleSha256: nullable(digest),
  previous: nullable(object({ generation: count, sha256: digest })),
  diff: optional(diff),
  missing: optional(object({ artifacts: list(digest), blobs: list(digest) })),
  audit: nullable(object({ seq: count, hash: digest })),
  serverTime: time,
  worker: optional(worker)
});
const refused = object({
  protocol,
  requestId: answer_shape_text,
  error: object({ code: answer_shape_text, message: answer_shape_text, retry: oneOf(ADVICE), details: object({}) }),
  generation: nullable(count),
  bundleSha256: nullable(digest),
  serverTime: time
});
function asReceipt(value) {
  return receipt(value) ? value : void 0;
}
function asRefused(value) {
  return refused(value) ? value : void 0;
}
function foreignProtocol(value) {
  if (!(0,encoding_json/* isJsonObject */.OW)(value) || typeof value.requestId !== "string") return void 0;
  return typeof value.protocol === "number" && value.protocol !== PUSH_PROTOCOL ? value.protocol : void 0;
}


;// CONCATENATED MODULE: ./.build/push/read-answer.js





function readAnswer(response, text, target, redact) {
  const { status } = response;
  const isHtml = /^text\/html\b/i.test(response.headers.get("content-type") ?? "");
  const unusable = (error) => ({
    kind: "answer-unusable",
    error: { ...error, httpStatus: status },
    httpStatus: status,
    retryAfter: response.headers.get("retry-after")
  });
  if (status >= 300 && status < 400) {
    const location = redact(response.headers.get("location") ?? "");
    return unusable(isAccessLogin(location) ? loginPage(target) : redirected(location, target));
  }
  if (isHtml && (status === 401 || status === 403 || isAccessLogin(text))) return unusable(loginPage(target));
  const parsed = (0,encoding_json/* parseJson */.qF)(text, { maxDepth: MAX_JSON_DEPTH });
  if (!parsed.ok) return unusable(notJson(status, isHtml));
  const value = cleanJson(parsed.value);
  const protocol = foreignProtocol(value);
  if (protocol !== void 0) return unusable(unknownProtocol(protocol));
  const receipt = response.ok ? asReceipt(value) : void 0;
  if (receipt) return { kind: "receipt", receipt };
  const refused = response.ok ? void 0 : asRefused(value);
  if (refused) return { kind: "refused", refused, httpStatus: status, retryAfter: response.headers.get("retry-after") };
  return unusable(foreignAnswer(status));
}
function isAccessLogin(text) {
  return text.includes(".cloudflareaccess.com") || text.includes("/cdn-cgi/access/");
}


;// CONCATENATED MODULE: ./.build/push/exchange.js





function wireBody(text) {
  const plain = Buffer.from(text, "utf8");
  if (plain.length <= GZIP_ABOVE_BYTES) return { bytes: Uint8Array.from(plain), encoding: void 0 };
  return { bytes: Uint8Array.from((0,external_node_zlib_.gzipSync)(plain)), encoding: "gzip" };
}
async function exchange(request, target, ports, redact) {
  const stop = new AbortController();
  const cancel = () => stop.abort();
  if (ports.signal?.aborted) return { kind: "cancelled" };
  ports.signal?.addEventListener("abort", cancel, { once: true });
  let timedOut = false;
  const finished = new AbortController();
  void ports.sleep(request.timeoutMs, finished.signal).then(
    () => {
      if (finished.signal.aborted) return;
      timedOut = true;
      stop.abort();
    },
    () => void 0
  );
  try {
    const response = await ports.fetch(request.url, { ...requestInit(request, target), signal: stop.signal });
    const text = await readCapped(response);
    return text === void 0 ? { kind: "answer-unusable", error: tooLargeAnswer(), httpStatus: response.status } : readAnswer(response, redact(text), target, redact);
  } catch (error) {
    if (timedOut) return { kind: "timeout" };
    return ports.signal?.aborted ? { kind: "cancelled" } : { kind: "network", error: networkError(error, request.url) };
  } finally {
    finished.abort();
    ports.signal?.removeEventListener("abort", cancel);
  }
}
function requestInit({ statement, body }, { access, version }) {
  return {
    method: "POST",
    redirect: "manual",
    body: body.bytes,
    headers: {
      accept: "application/json",
      "content-type": PUSH_MEDIA_TYPE,
      "user-agent": `frontmcp-deploy-action/${version ?? "unknown"}`,
      [STATEMENT_HEADER]: statement,
      ...body.encoding ? { "content-encoding": body.encoding } : {},
      ...access ? { "cf-access-client-id": access.clientId, "cf-access-client-secret": access.clientSecret } : {}
    }
  };
}
async function readCapped(response) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) return void 0;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}


;// CONCATENATED MODULE: ./.build/push/explain-refusal.js

const REPORT = "This should not happen; please report it with the request id.";
const OTHER_WORKER = "Is deployment.url that of this environment? If the manifest changed, redeploy the Worker first.";
const ROOTS = "Set the public key as the secret that signing.trustRoots names on the Worker (wrangler secret put).";
const HINTS = {
  not_found: "Check deployment.url, and that the deployed Worker is of this version.",
  method_not_allowed: REPORT,
  length_required: REPORT,
  unsupported_media_type: "Redeploy the Worker: it is older than this version.",
  header_too_large: REPORT,
  missing_statement: "Something between here and the Worker removes the header Frontmcp-Push; let it pass.",
  malformed_statement: "Redeploy the Worker: it is older than this version.",
  unsupported_version: "Redeploy the Worker, or use the version of the action that it was deployed with.",
  wrong_type: REPORT,
  unknown_kid: ({ target }) => `The push was signed as "${target.kid}". ${ROOTS} A new trust root needs a redeploy first.`,
  alg_key_mismatch: ({ target }) => `The Worker holds a key of another kind under "${target.kid}". ${ROOTS}`,
  bad_signature: ({ target }) => `The Worker holds another public key under "${target.kid}" than the one with the thumbprint ${target.key.thumbprint}. ${ROOTS}`,
  no_trust_root: ROOTS,
  wrong_audience: OTHER_WORKER,
  wrong_environment: OTHER_WORKER,
  wrong_name: OTHER_WORKER,
  wrong_operation: REPORT,
  outside_window: compareClocks,
  timeout: "The upload was too slow; run again.",
  rate_limited: "Wait, and run again.",
  unavailable: "Run again in a minute; look at the Worker with wrangler tail if it stays like this.",
  too_large: "Move large files out of the bundle, or leave skills out with tags.",
  malformed_body: REPORT,
  digest_mismatch: REPORT,
  not_canonical: REPORT,
  invalid_bundle: "Redeploy the Worker if it is older than this version; otherwise please report it with the request id.",
  identity_mismatch: REPORT,
  redeploy_required: "Run: frontmcp deploy emit-wrangler, then wrangler deploy, then push again.",
  missing_secret: "Set each with: wrangler secret put NAME, and push again.",
  unknown_artifact: REPORT,
  artifact_missing: "Run again.",
  blob_missing: "Make each file smaller than 1 MiB, or leave it out of the skill.",
  no_blob_store: "Add an R2 bucket with the binding SKILL_DATA to the manifest, redeploy, and push again.",
  conflict: "Somebody else pushed in between. Run again on the newest commit; expect: any overrides the check.",
  replayed: "Run again.",
  pinned: "Unpin the Worker, or roll forward on purpose.",
  rollback_target: "Choose one of the kept generations; a signed status and this refusal list them."
};
function explainRefusal(refused, httpStatus, target, now) {
  const { code, message, details } = refused.error;
  const hint = Object.hasOwn(HINTS, code) ? HINTS[code] : "The Worker is newer than this version; update the action.";
  return {
    code: cleanText(code),
    message: cleanText(message),
    hint: typeof hint === "string" ? hint : hint({ refused, target, now }),
    requestId: cleanText(refused.requestId),
    httpStatus,
    details
  };
}
function compareClocks({ refused, now }) {
  const difference = Math.round((now - Date.parse(refused.serverTime)) / 1e3);
  const size = Math.abs(difference);
  const words = size < 120 ? `${size} seconds` : `${Math.round(size / 60)} minutes`;
  const clocks = `The Worker's clock says ${new Date(refused.serverTime).toISOString()}, this machine's ${new Date(now).toISOString()}`;
  if (size < 2) return `${clocks}: they agree, so the statement's lifetime does not fit the Worker's window. Redeploy the Worker if signing.replay.windowSeconds changed.`;
  return `${clocks}: this machine is ${words} ${difference > 0 ? "ahead" : "behind"}. Set its clock.`;
}


;// CONCATENATED MODULE: ./.build/contract/encoding/base64url.js
const ALPHABET = /^[A-Za-z0-9_-]*$/;
function encodeBase64url(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
function decodeBase64url(text) {
  if (!ALPHABET.test(text) || text.length % 4 === 1) return void 0;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return encodeBase64url(bytes) === text ? bytes : void 0;
}


;// CONCATENATED MODULE: ./.build/contract/push/identity.js


function audienceOf(index) {
  const { url } = index.manifest.structural.deployment;
  return url === void 0 ? `frontmcp:${index.name}/${index.environment}` : `${url.replace(/\/+$/, "")}${RESYNC_PATH}`;
}
async function identity_identityOf(index) {
  const { signing } = index.manifest.structural;
  return {
    name: index.name,
    environment: index.environment,
    audience: audienceOf(index),
    windowSeconds: signing.replay.windowSeconds ?? 300,
    structuralDigest: await structuralDigest(index),
    trustRoots: signing.trustRoots
  };
}


;// CONCATENATED MODULE: ./.build/contract/push/der.js
const DER_TAG = {
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  sequence: 48
};
function readDer(bytes) {
  const elements = [];
  let offset = 0;
  while (offset < bytes.length) {
    const header = readHeader(bytes, offset);
    if (!header || header.end > bytes.length) return void 0;
    elements.push({ tag: header.tag, content: bytes.slice(header.start, header.end) });
    offset = header.end;
  }
  return elements;
}
function readSequence(bytes) {
  const [only, ...others] = readDer(bytes) ?? [];
  return only?.tag === DER_TAG.sequence && others.length === 0 ? readDer(only.content) : void 0;
}
function readUnsigned(element) {
  if (element?.tag !== DER_TAG.integer) return void 0;
  const [first, second] = element.content;
  if (first === void 0 || first >= 128) return void 0;
  if (first !== 0 || second === void 0) return element.content;
  return second >= 128 ? element.content.slice(1) : void 0;
}
function writeDer(tag, ...parts) {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const length = size < 128 ? [size] : size < 256 ? [129, size] : [130, size >> 8, size & 255];
  return Uint8Array.from([tag, ...length, ...parts.flatMap((part) => [...part])]);
}
function readHeader(bytes, offset) {
  const [tag, first] = [bytes[offset], bytes[offset + 1]];
  if (tag === void 0 || first === void 0) return void 0;
  if (first < 128) return { tag, start: offset + 2, end: offset + 2 + first };
  const size = first & 127;
  if (size === 0 || size > 2 || offset + 2 + size > bytes.length) return void 0;
  const length = size === 1 ? bytes[offset + 2] ?? 0 : (bytes[offset + 2] ?? 0) << 8 | (bytes[offset + 3] ?? 0);
  if (length < (size === 1 ? 128 : 256)) return void 0;
  return { tag, start: offset + 2 + size, end: offset + 2 + size + length };
}


;// CONCATENATED MODULE: ./.build/contract/push/key-algorithms.js


const OID = { ed25519: "2b6570", rsa: "2a864886f70d010101" };
const NAMES = /* @__PURE__ */ new Map([
  [OID.ed25519, "Ed25519"],
  [OID.rsa, "RSA"],
  ["2b656e", "X25519"],
  ["2b656f", "X448"],
  ["2b6571", "Ed448"],
  ["2a864886f70d010107", "RSAES-OAEP"],
  ["2a864886f70d01010a", "RSA-PSS"],
  ["2a864886f70d010301", "Diffie-Hellman"],
  ["2a8648ce380401", "DSA"],
  ["2a8648ce3d030107", "P-256"],
  ["2b81040022", "P-384"],
  ["2b81040023", "P-521"],
  ["2b8104000a", "secp256k1"]
]);
const EC_PUBLIC_KEY = "2a8648ce3d0201";
function readAlgorithm(element) {
  if (element?.tag !== DER_TAG.sequence) return void 0;
  const [identifier, ...parameters] = readDer(element.content) ?? [];
  if (identifier?.tag !== DER_TAG.oid) return void 0;
  const oid = toHex(identifier.content);
  return { oid, name: key_algorithms_nameOf(oid, parameters), parameters };
}
function hasStandardParameters(algorithm) {
  const [first, ...others] = algorithm.parameters;
  if (algorithm.oid === OID.ed25519) return first === void 0;
  return first?.tag === DER_TAG.null && first.content.length === 0 && others.length === 0;
}
function key_algorithms_nameOf(oid, parameters) {
  if (oid !== EC_PUBLIC_KEY) return NAMES.get(oid) ?? "unknown";
  return curveName(parameters[0]);
}
function curveName(curve) {
  const named = curve?.tag === DER_TAG.oid ? NAMES.get(toHex(curve.content)) : void 0;
  return named ?? "elliptic curve";
}


;// CONCATENATED MODULE: ./.build/contract/push/key-outcome.js
function withArticle(name) {
  return `${/^(?:[AEFHILMNORSX][A-Z0-9]|[aeiouAEIO])/.test(name) ? "an" : "a"} ${name}`;
}
function found(what) {
  return { ok: false, found: what };
}


;// CONCATENATED MODULE: ./.build/contract/push/describe-der.js



function describeDer(der) {
  const members = readSequence(der);
  if (!members) return "bytes that are no exact DER structure";
  const tags = members.map(({ tag }) => tag);
  if (hasTags(tags, [DER_TAG.sequence, DER_TAG.sequence, DER_TAG.bitString])) return "a certificate";
  if (hasTags(tags, [DER_TAG.sequence, DER_TAG.bitString])) return `${algorithmOf(members[0])} public key`;
  if (hasTags(tags, [DER_TAG.sequence, DER_TAG.octetString])) return "an encrypted private key";
  if (hasTags(tags, [DER_TAG.integer, DER_TAG.sequence])) return `${algorithmOf(members[1])} private key`;
  if (hasTags(tags, [DER_TAG.integer, DER_TAG.octetString])) return "an elliptic curve private key";
  if (tags.every((tag) => tag === DER_TAG.integer)) return integersAre(tags.length);
  return "an unknown DER structure";
}
function hasTags(tags, beginning) {
  return beginning.every((tag, index) => tags[index] === tag);
}
function algorithmOf(element) {
  return withArticle(readAlgorithm(element)?.name ?? "unknown");
}
function integersAre(count) {
  if (count === 2) return "an RSA public key in PKCS#1 form";
  return count === 9 ? "an RSA private key" : count === 6 ? "a DSA private key" : "an unknown DER structure";
}


;// CONCATENATED MODULE: ./.build/contract/push/spki.js





function readSpki(der) {
  const [identifier, bits, ...others] = readSequence(der) ?? [];
  const algorithm = readAlgorithm(identifier);
  if (bits?.tag !== DER_TAG.bitString || algorithm?.oid !== OID.ed25519 && algorithm?.oid !== OID.rsa) return found(describeDer(der));
  const key = wholeBytes(bits);
  const jwk = key && (algorithm.oid === OID.ed25519 ? ed25519Jwk(key) : rsaJwk(key));
  const isExact = others.length === 0 && hasStandardParameters(algorithm);
  return jwk && isExact ? { ok: true, value: jwk } : found(`a malformed ${algorithm.name} public key`);
}
function wholeBytes({ content }) {
  return content[0] === 0 ? content.slice(1) : void 0;
}
function ed25519Jwk(key) {
  return key.length === 32 ? { kty: "OKP", crv: "Ed25519", x: encodeBase64url(key) } : void 0;
}
function rsaJwk(der) {
  const [n, e, ...others] = (readSequence(der) ?? []).map(readUnsigned);
  return n && e && others.length === 0 ? { kty: "RSA", e: encodeBase64url(e), n: encodeBase64url(n) } : void 0;
}


;// CONCATENATED MODULE: ./.build/contract/push/jwk.js



const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];
const ALGORITHMS = { OKP: ["EdDSA", "Ed25519"], RSA: ["RS256"] };
function isPrivateJwk(jwk) {
  return PRIVATE_MEMBERS.some((member) => Object.hasOwn(jwk, member));
}
function readJwkPublicHalf(jwk) {
  const kind = jwk_kindOf(jwk);
  if (kind === void 0) return found(describeJwk(jwk));
  const misuse = misuseOf(jwk, kind);
  if (misuse !== void 0) return found(misuse);
  return kind === "OKP" ? readOkp(jwk) : readRsa(jwk);
}
function describeJwk(jwk) {
  if (jwk.kty === "OKP" || jwk.kty === "EC") return `${withArticle(jwk_name(jwk.crv) ?? "unnamed curve")} JWK`;
  if (jwk.kty === "oct") return "a symmetric JWK";
  return `a JWK of type ${jwk_name(jwk.kty) ?? "unknown"}`;
}
function jwk_kindOf(jwk) {
  if (jwk.kty === "OKP" && jwk.crv === "Ed25519") return "OKP";
  return jwk.kty === "RSA" ? "RSA" : void 0;
}
function misuseOf(jwk, kind) {
  if (jwk.alg !== void 0 && !ALGORITHMS[kind].some((alg) => alg === jwk.alg)) {
    return `a JWK for the algorithm ${jwk_name(jwk.alg) ?? "unknown"}`;
  }
  return jwk.use !== void 0 && jwk.use !== "sig" ? 'a JWK that is not for signatures (its "use" is not "sig")' : void 0;
}
function readOkp(jwk) {
  const x = typeof jwk.x === "string" ? decodeBase64url(jwk.x) : void 0;
  const key = x && ed25519Jwk(x);
  return key ? { ok: true, value: key } : found('an Ed25519 JWK whose "x" is not 32 bytes in base64url');
}
function readRsa(jwk) {
  const { e, n } = jwk;
  if (!isUnsigned(e) || !isUnsigned(n)) return found('an RSA JWK whose "n" or "e" is not a number in base64url');
  return { ok: true, value: { kty: "RSA", e, n } };
}
function isUnsigned(value) {
  const bytes = typeof value === "string" ? decodeBase64url(value) : void 0;
  return bytes !== void 0 && bytes.length > 0 && bytes[0] !== 0;
}
function jwk_name(value) {
  return typeof value === "string" && /^[A-Za-z0-9+-]{1,20}$/.test(value) ? value : void 0;
}


;// CONCATENATED MODULE: ./.build/contract/push/small-order.js

const SMALL_ORDER_Y = /* @__PURE__ */ new Set([
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
]);
function isSmallOrder(publicKey) {
  const y = Uint8Array.from(publicKey);
  y[31] = (y[31] ?? 0) & 127;
  return SMALL_ORDER_Y.has(toHex(y));
}


;// CONCATENATED MODULE: ./.build/contract/push/key-strength.js


const RSA_MIN_BITS = 2048;
const RSA_MAX_BITS = 4096;
const RSA_MIN_EXPONENT = 65537;
const RSA_MAX_EXPONENT_BYTES = 4;
function weaknessOf(jwk) {
  if (jwk.kty === "RSA") return rsaWeakness(bytesOf(jwk.n), bytesOf(jwk.e));
  return isSmallOrder(bytesOf(jwk.x)) ? "a small-order Ed25519 key, with which one signature fits every message" : void 0;
}
function bytesOf(text) {
  return decodeBase64url(text) ?? new Uint8Array();
}
function rsaWeakness(modulus, exponent) {
  const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
  if (bits < RSA_MIN_BITS || bits > RSA_MAX_BITS) return `an RSA key of ${bits} bits; ${RSA_MIN_BITS} to ${RSA_MAX_BITS} are accepted`;
  if (isEven(modulus)) return "an RSA key with an even modulus";
  const e = exponent.reduce((sum, byte) => sum * 256 + byte, 0);
  const fits = exponent.length <= RSA_MAX_EXPONENT_BYTES && e >= RSA_MIN_EXPONENT && !isEven(exponent);
  return fits ? void 0 : `an RSA key with a weak exponent; an odd one from ${RSA_MIN_EXPONENT} to 32 bits is accepted`;
}
function isEven(number) {
  return ((number.at(-1) ?? 0) & 1) === 0;
}


;// CONCATENATED MODULE: ./.build/contract/push/decode-key-bytes.js

const HEX = /^[0-9A-Fa-f]+$/;
function isHex(text) {
  return text.length % 2 === 0 && HEX.test(text);
}
function decodeHex(text) {
  return Uint8Array.from({ length: text.length / 2 }, (_, index) => Number.parseInt(text.slice(2 * index, 2 * index + 2), 16));
}
function decodeBase64(text) {
  const compact = text.replaceAll(/\s+/g, "");
  const body = compact.replace(/={1,2}$/, "");
  if (body === "" || compact !== body && compact.length % 4 !== 0) return void 0;
  return decodeBase64url(body.replaceAll("+", "-").replaceAll("/", "_"));
}


;// CONCATENATED MODULE: ./.build/contract/push/pem.js

const BEGIN = "-----BEGIN ";
const DASHES = "-----";
const LABEL = /^[A-Z0-9 ]{1,64}$/;
function readPem(text) {
  const labels = labelsOf(text);
  const [label] = labels;
  if (label === void 0) return failed(labels, "a PEM block without a readable first line");
  if (labels.length > 1) return failed(labels, `${labels.length} PEM blocks (${labels.join(", ")})`);
  const start = text.indexOf(BEGIN) + BEGIN.length + label.length + DASHES.length;
  const end = text.indexOf(`${DASHES}END ${label}${DASHES}`, start);
  if (end < 0) return failed(labels, `a ${label} block without its last line: it was cut off`);
  const body = text.slice(start, end);
  if (/^(Proc-Type|DEK-Info):/m.test(body)) return failed(labels, `an encrypted ${label}`);
  const der = decodeBase64(body);
  if (!der) return failed(labels, `a ${label} block whose content is not base64`);
  return { ok: true, label, der, repaired: repairs(body) };
}
function failed(labels, reason) {
  return { ok: false, labels, reason, repaired: [] };
}
function labelsOf(text) {
  return text.split(BEGIN).slice(1).map((rest) => rest.slice(0, Math.max(0, rest.indexOf(DASHES)))).filter((label) => LABEL.test(label));
}
function repairs(body) {
  if (!body.includes("\n") && !body.includes("\r")) return ["lost line breaks"];
  return /^[ \t]+\S/m.test(body) ? ["indentation"] : [];
}


;// CONCATENATED MODULE: ./.build/contract/push/key-text.js




const MAX_KEY_CHARACTERS = 16 * 1024;
const SSH_PUBLIC = /^(?:ssh-(?:rsa|dss|ed25519|ed448)|ecdsa-sha2-nistp(?:256|384|521)|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)\s/;
function readKeyText(text) {
  if (text.length > MAX_KEY_CHARACTERS) return { content: { shape: "unknown", reason: `a text of ${text.length} characters` }, repaired: [] };
  const outer = unwrap(text);
  const inner = textInBase64(outer.text);
  if (inner === void 0) return withPemRepairs(outer);
  const unwrapped = unwrap(inner);
  return withPemRepairs({ text: unwrapped.text, repaired: [...outer.repaired, "base64 around the key", ...unwrapped.repaired] });
}
function withPemRepairs({ text, repaired }) {
  const content = key_text_shapeOf(text);
  return { content, repaired: content.shape === "pem" ? [...repaired, ...content.pem.repaired] : repaired };
}
function key_text_shapeOf(text) {
  if (text === "") return { shape: "empty" };
  if (text.startsWith("{")) return readJwk(text);
  if (text.includes("-----BEGIN")) return { shape: "pem", pem: readPem(text) };
  if (SSH_PUBLIC.test(text)) return readSsh(text);
  const bytes = isHex(text) ? decodeHex(text) : decodeBase64(text);
  return bytes ? { shape: "bytes", bytes } : { shape: "unknown", reason: `a text of ${text.length} characters in no known form` };
}
function unwrap(text) {
  const repaired = [];
  if (/^\s*\uFEFF/.test(text)) repaired.push("byte order mark");
  const bare = text.trim();
  const unquoted = unquote(bare);
  if (unquoted !== bare) repaired.push("quotes");
  const broken = unquoted.replaceAll(/(?:\\r)?\\n|\\r/g, "\n").trim();
  if (broken !== unquoted) repaired.push("literal \\n");
  return { text: broken, repaired };
}
function unquote(text) {
  const [first, last] = [text[0], text.at(-1)];
  if (text.length < 2 || first !== last || first !== '"' && first !== "'" && first !== "`") return text;
  const inner = text.slice(1, -1).trim();
  return first === '"' ? inner.replaceAll('\\"', '"') : inner;
}
function textInBase64(text) {
  const bytes = isHex(text) ? void 0 : decodeBase64(text);
  if (!bytes) return void 0;
  try {
    const inner = fromUtf8(bytes);
    const start = inner.trim();
    return start.startsWith("{") || start.includes("-----BEGIN") || SSH_PUBLIC.test(start) ? inner : void 0;
  } catch {
    return void 0;
  }
}
function readJwk(text) {
  const parsed = (0,encoding_json/* parseJson */.qF)(text, { maxDepth: 8 });
  if (!parsed.ok || !(0,encoding_json/* isJsonObject */.OW)(parsed.value)) return { shape: "unknown", reason: "a text that begins like a JWK but is not JSON" };
  const { keys } = parsed.value;
  if (!Array.isArray(keys)) return { shape: "json", jwk: parsed.value };
  const [only] = keys;
  if (keys.length === 1 && (0,encoding_json/* isJsonObject */.OW)(only)) return { shape: "json", jwk: only };
  return { shape: "unknown", reason: `a JWK set of ${keys.length} keys` };
}
function readSsh(text) {
  const [type = "", blob = ""] = text.split(/\s+/, 2);
  return { shape: "ssh", type, blob: decodeBase64(blob) };
}


;// CONCATENATED MODULE: ./.build/contract/push/ssh-public-key.js



function readSshPublicKey(type, blob) {
  if (type !== "ssh-ed25519") return found(`an OpenSSH public key of type ${type}; only ssh-ed25519 is read`);
  const [inner, key, ...others] = (blob && readSshStrings(blob)) ?? [];
  const jwk = inner && key && others.length === 0 && equalsText(inner, type) ? ed25519Jwk(key) : void 0;
  return jwk ? { ok: true, value: jwk } : found("a malformed ssh-ed25519 public key");
}
function readSshStrings(blob) {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const strings = [];
  for (let offset = 0; offset < blob.length; ) {
    if (offset + 4 > blob.length) return void 0;
    const end = offset + 4 + view.getUint32(offset);
    if (end > blob.length) return void 0;
    strings.push(blob.slice(offset + 4, end));
    offset = end;
  }
  return strings;
}
function equalsText(bytes, text) {
  try {
    return fromUtf8(bytes) === text;
  } catch {
    return false;
  }
}


;// CONCATENATED MODULE: ./.build/contract/push/thumbprint.js



function thumbprintInput(jwk) {
  return canonicalJson(jwk);
}
async function thumbprintOf(jwk) {
  return encodeBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(thumbprintInput(jwk)))));
}


;// CONCATENATED MODULE: ./.build/contract/push/public-key.js









const PRIVATE = "private material; this must be the public half only";
async function parsePublicKey(text) {
  const read = readPublicHalf(readKeyText(text).content);
  if (!read.ok) return public_key_refused(read.found);
  const weakness = weaknessOf(read.value);
  if (weakness !== void 0) return public_key_refused(weakness);
  try {
    return { ok: true, key: await importPublicKey(read.value) };
  } catch {
    return public_key_refused("a key that this platform cannot import");
  }
}
async function importPublicKey(jwk) {
  const rest = { thumbprint: await thumbprintOf(jwk), jwk: { ...jwk } };
  if (jwk.kty === "RSA") {
    const parameters = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
    return { algorithm: "RS256", key: await crypto.subtle.importKey("jwk", jwk, parameters, false, ["verify"]), ...rest };
  }
  const raw = decodeBase64url(jwk.x) ?? new Uint8Array();
  return { algorithm: "EdDSA", key: await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]), ...rest };
}
function public_key_refused(what) {
  return { ok: false, reason: `expected an Ed25519 or RSA public key, got ${what}` };
}
function readPublicHalf(content) {
  switch (content.shape) {
    case "empty":
      return found("an empty text");
    case "json":
      return isPrivateJwk(content.jwk) ? found(PRIVATE) : readJwkPublicHalf(content.jwk);
    case "pem":
      return readPublicPem(content.pem);
    case "ssh":
      return readSshPublicKey(content.type, content.blob);
    case "bytes":
      return readBytes(content.bytes);
    case "unknown":
      return found(content.reason);
  }
}
function readPublicPem(pem) {
  const labels = pem.ok ? [pem.label] : pem.labels;
  if (labels.some((label) => label.includes("PRIVATE"))) return found(PRIVATE);
  if (!pem.ok) return found(pem.reason);
  if (pem.label === "PUBLIC KEY") return readSpki(pem.der);
  if (pem.label.endsWith("CERTIFICATE")) return found("a certificate");
  if (pem.label === "RSA PUBLIC KEY") {
    return found("an RSA public key in PKCS#1 form; convert it with: openssl rsa -RSAPublicKey_in -in key.pem -pubout");
  }
  return found(`a PEM block of the kind "${pem.label}"`);
}
function readBytes(bytes) {
  const jwk = ed25519Jwk(bytes);
  if (jwk) return { ok: true, value: jwk };
  const spki = readSpki(bytes);
  if (spki.ok) return spki;
  if (bytes[0] === 48) return found(describeDer(bytes).includes("private") ? PRIVATE : spki.found);
  if (bytes.length === 64) return found("64 bytes: an expanded secret key, or a signature");
  return found(`${bytes.length} bytes; a raw Ed25519 public key has 32`);
}


;// CONCATENATED MODULE: ./.build/contract/generated/claims-schema.js
const claimsSchema = { "type": "object", "additionalProperties": false, "required": ["v", "op", "aud", "env", "name", "iat", "exp", "jti"], "properties": { "v": { "type": "integer", "const": 1 }, "op": { "type": "string", "enum": ["apply", "plan", "rollback", "status", "blob", "embed"] }, "aud": { "type": "string", "maxLength": 2048, "minLength": 1 }, "env": { "type": "string", "maxLength": 64, "minLength": 1 }, "name": { "type": "string", "maxLength": 128, "minLength": 1 }, "sha256": { "type": "string", "maxLength": 64, "pattern": "^[0-9a-f]{64}$" }, "size": { "type": "integer", "minimum": 0, "maximum": 26214400 }, "struct": { "type": "string", "maxLength": 64, "pattern": "^[0-9a-f]{64}$" }, "iat": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 }, "exp": { "type": "integer", "minimum": 0, "maximum": 9007199254740991 }, "jti": { "type": "string", "maxLength": 64, "pattern": "^[A-Za-z0-9_-]{22,64}$" }, "expect": { "oneOf": [{ "type": "null" }, { "type": "string", "const": "*" }, { "type": "object", "additionalProperties": false, "required": ["generation", "sha256"], "properties": { "generation": { "type": "integer", "minimum": 1, "maximum": 9007199254740991 }, "sha256": { "type": "string", "maxLength": 64, "pattern": "^[0-9a-f]{64}$" } } }] }, "src": { "type": "object", "additionalProperties": false, "required": [], "properties": { "repository": { "type": "string", "maxLength": 256 }, "commit": { "type": "string", "maxLength": 256 }, "ref": { "type": "string", "maxLength": 256 }, "run": { "type": "string", "maxLength": 256 }, "actor": { "type": "string", "maxLength": 256 } } } } };


;// CONCATENATED MODULE: ./.build/contract/push/refusals.js
const everything = (facts) => ({ ...facts });
const REFUSALS = {
  not_found: { status: 404, retry: "never", message: () => "There is nothing at this address." },
  method_not_allowed: { status: 405, retry: "never", message: ({ allowed }) => `Use ${allowed.join(" or ")} here.`, details: everything },
  length_required: { status: 411, retry: "never", message: () => "The request needs a Content-Length." },
  unsupported_media_type: { status: 415, retry: "never", message: () => "The body must be application/vnd.frontmcp.push.v1+json, plain or gzip.", details: everything },
  header_too_large: { status: 431, retry: "never", message: ({ limit }) => `The push statement is larger than ${limit} bytes.`, details: everything },
  missing_statement: { status: 401, retry: "never", message: () => "The request carries no push statement (header Frontmcp-Push)." },
  malformed_statement: { status: 400, retry: "never", message: ({ reason }) => `The push statement is malformed: ${reason}.`, details: everything },
  unsupported_version: { status: 400, retry: "never", message: ({ supported }) => `This Worker reads version ${supported.join(", ")} of the format.`, details: everything },
  wrong_type: { status: 401, retry: "never", message: () => "The statement is not of type frontmcp-push+jwt." },
  unknown_kid: { status: 401, retry: "never", message: () => "The key id of the statement is not a usable trust root of this Worker." },
  alg_key_mismatch: { status: 401, retry: "never", message: () => "The algorithm of the statement is not the one of its key." },
  bad_signature: { status: 401, retry: "never", message: () => "The signature does not match." },
  no_trust_root: { status: 401, retry: "never", message: () => "This Worker has no usable trust root, so it accepts no push." },
  wrong_audience: { status: 403, retry: "never", message: () => "The statement was made for another Worker.", details: everything },
  wrong_environment: { status: 403, retry: "never", message: ({ environment, expected }) => `The statement is for the environment "${environment}", this Worker serves "${expected}".`, details: everything },
  wrong_name: { status: 403, retry: "never", message: ({ name, expected }) => `The statement is for the project "${name}", this Worker serves "${expected}".`, details: everything },
  wrong_operation: { status: 403, retry: "never", message: ({ intent }) => `A statement with the intent "${intent}" cannot be used here.`, details: everything },
  outside_window: { status: 401, retry: "new-statement", message: () => "The statement is outside its time window by this Worker's clock.", details: everything },
  timeout: { status: 408, retry: "back-off", message: ({ seconds }) => `The body did not arrive within ${seconds} seconds.`, details: everything },
  rate_limited: { status: 429, retry: "back-off", message: ({ retryAfterSeconds }) => `Too many statements; try again in ${retryAfterSeconds} seconds.`, details: everything },
  unavailable: { status: 503, retry: "back-off", message: ({ reason }) => `The Worker cannot take the push now: ${reason}.`, details: everything },
  too_large: { status: 413, retry: "never", message: ({ what, limit }) => `${what} is larger than ${limit} bytes.`, details: everything },
  malformed_body: { status: 400, retry: "never", message: ({ reason }) => `The body is malformed: ${reason}.`, details: everything },
  digest_mismatch: { status: 422, retry: "never", message: ({ what }) => `The bytes of ${what} do not have the digest that was signed.`, details: everything },
  not_canonical: { status: 422, retry: "never", message: ({ reason }) => `The bundle is not canonical JSON: ${reason}.`, details: everything },
  invalid_bundle: { status: 422, retry: "never", message: ({ problems }) => `The bundle has ${problems.length} ${problems.length === 1 ? "problem" : "problems"}.`, details: everything },
  identity_mismatch: { status: 422, retry: "never", message: ({ field }) => `The bundle and its statement disagree about "${field}".`, details: everything },
  redeploy_required: { status: 409, retry: "never", message: ({ pointers }) => `The push changes ${pointers.length === 1 ? "a structural part" : `${pointers.length} structural parts`} of the Worker (${pointers.slice(0, 5).join(", ")}${pointers.length > 5 ? ", \u2026" : ""}); redeploy it first.`, details: everything },
  missing_secret: { status: 422, retry: "never", message: ({ names }) => `The Worker has no value for ${names.join(", ")}.`, details: everything },
  unknown_artifact: { status: 422, retry: "never", message: () => "The push carries an artifact that the index does not name.", details: everything },
  artifact_missing: { status: 422, retry: "new-statement", message: ({ digests }) => `The Worker lacks ${digests.length} artifacts of the bundle.`, details: everything },
  blob_missing: { status: 422, retry: "never", message: ({ files }) => `The Worker lacks ${files.map((file) => file.path).join(", ")}.`, details: everything },
  no_blob_store: { status: 422, retry: "never", message: ({ binding }) => `The Worker has no binding ${binding}, so it cannot keep blobs.`, details: everything },
  conflict: { status: 409, retry: "never", message: ({ head }) => head ? `The live bundle is ${head.sha256.slice(0, 12)}, generation ${head.generation}, not the one this push was planned against.` : "No bundle is live, though this push was planned against one.", details: everything },
  replayed: { status: 409, retry: "never", message: () => "This push statement has been used before." },
  pinned: { status: 409, retry: "never", message: ({ head }) => `Generation ${head.generation} is pinned.`, details: everything },
  rollback_target: { status: 422, retry: "never", message: ({ target }) => `"${target}" is not among the generations this Worker keeps.`, details: everything }
};
function refusals_refuse(code, facts) {
  return { code, facts };
}
function refusedAnswer(refusal, context) {
  const row = REFUSALS[refusal.code];
  const facts = refusal.facts;
  return {
    status: row.status,
    ...row.retry === "back-off" ? { retryAfterSeconds: facts.retryAfterSeconds ?? 1 } : {},
    body: {
      protocol: 1,
      requestId: context.requestId,
      error: {
        code: refusal.code,
        message: row.message(refusal.facts),
        retry: row.retry,
        details: row.details?.(refusal.facts) ?? {}
      },
      generation: context.head?.generation ?? null,
      bundleSha256: context.head?.sha256 ?? null,
      serverTime: new Date(context.now).toISOString()
    }
  };
}


;// CONCATENATED MODULE: ./.build/contract/push/claims.js



const NEEDED = {
  apply: ["sha256", "size", "struct", "expect"],
  plan: ["sha256", "size", "struct", "expect"],
  embed: ["sha256", "size", "struct"],
  blob: ["sha256", "size"],
  rollback: ["sha256", "expect"],
  status: []
};
const VERSION = 1;
function readClaims(value) {
  if (typeof value.v === "number" && value.v !== VERSION) {
    return { ok: false, refusal: refusals_refuse("unsupported_version", { version: value.v, supported: [VERSION] }) };
  }
  const problems = findProblems(claimsSchema, value);
  if (problems.length > 0) return malformed(`its claims break the rules: ${claims_describe(problems)}`);
  const claims = value;
  const lacking = NEEDED[claims.op].filter((name) => !Object.hasOwn(claims, name));
  if (lacking.length > 0) return malformed(`the intent "${claims.op}" needs the claim ${lacking.join(", ")}`);
  return { ok: true, value: claims };
}
function claims_describe(problems) {
  return problems.map(({ pointer, message }) => `${pointer === "" ? "the set" : pointer.slice(0, 64)} ${message}`).join(", ");
}
function malformed(reason) {
  return { ok: false, refusal: refusals_refuse("malformed_statement", { reason }) };
}


;// CONCATENATED MODULE: ./.build/contract/push/statement.js








const STATEMENT_TYPE = "frontmcp-push+jwt";
const statement_ALGORITHMS = ["EdDSA", "Ed25519", "RS256"];
const HEADER_MEMBERS = 3;
const statement_MAX_DEPTH = 4;
function signingInput(header, claims) {
  return `${encodeBase64url(canonicalBytes(header))}.${encodeBase64url(canonicalBytes(claims))}`;
}
function compactStatement(signingInput2, signature) {
  return `${signingInput2}.${encodeBase64url(signature)}`;
}
function parseStatement(compact) {
  if (compact === null || compact === "") return { ok: false, refusal: refusals_refuse("missing_statement", {}) };
  if (compact.length > MAX_STATEMENT_BYTES) return { ok: false, refusal: refusals_refuse("header_too_large", { limit: MAX_STATEMENT_BYTES }) };
  const segments = compact.split(".");
  const [header, claims, signature] = segments.map(decodeBase64url);
  if (segments.length !== 3 || !header?.length || !claims?.length || !signature?.length) {
    return statement_malformed("it is not three base64url segments without padding");
  }
  const readHeader = readStatementHeader(header);
  if (!readHeader.ok) return readHeader;
  const readSet = readObject(claims, "the claims");
  const read = readSet.ok ? readClaims(readSet.value) : readSet;
  if (!read.ok) return read;
  const input = utf8(compact.slice(0, compact.lastIndexOf(".")));
  return { ok: true, statement: { compact, header: readHeader.value, claims: read.value, signingInput: input, signature } };
}
function readStatementHeader(bytes) {
  const read = readObject(bytes, "the header");
  if (!read.ok) return read;
  const { alg, kid, typ } = read.value;
  const isComplete = typeof alg === "string" && typeof kid === "string" && typeof typ === "string";
  if (!isComplete || Object.keys(read.value).length !== HEADER_MEMBERS) {
    return statement_malformed("its header does not have exactly the members alg, kid and typ, each a text");
  }
  if (typ !== STATEMENT_TYPE) return { ok: false, refusal: refusals_refuse("wrong_type", { typ }) };
  if (!statement_ALGORITHMS.includes(alg)) return { ok: false, refusal: refusals_refuse("alg_key_mismatch", { alg, kid }) };
  return { ok: true, value: { alg, kid, typ } };
}
function readObject(bytes, what) {
  let text;
  try {
    text = fromUtf8(bytes);
  } catch {
    return statement_malformed(`${what} is not UTF-8`);
  }
  const parsed = parseCanonicalJson(text, { maxDepth: statement_MAX_DEPTH });
  return parsed.ok && (0,encoding_json/* isJsonObject */.OW)(parsed.value) ? { ok: true, value: parsed.value } : statement_malformed(`${what} must be a canonical JSON object`);
}
function statement_malformed(reason) {
  return { ok: false, refusal: refusals_refuse("malformed_statement", { reason }) };
}


;// CONCATENATED MODULE: ./.build/contract/push/verify-signature.js

const WEBCRYPTO_NAME = { EdDSA: "Ed25519", RS256: "RSASSA-PKCS1-v1_5" };
const R_BYTES = 32;
async function verifySignature(key, signature, bytes) {
  if (key.algorithm === "EdDSA" && isSmallOrder(signature.slice(0, R_BYTES))) return false;
  try {
    return await crypto.subtle.verify(WEBCRYPTO_NAME[key.algorithm], key.key, signature, bytes);
  } catch {
    return false;
  }
}


;// CONCATENATED MODULE: ./.build/contract/push/verify.js



const FORWARD_SKEW_SECONDS = 60;
async function verifyStatement(compact, context) {
  const parsed = parseStatement(compact);
  if (!parsed.ok) return parsed;
  const { statement } = parsed;
  const key = verify_findKey(statement.header, context.roots);
  if (!key.ok) return key;
  if (!await verifySignature(key.key, statement.signature, statement.signingInput)) {
    return { ok: false, refusal: refusals_refuse("bad_signature", { kid: statement.header.kid }) };
  }
  const refusal = identityRefusal(statement, context) ?? timeRefusal(statement, context);
  return refusal ? { ok: false, refusal } : parsed;
}
function verify_findKey({ alg, kid }, roots) {
  if (roots.usable.size === 0) return { ok: false, refusal: refusals_refuse("no_trust_root", { unusable: roots.unusable }) };
  const key = roots.usable.get(kid);
  if (!key) return { ok: false, refusal: refusals_refuse("unknown_kid", { kid }) };
  const named = alg === "Ed25519" ? "EdDSA" : alg;
  return named === key.algorithm ? { ok: true, key } : { ok: false, refusal: refusals_refuse("alg_key_mismatch", { alg, kid }) };
}
function identityRefusal({ claims }, { identity, intents }) {
  if (claims.aud !== identity.audience) return refusals_refuse("wrong_audience", { audience: claims.aud, expected: identity.audience });
  if (claims.env !== identity.environment) {
    return refusals_refuse("wrong_environment", { environment: claims.env, expected: identity.environment });
  }
  if (claims.name !== identity.name) return refusals_refuse("wrong_name", { name: claims.name, expected: identity.name });
  if (!intents.includes(claims.op)) return refusals_refuse("wrong_operation", { intent: claims.op, allowed: [...intents] });
  return void 0;
}
function timeRefusal({ claims }, { profile, identity, now }) {
  if (profile === "stored") return void 0;
  const { iat, exp } = claims;
  const { windowSeconds } = identity;
  const lifetime = exp - iat;
  const fits = lifetime > 0 && lifetime <= windowSeconds && iat <= now + FORWARD_SKEW_SECONDS && now < exp;
  return fits ? void 0 : refusals_refuse("outside_window", { issuedAt: iat, expiresAt: exp, now, windowSeconds });
}


;// CONCATENATED MODULE: ./.build/push/sign.js






const JTI_BYTES = 32;
const MAX_SOURCE_CHARACTERS = 256;
async function signPush(options) {
  const { key, kid } = options;
  const header = { alg: key.algorithm, kid, typ: STATEMENT_TYPE };
  const identity = await identity_identityOf(options.bundle.index);
  const claims = makeClaims(identity, options);
  const input = signingInput(header, claims);
  const signature = key.sign(utf8(input));
  if (!key.confirm(utf8(input), signature)) {
    throw new Error("The signature was not confirmed by a second implementation, so nothing was sent.", { cause: { kid, thumbprint: key.thumbprint } });
  }
  const compact = compactStatement(input, signature);
  await acceptAsReceiver(compact, identity, options);
  return { compact, claims };
}
function makeClaims(identity, options) {
  return {
    v: 1,
    op: options.intent,
    aud: identity.audience,
    env: identity.environment,
    name: identity.name,
    iat: options.now,
    exp: options.now + (options.windowSeconds ?? identity.windowSeconds),
    jti: encodeBase64url(options.random(JTI_BYTES)),
    ...subjectClaims(options),
    ...options.source ? { src: boundSource(options.source) } : {}
  };
}
function subjectClaims({ intent, bundle, expect, subject }) {
  const content = { sha256: bundle.sha256, size: bundle.bytes.length, struct: bundle.structuralDigest };
  const planned = expect === void 0 ? {} : { expect };
  switch (intent) {
    case "apply":
    case "plan":
      return { ...content, ...planned };
    case "embed":
      return content;
    case "rollback":
      return { sha256: subject?.sha256, ...planned };
    case "blob":
      return { sha256: subject?.sha256, size: subject?.size };
    case "status":
      return {};
  }
}
function boundSource(source) {
  const { repository, commit, ref, run, actor } = source;
  const members = Object.entries({ repository, commit, ref, run, actor }).flatMap(
    ([name, value]) => value === void 0 ? [] : [[name, value.slice(0, MAX_SOURCE_CHARACTERS).toWellFormed()]]
  );
  return Object.fromEntries(members);
}
async function acceptAsReceiver(compact, identity, { intent, key, kid, now }) {
  const trusted = await parsePublicKey(JSON.stringify(key.publicJwk));
  if (!trusted.ok) throw new Error("The Worker would not accept the public half of the signing key.", { cause: trusted.reason });
  const verified = await verifyStatement(compact, {
    profile: "push",
    identity,
    roots: { usable: /* @__PURE__ */ new Map([[kid, trusted.key]]), unusable: [] },
    intents: [intent],
    now
  });
  if (!verified.ok) throw new Error("The Worker would refuse the push statement that was just made.", { cause: verified.refusal });
}


;// CONCATENATED MODULE: ./.build/push/channel.js








function openChannel(options, ports) {
  const endpoint = resyncEndpoint(options.url);
  if (!endpoint.ok) return endpoint;
  const target = withTrimmedAccess(options);
  const refusal = accessError(target);
  if (refusal) return { ok: false, error: refusal };
  const sent = { attempts: 0, artifacts: 0, bytes: 0 };
  const started = ports.now();
  const context = {
    target,
    ports,
    sent,
    url: endpoint.url,
    remaining: () => started + (target.deadlineMs ?? DEFAULT_DEADLINE_MS) - ports.now(),
    redact: redactor([...target.key.secretForms, ...target.access ? [target.access.clientSecret, target.access.clientId] : []])
  };
  return { ok: true, channel: { sent, ask: (question) => ask(question, context) } };
}
async function ask(question, context) {
  const { ports, target } = context;
  for (let attempt = 1; ; attempt += 1) {
    const tried = await tryOnce(question, attempt, context);
    if ("done" in tried) return tried.done;
    if (attempt === MAX_TRIES) return { ok: false, error: triesUsedUp(tried.again) };
    const delayMs = backoffMs(attempt, tried.askedMs, ports.random);
    if (delayMs >= context.remaining()) return { ok: false, error: deadlinePassed(target.deadlineMs ?? DEFAULT_DEADLINE_MS, tried.again) };
    ports.reporter?.({ kind: "retry", intent: question.intent, attempt, delayMs, reason: tried.again.message });
    await ports.sleep(delayMs, ports.signal).catch(() => void 0);
  }
}
async function tryOnce(question, attempt, context) {
  const { target, ports, sent } = context;
  if (ports.signal?.aborted) return { done: { ok: false, error: cancelled() } };
  const { intent, expect, subject, body } = question;
  const { compact } = await signPush({ ...target, intent, expect, subject, now: Math.floor(ports.now() / 1e3), random: ports.random });
  ports.reporter?.({ kind: "request", intent, attempt, bytes: body.bytes.length });
  sent.attempts += 1;
  sent.bytes += body.bytes.length;
  const timeoutMs = Math.max(1, Math.min(target.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS, context.remaining()));
  const came = await exchange({ url: context.url, statement: compact, body, timeoutMs }, target, ports, context.redact);
  return judge(came, compact, timeoutMs, context);
}
function judge(came, statement, timeoutMs, { target, ports }) {
  switch (came.kind) {
    case "receipt":
      return { done: { ok: true, receipt: came.receipt, statement } };
    case "cancelled":
      return { done: { ok: false, error: cancelled() } };
    case "network":
      return { again: came.error };
    case "timeout":
      return { again: timedOut(timeoutMs) };
    case "answer-unusable":
      return again(came.httpStatus, came.error, retryAfterMs(came.retryAfter, ports.now())) ?? { done: { ok: false, error: came.error } };
    case "refused": {
      const error = explainRefusal(came.refused, came.httpStatus, target, ports.now());
      return again(came.httpStatus, error, retryAfterMs(came.retryAfter, ports.now())) ?? { done: { ok: false, error, refused: came.refused } };
    }
  }
}
function again(httpStatus, error, askedMs) {
  return httpStatus === 408 || httpStatus === 429 || httpStatus >= 500 ? { again: error, askedMs } : void 0;
}
function withTrimmedAccess(target) {
  const { access } = target;
  return access ? { ...target, access: { clientId: access.clientId.trim(), clientSecret: access.clientSecret.trim() } } : target;
}
function accessError({ access }) {
  if (!access) return void 0;
  const lacking = access.clientId === "" ? "access-client-id" : access.clientSecret === "" ? "access-client-secret" : void 0;
  const hint = "Give both halves of the Cloudflare Access service token, or neither.";
  if (lacking !== void 0) return { code: "access_token_incomplete", message: `${lacking} is empty.`, hint };
  const isClean = [access.clientId, access.clientSecret].every((value) => /^[\x21-\x7e]+$/.test(value));
  return isClean ? void 0 : { code: "access_token_invalid", message: "The Cloudflare Access service token has characters that no header can carry.", hint };
}


;// CONCATENATED MODULE: ./.build/push/check-receipt.js

function checkReceipt(receipt, statuses, sha256) {
  if (!statuses.includes(receipt.status)) {
    return receiptMismatch(`The receipt says "${receipt.status}" where "${statuses.join('" or "')}" was asked for.`, receipt.requestId);
  }
  if (sha256 === void 0 || receipt.bundleSha256 === sha256) return void 0;
  return receiptMismatch(`The receipt names the bundle ${receipt.bundleSha256 ?? "none"}; ${sha256} was pushed.`, receipt.requestId);
}


;// CONCATENATED MODULE: ./.build/push/outcome.js


function headOf(answer) {
  const { generation, bundleSha256 } = answer;
  return generation === null || generation < 1 || bundleSha256 === null ? null : { generation, sha256: bundleSha256 };
}
function outcome_failed(error, sent = { attempts: 0, artifacts: 0, bytes: 0 }, live) {
  return { result: "failed", error, sent, ...live === void 0 ? {} : { live } };
}
function failedReply({ error, refused }, channel) {
  const { sent } = channel;
  if (refused?.error.code === "redeploy_required") return { result: "redeploy_required", pointers: pointersOf(refused), error, sent };
  if (refused?.error.code === "conflict") {
    const expected = asHead(refused.error.details.expected);
    return { result: "conflict", expected, head: headOf(refused), error, sent };
  }
  return outcome_failed(error, sent);
}
function pointersOf(refused) {
  const { pointers } = refused.error.details;
  return Array.isArray(pointers) ? pointers.filter((pointer) => typeof pointer === "string").map(cleanText) : [];
}
function asHead(value) {
  if (!(0,encoding_json/* isJsonObject */.OW)(value) || typeof value.generation !== "number" || typeof value.sha256 !== "string") return null;
  return { generation: value.generation, sha256: cleanText(value.sha256) };
}


;// CONCATENATED MODULE: ./.build/push/ask-worker.js



async function askWorker(target, ports, question, expected) {
  const opened = openChannel(target, ports);
  if (!opened.ok) return outcome_failed(opened.error);
  const reply = await opened.channel.ask(question);
  const { sent } = opened.channel;
  if (!reply.ok) return failedReply(reply, opened.channel);
  const mismatch = checkReceipt(reply.receipt, expected.statuses, expected.sha256);
  if (mismatch) return outcome_failed(mismatch, sent);
  return { result: expected.result, receipt: reply.receipt, statement: reply.statement, sent };
}


;// CONCATENATED MODULE: ./.build/push/push-body.js




const NAMED_ARTIFACTS = 5;
function emptyBody() {
  return wireBody(JSON.stringify({ v: 1 }));
}
function planBody(bundle) {
  return wireBody(JSON.stringify({ v: 1, bundle: fromUtf8(bundle.bytes) }));
}
function applyBody(bundle, digests) {
  const artifacts = digests.flatMap((digest) => {
    const artifact = bundle.artifacts.get(digest);
    return artifact ? [[digest, fromUtf8(artifact.bytes)]] : [];
  });
  const text = JSON.stringify({ v: 1, bundle: fromUtf8(bundle.bytes), artifacts: Object.fromEntries(artifacts) });
  const size = Buffer.byteLength(text, "utf8");
  return size > MAX_PUSH_BODY_BYTES ? { ok: false, error: tooLarge(bundle, size) } : { ok: true, body: wireBody(text) };
}
function tooLarge(bundle, size) {
  return {
    code: "too_large",
    message: `The push is ${size} bytes; a Worker reads at most ${MAX_PUSH_BODY_BYTES}.`,
    hint: `The largest parts are ${largestArtifacts(bundle)}.`
  };
}
function largestArtifacts(bundle) {
  const uses = new Map(listArtifacts(bundle.index).map(({ ref, label }) => [ref.sha256, { label, size: ref.size }]));
  const largest = [...uses.values()].sort((a, b) => b.size - a.size).slice(0, NAMED_ARTIFACTS);
  return largest.map(({ label, size }) => `${label} (${size} bytes)`).join(", ");
}
function filesOf(bundle, digests) {
  const uses = listArtifacts(bundle.index);
  return digests.map((sha256) => {
    const use = uses.find(({ ref }) => ref.sha256 === sha256);
    return { path: use?.label ?? sha256, sha256, size: use?.ref.size ?? null };
  });
}


;// CONCATENATED MODULE: ./.build/push/plan-push.js


function planPush(target, ports) {
  const question = { intent: "plan", expect: "*", body: planBody(target.bundle) };
  return askWorker(target, ports, question, { statuses: ["planned", "unchanged"], result: "planned" });
}


;// CONCATENATED MODULE: ./.build/commands/live-digest.js





const live_digest_MAX_ANSWER_BYTES = 64 * 1024;
const TIMEOUT_MS = 1e4;
async function readLiveDigest({ url, access }, ports) {
  const endpoint = resyncEndpoint(url);
  if (!endpoint.ok) return { ok: false, failure: endpoint.error };
  const address = `${endpoint.url.slice(0, -RESYNC_PATH.length)}/readyz`;
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await ports.fetch(address, {
      redirect: "manual",
      headers: { accept: "application/json", ...access ? { "cf-access-client-id": access.clientId, "cf-access-client-secret": access.clientSecret } : {} },
      signal: ports.signal ? AbortSignal.any([ports.signal, timeout]) : timeout
    });
    return interpret(response.status, await live_digest_readBody(response), address);
  } catch (error) {
    if (timeout.aborted) return unreachable(`${address} did not answer within ${TIMEOUT_MS / 1e3} seconds.`, live_digest_CHECK_ADDRESS);
    const { message, hint } = networkError(error, address);
    return unreachable(message, hint);
  }
}
const live_digest_CHECK_ADDRESS = "Check the address. A sign-in page in front of the Worker needs a service token (access-client-id and its secret).";
function unreachable(message, hint = live_digest_CHECK_ADDRESS) {
  return { ok: false, failure: { code: "worker-unreachable", message, hint } };
}
function interpret(httpStatus, body, address) {
  const { bundleSha256: sha256, generation, error } = body ?? {};
  if (httpStatus === 200 && typeof sha256 === "string" && typeof generation === "number") return { ok: true, head: { sha256, generation } };
  const { code, message } = (0,encoding_json/* isJsonObject */.OW)(error) ? error : {};
  if (httpStatus === 503 && code === "not_ready") return { ok: true, head: {} };
  if (typeof code === "string" && typeof message === "string") return unreachable(`${address} answered HTTP ${httpStatus}: ${cleanText(message)}`);
  return unreachable(`${address} answered HTTP ${httpStatus}, and not as a FrontMCP Worker does.`);
}
async function live_digest_readBody(response) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > live_digest_MAX_ANSWER_BYTES) return void 0;
    chunks.push(chunk);
  }
  return parseObject(Buffer.concat(chunks).toString("utf8"));
}
function parseObject(text) {
  try {
    const value = JSON.parse(text);
    return (0,encoding_json/* isJsonObject */.OW)(value) ? value : void 0;
  } catch {
    return void 0;
  }
}


;// CONCATENATED MODULE: ./.build/push/settle.js





const ASK_WHAT_IS_LIVE = /* @__PURE__ */ new Set(["replayed", "pinned"]);
async function settle(reply, channel, target, ports) {
  const { code } = reply.error;
  if (code === "cancelled" && channel.sent.attempts > 0) return settleCancelled(reply, channel, target, ports);
  if (!ASK_WHAT_IS_LIVE.has(code)) return failedReply(reply, channel);
  ports.reporter?.({ kind: "settling", reason: reply.error.message });
  const status = await channel.ask({ intent: "status", body: emptyBody() });
  if (!status.ok || checkReceipt(status.receipt, ["status"])) return outcome_failed(reply.error, channel.sent);
  const { receipt, statement } = status;
  if (receipt.bundleSha256 === target.bundle.sha256) return { result: "unchanged", receipt, statement, sent: channel.sent };
  return outcome_failed(reply.error, channel.sent, headOf(receipt));
}
async function settleCancelled(reply, channel, target, ports) {
  const limits = { deadlineMs: LAST_QUESTION_MS, requestTimeoutMs: LAST_QUESTION_MS };
  const last = openChannel({ ...target, ...limits }, { ...ports, signal: void 0 });
  const status = last.ok ? await last.channel.ask({ intent: "status", body: emptyBody() }) : last;
  if (!status.ok || checkReceipt(status.receipt, ["status"])) {
    return outcome_failed({ ...reply.error, message: `${reply.error.message} What is live is not known: the Worker did not answer in time.` }, channel.sent);
  }
  const live = headOf(status.receipt);
  const state = live?.sha256 === target.bundle.sha256 ? "This bundle is live." : live ? `The bundle ${live.sha256} is live, not this one.` : "No pushed bundle is live.";
  return outcome_failed({ ...reply.error, message: `${reply.error.message} ${state}` }, channel.sent, live);
}


;// CONCATENATED MODULE: ./.build/push/send.js





async function pushBundle(options, ports) {
  const opened = openChannel(options, ports);
  if (!opened.ok) return outcome_failed(opened.error);
  const { channel } = opened;
  const { bundle } = options;
  const planned = await channel.ask({ intent: "plan", expect: "*", body: planBody(bundle) });
  if (!planned.ok) return settle(planned, channel, options, ports);
  const { missing } = planned.receipt;
  const mismatch = checkReceipt(planned.receipt, ["planned", "unchanged"]);
  if (mismatch) return outcome_failed(mismatch, channel.sent);
  ports.reporter?.({ kind: "missing", artifacts: missing?.artifacts.length ?? bundle.artifacts.size, blobs: missing?.blobs.length ?? 0 });
  if (missing && missing.blobs.length > 0) return outcome_failed(blobMissing(bundle, missing.blobs), channel.sent);
  const expect = options.expect === "any" ? "*" : headOf(planned.receipt);
  const applied = await apply(channel, bundle, missing?.artifacts ?? [...bundle.artifacts.keys()], expect);
  return conclude(applied, expect, channel, options, ports);
}
async function apply(channel, bundle, digests, expect) {
  const first = await applyOnce(channel, bundle, digests, expect);
  const lacking = first.ok ? [] : missingArtifacts(first);
  const more = lacking.filter((digest) => bundle.artifacts.has(digest) && !digests.includes(digest));
  return more.length === 0 ? first : applyOnce(channel, bundle, [...digests, ...more], expect);
}
async function applyOnce(channel, bundle, digests, expect) {
  const made = applyBody(bundle, digests);
  if (!made.ok) return made;
  channel.sent.artifacts = digests.length;
  return channel.ask({ intent: "apply", expect, body: made.body });
}
function missingArtifacts({ refused }) {
  const digests = refused?.error.code === "artifact_missing" ? refused.error.details.digests : void 0;
  return Array.isArray(digests) ? digests.filter((digest) => typeof digest === "string") : [];
}
async function conclude(reply, expect, channel, options, ports) {
  const { bundle } = options;
  if (reply.ok) {
    const mismatch = checkReceipt(reply.receipt, ["applied", "unchanged"], bundle.sha256);
    if (mismatch) return outcome_failed(mismatch, channel.sent);
    const result = reply.receipt.status === "applied" ? "applied" : "unchanged";
    return { result, receipt: reply.receipt, statement: reply.statement, sent: channel.sent };
  }
  if (reply.refused?.error.code === "conflict") {
    const outcome = failedReply(reply, channel);
    return outcome.result === "conflict" ? { ...outcome, expected: expect === "*" ? null : expect } : outcome;
  }
  if (reply.refused?.error.code === "too_large") {
    const hint = `${reply.error.hint} The largest parts are ${largestArtifacts(bundle)}.`;
    return outcome_failed({ ...reply.error, hint }, channel.sent);
  }
  return settle(reply, channel, options, ports);
}
function blobMissing(bundle, digests) {
  const files = filesOf(bundle, digests);
  return {
    code: "blob_missing",
    message: `The Worker lacks ${files.map(({ path, size }) => size === null ? path : `${path} (${size} bytes)`).join(", ")}.`,
    hint: "Files above 1 MiB and binary files cannot be pushed yet: make each smaller, or leave it out of the skill.",
    details: { files }
  };
}


;// CONCATENATED MODULE: ./.build/push/keys/choose-kid.js

async function chooseKid(choice) {
  const { keyId, trustRoots } = choice;
  const [only, ...others] = trustRoots;
  if (keyId !== void 0 && keyId !== "") return chooseNamed(keyId, choice);
  if (!only) return choose_kid_refused("the manifest names no trust root", "Add one to signing.trustRoots.");
  return others.length === 0 ? choose_kid_confirm(only, choice) : findByThumbprint(choice);
}
async function chooseNamed(keyId, choice) {
  const root = choice.trustRoots.find(({ kid }) => kid === keyId);
  if (root) return choose_kid_confirm(root, choice);
  return choose_kid_refused(`the key id "${keyId}" is not in signing.trustRoots`, `The key ids there are ${listKids(choice.trustRoots)}.`);
}
async function choose_kid_confirm(root, choice) {
  const thumbprint = await thumbprintIn(root, choice);
  if (thumbprint === void 0 || thumbprint === choice.key.thumbprint) return { ok: true, kid: root.kid };
  return choose_kid_refused(
    `the signing key (thumbprint ${choice.key.thumbprint}) does not belong to the trust root "${root.kid}" (thumbprint ${thumbprint})`,
    `Sign with the private half of ${root.publicKeySecret}, or name the right key id.`
  );
}
async function findByThumbprint(choice) {
  for (const root of choice.trustRoots) {
    if (await thumbprintIn(root, choice) === choice.key.thumbprint) return { ok: true, kid: root.kid };
  }
  const names = choice.trustRoots.map(({ publicKeySecret }) => publicKeySecret).join(" or ");
  return choose_kid_refused(
    `the manifest has several trust roots, and no variable ${names} holds the public half of the signing key (thumbprint ${choice.key.thumbprint})`,
    `Give the key id: one of ${listKids(choice.trustRoots)}.`
  );
}
async function thumbprintIn(root, { variables }) {
  const text = Object.hasOwn(variables, root.publicKeySecret) ? variables[root.publicKeySecret] : void 0;
  const parsed = text === void 0 || text.trim() === "" ? void 0 : await parsePublicKey(text);
  return parsed?.ok ? parsed.key.thumbprint : void 0;
}
function choose_kid_refused(reason, hint) {
  return { ok: false, reason, hint };
}
function listKids(trustRoots) {
  return trustRoots.map(({ kid }) => `"${kid}"`).join(", ");
}


// EXTERNAL MODULE: ./node_modules/tweetnacl/nacl-fast.js
var nacl_fast = __webpack_require__(668);
;// CONCATENATED MODULE: ./.build/push/keys/secret-forms.js
const MIN_MASKED_CHARACTERS = 8;
function formsOfText(text) {
  const trimmed = text.trim();
  const lines = trimmed.split(/\r\n|\r|\n|\\n/).map((line) => line.trim());
  const escaped = trimmed.replaceAll("\r", "").replaceAll("\n", "\\n");
  return maskable([text, trimmed, escaped, ...lines.filter(isSecretLine), base64(text), base64(trimmed)]);
}
function formsOfBytes(bytes) {
  const buffer = Buffer.from(bytes);
  const hex = buffer.toString("hex");
  const encoded = buffer.toString("base64");
  return maskable([hex, hex.toUpperCase(), encoded, encoded.replace(/=+$/, ""), buffer.toString("base64url")]);
}
function maskable(forms) {
  return [...new Set(forms)].filter((form) => form.length >= MIN_MASKED_CHARACTERS);
}
function isSecretLine(line) {
  return !line.startsWith("-----");
}
function base64(text) {
  return Buffer.from(text, "utf8").toString("base64");
}


;// CONCATENATED MODULE: ./.build/push/keys/thumbprint-sync.js


function thumbprintSync(jwk) {
  return (0,external_node_crypto_.createHash)("sha256").update(thumbprintInput(jwk), "utf8").digest("base64url");
}


;// CONCATENATED MODULE: ./.build/push/keys/ed25519-key.js






const SEED_BYTES = 32;
const ED25519_IDENTIFIER = Uint8Array.from([48, 5, 6, 3, 43, 101, 112]);
function pkcs8OfSeed(seed) {
  const inner = writeDer(DER_TAG.octetString, seed);
  return writeDer(DER_TAG.sequence, writeDer(DER_TAG.integer, Uint8Array.from([0])), ED25519_IDENTIFIER, writeDer(DER_TAG.octetString, inner));
}
function publicKeyOfSeed(seed) {
  const der = (0,external_node_crypto_.createPublicKey)(privateKeyOf(seed)).export({ format: "der", type: "spki" });
  return Uint8Array.from(der.subarray(-SEED_BYTES));
}
function ed25519SigningKey(seed, text) {
  const privateKey = privateKeyOf(seed);
  const publicKey = publicKeyOfSeed(seed);
  const jwk = { kty: "OKP", crv: "Ed25519", x: encodeBase64url(publicKey) };
  const key = {
    algorithm: "EdDSA",
    sign: (bytes) => new Uint8Array((0,external_node_crypto_.sign)(null, bytes, privateKey)),
    confirm: (bytes, signature) => confirmWithTweetnacl(seed, publicKey, bytes, signature),
    publicJwk: { ...jwk },
    thumbprint: thumbprintSync(jwk),
    secretForms: []
  };
  const secretForms = maskable([...formsOfText(text), ...formsOfSeed(seed, publicKey)]);
  return Object.defineProperty(key, "secretForms", { value: secretForms, enumerable: false });
}
function formsOfSeed(seed, publicKey) {
  const version2 = pkcs8WithPublicKey(seed, publicKey);
  const lines = Buffer.from(version2).toString("base64").match(/.{1,64}/g) ?? [];
  return [...[seed, Uint8Array.from([...seed, ...publicKey]), pkcs8OfSeed(seed), version2].flatMap(formsOfBytes), ...lines];
}
function pkcs8WithPublicKey(seed, publicKey) {
  const inner = writeDer(DER_TAG.octetString, writeDer(DER_TAG.octetString, seed));
  const version = writeDer(DER_TAG.integer, Uint8Array.from([1]));
  return writeDer(DER_TAG.sequence, version, ED25519_IDENTIFIER, inner, writeDer(129, Uint8Array.from([0]), publicKey));
}
function confirmWithTweetnacl(seed, publicKey, bytes, signature) {
  const pair = nacl_fast.sign.keyPair.fromSeed(Uint8Array.from(seed));
  const message = Uint8Array.from(bytes);
  const same = nacl_fast.verify(nacl_fast.sign.detached(message, pair.secretKey), Uint8Array.from(signature));
  return same && nacl_fast.sign.detached.verify(message, Uint8Array.from(signature), Uint8Array.from(publicKey));
}
function privateKeyOf(seed) {
  return (0,external_node_crypto_.createPrivateKey)({ key: Buffer.from(pkcs8OfSeed(seed)), format: "der", type: "pkcs8" });
}


;// CONCATENATED MODULE: ./.build/push/keys/rsa-key.js






const rsa_key_PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi"];
const PROBE = new Uint8Array([1]);
function rsaSigningKey(privateKey, text) {
  const publicKey = (0,external_node_crypto_.createPublicKey)(privateKey);
  const half = readJwkPublicHalf(publicKey.export({ format: "jwk" }));
  if (!half.ok) return half;
  const weakness = weaknessOf(half.value);
  if (weakness !== void 0) return found(weakness);
  if (!halvesMatch(privateKey, publicKey)) return found("an RSA private key whose numbers do not belong together");
  return { ok: true, value: makeKey(privateKey, publicKey, half.value, text) };
}
function makeKey(privateKey, publicKey, jwk, text) {
  const key = {
    algorithm: "RS256",
    sign: (bytes) => new Uint8Array((0,external_node_crypto_.sign)("sha256", bytes, privateKey)),
    confirm: (bytes, signature) => (0,external_node_crypto_.verify)("sha256", bytes, publicKey, signature),
    publicJwk: { ...jwk },
    thumbprint: thumbprintSync(jwk),
    secretForms: []
  };
  const secretForms = maskable([...formsOfText(text), ...formsOfKey(privateKey)]);
  return Object.defineProperty(key, "secretForms", { value: secretForms, enumerable: false });
}
function halvesMatch(privateKey, publicKey) {
  try {
    return (0,external_node_crypto_.verify)("sha256", PROBE, publicKey, (0,external_node_crypto_.sign)("sha256", PROBE, privateKey));
  } catch {
    return false;
  }
}
function formsOfKey(privateKey) {
  const jwk = privateKey.export({ format: "jwk" });
  const numbers = rsa_key_PRIVATE_MEMBERS.flatMap((member) => formsOfBytes(Buffer.from(jwk[member] ?? "", "base64url")));
  const types = ["pkcs1", "pkcs8"];
  const ders = types.flatMap((type) => formsOfBytes(privateKey.export({ format: "der", type })));
  const pems = types.flatMap((type) => formsOfText(privateKey.export({ format: "pem", type }).toString()));
  return [...numbers, ...ders, ...pems];
}


;// CONCATENATED MODULE: ./.build/push/keys/read-pkcs8.js







const PUBLIC_KEY_TAG = 129;
const ATTRIBUTES_TAG = 160;
function readPkcs8(der, text) {
  const [version, identifier, key, ...others] = readSequence(der) ?? [];
  const algorithm = readAlgorithm(identifier);
  if (version?.tag !== DER_TAG.integer || !algorithm || key?.tag !== DER_TAG.octetString) return found(describeDer(der));
  if (algorithm.oid !== OID.ed25519 && algorithm.oid !== OID.rsa) return found(describeDer(der));
  const known = others.every(({ tag }) => tag === PUBLIC_KEY_TAG || tag === ATTRIBUTES_TAG);
  if (!known || !hasStandardParameters(algorithm)) return found(`a malformed ${algorithm.name} private key`);
  return algorithm.oid === OID.rsa ? readPkcs1(key.content, text) : readEd25519(key.content, others, text);
}
function isPkcs1(der) {
  const members = readSequence(der);
  return members?.length === 9 && members.every(({ tag }) => tag === DER_TAG.integer);
}
function readPkcs1(der, text) {
  if (!isPkcs1(der)) return found(describeDer(der));
  try {
    return rsaSigningKey((0,external_node_crypto_.createPrivateKey)({ key: Buffer.from(der), format: "der", type: "pkcs1" }), text);
  } catch {
    return found("a malformed RSA private key");
  }
}
function readEd25519(content, others, text) {
  const [seed, ...rest] = readDer(content) ?? [];
  if (seed?.tag !== DER_TAG.octetString || seed.content.length !== SEED_BYTES || rest.length > 0) {
    return found("a malformed Ed25519 private key");
  }
  const publicHalves = others.filter(({ tag }) => tag === PUBLIC_KEY_TAG);
  const expected = Buffer.from([0, ...publicKeyOfSeed(seed.content)]);
  if (publicHalves.some((half) => !expected.equals(half.content))) {
    return found("an Ed25519 private key whose public half belongs to another key");
  }
  return { ok: true, value: ed25519SigningKey(seed.content, text) };
}


;// CONCATENATED MODULE: ./.build/push/keys/read-private-jwk.js






const RSA_MEMBERS = ["n", "e", "d", "p", "q", "dp", "dq", "qi"];
function readPrivateJwk(jwk, text) {
  const half = readJwkPublicHalf(jwk);
  if (!half.ok) return half;
  if (!isPrivateJwk(jwk)) return found(`a public key (${describeKind(jwk)} without "d")`);
  return half.value.kty === "OKP" ? read_private_jwk_readOkp(jwk, half.value.x, text) : read_private_jwk_readRsa(jwk, text);
}
function describeKind(jwk) {
  return jwk.kty === "RSA" ? "an RSA JWK" : describeJwk(jwk);
}
function read_private_jwk_readOkp(jwk, x, text) {
  const seed = typeof jwk.d === "string" ? decodeBase64url(jwk.d) : void 0;
  if (seed?.length !== SEED_BYTES) return found('an Ed25519 JWK whose "d" is not 32 bytes in base64url');
  if (Buffer.from(publicKeyOfSeed(seed)).toString("base64url") !== x) return found('an Ed25519 JWK whose "x" belongs to another key than its "d"');
  return { ok: true, value: ed25519SigningKey(seed, text) };
}
function read_private_jwk_readRsa(jwk, text) {
  const lacking = RSA_MEMBERS.filter((member) => typeof jwk[member] !== "string");
  if (lacking.length > 0) return found(`an RSA JWK without ${lacking.map((member) => `"${member}"`).join(", ")}`);
  try {
    const members = Object.fromEntries(RSA_MEMBERS.map((member) => [member, jwk[member]]));
    return rsaSigningKey((0,external_node_crypto_.createPrivateKey)({ key: { kty: "RSA", ...members }, format: "jwk" }), text);
  } catch {
    return found("a malformed RSA JWK");
  }
}


;// CONCATENATED MODULE: ./.build/push/keys/describe-openssh-key.js

const MAGIC = "openssh-key-v1\0";
const REPLACE = "make a new key with: frontmcp deploy keygen --kid <key id>";
function describeOpenSshKey(der) {
  const [cipher = "", , , type = ""] = readStrings(der);
  const what = `an OpenSSH private key${type === "" ? "" : ` of type ${type}`}${cipher === "" || cipher === "none" ? "" : ", encrypted"}`;
  if (type === "ssh-rsa") return `${what}; convert a copy of it with: ssh-keygen -p -m PEM -N "" -f <file>`;
  return `${what}; ${REPLACE}`;
}
function readStrings(der) {
  if (Buffer.from(der.subarray(0, MAGIC.length)).toString("latin1") !== MAGIC) return [];
  const view = new DataView(der.buffer, der.byteOffset, der.byteLength);
  const strings = [];
  let offset = MAGIC.length;
  for (const skipped of [0, 0, 0, 8]) {
    offset += skipped;
    if (offset + 4 > der.length) return strings;
    const end = offset + 4 + view.getUint32(offset);
    if (end > der.length) return strings;
    strings.push(printable(der.slice(offset + 4, end)));
    offset = end;
  }
  return strings;
}
function printable(bytes) {
  try {
    const text = fromUtf8(bytes);
    return /^[a-z0-9@.-]{1,40}$/.test(text) ? text : "";
  } catch {
    return "";
  }
}


;// CONCATENATED MODULE: ./.build/push/keys/read-private-pem.js




const DECRYPT = "decrypt it with: openssl pkey -in key.pem -out plain.pem";
function readPrivatePem(pem, text) {
  if (!pem.ok) return found(pem.reason.startsWith("an encrypted") ? `${pem.reason}; ${DECRYPT}` : pem.reason);
  switch (pem.label) {
    case "PRIVATE KEY":
      return readPkcs8(pem.der, text);
    case "RSA PRIVATE KEY":
      return readPkcs1(pem.der, text);
    case "OPENSSH PRIVATE KEY":
      return found(describeOpenSshKey(pem.der));
    case "ENCRYPTED PRIVATE KEY":
      return found(`an encrypted private key; ${DECRYPT}`);
    case "EC PRIVATE KEY":
      return found("an elliptic curve private key");
    case "PUBLIC KEY":
    case "RSA PUBLIC KEY":
      return found(`${describeDer(pem.der)}: the signing key is the other half`);
    default:
      return found(pem.label.endsWith("CERTIFICATE") ? "a certificate" : `a PEM block of the kind "${pem.label}"`);
  }
}


;// CONCATENATED MODULE: ./.build/push/keys/load-signing-key.js







const TWEETNACL_BYTES = 64;
const EMPTY = "no signing key: the input is empty. Runs for forks and Dependabot get no secrets; otherwise set the secret for this repository or environment";
function loadSigningKey(text) {
  const { content, repaired } = readKeyText(text);
  if (content.shape === "empty") return { ok: false, reason: EMPTY };
  const read = readPrivateHalf(content, text);
  if (!read.ok) return { ok: false, reason: `expected an Ed25519 or RSA private key, got ${read.found}` };
  if (repaired.length > 0) read.value.repaired = repaired.join(", ");
  return { ok: true, key: read.value };
}
function readPrivateHalf(content, text) {
  switch (content.shape) {
    case "pem":
      return readPrivatePem(content.pem, text);
    case "json":
      return readPrivateJwk(content.jwk, text);
    case "ssh":
      return found(`an OpenSSH public key (${content.type})`);
    case "bytes":
      return load_signing_key_readBytes(content.bytes, text);
    case "unknown":
      return found(content.reason);
  }
}
function load_signing_key_readBytes(bytes, text) {
  if (bytes.length === SEED_BYTES) return { ok: true, value: ed25519SigningKey(bytes, text) };
  if (bytes.length === TWEETNACL_BYTES) return readTweetnaclKey(bytes, text);
  if (bytes[0] === DER_TAG.sequence) return isPkcs1(bytes) ? readPkcs1(bytes, text) : readPkcs8(bytes, text);
  return found(`${bytes.length} bytes; a raw Ed25519 seed has ${SEED_BYTES}`);
}
function readTweetnaclKey(bytes, text) {
  const [seed, publicKey] = [bytes.slice(0, SEED_BYTES), bytes.slice(SEED_BYTES)];
  if (!Buffer.from(publicKeyOfSeed(seed)).equals(publicKey)) {
    return found("64 bytes whose second half is not the public key of the first, so no tweetnacl secret key");
  }
  return { ok: true, value: ed25519SigningKey(seed, text) };
}


;// CONCATENATED MODULE: ./.build/commands/sign-stage.js



const KEY_HINT = 'Give the private key as "frontmcp deploy keygen" prints it, whole: PKCS#8 PEM, a raw seed (hex or base64), a JWK, or the 64-byte form of tweetnacl.';
function sentence(what, reason) {
  return `${what}: ${reason.replace(/\.$/, "")}.`;
}
async function signStage(bundle, options, ports) {
  ports.reporter.stage("sign");
  const loaded = loadSigningKey(options.signingKey);
  if (!loaded.ok) return { ok: false, failure: { code: "signing-key-unusable", message: sentence("The signing key cannot be used", loaded.reason), hint: KEY_HINT } };
  const { key } = loaded;
  for (const form of key.secretForms) ports.reporter.mask(form);
  const chosen = await chooseKid({ key, keyId: options.keyId, trustRoots: bundle.index.manifest.structural.signing.trustRoots, variables: ports.variables });
  if (!chosen.ok) return { ok: false, failure: { code: "key-id-unknown", message: sentence("Nothing can be signed", chosen.reason), hint: chosen.hint } };
  const { kid } = chosen;
  return {
    ok: true,
    key,
    kid,
    signedWith: { kid, thumbprint: key.thumbprint, ...key.repaired === void 0 ? {} : { repaired: key.repaired } },
    sign: async (statement) => {
      const { compact } = await signPush({ ...statement, bundle, key, kid, now: Math.floor(ports.now() / 1e3), random: ports.random });
      return compact;
    }
  };
}


;// CONCATENATED MODULE: ./.build/commands/push-stage.js



async function pushStage(bundle, options, ports) {
  const signer = await signStage(bundle, options, ports);
  if (!signer.ok) return { result: "failed", failure: signer.failure };
  ports.reporter.stage("push");
  const outcome = await pushBundle(
    { ...options, bundle, key: signer.key, kid: signer.kid, version: version/* VERSION */.x },
    { ...ports, reporter: (event) => ports.reporter.info(sentenceOf(event)) }
  );
  const { attempts, artifacts, bytes } = outcome.sent;
  return { signedWith: signer.signedWith, push: { attempts, sentArtifacts: artifacts, bytes }, ...stageResult(outcome) };
}
function stageResult(outcome) {
  switch (outcome.result) {
    case "applied":
    case "unchanged":
      return { result: outcome.result, receipt: outcome.receipt, statement: outcome.statement };
    case "redeploy_required":
      return { result: "redeploy_required", redeployPointers: outcome.pointers, failure: failureOf(outcome.error) };
    case "conflict":
    case "failed":
      return { result: "failed", failure: failureOf(outcome.error) };
    default:
      throw new Error(`A push cannot come to "${outcome.result}".`);
  }
}
function failureOf({ code, message, hint, requestId }) {
  return { code, message, hint, ...requestId === void 0 ? {} : { requestId } };
}
function sentenceOf(event) {
  switch (event.kind) {
    case "request":
      return `${event.intent}: ${event.bytes} bytes${event.attempt > 1 ? `, attempt ${event.attempt}` : ""}`;
    case "retry":
      return `${event.intent}: ${event.reason.replace(/\.$/, "")}; trying again in ${Math.ceil(event.delayMs / 1e3)} s with a new statement`;
    case "missing":
      return `The Worker lacks ${event.artifacts} artifacts and ${event.blobs} blobs.`;
    case "settling":
      return `${event.reason.replace(/\.$/, "")}: asking the Worker what is live.`;
  }
}


;// CONCATENATED MODULE: ./.build/commands/plan-live.js





async function planAgainstLive(bundle, base, live, ports) {
  const { signingKey, keyId, access } = live;
  if (signingKey === void 0) return planByDigest(bundle, { ...base, access }, ports);
  const signer = await signStage(bundle, { signingKey, keyId }, ports);
  if (!signer.ok) return { base, baseProblem: signer.failure };
  const outcome = await planPush({ url: base.url, bundle, key: signer.key, kid: signer.kid, access, version: version/* VERSION */.x }, { ...ports, reporter: void 0 });
  if (outcome.result === "redeploy_required") return { base, diff: structuralOnly(outcome.pointers), unchanged: false };
  if (!("receipt" in outcome)) return { base, baseProblem: failureOf(outcome.error) };
  const { bundleSha256, generation, diff } = outcome.receipt;
  return { base: { ...base, generation, ...bundleSha256 === null ? {} : { sha256: bundleSha256 } }, diff, unchanged: bundleSha256 === bundle.sha256 };
}
async function planByDigest(bundle, { access, ...base }, ports) {
  const live = await readLiveDigest({ url: base.url, access }, ports);
  if (!live.ok) return { base, baseProblem: live.failure };
  return { base: { ...base, ...live.head }, unchanged: live.head.sha256 === bundle.sha256 };
}
function structuralOnly(structural) {
  const none = { added: [], removed: [], changed: [] };
  return { capabilities: [], hosts: { gained: [], lost: [] }, credentials: none, weaker: [], skills: none, revokedApprovals: [], operations: none, structural };
}


;// CONCATENATED MODULE: ./.build/commands/plan.js











async function plan(options, ports) {
  const result = await buildProject({ ...options, placeholders: true }, ports);
  if (!result.bundle) return { build: result };
  ports.reporter.stage("plan");
  return { build: result, plan: await planAgainst(result.bundle, options, ports, options) };
}
async function planAgainst(bundle, options, ports, live = {}) {
  const { against } = options;
  if (against.kind === "live") return planAgainstLive(bundle, against, live, ports);
  const base = await readBase(against, options, ports);
  const diff = diffBundles(base.content?.index ?? null, bundle.index);
  const operationChanges = base.content ? await compareOperations(base.content, plan_contentOf(bundle)) : [];
  return {
    base: { ...against, ...base.sha256 === void 0 ? {} : { sha256: base.sha256 } },
    diff,
    ...operationChanges.length > 0 ? { operationChanges } : {},
    ...base.sha256 === void 0 ? {} : { unchanged: base.sha256 === bundle.sha256 || isEmptyDiff(diff) && operationChanges.length === 0 },
    ...base.problem ? { baseProblem: base.problem } : {}
  };
}
function plan_contentOf({ index, artifacts }) {
  const text = async (sha256) => {
    const artifact = artifacts.get(sha256);
    return artifact && fromUtf8(artifact.bytes);
  };
  return { index, text };
}
async function readBase(base, options, ports) {
  if (base.kind === "git") return buildGitRef(base.ref, options, ports);
  if (base.kind === "file") return readBundleFile((0,external_node_path_.resolve)(options.directory, base.path));
  return {};
}
async function buildGitRef(ref, options, ports) {
  const opened = await openGitTree(options.directory, ref);
  if (!opened.ok) return { problem: { code: "base-unreadable", message: opened.reason, hint: opened.hint } };
  const { manifest } = await openProject(options);
  const result = await build({ ...options, files: opened.tree, manifest, variables: ports.variables, placeholders: true });
  if (result.bundle) return { content: plan_contentOf(result.bundle), sha256: result.bundle.sha256 };
  return {
    problem: {
      code: "base-invalid",
      message: `The project does not build at "${ref}", so everything is shown as new.`,
      hint: "Nothing to do when this change repairs it."
    }
  };
}
async function readBundleFile(path) {
  const bytes = await (0,promises_.readFile)(path).catch(() => void 0);
  if (!bytes) return { problem: { code: "base-unreadable", message: `"${path}" cannot be read.`, hint: 'Name the bundle.json that "frontmcp deploy build --out" wrote.' } };
  const outcome = parseBundle(safeText(bytes), bytes.length);
  if (!outcome.ok) return { problem: { code: "base-invalid", message: `"${path}" is not a deploy bundle (${outcome.reason}).`, hint: 'Name the bundle.json that "frontmcp deploy build --out" wrote.' } };
  const content = { index: outcome.index, text: artifactReader((0,external_node_path_.join)((0,external_node_path_.dirname)(path), "artifacts")) };
  return { content, sha256: await sha256Hex(new Uint8Array(bytes)) };
}
function artifactReader(folder) {
  return async (sha256) => {
    const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(folder, sha256)).catch(() => void 0);
    return bytes && await sha256Hex(new Uint8Array(bytes)) === sha256 ? safeText(bytes) : void 0;
  };
}
function safeText(bytes) {
  try {
    return fromUtf8(bytes);
  } catch {
    return "";
  }
}


;// CONCATENATED MODULE: ./.build/commands/deploy.js







async function deploy(options, ports) {
  const build = await build_project_buildProject({ ...options, placeholders: options.dryRun }, ports);
  const known = whatIsKnown(build, options);
  const { bundle } = build;
  if (!bundle || isStopped(build, options)) return { ...known, result: "failed" };
  if (options.bundlePath !== void 0) await write(options.bundlePath, bundle.bytes);
  if (options.dryRun) {
    ports.reporter.stage("plan");
    return { ...known, result: "planned", plan: await planAgainst(bundle, options, ports) };
  }
  return push(bundle, known, options, ports);
}
async function push(bundle, known, options, ports) {
  const { deploymentUrl } = known;
  const missing = deploymentUrl === void 0 ? urlMissing(known.build) : options.signingKey === void 0 ? keyMissing() : void 0;
  if (missing) return { ...known, result: "failed", failure: missing };
  const pushed = await pushStage(
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
    ...url === void 0 ? {} : { deploymentUrl: url, mcpUrl: mcpUrlOf(url) }
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


// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var smol_toml_dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./.build/wrangler/names.js
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


;// CONCATENATED MODULE: ./.build/wrangler/configuration.js

const PAID_CPU_MS = 1e4;
function wranglerConfiguration(index) {
  const { structural, hot } = index.manifest;
  const { runtime, bindings, deployment } = structural;
  const routes = routesOf(deployment);
  const hasCustomDomain = routes.some((route) => route.custom_domain === true);
  return {
    name: deployment.workerName,
    main: EMITTED.worker,
    compatibility_date: runtime.compatibilityDate,
    ...listed("compatibility_flags", runtime.compatibilityFlags),
    // A private name is not kept private by an address that nobody mentions: a custom domain turns both others off.
    workers_dev: deployment.workersDev ?? !hasCustomDomain,
    preview_urls: false,
    ...listed("routes", routes),
    alias: { [RUNTIME_PACKAGE]: `./${EMITTED.runtime}` },
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
${(0,smol_toml_dist/* stringify */.As)(configuration)}`;
  const schema = { $schema: "node_modules/wrangler/config-schema.json" };
  return `// ${note}
${JSON.stringify({ ...schema, ...configuration }, null, 2)}
`;
}
function emitFolder(options) {
  const { index, compiled, format, runtime, scripts, engine, worker } = options;
  return {
    [format === "toml" ? EMITTED.toml : EMITTED.jsonc]: emitConfiguration(index, format),
    [EMITTED.worker]: worker.replace(/env: '[^']*'/, `env: '${index.environment}'`),
    [EMITTED.runtime]: runtime,
    [EMITTED.scripts]: scripts,
    [EMITTED.engine]: engine,
    [EMITTED.bundle]: emitBundleModule(compiled)
  };
}
function emitBundleModule(compiled) {
  return `// Written by "frontmcp deploy emit-wrangler". The copy of the deploy bundle that this Worker starts with.
export default ${JSON.stringify(compiled)};
`;
}


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


;// CONCATENATED MODULE: ./.build/wrangler/worker-entry.js
const WORKER_ENTRY = `import { createWorker } from '@frontmcp/worker';
import deployBundle from './frontmcp.deploy.bundle.js';

const { handler, durableObjects } = createWorker({ bundle: deployBundle, env: 'production' });

export default handler;
export const { SessionDO, EventStoreDO, BundleDO } = durableObjects;
`;


;// CONCATENATED MODULE: ./.build/commands/compiled-bundle.js

function compiledBundle(bundle, statement) {
  const artifacts = [...bundle.artifacts].map(([sha256, { bytes }]) => [sha256, fromUtf8(bytes)]);
  return { v: 1, statement, bundle: fromUtf8(bundle.bytes), artifacts: Object.fromEntries(artifacts.sort()) };
}


;// CONCATENATED MODULE: ./.build/commands/write-folder.js


async function writeFolder(directory, out, files) {
  const folder = (0,external_node_path_.resolve)(directory, out);
  const trusted = write_folder_isWithin(directory, folder) ? (0,external_node_path_.resolve)(directory) : folder;
  try {
    const written = [];
    for (const [name, content] of Object.entries(files)) {
      const path = (0,external_node_path_.join)(folder, name);
      const link = await findLink(trusted, path);
      if (link !== void 0) return { ok: false, failure: unwritable(link, "it is a link, and where it leads is not written to", "Remove the link, or name another folder.") };
      await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
      await (0,promises_.writeFile)(path, content);
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
  for (const segment of (0,external_node_path_.relative)(from, path).split(external_node_path_.sep)) {
    at = (0,external_node_path_.join)(at, segment);
    const stats = await (0,promises_.lstat)(at).catch(() => void 0);
    if (stats?.isSymbolicLink()) return at;
  }
  return void 0;
}
function write_folder_isWithin(directory, path) {
  const inside = (0,external_node_path_.relative)(directory, path);
  return !(0,external_node_path_.isAbsolute)(inside) && inside.split(external_node_path_.sep)[0] !== "..";
}


;// CONCATENATED MODULE: ./.build/commands/emit-wrangler.js







async function emitWrangler(options, ports) {
  const build = await build_project_buildProject({ ...options, placeholders: false }, ports);
  if (!build.bundle) return { build, written: [], signed: false };
  const configuration = emitConfiguration(build.bundle.index, options.format);
  if (options.out === void 0) return { build, configuration, written: [], signed: false };
  const statement = await embedStatement(build.bundle, options, ports);
  if (!statement.ok) return { build, configuration, written: [], signed: false, failure: statement.failure };
  const files = emitFolder({
    index: build.bundle.index,
    compiled: compiledBundle(build.bundle, statement.compact),
    format: options.format,
    ...await readRuntime(options.distDirectory),
    worker: WORKER_ENTRY
  });
  const folder = await writeFolder(options.directory, options.out, files);
  if (!folder.ok) return { build, configuration, written: [], signed: false, failure: folder.failure };
  return { build, configuration, written: folder.written, signed: statement.compact !== null };
}
async function embedStatement(bundle, options, ports) {
  if (options.signingKey === void 0) return { ok: true, compact: null };
  const key = await signStage(bundle, { signingKey: options.signingKey, keyId: options.keyId }, ports);
  if (!key.ok) return key;
  return { ok: true, compact: await key.sign({ intent: "embed" }) };
}


;// CONCATENATED MODULE: ./.build/action/commands.js



const commands = { deploy: deploy, emitWrangler: emitWrangler, clientSnippets: client_snippets_clientSnippets };



/***/ })

};
