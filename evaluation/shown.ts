import type { Finding, Missing, Note, Range } from './finding.ts';
import type { MeasureFinding } from './measured.ts';
import type { MeasureFigure } from './measures/measure.ts';
import type { Analysis, AnalysisFigures, Sensitivity } from './sensitivity/sensitivity.ts';
import type { CohortEffect, SubgroupContrast } from './subgroups/subgroup.ts';

/** Words that stand in for a number that would expose people. */
export type ShownWords =
  | 'nearly-all'
  | 'hardly-any'
  | 'more-than-90'
  | 'less-than-10'
  | 'fewer-than-5'
  | 'all-but-fewer-than-5'
  // Of those of whom it is known, where the figure is of everybody.
  | 'nearly-all-known'
  | 'more-than-90-known'
  | 'all-but-fewer-than-5-known'
  // Not told apart, because the others of a sum would give away one that is told in words.
  | 'not-apart';

/** One arm as others may see it. */
export interface ShownGroup {
  readonly who: 'participants' | 'comparison';
  readonly n: number;
  readonly asked: number;
  /** Rounded to the grain of its number of people; null when only a count or words may be shown. */
  readonly value: number | null;
  readonly range95: Range | null;
  /** Events, when the exact count may be shown. */
  readonly count: number | null;
  readonly words: ShownWords | null;
  readonly before: number | null;
}

/** The figures of a finding as others may see them; the same names as in `exact`. */
export interface ShownFigures {
  readonly groups: readonly ShownGroup[];
  readonly estimate: number | null;
  readonly range95: Range | null;
  readonly range80: Range | null;
  readonly range50: Range | null;
  readonly nStar: readonly number[];
  readonly events: number | null;
  readonly df: number | null;
  readonly k: number;
  /** Bounds rounded to the arms' grain; null where the arms are too small. */
  readonly bounds: Range | null;
  /** How the figure came about: what was adjusted for, which range had to stand in, who went out of view. */
  readonly notes?: readonly Note[];
  /** Whether the result holds under other methods; null where no verdict or no difference may be shown. */
  readonly sensitivity?: ShownSensitivity | null;
}

/** The other ways to calculate a result as others may see them. */
export interface ShownSensitivity extends Omit<Sensitivity, 'analyses'> {
  readonly analyses: readonly ShownAnalysis[];
}

/** One of them. */
export interface ShownAnalysis extends Omit<Analysis, 'figures'> {
  /** True when its sample differs from the planned one by one to nine people: nothing of it is shown. */
  readonly sameAsPlanned: boolean;
  readonly figures:
    | (Pick<AnalysisFigures, 'n' | 'verdict' | 'qualifier' | 'keeps' | 'range95'> & {
        readonly estimate: number | null;
      })
    | null;
}

/** A contrast of groups as others may see it. */
export interface ShownContrast extends Omit<SubgroupContrast, 'figures'> {
  readonly figures: {
    readonly estimate: number;
    readonly range: Range | null;
    readonly values: readonly [group: number | null, reference: number | null] | null;
  } | null;
}

/** Differences between groups and cohorts as others may see them. */
export interface ShownSubgroups {
  readonly contrasts: readonly ShownContrast[];
  readonly cohorts: readonly CohortEffect[];
  /** True when the plan names several cohorts and too few people are in one of them. */
  readonly cohortsHidden: boolean;
}

/** A figure that may not be shown at all, and what it would need. */
export interface Hidden {
  readonly rule: 'below-minimum';
  readonly need: number;
}

/** A finding behind the door: everything but the exact figures, plus what may be shown. */
export interface ShownFinding extends Omit<Finding, 'exact'> {
  /** Null when hidden, not due, or when there is nothing to show. */
  readonly shown: ShownFigures | null;
  readonly hidden: Hidden | null;
}

/** A figure of a program measure as others may see it. */
export interface ShownMeasureFigure extends Omit<
  MeasureFigure,
  'value' | 'people' | 'least' | 'sums' | 'answered' | 'alike' | 'shares'
> {
  /** Null where only words, a count or a reason may be shown. */
  readonly value: number | null;
  readonly words: ShownWords | null;
  readonly missing: Missing | null;
  readonly hidden: Hidden | null;
  /** Of who answered, where the number asked is too small for a count: where the share lies. */
  readonly band?: Range;
}

/** A program measure behind the door. */
export interface ShownMeasure extends Omit<MeasureFinding, 'figures'> {
  readonly figures: readonly ShownMeasureFigure[];
}
