import { ATTACKS } from '../attacks/all.js';
import { HONEST } from '../honest/all.js';
import { hardSigns } from '../signs.js';
import type { Corpus } from '../start-corpus.js';
import { makeScript, piecesOf } from './mutate.js';
import { createRandom } from './random.js';
import { smallest } from './smallest.js';

/** A script that should not have been able to do what it did. */
export interface Finding {
  script: string;
  signs: string[];
}

/** What a fuzzer did. */
export interface FuzzReport {
  runs: number;
  /** Status → how often. */
  statuses: Record<string, number>;
  findings: Finding[];
  slowest: { milliseconds: number; script: string };
}

/** Every so many runs, an honest script must work. */
const HONEST_EVERY = 25;
const MAX_FINDINGS = 5;

/**
 * Runs scripts that are made of both corpora until the time is over. Only signs count that no script can make by
 * itself: secrets, requests, the host's words, a Worker that does not answer.
 */
export async function fuzz(corpus: Corpus, options: { seconds: number; seed: number }): Promise<FuzzReport> {
  const random = createRandom(options.seed);
  const pieces = piecesOf([...HONEST, ...ATTACKS.flatMap(({ cases }) => cases)].map(({ script }) => script));
  const report: FuzzReport = { runs: 0, statuses: {}, findings: [], slowest: { milliseconds: 0, script: '' } };
  const end = performance.now() + options.seconds * 1000;
  while (performance.now() < end && report.findings.length < MAX_FINDINGS) {
    const script = makeScript(pieces, random);
    const signs = await attempt(corpus, script, report);
    if (signs.length > 0)
      report.findings.push({
        script: await smallest(script, async (each) => (await attempt(corpus, each, report)).length > 0),
        signs,
      });
    if (signs.some((sign) => sign.startsWith('no answer'))) break;
  }
  return report;
}

async function attempt(corpus: Corpus, script: string, report: FuzzReport): Promise<string[]> {
  const answer = await corpus.execute(script, { context: { a: 1 } });
  report.runs += 1;
  report.statuses[answer.status] = (report.statuses[answer.status] ?? 0) + 1;
  if (answer.milliseconds > report.slowest.milliseconds) report.slowest = { milliseconds: answer.milliseconds, script };
  const signs = hardSigns(answer, corpus, script);
  return report.runs % HONEST_EVERY === 0 ? [...signs, ...(await honestSigns(corpus))] : signs;
}

async function honestSigns(corpus: Corpus): Promise<string[]> {
  const { result, text } = await corpus.execute(
    `const { orders } = await shop.listOrders({ limit: 3 }); return orders.map((o) => o.id).join();`,
  );
  return result === 'A-1001,A-1002,A-1003' ? [] : [`an honest script fails: ${text.slice(0, 300)}`];
}
