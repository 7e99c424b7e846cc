/** A measurement plan: what is measured, on whom, compared with whom, when, and what would matter. */
export interface Plan {
  /** Format of the plan; 1 is the only one. */
  readonly plan: 1;
  readonly program?: string;
  readonly cohorts?: readonly string[];
  /** Last day of data that counts, ISO. */
  readonly cutoff: string;
  /** Planned day of the first look, ISO. */
  readonly look: string;
  readonly design: DesignId;
  /** What happens when the groups are not alike enough: another method, or words only (the default). */
  readonly fallback?: 'weighted' | 'words';
  readonly match?: MatchRule;
  readonly covariates?: readonly string[];
  /** Column → the values that are kept, as known on the index date. */
  readonly scope?: Readonly<Record<string, readonly string[]>>;
  readonly minTenureDays?: number;
  readonly primary: PlannedOutcome;
  readonly also?: readonly PlannedOutcome[];
  readonly watchOuts?: readonly PlannedOutcome[];
  readonly negativeControl?: PlannedOutcome;
  readonly cuts?: readonly string[];
  readonly dimensions?: readonly string[];
  readonly instruments?: Readonly<Record<string, string>>;
  readonly waves?: Readonly<Record<string, string>>;
  readonly decision?: { readonly rule?: string; readonly words?: string };
  readonly seed?: number;
  /** Raised floors; they never go below the ones compiled in. */
  readonly floors?: { readonly k?: number; readonly kHr?: number };
  /** Fingerprint of the program plan that this one was derived from, 64 hex digits: what else was locked with it. */
  readonly document?: string;
  /** A statement about the lock; outside the fingerprint. */
  readonly locked?: { readonly on: string; readonly by: string; readonly witness?: string };
  readonly objectives?: Readonly<Record<string, readonly string[]>>;
  readonly costs?: readonly { readonly line: string; readonly amount: number; readonly currency: string }[];
  readonly owners?: Readonly<Record<string, string>>;
  /** What is expected before the start, to know what could be seen; outside the fingerprint. */
  readonly expects?: Expects;
  readonly texts?: Readonly<Record<string, string>>;
}

/** Numbers that planning rests on. Shares lie between 0 and 1. */
export interface Expects {
  readonly participants?: number;
  readonly comparison?: number;
  /** Mentors, and colleagues like them who do not mentor: who outcomes of mentors are about. */
  readonly mentors?: number;
  readonly comparisonMentors?: number;
  /** Shares of participants and of comparison people who will answer. */
  readonly answered?: number;
  readonly comparisonAnswered?: number;
  readonly menteesPerMentor?: number;
  /** Standard deviation of the number of mentees ÷ its mean. */
  readonly mentorVariation?: number;
  /** How alike mentees of one mentor end up: intraclass correlation. */
  readonly mentorCorrelation?: number;
  /** By outcome: the share without the program, or the spread of a scale and its correlation before and after. */
  readonly outcomes?: Readonly<
    Record<string, { readonly share?: number; readonly spread?: number; readonly correlation?: number }>
  >;
}

/** The designs a plan may name (`measurement plan`, field `design`). */
export const DESIGN_IDS = [
  'lottery',
  'waiting-list',
  'matched',
  'weighted',
  'before-after-comparison',
  'before-after',
  'opinions',
] as const;
export type DesignId = (typeof DESIGN_IDS)[number];

/** How similar people are found. */
export interface MatchRule {
  readonly exact?: readonly string[];
  /** Comparison people per participant, 1 to 3. */
  readonly ratio?: 1 | 2 | 3;
  /** Widest distance, in standard deviations of the linear predictor, 0.05 to 0.25. */
  readonly caliper?: number;
}

/** An outcome as the plan names it. */
export interface PlannedOutcome {
  /** `promotion`, `opportunities`, `retention`, or the name of a scale. */
  readonly outcome: string;
  /** Horizon in months (events), or the months that the words name (scales). */
  readonly months?: number;
  /** The wave that is compared (scales); `after` when not given. */
  readonly wave?: string;
  readonly better: 'higher' | 'lower';
  /** Smallest difference that matters, above 0, in the unit of the outcome (shares: 0–1). */
  readonly matters: number;
  readonly who?: 'mentees' | 'mentors';
  readonly label?: string;
  readonly unit?: string;
  readonly cut?: string;
  readonly among?: 'participants';
}
