import type { ShownMeasure, ShownMeasureFigure } from '#evaluation/shown.ts';
import { decimalsOf, plainNumber } from '../figures/amounts.ts';
import { type TextKey, hasText, text } from '../text/text.ts';
import { bandText } from './band-text.ts';
import { missingText } from './missing-text.ts';
import { waveText } from './wave-text.ts';

/** A figure of a measure as a row of a table: every number with its range, the people, and the bounds, or why there is none. */
export interface MeasureCells {
  readonly measure: string;
  readonly figure: string;
  readonly value: string;
  readonly range: string;
  readonly known: string;
  readonly bounds: string;
}

/** A row per figure of a measure; a measure without figures has one row that says why. */
export function measureCells(measure: ShownMeasure): MeasureCells[] {
  const name = measureName(measure.measure);
  if (measure.missing !== null)
    return [
      { measure: name, figure: '', value: missingText(measure.missing), range: '', known: '', bounds: '' },
    ];
  return measure.figures.map((figure) => ({
    measure: name,
    figure: figureName(measure.measure, figure),
    value: valueText(figure),
    range: rangeText(figure),
    known: knownText(figure),
    bounds: boundsText(figure),
  }));
}

/** The name of a measure, by its id. */
export function measureName(id: string): string {
  return own(`measure.${id}.name`);
}

/** What a figure speaks of: itself, with the scale and the wave where there is one for each. */
function figureName(measure: string, { key, topic, wave }: ShownMeasureFigure): string {
  const figure = own(`measure.${measure}.figure.${key}`);
  const at = wave === undefined ? '' : waveText(wave);
  if (topic !== undefined)
    return wave === undefined
      ? text('measures.figure.of-topic', { topic, figure })
      : text('measures.figure.of-topic-at-wave', { topic, figure, wave: at });
  return wave === undefined ? figure : text('measures.figure.at-wave', { figure, wave: at });
}

function own(key: string): string {
  if (!hasText(key)) throw new RangeError(`measureCells: the catalogue has no ${key}`);
  return text(key, {});
}

function valueText(figure: ShownMeasureFigure): string {
  if (figure.hidden !== null) return text('measures.hidden', { need: figure.hidden.need });
  if (figure.missing !== null) return missingText(figure.missing);
  if (figure.words !== null) return text(`figures.words.${figure.words}`, {});
  if (figure.band !== undefined) return bandText(figure.band);
  if (figure.value === null)
    return figure.count === null
      ? text('measures.too-few', {})
      : text('measures.count-only', { count: figure.count, n: figure.outOf ?? figure.n });
  const amount = amounts(figure, [figure.value])[0]!;
  const said = text(unitKey(figure), { amount, currency: figure.currency ?? '' });
  return figure.count === null || figure.unit !== 'share'
    ? said
    : text('measures.share-with-count', { share: said, count: figure.count, n: figure.outOf ?? figure.n });
}

function unitKey(figure: ShownMeasureFigure): TextKey {
  return `measures.unit.${figure.unit}`;
}

function rangeText(figure: ShownMeasureFigure): string {
  if (figure.value === null) return '';
  if (figure.range95 !== null) {
    const [low, high] = amounts(figure, figure.range95);
    return text('measures.range', { low: low!, high: high! });
  }
  const key = `no-range.${figure.noRange ?? 'rounded-away'}`;
  return hasText(key) ? text(key, {}) : text('no-range.rounded-away', {});
}

function knownText(figure: ShownMeasureFigure): string {
  if (figure.hidden !== null || figure.asked === 0) return '';
  return text('measures.known', { n: figure.n, asked: figure.asked, of: figure.of });
}

function boundsText(figure: ShownMeasureFigure): string {
  if (figure.bounds === null) return '';
  const [low, high] = amounts(figure, figure.bounds);
  return text('measures.range', { low: low!, high: high! });
}

/** Units that are said in 100. */
const SHARES: ReadonlySet<string> = new Set(['share', 'share-change']);

function amounts(figure: ShownMeasureFigure, values: readonly number[]): string[] {
  const scaled = values.map((value) =>
    SHARES.has(figure.unit) ? Number((value * 100).toPrecision(12)) : value,
  );
  const decimals = decimalsOf(scaled);
  return scaled.map((value) => plainNumber(value, decimals));
}
