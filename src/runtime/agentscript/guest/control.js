/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * The guest's side of the bridge: only text crosses it, in both directions. `bridge` answers `true` when the run is over.
 */
export function control(p, bridge) {
  const { apply } = p;
  /** Ends the run: the interrupt handler stops this loop, and nothing can catch that. */
  const never = () => { for (;;); };
  const tell = (kind, a, b, c) => { if (bridge(kind, a, b, c) === true) never(); };
  const limit = (name) => { tell('limit', name, '', ''); never(); };

  /** Charges for native work on a long text: the engine does not count it. */
  p.spend = (characters) => { if (characters > 10_000) tell('spend', p.floor(characters / 2), '', ''); };

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
    const property = (name, value) => p.defineProperty(error, name, { value, writable: true, enumerable: true, configurable: true });
    p.defineProperty(error, 'name', { value: 'ToolError', writable: true, enumerable: false, configurable: true });
    p.defineProperty(error, 'stack', { value: `ToolError: ${facts.message}\n${stack}`, writable: true, enumerable: false, configurable: true });
    for (const name of p.keys(facts)) if (name !== 'message') property(name, facts[name]);
    apply(p.weakSet, failures, [error, call]);
    return error;
  };

  const argumentText = (input) => {
    if (input === undefined) return '{}';
    const text = p.stringify(input);
    if (typeof text !== 'string') throw new p.TypeError('The argument of an operation is an object, such as { id: "1042" }.');
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
        return p.stringify(value) ?? 'undefined';
      } catch {
        return '[object]';
      }
    }
    return typeof value === 'function' ? '[function]' : p.String(value);
  };
  const line = (values) => {
    let text = '';
    for (let at = 0; at < values.length && text.length <= maxLog; at += 1) text += (at === 0 ? '' : ' ') + show(values[at]);
    return apply(p.slice, text, [0, maxLog]);
  };
  const log = (level, values) => tell('log', level, line(values), '');

  const deepFreeze = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    for (const key of p.keys(value)) deepFreeze(value[key]);
    return p.freeze(value);
  };

  const callTool = async (name, input, options) => {
    if (typeof name !== 'string') throw new p.TypeError('callTool takes the name of an operation, such as "acme.getOrder"');
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
    if (!p.isArray(functions) || functions.length > 100) throw new p.TypeError('__safe_parallel takes at most 100 functions');
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
    p.defineProperty(p.global.Math, 'random', { value: () => (p.floor(random() * 67108864) * 134217728 + p.floor(random() * 134217728)) / 9007199254740992, writable: true, enumerable: false, configurable: true });
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
      mcpLog: (name, message, data) => log(typeof name === 'string' ? apply(p.slice, name, [0, 16]) : 'info', data === undefined ? [message] : [message, data]),
      mcpNotify: (event, payload) => tell('notify', line([event]), payload === undefined ? 'null' : (p.stringify(payload) ?? 'null'), ''),
      __safe_parallel: inParallel,
      console: { log: level('info'), info: level('info'), debug: level('debug'), warn: level('warning'), error: level('error'), trace: level('debug') },
    };
    for (const name of p.keys(globals)) p.constant(p.global, name, p.freeze(globals[name]));
    p.constant(p.global, 'codecallContext', deepFreeze(context));
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
    const facts = { name: 'Error', message: '', stack: '', call };
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
    const run = async () => main();
    apply(p.then, run(), [succeeded, failed]);
  };
  return { begin, start, deliver, limit };
}
