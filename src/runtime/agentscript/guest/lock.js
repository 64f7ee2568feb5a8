/**
 * Guest code: its text runs in the engine, before the script. It must not refer to anything outside of itself.
 * Takes away what a script has no business with. The engine has no evaluation of text at all; this only removes the
 * names, and what would let one run of guest code be confused for another.
 */
export function lock(p) {
  const functions = [function () {}, async function () {}, function* () {}, async function* () {}];
  for (const sample of functions) {
    const prototype = p.getPrototypeOf(sample);
    p.defineProperty(prototype, 'constructor', {
      value: undefined,
      writable: false,
      enumerable: false,
      configurable: false,
    });
  }
  const removed = [
    'Function',
    'eval',
    'Reflect',
    'globalThis',
    'InternalError',
    'escape',
    'unescape',
    'DisposableStack',
    'AsyncDisposableStack',
    'SuppressedError',
    'Proxy',
    'WeakRef',
    'FinalizationRegistry',
    'SharedArrayBuffer',
    'Atomics',
    'performance',
    'DOMException',
    'navigator',
    'gc',
    'print',
  ];
  for (const name of removed) delete p.global[name];
  delete p.Error.prepareStackTrace;
  // What older error classes do in their constructors: here an error has its stack without it.
  p.defineProperty(p.Error, 'captureStackTrace', {
    value: (error) => {
      if (error.stack === undefined) p.define(error, 'stack', `${new p.Error('').stack}`, false);
    },
    writable: true,
    enumerable: false,
    configurable: true,
  });
  for (const name of ['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__', '__proto__'])
    delete p.Object.prototype[name];
}
