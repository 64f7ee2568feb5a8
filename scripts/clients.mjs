// Clients that people use, against "frontmcp deploy dev": the MCP Inspector's command line, and mcp-remote between the official
// client and the Worker. They are fetched from npm, so this is no part of "npm cit".
// Run: npm run clients [-- --into <folder that keeps them for the next run>]
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { printTable } from '../bench/table.mjs';
import { installClients } from './clients/install.mjs';
import { runInspector } from './clients/inspector.mjs';
import { runRemote } from './clients/remote.mjs';
import { startDev } from './demo/dev-server.mjs';
import { startShopApi } from './demo/shop-api.mjs';

const TOKEN = 'token-of-the-shop';
const SHOP = fileURLToPath(new URL('../fixtures/acme-shop', import.meta.url));
const { values: flags } = parseArgs({ options: { into: { type: 'string' } } });

const scratch = await mkdtemp(join(tmpdir(), 'frontmcp-clients-'));
/** @type {(() => unknown)[]} */
const cleanups = [() => rm(scratch, { recursive: true, force: true })];
try {
  const results = await check();
  print(results);
  process.exitCode = results.some(({ problem }) => problem) ? 1 : 0;
} finally {
  for (const clean of cleanups.reverse()) await clean();
}

async function check() {
  const [project, home, packages] = [join(scratch, 'project'), join(scratch, 'home'), join(scratch, 'packages')];
  const folder = flags.into === undefined ? packages : resolve(flags.into);
  await Promise.all([home, folder].map((each) => mkdir(each, { recursive: true })));
  const { inspector, remote } = await installClients(folder);
  await cp(SHOP, project, { recursive: true });
  await writeFile(join(project, '.dev.vars'), `ACME_API_TOKEN=${TOKEN}\n`);
  const api = await startShopApi(TOKEN);
  cleanups.push(() => api.close());
  const dev = await startDev({ directory: project, variables: { ACME_API_URL: api.url }, onLine: () => undefined });
  cleanups.push(() => dev.stop());
  // Both keep files in the home of whoever runs them: here that is a folder which goes with the rest.
  const env = {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    MCP_REMOTE_CONFIG_DIR: join(home, 'mcp-remote'),
    NO_COLOR: '1',
  };
  return [...(await runInspector(inspector, dev.mcpUrl, env)), ...(await runRemote(remote, dev.mcpUrl, env))];
}

/** @param {import('./clients/inspector.mjs').Result[]} results */
function print(results) {
  const ways = [...new Set(results.map(({ way }) => way))];
  const titles = [...new Set(results.map(({ title }) => title))];
  /**
   * @param {string} title
   * @param {string} way
   */
  const cell = (title, way) => {
    const result = results.find((each) => each.title === title && each.way === way);
    return result === undefined ? '' : result.problem ? 'FAILED' : 'ok';
  };
  printTable(
    ['', ...ways],
    titles.map((title) => [title, ...ways.map((way) => cell(title, way))]),
  );
  const failed = results.filter(({ problem }) => problem);
  for (const { way, title, problem } of failed) console.log(`\n${way}, ${title}: ${problem}`);
  console.log(`\n${results.length - failed.length} of ${results.length} hold.`);
}
