// Measures the files and functions of src/ that four journeys enter: what you read to follow a call, a push or a check.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printTable } from '../bench/table.mjs';
import { JOURNEYS, measureJourneys } from './journeys/measure-journeys.mjs';
import { readSourceFiles } from './journeys/read-source-files.mjs';
import { figuresOf, figuresOfFiles, stopsOf } from './journeys/figures.mjs';

const HELP = `npm run journeys [-- --repo DIR] [-- --list JOURNEY | --json]

  codecall_invoke   one stateless tools/call of a read operation, on a warm Worker in workerd
  codecall_execute  the same of a script with three calls
  apply             one push of a changed bundle, on the Worker's side
  validate          frontmcp deploy validate of fixtures/acme-shop

Counts the functions that a journey enters from request to answer, not those that run while modules are evaluated, in
alarms, or inside the script engine. Files that only declare types are left out.

  --repo DIR      measure another checkout of the project; it needs no node_modules
  --list JOURNEY  list the files in the order they are entered: ${Object.keys(JOURNEYS).join(', ')}
  --json          print figures and lists as one JSON document`;

/** @typedef {import('./journeys/measure-journeys.mjs').JourneyName} JourneyName */
const NAMES = /** @type {JourneyName[]} */ (Object.keys(JOURNEYS));

const { values: options } = parseArgs({
  options: {
    repo: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
    list: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const listed = NAMES.find((name) => name === options.list);
if (options.help || (options.list !== undefined && listed === undefined)) {
  console.log(HELP);
  process.exit(options.help ? 0 : 2);
}

const root = resolve(options.repo);
const [files, journeys] = [await readSourceFiles(root), await measureJourneys(root)];
const all = figuresOfFiles(files.values());
if (options.json) printJson();
else if (listed) printStops(stopsOf(journeys[listed], files));
else printFigures();

function printFigures() {
  const percent = (/** @type {number} */ count) => `${((100 * count) / all.files).toFixed(0)} %`;
  printTable(
    ['', 'files', 'functions', 'longest file, lines', 'of all files', 'with one importer', 'files after the answer'],
    [
      ...NAMES.map((name) => {
        const figures = figuresOf(journeys[name], files);
        return [
          JOURNEYS[name],
          figures.files,
          figures.functions,
          figures.longest,
          percent(figures.files),
          figures.oneImporter,
          figures.filesAfter,
        ];
      }),
      ['all of src/', all.files, all.functions, all.longest, percent(all.files), all.oneImporter, ''],
    ],
  );
}

/** @param {import('./journeys/figures.mjs').Stop[]} stops */
function printStops(stops) {
  const isBefore = stops.filter(({ isAfter }) => !isAfter);
  const rows = (/** @type {typeof stops} */ part) => {
    for (const { path, lines, functions } of part)
      console.log(`${path} (${lines} lines)${functions.length > 0 ? `: ${functions.join(', ')}` : ''}`);
  };
  rows(isBefore);
  if (isBefore.length < stops.length) console.log('\nAfter the answer:');
  rows(stops.filter(({ isAfter }) => isAfter));
}

function printJson() {
  const of = (/** @type {JourneyName} */ name) => ({
    ...figuresOf(journeys[name], files),
    list: stopsOf(journeys[name], files),
  });
  console.log(JSON.stringify({ journeys: Object.fromEntries(NAMES.map((name) => [name, of(name)])), all }, null, 2));
}
