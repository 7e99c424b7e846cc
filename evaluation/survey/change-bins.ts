import { clusteredMean } from '#stats/means/clustered-mean.ts';
import type { Prepared } from '../designs/prepared.ts';
import { answerCells, type JoinedCells, joinedCells } from '../disclosure/joined-cells.ts';
import { outcomeValues } from '../effect/outcome-values.ts';
import { shareRange } from '../effect/ranges.ts';
import type { Finding, Range } from '../finding.ts';
import { measureOf } from '../measures/registry.ts';
import type { PlannedOutcome } from '../plan/plan.ts';
import type { Study } from '../study/study.ts';

/** The bins of figure P03, in the direction in which the scale counts: whichever way is good. */
export const CHANGE_BINS = ['fell', 'within', 'rose', 'rose-a-lot'] as const;
export type ChangeBin = (typeof CHANGE_BINS)[number];

/** How many people changed, and how much, on one scale: the data of figure P03. */
export interface ChangeBins {
  readonly outcome: string;
  readonly who: Finding['who'];
  readonly label: string;
  readonly wave: string;
  /** A change smaller than this counts as none; from twice this on as a lot. */
  readonly matters: number;
  readonly unit: string;
  readonly better: Finding['better'];
  /** Bins that are told as one, the same for all groups so that these can be compared; nothing where nearly all are in one. */
  readonly cells: readonly JoinedCells[];
  readonly groups: readonly ChangeGroup[];
}

/** One arm: people who answered both times. */
export interface ChangeGroup {
  readonly who: 'participants' | 'comparison';
  readonly asked: number;
  readonly n: number;
  /** People, in the order of `CHANGE_BINS`. */
  readonly counts: readonly number[];
  /** Shares, weighted as the comparison is. */
  readonly shares: readonly number[];
  /** The joined bins. */
  readonly cells: readonly ChangeCell[];
}

/** People of one group in bins that are told as one. */
export interface ChangeCell {
  readonly count: number;
  /** Weighted as the comparison is. */
  readonly share: number;
  readonly range95: Range | null;
}

/** Differences of decimals that are equal on paper may differ by this. */
const ROUNDING = 1e-9;
const A_LOT = 2;
const NOT_KNOWN = -1;

/**
 * The bins of a finding on a scale; undefined for events, where no participant answered twice, where the questions changed or came
 * late (F8, F9), and for opinions, which permit no word of change.
 *
 * @param need least people of joined bins in each group
 */
export function changeBins(
  study: Study,
  prepared: Prepared,
  finding: Finding,
  need: number,
): ChangeBins | undefined {
  const measure = measureOf(finding.outcome);
  if (measure.counts !== null || finding.design === 'opinions') return undefined;
  if (finding.gates.some(({ id }) => id === 'F8' || id === 'F9')) return undefined;
  const { outcome, who, label, matters, better, unit } = finding;
  const wave = finding.wave ?? 'after';
  const planned: PlannedOutcome = { outcome, who, wave, better, matters };
  const values = outcomeValues(study, prepared.population, planned, measure, prepared.positions);
  if ('reason' in values || !values.before) return undefined;
  const bins = Int8Array.from(values.values, (value, i) => binOf(value - values.before![i]!, matters));
  const arms = ([1, 0] as const).flatMap((arm) => armOf(prepared, bins, arm));
  if (arms[0]?.who !== 'participants') return undefined;
  const cells = joinedCells(
    arms.map(({ counts }) => counts),
    answerCells(need),
  );
  const groups = arms.map(({ known, ...group }) => ({
    ...group,
    cells: cells.map((cell) => cellOf(prepared, bins, known, cell)),
  }));
  return { outcome, who, label, wave, matters, unit, better, cells, groups };
}

type Arm = Omit<ChangeGroup, 'cells'> & { readonly known: readonly number[] };

function armOf(prepared: Prepared, bins: Int8Array, arm: 0 | 1): Arm[] {
  const own = Array.from(bins.keys()).filter((i) => prepared.treated[i] === arm);
  const known = own.filter((i) => bins[i] !== NOT_KNOWN);
  const counts = CHANGE_BINS.map((_, bin) => known.filter((i) => bins[i] === bin).length);
  const weights = CHANGE_BINS.map((_, bin) =>
    known.reduce((sum, i) => sum + (bins[i] === bin ? prepared.weights[i]! : 0), 0),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (known.length === 0 || whole === 0) return [];
  const who = arm === 1 ? 'participants' : 'comparison';
  const shares = weights.map((weight) => weight / whole);
  return [{ who, asked: own.length, n: known.length, counts, shares, known }];
}

function cellOf(
  prepared: Prepared,
  bins: Int8Array,
  known: readonly number[],
  { from, to }: JoinedCells,
): ChangeCell {
  const values = Float64Array.from(known, (i) => (bins[i]! >= from && bins[i]! <= to ? 1 : 0));
  const share = clusteredMean({
    values,
    weights: Float64Array.from(known, (i) => prepared.weights[i]!),
    clusters: Int32Array.from(known, (i) => prepared.clusters[i]!),
  });
  const estimate = Math.min(1, Math.max(0, share.estimate));
  return {
    count: values.reduce((sum, one) => sum + one, 0),
    share: estimate,
    range95: shareRange({ ...share, estimate }, known.length, 0.95),
  };
}

/** Position in `CHANGE_BINS`: a change of exactly what matters is one. */
function binOf(change: number, matters: number): number {
  if (Number.isNaN(change)) return NOT_KNOWN;
  if (change <= -matters + ROUNDING) return 0;
  if (change < matters - ROUNDING) return 1;
  return change < A_LOT * matters - ROUNDING ? 2 : 3;
}
