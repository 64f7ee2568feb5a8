// The product in one command: a real deploy to a real local Worker, and a hot reload. Run: npm start [-- --once] [-- --json]
import { EventEmitter, once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { startDev } from './dev-server.mjs';
import { startShopApi } from './shop-api.mjs';

/**
 * The parts of tools' answers that the tour shows.
 * @typedef {object} Answer
 * @property {{ name: string, description: string, relevanceScore: number, operations: { operationId: string }[] }[]} skills
 * @property {{ name: string, signature?: string, description?: string }[]} tools
 * @property {{ id: string, total: number, currency: string, status: string }} data
 * @property {{ id: string, refunded: number, currency: string, left: number }} result
 * @property {{ calls: number, durationMs: number }} usage
 */
/**
 * What the tour came to.
 * @typedef {Awaited<ReturnType<typeof tour>>} Outcome
 */

const { values: flags } = parseArgs({
  options: { once: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
if (flags.help) {
  console.log(
    'npm start [-- --once] [-- --json]\n\n  --once  end after the tour instead of serving on\n  --json  print one JSON line last, everything else on stderr',
  );
  process.exit(0);
}

const TOKEN = 'demo-token-of-the-shop';
const SHOP = fileURLToPath(new URL('../../fixtures/acme-shop', import.meta.url));
/** What an agent would write after it has read the skill. */
const REFUND_SCRIPT = `const { orderId, sku } = codecallContext;
const order = await acme.getOrder({ orderId });
const mug = order.lines.find((line) => line.sku === sku);
if (!order.refundable || !mug) return { refunded: 0, why: order.status };
const refund = await acme.issueRefund({
  orderId, amount: mug.price, reason: 'damaged', 'Idempotency-Key': \`refund-\${orderId}-\${sku}-1\`,
});
return { id: refund.id, refunded: refund.amount, currency: refund.currency, left: order.total - refund.amount };`;
/** How long a saved change may take until a client hears of it, in milliseconds: far more than it needs. */
const RELOAD_BOUND_MS = 30_000;

const say = (text = '') => (flags.json ? console.error(text) : console.log(text));
const step = (/** @type {string} */ text) => say(`\n▸ ${text}`);
const detail = (/** @type {string} */ text) => say(`  ${text}`);

const directory = await mkdtemp(join(tmpdir(), 'acme-shop-'));
/** @type {Promise<void> | undefined} */
let stopping;
/** @type {(() => unknown)[]} */
const cleanups = [() => rm(directory, { recursive: true, force: true })];
const cleanUp = () => (stopping ??= endEverything());
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cleanUp());

try {
  const outcome = await tour();
  if (!flags.once && !stopping) await serveOn(outcome);
  if (flags.json) console.log(JSON.stringify(outcome.summary));
} catch (error) {
  if (!stopping) {
    console.error(`\nThe demo failed: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
    if (flags.json) console.log(JSON.stringify({ result: 'failed' }));
  }
} finally {
  await cleanUp();
}

async function endEverything() {
  for (const clean of cleanups.toReversed()) await clean();
}

async function tour() {
  step("A mock of the shop's API, and a copy of fixtures/acme-shop to play with");
  await cp(SHOP, directory, { recursive: true });
  await writeFile(join(directory, '.dev.vars'), `ACME_API_TOKEN=${TOKEN}\n`);
  const api = await startShopApi(TOKEN);
  cleanups.push(() => api.close());
  detail(`${directory}\n  ${api.url}`);

  step('frontmcp deploy dev: check, bundle, sign, push to a Worker in local workerd');
  const dev = await startDev({
    directory,
    variables: { ACME_API_URL: api.url },
    onLine: (line) => {
      if (!isLogLine(line)) detail(`│ ${line}`);
    },
  });
  cleanups.push(() => dev.stop());

  const { client, heard } = await connect(dev.mcpUrl);
  cleanups.push(() => client.close());
  const { tools } = await client.listTools();
  step(`An MCP client connects to ${dev.mcpUrl} (protocol ${client.getNegotiatedProtocolVersion?.() ?? 'negotiated'})`);
  for (const tool of tools) detail(`${tool.name}: ${tool.title ?? ''}`);

  await useSkills(client, api);
  const hotReloadMs = await editAndReload(client, heard);
  const live = await readLive(dev.mcpUrl);
  const summary = {
    result: live.generation > 1 ? 'applied' : 'unchanged',
    bundleSha256: live.sha256,
    generation: live.generation,
    mcpUrl: dev.mcpUrl,
    tools: tools.map(({ name }) => name),
    hotReloadMs,
  };
  return { summary, dev };
}

/**
 * The Worker's log has a line a request; the tour shows what the tool says.
 * @param {string} line
 */
function isLogLine(line) {
  return line.startsWith('{"level":"info"') || /^[A-Z]+ \/\S* \d{3} in \d+ ms$/.test(line);
}

/** @param {string} mcpUrl */
async function connect(mcpUrl) {
  const heard = new EventEmitter();
  const onChanged = { autoRefresh: false, debounceMs: 0, onChanged: () => heard.emit('resources') };
  const client = new Client(
    { name: 'acme-demo', version: '1.0.0' },
    { versionNegotiation: { mode: 'auto' }, listChanged: { resources: onChanged } },
  );
  await client.connect(new StreamableHTTPClientTransport(new URL(mcpUrl)));
  return { client, heard };
}

/**
 * @param {Client} client
 * @param {{ calls: string[] }} api
 */
async function useSkills(client, api) {
  step('It searches: "customer wants money back for a broken mug"');
  const found = await call(client, 'codecall_searchSkills', {
    queries: ['customer wants money back for a broken mug'],
  });
  for (const skill of found.skills)
    detail(
      `${skill.relevanceScore.toFixed(2)} ${skill.name}: ${skill.operations.map(({ operationId }) => operationId).join(', ')}`,
    );
  expect(found.skills[0]?.name === 'refund-order', 'the refund skill is found first');

  step('It reads the skill and the operations the skill may call');
  const described = await call(client, 'codecall_describe', {
    skillNames: ['refund-order'],
    toolNames: ['acme.issueRefund'],
  });
  for (const tool of described.tools)
    detail(`${tool.name}: ${(tool.signature ?? tool.description ?? '').split('\n')[0]}`);

  step('It calls one operation: reading order 1042');
  const order = await call(client, 'codecall_invoke', { tool: 'acme.getOrder', input: { orderId: '1042' } });
  detail(`order ${order.data.id}: ${order.data.total} ${order.data.currency}, ${order.data.status}`);

  step('It writes a script that reads the order and refunds one mug of it, and runs it in the Worker');
  for (const line of REFUND_SCRIPT.split('\n')) detail(`  ${line}`);
  const { result, usage } = await call(client, 'codecall_execute', {
    script: REFUND_SCRIPT,
    skills: ['refund-order'],
    context: { orderId: '1042', sku: 'MUG-RED' },
  });
  expect(result.refunded === 12.5, 'the script refunds the price of one mug');
  detail(
    `refund ${result.id}: ${result.refunded} ${result.currency}, ${result.left} left of the order; ${usage.calls} calls in ${usage.durationMs} ms`,
  );
  detail(`the API saw: ${api.calls.join(', ')}`);

  step('It tries what no skill mentions: deleting the customer');
  const refused = await client.callTool({
    name: 'codecall_invoke',
    arguments: { tool: 'acme.deleteCustomer', input: { customerId: 'c7' } },
  });
  detail(textOf(refused).split('\n')[0] ?? '');
  expect(
    refused.isError === true && !api.calls.some((each) => each.startsWith('DELETE')),
    'an operation that no skill mentions is refused',
  );
}

/**
 * @param {Client} client
 * @param {EventEmitter} heard
 */
async function editAndReload(client, heard) {
  step('Somebody edits a skill: vouchers come into the refund skill, saved to disk');
  const file = join(directory, 'skills/refund-order/SKILL.md');
  const text = await readFile(file, 'utf8');
  const notified = once(heard, 'resources', { signal: AbortSignal.timeout(RELOAD_BOUND_MS) });
  const started = performance.now();
  await writeFile(file, text.replace('asks for a refund.', 'asks for a refund or a goodwill voucher.'));
  await notified.catch(() => {
    throw new Error(`The client did not hear of the change within ${RELOAD_BOUND_MS / 1000} s.`);
  });
  detail('checked, signed, pushed: the client hears notifications/resources/list_changed');
  const found = await call(client, 'codecall_searchSkills', { queries: ['goodwill voucher'] });
  const milliseconds = Math.round(performance.now() - started);
  expect(
    found.skills.some(({ description }) => description.includes('goodwill voucher')),
    'the next search sees the change',
  );
  detail(`its next search sees it, ${milliseconds} ms after the save`);
  return milliseconds;
}

/** @param {string} mcpUrl */
async function readLive(mcpUrl) {
  const read = await (await fetch(new URL('/readyz', mcpUrl))).json();
  const answer = /** @type {{ bundleSha256: string, generation: number }} */ (read);
  return { sha256: answer.bundleSha256, generation: answer.generation };
}

/** @param {Outcome} outcome */
async function serveOn({ summary, dev }) {
  step(`Serving ${summary.mcpUrl} - connect any MCP client, edit ${directory}/skills, stop with Ctrl+C`);
  await dev.exited;
}

/**
 * @param {Client} client
 * @param {string} name
 * @param {Record<string, unknown>} args
 */
async function call(client, name, args) {
  const result = await client.callTool({ name, arguments: args });
  if (result.isError) throw new Error(`${name} answered: ${textOf(result)}`);
  return /** @type {Answer} */ (/** @type {unknown} */ (result.structuredContent));
}

/**
 * @param {boolean} condition
 * @param {string} what
 */
function expect(condition, what) {
  if (!condition) throw new Error(`It should hold that ${what}.`);
}

/**
 * Returns the text that a tool answers with.
 * @param {import('@modelcontextprotocol/client').CallToolResult} result
 */
function textOf({ content: [first] }) {
  return first?.type === 'text' ? first.text : '';
}
