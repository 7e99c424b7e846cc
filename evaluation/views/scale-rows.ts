import type { Missing, Range } from '../finding.ts';
import type { ScoreRows } from '../study/rows.ts';
import { wavesInOrder } from '../study/waves.ts';

/** The rows of a scale, at one wave or at all, in the order of the file. */
export function scaleRows(scores: ScoreRows, scale: string, wave?: string): readonly number[] {
  const rows = rowsByScale(scores).get(scale);
  return (wave === undefined ? rows?.all : rows?.byWave.get(wave)) ?? [];
}

interface RowsOfScale {
  readonly all: number[];
  readonly byWave: Map<string, number[]>;
}

/** The rows of each table, sorted out once: many figures ask for the same scales. */
const sorted = new WeakMap<ScoreRows, ReadonlyMap<string, RowsOfScale>>();

function rowsByScale(scores: ScoreRows): ReadonlyMap<string, RowsOfScale> {
  const known = sorted.get(scores);
  if (known) return known;
  const scales = new Map<string, RowsOfScale>();
  for (let row = 0; row < scores.count; row++) {
    const scale = scores.scale[row]!;
    let own = scales.get(scale);
    if (!own) scales.set(scale, (own = { all: [], byWave: new Map() }));
    own.all.push(row);
    const wave = own.byWave.get(scores.wave[row]!);
    if (wave) wave.push(row);
    else own.byWave.set(scores.wave[row]!, [row]);
  }
  sorted.set(scores, scales);
  return scales;
}

/** The waves at which a scale has a score, in the order of the program. */
export function wavesWith(scores: ScoreRows, scale: string): string[] {
  const waves = rowsByScale(scores).get(scale)?.byWave ?? [];
  return wavesInOrder(
    [...waves].flatMap(([wave, rows]) =>
      rows.some((row) => !Number.isNaN(scores.score[row]!)) ? [wave] : [],
    ),
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
