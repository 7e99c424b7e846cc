import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownCoverage, ShownCoverageRow, ShownPart } from '#evaluation/survey/shown-survey.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { bandText } from '../sentences/band-text.ts';
import { waveText } from '../sentences/wave-text.ts';
import { listed } from '../text/listed.ts';
import { text } from '../text/text.ts';
import { plainNumber } from './amounts.ts';
import { type CoveragePanel, coverageDrawing } from './coverage-drawing.tsx';
import { figureBlock } from './figure-block.tsx';
import { groupName, markOf } from './group-names.ts';
import { sourceLine } from './source-line.ts';

/** So many waves fit on a printed page. */
const MOST_ROWS = 20;

/** P15: who is missing? A panel per scale and group, then the rounds of the roster; several pictures where they fill more than a page. */
export function p15Coverage(shown: ShownEvaluation): FigureBlock[] {
  const all = onceEach(shown.survey.coverage).filter(({ rows }) => rows.length > 0);
  const parts = pages(all);
  return parts.map((part, i) => partFigure(shown, part, parts.length === 1 ? '' : `-${i + 1}`));
}

/** Scales together as long as they fit on a printed page. */
function pages(all: readonly ShownCoverage[]): ShownCoverage[][] {
  const parts: ShownCoverage[][] = [];
  let room = 0;
  for (const coverage of all) {
    if (coverage.rows.length > room) {
      parts.push([]);
      room = MOST_ROWS;
    }
    parts.at(-1)!.push(coverage);
    room -= coverage.rows.length;
  }
  return parts;
}

function partFigure(shown: ShownEvaluation, all: readonly ShownCoverage[], part: string): FigureBlock {
  const name = `P15-who-is-missing${part}`;
  const title = titleOf(shown, all);
  const panels = all.flatMap((coverage) => panelsOf(shown, coverage));
  return figureBlock({
    id: 'P15',
    name,
    title,
    subtitle: text('p15.subtitle', { roster: all.some(({ outcome }) => outcome === null) ? 'yes' : 'no' }),
    description: text('p15.description', {
      finding: title,
      rows: panels
        .flatMap((panel) => panel.rows.map((row) => `${panel.title}, ${row.label}: ${row.words}`))
        .join('; '),
    }),
    source: sourceLine(shown),
    n: Math.max(...all.flatMap(({ rows }) => rows.map(({ asked }) => asked))),
    table: twinOf(shown, all, name),
    draw: (pen) => coverageDrawing(pen, panels),
  });
}

/** A scale that is judged at several horizons was asked once. */
function onceEach(all: readonly ShownCoverage[]): ShownCoverage[] {
  const keys = all.map(({ outcome, rows }) => JSON.stringify([outcome, rows]));
  return all.filter((_, i) => keys.indexOf(keys[i]!) === i);
}

function panelsOf(shown: ShownEvaluation, coverage: ShownCoverage): CoveragePanel[] {
  const groups = [...new Set(coverage.rows.map(({ who }) => who))];
  return groups.map((who) => ({
    title: panelTitle(shown, coverage, who),
    who:
      who === 'mentors' || who === 'mentees'
        ? markOf(who, 'participants')
        : markOf(rolesOf(shown, coverage), who),
    rows: coverage.rows
      .filter((row) => row.who === who)
      .map((of) => ({ of, label: waveText(of.wave), words: rowWords(of) })),
  }));
}

function panelTitle(shown: ShownEvaluation, coverage: ShownCoverage, who: ShownCoverageRow['who']): string {
  if (who === 'mentees' || who === 'mentors') return text(`p15.panel.${who}`, {});
  return text('p15.panel', {
    label: coverage.label ?? '',
    group: groupName(shown.plan.design, rolesOf(shown, coverage), who),
  });
}

/** Of which role the people of an outcome are. */
function rolesOf(shown: ShownEvaluation, { outcome }: ShownCoverage): 'mentees' | 'mentors' {
  return shown.findings.find((finding) => finding.outcome === outcome)?.who ?? 'mentees';
}

/** Who answered the last wave of the primary outcome, else of the roster; then the groups that answered less often. */
function titleOf(shown: ShownEvaluation, all: readonly ShownCoverage[]): string {
  const [main] = all;
  const last = main!.rows.at(-1)!.wave;
  const parts = main!.rows
    .filter(({ wave }) => wave === last)
    .map(({ who, asked, answered }) => {
      const group =
        who === 'mentees' || who === 'mentors'
          ? text(`p15.panel.${who}`, {})
          : groupName(shown.plan.design, rolesOf(shown, main!), who);
      return answered.kind === 'exact'
        ? text('p15.title.part', { answered: answered.count, asked, group })
        : text('p15.title.band', { asked, group, band: bandText(answered.share) });
    });
  const said = text('p15.title', {
    what: main!.label ?? text('p15.all-rounds', {}),
    wave: waveText(last),
    parts: listed(parts),
  });
  const lagging = all.flatMap(({ apart }) => apart.filter(({ than }) => than === 'less'));
  const names = [...new Set(lagging.map(({ column, level }) => text('p15.group', { column, level })))];
  return names.length === 0 ? said : text('p15.title.lagging', { said, groups: listed(names) });
}

function rowWords({ asked, answered, counted }: ShownCoverageRow): string {
  if (answered.kind === 'band') return text('p15.row.band', { asked, band: bandText(answered.share) });
  if (counted?.kind !== 'exact') return text('p15.row.answered', { asked, answered: answered.count });
  return text('p15.row', { asked, answered: answered.count, counted: counted.count });
}

function twinOf(shown: ShownEvaluation, all: readonly ShownCoverage[], name: string): TableBlock {
  const keys = ['asked-what', 'wave', 'asked', 'answered', 'counted', 'answered-per-100'] as const;
  const blank = text('figures.not-shown', {});
  const told = (part: ShownPart | null) => (part?.kind === 'exact' ? plainNumber(part.count, 0) : blank);
  return {
    kind: 'table',
    id: `table-${name}`,
    caption: text('p15.table', {}),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: key === 'asked-what' || key === 'wave' ? ('start' as const) : ('end' as const),
    })),
    rows: all.flatMap((coverage) =>
      coverage.rows.map((row) => [
        panelTitle(shown, coverage, row.who),
        waveText(row.wave),
        plainNumber(row.asked, 0),
        told(row.answered),
        row.counted === null ? text('figures.not-known', {}) : told(row.counted),
        row.answered.kind === 'exact'
          ? plainNumber(row.answered.share * 100, 0)
          : bandText(row.answered.share),
      ]),
    ),
    note: text('p15.note', {}),
  };
}
