// One document of the corpus: every operation of it to ours, its input schema through ajv, generated arguments through the
// request template, and the request before the strict mock.
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { generate, PLAIN, randomFrom, TAILS, Unsatisfiable } from './argument-generator.mjs';
import { documentFault } from './document-fault.mjs';
import { judge } from './strict-mock/judge.mjs';
import { openDocument, operationsOf } from './strict-mock/document.mjs';

/** @import { Source } from './load-source.mjs' */
/** @import { AnySchema, Schema } from './argument-generator.mjs' */
/** @import { MockDocument, Operation } from './strict-mock/document.mjs' */
/** @import { JsonObject } from '../../src/contract/encoding/json.js' */
/** @import { BodyField, ParameterTemplate, RequestTemplate } from '../../src/contract/request/request-template.js' */
/** @import { SpecSource } from '../../src/build/stage-values.js' */
/** @import { FileTree } from '../../src/build/files/file-tree.js' */

/**
 * What came of a document. `failures` counts operations by the class of their failure, `examples` names some.
 * @typedef {object} Checked
 * @property {string} file
 * @property {number} milliseconds
 * @property {number} [cpu]
 * @property {number} operations
 * @property {number} ok
 * @property {Record<string, number>} failures
 * @property {Record<string, string[]>} examples
 * @property {number} [peak] resident memory, in bytes
 * @property {boolean} [unread] whether it could not be read as a whole
 * @property {boolean} [crashed]
 * @property {boolean} [lost] whether its process is gone
 */
/** @typedef {import('ajv').ValidateFunction} Validate */
/** @typedef {Exclude<Awaited<ReturnType<typeof resolveAll>>, { reason: unknown }>} Resolved */

const BASE = 'https://mock.invalid/base';
const TURNS = 12;

/**
 * Checks a file with the code of `source`; `seed` decides the arguments. Returns figures and, for each failure, its class.
 * @param {Source} source
 * @param {string} file
 * @param {number} seed
 * @returns {Promise<Checked>}
 */
export async function checkDocument(source, file, seed) {
  const bytes = await readFile(file);
  const [started, before] = [performance.now(), process.cpuUsage()];
  const resolved = await resolveAll(source, bytes);
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  if ('reason' in resolved)
    return {
      file,
      milliseconds,
      operations: 0,
      ok: 0,
      failures: { [`document: ${resolved.reason}`]: 1 },
      examples: {},
      unread: true,
    };
  const mock = openDocument(new TextDecoder().decode(bytes));
  /** @type {Record<string, number>} */
  const failures = {};
  /** @type {Record<string, string[]>} */
  const examples = {};
  let ok = 0;
  const wanted = operationsOf(mock);
  const compile = compilerFor(resolved.$defs);
  for (const operation of wanted) {
    const label = `${operation.method} ${operation.path}`;
    const found = checkOperation({ source, mock, compile, resolved, seed }, operation, label);
    if (found === undefined) ok += 1;
    else {
      const fault = documentFault(mock, operation);
      const reason = fault === undefined ? found : `description: ${fault}`;
      const kind = reason
        .replace(/"[^"]*"/g, '"…"')
        .replace(/\.[\w.[\]-]+/g, '.…')
        .slice(0, 90);
      failures[kind] = (failures[kind] ?? 0) + 1;
      examples[kind] = [...(examples[kind] ?? []), `${label}: ${reason}`].slice(0, 3);
    }
  }
  return {
    file,
    milliseconds,
    cpu: (user + system) / 1000,
    operations: wanted.length,
    ok,
    failures,
    examples,
    peak: process.memoryUsage().rss,
  };
}

/**
 * @param {Source} source
 * @param {Buffer} bytes
 */
async function resolveAll(source, bytes) {
  const sink = source.collectDiagnostics();
  /** @type {FileTree} */
  const files = {
    label: 'corpus',
    kind: async () => 'absent',
    walk: async () => ({ files: [], problems: [] }),
    read: async (path) =>
      path === 'api.json' ? { ok: true, bytes: new Uint8Array(bytes) } : { ok: false, fault: 'absent' },
  };
  /** @type {SpecSource} */
  const spec = {
    id: 'api',
    binding: 'api',
    file: 'api.json',
    readOnly: false,
    server: 0,
    serverVariables: {},
    strict: false,
    auth: false,
    baseUrl: BASE,
    location: { file: 'm', line: 1, column: 1 },
  };
  const document = await source.readSpec(files, spec, sink);
  if (!document) return { reason: sink.diagnostics[0]?.code };
  const named = source.nameOperations(await source.listOperations(files, document));
  const { operations, $defs } = await source.resolveSpec(
    files,
    { document, rules: source.createRuleBook([]), sink },
    named,
    named,
  );
  const byPlace = new Map([...operations].map(([{ method, path }, operation]) => [`${method} ${path}`, operation]));
  /** @type {Map<string, string>} */
  const refusals = new Map();
  for (const diagnostic of sink.diagnostics) {
    const { severity, code } = diagnostic;
    const { operation } = /** @type {{ operation?: string }} */ (diagnostic.args);
    if (severity === 'error' && operation)
      refusals.set(operation, `${code}: ${source.messageOf(diagnostic).replace(operation, '…').slice(0, 160)}`);
  }
  const names = new Map(named.map(({ method, path, name }) => [`${method} ${path}`, `api.${name}`]));
  return {
    document,
    $defs,
    byPlace,
    refusalOf: (/** @type {string} */ label) => refusals.get(names.get(label) ?? '') ?? 'not listed',
  };
}

/**
 * Compiles input schemas against the shared schemas. Each of these is a schema of its own here: ajv compiles a schema that it knows
 * by its whole name once, and one behind a pointer again for every input that refers to it.
 * @param {JsonObject} $defs
 */
function compilerFor($defs) {
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    validateSchema: true,
    inlineRefs: false,
    allErrors: false,
    logger: false,
    code: { optimize: false },
  });
  const own = (/** @type {unknown} */ schema) =>
    JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/$defs/', '"$ref":"pool:/'));
  for (const [name, schema] of Object.entries($defs)) ajv.addSchema(own(schema), `pool:/${name}`);
  return (/** @type {JsonObject} */ input) => ajv.compile(own(input));
}

/**
 * @param {{ source: Source, mock: MockDocument, compile: (input: JsonObject) => Validate, resolved: Resolved, seed: number }} context
 * @param {Operation} operation
 * @param {string} label
 */
function checkOperation({ source, mock, compile, resolved, seed }, operation, label) {
  const ours = resolved.byPlace.get(label);
  if (!ours) return `refused: ${resolved.refusalOf(label)}`;
  const { input, request } = ours.document;
  /** @type {Validate} */
  let validate;
  try {
    validate = compile(input);
  } catch (error) {
    return `schema: ${error instanceof Error ? error.message : error}`;
  }
  for (const all of [true, false]) {
    const args = argumentsFor(input, resolved.$defs, validate, { seed, all, request });
    if (typeof args === 'string') return `arguments (${all ? 'all' : 'required'}): ${args}`;
    const built = source.buildRequest(request, args);
    if (!built.ok) return `request: ${built.problems[0]?.message}`;
    const [problem] = judge(mock, operation, built.request, { base: BASE, expectsAll: all, sent: args });
    if (problem) return `mock (${all ? 'all' : 'required'}): ${problem}`;
  }
  return undefined;
}

/**
 * The ends of texts that a parameter can carry, whatever writes it: what it is written with cannot stand in its values.
 * @param {ParameterTemplate | BodyField} field
 * @param {RequestTemplate} request
 */
function tailsFor(field, { path }) {
  const { name, style, allowReserved } = field;
  const place = 'in' in field ? field.in : undefined;
  const segment = path.split('/').find((text) => text.includes(`{${name}}`)) ?? '';
  const isCrowded = place === 'path' && segment.split('{').length > 2;
  if (place === 'header' || place === 'cookie' || isCrowded) return PLAIN;
  if (allowReserved) return TAILS.filter((tail) => !tail.includes('%'));
  return style === 'spaceDelimited' ? TAILS.filter((tail) => !tail.includes(' ')) : TAILS;
}

/**
 * Arguments that the input schema accepts, or why there are none.
 * @param {JsonObject} input
 * @param {JsonObject} $defs
 * @param {Validate} validate
 * @param {{ seed: number, all: boolean, request: RequestTemplate }} options
 */
function argumentsFor(input, $defs, validate, { seed, all, request }) {
  /** @type {Map<string, string[]>} */
  const narrow = new Map();
  for (const each of [...request.parameters, ...(request.body?.fields ?? [])]) {
    const allowed = tailsFor(each, request);
    const [name = ''] = each.at;
    narrow.set(
      name,
      (narrow.get(name) ?? TAILS).filter((tail) => allowed.includes(tail)),
    );
  }
  let reason = 'none';
  for (let turn = 0; turn < TURNS; turn += 1) {
    try {
      const args = JSON.parse(
        JSON.stringify(
          generate(/** @type {Schema} */ (input), {
            $defs: /** @type {Record<string, AnySchema>} */ ($defs),
            random: randomFrom(seed + turn),
            all,
            turn,
            tails: (name) => narrow.get(name) ?? TAILS,
          }),
        ),
      );
      if (validate(args)) return args;
      const [error] = validate.errors ?? [];
      reason = `${error?.keyword} at ${error?.schemaPath.slice(-60)}`;
    } catch (error) {
      if (!(error instanceof Unsatisfiable)) throw error;
      reason = error.message;
    }
  }
  return reason;
}
