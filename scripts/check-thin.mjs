// Thin is a number: size and contents of dist/runtime, and the digest of its script engine. Run: node scripts/check-thin.mjs
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { importSource } from './import-source.mjs';

/** Without the script engine, and with it. */
const MAX_GZIP_BYTES = 128 * 1024;
const MAX_GZIP_BYTES_WITH_ENGINE = 500 * 1024;
const FORBIDDEN = [
  /(?:from|import|require)\s*\(?\s*["']node:/,
  /@actions\//,
  /\bajv\b/,
  /tweetnacl/,
  /@modelcontextprotocol/,
];

const dist = (/** @type {string} */ name) => fileURLToPath(new URL(`../dist/runtime/${name}`, import.meta.url));
const text = await readFile(dist('index.js'), 'utf8');
const scripts = await readFile(dist('agentscript.js'), 'utf8');
const size = gzipSync(text, { level: 9 }).length;
const engine = await readFile(dist('quickjs.wasm'));
const whole = size + gzipSync(scripts, { level: 9 }).length + gzipSync(engine, { level: 9 }).length;
const { ENGINE_SHA256 } = /** @type {typeof import('../src/wrangler/script-engine.js')} */ (
  await importSource(fileURLToPath(new URL('..', import.meta.url)), 'src/wrangler/script-engine.ts')
);
const problems = [
  ...(size > MAX_GZIP_BYTES ? [`dist/runtime/index.js is ${size} bytes gzip, more than ${MAX_GZIP_BYTES}`] : []),
  ...(whole > MAX_GZIP_BYTES_WITH_ENGINE
    ? [`dist/runtime is ${whole} bytes gzip, more than ${MAX_GZIP_BYTES_WITH_ENGINE}`]
    : []),
  ...(createHash('sha256').update(engine).digest('hex') === ENGINE_SHA256
    ? []
    : ['dist/runtime/quickjs.wasm is not the engine that src/wrangler/script-engine.ts pins']),
  ...FORBIDDEN.filter((pattern) => pattern.test(text) || pattern.test(scripts)).map(
    (pattern) => `dist/runtime contains ${pattern}`,
  ),
];

console.log(
  `dist/runtime/index.js: ${(size / 1024).toFixed(1)} KB gzip of ${MAX_GZIP_BYTES / 1024} KB; with the script engine ${(whole / 1024).toFixed(1)} KB of ${MAX_GZIP_BYTES_WITH_ENGINE / 1024} KB`,
);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
