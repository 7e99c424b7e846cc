import { agreementKept } from './agreement-kept.ts';
import { channelKept } from './channel-kept.ts';
import { costPerPair } from './cost-per-pair.ts';
import { gapRegularity } from './gap-regularity.ts';
import type { Measure, ProgramMeasure } from './measure.ts';
import { meetingsConfirmed } from './meetings-confirmed.ts';
import { meetingsHeld } from './meetings-held.ts';
import { opportunities } from './opportunities.ts';
import { opportunityRate } from './opportunity-rate.ts';
import { promotion } from './promotion.ts';
import { responseRate } from './response-rate.ts';
import { retention } from './retention.ts';
import { reviewOnTime } from './review-on-time.ts';
import { rhythmKept } from './rhythm-kept.ts';
import { satisfaction } from './satisfaction.ts';
import { scaleScore } from './scale-score.ts';
import { trustLevel } from './trust-level.ts';
import { twoSidedAgreement } from './two-sided-agreement.ts';

/** Every measure that gives each person a number; one line each. */
export const MEASURES: readonly Measure[] = [
  promotion,
  opportunities,
  retention,
  scaleScore,
] as readonly Measure[];

/** Every measure of the life of a program, in the order of their numbers; one line each. */
export const PROGRAM_MEASURES: readonly ProgramMeasure[] = [
  trustLevel,
  agreementKept,
  channelKept,
  rhythmKept,
  meetingsHeld,
  gapRegularity,
  meetingsConfirmed,
  twoSidedAgreement,
  reviewOnTime,
  responseRate,
  satisfaction,
  opportunityRate,
  costPerPair,
] as unknown as readonly ProgramMeasure[];

/** The measure of an outcome named in a plan: one of the registry by its id, else the score of a scale. */
export function measureOf(outcome: string): Measure {
  return MEASURES.find((measure) => measure.id === outcome) ?? (scaleScore as Measure);
}
