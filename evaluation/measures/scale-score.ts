import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { tRange } from '#stats/means/t-range.ts';
import { defineMeasure } from './measure.ts';

/** The score of people on a scale at one wave. */
export const scaleScore = defineMeasure({
  id: 'scale-score',
  number: 'M01',
  kind: 'score',
  source: 'survey',
  sensitive: false,
  better: 'higher',
  needs: ['score'],
  counts: null,
  outcome: ({ score }) => ({
    values: score,
    events: null,
    nonEvents: null,
    count: null,
    lost: 0,
    unknown: Uint8Array.from(score, (value) => (Number.isNaN(value) ? 1 : 0)),
  }),
  compute({ score }) {
    const values = score.filter((value) => !Number.isNaN(value));
    if (values.length < 2) return { reason: 'too-few-people', values: { have: values.length, need: 2 } };
    const mean = clusteredMean({ values, clusters: new Int32Array(values.length).map((_, i) => i) });
    const { estimate, standardError, degreesOfFreedom } = mean;
    const range95 = degreesOfFreedom > 0 ? tRange(estimate, standardError, degreesOfFreedom, 0.95) : null;
    return { estimate, standardError, range95, n: values.length };
  },
  sources: ['Bell & McCaffrey 2002', 'Pustejovsky & Tipton 2018, 10.1080/07350015.2016.1247004'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: { score: Float64Array.of(4.25, 4.5, 3.75, 4, 5, 4.5) },
      expected: { estimate: 4.3333, range95: [3.8739, 4.7928] },
      from: 't.test in R',
    },
  ],
});
