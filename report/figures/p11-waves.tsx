import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownWaveView } from '#evaluation/views/shown-views.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { scaleName } from '../sentences/scale-name.ts';
import { waveText } from '../sentences/wave-text.ts';
import { hasText, text } from '../text/text.ts';
import { decimalsOf, plainNumber } from './amounts.ts';
import { evenParts } from './even-parts.ts';
import { figureBlock } from './figure-block.tsx';
import { followedScales } from './followed-scales.ts';
import { markOf } from './group-names.ts';
import { sourceLine } from './source-line.ts';
import { panelsOnPage, wavesDrawing } from './waves-drawing.tsx';

/** How often a scale that nothing happened to counts as changed. */
const BY_CHANCE = 0.05;

/** P11: is it changing? A picture per role, and whom it is about, with a panel per scale that was asked at two waves or more. */
export function p11Waves(shown: ShownEvaluation): FigureBlock[] {
  const all = followedScales(shown);
  return (['mentees', 'mentors'] as const).flatMap((who) =>
    (['the-other', 'oneself', 'anything'] as const).flatMap((about) => {
      const views = all.filter((view) => view.who === who && view.about === about);
      const most = panelsOnPage(Math.max(0, ...views.map(({ waves }) => waves.length)));
      return evenParts(views, most).map((part, i, parts) =>
        partFigure(shown, part, `P11-waves-${who}-${about}${parts.length === 1 ? '' : `-${i + 1}`}`),
      );
    }),
  );
}

function partFigure(shown: ShownEvaluation, views: readonly ShownWaveView[], name: string): FigureBlock {
  const { who, about } = views[0]!;
  const title = titleOf(views);
  return figureBlock({
    id: 'P11',
    name,
    title,
    subtitle: text('p11.subtitle', { who, about }),
    description: text('p11.description', {
      finding: title,
      scales: views.map((view) => `${scaleName(view.scale, 'anything')}: ${pointsText(view)}`).join('; '),
    }),
    source: sourceLine(shown),
    n: Math.max(...views.flatMap(({ waves }) => waves.map(({ n }) => n))),
    table: twinOf(name, views),
    draw: (pen) =>
      wavesDrawing(
        pen,
        markOf(who, 'participants'),
        views.map((view) => ({
          title: scaleName(view.scale, 'anything'),
          waves: view.waves.map((wave) => ({ ...wave, label: shortWave(wave.wave) })),
        })),
      ),
  });
}

/** How many changed from the last wave but one to the last, and how many would by chance alone. */
function titleOf(views: readonly ShownWaveView[]): string {
  const { who, about } = views[0]!;
  const told = views.filter(({ change }) => change !== null);
  const count = (direction: string) => told.filter(({ change }) => change!.direction === direction).length;
  const [rose, fell] = [count('rose'), count('fell')];
  if (told.length === 0) return text('p11.title.open', { who, about, all: views.length });
  if (rose + fell === 0) return text('p11.title.unclear', { who, about, all: told.length });
  const expected = BY_CHANCE * told.length;
  const chance = expected < 1 ? 0 : Math.round(expected);
  return text('p11.title', { who, about, all: told.length, rose, fell, chance });
}

function pointsText({ waves }: ShownWaveView): string {
  return waves.map((wave) => `${waveText(wave.wave)} ${shareText(wave)}`).join(', ');
}

function shareText({ value, words, hidden, n }: ShownWaveView['waves'][number]): string {
  if (hidden) return text('p11.hidden', {});
  if (words !== null) return text(`figures.words.${words}`, {});
  return value === null
    ? text('figures.not-shown', {})
    : text('p11.share', { inHundred: inHundred(value), n });
}

function inHundred(share: number): string {
  const scaled = Number((100 * share).toPrecision(12));
  return plainNumber(scaled, decimalsOf([scaled]));
}

/** A wave in one or two words, below a small picture. */
function shortWave(wave: string): string {
  const [, part, number] = /^(before|during|after|followup)(\d*)$/.exec(wave) ?? [];
  const key = `wave.short.${part}${number ? '.numbered' : ''}`;
  return hasText(key) ? text(key, { number: Number(number) }) : wave;
}

function twinOf(name: string, views: readonly ShownWaveView[]): TableBlock {
  const keys = ['scale', 'wave', 'asked', 'answered', 'agree', 'per-100', 'low', 'high'] as const;
  const blank = text('figures.not-shown', {});
  return {
    kind: 'table',
    id: `table-${name}`,
    caption: text('p11.table', { who: views[0]!.who, about: views[0]!.about }),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: key === 'scale' || key === 'wave' ? ('start' as const) : ('end' as const),
    })),
    rows: views.flatMap((view) =>
      view.waves.map((wave) => {
        const words = wave.words === null ? blank : text(`figures.words.${wave.words}`, {});
        return [
          scaleName(view.scale, 'anything'),
          waveText(wave.wave),
          plainNumber(wave.asked, 0),
          wave.hidden ? blank : plainNumber(wave.n, 0),
          wave.count === null ? words : plainNumber(wave.count, 0),
          wave.value === null ? words : inHundred(wave.value),
          wave.range95 ? inHundred(wave.range95[0]) : blank,
          wave.range95 ? inHundred(wave.range95[1]) : blank,
        ];
      }),
    ),
    note: text('p11.note', {}),
  };
}
