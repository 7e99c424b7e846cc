/** Agreement beyond what chance would give, or why it cannot be told. */
export type ChanceCorrected =
  | {
      readonly kind: 'coefficient';
      /** 1 when all agree, 0 when as often as chance would, below 0 when less often. */
      readonly coefficient: number;
      /** Share of questions with the same answer. */
      readonly observed: number;
      /** The share that chance would give. */
      readonly expected: number;
    }
  | { readonly kind: 'missing'; readonly reason: 'no-answers' | 'one-answer-only' };

/**
 * The part of the agreement that chance cannot explain: (observed − expected) ÷ (1 − expected).
 *
 * Units: shares between 0 and 1, the expected one below 1.
 *
 * @see Cohen, J. (1960). A coefficient of agreement for nominal scales. 10.1177/001316446002000104
 * @see agreement.oracle.R
 * @example
 * chanceCorrected(1, 0.5).coefficient
 * // => 1
 */
export function chanceCorrected(
  observed: number,
  expected: number,
): Extract<ChanceCorrected, { kind: 'coefficient' }> {
  // As 1 − what is missing ÷ what could be missing: exactly 1 where all agree.
  return { kind: 'coefficient', coefficient: 1 - (1 - observed) / (1 - expected), observed, expected };
}
