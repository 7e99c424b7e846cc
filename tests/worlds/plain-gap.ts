import type { Plan } from '#evaluation/plan/plan.ts';
import { EVENT_KINDS, type StudyRows } from '#evaluation/study/rows.ts';

/** The normal quantile of 97.5 in 100, as printed in any table. */
const Z = 1.959963984540054;

/** Months of the plan in days, for the horizons that worlds use (measurement 1.2). */
const HORIZON_DAYS: Readonly<Record<number, number>> = { 12: 365, 18: 548, 24: 730 };

/**
 * The plain gap of promotions as a careful spreadsheet has it, worked out without the engine: everybody with a start, promoted by
 * the horizon or not, nothing taken into account; the range is Newcombe's (1998, method 10). Only where all start on one day.
 */
export function plainGap({ people, events }: StudyRows, { primary }: Plan) {
  if (primary.outcome !== 'promotion' || !people.arm.includes(0)) return null;
  const start = people.index.find((_, i) => people.arm[i] === 1)!;
  const last = start + HORIZON_DAYS[primary.months!]!;
  const promoted = new Set<string>();
  for (let e = 0; e < events.count; e++) {
    if (EVENT_KINDS[events.kind[e]!] === 'promotion' && events.day[e]! > start && events.day[e]! <= last) {
      promoted.add(events.person[e]!);
    }
  }
  const counts = [
    { n: 0, k: 0 },
    { n: 0, k: 0 },
  ];
  people.person.forEach((key, i) => {
    const count = counts[people.arm[i]!]!;
    count.n++;
    if (promoted.has(key)) count.k++;
  });
  const [comparison, participants] = counts.map(({ n, k }) => wilson(k, n)) as [Shared, Shared];
  const gap = participants.share - comparison.share;
  const below = Math.hypot(participants.share - participants.low, comparison.high - comparison.share);
  const above = Math.hypot(participants.high - participants.share, comparison.share - comparison.low);
  return { gap, range: [gap - below, gap + above] as const };
}

interface Shared {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

function wilson(k: number, n: number): Shared {
  const share = k / n;
  const middle = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { share, low: middle - half, high: middle + half };
}
