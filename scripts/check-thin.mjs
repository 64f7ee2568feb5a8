// Thin is a number: size, start-up and contents of dist/runtime. Run: node scripts/check-thin.mjs
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const MAX_GZIP_BYTES = 150 * 1024;
const FORBIDDEN = ['node:', '@actions/', 'ajv', 'tweetnacl'];

const file = fileURLToPath(new URL('../dist/runtime/index.js', import.meta.url));
const text = await readFile(file, 'utf8');
const size = gzipSync(text, { level: 9 }).length;
const problems = [
  ...(size > MAX_GZIP_BYTES ? [`dist/runtime/index.js is ${size} bytes gzip, more than ${MAX_GZIP_BYTES}`] : []),
  ...FORBIDDEN.filter((name) => text.includes(name)).map((name) => `dist/runtime/index.js contains "${name}"`),
];

console.log(`dist/runtime/index.js: ${(size / 1024).toFixed(1)} KB gzip of ${MAX_GZIP_BYTES / 1024} KB`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
