import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { ShownChangeGroup, ShownChanges } from '#evaluation/survey/shown-survey.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { text } from '../text/text.ts';
import { countedTexts, decimalsOf, plainNumber } from './amounts.ts';
import { changesDrawing } from './changes-drawing.tsx';
import { figureBlock } from './figure-block.tsx';
import { outcomeFileName } from './file-name.ts';
import { groupName, markOf } from './group-names.ts';
import { dayText, sourceLine } from './source-line.ts';

/** Dots need so many people in each group; with fewer there is a table alone. */
const LEAST_FOR_DOTS = 40;
const DOTS = 20;
/** Position of the bin of those who rose. */
const ROSE = 2;

/** P03: how many changed, how much? A table alone where a group is small; absent for events and where nearly all changed alike. */
export function p03Changes(shown: ShownEvaluation, finding: ShownFinding): FigureBlock | TableBlock | null {
  const changes = shown.survey.changes.find(
    ({ outcome, who, wave }) => outcome === finding.outcome && who === finding.who && wave === finding.wave,
  );
  if (!changes) return null;
  const name = `P03-changes-${outcomeFileName(shown, finding)}`;
  const table = twinOf(shown, changes, name);
  if (changes.groups.some(({ n }) => n < LEAST_FOR_DOTS)) return table;
  const bins = changes.cells.map((_, i) => binName(changes, i));
  const rows = changes.groups.map((group) => {
    const dots = dotsOf(group.cells.map(({ share }) => share ?? 0));
    return {
      name: text('p03.group', { group: nameOf(shown, changes, group), n: group.n }),
      who: markOf(changes.who, group.who),
      cells: group.cells.map((cell, i) => ({ dots: dots[i]!, words: cellWords(cell) })),
    };
  });
  const title = titleOf(shown, changes);
  return figureBlock({
    id: 'P03',
    name,
    title,
    subtitle: text('p03.subtitle', {
      label: changes.label,
      unit: changes.unit,
      matters: amountOf(changes, 1),
      cutoff: dayText(shown.plan.cutoff),
    }),
    description: text('p03.description', {
      finding: title,
      groups: rows
        .map((row) => `${row.name}: ${row.cells.map(({ words }, i) => `${bins[i]!}, ${words}`).join('; ')}`)
        .join('. '),
    }),
    source: sourceLine(shown),
    n: changes.groups.reduce((sum, { n }) => sum + n, 0),
    table,
    draw: (pen) => changesDrawing(pen, bins, rows),
  });
}

/** How many rose by what matters, and fell by as much, group by group; what is not told apart is left out. */
function titleOf(shown: ShownEvaluation, changes: ShownChanges): string {
  const { cells, label } = changes;
  const rose = cells.findIndex(({ from }) => from === ROSE);
  const fell = cells.findIndex(({ to }) => to === 0);
  if (rose === -1 && fell === -1) return text('p03.title.plain', { label });
  const told = rose === -1 ? 'fell' : fell === -1 ? 'rose' : 'both';
  const shares = ({ cells: own }: ShownChangeGroup) => {
    const sum = (from: number, to: number) =>
      plainNumber(
        own.slice(from, to).reduce((all, { share }) => all + 100 * (share ?? 0), 0),
        0,
      );
    return {
      told,
      rose: rose === -1 ? '' : sum(rose, cells.length),
      fell: fell === -1 ? '' : sum(0, 1),
    };
  };
  const [first, second] = changes.groups;
  const title = text('p03.title', { label, matters: amountOf(changes, 1), ...shares(first!) });
  if (!second) return title;
  const names = { group: nameOf(shown, changes, first!), other: nameOf(shown, changes, second) };
  return text('p03.title.two', { title, ...names, ...shares(second) });
}

function nameOf({ plan }: ShownEvaluation, { who }: ShownChanges, group: ShownChangeGroup): string {
  return groupName(plan.design, who, group.who);
}

/** What matters, or so many times that, as text. */
function amountOf({ matters }: ShownChanges, times: number): string {
  return countedTexts({ kind: 'score', unit: '' }, [Number((times * matters).toPrecision(12))])[0]!;
}

/** "rose by 0.2 to 0.4", "below 0.2 up": bins by themselves or joined. */
function binName(changes: ShownChanges, i: number): string {
  const { from, to } = changes.cells[i]!;
  const key = `p03.bin.${from}-${to}` as 'p03.bin.0-0';
  return text(key, { m: amountOf(changes, 1), twice: amountOf(changes, 2) });
}

function cellWords({ share, count, words }: ShownChangeGroup['cells'][number]): string {
  if (words !== null) return text(`figures.words.${words}`, {});
  if (share === null) return text('figures.not-shown', {});
  const inHundred = plainNumber(share * 100, 0);
  return count === null
    ? text('p03.share', { inHundred })
    : text('p03.share-and-count', { inHundred, count });
}

/** Twenty dots by shares, the largest remainders first, so that every row holds as many. */
function dotsOf(shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share) => (share / all) * DOTS);
  const dots = exact.map(Math.floor);
  const order = exact.map((_, i) => i).toSorted((a, b) => (exact[b]! % 1) - (exact[a]! % 1) || a - b);
  for (let left = DOTS - dots.reduce((sum, n) => sum + n, 0), i = 0; left > 0; left--, i++)
    dots[order[i]!]!++;
  return dots;
}

function twinOf(shown: ShownEvaluation, changes: ShownChanges, name: string): TableBlock {
  const keys = ['change', 'group', 'n', 'events', 'per-100', 'low', 'high'] as const;
  const blank = text('figures.not-shown', {});
  const inHundred = (share: number | null | undefined) => {
    if (share === null || share === undefined) return blank;
    const scaled = Number((100 * share).toPrecision(12));
    return plainNumber(scaled, decimalsOf([scaled]));
  };
  return {
    kind: 'table',
    id: `table-${name}`,
    caption: text('p03.table', { label: changes.label }),
    columns: keys.map((key) => ({
      key,
      label: text(key === 'events' ? 'figures.column.in-bin' : `figures.column.${key}`, {}),
      align: key === 'change' || key === 'group' ? ('start' as const) : ('end' as const),
    })),
    rows: changes.cells.flatMap((_, i) =>
      changes.groups.map((group) => {
        const { share, count, words, range95 } = group.cells[i]!;
        const said = words === null ? blank : text(`figures.words.${words}`, {});
        return [
          binName(changes, i),
          nameOf(shown, changes, group),
          plainNumber(group.n, 0),
          count === null ? said : plainNumber(count, 0),
          share === null ? said : inHundred(share),
          inHundred(range95?.[0]),
          inHundred(range95?.[1]),
        ];
      }),
    ),
    note: text('p03.note', {}),
  };
}
