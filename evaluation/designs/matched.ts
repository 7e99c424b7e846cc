import { plannedMatching, preparedByMatching } from './by-matching.ts';
import { preparedByWeights } from './by-weights.ts';
import { defineDesign } from './design.ts';
import type { Prepared } from './prepared.ts';

/** Participants against the people most like them, found by nearest matching on the propensity score. */
export const matched = defineDesign({
  id: 'matched',
  grade: 'B',
  compares: 'arms',
  verbs: 'ended-than-similar',
  estimand: 'estimand.matched',
  needs: { comparison: true, covariates: true },
  prepare(study, population, plan) {
    const prepared = preparedByMatching(study, population, plan, plannedMatching(plan));
    const failed = prepared.gates.some((gate) => gate.id !== 'F10' && gate.effect === 'words-only');
    if (!failed || plan.fallback !== 'weighted') return prepared;
    return fallenBack(prepared, preparedByWeights(population, study, plan));
  },
});

/** The weighted comparison in place of the matched one, with the gates that made it necessary kept for the report. */
function fallenBack(matching: Prepared, weighting: Prepared): Prepared {
  const reasons = matching.gates
    .filter((gate) => gate.effect === 'words-only' && gate.id !== 'F10')
    .map((gate) => ({ ...gate, effect: 'fallback' as const }));
  return {
    ...weighting,
    gates: [...reasons, ...weighting.gates],
    overlap: weighting.overlap && { ...weighting.overlap, fellBackFrom: 'matched' },
    notes: [...matching.notes, ...weighting.notes],
  };
}
