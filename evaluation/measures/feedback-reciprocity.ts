import { linkedPairs } from '../study/linked-pairs.ts';
import type { FeedbackRows, PairRows } from '../study/program-rows.ts';
import { rowOfKey } from '../study/row-of-key.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';
import { pairMean } from './pair-mean.ts';
import { peopleOf, sumOf } from './pooled-share.ts';
import { workedPairs } from './worked-tables.ts';

/** Whether feedback goes both ways, pair by pair of all pairs ever made; beside it how often each side gave it. */
export const feedbackReciprocity = defineProgramMeasure({
  id: 'feedback-reciprocity',
  number: 'M18',
  serves: ['S29', 'G7'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'feedback'],
  when: 'any-time',
  from: 'records',
  compute({ pairs, feedback }) {
    const { fromMentor, fromMentee, onFile } = givenBy(pairs, feedback);
    const values = fromMentor.map((given, i) => {
      const most = Math.max(given, fromMentee[i]!);
      return most === 0 ? 0 : Math.min(given, fromMentee[i]!) / most;
    });
    const both = pairMean({
      key: 'both-ways',
      values,
      atBest: values.map((value, i) => (onFile[i] === 1 ? value : 1)),
      known: sumOf(onFile),
      people: peopleOf(pairs, onFile),
      clusters: linkedPairs(pairs),
      pairs,
      need: 10,
    });
    const total = (key: string, given: Float64Array): MeasureFigure => ({
      ...both,
      key,
      unit: 'count',
      value: sumOf(given),
      range95: null,
      noRange: 'whole-sum',
      bounds: null,
    });
    return [both, total('from-mentors', fromMentor), total('from-mentees', fromMentee)];
  },
  sources: ['Pustejovsky and Tipton 2018, 10.1080/07350015.2016.1247004 (mean by clusters)'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs([{}, {}, {}, {}]),
        feedback: {
          count: 4,
          pair: ['p0', 'p1', 'p2', 'p3'],
          fromMentor: Int32Array.of(3, 4, 0, 0),
          fromMentee: Int32Array.of(3, 1, 2, 0),
        },
      },
      expected: {
        'both-ways': { value: 0.3125 },
        'from-mentors': { value: 7 },
        'from-mentees': { value: 6 },
      },
      from: 'by hand: 1, 1 in 4, 0 and 0 over four pairs',
    },
  ],
});

function givenBy(pairs: PairRows, feedback: FeedbackRows) {
  const rows = rowOfKey(pairs.pair);
  const fromMentor = new Float64Array(pairs.count);
  const fromMentee = new Float64Array(pairs.count);
  const onFile = new Float64Array(pairs.count);
  for (let i = 0; i < feedback.count; i++) {
    const pair = rows.get(feedback.pair[i]!);
    if (pair === undefined) continue;
    onFile[pair] = 1;
    fromMentor[pair]! += Math.max(0, feedback.fromMentor[i]!);
    fromMentee[pair]! += Math.max(0, feedback.fromMentee[i]!);
  }
  return { fromMentor, fromMentee, onFile };
}
