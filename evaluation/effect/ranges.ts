import { tRange } from '#stats/means/t-range.ts';
import { tQuantile } from '#stats/numeric/t-quantile.ts';
import { recoveredDifference } from '#stats/proportions/recovered-difference.ts';
import { wilson } from '#stats/proportions/wilson.ts';
import type { Range } from '../finding.ts';
import type { ModelFigure, ModelFigures } from './model.ts';

/** The range of one arm's share: Wilson at the effective size that its standard error implies. */
export function shareRange(figure: ModelFigure, kish: number, level: number): Range | null {
  const { estimate: share, standardError, degreesOfFreedom } = figure;
  if (share < 0 || share > 1 || !(degreesOfFreedom > 0)) return null;
  const size =
    share === 0 || share === 1 || standardError === 0 ? kish : (share * (1 - share)) / standardError ** 2;
  return wilson(share, size, tQuantile((1 + level) / 2, degreesOfFreedom));
}

/** The range of one arm's mean. */
export function meanRange(figure: ModelFigure, level: number): Range | null {
  if (!(figure.degreesOfFreedom > 0) || !(figure.standardError > 0)) return null;
  return tRange(figure.estimate, figure.standardError, figure.degreesOfFreedom, level);
}

/** The range of the difference of two shares, and whether the symmetric one had to stand in. */
export interface DifferenceOfShares {
  readonly range: Range | null;
  readonly symmetric: boolean;
}

/**
 * The range of a difference of shares by recovered variances, at the quantile of the difference's own degrees of freedom;
 * the symmetric range where adjustment pushed a share outside 0 to 1.
 *
 * @see Zou and Donner 2008; Newcombe 1998
 */
export function shareDifferenceRange(
  figures: ModelFigures,
  kish: readonly [participants: number, comparison: number],
  level: number,
): DifferenceOfShares {
  const { difference } = figures;
  const shared = { degreesOfFreedom: difference.degreesOfFreedom };
  const first = shareRange({ ...figures.participants, ...shared }, kish[0], level);
  const second = shareRange({ ...figures.comparison, ...shared }, kish[1], level);
  if (!first || !second) return { range: meanRange(difference, level), symmetric: true };
  const { low, high } = recoveredDifference({
    first: {
      share: figures.participants.estimate,
      standardError: figures.participants.standardError,
      low: first[0],
      high: first[1],
    },
    second: {
      share: figures.comparison.estimate,
      standardError: figures.comparison.standardError,
      low: second[0],
      high: second[1],
    },
    differenceStandardError: difference.standardError,
  });
  return { range: [low, high], symmetric: false };
}
