import { markdownTable } from './between-markers.mjs';
import { importSource } from './import-source.mjs';

/** @typedef {import('../src/build/diagnostics/catalogue-row.js').CatalogueRow<never>} Row */

/** @type {Record<string, string>} */
const TITLES = { manifest: 'Manifest', skills: 'Skills', operations: 'Operations', bundle: 'Bundle' };

/**
 * docs/diagnostics.md, from the catalogue. Throws when a stage has no title.
 * @param {string} root of the project
 */
export async function generate(root) {
  const { catalogueByStage } = /** @type {typeof import('../src/build/diagnostics/catalogue.js')} */ (
    await importSource(root, 'src/build/diagnostics/catalogue.ts')
  );
  /** @type {string[]} */
  const sections = [];
  for (const [stage, codes] of Object.entries(catalogueByStage)) {
    const title = TITLES[stage];
    if (!title) throw new Error(`The stage "${stage}" has no title; add it to scripts/generate-diagnostics-docs.mjs.`);
    const rows = Object.entries(/** @type {Record<string, Row>} */ (codes)).sort(([a], [b]) => (a < b ? -1 : 1));
    sections.push(`## ${title}`, markdownTable(['Code', 'Severity', 'What it means', 'What to do'], rows.map(row)));
  }
  return [{ path: 'docs/diagnostics.md', text: `${[...HEAD, ...sections].join('\n\n')}\n` }];
}

const HEAD = [
  '<!-- Generated from src/build/diagnostics/catalogue.ts by "npm run generate". Do not edit. -->',
  '# Findings of a build',
  'Every finding has a code. An error stops the push; a warning does so only with `fail-on: warning`; a notice never does. All findings of all stages come together, each with file, line and column.',
];

/** @param {[string, Row]} entry */
function row([code, { severity, meaning, remedy }]) {
  return [`<a id="${code}"></a>\`${code}\``, severity, escapeText(meaning), escapeText(remedy)];
}

/**
 * The catalogue's sentences are plain text: nothing in them may become a tag.
 * @param {string} text
 */
function escapeText(text) {
  return text.replace(/[<>]/g, (character) => (character === '<' ? '&lt;' : '&gt;'));
}
