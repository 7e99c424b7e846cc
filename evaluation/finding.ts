import type { DesignId } from './plan/plan.ts';
import type { Sensitivity } from './sensitivity/sensitivity.ts';

/** The verdict words. `none` where there is no comparison, or where a gate leaves words only. */
export type Verdict =
  | 'benefit'
  | 'harm'
  | 'no-meaningful-difference'
  | 'inconclusive'
  | 'too-little-data'
  | 'not-due'
  | 'hidden'
  | 'none';

export type Qualifier = 'clear' | 'size-uncertain' | 'slightly-higher' | 'slightly-lower' | 'one-of-k';

/** The part that an outcome plays in the plan. */
export type OutcomeRole = 'primary' | 'also' | 'watch-out' | 'negative-control';

/** The grade of evidence: A drawn by lot, B similar people, B- other people, C before and after alone, D opinions. */
export type Grade = 'A' | 'B' | 'B-' | 'C' | 'D';

/** Two ends of a likely range, low first. */
export type Range = readonly [low: number, high: number];

/** What a figure counts: shares between 0 and 1, or scores in points of their scale. */
export type FigureKind = 'share' | 'score';

/** A gate of the method that fired for one outcome (F1 … F13), with its reason as a key and values for words. */
export interface Gate {
  readonly id: 'F1' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6' | 'F7' | 'F8' | 'F9' | 'F10' | 'F11' | 'F12' | 'F13';
  readonly effect:
    'words-only' | 'fallback' | 'fragile' | 'grade-b' | 'too-little-data' | 'selection' | 'qualifier';
  readonly values: Readonly<Record<string, string | number>>;
}

/** Why the verdict is what it is: the checklist behind the pill, each line true or false, with the values compared. */
export interface Reason {
  readonly check:
    | 'look-reached'
    | 'range-known'
    | 'enough-people'
    | 'enough-events'
    | 'fair-comparison'
    | 'clears-zero'
    | 'clears-band'
    | 'inside-band'
    | 'corrected-for-k';
  readonly ok: boolean;
  readonly values: Readonly<Record<string, number>>;
}

/** Why something could not be computed. Never 0, NaN or null for "don't know". */
export interface Missing {
  readonly reason:
    | 'no-such-data'
    | 'too-few-people'
    | 'followed-too-short'
    | 'no-spread'
    | 'all-alike'
    | 'no-overlap'
    | 'not-in-this-design'
    | 'groups-not-compared'
    | 'no-change-of-shares'
    | 'not-recorded'
    | 'not-due'
    | 'answered-alike'
    | 'never-asked'
    // Told instead of how many there are, where there are fewer than the floor.
    | 'nobody-or-too-few'
    | 'nothing-due'
    | 'several-currencies'
    | 'instrument-changed'
    | 'reliability-not-known'
    | 'too-few-waves'
    | 'too-few-pairs'
    | 'too-few-gaps'
    | 'more-waves-than-planned'
    | 'could-not-be-calculated';
  readonly values: Readonly<Record<string, string | number>>;
}

/** One arm of an outcome, unrounded. */
export interface GroupFigure {
  readonly who: 'participants' | 'comparison';
  /** People whose outcome is known (time to event: people followed). */
  readonly n: number;
  /** People who should have one. */
  readonly asked: number;
  /** Mean or share; adjusted to participants' make-up where the design compares. */
  readonly value: number | null;
  readonly range95: Range | null;
  /** Events observed (shares), unweighted. */
  readonly count: number | null;
  /** Value before, among the same people (scales with a wave `before`). */
  readonly before: number | null;
  /** Of scores: how many of the n share one value, where more than half do; now, and before. */
  readonly alike?: number;
  readonly alikeBefore?: number;
}

/** The numbers of one outcome, unrounded. */
export interface ExactFigures {
  readonly groups: readonly GroupFigure[];
  /** Participants minus comparison people (before/after alone: change; opinions: the share). Natural units, not oriented. */
  readonly estimate: number | null;
  readonly range95: Range | null;
  readonly range80: Range | null;
  readonly range50: Range | null;
  /** Range at level 1 − 0.05/K for also-watched outcomes; equals `range95` otherwise. */
  readonly rangeFamily: Range | null;
  readonly standardError: number | null;
  /** Kish sizes of people with a known outcome: participants, comparison. */
  readonly nStar: readonly number[];
  readonly events: number | null;
  readonly nonEvents: number | null;
  readonly df: number | null;
  /** How far one person can decide the model: with less spread than this asks for, no difference may be shown. Null without a model. */
  readonly model: { readonly largestLeverage: number; readonly residualDf: number } | null;
  /** Number of also-watched outcomes in the plan (at least 1). */
  readonly k: number;
  readonly naive: NaiveGap | null;
  /** Every unknown at its worst for participants and best for comparison people, and the reverse. Never a range. */
  readonly bounds: Range | null;
  /** Whether the result holds under other methods; null where there is no verdict that others could change. */
  readonly sensitivity: Sensitivity | null;
  /** Method texts' keys that apply (symmetric range used, Firth, dropped columns …). */
  readonly notes: readonly Note[];
}

/** The unadjusted gap between all eligible people; inside only, beside the adjusted one. */
export interface NaiveGap {
  readonly participants: number;
  readonly comparison: number;
  readonly estimate: number;
  readonly range95: Range | null;
  readonly n: readonly [participants: number, comparison: number];
}

/** A remark about how a figure came about; `key` names a text of the catalogue. */
export interface Note {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** One outcome, judged; unrounded and inside. Others see it only after `disclose`. */
export interface Finding {
  readonly outcome: string;
  readonly role: OutcomeRole;
  readonly who: 'mentees' | 'mentors';
  readonly label: string;
  readonly better: 'higher' | 'lower';
  readonly kind: FigureKind;
  /** `in 100` for shares; for scores the plan's unit, or `points`. */
  readonly unit: string;
  /** Scale ends, when the file gives them. */
  readonly scale: Range | null;
  readonly wave: string | null;
  readonly months: number | null;
  readonly matters: number;
  readonly design: DesignId;
  /** The method that gave the figure: the design's own, or the fallback. */
  readonly method: 'lottery' | 'matched' | 'weighted' | 'change' | 'paired' | 'opinion';
  readonly grade: Grade;
  readonly verdict: Verdict;
  readonly qualifier: Qualifier | null;
  readonly fragile: boolean;
  readonly reasons: readonly Reason[];
  readonly gates: readonly Gate[];
  /** A fact from employment records (floors of 10 per arm) or an answer. */
  readonly source: 'hr' | 'survey';
  /** Colleagues could guess or would be hurt: rating, leave, exit, pay, equity. */
  readonly sensitive: boolean;
  /** The figures, or why there are none. */
  readonly exact: ExactFigures | null;
  readonly missing: Missing | null;
  readonly planned: boolean;
  readonly look: string;
  readonly planFingerprint: string;
}
