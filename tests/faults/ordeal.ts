import { randomUUID } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { DatabaseAway } from '#server/database/database-away.ts';

/** What the one who asked was told about an act; `unknown` when the answer never came. */
export type Outcome = 'acknowledged' | 'not-saved' | 'unknown';

/** Something that writers do again and again while what serves them is killed. */
export interface Workload {
  readonly writers: number;
  /** One act of a writer, named by an id of its own. */
  act(writer: number, id: string): Promise<Outcome>;
  /** What is wrong afterwards: acknowledged and lost, half done, doubled, or there though it was said not to be. */
  problems(counted: Counted): Promise<string[]>;
}

/** What was answered, counted outside of what was killed. */
export type Counted = Readonly<Record<Outcome, ReadonlySet<string>>>;

/** How often something is killed, and how. */
export interface Ordeal {
  readonly cycles: number;
  readonly seed: number;
  /** Kills it; resolves once it is on its way back. */
  readonly kill: () => Promise<void> | void;
}

const MOST_ACTS_BETWEEN = 12;
const MOST_TURNS = 40;

/**
 * Lets the writers act, and kills in the middle again and again: each time after some acknowledged acts and some turns of
 * the event loop, both drawn from the seed.
 */
export async function ordeal(workload: Workload, { cycles, seed, kill }: Ordeal): Promise<Counted> {
  const counted: Record<Outcome, Set<string>> = {
    acknowledged: new Set(),
    'not-saved': new Set(),
    unknown: new Set(),
  };
  const draw = drawnFrom(seed);
  let left = cycles;
  let acts = 1 + draw(MOST_ACTS_BETWEEN);
  let killing = false;
  const killNow = async (): Promise<void> => {
    killing = true;
    for (let turns = draw(MOST_TURNS); turns > 0; turns -= 1) await turn();
    await kill();
    left -= 1;
    acts = 1 + draw(MOST_ACTS_BETWEEN);
    killing = false;
  };
  const write = async (writer: number): Promise<void> => {
    while (left > 0) {
      const id = randomUUID();
      const outcome = await workload.act(writer, id);
      counted[outcome].add(id);
      if (outcome !== 'acknowledged' || killing) continue;
      acts -= 1;
      if (acts <= 0) await killNow();
    }
  };
  await Promise.all(Array.from({ length: workload.writers }, (_, writer) => write(writer)));
  return counted;
}

/** Whole numbers from 0 to below `most`, the same for a seed everywhere (Mulberry32). */
function drawnFrom(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * most);
  };
}

/** Looks once the database is back: a session of the killed server may live on for a moment, and then break. */
export async function onceBack<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof DatabaseAway) return onceBack(look);
    throw error;
  }
}
