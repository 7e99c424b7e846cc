import type { ReliabilityFinding } from '../instruments/reliability.ts';

/** What the answers themselves show, beside outcomes and measures; empty before the look and where there are none. */
export interface SurveyFindings {
  /** How far the items of each scale hang together here. */
  readonly reliability: readonly ReliabilityFinding[];
}

/** The same behind the door; what too few people gave is left out, and coefficients have two decimals. */
export type ShownSurvey = SurveyFindings;
