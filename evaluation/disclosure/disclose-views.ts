import type { Range } from '../finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { ShownMeasure } from '../shown.ts';
import type { DoseView } from '../views/dose-view.ts';
import type { GroupView } from '../views/group-view.ts';
import type { RhythmView } from '../views/rhythm-view.ts';
import type {
  ShownGroupView,
  ShownShare,
  ShownViews,
  ShownWave,
  ShownWaveView,
} from '../views/shown-views.ts';
import type { Views } from '../views/views.ts';
import type { WavePoint, WaveView } from '../views/wave-view.ts';
import { armShown } from './display-table.ts';
import { disclosedGoals } from './disclose-goals.ts';
import { floorOf } from './floors.ts';
import { differenceShown, significant } from './two-digits.ts';

const INTERVALS_FROM = 20;
/** Nothing counts as mattering for a change of shares from wave to wave. */
const NO_LIMIT = 0;

/** Views through the door: a cell below the floor never passes, and the display table decides what is told of the others. */
export function disclosedViews(views: Views, plan: Plan, measures: readonly ShownMeasure[]): ShownViews {
  const need = floorOf(plan, 'survey');
  return {
    doses: views.doses.flatMap(shownDose),
    waves: views.waves.flatMap((view) => shownWaves(view, need)),
    groups: views.groups.flatMap((view) => shownGroups(view, need)),
    rhythm: views.rhythm && shownRhythm(views.rhythm, need),
    goals: disclosedGoals(views.goals, measures, need),
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

/** The waves of enough people; one of too few looks like one of nobody. */
function shownWaves(view: WaveView, need: number): ShownWaveView[] {
  const all = view.waves.map((point) => shownWave(point, need));
  const waves = all.filter(({ hidden }) => !hidden);
  if (waves.length === 0) return [];
  const [before, last] = all.slice(-2);
  const { change } = view;
  const judged = change !== null && before!.n >= INTERVALS_FROM && last!.n >= INTERVALS_FROM;
  const told = before?.value !== null && last?.value !== null;
  return [
    {
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
    },
  ];
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
  const points = (n: number, value: number, range95: Range | null, ends: Range, alike: number) =>
    armShown({
      kind: 'score',
      n,
      value,
      range95,
      count: null,
      alike,
      scale: ends,
      source: 'survey',
      sensitive: false,
    });
  return [
    {
      ...view,
      scales: view.scales.map(({ alike, ...scale }) => ({
        ...scale,
        overall: points(scale.n, scale.overall, null, scale.ends, alike).value!,
      })),
      cells: view.cells.map((row) =>
        row.map((cell, s) => {
          const { value, range95 } = points(cell.n, cell.value, cell.range, view.scales[s]!.ends, cell.alike);
          return { n: cell.n, value, range: range95, differs: cell.differs };
        }),
      ),
    },
  ];
}

function shownRhythm(view: RhythmView, need: number): RhythmView | null {
  if (view.pairs < need || view.cells.some(({ pairs }) => pairs < need)) return null;
  return view;
}
