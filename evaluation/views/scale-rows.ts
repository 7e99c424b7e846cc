import type { Missing, Range } from '../finding.ts';
import type { ScoreRows } from '../study/rows.ts';
import { wavesInOrder } from '../study/waves.ts';

/** The rows of a scale, at one wave or at all, in the order of the file. */
export function scaleRows(scores: ScoreRows, scale: string, wave?: string): number[] {
  const rows: number[] = [];
  for (let i = 0; i < scores.count; i++)
    if (scores.scale[i] === scale && (wave === undefined || scores.wave[i] === wave)) rows.push(i);
  return rows;
}

/** The waves at which a scale has a score, in the order of the program. */
export function wavesWith(scores: ScoreRows, scale: string): string[] {
  return wavesInOrder(
    scaleRows(scores, scale)
      .filter((row) => !Number.isNaN(scores.score[row]!))
      .map((row) => scores.wave[row]!),
  );
}

/** The waves with a score that come after the start. */
export function wavesSinceStart(scores: ScoreRows, scale: string): string[] {
  return wavesWith(scores, scale).filter((wave) => !wave.startsWith('before'));
}

/** The first of several scales that has scores, or that there is none. */
export function firstScale(scores: ScoreRows, scales: readonly string[]): string | Missing {
  const found = scales.find((scale) => wavesWith(scores, scale).length > 0);
  return found ?? { reason: 'not-recorded', values: { file: `scores.csv (${scales[0]!})` } };
}

/** The lowest and highest possible score on a scale, as far as the rows say; null when they do not. */
export function scaleEnds(scores: ScoreRows, scale: string): Range | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const row of scaleRows(scores, scale)) {
    if (scores.low[row]! < low) low = scores.low[row]!;
    if (scores.high[row]! > high) high = scores.high[row]!;
  }
  return low < high ? [low, high] : null;
}

/**
 * Why scores of a scale at given waves cannot be put together: they come from different instruments or versions (F9). Undefined when
 * they can; rows that name no instrument are taken to come from the one that the others name.
 */
export function changedInstrument(
  scores: ScoreRows,
  scale: string,
  waves: readonly string[],
): Missing | undefined {
  const kinds = new Set<string>();
  for (const row of scaleRows(scores, scale)) {
    if (!waves.includes(scores.wave[row]!) || Number.isNaN(scores.score[row]!)) continue;
    if (scores.instrument[row] !== '') kinds.add(`${scores.instrument[row]!} ${scores.version[row]!}`.trim());
  }
  return kinds.size > 1
    ? { reason: 'instrument-changed', values: { versions: [...kinds].sort().join(', ') } }
    : undefined;
}
