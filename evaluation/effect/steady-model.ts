import type { ExactFigures } from '../finding.ts';

/** Measurement 7: enough left to judge by, and no person who decides the model alone. */
const LEAST_RESIDUAL_DF = 10;
const MOST_LEVERAGE = 0.5;

/** Whether the model behind a difference rests on enough people for the difference to be judged and shown. */
export function steadyModel({ model }: Pick<ExactFigures, 'model'>): boolean {
  return !model || (model.residualDf >= LEAST_RESIDUAL_DF && model.largestLeverage <= MOST_LEVERAGE);
}
