import { answerCode } from './answer-code.ts';
import type { Instrument, Item, Scale } from './instrument.ts';

/** What the answers of one person at one time say on one scale. */
export interface ScaleScore {
  readonly scale: string;
  /** NaN when too few items are answered. */
  readonly score: number;
  /** Items answered. */
  readonly nItems: number;
  /** Lowest and highest possible score. */
  readonly low: number;
  readonly high: number;
}

/**
 * The scores of one response on every scale of which at least one item was put.
 *
 * Units: those of the items; a reversed item counts as lowest + highest − answer.
 * Missing: an item left out, rather not said or not applicable is never 0; below the least answered items the score is NaN.
 *
 * @param answers the answer as given by item; empty when the item was put and not answered
 */
export function scaleScores(instrument: Instrument, answers: ReadonlyMap<string, string>): ScaleScore[] {
  const items = new Map(instrument.items.map((item) => [item.id, item]));
  return instrument.scales
    .filter((scale) => scale.items.some((id) => answers.has(id)))
    .map((scale) => scaleScore(scale, items, answers));
}

function scaleScore(
  scale: Scale,
  items: ReadonlyMap<string, Item>,
  answers: ReadonlyMap<string, string>,
): ScaleScore {
  let sum = 0;
  let nItems = 0;
  for (const id of scale.items) {
    const value = itemValue(items.get(id)!, answers.get(id) ?? '');
    if (Number.isNaN(value)) continue;
    sum += value;
    nItems++;
  }
  const enough = nItems >= (scale.score === 'sum' ? scale.items.length : scale.leastAnswered);
  const [low, high] = scaleEnds(scale, items);
  return {
    scale: scale.id,
    score: !enough || nItems === 0 ? Number.NaN : scale.score === 'sum' ? sum : sum / nItems,
    nItems,
    low,
    high,
  };
}

/** An answer as the number that counts, turned where the item is; NaN when there is none. */
export function itemValue(item: Item, given: string): number {
  const { answered, reverse } = item;
  const code = answerCode(answered, given);
  if (answered.kind !== 'rating' || code.kind !== 'number') return Number.NaN;
  return reverse ? answered.lowest + answered.highest - code.value : code.value;
}

function scaleEnds(scale: Scale, items: ReadonlyMap<string, Item>): readonly [number, number] {
  let [low, high] = [0, 0];
  for (const id of scale.items) {
    const { answered } = items.get(id)!;
    if (answered.kind !== 'rating') continue;
    low += answered.lowest;
    high += answered.highest;
  }
  return scale.score === 'sum' ? [low, high] : [low / scale.items.length, high / scale.items.length];
}
