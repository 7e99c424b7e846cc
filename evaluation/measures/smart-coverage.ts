import { linkedPairs } from '../study/linked-pairs.ts';
import { noColumns } from '../study/no-columns.ts';
import { type GoalRows, SMART_ANSWERS, SMART_PARTS } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';
import { defineProgramMeasure } from './measure.ts';
import { pairMean } from './pair-mean.ts';
import { pairsWith, peopleOf, pooledShare, sumOf } from './pooled-share.ts';
import { workedPairs } from './worked-tables.ts';

const NO = SMART_ANSWERS.indexOf('no');
const OVERRULED = SMART_ANSWERS.indexOf('overruled');
const LEAST_PAIRS = 10;

/** How many of the five parts of a good goal are there: within the goals of a pair, then over all pairs ever made. */
export const smartCoverage = defineProgramMeasure({
  id: 'smart-coverage',
  number: 'M21',
  serves: ['S16', 'S17', 'S18', 'S19', 'S20', 'G7'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'goals'],
  when: 'any-time',
  from: 'records',
  compute({ pairs, goals }) {
    const rows = rowOfKey(pairs.pair);
    const owner = Int32Array.from(goals.pair, (key) => rows.get(key) ?? -1);
    const own = new Float64Array(pairs.count);
    const met = SMART_PARTS.map(() => new Float64Array(pairs.count));
    const overruled = new Float64Array(pairs.count);
    for (const [goal, pair] of owner.entries()) {
      if (pair === -1) continue;
      own[pair]!++;
      for (const [part, counts] of met.entries()) {
        const answer = goals.smart[part]![goal]!;
        if (answer !== NO) counts[pair]!++;
        if (answer === OVERRULED) overruled[pair]!++;
      }
    }
    const clusters = linkedPairs(pairs);
    // A pair without a goal has no parts, and what stands there is not about its people.
    const people = peopleOf(pairs, own);
    const shared = { clusters, pairs, known: pairs.count };
    // No goal, no part: that is known, and counts as 0.
    const mean = (key: string, counts: Float64Array, parts: number) => {
      const values = counts.map((count, i) => (own[i]! > 0 ? count / (own[i]! * parts) : 0));
      return pairMean({ ...shared, people, key, values, atBest: values, need: LEAST_PAIRS });
    };
    const all = new Float64Array(pairs.count).map((_, i) => met.reduce((sum, counts) => sum + counts[i]!, 0));
    return [
      mean('parts', all, SMART_PARTS.length),
      ...SMART_PARTS.map((part, k) => mean(part.replaceAll('_', '-'), met[k]!, 1)),
      pooledShare({
        ...shared,
        key: 'overruled',
        of: 'items',
        counted: overruled,
        due: all,
        known: sumOf(all),
        least: { need: LEAST_PAIRS, have: pairsWith(all) },
      }),
    ];
  },
  sources: [
    'Doran 1981, There is a S.M.A.R.T. way to write management goals, Management Review 70(11), 35-36',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs([{}, {}, {}]),
        goals: workedChecks([
          ['p0', [1, 1, 1, 1, 1]],
          ['p0', [1, 1, 1, 0, 0]],
          ['p1', [1, 0, 0, 2, 0]],
        ]),
      },
      expected: {
        parts: { value: 0.4 },
        specific: { value: 0.6667 },
        measurable: { value: 0.3333 },
        achievable: { value: 0.3333 },
        relevant: { value: 0.5 },
        'time-bound': { value: 0.1667 },
        overruled: { value: 0.1 },
      },
      from: 'by hand: goals with 5 and 3 parts (0.8), one with 2 of which one overruled (0.4), and a pair without a goal',
    },
  ],
});

/** Goals with the answers to their five checks. */
function workedChecks(rows: readonly (readonly [pair: string, answers: readonly number[]])[]): GoalRows {
  return {
    ...noColumns.goals(rows.length),
    pair: rows.map(([pair]) => pair),
    smart: SMART_PARTS.map((_, part) => Uint8Array.from(rows, ([, answers]) => answers[part]!)),
  };
}
