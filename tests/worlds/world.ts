import type { Plan } from '#evaluation/plan/plan.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import type { Figure } from './figures.ts';
import type { Observed } from './observed.ts';

/** A simulated program whose truth is known, and what the engine must say about many of them. */
export interface World {
  readonly id: string;
  readonly title: string;
  readonly plan: Plan;
  /** Programs of a long run; they have the seeds firstSeed, firstSeed + 1, … */
  readonly runs: number;
  readonly firstSeed: number;
  draw(seed: number): StudyRows;
  /** A number worked out from the rows without the engine, to be told beside what the engine says. */
  readonly beside?: (rows: StudyRows) => number;
  /** What is read off all programs together, with targets. */
  figures(observed: readonly Observed[]): Figure[];
}

/** Worlds that are told of together. */
export interface WorldGroup {
  readonly id: string;
  readonly title: string;
  /** What the worlds are and where their targets come from. */
  readonly about: string;
  readonly worlds: readonly World[];
}
