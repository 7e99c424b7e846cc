import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { alikeCount } from '../effect/alike-count.ts';
import { meanRange, shareRange } from '../effect/ranges.ts';
import type { Range } from '../finding.ts';
import type { MeasureFigure, PartOfSum } from '../measures/measure.ts';

/** One number for each person or pair who should have one. */
export interface AskedValues {
  /** NaN where it is not known. */
  readonly values: Float64Array;
  /** The lowest and highest that it can be: the value itself where all of it is known; NaN where nobody can say. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** People or pairs that belong together. */
  readonly clusters: Int32Array;
  /** Different people behind the known values. */
  readonly people: number;
}

/** What a figure is called and what it needs. */
export interface FigureFacts {
  readonly key: string;
  readonly of: MeasureFigure['of'];
  readonly need: number;
  readonly wave?: string;
  readonly topic?: string;
  readonly rounding?: 'down';
  /** Ends of the scale, for points. */
  readonly scale?: Range | null;
  readonly sums?: readonly PartOfSum[];
}

/** The mean over those known, with its range by clusters (interval code T) and the bounds that the others leave open. */
export function meanFigure(facts: FigureFacts, asked: AskedValues): MeasureFigure {
  const known = knownPositions(asked.values);
  const base = {
    ...baseOf(facts, asked, known.length),
    unit: 'points' as const,
    count: null,
    alike: alikeCount(asked.values),
  };
  if (known.length === 0) return silent(base, facts.need);
  const mean = clusteredMean({
    values: Float64Array.from(known, (i) => asked.values[i]!),
    clusters: known.map((i) => asked.clusters[i]!),
  });
  const range95 = meanRange(mean, 0.95);
  return {
    ...base,
    value: mean.estimate,
    range95,
    noRange: range95 ? null : mean.degreesOfFreedom > 0 ? 'no-spread' : 'few-clusters',
    bounds: boundsOf(asked),
  };
}

/** The share of those known who meet a condition, given as 0, 1 or NaN, with its range at the effective size (interval code W). */
export function shareFigure(
  facts: FigureFacts,
  asked: Pick<AskedValues, 'values' | 'clusters' | 'people'>,
): MeasureFigure {
  const known = knownPositions(asked.values);
  const base = { ...baseOf(facts, asked, known.length), unit: 'share' as const };
  if (known.length === 0) return { ...silent(base, facts.need), count: null };
  const count = known.reduce((sum, i) => sum + asked.values[i]!, 0);
  const share = clusteredMean({
    values: Float64Array.from(known, (i) => asked.values[i]!),
    clusters: known.map((i) => asked.clusters[i]!),
  });
  const range95 = shareRange({ ...share, estimate: count / known.length }, known.length, 0.95);
  const unknown = asked.values.length - known.length;
  return {
    ...base,
    value: count / known.length,
    range95,
    noRange: range95 ? null : 'few-clusters',
    count,
    bounds: unknown === 0 ? null : [count / asked.values.length, (count + unknown) / asked.values.length],
  };
}

function baseOf(facts: FigureFacts, asked: Pick<AskedValues, 'values' | 'people'>, have: number) {
  const { need, ...rest } = facts;
  return { ...rest, n: have, asked: asked.values.length, people: asked.people, least: { need, have } };
}

function silent<Base extends object>(base: Base, need: number) {
  return {
    ...base,
    value: { reason: 'too-few-people' as const, values: { have: 0, need } },
    range95: null,
    noRange: 'no-figure',
    count: null,
    bounds: null,
  };
}

function knownPositions(values: Float64Array): Int32Array {
  return new Int32Array(values.length).map((_, i) => i).filter((i) => !Number.isNaN(values[i]!));
}

/** The mean with every unknown part at its lowest and at its highest; null when all is known, or nobody can say. */
function boundsOf({ values, lowest, highest }: AskedValues): Range | null {
  let [low, high] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    low += lowest[i]!;
    high += highest[i]!;
  }
  const bounds = [low / values.length, high / values.length] as const;
  return Number.isNaN(bounds[0] + bounds[1]) || bounds[0] === bounds[1] ? null : bounds;
}
