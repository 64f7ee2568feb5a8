import { fuzz } from './fuzz/run-fuzz.js';
import { signsInLog } from './signs.js';
import { startCorpus } from './start-corpus.js';

// Longer by hand: node scripts/fuzz-agentscript.mjs --seconds 600 --seed 7
const seconds = Number(process.env.FUZZ_SECONDS ?? 10);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_121);

test(
  `finds no way out in ${seconds} seconds with seed ${seed}`,
  async () => {
    const corpus = await startCorpus({ clock: 'quick' });
    const report = await fuzz(corpus, { seconds, seed });
    const inLog = signsInLog(corpus);
    await corpus.stop();
    if (process.env.FUZZ_SECONDS !== undefined) console.log(JSON.stringify(report, null, 2));
    expect(report.findings).toEqual([]);
    expect(inLog).toEqual([]);
    // A fuzzer whose scripts never get anywhere finds nothing.
    expect(report.statuses.ok ?? 0).toBeGreaterThan(0);
  },
  (seconds + 120) * 1000,
);
