import { goalProgress, shareOfWay } from '../goals/goal-progress.ts';
import { GOAL_STATUSES, goalStatus } from '../goals/goal-status.ts';
import { activitiesAmong } from '../goals/skills-to-measure.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import type { PairRows } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';
import { defineProgramMeasure, type MeasureFigure, type PartOfSum } from './measure.ts';
import { pairsWith, peopleOf, pooledShare, sumOf } from './pooled-share.ts';
import { workedGoals, workedPairs } from './worked-tables.ts';

const LEAST_PAIRS = 10;
const OF_KNOWN = { sum: 'known', as: 'part' } as const;
const OF_ON_TRACK = { sum: 'on-track', as: 'part' } as const;

/** Goals reached or on track of all goals ever made; beside it what became of the others, and activities whose skill nobody measures. */
export const goalsOnTrack = defineProgramMeasure({
  id: 'goals-on-track',
  number: 'M22',
  serves: ['S17', 'S24', 'G7'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'goals'],
  uses: ['scores'],
  when: 'any-time',
  from: 'records',
  compute({ pairs, goals, scores }, { cutoff }) {
    const rows = rowOfKey(pairs.pair);
    const owner = Int32Array.from(goals.pair, (key) => rows.get(key) ?? -1);
    const perPair = (isCounted: (goal: number) => boolean): Float64Array => {
      const counts = new Float64Array(pairs.count);
      for (const [goal, pair] of owner.entries()) if (pair !== -1 && isCounted(goal)) counts[pair]!++;
      return counts;
    };
    const due = perPair(() => true);
    const status = goals.pair.map((_, goal) => goalStatus(goals, goal, cutoff));
    const [reached, onTheWay, late, letGo, unknown] = GOAL_STATUSES.map((one) =>
      perPair((goal) => status[goal] === one),
    ) as Five;
    const onTrack = plus(reached, onTheWay);
    // Of which even the way is not known: where it is known, only the time is not, and the goal is not reached.
    const wayUnknown = perPair(
      (goal) => status[goal] === 'not-known' && shareOfWay(goalProgress(goals, goal, cutoff)) === undefined,
    );
    const { isActivity, lacksSkill } = activitiesAmong(goals, scores);
    const clusters = linkedPairs(pairs);
    const people = peopleOf(pairs, due);
    const share = (
      key: string,
      counted: Float64Array,
      atBest = counted,
      sums: readonly PartOfSum[] = [],
    ): MeasureFigure =>
      pooledShare({
        key,
        of: 'goals',
        counted,
        due,
        atBest,
        known: sumOf(due) - sumOf(unknown),
        clusters,
        pairs,
        people,
        sums,
        least: { need: LEAST_PAIRS, have: pairsWith(due) },
      });
    return [
      share('on-track', onTrack, plus(onTrack, unknown), [OF_KNOWN, { sum: 'on-track', as: 'whole' }]),
      share('reached', reached, plus(reached, wayUnknown), [OF_ON_TRACK]),
      share('on-the-way', onTheWay, plus(onTheWay, unknown), [OF_ON_TRACK]),
      share('late', late, plus(late, unknown), [OF_KNOWN]),
      share('let-go', letGo, letGo, [OF_KNOWN]),
      share('not-known', unknown),
      share(
        'activities',
        perPair((goal) => isActivity[goal] === 1),
      ),
      share(
        'skill-not-measured',
        perPair((goal) => lacksSkill[goal] === 1),
      ),
      ...missingSkills(pairs, owner, goals.area, lacksSkill),
    ];
  },
  sources: [
    'Doran 1981, There is a S.M.A.R.T. way to write management goals, Management Review 70(11), 35-36',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [threeWorkshops([30], 1), threeWorkshops([], 0)],
});

type Five = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

function plus(counts: Float64Array, more: Float64Array): Float64Array {
  return counts.map((count, i) => count + more[i]!);
}

/** The areas in which at least ten pairs do something and nobody measures the skill: an area that few name would tell whose it is. */
function missingSkills(
  pairs: PairRows,
  owner: Int32Array,
  area: readonly string[],
  lacksSkill: Uint8Array,
): MeasureFigure[] {
  const areas = new Map<string, Float64Array>();
  for (const [goal, pair] of owner.entries()) {
    if (pair === -1 || lacksSkill[goal] === 0 || area[goal] === '') continue;
    const counts = areas.get(area[goal]!) ?? new Float64Array(pairs.count);
    counts[pair]!++;
    areas.set(area[goal]!, counts);
  }
  return [...areas]
    .filter(([, counts]) => pairsWith(counts) >= LEAST_PAIRS)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([topic, counts]) => ({
      key: 'skill-to-measure',
      topic,
      unit: 'count',
      value: sumOf(counts),
      range95: null,
      noRange: 'whole-sum',
      n: sumOf(counts),
      asked: sumOf(counts),
      of: 'goals',
      count: null,
      people: peopleOf(pairs, counts),
      bounds: null,
      least: { need: LEAST_PAIRS, have: pairsWith(counts) },
    }));
}

/** "Three workshops within six months", 1 January to 1 July 2027, looked at on day 90 of 181. */
function threeWorkshops(done: readonly number[], value: number) {
  const start = 20_819;
  return {
    columns: {
      pairs: workedPairs([{}]),
      goals: workedGoals([
        {
          pair: 'p0',
          target: 3,
          start,
          due: start + 181,
          progress: done.map((day) => ({ day: start + day })),
        },
      ]),
    },
    context: { cutoff: start + 90 },
    expected: { 'on-track': { value }, late: { value: 1 - value }, activities: { value: 1 } },
    from: `by hand: floor(3 × 90 ÷ 181) = 1 is expected, ${done.length} done`,
  };
}
