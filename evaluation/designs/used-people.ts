import type { Population } from '../study/population.ts';
import { pickColumns, pickedRows } from '../study/pick.ts';
import type { Clusters } from './clusters.ts';
import type { Prepared } from './prepared.ts';

/** The people of a comparison who are used, with arm, weight and cluster each: a part that every design prepares alike. */
export function usedPeople(
  population: Population,
  positions: Int32Array,
  weights: Float64Array,
  clusters: Clusters,
): Pick<Prepared, 'population' | 'positions' | 'treated' | 'weights' | 'clusters' | 'mentors'> {
  return {
    population,
    positions,
    treated: pickedRows(population.treated, positions),
    weights: pickColumns(weights, positions),
    clusters: clusters.codes,
    mentors: clusters.mentors,
  };
}
