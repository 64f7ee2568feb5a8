import type { Reporter } from '../commands/ports.js';
import { stageCounts } from '../report/build.js';
import { durationText } from '../report/counts.js';
import { plainLines } from '../report/plain-text.js';
import type { Core } from './action-ports.js';
import { inert } from './inert.js';

type Stage = Parameters<Reporter['stage']>[0];

const TITLES: Record<Stage, string> = {
  manifest: 'Manifest',
  skills: 'Skills',
  operations: 'Operations',
  bundle: 'Bundle',
  plan: 'Plan',
  sign: 'Sign',
  push: 'Push',
};

/** A log with one group a stage, each closed with the time it took. */
export interface StageLog {
  reporter: Reporter;
  /** Closes the group that is open. */
  finish(): void;
}

/** Makes a stage log. */
export function createStageLog(core: Core, now: () => number): StageLog {
  let startedAt: number | undefined;
  const finish = () => {
    if (startedAt === undefined) return;
    core.info(`done in ${durationText(now() - startedAt)}`);
    core.endGroup();
    startedAt = undefined;
  };
  return {
    finish,
    reporter: {
      stage(stage) {
        finish();
        core.startGroup(TITLES[stage]);
        startedAt = now();
      },
      stageEnd(stage, soFar) {
        const counts = stageCounts(stage, soFar);
        if (counts !== undefined) core.info(inert(plainLines(counts)));
      },
      info: (text) => core.info(inert(plainLines(text))),
      mask: (secret) => maskText(core, secret),
    },
  };
}

/** Masks a text unless it is too short to be looked for. */
function maskText(core: Core, secret: string): void {
  if (secret.trim().length >= 4) core.setSecret(secret);
}
