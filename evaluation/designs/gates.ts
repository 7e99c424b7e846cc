import type { Gate } from '../finding.ts';

/** Limits of the gates, measurement 4.2. */
const LARGEST_DIFFERENCE = 0.25;
const WORDS_BELOW_MATCHED = 0.6;
const SAY_BELOW_MATCHED = 0.9;
const LEAST_KISH = 20;
const LARGEST_WEIGHT_SHARE = 0.1;
const DATES_APART_DAYS = 31;

/** F1: the groups are not alike enough in what is known. */
export function balanceGate(largestAfter: number, characteristic: string): Gate[] {
  if (largestAfter <= LARGEST_DIFFERENCE) return [];
  return [{ id: 'F1', effect: 'words-only', values: { difference: largestAfter, characteristic } }];
}

/** F2: too few participants have somebody like them. */
export function overlapGate(used: number, eligible: number): Gate[] {
  const share = eligible === 0 ? 0 : used / eligible;
  if (share >= SAY_BELOW_MATCHED) return [];
  const effect = share < WORDS_BELOW_MATCHED ? 'words-only' : 'qualifier';
  return [{ id: 'F2', effect, values: { used, eligible } }];
}

/** F3: a few comparison people carry the weight. */
export function weightGate(kish: number, largestWeightShare: number): Gate[] {
  if (kish >= LEAST_KISH && largestWeightShare <= LARGEST_WEIGHT_SHARE) return [];
  return [{ id: 'F3', effect: 'words-only', values: { kish, largestWeightShare } }];
}

/** F10: comparison index dates given by hand that do not start on the days on which participants start. */
export function dateGate(worstMedianGapDays: number): Gate[] {
  if (worstMedianGapDays <= DATES_APART_DAYS) return [];
  return [{ id: 'F10', effect: 'words-only', values: { days: worstMedianGapDays } }];
}
