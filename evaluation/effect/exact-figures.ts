import type { Prepared } from '../designs/prepared.ts';
import type { ExactFigures, FigureKind, GroupFigure, NaiveGap, Note, Range } from '../finding.ts';
import type { ArmOutcome } from '../measures/measure.ts';
import { alikeCount } from './alike-count.ts';
import { type ArmTotals, differenceBounds } from './bounds.ts';
import { type ModelOf, comparedOutcome } from './compared-outcome.ts';
import type { ModelFigures } from './model.ts';
import { meanRange, shareDifferenceRange, shareRange } from './ranges.ts';

/** The outcome of a comparison: one number per used position, and what each arm counts. */
export interface OutcomeValues {
  readonly kind: FigureKind;
  readonly values: Float64Array;
  readonly before: Float64Array | undefined;
  readonly arms: readonly [participants: ArmOutcome, comparison: ArmOutcome];
  /** 1 where the outcome is not known at the horizon or wave; a pseudo-value then stands in for it. */
  readonly unknown: Uint8Array;
  /** People who were asked for the outcome. */
  readonly asked: number;
  /** Values before that came too late, and all that are known. */
  readonly beforeDates: { readonly late: number; readonly known: number };
  /** Lowest and highest possible value; null when not known. */
  readonly ends: Range | null;
  /** Instruments and versions behind the values before, and behind those that are compared; of events there are none. */
  readonly instruments: { readonly before: readonly string[]; readonly at: readonly string[] };
}

/** The numbers of one compared outcome, with the level of its family (1 − 0.05/K). */
export function exactFigures(
  prepared: Prepared,
  outcome: OutcomeValues,
  k: number,
  naive: NaiveGap | null,
  modelOf?: ModelOf,
): ExactFigures | undefined {
  const known = comparedOutcome(prepared, outcome.values, outcome.before, modelOf);
  const figures = known.model(known.outcome);
  if (!figures) return undefined;
  const notes: Note[] = [];
  const ranged = (level: number): Range | null => {
    if (outcome.kind === 'score') return meanRange(figures.difference, level);
    const { range, symmetric } = shareDifferenceRange(figures, known.kish, level);
    if (symmetric && !notes.some((note) => note.key === 'symmetric-range'))
      notes.push({ key: 'symmetric-range', values: {} });
    return range;
  };
  if (known.columns.length > 0)
    notes.push({
      key: 'adjusted-for',
      values: { columns: known.columns.map(({ name }) => name).join(', ') },
    });
  for (const dropped of figures.dropped)
    notes.push({ key: 'dropped-column', values: { column: known.columns[dropped]?.name ?? '' } });
  const [participants, comparison] = outcome.arms;
  notes.push(...lostNote(outcome));
  const sum = (a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : a + b;
  return {
    groups: groupFigures(prepared, known, figures, outcome),
    estimate: figures.difference.estimate,
    range95: ranged(0.95),
    range80: ranged(0.8),
    range50: ranged(0.5),
    rangeFamily: ranged(1 - 0.05 / k),
    standardError: figures.difference.standardError,
    nStar: known.kish,
    events: sum(participants.events, comparison.events),
    nonEvents: sum(participants.nonEvents, comparison.nonEvents),
    df: figures.difference.degreesOfFreedom > 0 ? figures.difference.degreesOfFreedom : null,
    model: { largestLeverage: figures.largestLeverage, residualDf: figures.residualDegreesOfFreedom },
    k,
    naive,
    bounds: outcome.ends && outcome.unknown.includes(1) ? boundsOf(prepared, outcome, outcome.ends) : null,
    sensitivity: null,
    notes,
  };
}

function groupFigures(
  prepared: Prepared,
  known: ReturnType<typeof comparedOutcome>,
  figures: ModelFigures,
  outcome: OutcomeValues,
): GroupFigure[] {
  return (['participants', 'comparison'] as const).map((who, arm) => {
    const figure = figures[who];
    return {
      who,
      n: known.n[arm]!,
      asked: known.asked[arm]!,
      value: figure.estimate,
      range95:
        outcome.kind === 'share' ? shareRange(figure, known.kish[arm]!, 0.95) : meanRange(figure, 0.95),
      count: outcome.arms[arm]!.count,
      before: null,
      ...(outcome.kind === 'score' && {
        alike: alikeCount(outcome.values.filter((_, i) => prepared.treated[i] === 1 - arm)),
      }),
    };
  });
}

function boundsOf(prepared: Prepared, outcome: OutcomeValues, ends: Range): Range | null {
  const totals = (arm: number): ArmTotals => {
    let sum = 0;
    let known = 0;
    let unknown = 0;
    for (let i = 0; i < outcome.values.length; i++) {
      if (prepared.treated[i] !== arm) continue;
      const value = outcome.values[i]!;
      if (Number.isNaN(value) || outcome.unknown[i] === 1) unknown += prepared.weights[i]!;
      else {
        sum += prepared.weights[i]! * value;
        known += prepared.weights[i]!;
      }
    }
    return { sum, known, unknown };
  };
  return differenceBounds(totals(1), totals(0), ends);
}

/** Lost from the file: more than this share of an arm, or arms this far apart, is said (measurement 1.4). */
const MUCH_LOST = 0.05;

function lostNote({ arms }: OutcomeValues): Note[] {
  const [participants, comparison] = arms.map(({ lost, values }) =>
    values.length === 0 ? 0 : lost / values.length,
  );
  const most = Math.max(participants!, comparison!);
  if (most <= MUCH_LOST && Math.abs(participants! - comparison!) < MUCH_LOST) return [];
  return [{ key: 'lost-view', values: { participants: participants!, comparison: comparison! } }];
}
