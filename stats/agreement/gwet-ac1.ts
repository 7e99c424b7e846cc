import { chanceCorrected, type ChanceCorrected } from './chance-corrected.ts';
import { tableTotals, type TwoWayTable } from './two-way-table.ts';

/**
 * Gwet's AC1: agreement beyond chance, where chance is guessed from how unsure the answers are as a whole.
 *
 * Use it beside the plain share and kappa, above all when nearly all answers are the same. It assumes answers without an order.
 *
 * Units: at most 1; 0 is as often as chance. Categories that nobody chose count: with more of them chance agreement is rarer.
 *
 * @returns `one-answer-only` when both sides gave one and the same answer throughout: whether that is agreement or habit cannot be
 *   told; `no-answers` when nothing was answered by both
 * @throws RangeError when the table is not square
 * @see Gwet, K. L. (2008). Computing inter-rater reliability in the presence of high agreement. 10.1348/000711006X126600
 * @see agreement.oracle.R
 * @example
 * gwetAc1({ categories: 2, counts: Float64Array.of(2, 0, 0, 2) }).coefficient
 * // => 1
 */
export function gwetAc1(table: TwoWayTable): ChanceCorrected {
  const { total, agreed, rows, columns, used } = tableTotals(table);
  if (total === 0) return { kind: 'missing', reason: 'no-answers' };
  if (used === 1) return { kind: 'missing', reason: 'one-answer-only' };
  const unsure = rows.reduce((sum, count, i) => {
    const share = (count + columns[i]!) / (2 * total);
    return sum + share * (1 - share);
  }, 0);
  return chanceCorrected(agreed / total, unsure / (table.categories - 1));
}
