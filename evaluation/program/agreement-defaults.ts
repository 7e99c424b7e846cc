/** Rhythms that a program may offer: every two weeks, every four weeks, or a number of days of its own. */
export const RHYTHMS = ['two-weekly', 'monthly', 'own'] as const;
export type RhythmId = (typeof RHYTHMS)[number];

/** What the agreement of every pair begins with; each pair may change it. */
export interface AgreementDefaults {
  /** What integrity means here, in words of the program; both read it before the first meeting. */
  readonly integrity: string;
  readonly acknowledged: boolean;
  readonly meetingMinutes: number;
  readonly mainChannel: string;
  readonly fallbackChannel: string;
  /** Working days within which a message is answered. */
  readonly answerWithinDays: number;
  /** A date is moved so many days before; a new one is proposed within so many. */
  readonly noticeDays: number;
  readonly newDateDays: number;
  /** Promises, a sentence each. */
  readonly preparation: readonly string[];
  readonly honesty: readonly string[];
  readonly confidentiality: string;
  /** What is always excepted from it. */
  readonly exceptions: readonly string[];
  /** Both always see who sees what. */
  readonly whoSeesWhat: boolean;
}

/** What pairs and the program team are asked to do, each on or off. */
export interface Activities {
  /** Both name an aim to grow in. */
  readonly growthAims: boolean;
  /** Areas to grow in are asked for before the start. */
  readonly growthAreas: boolean;
  readonly goals: boolean;
  /** Goals are checked for being specific, measurable, achievable, relevant, time-bound. */
  readonly goalChecks: boolean;
  /** Both restate what the mentoring is for, each alone. */
  readonly restatedAims: boolean;
  readonly checkIns: boolean;
  /** One thing that helped, one to change, each to the other. */
  readonly feedback: boolean;
  /** A pair looks back after every so many confirmed meetings. */
  readonly reviewEvery?: number;
  /** Everybody is asked about satisfaction after so many confirmed meetings. */
  readonly surveyAfter?: number;
  /** The program team looks at how pairs meet every so many weeks, with actions, owners, dates. */
  readonly teamReviewWeeks?: number;
  /** What people said and what was done is posted before they are asked again. */
  readonly saidAndDone: boolean;
  readonly integrityReport: boolean;
  /** A message to the integrity contact is possible without signing in. */
  readonly concerns: boolean;
}

/** When the program team is told that a pair may need help. */
export interface FlagRules {
  /** The open gap in rhythms: drifting, and in need of a conversation. */
  readonly drifting: number;
  readonly conversation: number;
  readonly movedInARow: number;
  /** Days without a signed agreement: a reminder, a flag. */
  readonly remindUnsignedDays: number;
  readonly unsignedDays: number;
}
