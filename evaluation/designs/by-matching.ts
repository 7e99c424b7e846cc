import { nearestMatcher } from '#stats/matching/nearest-matching.ts';
import { kishSize } from '#stats/weighting/kish-size.ts';
import type { Plan } from '../plan/plan.ts';
import { exactCells } from '../study/covariate-columns.ts';
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
  const matched = matchedPeople(study, population, plan, settings);
  return assembled(study, population, plan, settings, matched);
}

/** Fewer people than this are not told apart from those of the planned matching (measurement 7). */
const TOLD_APART_FROM = 10;

/**
 * The planned matching with ties given to the last key instead of the first.
 *
 * Missing: `undefined` when the same people are matched with the same weights, or so few others that they may not be told apart.
 */
export const matchedWithLastTies = oncePer(
  (planned: Prepared, study: Study, plan: Plan): Prepared | undefined => {
    const settings = { ...plannedMatching(plan), ties: 'last' } as const;
    const { population, positions } = planned;
    const other = matchedPeople(study, population, plan, settings);
    const both = positions.reduce((sum, position) => sum + (other.weights[position]! > 0 ? 1 : 0), 0);
    const apart = positions.length + other.participantsUsed + other.comparisonUsed - 2 * both;
    if (apart > 0 && apart < TOLD_APART_FROM) return undefined;
    const same = positions.every((position, i) => other.weights[position] === planned.weights[i]);
    return apart === 0 && same ? undefined : assembled(study, population, plan, settings, other);
  },
);

const plannedCells = oncePer((population: Population, study: Study, plan: Plan) =>
  exactCells(study, population, plan.match?.exact ?? []),
);

const firstKeyMatcher = oncePer((population: Population, study: Study, plan: Plan) =>
  matcherOf(population, study, plan, 'ascending'),
);

const lastKeyMatcher = oncePer((population: Population, study: Study, plan: Plan) =>
  matcherOf(population, study, plan, 'descending'),
);

function matcherOf(population: Population, study: Study, plan: Plan, keyOrder: 'ascending' | 'descending') {
  return nearestMatcher({
    score: propensityOf(population, study, plan).score,
    treated: population.treated,
    cell: plannedCells(population, study, plan),
    keyOrder,
  });
}

/** Who was brought together: weights, sets, and how many. */
interface Matched {
  readonly weights: Float64Array;
  readonly sets: Int32Array;
  readonly participantsUsed: number;
  readonly comparisonUsed: number;
}

function matchedPeople(
  study: Study,
  population: Population,
  plan: Plan,
  settings: MatchingSettings,
): Matched {
  const { spread } = propensityOf(population, study, plan);
  const { ratio } = settings;
  const matcher = (settings.ties === 'first' ? firstKeyMatcher : lastKeyMatcher)(population, study, plan);
  const result = matcher({ ratio, caliper: settings.caliper * spread });
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

function assembled(
  study: Study,
  population: Population,
  plan: Plan,
  settings: MatchingSettings,
  matching: Matched,
): Prepared {
  const covariates = planCovariates(population, study, plan);
  const { spread, notes } = propensityOf(population, study, plan);
  const { weights, participantsUsed } = matching;
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
      caliperDistance: settings.caliper * spread,
    },
    draw: null,
    inclination: () => propensityOf(population, study, plan).score,
    leftOut: [
      ...(unmatched > 0
        ? [{ reason: 'no-similar-person', n: unmatched, participants: unmatched, comparison: 0 }]
        : []),
      ...notChosen(population.n - population.participants - matching.comparisonUsed),
    ],
    notes: [...covariates.notes, ...notes],
  };
}

function notChosen(n: number): { reason: string; n: number; participants: number; comparison: number }[] {
  return n > 0 ? [{ reason: 'not-chosen-as-similar', n, participants: 0, comparison: n }] : [];
}
