import type { Day } from './study/day.ts';
import type { Finding, Missing, Note, Range } from './finding.ts';
import type { MeasureFinding } from './measured.ts';
import type { Plan } from './plan/plan.ts';
import type { ProgramCounts } from './program-counts.ts';
import type { RelationshipLink } from './together/relationship-link.ts';
import type { ShownSurvey } from './survey/shown-survey.ts';
import type { SurveyFindings } from './survey/survey-findings.ts';
import type { ShownFinding, ShownMeasure, ShownSubgroups, ShownWords } from './shown.ts';
import type { Subgroups } from './subgroups/subgroup.ts';
import type { Trends } from './trends/trends.ts';
import type { ShownTrends, ShownViews } from './views/shown-views.ts';
import type { Views } from './views/views.ts';

/** A stage of long work, told to whoever waits. */
export type Progress = (stage: string, done: number, of: number) => void;

/** Everything that `evaluate` finds, unrounded. */
export interface Evaluation extends Frame {
  readonly findings: readonly Finding[];
  readonly balance: readonly BalanceRow[];
  readonly curves: readonly OutcomeCurves[];
  readonly courses: readonly OutcomeCourse[];
  /** How the program ran: every program measure, or why there is none. */
  readonly measures: readonly MeasureFinding[];
  /** What the answers themselves show. */
  readonly survey: SurveyFindings;
  readonly program: ProgramCounts;
  /** How each outcome and the relationship go together among participants; empty where trust was never asked or before the look. */
  readonly links: readonly RelationshipLink[];
  /** What further pictures are drawn from. */
  readonly views: Views;
  readonly trends: Trends;
  /** Differences between groups and cohorts that the plan names. */
  readonly subgroups: Subgroups;
}

/** The same behind the door: what `disclose` lets out. Report, tables, pictures and terminal see only this. */
export interface ShownEvaluation extends Frame {
  readonly findings: readonly ShownFinding[];
  readonly balance: readonly BalanceRow[];
  readonly curves: readonly OutcomeCurves[];
  readonly courses: readonly ShownCourse[];
  readonly measures: readonly ShownMeasure[];
  readonly survey: ShownSurvey;
  /** Null below the floor of people. */
  readonly program: ProgramCounts | null;
  /** Rounded; those of too few people are left out. */
  readonly links: readonly RelationshipLink[];
  readonly views: ShownViews;
  readonly trends: ShownTrends;
  readonly subgroups: ShownSubgroups;
}

/** What is the same on both sides of the door: plan, counts of people, decision. */
export interface Frame {
  readonly plan: Plan;
  readonly planFingerprint: string;
  /** False: the plan carries no statement of a lock, so every figure is exploratory (V13). */
  readonly planLocked: boolean;
  /** True when the plan was drawn up by the program itself because none was given. */
  readonly planDrawn: boolean;
  readonly due: boolean;
  /** Set only before the look date is reached. */
  readonly asOf: Day | null;
  readonly study: StudyCounts;
  readonly decision: Decision;
  readonly draw: DrawSummary | null;
  readonly overlap: OverlapSummary | null;
  readonly notes: readonly Note[];
  readonly warnings: readonly Note[];
}

/** People counted: a step per line, with those left out and why. */
export interface StudyCounts {
  readonly people: number;
  readonly participants: number;
  readonly comparison: number;
  readonly leftOut: readonly LeftOut[];
  readonly flow: readonly FlowStep[];
}

/** A reason why people are not counted, and how many of each arm it took. */
export interface LeftOut {
  /** Key of a catalogue text, e.g. `not-eligible-on-dealt-date`, `problem-rows`. */
  readonly reason: string;
  readonly n: number;
  readonly participants: number;
  readonly comparison: number;
}

/** One box of the flow picture. */
export interface FlowStep {
  /** `on-file`, `eligible`, `compared`, `known` (primary outcome known). */
  readonly step: 'on-file' | 'eligible' | 'compared' | 'known';
  readonly participants: number;
  readonly comparison: number;
}

/** The draw of a lottery or a waiting list, for the report: draws, people, how many took part as drawn. */
export interface DrawSummary {
  /** Draws that are compared, and those left out because all or none were drawn. */
  readonly strata: number;
  readonly strataLeftOut: number;
  readonly assigned: number;
  readonly others: number;
  readonly tookPartAmongAssigned: number | null;
  readonly tookPartAmongOthers: number | null;
  /** Of how many it is known whether they took part. */
  readonly knownAmongAssigned: number;
  readonly knownAmongOthers: number;
  /** People not drawn who have a place of their own later, on file. */
  readonly startedLater: number;
}

/** How well the groups overlap after matching or weighting. */
export interface OverlapSummary {
  readonly method: 'matched' | 'weighted';
  readonly participantsEligible: number;
  readonly participantsUsed: number;
  readonly comparisonUsed: number;
  readonly kish: number;
  readonly largestWeightShare: number;
  /** Set when the planned method failed a gate and the fallback took over. */
  readonly fellBackFrom: 'matched' | 'weighted' | null;
  readonly caliperDistance: number | null;
}

/** One characteristic before the start, before and after matching or weighting. */
export interface BalanceRow {
  /** Column name, or `column: level` for a level of a category. */
  readonly characteristic: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly inBand: boolean;
  /** Share of people whose value is not known. */
  readonly missing: number;
}

/** Cumulative incidence per quarter, both arms. */
export interface OutcomeCurves {
  readonly outcome: string;
  readonly who: 'mentees' | 'mentors';
  readonly months: number;
  readonly label: string;
  readonly arms: readonly {
    readonly who: 'participants' | 'comparison';
    readonly steps: readonly CurveStep[];
    /** Set when the curve stops before the horizon, with the month. */
    readonly stopsAtMonth: number | null;
  }[];
}

/** The state at the end of a quarter. */
export interface CurveStep {
  readonly month: number;
  readonly observed: number;
  readonly value: number;
  readonly range95: Range | null;
}

/** Means of a scale at each wave, both arms. */
export interface OutcomeCourse {
  readonly outcome: string;
  readonly who: 'mentees' | 'mentors';
  readonly label: string;
  readonly unit: string;
  readonly scale: Range | null;
  readonly waves: readonly CoursePoint[];
}

/** One wave of one arm. */
export interface CoursePoint {
  readonly wave: string;
  readonly who: 'participants' | 'comparison';
  /** Median day of the answers, relative to the index day, in months. */
  readonly month: number;
  /** Median date of the answers, ISO. */
  readonly date: string;
  readonly n: number;
  readonly value: number | null;
  readonly range95: Range | null;
  readonly range80: Range | null;
  readonly range50: Range | null;
  /** How many of the n share one value, where more than half do. */
  readonly alike?: number;
}

/** A course behind the door: points with too few people have no value, or words. */
export interface ShownCourse extends Omit<OutcomeCourse, 'waves'> {
  readonly waves: readonly (Omit<CoursePoint, 'alike'> & {
    readonly words: ShownWords | null;
    readonly hidden: boolean;
  })[];
}

/** What the decision rule of the plan says. */
export interface Decision {
  /** The rule in words; null: the default rule. */
  readonly rule: string | null;
  readonly outcome: 'continue' | 'change' | 'people-decide' | 'not-due';
  /** Outcomes behind it: which are outside their limit, which cannot be told. */
  readonly outside: readonly string[];
  readonly cannotTell: readonly string[];
}

/** A figure or the reason why there is none. */
export type Answer<T> = ({ readonly kind: 'figure' } & T) | ({ readonly kind: 'missing' } & Missing);
