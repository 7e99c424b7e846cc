import type { Measure } from './measure.ts';
import { opportunities } from './opportunities.ts';
import { promotion } from './promotion.ts';
import { retention } from './retention.ts';
import { scaleScore } from './scale-score.ts';

/** Every measure; one line each. */
export const MEASURES: readonly Measure[] = [
  promotion,
  opportunities,
  retention,
  scaleScore,
] as readonly Measure[];

/** The measure of an outcome named in a plan: one of the registry by its id, else the score of a scale. */
export function measureOf(outcome: string): Measure {
  return MEASURES.find((measure) => measure.id === outcome) ?? (scaleScore as Measure);
}
