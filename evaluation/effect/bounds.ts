import type { Range } from '../finding.ts';

/** What the bounds of one arm are made of. */
export interface ArmTotals {
  /** Weighted sum of known outcomes. */
  readonly sum: number;
  /** Weight of people whose outcome is known. */
  readonly known: number;
  /** Weight of people whose outcome is not known. */
  readonly unknown: number;
}

/**
 * The widest that a difference of means could be: every unknown participant at the worst and every unknown comparison person
 * at the best value, and the reverse. Never a likely range.
 *
 * @see Manski 1990, American Economic Review 80:319–323
 */
export function differenceBounds(participants: ArmTotals, comparison: ArmTotals, ends: Range): Range | null {
  if (participants.known + participants.unknown <= 0 || comparison.known + comparison.unknown <= 0)
    return null;
  const mean = (arm: ArmTotals, fill: number): number =>
    (arm.sum + arm.unknown * fill) / (arm.known + arm.unknown);
  return [
    mean(participants, ends[0]) - mean(comparison, ends[1]),
    mean(participants, ends[1]) - mean(comparison, ends[0]),
  ];
}
