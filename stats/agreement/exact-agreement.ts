import { tableTotals, type TwoWayTable } from './two-way-table.ts';

/** How often both sides gave the same answer, or that there was no question answered by both. */
export type ExactAgreement =
  | {
      readonly kind: 'agreement';
      readonly agreed: number;
      readonly total: number;
      /** 0 to 1. */
      readonly share: number;
    }
  | { readonly kind: 'missing'; readonly reason: 'no-answers' };

/**
 * The share of questions on which both sides gave the same answer.
 *
 * Use it first, and never alone: two sides that say yes to nearly everything agree often without knowing anything.
 *
 * Units: questions; the share between 0 and 1.
 *
 * @returns `no-answers` when nothing was answered by both
 * @throws RangeError when the table is not square
 * @see Cohen, J. (1960). A coefficient of agreement for nominal scales. 10.1177/001316446002000104
 * @see agreement.oracle.R
 * @example
 * exactAgreement({ categories: 2, counts: Float64Array.of(2, 1, 0, 1) })
 * // => { kind: 'agreement', agreed: 3, total: 4, share: 0.75 }
 */
export function exactAgreement(table: TwoWayTable): ExactAgreement {
  const { agreed, total } = tableTotals(table);
  if (total === 0) return { kind: 'missing', reason: 'no-answers' };
  return { kind: 'agreement', agreed, total, share: agreed / total };
}
