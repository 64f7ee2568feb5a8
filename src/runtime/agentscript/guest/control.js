/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * The guest's side of the bridge: only text crosses it, in both directions. `bridge` answers `true` when the run is over.
 */
export function control(p, bridge) {
  const { apply } = p;
  /** Ends the run: the interrupt handler stops this loop, and nothing can catch that. */
  const never = () => {
    for (;;);
  };
  const tell = (kind, a, b, c) => {
    if (bridge(kind, a, b, c) === true) never();
  };
  const limit = (name) => {
    tell('limit', name, '', '');
    never();
  };

  /** What a message to the host costs, in what a character of a text costs. */
  const CROSSING = 200;
  let owed = 0;
  /** Charges for native work, such as on each character of a text: the engine does not count it. Small sums are collected. */
  p.spend = (pieces) => {
    if (pieces > 0) owed += pieces / 2;
    if (owed < 5_000) return;
    const polls = p.floor(owed);
    owed = 0;
    tell('spend', polls, '', '');
  };

  let maxArguments = 0;
  let maxResult = 0;
  let maxLog = 0;
  let last = 0;
  const pending = new p.Map();
  const failures = new p.WeakMap();

  const frames = () => {
    const { stack } = new p.Error('');
    return typeof stack === 'string' ? apply(p.slice, stack, [0, 4000]) : '';
  };
  const toolError = (facts, call, stack) => {
    const error = new p.Error(facts.message);
    p.define(error, 'name', 'ToolError', false);
    p.define(error, 'stack', `ToolError: ${facts.message}\n${stack}`, false);
    const names = p.keys(facts);
    for (let at = 0; at < names.length; at += 1)
      if (names[at] !== 'message') p.define(error, names[at], facts[names[at]]);
    apply(p.weakSet, failures, [error, call]);
    return error;
  };

  const argumentText = (input) => {
    if (input === undefined) return '{}';
    const text = p.stringify(input);
    if (typeof text !== 'string')
      throw new p.TypeError('The argument of an operation is an object, such as { id: "1042" }.');
    if (text.length > maxArguments) limit('arguments');
    return text;
  };
  const request = (name, input) => {
    const text = argumentText(input);
    last += 1;
    const call = last;
    const stack = frames();
    return new p.Promise((resolve, reject) => {
      apply(p.mapSet, pending, [call, { resolve, reject, stack }]);
      p.spend(CROSSING + name.length + text.length);
      tell('call', call, name, text);
    });
  };
  /** An answer of the host: text, and whether the call went well. */
  const deliver = (call, ok, text) => {
    const waiting = apply(p.mapGet, pending, [call]);
    if (waiting === undefined) return;
    apply(p.mapDelete, pending, [call]);
    const value = p.parse(text);
    if (ok) apply(waiting.resolve, undefined, [value]);
    else apply(waiting.reject, undefined, [toolError(value, call, waiting.stack)]);
  };

  const show = (value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'object' && value !== null) {
      try {
        if (value instanceof p.Error) return `${value.name}: ${value.message}`;
        if (value instanceof p.Map || value instanceof p.Set)
          return `${value instanceof p.Map ? 'Map' : 'Set'} ${p.stringify([...value])}`;
        return p.stringify(value) ?? 'undefined';
      } catch {
        return '[object]';
      }
    }
    return typeof value === 'function' ? '[function]' : p.String(value);
  };
  const line = (values) => {
    let text = '';
    for (let at = 0; at < values.length && text.length <= maxLog; at += 1)
      text += (at === 0 ? '' : ' ') + show(values[at]);
    return apply(p.slice, text, [0, maxLog]);
  };
  const log = (level, values) => {
    p.spend(CROSSING);
    tell('log', level, line(values), '');
  };

  const deepFreeze = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    for (const key of p.keys(value)) deepFreeze(value[key]);
    return p.freeze(value);
  };

  const callTool = async (name, input, options) => {
    if (typeof name !== 'string')
      throw new p.TypeError('callTool takes the name of an operation, such as "acme.getOrder"');
    const throws = options === undefined || options === null || options.throwOnError !== false;
    if (throws) return request(name, input);
    try {
      return { success: true, data: await request(name, input) };
    } catch (error) {
      if (apply(p.weakGet, failures, [error]) === undefined) throw error;
      const facts = { message: error.message };
      for (const key of p.keys(error)) facts[key] = error[key];
      return { success: false, error: facts };
    }
  };
  const inParallel = async (functions, options) => {
    if (!p.isArray(functions) || functions.length > 100)
      throw new p.TypeError('__safe_parallel takes at most 100 functions');
    const asked = options?.maxConcurrency ?? 10;
    const workers = p.min(functions.length, asked >= 1 ? asked : 1, 20);
    const results = new p.Array(functions.length);
    let next = 0;
    const work = async () => {
      while (next < functions.length) {
        const at = next;
        next += 1;
        results[at] = await functions[at]();
      }
    };
    const running = [];
    for (let at = 0; at < workers; at += 1) running[at] = work();
    for (let at = 0; at < workers; at += 1) await running[at];
    return results;
  };

  const seedRandom = ([a, b, c, d]) => {
    // sfc32: a restored engine would repeat the random numbers of the run before.
    const random = () => {
      const t = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (c << 21) | (c >>> 11);
      c = (c + t) | 0;
      return (t >>> 0) / 4294967296;
    };
    for (let round = 0; round < 12; round += 1) random();
    p.defineProperty(p.global.Math, 'random', {
      value: () => (p.floor(random() * 67108864) * 134217728 + p.floor(random() * 134217728)) / 9007199254740992,
      writable: true,
      enumerable: false,
      configurable: true,
    });
  };

  const defineScope = ({ namespaces, tools, context }) => {
    for (const name of p.keys(namespaces)) {
      const namespace = p.create(null);
      for (const operation of namespaces[name]) {
        const value = p.freeze(async (input) => request(`${name}.${operation}`, input));
        p.defineProperty(namespace, operation, { value, writable: false, enumerable: true, configurable: false });
      }
      p.constant(p.global, name, p.freeze(namespace));
    }
    const known = new p.Map();
    for (const tool of tools) apply(p.mapSet, known, [tool.name, deepFreeze(tool)]);
    const level = (name) => p.freeze((...values) => log(name, values));
    const globals = {
      callTool,
      getTool: (name) => apply(p.mapGet, known, [name]),
      mcpLog: (name, message, data) =>
        log(
          typeof name === 'string' ? apply(p.slice, name, [0, 16]) : 'info',
          data === undefined ? [message] : [message, data],
        ),
      mcpNotify: (event, payload) => {
        p.spend(CROSSING);
        tell('notify', line([event]), payload === undefined ? 'null' : (p.stringify(payload) ?? 'null'), '');
      },
      __safe_parallel: inParallel,
      console: consoleOf(level),
    };
    for (const name of p.keys(globals)) p.constant(p.global, name, p.freeze(globals[name]));
    p.constant(p.global, 'codecallContext', deepFreeze(context));
  };

  const consoleOf = (level) => {
    const [info, debug, error] = [level('info'), level('debug'), level('error')];
    const counts = new p.Map();
    const timers = new p.Map();
    const nothing = p.freeze(() => undefined);
    const count = (label = 'default') => {
      const n = (apply(p.mapGet, counts, [label]) ?? 0) + 1;
      apply(p.mapSet, counts, [label, n]);
      info(`${show(label)}: ${n}`);
    };
    const elapsed = (label = 'default', ...values) =>
      info(`${show(label)}: ${p.now() - (apply(p.mapGet, timers, [label]) ?? p.now())} ms`, ...values);
    return {
      log: info,
      info,
      debug,
      warn: level('warning'),
      error,
      trace: debug,
      table: p.freeze((rows) => info(rows)),
      dir: p.freeze((value) => info(value)),
      group: info,
      groupCollapsed: info,
      groupEnd: nothing,
      clear: nothing,
      assert: p.freeze((holds, ...values) => {
        if (!holds) error('Assertion failed:', ...values);
      }),
      count: p.freeze(count),
      countReset: p.freeze((label = 'default') => void apply(p.mapDelete, counts, [label])),
      time: p.freeze((label = 'default') => void apply(p.mapSet, timers, [label, p.now()])),
      timeLog: p.freeze(elapsed),
      timeEnd: p.freeze((label) => elapsed(label)),
    };
  };

  const succeeded = (value) => {
    let text;
    try {
      text = p.stringify(value);
    } catch (error) {
      return tell('end', 'unserializable', show(error), '');
    }
    if (text === undefined) return tell('end', 'ok', '', '');
    if (text.length > maxResult) return limit('output');
    return tell('end', 'ok', text, '');
  };
  const failed = (error) => {
    const call = typeof error === 'object' && error !== null ? (apply(p.weakGet, failures, [error]) ?? 0) : 0;
    // Without a prototype, of which a script could have made another text.
    const facts = { __proto__: null, name: 'Error', message: '', stack: '', call };
    try {
      if (error instanceof p.Error) {
        facts.name = apply(p.slice, `${error.name}`, [0, 100]);
        facts.message = apply(p.slice, `${error.message}`, [0, 2000]);
        facts.stack = apply(p.slice, `${error.stack}`, [0, 4000]);
      } else facts.message = apply(p.slice, show(error), [0, 2000]);
    } catch {
      facts.message = 'The script threw something that cannot be shown.';
    }
    tell('end', 'failed', p.stringify(facts), '');
  };

  const begin = (setup) => {
    const { limits, seed, scope } = p.parse(setup);
    maxArguments = limits.argumentChars;
    maxResult = limits.resultHardChars;
    maxLog = limits.logLineChars;
    seedRandom(seed);
    defineScope(scope);
  };
  const start = (main) => {
    // Not by then, which asks a script's own Promise.prototype.constructor for more.
    const run = async () => {
      let value;
      try {
        value = await main();
      } catch (error) {
        return failed(error);
      }
      return succeeded(value);
    };
    run();
  };
  return { begin, start, deliver, limit };
}
