import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';

/**
 * What a page tells, with the parts that are looked at.
 * @typedef {{ method: string, params: { entry?: { url?: string }, request?: { url: string } } }} BrowserEvent
 */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

/** Path of a Chromium on this machine: `CHROME_BIN`, or the first usual name on the `PATH`. `undefined` when there is none. */
export async function findBrowser() {
  if (process.env.CHROME_BIN) return process.env.CHROME_BIN;
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const path of folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return undefined;
}

/**
 * Starts a browser with one empty page, and speaks the DevTools protocol with it. Rejects when the browser ends at once.
 * @param {string} path
 */
export async function openBrowser(path) {
  const profile = await mkdtemp(join(tmpdir(), 'frontmcp-browser-'));
  const browser = spawn(path, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(browser, 'exit');
  const close = async () => {
    browser.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const early = ended.then(() => Promise.reject(new Error(`${path} ended at once`)));
    const address = await Promise.race([devToolsAddress(browser.stderr), early]);
    const listed = await (await fetch(new URL('/json/list', address.replace(/^ws/, 'http')))).json();
    const pages = /** @type {{ type: string, webSocketDebuggerUrl: string }[]} */ (listed);
    const page = pages.find(({ type }) => type === 'page');
    if (!page) throw new Error(`${path} opened no page`);
    return { ...(await connect(page.webSocketDebuggerUrl)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {import('node:stream').Readable} stderr */
async function devToolsAddress(stderr) {
  for await (const line of createInterface({ input: stderr })) {
    const [, address] = /DevTools listening on (\S+)/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('the browser gave no address for DevTools');
}

/** @param {string} address */
async function connect(address) {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  /** @type {Map<number, (answer: unknown) => void>} */
  const answers = new Map();
  /** @type {BrowserEvent[]} */
  const events = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  socket.addEventListener('message', ({ data }) => {
    const { id, method, params, result, error } = JSON.parse(data);
    if (id !== undefined) return answers.get(id)?.(error ? Promise.reject(new Error(error.message)) : result);
    events.push({ method, params });
    for (const each of waiting.splice(0)) each();
  });
  let last = 0;
  return {
    /** Everything that the page has told so far. */
    events,
    /**
     * Sends a command; resolves with its result.
     * @param {string} method
     * @param {object} [params]
     * @returns {Promise<unknown>}
     */
    send(method, params = {}) {
      last += 1;
      const id = last;
      return new Promise((resolve) => {
        answers.set(id, resolve);
        socket.send(JSON.stringify({ id, method, params }));
      });
    },
    /**
     * Resolves when an event of that name comes that was not there before.
     * @param {string} method
     */
    async next(method, seen = events.length) {
      while (!events.slice(seen).some((event) => event.method === method))
        await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    },
  };
}
