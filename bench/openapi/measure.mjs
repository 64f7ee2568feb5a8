// One job on one document in a process of its own: prints how long it took, modules loaded before, and the peak of memory.
//   node bench/openapi/measure.mjs SUBJECT FILE [MODULE] [COUNT]
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { CORE_SCHEMA, load } from 'js-yaml';

/** @typedef {import('./load-source.mjs').Source} Source */
/** @typedef {() => Promise<object | void>} Job */

const [subject = '', file = '', module = '', count = '50'] = process.argv.slice(2);

/**
 * Each loads what it needs, and returns the job to be measured.
 * @type {Record<string, () => Promise<Job>>}
 */
const subjects = {
  floor: async () => async () => {
    const bytes = await readFile(file);
    parse(file, bytes);
    return { hash: createHash('sha256').update(bytes).digest('hex').length };
  },
  ours: async () => {
    /** @type {Source} */
    const source = await import(module);
    const wanted = await pick(Number(count));
    return async () => build(source, wanted);
  },
  validate: async () => {
    const { default: parser } = await import('@apidevtools/swagger-parser');
    return async () =>
      void (await parser.validate(file).catch((error) => ({ note: String(error.message).slice(0, 60) })));
  },
  dereference: async () => {
    const { default: parser } = await import('@apidevtools/swagger-parser');
    return async () => void (await parser.dereference(file));
  },
  generator: async () => {
    const { getToolsFromOpenApi } = await import(
      pathToFileURL(createRequire(module).resolve('openapi-mcp-generator')).href
    );
    return async () => ({ operations: (await getToolsFromOpenApi(file)).length });
  },
};

const run = await (subjects[subject]?.() ?? Promise.reject(new Error(`no subject ${subject}`)));
const before = process.cpuUsage();
const started = performance.now();
const more = await run();
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    milliseconds,
    cpu: (user + system) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
    ...more,
  }),
);
// A measurement ends when it ends, whatever the measured library keeps open.
process.exit(0);

/**
 * @param {string} name
 * @param {Buffer} bytes
 * @returns {unknown}
 */
function parse(name, bytes) {
  const text = bytes.toString('utf8');
  return name.endsWith('.json') ? JSON.parse(text) : load(text, { schema: CORE_SCHEMA, json: true });
}

/**
 * Names operations spread evenly over the document, in a file beside it so that picking costs the measured process nothing.
 * @param {number} number
 */
async function pick(number) {
  /** @type {{ ids: string[] }} */
  const { ids } = JSON.parse(await readFile(process.env.PICKED ?? '', 'utf8'));
  return Array.from(
    { length: Math.min(number, ids.length) },
    (_, index) => ids[Math.floor((index * ids.length) / number)] ?? '',
  );
}

/**
 * @param {Source} source
 * @param {string[]} wanted
 */
async function build(source, wanted) {
  const sink = source.collectDiagnostics();
  /** @type {import('../../src/build/files/file-tree.js').FileTree} */
  const files = {
    label: 'bench',
    kind: async () => 'absent',
    walk: async () => ({ files: [], problems: [] }),
    async read() {
      const bytes = await readFile(file);
      return { ok: true, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
    },
  };
  const location = { file: 'skill', line: 1, column: 1 };
  /** @type {import('../../src/build/stage-values.js').SpecSource} */
  const spec = {
    id: 'api',
    binding: 'api',
    file: 'api.json',
    readOnly: false,
    server: 0,
    serverVariables: {},
    strict: false,
    auth: false,
    baseUrl: 'https://api.example.com',
    location,
  };
  const references = wanted.map((operation) => ({
    spec: 'api',
    operation,
    form: /** @type {const} */ ('wikilink'),
    location,
  }));
  const set = await source.readOperations(
    files,
    /** @type {import('../../src/build/stage-values.js').EffectiveManifest} */ (
      /** @type {unknown} */ ({ specs: [spec], classificationRules: [] })
    ),
    /** @type {import('../../src/build/stage-values.js').SkillSet} */ (
      /** @type {unknown} */ ({ skills: [{ id: 'skill', references }] })
    ),
    sink,
  );
  const artifacts = [...set.operations.map(({ document }) => document), ...Object.values(set.schemas)].map((value) =>
    source.canonicalBytes(value),
  );
  for (const bytes of artifacts) createHash('sha256').update(bytes).digest('hex');
  const entries = source.canonicalBytes(set.operations.map(({ entry }) => entry)).length;
  return {
    operations: set.operations.length,
    bytes: entries + artifacts.reduce((sum, bytes) => sum + bytes.length, 0),
  };
}
