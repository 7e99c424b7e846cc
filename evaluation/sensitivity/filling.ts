import { clusteredLeastSquares } from '#stats/regression/clustered-least-squares.ts';
import { comparedOutcome, knownRows } from '../effect/compared-outcome.ts';
import type { OutcomeValues } from '../effect/exact-figures.ts';
import { pickColumns } from '../study/pick.ts';
import type { PlannedWay } from './analysis.ts';

/** The planned outcome with its gaps filled: what the model predicts, shifted apart by so much. */
export interface Filling {
  /** Adds `participants` to the filled values of participants and takes it from those of the others. */
  shifted(participants: number): OutcomeValues;
}

/**
 * What the people whose outcome is not known are predicted to have, so that it can be made worse step by step.
 *
 * An answer that is missing is predicted by the planned model and stays inside its scale. A follow-up that was cut short has a
 * pseudo-value already, which is its prediction.
 *
 * Missing: `undefined` when every outcome is known.
 */
export function fillingOf({
  prepared,
  outcome,
}: Pick<PlannedWay, 'prepared' | 'outcome'>): Filling | undefined {
  if (!outcome.unknown.includes(1)) return undefined;
  const { ends } = outcome;
  const silent = outcome.values.some((value) => Number.isNaN(value));
  const base = silent ? predicted(prepared, outcome) : outcome.values;
  const unknown = new Uint8Array(outcome.unknown.length);
  return {
    shifted(participants) {
      const values = base.map((value, i) => {
        if (outcome.unknown[i] !== 1) return value;
        const moved = value + (prepared.treated[i] === 1 ? participants : -participants);
        return silent && ends ? Math.min(ends[1], Math.max(ends[0], moved)) : moved;
      });
      return { ...outcome, values, unknown };
    },
  };
}

/** Known values as they are, the others as the planned model has them. */
function predicted(prepared: PlannedWay['prepared'], outcome: OutcomeValues): Float64Array {
  const { columns } = comparedOutcome(prepared, outcome.values, outcome.before);
  const whole = [
    new Float64Array(outcome.values.length).fill(1),
    Float64Array.from(prepared.treated),
    ...columns.map(({ values }) => values),
  ];
  const known = knownRows(outcome.values);
  const { coefficients } = clusteredLeastSquares({
    outcome: pickColumns(outcome.values, known),
    columns: whole.map((column) => pickColumns(column, known)),
    weights: pickColumns(prepared.weights, known),
    clusters: known.map((_, i) => i),
  });
  return outcome.values.map((value, i) =>
    Number.isNaN(value) ? whole.reduce((sum, column, j) => sum + coefficients[j]! * column[i]!, 0) : value,
  );
}
