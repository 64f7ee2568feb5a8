/** Budgets of one run. Bytes of text are UTF-16 code units times one: what the engine's own strings count. */
export interface ScriptLimits {
  /** Wall time, in milliseconds. */
  wallMs: number;
  /** CPU time by a clock, in milliseconds. It helps only where the clock moves during CPU work; ticks bound it elsewhere. */
  cpuMs: number;
  /** Interrupt ticks: the engine asks about every 10,000 operations. */
  ticks: number;
  /** Memory of the guest, in bytes. */
  memoryBytes: number;
  /** Native stack of the engine, in bytes. */
  stackBytes: number;
  calls: number;
  /** Calls in flight; the rest waits. */
  concurrency: number;
  /** JSON text of one call's arguments, in characters. */
  argumentChars: number;
  /** JSON text of all answers together, in characters. */
  answerChars: number;
  /** JSON text of the result that is passed on, in characters. */
  resultChars: number;
  /** JSON text of the result beyond which the run fails instead of being cut, in characters. */
  resultHardChars: number;
  logLines: number;
  logChars: number;
  logLineChars: number;
  notifications: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** The defaults; the manifest's `execution` sets some of them. */
export const DEFAULT_LIMITS: ScriptLimits = {
  wallMs: 30_000,
  cpuMs: 1_000,
  ticks: 1_000,
  memoryBytes: 16 * MIB,
  stackBytes: 256 * KIB,
  calls: 100,
  concurrency: 6,
  argumentChars: 64 * KIB,
  answerChars: 4 * MIB,
  resultChars: 256 * KIB,
  resultHardChars: MIB,
  logLines: 200,
  logChars: 64 * KIB,
  logLineChars: 2 * KIB,
  notifications: 50,
};

/** Longest script, in bytes of UTF-8. */
export const MAX_SOURCE_BYTES = 32 * KIB;
/** Longest script that is looked at all, in characters: what the tool's input schema lets through. */
export const MAX_SOURCE_CHARS = 64 * KIB;
/** Most nodes of a script's syntax tree, and its deepest nesting. */
export const MAX_NODES = 20_000;
export const MAX_DEPTH = 200;
