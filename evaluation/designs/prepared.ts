import type { BalanceRow, DrawSummary, LeftOut, OverlapSummary } from '../evaluation.ts';
import type { Gate, Grade, Note } from '../finding.ts';
import type { Population } from '../study/population.ts';
import type { CovariateColumn } from '../study/covariate-columns.ts';

/** A comparison made ready without any look at outcomes: who is in, how much each weighs, who is linked to whom. */
export interface Prepared {
  readonly method: 'lottery' | 'matched' | 'weighted' | 'change' | 'alone';
  readonly grade: Grade;
  readonly population: Population;
  /** Positions of the population that are used, ascending. */
  readonly positions: Int32Array;
  readonly treated: Uint8Array;
  readonly weights: Float64Array;
  readonly clusters: Int32Array;
  readonly mentors: number;
  /** Columns that may enter the outcome model beside the value before, in the order in which they enter. */
  readonly adjusters: readonly CovariateColumn[];
  readonly balance: readonly BalanceRow[];
  /** True where the comparison people waited for a place and start later themselves. */
  readonly waits?: boolean;
  /** How inclined each person of the population was to take part; only its order counts. Undefined where nobody knows. */
  readonly inclination?: () => Float64Array;
  /** Gates that need no outcome: F1, F2, F3, F7, F10, F12. */
  readonly gates: readonly Gate[];
  readonly overlap: OverlapSummary | null;
  readonly draw: DrawSummary | null;
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly Note[];
}
