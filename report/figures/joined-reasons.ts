import type { LeftOut } from '#evaluation/evaluation.ts';

/** A reason as it may be shown; `other-reasons` stands for several small ones. */
export type JoinedReason = LeftOut;

/** k of trust.md 3.1: fewer people than this are never named by a reason of their own. */
const LEAST_PEOPLE = 5;

/**
 * Reasons why people are not counted, those of fewer than five people joined as `other-reasons`, which comes last.
 *
 * Shape: in the order given; reasons of nobody are dropped.
 *
 * @example
 * joinedReasons([{ reason: 'a', n: 2, participants: 1, comparison: 1 }, { reason: 'b', n: 1, participants: 1, comparison: 0 }])
 * // => [{ reason: 'other-reasons', n: 3, participants: 2, comparison: 1 }]
 */
export function joinedReasons(leftOut: readonly LeftOut[]): JoinedReason[] {
  const shown = leftOut.filter((one) => one.n >= LEAST_PEOPLE);
  const small = leftOut.filter((one) => one.n > 0 && one.n < LEAST_PEOPLE);
  if (small.length === 0) return shown;
  const sum = (of: (one: LeftOut) => number) => small.reduce((total, one) => total + of(one), 0);
  const other = {
    reason: 'other-reasons',
    n: sum((one) => one.n),
    participants: sum((one) => one.participants),
    comparison: sum((one) => one.comparison),
  };
  return [...shown, other];
}
