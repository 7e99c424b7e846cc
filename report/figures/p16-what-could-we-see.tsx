import type { Visibility, VisiblePoint } from '#evaluation/planning/visibility.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import {
  aboutPeople,
  amountText,
  chanceText,
  reachText,
  setText,
  visibleName,
  visibleUnit,
} from '../planning/detect-words.ts';
import { text } from '../text/text.ts';
import { decimalsOf, plainNumber } from './amounts.ts';
import { detectDrawing } from './detect-drawing.tsx';
import { figureBlock } from './figure-block.tsx';

/** P16: how large a difference would be seen, by the number of people, with the planned number on the curve. */
export function p16WhatCouldWeSee(visible: Visibility, fileName: string, source: string): FigureBlock {
  const title = detectTitle(visible);
  const rows = namedPoints(visible);
  return figureBlock({
    id: 'P16',
    name: `P16-${fileName}`,
    title,
    subtitle: text('p16.subtitle', { ratio: ratioText(visible) }),
    description: text('p16.description', {
      finding: title,
      points: rows
        .map((point) =>
          text('p16.point', {
            people: peopleText(point.participants),
            detectable: detectableText(visible, point),
          }),
        )
        .join('; '),
    }),
    source,
    n: null,
    table: twinOf(visible, rows, `table-P16-${fileName}`),
    draw: (pen) => detectDrawing(pen, visible, ownWords(visible)),
  });
}

function ratioText({ own }: Visibility): string {
  const ratio = Number((own.comparison / own.participants).toPrecision(2));
  return plainNumber(ratio, decimalsOf([ratio]));
}

function peopleText(people: number): string {
  return plainNumber(Math.round(people), 0);
}

function detectTitle(visible: Visibility): string {
  const { detectable, expected, own } = visible;
  const values = { name: visibleName(visible), people: peopleText(own.participants) };
  if (detectable === null) return text('detect.title.never', values);
  if (expected.kind === 'share') {
    const share = setText(visible, expected.share.value);
    return text('detect.title.prop', { ...values, share, reach: reachText(visible, detectable) });
  }
  const amount = { detectable: amountText(visible, detectable), unit: visibleUnit(visible) };
  return text('detect.title.mean', { ...values, ...amount });
}

/** What is written beside the planned point. */
function ownWords(visible: Visibility): string {
  const { own, expected, detectable } = visible;
  const people = peopleText(own.participants);
  if (detectable === null) return text('p16.you.never', { people });
  if (expected.kind === 'share')
    return text('p16.you.prop', {
      people,
      share: setText(visible, expected.share.value),
      reach: reachText(visible, detectable),
    });
  const amount = `${amountText(visible, detectable)} ${visibleUnit(visible)}`;
  return text('p16.you', { people, detectable: amount });
}

/** Points of the twin: every fourth of the curve, and the planned one. */
const EVERY = 4;

function namedPoints({ curve, own }: Visibility): VisiblePoint[] {
  const some = curve.filter(
    (point, i) => i % EVERY === 0 && Math.round(point.participants) !== Math.round(own.participants),
  );
  return [...some, own].toSorted((a, b) => a.participants - b.participants);
}

function detectableText(visible: Visibility, { detectable }: VisiblePoint): string {
  return detectable === null ? text('p16.none') : amountText(visible, detectable);
}

function twinOf(visible: Visibility, points: readonly VisiblePoint[], id: string): TableBlock {
  const unit = visibleUnit(visible);
  const columns = ['participants', 'comparison', 'detectable', 'chance'] as const;
  return {
    kind: 'table',
    id,
    caption: text('p16.table', { name: visibleName(visible) }),
    columns: columns.map((key) => ({ key, label: text(`p16.column.${key}`, { unit }), align: 'end' })),
    rows: points.map((point) => [
      point === visible.own ? peopleText(point.participants) : aboutPeople(point.participants),
      point === visible.own ? peopleText(point.comparison) : aboutPeople(point.comparison),
      detectableText(visible, point),
      chanceText(point.chance),
    ]),
    note: text('p16.note'),
  };
}
