/** The emitted Worker as `worker.js`, with alarms that are set and kept by the clock of `clock.js`, and counted. */
export function mainSource(classes: string[]): string {
  const wrapped = classes.map(
    (name) => `export class ${name} extends worker.${name} {
  constructor(ctx, env) { super(withClock(ctx), env); }
  async alarm() { await super.alarm(); alarms.push('${name}'); }
}`,
  );
  return `import { withClock } from './clock.js';
import handler, * as worker from './worker.js';
const alarms = [];
export default {
  fetch: (request, env, execution) =>
    new URL(request.url).pathname === '/test/alarms' ? Response.json(alarms) : handler.fetch(request, env, execution),
};
${wrapped.join('\n')}
`;
}

/** A clock that is ahead of the machine's, in milliseconds; also for code that asks at module scope. */
export function clockSource(ahead: number): string {
  return `const AHEAD = ${ahead};
const MachineDate = Date;
globalThis.Date = class Date extends MachineDate {
  constructor(...args) { super(...(args.length === 0 ? [MachineDate.now() + AHEAD] : args)); }
  static now() { return MachineDate.now() + AHEAD; }
};
let done = false;
export function withClock(ctx) {
  const storage = Object.getPrototypeOf(ctx.storage);
  if (!done) {
    const { setAlarm, getAlarm } = storage;
    storage.setAlarm = function (at, ...more) { return setAlarm.call(this, Number(at) - AHEAD, ...more); };
    storage.getAlarm = async function (...args) { const at = await getAlarm.apply(this, args); return at === null ? null : at + AHEAD; };
    done = true;
  }
  return ctx;
}
`;
}
