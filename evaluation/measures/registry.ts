import { agreementKept } from './agreement-kept.ts';
import { channelKept } from './channel-kept.ts';
import { commitmentFelt } from './commitment-felt.ts';
import { costPerPair } from './cost-per-pair.ts';
import { earlyEndings } from './early-endings.ts';
import { ethics } from './ethics.ts';
import { feedbackReciprocity } from './feedback-reciprocity.ts';
import { gapRegularity } from './gap-regularity.ts';
import { gates } from './gates.ts';
import { goalsMutual } from './goals-mutual.ts';
import { goalsOnTrack } from './goals-on-track.ts';
import { growthCoverage } from './growth-coverage.ts';
import { honesty } from './honesty.ts';
import { listeningTrust } from './listening-trust.ts';
import { listening } from './listening.ts';
import type { Measure, ProgramMeasure } from './measure.ts';
import { meetingQuality } from './meeting-quality.ts';
import { meetingsConfirmed } from './meetings-confirmed.ts';
import { meetingsHeld } from './meetings-held.ts';
import { mentorWorkload } from './mentor-workload.ts';
import { minutesAsked } from './minutes-asked.ts';
import { opportunities } from './opportunities.ts';
import { opportunityRate } from './opportunity-rate.ts';
import { promotion } from './promotion.ts';
import { reliableChange } from './reliable-change.ts';
import { responseRate } from './response-rate.ts';
import { retention } from './retention.ts';
import { reviewOnTime } from './review-on-time.ts';
import { rhythmKept } from './rhythm-kept.ts';
import { satisfaction } from './satisfaction.ts';
import { scaleScore } from './scale-score.ts';
import { skillChange } from './skill-change.ts';
import { smartCoverage } from './smart-coverage.ts';
import { supportFelt } from './support-felt.ts';
import { transparency } from './transparency.ts';
import { trustAsymmetry } from './trust-asymmetry.ts';
import { trustLevel } from './trust-level.ts';
import { trustMutual } from './trust-mutual.ts';
import { trustTrend } from './trust-trend.ts';
import { twoSidedAgreement } from './two-sided-agreement.ts';
import { understanding } from './understanding.ts';
import { worsened } from './worsened.ts';

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
  trustMutual,
  trustTrend,
  trustAsymmetry,
  honesty,
  transparency,
  ethics,
  listening,
  listeningTrust,
  agreementKept,
  channelKept,
  understanding,
  rhythmKept,
  meetingsHeld,
  gapRegularity,
  meetingsConfirmed,
  twoSidedAgreement,
  feedbackReciprocity,
  meetingQuality,
  goalsMutual,
  smartCoverage,
  goalsOnTrack,
  growthCoverage,
  reviewOnTime,
  responseRate,
  satisfaction,
  skillChange,
  reliableChange,
  opportunityRate,
  earlyEndings,
  worsened,
  mentorWorkload,
  minutesAsked,
  costPerPair,
  gates,
  supportFelt,
  commitmentFelt,
] as unknown as readonly ProgramMeasure[];

/** The measure of an outcome named in a plan: one of the registry by its id, else the score of a scale. */
export function measureOf(outcome: string): Measure {
  return MEASURES.find((measure) => measure.id === outcome) ?? (scaleScore as Measure);
}
