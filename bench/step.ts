import type { PreparedData } from './prepared-data.ts';

/** One step of an evaluation, timed on both sides. */
export interface Step {
  /** Name on the command line, and of the function in `peers.R`. */
  readonly id: string;
  readonly title: string;
  /** What R does for it. */
  readonly peer: string;
  /** The step; gives one figure by which to see that both sides did the same. */
  readonly ours: (data: PreparedData) => number;
  /** The least a machine could need: the same memory traffic or arithmetic without any of the method. */
  readonly floor: (data: PreparedData) => number;
  /** At least this many times as fast as R (measurement.md 10). */
  readonly timesPeer: number;
  /** At most this many floors, where R is not the measure. */
  readonly floorsAtMost?: { readonly n: number; readonly floors: number };
  /** R is not run beyond this number of people: it would take minutes. */
  readonly peerUpTo: number;
  /** Largest relative difference of the two figures. */
  readonly agrees: number;
}

/** For `peerUpTo`: R is quick enough at any size. */
export const EVERY_SIZE = 10_000_000;

/** The seed of every step that draws. */
export const SEED = 20260930;
