import type { PlannedOutcome } from '#evaluation/plan/plan.ts';
import type { ScoreRows } from '#evaluation/study/rows.ts';

/** A difference that matters, in standard deviations, when nobody has said what matters. */
const MATTERS_DEVIATIONS = 0.2;

/**
 * The scale with most rows (ties by name) as an outcome: compared after the program, else at its latest wave.
 *
 * The difference that matters is 0.2 standard deviations before the start (else at that wave), to two digits.
 * Shape: the same whatever the order of the rows.
 */
export function mainScale(scores: ScoreRows): PlannedOutcome {
  if (scores.count === 0) throw new RangeError('mainScale: scores is empty; it must have at least one row');
  const scale = mostFrequent(scores.scale);
  const own = scores.scale.flatMap((name, i) => (name === scale ? [i] : []));
  const waves = new Set(own.map((i) => scores.wave[i]!));
  const wave = waves.has('after')
    ? 'after'
    : [...waves].sort((a, b) => waveOrder(b) - waveOrder(a) || (a < b ? -1 : 1))[0]!;
  const basis = waves.has('before') ? 'before' : wave;
  const known = own.filter((i) => scores.wave[i] === basis && !Number.isNaN(scores.score[i]!));
  const values = inKeyOrder(scores, known).map((i) => scores.score[i]!);
  const matters = Number((MATTERS_DEVIATIONS * standardDeviation(values)).toPrecision(2));
  return {
    outcome: scale,
    ...(wave !== 'after' && { wave }),
    better: 'higher',
    matters: matters > 0 ? matters : MATTERS_DEVIATIONS,
  };
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]![0];
}

/** Rows by the key of their person: sums of decimals depend on their order. */
function inKeyOrder({ person, score }: ScoreRows, rows: readonly number[]): number[] {
  return [...rows].sort((a, b) => {
    if (person[a] !== person[b]) return person[a]! < person[b]! ? -1 : 1;
    return score[a]! - score[b]!;
  });
}

/** Earlier ones, before, during 1 …, after, follow-up 6 …: later waves have higher numbers. */
function waveOrder(wave: string): number {
  const count = Number(/\d+$/.exec(wave)?.[0] ?? 0);
  if (wave === 'before') return 0;
  if (wave.startsWith('before')) return count - 1e6;
  if (wave.startsWith('during')) return 1 + count;
  return wave === 'after' ? 1e6 : 2e6 + count;
}

function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
