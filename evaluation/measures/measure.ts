import type { Subject } from '../instruments/instrument.ts';
import type { FigureKind, Missing, Range } from '../finding.ts';
import type { FollowUp } from '../study/follow-up.ts';
import type { ProgramColumns, ProgramNeed } from '../study/program-columns.ts';

/** Every column that a comparable measure can ask for, for the people of one arm. */
export interface MeasureColumns {
  readonly promotion: FollowUp;
  readonly opportunity: FollowUp;
  readonly exit: FollowUp;
  /** Score at the wave of the plan; NaN when not known. */
  readonly score: Float64Array;
  /** Score of the same people before the start; NaN when not known. */
  readonly scoreBefore: Float64Array;
}
export type Need = keyof MeasureColumns;

/** One number per person of an arm: what the estimator compares. */
export interface ArmOutcome {
  /** NaN when not known. */
  readonly values: Float64Array;
  readonly events: number | null;
  readonly nonEvents: number | null;
  /** People of whom the share speaks: with the event, or still without it where staying is what counts. */
  readonly count: number | null;
  /** People lost from the file before horizon and cut-off, without an event. */
  readonly lost: number;
  /** 1 per person whose outcome is not known at the horizon or wave, for the bounds. */
  readonly unknown: Uint8Array;
}

/** A figure of one arm alone. */
export interface ArmFigure {
  readonly estimate: number;
  readonly standardError: number;
  readonly range95: Range | null;
  readonly n: number;
}

/** Tiny data and its right answer, from R or by hand; printed on the measure's page and run as its first test. */
export interface Worked<N extends Need> {
  readonly columns: Pick<MeasureColumns, N>;
  readonly expected: { readonly estimate: number; readonly standardError?: number; readonly range95?: Range };
  readonly from: string;
}

/** What every measure promises in public; its words stand in the catalogue under `measure.<id>`. */
interface MeasureFacts {
  /** A noun; the file's name. */
  readonly id: string;
  /** M01 … M37. */
  readonly number: string;
  /** Requirements that it serves, S… and G…. */
  readonly serves?: readonly string[];
  /** Colleagues could guess or would be hurt: rating, leave, exit, pay, equity. */
  readonly sensitive: boolean;
  readonly better: 'higher' | 'lower';
  readonly sources: readonly string[];
  readonly reviewed: { readonly on: string; readonly again: string };
}

/** A measure that gives each person one number, so that arms can be compared. */
export interface Measure<N extends Need = Need> extends MeasureFacts {
  readonly kind: FigureKind;
  readonly source: 'hr' | 'survey';
  /** The columns it receives; reading others does not compile. */
  readonly needs: readonly N[];
  /** The kind of event that the figure counts, where it counts one. */
  readonly counts: 'promotion' | 'opportunity' | 'exit' | null;
  outcome(columns: Pick<MeasureColumns, N>): ArmOutcome | Missing;
  compute(columns: Pick<MeasureColumns, N>): ArmFigure | Missing;
  readonly worked: readonly Worked<N>[];
}

/** A measure, checked by the compiler and returned as it is; its words stand in the catalogue under `measure.<id>`. */
export function defineMeasure<const N extends Need>(measure: Measure<N>): Measure<N> {
  return measure;
}

/** Whether an answer is the reason why there is none. */
export function isMissing(answer: object): answer is Missing {
  return 'reason' in answer;
}

/** What a figure of a program measure is counted in. Shares lie between 0 and 1. */
export type MeasureUnit =
  | 'share'
  // A difference of two shares, −1 to 1.
  | 'share-change'
  | 'points'
  | 'per-100-person-years'
  | 'coefficient'
  | 'minutes'
  | 'money'
  | 'count';

/**
 * A sum that counts of figures of one measure make up. Where no figure is the whole, the parts add up to what is known (the n), which is
 * always told. Disclosure sees to it that no part can be found by taking away the others.
 */
export interface PartOfSum {
  readonly sum: string;
  readonly as: 'part' | 'whole';
}

/** One figure of a program measure, unrounded; a measure gives one or several, the main one first. */
export interface MeasureFigure {
  /** Names the figure within its measure, kebab-case: `mentees-about-mentors`, `kept`. Its words: `measure.<id>.figure.<key>`. */
  readonly key: string;
  /** The wave that it speaks of, and the scale or competency by its name in the data, where a measure gives a figure for each. */
  readonly wave?: string;
  readonly topic?: string;
  readonly unit: MeasureUnit;
  /** Currency of money, ISO 4217. */
  readonly currency?: string;
  /** Ends of the scale, for points. */
  readonly scale?: Range | null;
  readonly value: number | Missing;
  /** Satisfaction is never rounded up; everything else goes to the nearest step. */
  readonly rounding?: 'down';
  readonly range95: Range | null;
  /** Why there is no range; a text of the catalogue under `no-range.<key>`. Null when there is one. */
  readonly noRange: string | null;
  /** Known and roster, in what the measure counts. */
  readonly n: number;
  readonly asked: number;
  readonly of:
    'people' | 'pairs' | 'occasions' | 'goals' | 'meetings' | 'gaps' | 'days' | 'reviews' | 'items';
  /** How many of the n, or of what `outOf` says, for shares of whole things. */
  readonly count: number | null;
  /** What the count is out of where the unknown stay in the denominator; the n when not given. */
  readonly outOf?: number;
  /** People (not rows) behind it: what the floors look at. */
  readonly people: number;
  /** Every unknown at its worst and at its best; null where nothing is unknown or the scale has no ends. */
  readonly bounds: Range | null;
  readonly sums?: readonly PartOfSum[];
  /** Whether the count is of people who answered, of those asked. */
  readonly answered?: true;
  /** Of a mean: how many of the n share one value, where more than half do. */
  readonly alike?: number;
  /** Of a difference of two shares: how many of how many, before and after. */
  readonly shares?: readonly (readonly [count: number, people: number])[];
  /** The least that the measure asks for before the figure may be given, and what there is. */
  readonly least: { readonly need: number; readonly have: number };
}

/** What a program measure may know beside its columns. */
export interface MeasureContext {
  readonly cutoff: number;
  /** A review is due after every so many confirmed meetings. */
  readonly reviewEvery: number;
  /** Where bootstraps start, as the plan says. */
  readonly seed: number;
  /** What the plan set to matter for a scale, in points; undefined when it does not name the scale. */
  matters(scale: string): number | undefined;
  /** Which way is good on a scale: as the plan says, else as its instrument says, else higher. */
  better(scale: string): 'higher' | 'lower';
  /** Whom the plan asks about a scale; mentees where it says nothing. */
  who(scale: string): 'mentees' | 'mentors';
  /** What a scale is about, as its instrument says; undefined when no instrument knows it. */
  subject(scale: string): Subject | undefined;
  /** How reliable a scale is in these answers (alpha, from 50 complete answers on); undefined when that is not known. */
  reliability(scale: string): number | undefined;
}

/** Tiny tables and their right answer; columns that are not given are empty. */
export interface WorkedProgram<N extends ProgramNeed, U extends ProgramNeed = never> {
  readonly columns: Pick<ProgramColumns, N> & Partial<Pick<ProgramColumns, U>>;
  readonly context?: Partial<MeasureContext>;
  /** Per key of a figure: value and, where stated, range and bounds. */
  readonly expected: Readonly<
    Record<string, { readonly value: number; readonly range95?: Range; readonly bounds?: Range }>
  >;
  readonly from: string;
}

/** A measure of the life of a program: its pairs, meetings, promises, goals, answers, costs. Never compared between arms. */
export interface ProgramMeasure<
  N extends ProgramNeed = ProgramNeed,
  U extends ProgramNeed = ProgramNeed,
> extends MeasureFacts {
  /** The tables it receives; reading others does not compile. */
  readonly needs: readonly N[];
  /** Tables that it uses where they are there. */
  readonly uses?: readonly U[];
  /** Results wait for the planned look; how the program runs may be known at any time. */
  readonly when: 'any-time' | 'at-look';
  /** What the data come from. */
  readonly from: 'records' | 'answers' | 'both';
  compute(
    columns: Pick<ProgramColumns, N> & Partial<Pick<ProgramColumns, NoInfer<U>>>,
    context: MeasureContext,
  ): readonly MeasureFigure[] | Missing;
  readonly worked: readonly WorkedProgram<N, NoInfer<U>>[];
}

/** A program measure, checked by the compiler and returned as it is. */
export function defineProgramMeasure<const N extends ProgramNeed, const U extends ProgramNeed = never>(
  measure: ProgramMeasure<N, U>,
): ProgramMeasure<N, U> {
  return measure;
}
