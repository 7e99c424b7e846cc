import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding, ShownGroup } from '#evaluation/shown.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { text } from '../text/text.ts';
import { counted, decimalsOf, plainNumber } from './amounts.ts';
import { figureBlock } from './figure-block.tsx';
import { groupName, markOf } from './group-names.ts';
import { horizonFileName } from './file-name.ts';
import { hundredDrawing } from './hundred-drawing.tsx';
import type { PeopleGrid } from './hundred-drawing.tsx';
import { dayText, sourceLine } from './source-line.ts';
import { measureSubtitle, verdictTitle } from './verdict-title.ts';

/** Below this number of people a symbol is one real person; from it on, one of a hundred. */
const REAL_PEOPLE_BELOW = 50;

/** P04: of 100 people, how many? Absent for scores, and where not even one group may be shown. */
export function p04OfHundred(shown: ShownEvaluation, finding: ShownFinding): FigureBlock | null {
  const figures = finding.shown;
  if (finding.kind !== 'share' || figures === null) return null;
  const grids = figures.groups.map((group) => gridOf(shown, finding, group));
  if (grids.every((grid) => grid.filled === null)) return null;
  const title = verdictTitle(finding);
  const opinion = finding.design === 'opinions';
  const strip =
    figures.estimate === null || opinion || finding.verdict === 'too-little-data'
      ? null
      : {
          estimate: figures.estimate,
          ranges: figures,
          matters: finding.matters,
          who: markOf(finding.who, 'participants'),
          words: differenceWords(figures.estimate, figures.range95),
        };
  return figureBlock({
    id: 'P04',
    name: `P04-${horizonFileName(shown, finding)}`,
    title,
    subtitle: measureSubtitle(finding, dayText(shown.plan.cutoff)),
    description: text('p04.description', {
      finding: title,
      groups: grids.map((grid) => `${grid.name}: ${grid.words}`).join('; '),
      difference: strip?.words ?? text('p04.no-difference', {}),
    }),
    source: sourceLine(shown),
    n: figures.groups.reduce((sum, group) => sum + group.n, 0),
    low: opinion ? null : (figures.range95?.[0] ?? null),
    high: opinion ? null : (figures.range95?.[1] ?? null),
    table: twinOf(shown, finding),
    draw: (pen) => hundredDrawing(pen, grids, strip),
  });
}

/** "6 more in 100 (likely 1 fewer to 14 more)", in whole words. */
function differenceWords(estimate: number, range: readonly [number, number] | null): string {
  const of = { kind: 'share', unit: '' } as const;
  const values = [estimate, ...(range ?? [])].map((value) => counted(of, value));
  const decimals = decimalsOf(values);
  const part = (value: number) =>
    text('p04.part', {
      amount: plainNumber(Math.abs(value), decimals),
      direction: value > 0 ? 'more' : value < 0 ? 'fewer' : 'none',
    });
  if (range === null) return text('p04.difference.no-range', { estimate: part(values[0]!) });
  return text('p04.difference', {
    estimate: part(values[0]!),
    low: part(values[1]!),
    high: part(values[2]!),
  });
}

function gridOf(shown: ShownEvaluation, finding: ShownFinding, group: ShownGroup): PeopleGrid {
  const name = groupName(shown.plan.design, finding.who, group.who);
  const who = markOf(finding.who, group.who);
  if (group.n < REAL_PEOPLE_BELOW && group.count !== null) {
    const words = text('p04.real', { count: group.count, n: group.n });
    return { who, name, filled: group.count, of: group.n, words };
  }
  if (group.value === null || (group.n < REAL_PEOPLE_BELOW && group.words !== null)) {
    const words =
      group.words === null ? text('figures.not-shown', {}) : text(`figures.words.${group.words}`, {});
    return { who, name, filled: null, of: 100, words };
  }
  const filled = Math.round(group.value * 100);
  return { who, name, filled, of: 100, words: text('p04.of-100', { filled }) };
}

function twinOf(shown: ShownEvaluation, finding: ShownFinding): TableBlock {
  const keys = ['group', 'events', 'people', 'per-100', 'low', 'high'] as const;
  const blank = text('figures.not-shown', {});
  const inHundred = (value: number | null | undefined) => {
    if (value === null || value === undefined) return blank;
    const scaled = counted(finding, value);
    return plainNumber(scaled, decimalsOf([scaled]));
  };
  const groups = finding.shown?.groups ?? [];
  const rows = groups.map((group) => {
    const words = group.words === null ? blank : text(`figures.words.${group.words}`, {});
    return [
      groupName(shown.plan.design, finding.who, group.who),
      group.count === null ? words : plainNumber(group.count, 0),
      plainNumber(group.n, 0),
      group.value === null ? words : inHundred(group.value),
      inHundred(group.range95?.[0]),
      inHundred(group.range95?.[1]),
    ];
  });
  const difference = differenceRow(finding, blank);
  return {
    kind: 'table',
    id: `table-P04-${horizonFileName(shown, finding)}`,
    caption: text('p04.table', { label: finding.label }),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: key === 'group' ? 'start' : 'end',
    })),
    rows: difference === null ? rows : [...rows, difference],
    note: finding.design === 'opinions' ? null : text('p04.note', {}),
  };
}

function differenceRow(finding: ShownFinding, blank: string): string[] | null {
  const figures = finding.shown;
  if (!figures || figures.estimate === null || finding.design === 'opinions') return null;
  const values = [figures.estimate, ...(figures.range95 ?? [])].map((value) => counted(finding, value));
  const decimals = decimalsOf(values);
  const [estimate, low, high] = values.map((value) => plainNumber(value, decimals));
  return [text('p04.difference-row', {}), blank, blank, estimate!, low ?? blank, high ?? blank];
}
