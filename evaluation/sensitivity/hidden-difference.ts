import { type EValue, eValueOfMeans, eValueOfRatio } from '#stats/bounds/e-value.ts';
import { leftOutShifts } from '#stats/regression/left-out-shifts.ts';
import { planCovariates } from '../designs/plan-covariates.ts';
import { filledColumn } from '../study/covariate-columns.ts';
import { knownRows } from '../effect/compared-outcome.ts';
import type { Grade, Verdict } from '../finding.ts';
import { pickColumns, pickedRows } from '../study/pick.ts';
import type { PlannedWay } from './analysis.ts';
import type { Benchmark, HiddenDifference } from './sensitivity.ts';

/** A ratio has to be above 0; a range of a difference may say that hardly anybody would be left. */
const SMALLEST_RATIO = 1e-9;

/**
 * How strong something that nobody measured would have to be to explain a result, held against what was measured: how far
 * the difference among everybody eligible moves when each characteristic is left out of the regression.
 *
 * Missing: null for a draw, for groups that were not made alike, and where there is nothing to explain.
 */
export function hiddenDifference(way: PlannedWay, grade: Grade, planned: Verdict): HiddenDifference | null {
  if (grade !== 'B' || way.prepared.method === 'lottery') return null;
  if (planned !== 'benefit' && planned !== 'harm') return null;
  const eValue = eValueOf(way);
  const benchmarks = benchmarksOf(way);
  if (!eValue) return null;
  const strongest = benchmarks[0] && benchmarks[0].shift !== 0 ? benchmarks[0] : null;
  return {
    eValue,
    benchmarks,
    strongest: strongest && {
      characteristic: strongest.characteristic,
      times: Math.abs(way.exact.estimate!) / Math.abs(strongest.shift),
    },
  };
}

function eValueOf({ exact, outcome }: PlannedWay): EValue | undefined {
  const { estimate, range95, groups } = exact;
  if (estimate === null || !range95) return undefined;
  const ends = { estimate, low: range95[0], high: range95[1] };
  if (outcome.kind === 'score') {
    const spread = spreadOf(outcome);
    return spread > 0 ? eValueOfMeans(ends, spread) : undefined;
  }
  const others = groups[1]?.value ?? 0;
  if (!(others > 0)) return undefined;
  const ratio = (difference: number): number => Math.max(SMALLEST_RATIO, (others + difference) / others);
  return eValueOfRatio({ estimate: ratio(estimate), low: ratio(ends.low), high: ratio(ends.high) });
}

/** Standard deviation before, or of the outcome itself where there is no value before. */
function spreadOf({ before, values }: PlannedWay['outcome']): number {
  const earlier = before ? pickColumns(before, knownRows(before)) : new Float64Array(0);
  const column = earlier.length > 1 ? earlier : pickColumns(values, knownRows(values));
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const squares = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return column.length > 1 ? Math.sqrt(squares / (column.length - 1)) : 0;
}

/** How far the difference among everybody eligible moves without each characteristic, the furthest first. */
function benchmarksOf({ study, population, plan, everybody }: PlannedWay): Benchmark[] {
  if (!everybody) return [];
  const known = knownRows(everybody.values);
  const named = new Map<string, Float64Array[]>();
  if (everybody.before && everybody.before.some((value) => !Number.isNaN(value)))
    named.set('value before', [filledColumn(everybody.before).values]);
  for (const { source, values } of planCovariates(population, study, plan).model)
    named.set(source, [...(named.get(source) ?? []), values]);
  const found = leftOutShifts({
    outcome: pickColumns(everybody.values, known),
    treated: pickedRows(population.treated, known),
    characteristics: [...named.values()].map((columns) =>
      columns.map((column) => pickColumns(column, known)),
    ),
  });
  if (!found) return [];
  return [...named.keys()]
    .map((characteristic, i) => ({ characteristic, shift: found.shifts[i]! }))
    .sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift) || (a.characteristic < b.characteristic ? -1 : 1));
}
