import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownItem } from '#evaluation/survey/shown-survey.ts';
import { wavesInOrder } from '#evaluation/study/waves.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { itemWords } from '../sentences/item-words.ts';
import { waveText } from '../sentences/wave-text.ts';
import { hasText, text } from '../text/text.ts';
import { decimalsOf, plainNumber } from './amounts.ts';
import { evenParts } from './even-parts.ts';
import { figureBlock } from './figure-block.tsx';
import { fileName } from './file-name.ts';
import { sourceLine } from './source-line.ts';
import { type StatementRow, statementsDrawing, type TintName } from './statements-drawing.tsx';

/** Statements of one instrument, answered by one role about the same at one wave. */
interface Sheet {
  readonly first: ShownItem;
  readonly items: readonly ShownItem[];
  /** Ending of the name, where the statements fill several pictures. */
  readonly part: string;
}

/** So many statements fit on a printed page. */
const MOST_STATEMENTS = 12;

/** Mentees first; of the other before of oneself. */
const ROLES = ['mentees', 'mentors', 'others'] as const;

/** P10: what do people say? A picture per instrument, role and whom it is about, at the last wave. */
export function p10Statements(shown: ShownEvaluation): FigureBlock[] {
  return sheetsOf(shown.survey.items).map((sheet) => sheetFigure(shown, sheet));
}

function sheetsOf(items: readonly ShownItem[]): Sheet[] {
  const sheets = new Map<string, ShownItem[]>();
  for (const item of items) {
    if (item.kind !== 'rating' || item.agree === null) continue;
    const key = [item.instrument, item.version, item.who, item.about].join(' ');
    sheets.set(key, [...(sheets.get(key) ?? []), item]);
  }
  const last = [...sheets.values()].map((all) => {
    const wave = wavesInOrder(all.map((item) => item.wave)).at(-1)!;
    const own = all.filter((item) => item.wave === wave);
    return { first: own[0]!, own };
  });
  const instruments = [...new Set(last.map(({ first }) => first.instrument))];
  const place = ({ first }: Pick<Sheet, 'first'>): number =>
    100 * instruments.indexOf(first.instrument) +
    10 * ROLES.indexOf(first.who) +
    (first.about === 'oneself' ? 1 : 0);
  return last
    .toSorted((a, b) => place(a) - place(b))
    .flatMap(({ first, own }) =>
      evenParts(own, MOST_STATEMENTS).map((items, i, all) => ({
        first,
        items,
        part: all.length === 1 ? '' : ` ${i + 1}`,
      })),
    );
}

function sheetFigure(shown: ShownEvaluation, { first, items, part }: Sheet): FigureBlock {
  const name = `P10-${fileName(`${first.instrument} ${first.version} ${first.who} ${first.about}${part}`)}`;
  const instrument = instrumentName(first);
  const title = text('p10.title', {
    who: first.who,
    most: items.filter(mostAgree).length,
    all: items.length,
    agreeing: itemWords(first).agreeing ? 'yes' : 'no',
  });
  const rows = items.map((item): StatementRow => {
    const { wording } = itemWords(item);
    return { wording, segments: segmentsOf(item), words: rowWords(item) };
  });
  return figureBlock({
    id: 'P10',
    name,
    title,
    subtitle: text('p10.subtitle', {
      instrument,
      who: first.who,
      about: first.about,
      wave: waveText(first.wave),
      names: rows.some(({ wording }) => wording.includes(text('p10.other', {}))) ? 'yes' : 'no',
    }),
    description: text('p10.description', {
      finding: title,
      rows: rows.map(({ wording, words }) => `${wording} ${words}`).join('; '),
    }),
    source: sourceLine(shown),
    n: Math.max(...items.map(({ people }) => people)),
    table: twinOf(name, instrument, items),
    draw: (pen) => statementsDrawing(pen, keyOf(items), rows),
  });
}

function instrumentName({ instrument, version }: ShownItem): string {
  const key = `instrument.${instrument}.name`;
  return hasText(key) ? text(key, {}) : `${instrument} ${version}`;
}

/** Whether more than half agree, as far as that may be told. */
function mostAgree({ agree, answered }: ShownItem): boolean {
  const { share, count, words } = agree!;
  if (words !== null) return words === 'nearly-all' || words === 'more-than-90';
  return (share ?? (count ?? 0) / answered) > 0.5;
}

/** A tint for each cell; joined steps take that of the one farther from the middle. */
function segmentsOf({ cells }: ShownItem): StatementRow['segments'] {
  const steps = (cells ?? []).reduce((sum, { codes }) => sum + codes.length, 0);
  let before = 0;
  return (cells ?? []).map(({ codes, count }) => {
    const middle = (before + before + codes.length - 1) / 2 / (steps - 1);
    before += codes.length;
    const tint = 1 + (middle < 0.5 ? Math.floor(middle * 4) : Math.ceil(middle * 4));
    return { count: count!, tint: tint as TintName['tint'] };
  });
}

/** The words of the five tints; of instruments whose words are not known, the numbers of the steps. */
function keyOf(items: readonly ShownItem[]): TintName[] {
  const whole = items.find(({ cells }) => cells !== null);
  const codes = whole?.cells?.flatMap((cell) => cell.codes) ?? ['1', '2', '3', '4', '5'];
  const words = itemWords(whole ?? items[0]!);
  return ([1, 2, 3, 4, 5] as const).map((tint) => {
    const code = codes[Math.round(((tint - 1) / 4) * (codes.length - 1))]!;
    return { tint, name: words.step(code) ?? code };
  });
}

/** "36 of 60 agree (60 in 100); 7 rather did not say", or what may be told of it. */
function rowWords(item: ShownItem): string {
  const { agree, answered, asked, cells } = item;
  const { agreeing, step } = itemWords(item);
  const from = (cells ?? []).flatMap((cell) => cell.codes).slice(-2)[0] ?? '4';
  const values = {
    answered,
    none: asked - answered,
    how: agreeing ? text('p10.agree', {}) : text('p10.or-more', { step: step(from) ?? from }),
  };
  const { share, count, words } = agree!;
  if (words !== null) return text('p10.row.words', { ...values, words: text(`figures.words.${words}`, {}) });
  if (count === null) return text('p10.row.not-shown', values);
  if (share === null) return text('p10.row.count', { ...values, count });
  return text('p10.row', { ...values, count, inHundred: plainNumber(share * 100, 0) });
}

function twinOf(name: string, instrument: string, items: readonly ShownItem[]): TableBlock {
  const keys = [
    'statement',
    'answers',
    'people',
    'by-step',
    'did-not-say',
    'agree-per-100',
    'low',
    'high',
  ] as const;
  const blank = text('figures.not-shown', {});
  const inHundred = (share: number | null | undefined) => {
    if (share === null || share === undefined) return blank;
    const scaled = Number((100 * share).toPrecision(12));
    return plainNumber(scaled, decimalsOf([scaled]));
  };
  return {
    kind: 'table',
    id: `table-${name}`,
    caption: text('p10.table', { instrument }),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: key === 'statement' || key === 'by-step' ? ('start' as const) : ('end' as const),
    })),
    rows: items.map((item) => {
      const { share, count, words, range95 } = item.agree!;
      const said =
        words === null
          ? count === null
            ? blank
            : text('p10.count', { count, n: item.answered })
          : text(`figures.words.${words}`, {});
      return [
        itemWords(item).wording,
        plainNumber(item.answered, 0),
        plainNumber(item.people, 0),
        item.cells === null ? blank : stepsText(item.cells),
        plainNumber(item.asked - item.answered, 0),
        share === null ? said : inHundred(share),
        inHundred(range95?.[0]),
        inHundred(range95?.[1]),
      ];
    }),
    note: text('p10.note', {}),
  };
}

/** "1 to 2: 9; 3: 15; 4: 20": answers by step, joined ones together. */
function stepsText(cells: NonNullable<ShownItem['cells']>): string {
  return cells
    .map(({ codes, count }) =>
      codes.length === 1
        ? text('p10.step', { step: codes[0]!, n: count! })
        : text('p10.steps', { first: codes[0]!, last: codes.at(-1)!, n: count! }),
    )
    .join('; ');
}
