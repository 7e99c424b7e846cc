import type { Order, Stage } from './order.ts';
import { type Work, type WorkEnd, runApart } from './run-apart.ts';

/** Work that waits for its turn or is under way. */
export interface Task {
  /** One at a time under a name: the study. */
  readonly name: string;
  /** Made when its turn comes; `null` when it is not wanted any more. */
  readonly order: () => Promise<Order | null>;
  readonly tell: (stage: Stage) => void;
  /** Hears once how it ended, `stopped` also where it never began; what it throws goes to `fault`. */
  readonly end: (end: WorkEnd) => Promise<void>;
}

const STOPPED: WorkEnd = { kind: 'failed', failure: 'stopped' };

/** A queue of work in processes of its own. */
export interface WorkQueue {
  add(task: Task): void;
  /** Ends the work of a name, also while it waits. */
  stop(name: string): void;
  /** Ends everything and takes nothing more; waits for what is being written down. */
  close(): Promise<void>;
  /** Process ids of what is under way, for whoever watches. */
  readonly running: () => readonly number[];
}

/**
 * A queue that works on at most `most` tasks at a time, in the order in which they came.
 *
 * @param fault hears what went wrong outside the work itself
 */
export function workQueue(most: number, fault: (error: unknown) => void): WorkQueue {
  const waiting: Task[] = [];
  const busy = new Map<Task, Work | null>();
  const endings = new Set<Promise<void>>();
  let closed = false;

  const next = (): void => {
    while (!closed && busy.size < most) {
      const task = waiting.shift();
      if (task === undefined) return;
      busy.set(task, null);
      const ending = run(task).catch(fault);
      endings.add(ending);
      void ending.finally(() => {
        endings.delete(ending);
        busy.delete(task);
        next();
      });
    }
  };

  const run = async (task: Task): Promise<void> => {
    const order = await orderOf(task, fault);
    // Stopped while its order was being made.
    if (order === null || closed || !busy.has(task)) return task.end(STOPPED);
    const work = runApart(order, task.tell);
    busy.set(task, work);
    return task.end(await work.ended);
  };
  const drop = (dropped: (task: Task) => boolean): void => {
    const gone = waiting.filter(dropped);
    waiting.splice(0, waiting.length, ...waiting.filter((task) => !dropped(task)));
    for (const task of gone) void task.end(STOPPED).catch(fault);
  };

  return {
    add(task) {
      if (closed) return;
      waiting.push(task);
      next();
    },
    stop(name) {
      drop((task) => task.name === name);
      for (const [task, work] of busy) {
        if (task.name !== name) continue;
        if (work === null) busy.delete(task);
        else work.stop();
      }
    },
    async close() {
      closed = true;
      drop(() => true);
      for (const work of busy.values()) work?.stop();
      await Promise.all(endings);
    },
    running: () => [...busy.values()].flatMap((work) => (work?.pid === undefined ? [] : [work.pid])),
  };
}

/** What cannot be made is not worked on; why goes to `fault`. */
async function orderOf(task: Task, fault: (error: unknown) => void): Promise<Order | null> {
  try {
    return await task.order();
  } catch (error) {
    fault(error);
    return null;
  }
}
