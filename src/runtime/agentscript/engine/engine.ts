import type { ScriptLimits } from '../script-limits.js';

/** Why an engine stopped a run. */
export type Halt = 'cpu' | 'memory' | 'stack' | 'fault';

/** What a guest says, as text; what it says of its own costs stays within the engine. */
export type GuestMessage = 'call' | 'log' | 'notify' | 'limit' | 'end';

/** Receives what a guest says; answers `true` when the run is over and the guest must stop. */
export type GuestListener = (kind: GuestMessage, a: string, b: string, c: string) => boolean;

/** What a guest has used. */
export interface GuestUsage {
  ticks: number;
  memoryBytes: number;
}

/** One script in its own engine. Every method runs guest code until nothing is left to do at once; none throws. */
export interface Guest {
  /** Starts the script. `setup` is JSON text: limits, seed and scope. */
  start(setup: string): Halt | undefined;
  /** Gives the answer of a call; `text` is JSON. */
  deliver(call: number, ok: boolean, text: string): Halt | undefined;
  /** Makes every further operation of the guest stop at its next tick. */
  stop(): void;
  usage(): GuestUsage;
  dispose(): void;
}

/** What an engine needs to open a script. */
export interface GuestOptions {
  limits: Pick<ScriptLimits, 'ticks' | 'cpuMs' | 'memoryBytes' | 'stackBytes'>;
  listener: GuestListener;
  /** Milliseconds since 1970. It may stand still while code runs, as in production Workers. */
  now(): number;
}

/** Runs scripts, each in an instance of its own. The one seam at which engines can be exchanged. */
export interface Engine {
  readonly name: string;
  /** Compiles a script: the body of an async function. The engine's own refusal is a text. */
  open(script: string, options: GuestOptions): Promise<{ ok: true; guest: Guest } | { ok: false; message: string }>;
}
