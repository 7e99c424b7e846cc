import { linkedPairs } from '../study/linked-pairs.ts';
import { type AreaRows, BOTH, type GoalRows, MENTEE, MENTOR, type PairRows } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';
import { defineProgramMeasure, type PartOfSum } from './measure.ts';
import { pairsWith, peopleOf, peopleWho, pooledShare, sumOf } from './pooled-share.ts';
import { workedGoals, workedPairs } from './worked-tables.ts';

const LEAST_PAIRS = 10;

/** Growth areas that at least one goal works on, of all that were named; beside it goals without an area, and pairs that named none. */
export const growthCoverage = defineProgramMeasure({
  id: 'growth-coverage',
  number: 'M23',
  serves: ['S9', 'S21', 'S22', 'S23'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'areas', 'goals'],
  when: 'any-time',
  from: 'records',
  compute({ pairs, areas, goals }) {
    const { named, covered } = coverage(pairs, areas, goals);
    const { all, without } = goalsWithoutArea(pairs, goals);
    const clusters = linkedPairs(pairs);
    const share = (
      key: string,
      of: 'items' | 'goals' | 'pairs',
      counted: Float64Array,
      due: Float64Array,
      people = peopleOf(pairs, due),
      sums?: readonly PartOfSum[],
    ) =>
      pooledShare({
        key,
        of,
        counted,
        due,
        known: sumOf(due),
        clusters,
        pairs,
        people,
        ...(sums && { sums }),
        least: { need: LEAST_PAIRS, have: pairsWith(due) },
      });
    const everyPair = new Float64Array(pairs.count).fill(1);
    // Who named an area is behind it, not the other of the pair.
    const ofSide = (key: string, side: number) =>
      share(key, 'items', covered[side]!, named[side]!, peopleWho(pairs, whoNamed(named, side)), [
        { sum: 'sides', as: side === BOTH ? 'whole' : 'part' },
      ]);
    return [
      ofSide('areas', BOTH),
      ofSide('mentees', MENTEE),
      ofSide('mentors', MENTOR),
      share('goals-without-area', 'goals', without, all),
      share(
        'pairs-without',
        'pairs',
        named[BOTH]!.map((count) => (count === 0 ? 1 : 0)),
        everyPair,
      ),
    ];
  },
  sources: ['Cochran 1977, Sampling Techniques, 3rd edition, 6.3 (ratio by clusters)'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs([{}, {}]),
        areas: {
          count: 4,
          pair: ['p0', 'p0', 'p0', 'p1'],
          side: Uint8Array.of(MENTEE, MENTEE, MENTOR, MENTEE),
          area: ['talks', 'writing', 'listening', 'talks'],
        },
        goals: workedGoals([
          { pair: 'p0', area: 'talks' },
          { pair: 'p0', area: 'listening', owner: MENTOR },
          { pair: 'p1' },
        ]),
      },
      expected: {
        areas: { value: 0.5 },
        mentees: { value: 0.3333 },
        mentors: { value: 1 },
        'goals-without-area': { value: 0.3333 },
        'pairs-without': { value: 0 },
      },
      from: 'by hand: of talks, writing and talks again one has a goal of its own pair, and so has listening; one goal of three has no area',
    },
  ],
});

/** Everybody of a side, or of both, who named an area. */
function* whoNamed(
  named: readonly Float64Array[],
  sides: number,
): Generator<readonly [pair: number, side: 'mentor' | 'mentee']> {
  for (const [code, side] of [
    [MENTOR, 'mentor'],
    [MENTEE, 'mentee'],
  ] as const)
    for (const [pair, count] of named[code]!.entries())
      if (count > 0 && (sides & code) !== 0) yield [pair, side];
}

/** Areas named, and those with a goal of the same pair and side, per pair: by side, and in all under `BOTH`. */
function coverage(pairs: PairRows, areas: AreaRows, goals: GoalRows) {
  const rows = rowOfKey(pairs.pair);
  const withGoal = new Set<string>();
  for (let goal = 0; goal < goals.count; goal++) {
    const area = goals.area[goal]!;
    if (area === '') continue;
    for (const side of [MENTOR, MENTEE])
      if ((goals.owner[goal]! & side) !== 0) withGoal.add([goals.pair[goal], side, area].join('\u0000'));
  }
  const counts = (): Float64Array[] => Array.from({ length: BOTH + 1 }, () => new Float64Array(pairs.count));
  const named = counts();
  const covered = counts();
  for (let i = 0; i < areas.count; i++) {
    const pair = rows.get(areas.pair[i]!);
    if (pair === undefined) continue;
    const side = areas.side[i]!;
    const has = withGoal.has([areas.pair[i], side, areas.area[i]].join('\u0000')) ? 1 : 0;
    for (const one of [side, BOTH]) {
      named[one]![pair]!++;
      covered[one]![pair]! += has;
    }
  }
  return { named, covered };
}

function goalsWithoutArea(pairs: PairRows, goals: GoalRows) {
  const rows = rowOfKey(pairs.pair);
  const all = new Float64Array(pairs.count);
  const without = new Float64Array(pairs.count);
  for (let goal = 0; goal < goals.count; goal++) {
    const pair = rows.get(goals.pair[goal]!);
    if (pair === undefined) continue;
    all[pair]!++;
    if (goals.area[goal] === '') without[pair]!++;
  }
  return { all, without };
}
