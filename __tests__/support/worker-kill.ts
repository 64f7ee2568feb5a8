import childProcess, { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Knows the workerd processes that are started while it watches. */
export interface WorkerdWatch {
  /** Kills the newest one as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  end(): void;
}

/** Miniflare keeps its child to itself; this watches it being started. */
export function watchWorkerd(): WorkerdWatch {
  const { spawn } = childProcess;
  let newest: ChildProcess | undefined;
  const watched = (...args: Parameters<typeof spawn>): ChildProcess => {
    newest = spawn(...args);
    return newest;
  };
  childProcess.spawn = watched as typeof spawn;
  return {
    async kill() {
      if (!newest || newest.exitCode !== null || newest.signalCode !== null) throw new Error('no workerd is running');
      const gone = once(newest, 'exit');
      newest.kill('SIGKILL');
      await gone;
    },
    end() {
      childProcess.spawn = spawn;
    },
  };
}
