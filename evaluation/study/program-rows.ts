/** Who of a pair: bit masks of the tables, 1 mentor, 2 mentee, 3 both. */
export const MENTOR = 1;
export const MENTEE = 2;
export const BOTH = 3;

/** How an enrolment or a pair ended. Code = position; `none` while it is open or when nobody said. */
export const END_KINDS = ['none', 'completed', 'early', 'moved-on'] as const;

/** What became of a planned meeting. Code = position. */
export const MEETING_STATES = ['held', 'moved', 'cancelled'] as const;

/** How one side saw a promise. Code = position. */
export const PROMISE_VIEWS = ['none', 'kept', 'renegotiated', 'missed'] as const;

/** The five checks of a goal, in the order of their letters. */
export const SMART_PARTS = ['specific', 'measurable', 'achievable', 'relevant', 'time_bound'] as const;

/** What a check of a goal says. Code = position; an overruled check counts as met and is counted apart. */
export const SMART_ANSWERS = ['no', 'yes', 'overruled'] as const;

/** What became of a goal. Code = position. */
export const GOAL_STATES = ['open', 'reached', 'renegotiated', 'dropped'] as const;

/** A time, first and last day. */
export type Interval = readonly [from: number, to: number];

/**
 * The life of a program as files hold it; a table is null when its file is not there. Columns of one table are of equal length, days are whole
 * days since 1970 (`MISSING_DAY` when empty), texts are empty when not given.
 */
export interface ProgramRows {
  readonly enrolments: EnrolmentRows | null;
  readonly pairs: PairRows | null;
  readonly meetings: MeetingRows | null;
  readonly promises: PromiseRows | null;
  readonly areas: AreaRows | null;
  readonly goals: GoalRows | null;
  readonly reviews: ReviewRows | null;
  readonly actions: ActionRows | null;
  readonly feedback: FeedbackRows | null;
  readonly understanding: UnderstandingRows | null;
  readonly gates: GateRows | null;
  readonly asked: AskedRows | null;
  readonly costs: CostRows | null;
  readonly roster: RosterRows | null;
  readonly answers: AnswerRows | null;
}

/** enrolments.csv: person, role, from, planned_to, to, end_kind. */
export interface EnrolmentRows {
  readonly count: number;
  readonly person: readonly string[];
  /** 0 mentee, 1 mentor. */
  readonly role: Uint8Array;
  readonly from: Int32Array;
  readonly plannedTo: Int32Array;
  readonly to: Int32Array;
  /** Position in `END_KINDS`. */
  readonly endKind: Uint8Array;
}

/** pairs.csv: pair, mentor, mentee, made, planned_end, ended, end_kind, rhythm_days, paused, cohort (optional). One row per pair ever made. */
export interface PairRows {
  readonly count: number;
  readonly pair: readonly string[];
  readonly mentor: readonly string[];
  readonly mentee: readonly string[];
  readonly cohort: readonly string[];
  readonly made: Int32Array;
  readonly plannedEnd: Int32Array;
  readonly ended: Int32Array;
  readonly endKind: Uint8Array;
  /** Agreed days between meetings; 0 when none was agreed. */
  readonly rhythmDays: Int32Array;
  /** Agreed pauses, in order, not overlapping. */
  readonly paused: readonly (readonly Interval[])[];
}

/** meetings.csv: pair, day, state, reported_by (`mentor;mentee`). Confirmed = held and reported by both. */
export interface MeetingRows {
  readonly count: number;
  readonly pair: readonly string[];
  readonly day: Int32Array;
  /** Position in `MEETING_STATES`. */
  readonly state: Uint8Array;
  readonly reportedBy: Uint8Array;
}

/** promises.csv: pair, kind, due, view_mentor, view_mentee, renegotiated_on. One row per occasion. */
export interface PromiseRows {
  readonly count: number;
  readonly pair: readonly string[];
  readonly kind: readonly string[];
  readonly due: Int32Array;
  /** Positions in `PROMISE_VIEWS`. */
  readonly viewMentor: Uint8Array;
  readonly viewMentee: Uint8Array;
  readonly renegotiatedOn: Int32Array;
}

/** areas.csv: pair, side, area. A growth area that one side named. */
export interface AreaRows {
  readonly count: number;
  readonly pair: readonly string[];
  /** `MENTOR` or `MENTEE`. */
  readonly side: Uint8Array;
  readonly area: readonly string[];
}

/** goals.csv: pair, goal, owner, mutual, area, specific … time_bound, baseline, target, unit, start, due, progress, state. */
export interface GoalRows {
  readonly count: number;
  readonly pair: readonly string[];
  readonly goal: readonly string[];
  /** Whose goal it is: `MENTOR`, `MENTEE` or `BOTH`. */
  readonly owner: Uint8Array;
  /** Who confirmed it and tied it to an own aspiration; mutual = `BOTH`. */
  readonly mutual: Uint8Array;
  readonly area: readonly string[];
  /** Per part of `SMART_PARTS`, positions in `SMART_ANSWERS`. */
  readonly smart: readonly Uint8Array[];
  /** NaN when not given. */
  readonly baseline: Float64Array;
  readonly target: Float64Array;
  readonly unit: readonly string[];
  readonly start: Int32Array;
  readonly due: Int32Array;
  /** Progress in order of days: `2027-02-10` counts one occasion (value NaN), `2027-02-10=8.5` says where it stands. */
  readonly progress: readonly (readonly { readonly day: number; readonly value: number }[])[];
  /** Position in `GOAL_STATES`. */
  readonly state: Uint8Array;
}

/** reviews.csv: pair, number, due, done, channel_mentor, channel_mentee (optional: answered within the agreed time, yes or no). */
export interface ReviewRows {
  readonly count: number;
  readonly pair: readonly string[];
  readonly number: Int32Array;
  readonly due: Int32Array;
  readonly done: Int32Array;
  /** 0 no, 1 yes, 2 not known. */
  readonly channelMentor: Uint8Array;
  readonly channelMentee: Uint8Array;
}

/** actions.csv: pair, due, closed. */
export interface ActionRows {
  readonly count: number;
  readonly pair: readonly string[];
  readonly due: Int32Array;
  readonly closed: Int32Array;
}

/** feedback.csv: pair, from_mentor, from_mentee: how often each side gave feedback. */
export interface FeedbackRows {
  readonly count: number;
  readonly pair: readonly string[];
  readonly fromMentor: Int32Array;
  readonly fromMentee: Int32Array;
}

/** understanding.csv: pair, items, same (−1 when the two have not answered). */
export interface UnderstandingRows {
  readonly count: number;
  readonly pair: readonly string[];
  readonly items: Int32Array;
  readonly same: Int32Array;
}

/** gates.csv: person, gate, due, done. */
export interface GateRows {
  readonly count: number;
  readonly person: readonly string[];
  readonly gate: readonly string[];
  readonly due: Int32Array;
  readonly done: Int32Array;
}

/** asked.csv: role, month (`2026-05`), minutes: estimated minutes of the forms sent to one person of the role. */
export interface AskedRows {
  readonly count: number;
  readonly role: Uint8Array;
  readonly month: readonly string[];
  readonly minutes: Float64Array;
}

/** costs.csv: line, kind, amount, currency, booked (`yes` or `no`: estimated). */
export interface CostRows {
  readonly count: number;
  readonly line: readonly string[];
  readonly kind: readonly string[];
  readonly amount: Float64Array;
  readonly currency: readonly string[];
  /** 0 estimated, 1 booked, 2 not said. */
  readonly booked: Uint8Array;
}

/** roster.csv: wave, role, asked, answered. The denominators of survey figures. */
export interface RosterRows {
  readonly count: number;
  readonly wave: readonly string[];
  /** 0 mentee, 1 mentor. */
  readonly role: Uint8Array;
  readonly asked: Int32Array;
  readonly answered: Int32Array;
}

/**
 * answers.csv: person, about, instrument, version, wave, date, item, answer, language (optional). One row per answer as it was given, from named rounds
 * only; who chose several options at once has a row per option, equal but for `answer`.
 */
export interface AnswerRows {
  readonly count: number;
  readonly person: readonly string[];
  /** Key of the person that the answer is about; empty: the person who answered. */
  readonly about: readonly string[];
  readonly instrument: readonly string[];
  readonly version: readonly string[];
  readonly wave: readonly string[];
  readonly day: Int32Array;
  readonly item: readonly string[];
  /** The answer as text, its code or its words; empty when the item was put and not answered. */
  readonly answer: readonly string[];
  /** In which language it was answered, as given; empty when not said. */
  readonly language: readonly string[];
}
