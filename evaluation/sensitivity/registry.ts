import { allEligible } from './all-eligible.ts';
import type { OtherCalculation } from './analysis.ts';
import { answerWeights } from './answer-weights.ts';
import { filledAgainst } from './filled-against.ts';
import { narrower } from './narrower.ts';
import { noCovariates } from './no-covariates.ts';
import { otherHorizon } from './other-horizon.ts';
import { otherMethod } from './other-method.ts';

/** The seven other ways to calculate a result, in their fixed order. */
export const CALCULATIONS: readonly OtherCalculation[] = [
  noCovariates,
  allEligible,
  otherMethod,
  answerWeights,
  filledAgainst,
  narrower,
  otherHorizon,
];
