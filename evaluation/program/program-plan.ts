import type { DesignId, MatchRule, PlannedOutcome } from '../plan/plan.ts';
import type { KpiPresetId } from './kpis/kpi.ts';
import type { Activities, AgreementDefaults, FlagRules, RhythmId } from './agreement-defaults.ts';

/**
 * The whole document that a program is planned with, a part for each of its seven steps. It may be unfinished: what is not said is left
 * out, lists are empty. The measurement plan that is evaluated is derived from it (`studyPlan`).
 *
 * Units: days as ISO dates, shares 0 to 1, minutes, months, money nowhere.
 */
export interface ProgramPlan {
  /** Format of the document; 1 is the only one. */
  readonly programPlan: 1;
  /** Id of the template that it began with. */
  readonly template: string;
  readonly purpose: Purpose;
  readonly rhythm: Rhythm;
  readonly success: Success;
  readonly comparison: Comparison;
  readonly expected: Expected;
  readonly privacy: Privacy;
  readonly looks: Looks;
}

/** The steps of setting a program up, in their order; each is a part of the document. */
export const STEPS = [
  'purpose',
  'rhythm',
  'success',
  'comparison',
  'expected',
  'privacy',
  'looks',
] as const satisfies readonly (keyof ProgramPlan)[];
export type Step = (typeof STEPS)[number];

/** Step 1: what the program is for, whose it is, what it aims at, and what is owed to everybody in it. */
export interface Purpose {
  readonly program: string;
  readonly why: string;
  /** First and planned last day. */
  readonly from?: string;
  readonly to?: string;
  readonly cohorts: readonly string[];
  /** Who holds which role, by name, for print; nobody gets a right by standing here. */
  readonly holders: readonly RoleHolder[];
  readonly objectives: readonly Objective[];
  readonly kpis: readonly Kpi[];
  readonly gates: readonly EthicsGate[];
}

/** A role of a program and who holds it. */
export interface RoleHolder {
  readonly role: HeldRole;
  readonly name: string;
}

/** The roles that a plan names people for. */
export const HELD_ROLES = [
  'program-manager',
  'evaluator',
  'sponsor',
  'observer',
  'box-keeper',
  'integrity-contact',
] as const;
export type HeldRole = (typeof HELD_ROLES)[number];

/** What the program aims at, and the KPIs and measures that show whether it gets there. */
export interface Objective {
  readonly id: string;
  readonly words: string;
  /** Ids of KPIs of this plan. */
  readonly kpis: readonly string[];
  /** Ids of measures that are on. */
  readonly measures: readonly string[];
}

/** A KPI: from a preset or of the organisation's own; locked with the plan. */
export interface Kpi {
  readonly id: string;
  /** Preset that it was taken from. */
  readonly preset?: KpiPresetId;
  /** Measure that gives the same number, where there is one. */
  readonly measure?: string;
  readonly name: string;
  readonly definition: string;
  readonly formula: string;
  readonly unit: string;
  readonly source: string;
  readonly owner: string;
  readonly schedule: string;
  /** Where it stands before the start, and where it is to be, in its unit. */
  readonly baseline?: number;
  readonly target?: number;
}

/** When an ethics gate is due. */
export const GATE_TIMES = ['start', 'middle', 'end', 'after'] as const;
export type GateTime = (typeof GATE_TIMES)[number];

/** Something owed to everybody in the program at a time, and recorded. */
export interface EthicsGate {
  readonly at: GateTime;
  /** One of the usual gates, or own words. */
  readonly gate: string;
}

/** Step 2: how often pairs may agree to meet, what their agreement begins with, which forms there are. */
export interface Rhythm {
  /** What a pair may choose from, and what stands there first. */
  readonly offered: readonly RhythmId[];
  readonly usual: RhythmId;
  /** Days between meetings of the rhythm `own`. */
  readonly ownDays?: number;
  readonly agreement: AgreementDefaults;
  readonly activities: Activities;
  readonly flags: FlagRules;
}

/** Step 3: what is measured, which outcome decides, what must not get worse. */
export interface Success {
  readonly measures: readonly MeasureOn[];
  readonly primary?: ProgramOutcome;
  /** At most 5. */
  readonly also: readonly ProgramOutcome[];
  /** At least 1, at most 5. */
  readonly watchOuts: readonly ProgramOutcome[];
  /** Something that the program cannot affect. */
  readonly negativeControl?: ProgramOutcome;
  /** The decision rule in own words; the usual rule where not given. */
  readonly decision?: string;
}

/** A measure that is on, with who looks after it and when; its definition, formula, unit and source are those of the registry. */
export interface MeasureOn {
  readonly measure: string;
  readonly owner: string;
  readonly schedule: string;
}

/** An outcome as a measurement plan names it, with the measure that shows it and the instrument that asks for it. */
export interface ProgramOutcome extends PlannedOutcome {
  readonly measure: string;
  readonly instrument?: string;
}

/** Step 4: compared with whom. */
export interface Comparison {
  readonly design?: DesignId;
  readonly fallback?: 'weighted' | 'words';
  readonly match?: MatchRule;
  readonly covariates: readonly string[];
  readonly scope?: Readonly<Record<string, readonly string[]>>;
  readonly minTenureDays?: number;
  /** Columns that part people into groups whose difference is looked at; at most 3. */
  readonly cuts: readonly string[];
}

/** Step 5: what is expected before the start, to know what could be seen. */
export interface Expected {
  readonly participants?: number;
  readonly mentors?: number;
  readonly applicants?: number;
  readonly comparison?: number;
  /** Colleagues like the mentors who do not mentor. */
  readonly comparisonMentors?: number;
  readonly answered?: number;
  readonly comparisonAnswered?: number;
  readonly mentorVariation?: number;
  readonly mentorCorrelation?: number;
  /** By outcome: the share without the program, or the spread of a scale and its correlation before and after. */
  readonly outcomes: Readonly<Record<string, ExpectedShape>>;
  /** Outcomes that would usually be missed and are kept knowing that. */
  readonly keptKnowingly: readonly string[];
}

/** What an outcome is expected to look like without the program. */
export interface ExpectedShape {
  readonly share?: number;
  readonly spread?: number;
  readonly correlation?: number;
}

/** Step 6: who sees what from how many people on, what is asked, how long it is kept. */
export interface Privacy {
  /** Fewest people behind a result, 5 to 20; and per arm behind one from employment records, 10 or more. */
  readonly least: number;
  readonly leastHr: number;
  /** Columns by which results are shown apart; at most 3. */
  readonly groups: readonly string[];
  /** Names of those who read comments. */
  readonly commentReaders: readonly string[];
  readonly keep: Retention;
  readonly surveys: readonly PlannedSurvey[];
  /** Most minutes that forms may ask of one person in twelve months. */
  readonly cap: MinutesByRole;
}

/** Months after the end for which something is kept. */
export interface Retention {
  readonly names: number;
  /** Meetings, goals, notes, signed answers, comments. */
  readonly notes: number;
  readonly confidential: number;
  readonly sealed: number;
  readonly hr: number;
}

/** Minutes of one mentee and of one mentor. */
export interface MinutesByRole {
  readonly mentee: number;
  readonly mentor: number;
}

/** A survey that is planned: at which wave, when, with which instruments, how long it takes. */
export interface PlannedSurvey {
  readonly id: string;
  readonly name: string;
  readonly wave: string;
  readonly on?: string;
  readonly instruments: readonly string[];
  readonly promise: 'signed' | 'confidential' | 'sealed';
  /** 0 where a role is not asked. */
  readonly minutes: MinutesByRole;
}

/** Step 7: when data end, when results are first looked at, who is asked again later. */
export interface Looks {
  readonly cutoff?: string;
  readonly look?: string;
  /** Where chance begins, so that everybody draws the same. */
  readonly seed?: number;
  /** Months after the end. */
  readonly followUps: readonly number[];
}
