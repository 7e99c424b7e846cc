import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answerer } from '#server/http/node-server.ts';
import { plainRefusal } from '#server/http/plain-refusal.ts';

/** What lets requests through to the application while it runs, and nobody before and after. */
export interface Gate {
  readonly answer: Answerer;
  readonly open: (application: Answerer) => void;
  /**
   * Lets nobody in any more, and waits until those inside are out; whoever is not out in time is cut off.
   *
   * @returns how many were cut off
   */
  close(server: Server, patienceMs: number): Promise<number>;
}

/** A gate that is not open yet. */
export function makeGate(origin: () => string): Gate {
  let application: Answerer | null = null;
  let inside = 0;
  const answer: Answerer = async (request) => {
    if (application === null) return notOpen(origin());
    inside++;
    try {
      return await application(request);
    } finally {
      inside--;
    }
  };
  return {
    answer,
    open: (opened) => void (application = opened),
    async close(server, patienceMs) {
      application = null;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const end = Date.now() + patienceMs;
      let open = true;
      void closed.then(() => (open = false));
      while (open && Date.now() < end) {
        server.closeIdleConnections();
        await Promise.race([closed, wait(20)]);
      }
      const cutOff = inside;
      server.closeAllConnections();
      await closed;
      return cutOff;
    },
  };
}

/** Whoever comes too early or too late is told to come again; the connection ends, so that nothing keeps us. */
function notOpen(origin: string): Response {
  const refusal = plainRefusal(503, origin);
  refusal.headers.set('retry-after', '2');
  refusal.headers.set('connection', 'close');
  return refusal;
}
