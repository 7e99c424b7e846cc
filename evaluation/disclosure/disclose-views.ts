import type { Range } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { ChangeView } from '../views/change-view.ts';
import type { CoverageView } from '../views/coverage-view.ts';
import type { DoseView } from '../views/dose-view.ts';
import type { GroupView } from '../views/group-view.ts';
import type { RhythmView } from '../views/rhythm-view.ts';
import type {
  ShownChangeView,
  ShownCoverage,
  ShownGroupView,
  ShownShare,
  ShownStatement,
  ShownStatementView,
  ShownViews,
  ShownWave,
  ShownWaveView,
} from '../views/shown-views.ts';
import type { Statement, StatementView } from '../views/statement-view.ts';
import type { Views } from '../views/views.ts';
import type { WavePoint, WaveView } from '../views/wave-view.ts';
import { armShown, stepped } from './display-table.ts';
import { floorOf } from './floors.ts';
import { answerCells, joinedOnBothSides } from './joined-cells.ts';
import { differenceShown, significant } from './two-digits.ts';

const INTERVALS_FROM = 20;
const FINE_FROM = 50;
/** From here on a step counts as agreeing, as `agreeing` has it. */
const AGREE_FROM = 0.75;
const BAND_ENDS = [0, 0.25, 0.5, 0.75, 0.9, 1];
/** Nothing counts as mattering for a change of shares from wave to wave. */
const NO_LIMIT = 0;

/** Views through the door: a cell below the floor never passes, and the display table decides what is told of the others. */
export function disclosedViews(views: Views, plan: Plan): ShownViews {
  const need = floorOf(plan, 'survey');
  return {
    changes: views.changes.flatMap((view) => shownChange(view, need)),
    doses: views.doses.flatMap(shownDose),
    statements: views.statements.flatMap((view) => shownStatements(view, need)),
    waves: views.waves.map((view) => shownWaves(view, need)),
    groups: views.groups.flatMap((view) => shownGroups(view, need)),
    coverage: views.coverage.flatMap((view) => shownCoverage(view, need)),
    rhythm: views.rhythm && shownRhythm(views.rhythm, need),
    goals: views.goals.every(({ people }) => people >= need) ? views.goals : [],
  };
}

/** A share of answers by the display table. */
export function answerShare(n: number, count: number, value: number, range95: Range | null): ShownShare {
  return armShown({
    kind: 'share',
    n,
    value,
    range95,
    count,
    scale: [0, 1],
    source: 'survey',
    sensitive: false,
  });
}

function shownChange(view: ChangeView, need: number): ShownChangeView[] {
  const small = view.groups.some(
    ({ n, cells }) => n < INTERVALS_FROM || cells.some(({ count }) => count < need),
  );
  if (view.cells.length === 0 || small) return [];
  const groups = view.groups.map((group) => ({
    ...group,
    cells: group.cells.map(({ count, share, range95 }) => answerShare(group.n, count, share, range95)),
  }));
  return [{ ...view, groups }];
}

function shownDose(view: DoseView): DoseView[] {
  if (view.bins.some(({ n }) => n < INTERVALS_FROM)) return [];
  const { scale } = view;
  const reach = scale && scale[1] - scale[0];
  const bins = view.bins.map((bin) => {
    const { value, range95 } = armShown({
      kind: 'score',
      n: bin.n,
      value: bin.mean,
      range95: bin.range95,
      count: null,
      scale: reach === null ? null : [-reach, reach],
      source: 'survey',
      sensitive: false,
    });
    return { ...bin, ...innerRanges(bin), mean: value!, range95 };
  });
  return [{ ...view, bins }];
}

function innerRanges({
  range80,
  range50,
}: {
  readonly range80: Range | null;
  readonly range50: Range | null;
}) {
  const tidy = (range: Range | null): Range | null =>
    range && [significant(range[0], 3), significant(range[1], 3)];
  return { range80: tidy(range80), range50: tidy(range50) };
}

function shownStatements(view: StatementView, need: number): ShownStatementView[] {
  const statements = view.statements.filter(({ n }) => n >= need).map((one) => shownStatement(one, need));
  return statements.length === 0 ? [] : [{ ...view, statements }];
}

/** The steps joined on either side of agreeing, so that they add up to the share who agree; no steps where that share is told in words. */
function shownStatement(statement: Statement, need: number): ShownStatement {
  const { item, wording, lowest, words, stepWords, n, counts, none } = statement;
  const wall = Math.ceil(AGREE_FROM * (counts.length - 1));
  const cells = n < INTERVALS_FROM ? [] : joinedOnBothSides(counts, answerCells(need), wall);
  const step = n < FINE_FROM ? 0.05 : 0.01;
  return {
    item,
    wording,
    lowest,
    words,
    stepWords,
    n,
    cells: cells.map(({ from, to }) => {
      const count = counts.slice(from, to + 1).reduce((sum, one) => sum + one, 0);
      return { from, to, count, share: stepped(count / n, step) };
    }),
    none: none < need ? null : none,
    agree: answerShare(n, statement.agree, statement.agree / n, statement.range95),
  };
}

function shownWaves(view: WaveView, need: number): ShownWaveView {
  const waves = view.waves.map((point) => shownWave(point, need));
  const [before, last] = waves.slice(-2);
  const { change } = view;
  const judged = change !== null && before!.n >= INTERVALS_FROM && last!.n >= INTERVALS_FROM;
  const told = before?.value !== null && last?.value !== null;
  return {
    ...view,
    waves,
    change: judged
      ? {
          direction: change.range95[0] > 0 ? 'rose' : change.range95[1] < 0 ? 'fell' : 'unclear',
          estimate: told ? differenceShown(change.estimate, NO_LIMIT) : null,
          range95: told
            ? [differenceShown(change.range95[0], NO_LIMIT), differenceShown(change.range95[1], NO_LIMIT)]
            : null,
        }
      : null,
  };
}

function shownWave(point: WavePoint, need: number): ShownWave {
  const { wave, asked, n, agree, value, range95 } = point;
  const hidden = n < need;
  const share = hidden
    ? { value: null, range95: null, count: null, words: null }
    : answerShare(n, agree, value, range95);
  const inner = share.range95 ? innerRanges(point) : { range80: null, range50: null };
  return { wave, asked, n: hidden ? 0 : n, hidden, ...share, ...inner };
}

function shownGroups(view: GroupView, need: number): ShownGroupView[] {
  if (view.cells.some((row) => row.some(({ n }) => n < need))) return [];
  const points = (n: number, value: number, range95: Range | null, ends: Range) =>
    armShown({
      kind: 'score',
      n,
      value,
      range95,
      count: null,
      scale: ends,
      source: 'survey',
      sensitive: false,
    });
  return [
    {
      ...view,
      scales: view.scales.map((scale) => ({
        ...scale,
        overall: points(scale.n, scale.overall, null, scale.ends).value!,
      })),
      cells: view.cells.map((row) =>
        row.map((cell, s) => {
          const { value, range95 } = points(cell.n, cell.value, cell.range, view.scales[s]!.ends);
          return { n: cell.n, value, range: range95, differs: cell.differs };
        }),
      ),
    },
  ];
}

/** Counts of answers are exact from fifty people asked; below that a band (screens, section 3). */
function shownCoverage(view: CoverageView, need: number): ShownCoverage[] {
  const { asked, answered, counted } = view;
  if (asked < need) return [];
  const told = (count: number): number | Range => (asked >= FINE_FROM ? count : bandOf(count / asked));
  return [{ ...view, answered: told(answered), counted: told(counted) }];
}

function bandOf(share: number): Range {
  const place = Math.max(
    0,
    BAND_ENDS.findLastIndex((end) => share >= end && end < 1),
  );
  return [BAND_ENDS[place]!, BAND_ENDS[place + 1]!];
}

function shownRhythm(view: RhythmView, need: number): RhythmView | null {
  if (view.pairs < need || view.cells.some(({ pairs }) => pairs < need)) return null;
  return view;
}
