import { chanceCorrected, type ChanceCorrected } from './chance-corrected.ts';
import { tableTotals, type TwoWayTable } from './two-way-table.ts';

/**
 * Cohen's kappa: how much more often two sides agree than if each had dealt out its own answers at random.
 *
 * Use it beside the plain share and Gwet's AC1. It assumes answers without an order. Where nearly all answers are the same it
 * falls towards 0 or below however often the sides agree; AC1 does not.
 *
 * Units: at most 1; 0 is as often as chance.
 *
 * @returns `one-answer-only` when both sides gave one and the same answer throughout: chance then explains everything, and the
 *   formula is 0 ÷ 0; `no-answers` when nothing was answered by both
 * @throws RangeError when the table is not square
 * @see Cohen, J. (1960). A coefficient of agreement for nominal scales. 10.1177/001316446002000104
 * @see agreement.oracle.R (psych::cohen.kappa)
 * @example
 * cohenKappa({ categories: 2, counts: Float64Array.of(2, 0, 0, 2) }).coefficient
 * // => 1
 */
export function cohenKappa(table: TwoWayTable): ChanceCorrected {
  const { total, agreed, rows, columns, used } = tableTotals(table);
  if (total === 0) return { kind: 'missing', reason: 'no-answers' };
  if (used === 1) return { kind: 'missing', reason: 'one-answer-only' };
  const products = rows.reduce((sum, count, i) => sum + count * columns[i]!, 0);
  return chanceCorrected(agreed / total, products / (total * total));
}
