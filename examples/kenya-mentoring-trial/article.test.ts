import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clusteredLeastSquares } from '#stats/regression/clustered-least-squares.ts';
import { expectClose } from '#tools/expect-close.ts';
import expected from './expected.json' with { type: 'json' };

/** The columns of the article's model by month, after the two arms: profit before and eight controls. */
const CONTROLS = [
  'tprofits_b',
  'lage_b',
  'secondaryedu_b',
  'sec0_b',
  'sec1_b',
  'sec2_b',
  'sec3_b',
  'sec4_b',
  'I_emp_b',
];

const panel = readPanel();

describe('with the three arms and the controls of the article, the estimator gives every effect by month', () => {
  test.each(expected.articleModel)('month $months', (fromR) => {
    const rows = panel.filter(
      (row) => row['wave'] === String(fromR.wave) && ['tprofits', ...CONTROLS].every((name) => row[name] !== ''),
    );
    expect(rows.length).toBe(fromR.n);
    const numbers = (value: (row: Row) => number): Float64Array => Float64Array.from(rows, value);
    const fit = clusteredLeastSquares({
      outcome: numbers((row) => Number(row['tprofits'])),
      columns: [
        numbers(() => 1),
        numbers((row) => (row['arm'] === 'mentee' ? 1 : 0)),
        numbers((row) => (row['arm'] === 'class' ? 1 : 0)),
        ...CONTROLS.map((name) => numbers((row) => Number(row[name]))),
      ],
      clusters: Int32Array.from(rows, (_, i) => i),
    });
    const kept = CONTROLS.map(() => 0);
    for (const [vector, arm] of [
      [[0, 1, 0, ...kept], fromR.mentee],
      [[0, 0, 1, ...kept], fromR.class],
    ] as const) {
      const effect = fit.contrast(vector);
      expectClose(effect.estimate, arm.estimate, 1e-10);
      expectClose(effect.standardError, arm.seCr2, 1e-9);
      expectClose(effect.degreesOfFreedom, arm.df, 1e-8);
    }
  });

  test('and these are the numbers printed in the article', () => {
    const printed = expected.printedInTheArticle;
    for (const [i, fromR] of expected.articleModel.entries()) {
      expect(fromR.mentee.estimate).toBeCloseTo(printed.mentee[i]!, 2);
      expect(fromR.mentee.seClassical).toBeCloseTo(printed.standardError[i]!, 2);
      expect(fromR.class.estimate).toBeCloseTo(printed.class[i]!, 2);
      expect(fromR.n).toBe(printed.n[i]!);
    }
  });
});

type Row = Readonly<Record<string, string>>;

function readPanel(): Row[] {
  const text = readFileSync(new URL('source/panel.csv', import.meta.url), 'utf8').trim();
  const [names, ...rows] = text.split('\n').map((line) => line.replaceAll('"', '').split(','));
  return rows.map((cells) => Object.fromEntries(names!.map((name, i) => [name, cells[i]!])));
}
