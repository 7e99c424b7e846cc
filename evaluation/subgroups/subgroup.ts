import type { FigureKind, Missing, Range } from '../finding.ts';
import type { PlannedOutcome } from '../plan/plan.ts';

/** A group of people that a cut makes: a named level, or one side of the middle of a column of numbers. */
export type GroupName =
  | { readonly kind: 'level'; readonly name: string }
  | { readonly kind: 'above' | 'up-to'; readonly value: number };

/** People of one group and arm whose outcome is known. */
export interface SubgroupCell {
  readonly group: 'group' | 'reference';
  readonly who: 'participants' | 'comparison';
  readonly n: number;
  /** Kish size. */
  readonly nStar: number;
}

/** What is compared between two groups: the outcome as the plan names it. */
export interface ContrastedOutcome extends Pick<PlannedOutcome, 'outcome' | 'better' | 'matters'> {
  readonly label: string;
  readonly who: 'mentees' | 'mentors';
  readonly kind: FigureKind;
  readonly unit: string;
  readonly months: number | null;
  readonly source: 'hr' | 'survey';
}

/** The difference between the differences of two groups, or the plain gap between them among participants. Unrounded and inside. */
export interface SubgroupContrast extends ContrastedOutcome {
  /** A cut of the plan, or a watch-out about a gap. */
  readonly role: 'cut' | 'watch-out';
  readonly among: 'everybody' | 'participants';
  readonly column: string;
  readonly group: GroupName;
  readonly reference: GroupName;
  /** 1 − 0.05 ÷ contrasts, so that one in twenty plans names a group by chance, not one in twenty contrasts. */
  readonly level: number;
  readonly contrasts: number;
  readonly cells: readonly SubgroupCell[];
  readonly figures: ContrastFigures | null;
  readonly missing: Missing | null;
  /** Whether a gap kept its limit; null for cuts. */
  readonly state: 'inside' | 'outside' | 'cannot-tell' | null;
}

/** The numbers of a contrast: group minus reference. */
export interface ContrastFigures {
  readonly estimate: number;
  readonly range: Range | null;
  readonly standardError: number;
  readonly df: number;
  /** Figures of the two groups, where they are compared as they are. */
  readonly values: readonly [group: number, reference: number] | null;
}

/** The primary outcome in one cohort. */
export interface CohortEffect {
  readonly cohort: string;
  readonly n: readonly [participants: number, comparison: number];
  readonly estimate: number;
  readonly range95: Range | null;
}

/** Differences between groups and cohorts that the plan names. */
export interface Subgroups {
  readonly contrasts: readonly SubgroupContrast[];
  /** Empty with fewer than two cohorts. */
  readonly cohorts: readonly CohortEffect[];
}
