import type { Engine, Guest, GuestListener, GuestMessage, Halt } from './engine/engine.js';
import { guestSetup, type GuestStart } from './guest-setup.js';
import { applyEdits, type Edit } from './preflight/guard-bigint.js';
import { openCalls, type CallOperation } from './run-calls.js';
import { readEnd, type Ended } from './script-end.js';
import { endedBy, type Ending } from './script-errors.js';
import { openScriptOutput, RETURNED_NOTHING, unawaitedNote, type NotificationListener } from './script-output.js';
import type { CallOutcome, ScriptOutcome } from './script-types.js';

/** A script to run; the preflight has passed it. */
export interface ScriptRun extends GuestStart {
  script: string;
  /** What the preflight puts into its text. */
  edits: readonly Edit[];
}

/** What a run needs of the world: one function to call, and little else. */
export interface ScriptPorts {
  engine: Engine;
  call: CallOperation;
  notify?: NotificationListener;
  /** The client's: its abort ends the run. */
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now(): number;
  /** Four random numbers of 32 bits, the seed of Math.random. */
  seed(): number[];
}

/** Runs a script in an engine of its own, and answers how it ended. Never throws for what a script does. */
export async function runScript(run: ScriptRun, ports: ScriptPorts): Promise<ScriptOutcome> {
  return new Run(run, ports).run();
}

/** One run. Whatever ends it first is how it ended; nothing that comes later counts. */
class Run {
  private readonly calls;
  private readonly output;
  private readonly started: number;
  private guest: Guest | undefined;
  private ended: Ended | undefined;
  private finish: () => void = () => undefined;

  constructor(
    private readonly options: ScriptRun,
    private readonly ports: ScriptPorts,
  ) {
    const { call, notify, now } = ports;
    this.started = now();
    this.output = openScriptOutput(options.limits, notify);
    this.calls = openCalls(options.limits, call, {
      deliver: (id, outcome, text) => this.deliver(id, outcome, text),
      endBy: (ending) => this.endBy(ending),
    });
  }

  async run(): Promise<ScriptOutcome> {
    const { limits, script, edits } = this.options;
    const { engine, now } = this.ports;
    const listener: GuestListener = (kind, a, b, c) => this.receive(kind, a, b, c);
    const opened = await engine.open(applyEdits(script, edits), { limits, now, listener });
    if (!opened.ok) {
      const error = {
        code: 'PREFLIGHT_SYNTAX' as const,
        message: `${opened.message}.`,
        hint: 'The engine does not know this syntax: write it in a plainer way.',
      };
      return this.outcome({ status: 'syntax_error', error });
    }
    await this.untilEnded((this.guest = opened.guest));
    const outcome = this.outcome(this.ended as Ended);
    opened.guest.dispose();
    return outcome;
  }

  private async untilEnded(guest: Guest): Promise<void> {
    const { limits } = this.options;
    const { now, signal } = this.ports;
    const done = new Promise<void>((resolve) => (this.finish = resolve));
    const timer = setTimeout(() => this.endBy('wall'), Math.max(0, limits.wallMs - (now() - this.started)));
    const cancel = (): void => this.endBy('cancelled');
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    else this.step(guest.start(guestSetup(this.options, this.ports.seed())));
    await done;
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }

  /** After every stretch of guest code: was it stopped, or does it wait for something that cannot come? */
  private step(halt: Halt | undefined): void {
    if (halt) this.endBy(halt);
    else if (!this.ended && this.calls.open() === 0) this.endBy('stalled');
  }

  private endBy(ending: Ending): void {
    this.end(endedBy(ending, this.options.limits));
  }

  private end(ended: Ended): void {
    if (this.ended) return;
    this.ended = ended;
    this.guest?.stop();
    this.calls.close();
    if (this.calls.open() > 0 && ended.status === 'ok') this.output.notes.push(unawaitedNote(this.calls));
    this.finish();
  }

  private outcome(ended: Ended): ScriptOutcome {
    const { ticks = 0, memoryBytes = 0 } = this.guest?.usage() ?? {};
    const { logs, notes } = this.output;
    const usage = { calls: this.calls.made(), ticks, memoryBytes, durationMs: this.ports.now() - this.started };
    return { ...ended, logs, notes, usage };
  }

  /** What the guest says. `true` ends it: the guest then waits in a loop that the engine interrupts. */
  private receive(kind: GuestMessage, a: string, b: string, c: string): boolean {
    if (this.ended) return true;
    const ending = this.take(kind, a, b, c);
    if (typeof ending === 'string') this.endBy(ending);
    else if (ending) this.end(ending);
    // The last word of a script is no reason to interrupt it: it has nothing left to say.
    return this.ended !== undefined && kind !== 'end';
  }

  /** Returns how the run is over, when it is by this. */
  private take(kind: GuestMessage, a: string, b: string, c: string): Ended | Ending | undefined {
    switch (kind) {
      case 'call':
        return this.calls.take(Number(a), b, c);
      case 'log':
        this.output.log(a, b);
        return undefined;
      case 'notify':
        this.output.notify(a, b);
        return undefined;
      case 'limit':
        return isLimit(a) ? a : 'fault';
      case 'end':
        if (a === 'ok' && b === '') this.output.notes.push(RETURNED_NOTHING);
        return readEnd(a, b, this.options, this.calls);
      default:
        return 'fault';
    }
  }

  private deliver(id: number, outcome: CallOutcome, text: string): void {
    if (outcome.ok && outcome.note !== undefined) this.output.notes.push(outcome.note);
    this.step(this.guest?.deliver(id, outcome.ok, text));
  }
}

const LIMITS: ReadonlySet<string> = new Set(['memory', 'arguments', 'output']);

function isLimit(name: string): name is 'memory' | 'arguments' | 'output' {
  return LIMITS.has(name);
}
