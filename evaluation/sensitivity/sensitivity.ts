import type { Qualifier, Range, Verdict } from '../finding.ts';

/** The other ways to calculate a result, in their fixed order (measurement 3.10). */
export type AnalysisId =
  | 'no-covariates'
  | 'all-eligible'
  | 'other-method'
  | 'answer-weights'
  | 'filled-against'
  | 'narrower'
  | 'other-horizon';

/** Why one of them says nothing here; a text of the catalogue under `sensitivity.not.<reason>`. */
export type NotApplied =
  | 'changes-nothing'
  | 'same-as-earlier'
  | 'everybody-known'
  | 'from-records'
  | 'not-alike'
  | 'nobody-late'
  | 'all-in-time'
  | 'no-dates'
  | 'followed-too-short'
  | 'not-in-this-design'
  | 'could-not-be-calculated';

/** What another way to calculate the same outcome gives. */
export interface AnalysisFigures {
  readonly estimate: number;
  readonly range95: Range | null;
  readonly n: readonly [participants: number, comparison: number];
  readonly nStar: readonly number[];
  /** False when one person decides the model or too few people are left: then no difference may be shown (measurement 7). */
  readonly steady: boolean;
  readonly verdict: Verdict;
  readonly qualifier: Qualifier | null;
  /**
   * People who are in one of the two samples only, the planned one and this one. One to nine of them are too few to be told
   * apart: such an analysis is printed as the same as planned (measurement 7).
   */
  readonly samplesDiffer: number;
  /** Whether the verdict has the planned word; true for a sample that is printed as the same. */
  readonly keeps: boolean;
}

/** One of the seven: its figures, or why it does not apply. */
export interface Analysis {
  readonly id: AnalysisId;
  readonly figures: AnalysisFigures | null;
  readonly notApplied: NotApplied | null;
  /** The horizon, where that is what is other. */
  readonly months: number | null;
}

/** Whether a result holds under other methods. */
export interface Sensitivity {
  readonly analyses: readonly Analysis[];
  /** How many of the seven apply, and how many of those keep the verdict. */
  readonly apply: number;
  readonly keep: number;
  /** The verdicts that the others change it to, most frequent first. */
  readonly changesTo: readonly Verdict[];
  /** The difference when ties in matching go to the last key; null when nothing changes. */
  readonly otherTies: number | null;
  /** What a hidden difference would have to be; null for a draw and where there is nothing to explain. */
  readonly hidden: HiddenDifference | null;
  /** How far off the missing would have to be; null where nothing is missing or claimed. */
  readonly tipping: TippingPoint | null;
}

/** How strong something unmeasured would have to be to explain a result. */
export interface HiddenDifference {
  /** What it would have to multiply both taking part and the outcome by: for the estimate, and for the nearer end of the range. */
  readonly eValue: { readonly estimate: number; readonly limit: number };
  readonly benchmarks: readonly Benchmark[];
  /** How many times as much as the strongest characteristic that was measured; null when none moves the difference. */
  readonly strongest: { readonly characteristic: string; readonly times: number } | null;
}

/** How far the difference moves when a characteristic is left out. */
export interface Benchmark {
  readonly characteristic: string;
  readonly shift: number;
}

/** The smallest shift of the missing that changes the verdict; null when none up to `upTo` does. */
export interface TippingPoint {
  readonly shift: number | null;
  readonly upTo: number;
}
