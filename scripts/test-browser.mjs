// Looks at the status page in a real browser, on a phone and in the dark. Run: npm run test:browser [-- --keep <folder for screenshots>]
// Without Chromium on the machine (CHROME_BIN, or on the PATH) it says so and ends with 0.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser, openBrowser } from './browser/open-browser.mjs';
import { startConformanceWorker } from './conformance/start-worker.mjs';

const SCREENS = [
  { name: 'phone', width: 360, height: 740, mobile: true },
  { name: 'desk', width: 1280, height: 800, mobile: false },
];
/** @typedef {typeof SCREENS[number]} Screen */
/** @typedef {{ color: string, backgroundColor: string }} Colours */
/** @typedef {Colours & { scrollWidth: number, fontSize: string, scripts: number, title: string }} Look */

/** What a page looks like to whoever reads it. */
const LOOK = `(() => {
  const { scrollWidth } = document.documentElement;
  const { backgroundColor, color, fontSize } = getComputedStyle(document.body);
  return { scrollWidth, backgroundColor, color, fontSize, scripts: document.scripts.length, title: document.title };
})()`;

const { values: flags } = parseArgs({ options: { keep: { type: 'string' } } });
const path = await findBrowser();
if (!path) {
  console.log('No Chromium on this machine: nothing was looked at. Set CHROME_BIN, or install one.');
  process.exit(0);
}
const worker = await startConformanceWorker(fileURLToPath(new URL('..', import.meta.url)));
const browser = await openBrowser(path);
try {
  for (const domain of ['Page', 'Log', 'Network', 'Runtime']) await browser.send(`${domain}.enable`);
  for (const screen of SCREENS) {
    const [light, dark] = [await look(screen, 'light'), await look(screen, 'dark')];
    assert.notEqual(light.backgroundColor, dark.backgroundColor, 'dark mode changes the paper');
    assert.ok(contrast(light) >= 7 && contrast(dark) >= 7, 'text stands out from the paper (WCAG 2.2, 1.4.6)');
    console.log(`ok  ${screen.name}: ${screen.width} px wide, light and dark`);
  }
  const complaints = browser.events
    .filter(({ method }) => method === 'Log.entryAdded')
    .flatMap(({ params }) => params.entry ?? []);
  // Browsers ask for an icon on their own; there is none.
  assert.deepEqual(
    complaints.filter(({ url = '' }) => !url.endsWith('/favicon.ico')),
    [],
    'the browser has nothing to complain about',
  );
  const asked = browser.events
    .filter(({ method }) => method === 'Network.requestWillBeSent')
    .flatMap(({ params }) => (params.request ? [new URL(params.request.url).pathname] : []));
  assert.deepEqual(
    [...new Set(asked)].filter((address) => address !== '/favicon.ico'),
    ['/'],
    'the page loads nothing but itself',
  );
  console.log('ok  no complaint of the browser, nothing loaded but the page');
} finally {
  await browser.close();
  await worker.close();
}

/**
 * @param {Screen} screen
 * @param {'light' | 'dark'} scheme
 */
async function look({ name, width, height, mobile }, scheme) {
  await browser.send('Emulation.setDeviceMetricsOverride', { width, height, mobile, deviceScaleFactor: 1 });
  await browser.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
  const loaded = browser.next('Page.loadEventFired');
  await browser.send('Page.navigate', { url: new URL('/', worker.url).href });
  await loaded;
  const answer = await browser.send('Runtime.evaluate', { expression: LOOK, returnByValue: true });
  const seen = /** @type {{ result: { value: Look } }} */ (answer).result.value;
  assert.ok(
    seen.scrollWidth <= width,
    `nothing sticks out at ${width} px, but the page is ${seen.scrollWidth} px wide`,
  );
  assert.ok(parseFloat(seen.fontSize) >= 16, 'text is large enough for a phone');
  assert.equal(seen.scripts, 0);
  assert.equal(seen.title, 'conformance');
  if (flags.keep) await keepScreenshot(flags.keep, `${name}-${scheme}.png`);
  return seen;
}

/**
 * @param {string} folder
 * @param {string} name
 */
async function keepScreenshot(folder, name) {
  const answer = await browser.send('Page.captureScreenshot', { captureBeyondViewport: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), Buffer.from(/** @type {{ data: string }} */ (answer).data, 'base64'));
}

/**
 * Contrast of text and paper (WCAG 2.2, "contrast ratio").
 * @param {Colours} colours
 */
function contrast({ color, backgroundColor }) {
  const [text, paper] = [luminance(color), luminance(backgroundColor)];
  return (Math.max(text, paper) + 0.05) / (Math.min(text, paper) + 0.05);
}

/** @param {string} color */
function luminance(color) {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
