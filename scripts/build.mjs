// Bundles dist/action, dist/cli (ncc) and dist/runtime (for wrangler). Run: npm run build
// With --check it builds into a temporary folder and exits 1 when the committed dist/ differs.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { importSource } from './import-source.mjs';
import { runtimeOptions, scriptsApart } from './runtime-options.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');
const check = process.argv.includes('--check');
const target = check ? await mkdtemp(join(tmpdir(), 'frontmcp-dist-')) : join(root, 'dist');

/** ncc is far quicker over plain JavaScript, and types are checked elsewhere. */
const plain = join(root, '.build');

try {
  await toJavaScript();
  await Promise.all([bundleRuntime(join(target, 'runtime')), bundleNode('action'), bundleNode('cli')]);
  if (check) await compare();
} finally {
  await rm(plain, { recursive: true, force: true });
  if (check) await rm(target, { recursive: true, force: true });
}

/** Strips the types, file by file; the modules stay as they are. */
async function toJavaScript() {
  await rm(plain, { recursive: true, force: true });
  const sources = (await list(join(root, 'src'))).filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'));
  await build({
    entryPoints: sources,
    outdir: plain,
    outbase: join(root, 'src'),
    format: 'esm',
    target: 'es2023',
    logLevel: 'warning',
  });
}

/** ncc writes one folder with everything an entry needs, licences included. */
async function bundleNode(name) {
  const out = join(target, name);
  await rm(out, { recursive: true, force: true });
  const externals = ['miniflare', 'wrangler'].flatMap((peer) => ['--external', peer]);
  await run(
    process.execPath,
    [
      ncc,
      'build',
      join(plain, `${name}/index.js`),
      '--out',
      out,
      '--license',
      'licenses.txt',
      '--no-cache',
      ...externals,
    ],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  await normalise(out);
}

async function bundleRuntime(out) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const options = runtimeOptions(root);
  await build({
    ...options,
    legalComments: 'external',
    plugins: [...options.plugins, scriptsApart()],
    outfile: join(out, 'index.js'),
  });
  await build({
    ...options,
    legalComments: 'external',
    entryPoints: [join(root, 'src/runtime/agentscript/entry.ts')],
    outfile: join(out, 'agentscript.js'),
  });
  await copyEngine(join(out, 'quickjs.wasm'));
}

/** The script engine lies beside the runtime, as the package ships it, and only the one that was tested. */
async function copyEngine(to) {
  const { ENGINE_SHA256 } = await importSource(root, 'src/wrangler/script-engine.ts');
  const engine = await readFile(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm'));
  const digest = createHash('sha256').update(engine).digest('hex');
  if (digest !== ENGINE_SHA256)
    throw new Error(`quickjs-wasi/quickjs.wasm has the digest ${digest}; src/wrangler/script-engine.ts pins another.`);
  await writeFile(to, engine);
}

/** Line endings of bundled packages vary; git would normalise them and call the folder changed. */
async function normalise(folder) {
  for (const file of await list(folder)) {
    const text = await readFile(file, 'utf8');
    if (text.includes('\r')) await writeFile(file, text.replaceAll('\r\n', '\n'));
  }
}

async function compare() {
  const [fresh, committed] = [await contents(target), await contents(join(root, 'dist'))];
  const names = [...new Set([...fresh.keys(), ...committed.keys()])].sort();
  const stale = names.filter((name) => fresh.get(name) !== committed.get(name));
  if (stale.length === 0) return;
  for (const name of stale) console.error(`stale dist/${name}`);
  console.error('Run "npm run build" and commit dist/.');
  process.exitCode = 1;
}

async function contents(folder) {
  const files = await list(folder);
  return new Map(
    await Promise.all(
      files.map(async (file) => [relative(folder, file).replaceAll('\\', '/'), await readFile(file, 'latin1')]),
    ),
  );
}

async function list(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
