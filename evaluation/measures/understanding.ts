import { linkedPairs } from '../study/linked-pairs.ts';
import { rowOfKey } from '../study/row-of-key.ts';
import { defineProgramMeasure } from './measure.ts';
import { pairMean } from './pair-mean.ts';
import { peopleOf } from './pooled-share.ts';
import { workedPairs } from './worked-tables.ts';

/** The items of their agreement that both restate alike, pair by pair of all pairs ever made. */
export const understanding = defineProgramMeasure({
  id: 'understanding',
  number: 'M12',
  serves: ['S8', 'S15', 'G7'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'understanding'],
  when: 'any-time',
  from: 'answers',
  compute({ pairs, understanding: answers }) {
    const rows = rowOfKey(pairs.pair);
    const items = new Float64Array(pairs.count);
    const same = new Float64Array(pairs.count);
    const open = new Float64Array(pairs.count);
    const answered = new Uint8Array(pairs.count);
    for (let i = 0; i < answers.count; i++) {
      const pair = rows.get(answers.pair[i]!);
      if (pair === undefined) continue;
      items[pair]! += answers.items[i]!;
      if (answers.same[i]! < 0) open[pair]! += answers.items[i]!;
      else {
        same[pair]! += answers.same[i]!;
        answered[pair] = 1;
      }
    }
    return [
      pairMean({
        key: 'items',
        values: same.map((count, i) => (items[i]! > 0 ? count / items[i]! : 0)),
        atBest: same.map((count, i) => (items[i]! > 0 ? (count + open[i]!) / items[i]! : 1)),
        known: answered.reduce((sum, one) => sum + one, 0),
        people: peopleOf(pairs, Float64Array.from(answered)),
        clusters: linkedPairs(pairs),
        pairs,
        need: 10,
      }),
    ];
  },
  sources: ['Pustejovsky and Tipton 2018, 10.1080/07350015.2016.1247004 (mean by clusters)'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs([{}, {}, {}]),
        understanding: {
          count: 3,
          pair: ['p0', 'p1', 'p2'],
          items: Int32Array.of(10, 10, 10),
          same: Int32Array.of(8, 6, -1),
        },
      },
      expected: { items: { value: 0.4667, bounds: [0.4667, 0.8] } },
      from: 'by hand: 8 of 10, 6 of 10 and none answered',
    },
  ],
});
