// Runs in workerd around the measured Worker. It is not part of the shipped Worker.

/** Prefix of the paths that start and end a count; the Worker itself has no such path. */
export const JOURNEY_PATH = '/__journey/';

/** Delay of alarms that fire during a count, in milliseconds. */
const ALARM_DELAY_MS = 200;

/**
 * The parts of a Worker that are watched.
 * @typedef {{ waitUntil(work: Promise<unknown>): void }} Execution
 * @typedef {{ fetch(request: Request, env: unknown, execution: Execution): Promise<Response> }} Handler
 * @typedef {{ ctx: { storage: { setAlarm(at: number): Promise<void> } }, alarm?(): Promise<void> }} StoredObject
 */

/**
 * Wraps a Worker's handler: `POST /__journey/start` begins a count, and `POST /__journey/stop` ends it and answers with the
 * functions that were entered. Either answers 409 while an earlier request or an alarm is still running. Work that a
 * request passes to `waitUntil` counts; alarms do not, and are delayed until the count ends.
 * @param {{ handler: Handler, durableObjects: Record<string, { prototype: StoredObject }> }} worker
 * @param {import('./counter.mjs').Counter} counter
 * @returns {Handler}
 */
export function watchWorker({ handler, durableObjects }, counter) {
  let isMeasuring = false;
  /** Number of requests that have no answer yet. */
  let waiting = 0;
  /** Number of requests, of promises passed to `waitUntil` and of alarms that have not ended. */
  let atWork = 0;
  /**
   * @template T
   * @param {Promise<T>} work
   */
  const watched = (work) => {
    atWork += 1;
    return work.finally(() => (atWork -= 1));
  };

  const expectAnswer = (/** @type {1 | -1} */ change) => {
    waiting += change;
    counter.answered(waiting === 0);
  };

  for (const { prototype } of Object.values(durableObjects)) {
    const { alarm } = prototype;
    if (alarm)
      prototype.alarm = async function () {
        return isMeasuring ? this.ctx.storage.setAlarm(Date.now() + ALARM_DELAY_MS) : watched(alarm.call(this));
      };
  }

  /** @param {string} what */
  const control = (what) => {
    if (atWork > 0) return new Response(null, { status: 409 });
    isMeasuring = what === 'start';
    if (!isMeasuring) return Response.json(counter.stop());
    counter.start();
    return new Response(null, { status: 204 });
  };

  return {
    async fetch(request, env, execution) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith(JOURNEY_PATH)) return control(pathname.slice(JOURNEY_PATH.length));
      const waitUntil = (/** @type {Promise<unknown>} */ work) => execution.waitUntil(watched(work));
      expectAnswer(1);
      const response = await watched(handler.fetch(request, env, { waitUntil }));
      if (response.headers.get('content-type') !== 'text/event-stream') expectAnswer(-1);
      else return new Response(response.body?.pipeThrough(atEnd(() => expectAnswer(-1))), response);
      return response;
    },
  };
}

/**
 * Passes a body on and calls back at its end.
 * @param {() => void} done
 * @returns {TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>}
 */
function atEnd(done) {
  return new TransformStream({ flush: done });
}
