import type { Instrument } from '../instruments/instrument.ts';
import type { ProgramRows } from './program-rows.ts';

/** Rows as they came in and passed the checks of intake: the raw material of a study. Columns of equal length. */
export interface StudyRows {
  readonly people: PeopleRows;
  readonly events: EventRows;
  readonly scores: ScoreRows;
  /** The life of the program, when its files are there. */
  readonly program?: ProgramRows;
  /** Instruments that the study brings along, with the right to use them. */
  readonly instruments?: readonly Instrument[];
}

/** One row per person and cohort, in the order of the file. */
export interface PeopleRows {
  readonly count: number;
  readonly person: readonly string[];
  /** Empty text when the file has no cohorts. */
  readonly cohort: readonly string[];
  /** 1 participant (lottery: assigned), 0 comparison. */
  readonly arm: Uint8Array;
  /** Index day; `MISSING_DAY` for comparison people whose date is dealt. */
  readonly index: Int32Array;
  /** 0 mentee, 1 mentor (comparison people: like whom). */
  readonly role: Uint8Array;
  readonly hired: Int32Array;
  readonly lastSeen: Int32Array;
  /** `m1;m2` as given, empty when not known. */
  readonly mentor: readonly string[];
  /** Empty text when there are no strata. */
  readonly stratum: readonly string[];
  /** Probability of being drawn (lottery); NaN when it is the drawn share of the stratum. */
  readonly probability: Float64Array;
  /** 1 took part, 0 did not, 2 not known. Only counted, never compared. */
  readonly tookPart: Uint8Array;
  /** Every further column, by its name. */
  readonly covariates: ReadonlyMap<string, Covariate>;
}

/** A baseline fact about people: numbers, or named levels. */
export type Covariate =
  | { readonly kind: 'numeric'; readonly values: Float64Array }
  /** `codes[i]` is 0 when missing, else 1 + the position in `levels` (sorted by code units). */
  | { readonly kind: 'category'; readonly codes: Int32Array; readonly levels: readonly string[] };

/** The kinds of employment events. A closed set: code = position. */
export const EVENT_KINDS = [
  'hire',
  'promotion',
  'role',
  'opportunity',
  'rating',
  'leave',
  'return',
  'exit',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Dated employment events of people on file; events of unknown people are already left out and counted. */
export interface EventRows {
  readonly count: number;
  /** Key of the person. */
  readonly person: readonly string[];
  readonly day: Int32Array;
  /** Position in `EVENT_KINDS`. */
  readonly kind: Uint8Array;
  readonly value: readonly string[];
}

/** Scores of people on scales, by wave. */
export interface ScoreRows {
  readonly count: number;
  readonly person: readonly string[];
  readonly wave: readonly string[];
  readonly day: Int32Array;
  readonly scale: readonly string[];
  readonly score: Float64Array;
  /** Lowest and highest possible value; NaN when not given. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Key of the person that the score is about; empty: the person who answered. */
  readonly about: readonly string[];
  readonly instrument: readonly string[];
  /** Of the instrument; another version is another instrument (F9). */
  readonly version: readonly string[];
  /** Items answered; 0 when not said. */
  readonly nItems: Int32Array;
}
