import { nearestMatching } from '#stats/matching/nearest-matching.ts';
import { logisticRegression } from '#stats/regression/logistic.ts';
import { kishSize } from '#stats/weighting/kish-size.ts';
import type { Note } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import { covariateColumns, exactCells } from '../study/covariate-columns.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { balanceOf } from './balance.ts';
import { linkedPeople } from './clusters.ts';
import { medianDateGapDays } from './date-gap.ts';
import { defineDesign } from './design.ts';
import { balanceGate, dateGate, overlapGate, weightGate } from './gates.ts';
import type { Prepared } from './prepared.ts';
import { usedPeople } from './used-people.ts';
import { largestShare, usedComparisonWeights, worstCharacteristic } from './weight-summary.ts';
import { preparedByWeights } from './weighted.ts';

const DEFAULT_RATIO = 2;
const DEFAULT_CALIPER = 0.2;

/** Participants against the people most like them, found by nearest matching on the propensity score. */
export const matched = defineDesign({
  id: 'matched',
  grade: 'B',
  compares: 'arms',
  verbs: 'ended-than-similar',
  estimand: 'estimand.matched',
  needs: { comparison: true, covariates: true },
  prepare(study, population, plan) {
    const prepared = preparedByMatching(study, population, plan);
    const failed = prepared.gates.some((gate) => gate.id !== 'F10' && gate.effect === 'words-only');
    if (!failed || plan.fallback !== 'weighted') return prepared;
    return fallenBack(prepared, preparedByWeights(study, population, plan));
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

function preparedByMatching(study: Study, population: Population, plan: Plan): Prepared {
  const covariates = covariateColumns(study, population, plan.covariates ?? []);
  const fit = logisticRegression({
    columns: covariates.model.map((column) => column.values),
    outcome: population.treated,
  });
  const notes: Note[] = [...covariates.notes];
  const score = fit.kind === 'fit' ? fit.linearPredictor : new Float64Array(population.n);
  if (fit.kind !== 'fit') notes.push({ key: 'propensity-missing', values: {} });
  else if (fit.method === 'firth') notes.push({ key: 'firth', values: {} });
  const ratio = plan.match?.ratio ?? DEFAULT_RATIO;
  const caliper = (plan.match?.caliper ?? DEFAULT_CALIPER) * standardDeviation(score);
  const result = nearestMatching({
    score,
    treated: population.treated,
    cell: exactCells(study, population, plan.match?.exact ?? []),
    ratio,
    caliper,
    keyOrder: 'ascending',
  });
  const weights = new Float64Array(population.n);
  const sets = new Int32Array(population.n).fill(-1);
  let participantsUsed = 0;
  let comparisonUsed = 0;
  for (let t = 0; t < result.treatedRows.length; t++) {
    const own = result.matches.subarray(t * ratio, (t + 1) * ratio).filter((position) => position >= 0);
    if (own.length === 0) continue;
    const participant = result.treatedRows[t]!;
    participantsUsed++;
    comparisonUsed += own.length;
    weights[participant] = 1;
    sets[participant] = t;
    for (const position of own) {
      weights[position] = 1 / own.length;
      sets[position] = t;
    }
  }
  return assembled(study, population, {
    covariates,
    weights,
    sets,
    participantsUsed,
    comparisonUsed,
    caliper,
    notes,
  });
}

interface Matching {
  readonly covariates: ReturnType<typeof covariateColumns>;
  readonly weights: Float64Array;
  readonly sets: Int32Array;
  readonly participantsUsed: number;
  readonly comparisonUsed: number;
  readonly caliper: number;
  readonly notes: readonly Note[];
}

function assembled(study: Study, population: Population, matching: Matching): Prepared {
  const { covariates, weights, participantsUsed } = matching;
  const positions = new Int32Array(participantsUsed + matching.comparisonUsed);
  for (let i = 0, next = 0; i < population.n; i++) if (weights[i]! > 0) positions[next++] = i;
  const balance = balanceOf(population, covariates, weights);
  const comparisonWeights =
    positions.length === 0 ? [] : usedComparisonWeights(population, positions, weights);
  const kish = comparisonWeights.length === 0 ? 0 : kishSize(comparisonWeights);
  const largestWeightShare = largestShare(comparisonWeights);
  const clusters = linkedPeople(
    study,
    population,
    positions,
    positions.map((i) => matching.sets[i]!),
  );
  const unmatched = population.participants - participantsUsed;
  return {
    method: 'matched',
    grade: 'B',
    ...usedPeople(population, positions, weights, clusters),
    adjusters: balance.adjusters,
    balance: balance.rows,
    gates: [
      ...balanceGate(balance.largestAfter, worstCharacteristic(balance.rows)),
      ...overlapGate(participantsUsed, population.participants),
      ...weightGate(kish, largestWeightShare),
      ...dateGate(medianDateGapDays(study, population)),
    ],
    overlap: {
      method: 'matched',
      participantsEligible: population.participants,
      participantsUsed,
      comparisonUsed: matching.comparisonUsed,
      kish,
      largestWeightShare,
      fellBackFrom: null,
      caliperDistance: matching.caliper,
    },
    draw: null,
    leftOut: [
      ...(unmatched > 0
        ? [{ reason: 'no-similar-person', n: unmatched, participants: unmatched, comparison: 0 }]
        : []),
      ...notChosen(population.n - population.participants - matching.comparisonUsed),
    ],
    notes: matching.notes,
  };
}

function notChosen(n: number): { reason: string; n: number; participants: number; comparison: number }[] {
  return n > 0 ? [{ reason: 'not-chosen-as-similar', n, participants: 0, comparison: n }] : [];
}

/** Standard deviation with n − 1; 0 of fewer than two values. */
function standardDeviation(values: Float64Array): number {
  const n = values.length;
  if (n < 2) return 0;
  let mean = 0;
  for (const value of values) mean += value / n;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / (n - 1));
}
