import { nearestMatching } from '#stats/matching/nearest-matching.ts';
import { kishSize } from '#stats/weighting/kish-size.ts';
import type { Note } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import { type CovariateColumns, exactCells } from '../study/covariate-columns.ts';
import { oncePer } from '../study/once-per.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { balanceOf } from './balance.ts';
import { linkedPeople } from './clusters.ts';
import { medianDateGapDays } from './date-gap.ts';
import { balanceGate, dateGate, overlapGate, weightGate } from './gates.ts';
import { planCovariates } from './plan-covariates.ts';
import type { Prepared } from './prepared.ts';
import { propensityOf } from './propensity.ts';
import { usedPeople } from './used-people.ts';
import { largestShare, usedComparisonWeights, worstCharacteristic } from './weight-summary.ts';

/** How participants and similar people are brought together. */
export interface MatchingSettings {
  /** Comparison people for each participant, at most. */
  readonly ratio: number;
  /** Widest distance, in standard deviations of the linear predictor. */
  readonly caliper: number;
  /** Who wins a tie: the first key, or the last. */
  readonly ties: 'first' | 'last';
}

const DEFAULT_RATIO = 2;
const DEFAULT_CALIPER = 0.2;

/** The settings that a plan names, or the usual ones. */
export function plannedMatching({ match }: Plan): MatchingSettings {
  return { ratio: match?.ratio ?? DEFAULT_RATIO, caliper: match?.caliper ?? DEFAULT_CALIPER, ties: 'first' };
}

/** Participants against the people most like them. Which outcome is compared is not known here. */
export function preparedByMatching(
  study: Study,
  population: Population,
  plan: Plan,
  settings: MatchingSettings,
): Prepared {
  const covariates = planCovariates(population, study, plan);
  const { score, spread, notes } = propensityOf(population, study, plan);
  const caliper = settings.caliper * spread;
  const result = nearestMatching({
    score,
    treated: population.treated,
    cell: plannedCells(population, study, plan),
    ratio: settings.ratio,
    caliper,
    keyOrder: settings.ties === 'first' ? 'ascending' : 'descending',
  });
  return assembled(study, population, {
    covariates,
    ...matchedPeople(population, result, settings.ratio),
    caliper,
    notes: [...covariates.notes, ...notes],
  });
}

const plannedCells = oncePer((population: Population, study: Study, plan: Plan) =>
  exactCells(study, population, plan.match?.exact ?? []),
);

/** Weights and sets of the people who were brought together. */
function matchedPeople(population: Population, result: ReturnType<typeof nearestMatching>, ratio: number) {
  const weights = new Float64Array(population.n);
  const sets = new Int32Array(population.n).fill(-1);
  for (let t = 0; t < result.treatedRows.length; t++) {
    const own = result.matches.subarray(t * ratio, (t + 1) * ratio).filter((position) => position >= 0);
    if (own.length === 0) continue;
    const participant = result.treatedRows[t]!;
    weights[participant] = 1;
    sets[participant] = t;
    for (const position of own) {
      weights[position] = 1 / own.length;
      sets[position] = t;
    }
  }
  return {
    weights,
    sets,
    participantsUsed: result.treatedMatched,
    comparisonUsed: result.comparisonMatched,
  };
}

interface Matching {
  readonly covariates: CovariateColumns;
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
