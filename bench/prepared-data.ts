import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearestMatching } from '#stats/matching/nearest-matching.ts';
import { logisticRegression } from '#stats/regression/logistic.ts';
import { answerRows, type AnswerRows } from './answers.ts';
import { type People, people } from './people.ts';

/** Everything that the timed steps start from, the same for both sides. */
export interface PreparedData extends People {
  /** Linear predictor of taking part, rounded to 1e-9, so that both sides match on the same digits. */
  readonly score: Float64Array;
  /** Largest distance in a match: 0.2 standard deviations of the score. */
  readonly caliper: number;
  /** The people of the matched sets, 1 to 2, and what they count for. */
  readonly matched: MatchedRows;
  /** What people answered and counted, for the measures. */
  readonly answers: AnswerRows;
}

/** The rows of the matched sets alone. */
export interface MatchedRows {
  readonly outcome: Float64Array;
  readonly treated: Uint8Array;
  readonly weights: Float64Array;
  readonly clusters: Int32Array;
  readonly columns: readonly Float64Array[];
}

const RATIO = 2;

/** People of a size with their scores and matched sets. */
export function preparedData(n: number, seed: number): PreparedData {
  const made = people(n, seed);
  const fit = logisticRegression({ columns: made.columns, outcome: made.treated });
  if (fit.kind !== 'fit') throw new RangeError(`preparedData: no logistic fit for ${n} people`);
  const score = fit.linearPredictor.map((value) => Math.round(value * 1e9) / 1e9);
  const centre = score.reduce((sum, value) => sum + value, 0) / n;
  const variance = score.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (n - 1);
  const caliper = 0.2 * Math.sqrt(variance);
  return {
    ...made,
    score,
    caliper,
    matched: matchedRows(made, score, caliper),
    answers: answerRows(n, seed + 1),
  };
}

function matchedRows(made: People, score: Float64Array, caliper: number): MatchedRows {
  const { treated, cell } = made;
  const found = nearestMatching({ score, treated, cell, ratio: RATIO, caliper, keyOrder: 'ascending' });
  const rows: { row: number; weight: number; cluster: number }[] = [];
  for (const [t, row] of found.treatedRows.entries()) {
    const own = found.matches.subarray(t * RATIO, (t + 1) * RATIO).filter((match) => match >= 0);
    if (own.length === 0) continue;
    rows.push({ row, weight: 1, cluster: t });
    for (const match of own) rows.push({ row: match, weight: 1 / own.length, cluster: t });
  }
  return {
    outcome: Float64Array.from(rows, ({ row }) => made.outcome[row]!),
    treated: Uint8Array.from(rows, ({ row }) => treated[row]!),
    weights: Float64Array.from(rows, ({ weight }) => weight),
    clusters: renumbered(rows.map(({ cluster }) => cluster)),
    columns: made.columns.map((column) => Float64Array.from(rows, ({ row }) => column[row]!)),
  };
}

/** Codes 0, 1, 2 … without gaps, in the order given. */
function renumbered(rising: readonly number[]): Int32Array {
  let code = -1;
  return Int32Array.from(rising, (value, i) => (i > 0 && value === rising[i - 1] ? code : ++code));
}

/** Writes the data as plain little-endian doubles and 32-bit integers, which R reads at once. */
export function writeForPeer(folder: string, data: PreparedData): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, values: ArrayLike<number>): void => {
    const typed =
      values instanceof Uint8Array ? Int32Array.from(values) : (values as Float64Array | Int32Array);
    writeFileSync(join(folder, name), new Uint8Array(typed.buffer, typed.byteOffset, typed.byteLength));
  };
  for (const [i, column] of data.columns.entries()) write(`column-${i}.f64`, column);
  for (const [i, column] of data.matched.columns.entries()) write(`matched-column-${i}.f64`, column);
  write('treated.i32', data.treated);
  write('cell.i32', data.cell);
  write('time.i32', data.time);
  write('event.i32', data.event);
  write('score.f64', data.score);
  write('caliper.f64', Float64Array.of(data.caliper));
  write('matched-outcome.f64', data.matched.outcome);
  write('matched-treated.i32', data.matched.treated);
  write('matched-weights.f64', data.matched.weights);
  write('matched-clusters.i32', data.matched.clusters);
  for (const [i, item] of data.answers.items.entries()) write(`item-${i}.f64`, item);
  for (const name of ['before', 'after', 'due', 'kept', 'years'] as const)
    write(`${name}.f64`, data.answers[name]);
  for (const name of ['first', 'second', 'pairs', 'groups', 'yes', 'events'] as const) {
    write(`${name}.i32`, data.answers[name]);
  }
}
