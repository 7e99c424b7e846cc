import type { Plan } from '#evaluation/plan/plan.ts';
import type { Guess, Problem } from '#intake/problem.ts';
import type { UnderstoodColumn, UnderstoodTable } from '#intake/understood-columns.ts';
import type { WhatCanBeJudged } from '#report/planning/what-can-be-judged.ts';

/** What a column is used as. */
export interface ReadColumn extends UnderstoodColumn {
  /** `known`: a column of its table; `characteristic`: a further fact of people that a plan can name. */
  readonly use: 'known' | 'characteristic' | 'not-read' | 'never-needed';
}

/** A table as it was understood. */
export interface ReadTable extends Omit<UnderstoodTable, 'columns'> {
  readonly table: string;
  readonly columns: readonly ReadColumn[];
}

/** An outcome that the files could tell about, with the waves of a scale after the start. */
export interface PossibleOutcome {
  readonly outcome: string;
  readonly waves: readonly string[];
}

/** What was read, how it was understood, and everything that is wrong with it. Plain data: it is kept as JSON. */
export interface Reading {
  readonly tables: readonly ReadTable[];
  readonly guesses: readonly Guess[];
  readonly warnings: readonly Problem[];
  readonly problems: {
    readonly count: number;
    /** The first ones; all of them are in the files of problems. */
    readonly first: readonly Problem[];
    /** Whether leaving rows out cures all of them. */
    readonly curable: boolean;
  };
  readonly people: number;
  /** People in each arm, once the rows can be used. */
  readonly arms: { readonly participants: number; readonly comparison: number } | null;
  /** People who are compared; null until a plan fits the rows. */
  readonly compared: { readonly participants: number; readonly comparison: number } | null;
  readonly events: number;
  readonly scores: number;
  /** Rows left out because they have problems, when that was chosen. */
  readonly leftOut: number;
  readonly outcomes: readonly PossibleOutcome[];
  /** The plan that was given, or the draft drawn from the data; null when there can be none. */
  readonly plan: Plan | null;
  readonly drawn: boolean;
  readonly judged: WhatCanBeJudged | null;
}
