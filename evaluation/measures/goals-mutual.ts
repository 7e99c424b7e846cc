import { linkedPairs } from '../study/linked-pairs.ts';
import { BOTH, MENTEE } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';
import { defineProgramMeasure } from './measure.ts';
import { pairsWith, pooledShare, sumOf } from './pooled-share.ts';
import { workedGoals, workedPairs } from './worked-tables.ts';

const LEAST_PAIRS = 10;

/** Goals that both confirmed and tied to an aspiration of their own, of all goals; beside it the pairs without any. */
export const goalsMutual = defineProgramMeasure({
  id: 'goals-mutual',
  number: 'M20',
  serves: ['S11'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'goals'],
  when: 'any-time',
  from: 'records',
  compute({ pairs, goals }) {
    const rows = rowOfKey(pairs.pair);
    const all = new Float64Array(pairs.count);
    const mutual = new Float64Array(pairs.count);
    for (let goal = 0; goal < goals.count; goal++) {
      const pair = rows.get(goals.pair[goal]!);
      if (pair === undefined) continue;
      all[pair]!++;
      if (goals.mutual[goal] === BOTH) mutual[pair]!++;
    }
    const shared = { clusters: linkedPairs(pairs), pairs };
    return [
      pooledShare({
        ...shared,
        key: 'goals',
        of: 'goals',
        counted: mutual,
        due: all,
        known: sumOf(all),
        least: { need: LEAST_PAIRS, have: pairsWith(all) },
      }),
      pooledShare({
        ...shared,
        key: 'pairs-without',
        of: 'pairs',
        counted: all.map((count) => (count === 0 ? 1 : 0)),
        due: new Float64Array(pairs.count).fill(1),
        known: pairs.count,
        least: { need: LEAST_PAIRS, have: pairs.count },
      }),
    ];
  },
  sources: ['Cochran 1977, Sampling Techniques, 3rd edition, 6.3 (ratio by clusters)'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs([{}, {}, {}]),
        goals: workedGoals([
          { pair: 'p0', mutual: BOTH },
          { pair: 'p0', mutual: BOTH },
          { pair: 'p0', mutual: MENTEE },
          { pair: 'p1', mutual: BOTH },
          { pair: 'p1' },
        ]),
      },
      expected: { goals: { value: 0.6 }, 'pairs-without': { value: 0.3333 } },
      from: 'by hand: goals 3, 2 and 0, of which 2, 1 and 0 are mutual',
    },
  ],
});
