import { CompensatedTotals } from '#stats/numeric/compensated-totals.ts';
import { ROWS_PER_BLOCK, weightedGram } from '#stats/numeric/weighted-gram.ts';
import type { Adjustments } from './adjustments.ts';
import { runEnd, type ClusterLayout } from './cluster-layout.ts';
import { designBlock, loadRows } from './design-block.ts';
import type { OrthonormalDesign } from './orthonormal-design.ts';

/** Below this share of its size only rounding is left of a variance. */
const NOTHING_LEFT = 1e-12;

/** A design taken apart, cluster by cluster. */
export interface DesignParts extends Adjustments {
  readonly design: OrthonormalDesign;
  readonly weights: Float64Array | undefined;
  readonly layout: ClusterLayout;
}

/** What one weighted sum of coefficients is made of, whatever the outcome. */
export interface ContrastSpread {
  /** v = A W Z c per position of the layout; the variance is Σ(v'e)² over clusters. */
  readonly v: Float64Array;
  /** tr P, the variance to be expected under equal variances of 1; 0 when the clusters leave no variation to judge by. */
  readonly workingVariance: number;
  /** Satterthwaite's degrees of freedom; 0 in the same case. */
  readonly degreesOfFreedom: number;
}

/**
 * The part of a contrast that no outcome changes.
 *
 * With v = A W Z c for each cluster: the variance is Σ(v'e)², and ν = (tr P)² ÷ tr P² for P the covariance of the
 * clusters' v'e under equal variances. P is diagonal D minus a matrix K of low rank, so tr P² needs only the products
 * of U = Z'v and S = Z'Wv over clusters.
 *
 * @throws RangeError when the vector has another length than the columns or counts a dropped column
 * @see Pustejovsky, J. & Tipton, E. (2018). 10.1080/07350015.2016.1247004, section 3.2
 * @see clustered-least-squares.oracle.R
 */
export function contrastSpread(
  parts: DesignParts,
  columnCount: number,
  vector: ArrayLike<number>,
): ContrastSpread {
  const { design } = parts;
  if (vector.length !== columnCount) {
    throw new RangeError(
      `contrast: vector has ${vector.length} entries; it must have one for each of the ${columnCount} columns`,
    );
  }
  const wrong = design.dropped.find((column) => vector[column] !== 0);
  if (wrong !== undefined) {
    throw new RangeError(
      `contrast: vector[${wrong}] is ${vector[wrong]}; column ${wrong} was dropped, so it must be 0`,
    );
  }
  const rank = design.kept.length;
  const changed = new Float64Array(rank);
  for (const [i, column] of design.kept.entries()) {
    for (let k = 0; k < rank; k++) changed[k]! += design.transform[i * rank + k]! * vector[column]!;
  }
  const v = new Float64Array(parts.layout.rows.length);
  const sums = summed(parts, changed, v);
  // With equal variances tr P is the variance itself, unless the clusters determine the sum by themselves.
  const expected = changed.reduce((sum, value, k) => sum + value * value * design.squares[k]!, 0);
  const workingVariance = sums.traceD - sums.traceK;
  if (!(workingVariance > expected * NOTHING_LEFT)) return { v, workingVariance: 0, degreesOfFreedom: 0 };
  return { v, workingVariance, degreesOfFreedom: degreesOfFreedom(sums, design.squares) };
}

/** Sums over clusters that the variance and the degrees of freedom are made of. */
interface ClusterSums {
  readonly traceD: number;
  readonly traceDD: number;
  readonly traceK: number;
  readonly traceDK: number;
  /** [U S]'[U S], or U'U alone when all weights are equal and S = U. */
  readonly gram: Float64Array;
}

/** The sums over clusters; `v` is filled on the way. */
function summed(parts: DesignParts, c: Float64Array, v: Float64Array): ClusterSums {
  const { layout, design, weights } = parts;
  const rank = design.kept.length;
  const stride = Math.max(ROWS_PER_BLOCK, layout.largest);
  const block = designBlock(rank, stride);
  const width = weights ? 2 * rank : rank;
  const run: Run = {
    z: block.changed,
    stride,
    v,
    sides: new Float64Array(width * ROWS_PER_BLOCK),
  };
  const ones = new Float64Array(ROWS_PER_BLOCK).fill(1);
  const scratch = new Float64Array(width * width);
  const gram = new CompensatedTotals(width * width);
  const totals = new CompensatedTotals(4);
  let sharedAt = 0;
  for (let from = 0; from < layout.clusterCount;) {
    const to = runEnd(layout.starts, from);
    const start = layout.starts[from]!;
    loadRows(design, layout.rows, start, layout.starts[to]! - start, block);
    sharedAt = fillV(parts, c, run, from, to, sharedAt);
    fillSides(parts, run, from, to);
    totals.add(runTotals(parts, run, from, to));
    const shape = {
      block: run.sides,
      weights: ones,
      rows: to - from,
      stride: ROWS_PER_BLOCK,
      columnCount: width,
    };
    gram.add(weightedGram(shape, scratch));
    from = to;
  }
  const [traceD, traceDD, traceK, traceDK] = totals.values();
  return {
    traceD: traceD!,
    traceDD: traceDD!,
    traceK: traceK!,
    traceDK: traceDK!,
    gram: gram.values(),
  };
}

/** One run of whole clusters being summed. */
interface Run {
  /** The changed columns of the run's rows. */
  readonly z: Float64Array;
  readonly stride: number;
  /** v of each position of the layout. */
  readonly v: Float64Array;
  /** Z'v and Z'Wv of each cluster, by columns. */
  readonly sides: Float64Array;
}

/** v = A W Z c for each position of the run; gives the place of the next shared row. */
function fillV(
  { layout: { starts }, lone, shared }: DesignParts,
  c: Float64Array,
  { z, stride, v }: Run,
  from: number,
  to: number,
  sharedAt: number,
): number {
  const start = starts[from]!;
  let at = sharedAt;
  for (let g = from; g < to; g++) {
    const alone = starts[g + 1]! - starts[g]! === 1;
    for (let position = starts[g]!; position < starts[g + 1]!; position++) {
      const r = position - start;
      let value = 0;
      if (alone) for (let k = 0; k < c.length; k++) value += c[k]! * z[k * stride + r]!;
      else for (let k = 0; k < c.length; k++) value += c[k]! * shared[at++]!;
      v[position] = alone ? value * lone[position]! : value;
    }
  }
  return at;
}

/** U = Z'v and, with weights, S = Z'Wv of each cluster of the run. */
function fillSides(parts: DesignParts, { z, stride, v, sides }: Run, from: number, to: number): void {
  const { starts, rows } = parts.layout;
  const start = starts[from]!;
  const rank = parts.design.kept.length;
  for (let k = 0; k < rank; k++) {
    for (let g = from; g < to; g++) {
      let plain = 0;
      let weighted = 0;
      for (let position = starts[g]!; position < starts[g + 1]!; position++) {
        const product = z[k * stride + position - start]! * v[position]!;
        plain += product;
        if (parts.weights) weighted += product * parts.weights[rows[position]!]!;
      }
      sides[k * ROWS_PER_BLOCK + g - from] = plain;
      if (parts.weights) sides[(rank + k) * ROWS_PER_BLOCK + g - from] = weighted;
    }
  }
}

/** ΣD, ΣD², ΣK and ΣDK over the run's clusters, with K the diagonal of 2US' − U(Z'W²Z)U'. */
function runTotals(parts: DesignParts, { v, sides }: Run, from: number, to: number): Float64Array {
  const { starts } = parts.layout;
  const { squares } = parts.design;
  const rank = squares.length;
  const second = parts.weights ? rank : 0;
  const totals = new Float64Array(4);
  for (let g = from; g < to; g++) {
    let d = 0;
    for (let position = starts[g]!; position < starts[g + 1]!; position++) {
      const value = v[position]!;
      d += value * value;
    }
    let diagonal = 0;
    for (let k = 0; k < rank; k++) {
      const u = sides[k * ROWS_PER_BLOCK + g - from]!;
      const s = sides[(second + k) * ROWS_PER_BLOCK + g - from]!;
      diagonal += 2 * u * s - squares[k]! * u * u;
    }
    totals[0]! += d;
    totals[1]! += d * d;
    totals[2]! += diagonal;
    totals[3]! += d * diagonal;
  }
  return totals;
}

/** (tr P)² ÷ tr P² for P = D − K, K = US' + SU' − U(Z'W²Z)U'. */
function degreesOfFreedom(sums: ClusterSums, squares: Float64Array): number {
  const rank = squares.length;
  const width = Math.sqrt(sums.gram.length);
  const second = width === rank ? 0 : rank;
  const us = (i: number, j: number) => sums.gram[i * width + second + j]!;
  const uu = (i: number, j: number) => sums.gram[i * width + j]!;
  const ss = (i: number, j: number) => sums.gram[(second + i) * width + second + j]!;
  let traceKK = 0;
  for (let i = 0; i < rank; i++) {
    for (let j = 0; j < rank; j++) {
      traceKK += 2 * us(i, j) * us(j, i) + 2 * ss(i, j) * uu(j, i);
      traceKK += squares[i]! * uu(i, j) * (squares[j]! * uu(j, i) - 4 * us(i, j));
    }
  }
  return (sums.traceD - sums.traceK) ** 2 / (sums.traceDD - 2 * sums.traceDK + traceKK);
}
