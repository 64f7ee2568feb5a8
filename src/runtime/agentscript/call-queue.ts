/** Runs a limited number of tasks at once; the rest waits its turn. */
export interface CallQueue {
  /** Runs `task` now or later; never, when the queue is closed before its turn. */
  add(task: () => Promise<void>): void;
  /** Forgets what waits. */
  close(): void;
}

/** Makes a queue of `concurrency` places. Tasks must not reject. */
export function createCallQueue(concurrency: number): CallQueue {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  let closed = false;
  const next = (): void => {
    while (running < concurrency && waiting.length > 0) {
      const task = waiting.shift() as () => Promise<void>;
      running += 1;
      void task().finally(() => {
        running -= 1;
        next();
      });
    }
  };
  return {
    add: (task) => {
      if (closed) return;
      waiting.push(task);
      next();
    },
    close: () => {
      closed = true;
      waiting.length = 0;
    },
  };
}
