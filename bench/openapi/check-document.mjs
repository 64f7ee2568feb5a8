// One document of the corpus: every operation of it to ours, its input schema through ajv, generated arguments through the
// request template, and the request before the strict mock.
import { readFile } from 'node:fs/promises';
import Ajv2020 from 'ajv/dist/2020.js';
import { generate, PLAIN, randomFrom, TAILS, Unsatisfiable } from './argument-generator.mjs';
import { documentFault } from './document-fault.mjs';
import { judge } from './strict-mock/judge.mjs';
import { openDocument, operationsOf } from './strict-mock/document.mjs';

const BASE = 'https://mock.invalid/base';
const TURNS = 12;

/** Checks a file with the code of `source`; `seed` decides the arguments. Returns figures and, for each failure, its class. */
export async function checkDocument(source, file, seed) {
  const bytes = await readFile(file);
  const [started, before] = [performance.now(), process.cpuUsage()];
  const resolved = await resolveAll(source, bytes);
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  if (!resolved.document)
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
  const failures = {};
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

async function resolveAll(source, bytes) {
  const sink = source.collectDiagnostics();
  const files = {
    label: 'corpus',
    read: async (path) =>
      path === 'api.json' ? { ok: true, bytes: new Uint8Array(bytes) } : { ok: false, fault: 'absent' },
  };
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
  const refusals = new Map();
  for (const diagnostic of sink.diagnostics) {
    const { severity, code, args } = diagnostic;
    if (severity === 'error' && args.operation)
      refusals.set(
        args.operation,
        `${code}: ${source.messageOf(diagnostic).replace(args.operation, '…').slice(0, 160)}`,
      );
  }
  const names = new Map(named.map(({ method, path, name }) => [`${method} ${path}`, `api.${name}`]));
  return { document, $defs, byPlace, refusalOf: (label) => refusals.get(names.get(label)) ?? 'not listed' };
}

/**
 * Compiles input schemas against the shared schemas. Each of these is a schema of its own here: ajv compiles a schema that it knows
 * by its whole name once, and one behind a pointer again for every input that refers to it.
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
  const own = (schema) => JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/$defs/', '"$ref":"pool:/'));
  for (const [name, schema] of Object.entries($defs)) ajv.addSchema(own(schema), `pool:/${name}`);
  return (input) => ajv.compile(own(input));
}

function checkOperation({ source, mock, compile, resolved, seed }, operation, label) {
  const ours = resolved.byPlace.get(label);
  if (!ours) return `refused: ${resolved.refusalOf(label)}`;
  const { input, request } = ours.document;
  let validate;
  try {
    validate = compile(input);
  } catch (error) {
    return `schema: ${error.message}`;
  }
  for (const all of [true, false]) {
    const args = argumentsFor(input, resolved.$defs, validate, { seed, all, request });
    if (typeof args === 'string') return `arguments (${all ? 'all' : 'required'}): ${args}`;
    const built = source.buildRequest(request, args);
    if (!built.ok) return `request: ${built.problems[0].message}`;
    const [problem] = judge(mock, operation, built.request, { base: BASE, expectsAll: all, sent: args });
    if (problem) return `mock (${all ? 'all' : 'required'}): ${problem}`;
  }
  return undefined;
}

/** The ends of texts that a parameter can carry, whatever writes it: what it is written with cannot stand in its values. */
function tailsFor({ in: place, name, style, allowReserved }, { path }) {
  const segment = path.split('/').find((text) => text.includes(`{${name}}`)) ?? '';
  const isCrowded = place === 'path' && segment.split('{').length > 2;
  if (place === 'header' || place === 'cookie' || isCrowded) return PLAIN;
  if (allowReserved) return TAILS.filter((tail) => !tail.includes('%'));
  return style === 'spaceDelimited' ? TAILS.filter((tail) => !tail.includes(' ')) : TAILS;
}

/** Arguments that the input schema accepts, or why there are none. */
function argumentsFor(input, $defs, validate, { seed, all, request }) {
  const narrow = new Map();
  for (const each of [...request.parameters, ...(request.body?.fields ?? [])]) {
    const allowed = tailsFor(each, request);
    narrow.set(
      each.at[0],
      (narrow.get(each.at[0]) ?? TAILS).filter((tail) => allowed.includes(tail)),
    );
  }
  let reason = 'none';
  for (let turn = 0; turn < TURNS; turn += 1) {
    try {
      const args = JSON.parse(
        JSON.stringify(
          generate(input, {
            $defs,
            random: randomFrom(seed + turn),
            all,
            turn,
            tails: (name) => narrow.get(name) ?? TAILS,
          }),
        ),
      );
      if (validate(args)) return args;
      const [error] = validate.errors;
      reason = `${error.keyword} at ${error.schemaPath.slice(-60)}`;
    } catch (error) {
      if (!(error instanceof Unsatisfiable)) throw error;
      reason = error.message;
    }
  }
  return reason;
}
