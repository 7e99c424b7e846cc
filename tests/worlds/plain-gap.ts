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
export function plainGap(rows: StudyRows, { primary }: Plan): PlainGap | null {
  const { people, events } = rows;
  if (!people.arm.includes(0)) return null;
  if (primary.outcome !== 'promotion') return plainGapOfScores(rows, primary.wave!);
  const start = people.index.find((_, i) => people.arm[i] === 1)!;
  if (people.index.some((day, i) => people.arm[i] === 1 && day !== start)) return null;
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
  return { gap, range: [gap - below, gap + above] };
}

/** The difference of the means of all who answered, each person as if alone; range by Welch's standard error. */
function plainGapOfScores({ people, scores }: StudyRows, wave: string): PlainGap {
  const armOf = new Map(people.person.map((key, i) => [key, people.arm[i]!]));
  const arm = (wanted: number): { mean: number; variance: number } => {
    const own = scores.person.flatMap((key, s) =>
      scores.wave[s] === wave && armOf.get(key) === wanted && !Number.isNaN(scores.score[s]!)
        ? [scores.score[s]!]
        : [],
    );
    const mean = own.reduce((sum, score) => sum + score / own.length, 0);
    const squares = own.reduce((sum, score) => sum + (score - mean) ** 2, 0);
    return { mean, variance: squares / (own.length - 1) / own.length };
  };
  const [participants, comparison] = [arm(1), arm(0)];
  const gap = participants.mean - comparison.mean;
  const half = Z * Math.sqrt(participants.variance + comparison.variance);
  return { gap, range: [gap - half, gap + half] };
}

/** A gap with its 95 in 100 range. */
export interface PlainGap {
  readonly gap: number;
  readonly range: readonly [low: number, high: number];
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
