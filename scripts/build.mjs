// Bundles dist/action, dist/cli and dist/runtime (for wrangler). Run: npm run build
// With --check it builds into a temporary folder and exits 1 when the committed dist/ differs.
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { collectLicenses } from './collect-licenses.mjs';
import { importSource } from './import-source.mjs';
import { runtimeOptions, scriptsApart } from './runtime-options.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const target = check ? await mkdtemp(join(tmpdir(), 'frontmcp-dist-')) : join(root, 'dist');

try {
  await Promise.all([bundleRuntime(join(target, 'runtime')), bundleNode('action'), bundleNode('cli')]);
  await chmod(join(target, 'cli/index.js'), 0o755);
  if (check) await compare();
} finally {
  if (check) await rm(target, { recursive: true, force: true });
}

/**
 * Bundles the action or the command line: one entry, and a file for whatever it loads later. Only white space and syntax are
 * minified: names stay, so that a stack trace still says where.
 * @param {'action' | 'cli'} name
 */
async function bundleNode(name) {
  const out = join(target, name);
  await rm(out, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, `src/${name}/index.ts`)],
    outdir: out,
    bundle: true,
    splitting: true,
    minifyWhitespace: true,
    minifySyntax: true,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    // CommonJS packages ask for Node's modules with "require". No file of ours may declare the same names.
    banner: {
      js: `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`,
    },
    // Every licence is in licenses.txt.
    legalComments: 'none',
    logLevel: 'warning',
  });
  await writeFile(join(out, 'licenses.txt'), await collectLicenses(root, metafile));
  // Above dist/ there may be no package.json that makes these files modules.
  await writeFile(join(out, 'package.json'), '{ "type": "module" }\n');
}

/** @param {string} out */
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

/**
 * The script engine lies beside the runtime, as the package ships it, and only the one that was tested.
 * @param {string} to
 */
async function copyEngine(to) {
  const { ENGINE_SHA256 } = /** @type {typeof import('../src/wrangler/script-engine.js')} */ (
    await importSource(root, 'src/wrangler/script-engine.ts')
  );
  const engine = await readFile(createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm'));
  const digest = createHash('sha256').update(engine).digest('hex');
  if (digest !== ENGINE_SHA256)
    throw new Error(`quickjs-wasi/quickjs.wasm has the digest ${digest}; src/wrangler/script-engine.ts pins another.`);
  await writeFile(to, engine);
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

/**
 * @param {string} folder
 * @returns {Promise<Map<string, string>>}
 */
async function contents(folder) {
  const files = await list(folder);
  /** @param {string} file */
  const entryOf = async (file) =>
    /** @type {const} */ ([relative(folder, file).replaceAll('\\', '/'), await readFile(file, 'latin1')]);
  return new Map(await Promise.all(files.map(entryOf)));
}

/** @param {string} folder */
async function list(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
