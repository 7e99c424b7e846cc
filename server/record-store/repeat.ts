import { setTimeout as wait } from 'node:timers/promises';

/** The longest pause after a fault, for example while the database starts again. */
const LONGEST_PAUSE_MS = 5000;

/** Work that goes on by itself. */
export interface Repeated {
  /** Lets the round under way end; no other one begins. */
  stop(): Promise<void>;
}

/**
 * Does work again and again, with a pause between rounds, until it is stopped.
 *
 * @param logFault told of each fault; the work goes on after a pause that grows to 5 s
 */
export function repeat(
  everyMs: number,
  work: () => Promise<void>,
  logFault: (fault: unknown) => void,
): Repeated {
  const stopping = new AbortController();
  const running = (async () => {
    let pause = everyMs;
    while (!stopping.signal.aborted) {
      try {
        await work();
        pause = everyMs;
      } catch (fault) {
        logFault(fault);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
