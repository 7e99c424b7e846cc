import { pickColumns, pickedRows } from '../study/pick.ts';
import type { Prepared } from './prepared.ts';

/** The same comparison with some of its people only: their arm, weight and cluster stay. */
export function someUsed(prepared: Prepared, places: Int32Array): Prepared {
  return {
    ...prepared,
    positions: pickedRows(prepared.positions, places),
    treated: pickedRows(prepared.treated, places),
    weights: pickColumns(prepared.weights, places),
    clusters: pickedRows(prepared.clusters, places),
  };
}
