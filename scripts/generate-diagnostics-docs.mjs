import { markdownTable } from './between-markers.mjs';
import { importSource } from './import-source.mjs';

/** @typedef {import('../src/build/diagnostics/define.js').CatalogueRow<never>} Row */

const STAGES = /** @type {const} */ ([
  ['Manifest', 'src/build/diagnostics/catalogue-manifest.ts', 'manifestCatalogue'],
  ['Skills', 'src/build/diagnostics/catalogue-skills.ts', 'skillsCatalogue'],
  ['Operations', 'src/build/diagnostics/catalogue-openapi.ts', 'openapiCatalogue'],
  ['Bundle', 'src/build/diagnostics/catalogue-bundle.ts', 'bundleCatalogue'],
]);

/**
 * docs/diagnostics.md, from the catalogue. Throws when a code of the whole catalogue belongs to no stage.
 * @param {string} root of the project
 */
export async function generate(root) {
  const { catalogue } = /** @type {typeof import('../src/build/diagnostics/catalogue.js')} */ (
    await importSource(root, 'src/build/diagnostics/catalogue.ts')
  );
  const missing = new Set(Object.keys(catalogue));
  /** @type {string[]} */
  const sections = [];
  for (const [title, path, name] of STAGES) {
    const source = /** @type {Record<string, Record<string, Row>>} */ (await importSource(root, path));
    const rows = Object.entries(source[name] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [code] of rows) missing.delete(code);
    if (rows.length > 0)
      sections.push(`## ${title}`, markdownTable(['Code', 'Severity', 'What it means', 'What to do'], rows.map(row)));
  }
  if (missing.size > 0)
    throw new Error(
      `No stage lists ${[...missing].join(', ')}; add its catalogue to scripts/generate-diagnostics-docs.mjs.`,
    );
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
