import { sampleQuantile } from '#stats/numeric/sample-quantile.ts';
import { plannedMatching, preparedByMatching } from '../designs/by-matching.ts';
import { weightedPeople } from '../designs/by-weights.ts';
import type { Prepared } from '../designs/prepared.ts';
import { outcomeAt } from '../effect/outcome-values.ts';
import type { Plan } from '../plan/plan.ts';
import { oncePer } from '../study/once-per.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';
import { alikeEnough } from './alike-enough.ts';
import { type OtherWay, type PlannedWay, defineCalculation } from './analysis.ts';
import type { NotApplied } from './sensitivity.ts';

/** Weights above this share of all are cut to it. */
const CUT_AT = 0.99;

/** A narrower comparison: one to one within half the caliper; weights cut at their 99th percentile; a draw or a change without late first answers. */
export const narrower = defineCalculation({
  id: 'narrower',
  vary(way) {
    const { study, population, plan, prepared, outcome } = way;
    if (prepared.method === 'lottery' || prepared.method === 'change') return withoutLate(way);
    if (prepared.method === 'weighted') {
      const cut = cutWeights(prepared, study, plan);
      return alikeEnough(cut) ? { prepared: cut, outcome } : 'not-alike';
    }
    const closer = closerMatches(population, study, plan);
    if (!alikeEnough(closer)) return 'not-alike';
    const known = outcomeAt(way.columns, closer.positions);
    return 'reason' in known ? 'could-not-be-calculated' : { prepared: closer, outcome: known };
  },
});

const closerMatches = oncePer((population: Population, study: Study, plan: Plan): Prepared => {
  const settings = plannedMatching(plan);
  return preparedByMatching(study, population, plan, {
    ...settings,
    ratio: 1,
    caliper: settings.caliper / 2,
  });
});

const cutWeights = oncePer((prepared: Prepared, study: Study, plan: Plan): Prepared => {
  const { population, positions, treated } = prepared;
  const comparison = prepared.weights.filter((_, i) => treated[i] === 0);
  const most = sampleQuantile(comparison, CUT_AT);
  const weights = new Float64Array(population.n);
  positions.forEach((position, i) => {
    const weight = prepared.weights[i]!;
    weights[position] = treated[i] === 1 ? weight : Math.min(weight, most);
  });
  return weightedPeople(study, population, plan, weights);
});

/** The draw without people whose first answer came too late; when the program started for each is not on file. */
function withoutLate({ prepared, columns }: PlannedWay): OtherWay | NotApplied {
  const { lateBefore } = columns;
  const kept = new Int32Array(prepared.positions.length)
    .map((_, i) => i)
    .filter((i) => lateBefore?.[prepared.positions[i]!] !== 1);
  if (kept.length === prepared.positions.length) return 'nobody-late';
  const part: Prepared = {
    ...prepared,
    positions: kept.map((i) => prepared.positions[i]!),
    treated: Uint8Array.from(kept, (i) => prepared.treated[i]!),
    weights: Float64Array.from(kept, (i) => prepared.weights[i]!),
    clusters: kept.map((i) => prepared.clusters[i]!),
  };
  const outcome = outcomeAt(columns, part.positions);
  return 'reason' in outcome ? 'could-not-be-calculated' : { prepared: part, outcome };
}
