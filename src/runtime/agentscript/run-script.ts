import { nestingDepth, type JsonValue } from '../../contract/encoding/json.js';
import type { Engine, Guest, GuestMessage, Halt } from './engine/engine.js';
import { createCallQueue } from './call-queue.js';
import type { ScriptLimits } from './limits.js';
import { applyEdits, type Edit } from './preflight/guard-bigint.js';
import { namespacesOf } from './scope.js';
import { endedBy, positionIn, thrownBy, type Ending, type Failure, type ThrownFacts } from './script-errors.js';
import type { CallOutcome, LogLine, ScriptOutcome, ScriptScope, ToolErrorFacts } from './types.js';

/** A script to run; the preflight has passed it. */
export interface ScriptRun {
  script: string;
  /** What the preflight puts into its text. */
  edits: readonly Edit[];
  scope: ScriptScope;
  /** What the script finds as `codecallContext`. */
  context: JsonValue;
  limits: ScriptLimits;
}

/** What a run needs of the world: one function to call, and little else. */
export interface ScriptPorts {
  engine: Engine;
  /** Calls an operation by its exact name. Must not reject. `signal` ends calls that the run no longer waits for. */
  call(name: string, input: JsonValue, signal: AbortSignal): Promise<CallOutcome>;
  /** Hears of a script's own notifications. */
  notify?(event: string, payload: JsonValue): void;
  /** The client's: its abort ends the run. */
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  now(): number;
  /** Four random numbers of 32 bits, the seed of Math.random. */
  seed(): number[];
}

/** Deepest nesting of arguments and results. */
const MAX_DEPTH = 100;
/** Longest name of an operation that is kept, in characters: no operation has a longer one, and a script may ask a hundred times. */
const MAX_NAME = 512;

/** Runs a script in an engine of its own, and answers how it ended. Never throws for what a script does. */
export async function runScript(run: ScriptRun, ports: ScriptPorts): Promise<ScriptOutcome> {
  const session = new Session(run, ports);
  return session.run();
}

type Ended = { status: 'ok'; resultText: string } | Failure;

/** One run. Whatever ends it first is how it ended; nothing that comes later counts. */
class Session {
  private readonly logs: LogLine[] = [];
  private readonly notes: string[] = [];
  private readonly queue;
  private readonly calling = new AbortController();
  private readonly inputs = new Map<number, { name: string; input: JsonValue; answered?: boolean; error?: ToolErrorFacts }>();
  private readonly started: number;
  private guest: Guest | undefined;
  private ended: Ended | undefined;
  private calls = 0;
  private unanswered = 0;
  private answerChars = 0;
  private logChars = 0;
  private notifications = 0;
  private finish: () => void = () => undefined;

  constructor(
    private readonly options: ScriptRun,
    private readonly ports: ScriptPorts,
  ) {
    this.queue = createCallQueue(options.limits.concurrency);
    this.started = ports.now();
  }

  async run(): Promise<ScriptOutcome> {
    const { limits, script, edits } = this.options;
    const { engine, now, signal } = this.ports;
    const opened = await engine.open(applyEdits(script, edits), { limits, now, listener: (kind, a, b, c) => this.hear(kind, a, b, c) });
    if (!opened.ok) {
      const error = { code: 'PREFLIGHT_SYNTAX' as const, message: `${opened.message}.`, hint: 'The engine does not know this syntax: write it in a plainer way.' };
      return this.outcome({ status: 'syntax_error', error });
    }
    this.guest = opened.guest;
    const done = new Promise<void>((resolve) => (this.finish = resolve));
    const timer = setTimeout(() => this.endBy('wall'), Math.max(0, limits.wallMs - (now() - this.started)));
    const cancel = (): void => this.endBy('cancelled');
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    else this.step(opened.guest.start(this.setup()));
    await done;
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
    return this.close(opened.guest);
  }

  private setup(): string {
    const { limits, scope, context } = this.options;
    const namespaces: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
    for (const [name, operations] of namespacesOf(scope)) namespaces[name] = [...operations];
    const { argumentChars, resultHardChars, logLineChars } = limits;
    const tools = [...scope.tools.values()];
    return JSON.stringify({ limits: { argumentChars, resultHardChars, logLineChars }, seed: this.ports.seed(), scope: { namespaces, tools, context } });
  }

  /** After every stretch of guest code: was it stopped, or does it wait for something that cannot come? */
  private step(halt: Halt | undefined): void {
    if (halt) this.endBy(halt);
    else if (!this.ended && this.unanswered === 0) this.endBy('stalled');
  }

  private endBy(ending: Ending): void {
    this.end(endedBy(ending, this.options.limits));
  }

  private end(ended: Ended): void {
    if (this.ended) return;
    this.ended = ended;
    this.guest?.stop();
    const left = this.unanswered;
    this.queue.close();
    this.calling.abort();
    if (left > 0 && ended.status === 'ok') this.notes.push(`${left} call${left === 1 ? ' was' : 's were'} still under way when the script ended, and ${left === 1 ? 'was' : 'were'} cancelled: await every call, as in await ${this.waiting()}({ … }).`);
    this.finish();
  }

  private close(guest: Guest): ScriptOutcome {
    const outcome = this.outcome(this.ended as Ended);
    guest.dispose();
    return outcome;
  }

  private outcome(ended: Ended): ScriptOutcome {
    const { ticks = 0, memoryBytes = 0 } = this.guest?.usage() ?? {};
    const usage = { calls: this.calls, ticks, memoryBytes, durationMs: this.ports.now() - this.started };
    return { ...ended, logs: this.logs, notes: this.notes, usage };
  }

  /** What the guest says. `true` ends it: the guest then waits in a loop that the engine interrupts. */
  private hear(kind: GuestMessage, a: string, b: string, c: string): boolean {
    if (this.ended) return true;
    switch (kind) {
      case 'call':
        this.request(Number(a), b.length > MAX_NAME ? `${b.slice(0, MAX_NAME)}…` : b, c);
        break;
      case 'log':
        this.log(a, b);
        break;
      case 'notify':
        this.notify(a, b);
        break;
      case 'limit':
        this.endBy(isLimit(a) ? a : 'fault');
        break;
      case 'end':
        this.settle(a, b);
        break;
      default:
        this.endBy('fault');
    }
    // The last word of a script is no reason to interrupt it: it has nothing left to say.
    return this.ended !== undefined && kind !== 'end';
  }

  private request(id: number, name: string, argumentText: string): void {
    const { limits } = this.options;
    this.calls += 1;
    if (this.calls > limits.calls) return this.endBy('calls');
    if (argumentText.length > limits.argumentChars) return this.endBy('arguments');
    const input = readJson(argumentText);
    this.unanswered += 1;
    this.inputs.set(id, { name, input: input ?? null });
    this.queue.add(async () => {
      // Not within the engine's stack, nor on its time.
      await Promise.resolve();
      this.answer(id, input === undefined ? TOO_DEEP : await this.ports.call(name, input, this.calling.signal));
    });
  }

  private answer(id: number, outcome: CallOutcome): void {
    // A completion that comes late is dropped: the engine may be gone.
    if (this.ended || !this.guest) return;
    this.unanswered -= 1;
    const text = JSON.stringify(outcome.ok ? outcome.data : outcome.error);
    this.answerChars += text.length;
    if (this.answerChars > this.options.limits.answerChars) return this.endBy('answers');
    if (outcome.ok && outcome.note !== undefined) this.notes.push(outcome.note);
    const call = this.inputs.get(id);
    if (call) call.answered = true;
    if (call && !outcome.ok) call.error = outcome.error;
    this.step(this.guest.deliver(id, outcome.ok, text));
  }

  private log(level: string, message: string): void {
    const { limits } = this.options;
    this.logChars += message.length;
    const isFull = this.logs.length >= limits.logLines || this.logChars > limits.logChars;
    if (!isFull) this.logs.push({ level, message: message.slice(0, limits.logLineChars) });
    else if (!this.notes.includes(LOG_FULL)) this.notes.push(LOG_FULL);
  }

  private notify(event: string, payloadText: string): void {
    this.notifications += 1;
    const { limits } = this.options;
    const payload = payloadText.length > limits.logLineChars ? undefined : readJson(payloadText);
    if (this.notifications > limits.notifications || payload === undefined) return;
    this.ports.notify?.(event, payload);
  }

  private settle(how: string, text: string): void {
    if (how === 'ok') return this.succeed(text);
    if (how === 'unserializable') return this.end(notJson(text));
    const facts = readJson(text) as (ThrownFacts & { call: number }) | undefined;
    if (!facts) return this.endBy('fault');
    if (facts.name === 'InternalError' && facts.message === 'out of memory') return this.endBy('memory');
    if (/^(?:RangeError|InternalError)$/.test(facts.name) && /call stack|stack overflow/.test(facts.message)) return this.endBy('stack');
    const call = this.inputs.get(facts.call);
    this.end(call?.error ? this.toolFailure(call.name, call.input, call.error, facts.stack) : thrownBy(this.options, facts, this.waiting()));
  }

  /** A call that the script did not wait for, when there is one. */
  private waiting(): string | undefined {
    return this.unanswered === 0 ? undefined : [...this.inputs.values()].find(({ answered }) => !answered)?.name;
  }

  private succeed(text: string): void {
    if (text.length > this.options.limits.resultHardChars) return this.endBy('output');
    if (nestingDepth(text) > MAX_DEPTH) return this.end(notJson(`it is nested more than ${MAX_DEPTH} levels deep`));
    if (text === '') this.notes.push('The script returned nothing: end it with return <value>; and when a function holds the work, with return main();');
    this.end({ status: 'ok', resultText: text === '' ? 'null' : text });
  }

  private toolFailure(toolName: string, toolInput: JsonValue, toolError: ToolErrorFacts, stack: string): Failure {
    const error = { code: 'TOOL_ERROR' as const, message: toolError.message, hint: hintForCall(toolName, toolError), source: 'tool' as const, toolName, toolInput, toolError, ...positionIn(stack, this.options) };
    return { status: 'tool_error', error };
  }
}

function hintForCall(name: string, { code, retryable }: ToolErrorFacts): string {
  if (retryable) return 'The same call may succeed later.';
  if (code === 'VALIDATION') return `Correct the arguments: codecall_describe({ toolNames: ["${name}"] }) shows them.`;
  if (code === 'NOT_FOUND') return 'Find the skill that mentions it with codecall_searchSkills, and name it under "skills".';
  return 'Catch it with try … catch, or use callTool(name, input, { throwOnError: false }), when the script can go on without it.';
}

/** The guest's text is always JSON: what cannot be read of it is nested too deep. */
const TOO_DEEP: CallOutcome = {
  ok: false,
  error: { code: 'VALIDATION', reason: 'invalid_arguments', message: `The arguments are nested more than ${MAX_DEPTH} levels deep.`, status: 0, retryable: false },
};

const LOG_FULL = 'The log is full: later lines are left out.';

const LIMITS: ReadonlySet<string> = new Set(['memory', 'arguments', 'output']);

function isLimit(name: string): name is 'memory' | 'arguments' | 'output' {
  return LIMITS.has(name);
}

function notJson(why: string): Failure {
  const error = { code: 'RESULT_NOT_JSON' as const, message: `The result cannot be written as JSON: ${why.slice(0, 300)}`, hint: 'Return plain objects, lists, text and numbers: Object.fromEntries(map), [...set], String(bigint).', source: 'script' as const };
  return { status: 'runtime_error', error };
}

function readJson(text: string): JsonValue | undefined {
  try {
    return nestingDepth(text) > MAX_DEPTH ? undefined : (JSON.parse(text) as JsonValue);
  } catch {
    return undefined;
  }
}
