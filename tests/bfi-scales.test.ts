import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { reliabilityFindings, type ReliabilityFinding } from '#evaluation/instruments/reliability.ts';
import { scoredRows } from '#evaluation/instruments/score-answers.ts';
import { dayFromIso } from '#evaluation/study/day.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { takeIn } from '#intake/take-in.ts';
import { expectClose } from '#tools/expect-close.ts';
import { sourceRows } from './data/source-rows.ts';
import { textFile } from './text-file.ts';

const folder = new URL('data/bfi-scales/', import.meta.url);
const parsed = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const expected = parsed('expected.json') as {
  readonly scales: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly omega: Readonly<Record<string, number>>;
};
const SCALES = Object.keys(expected.scales);
const AT = { cutoff: dayFromIso('2026-12-31')!, seed: 20_260_930 };

/** The volunteers as a study: everybody a participant who answered at one wave, with the instrument that they brought along. */
async function rowsWith(instrument: object): Promise<StudyRows> {
  const rows = sourceRows(new URL('source/bfi.csv', folder));
  const items = Object.keys(rows[0]!).filter((name) => /^[ACENO][1-5]$/.test(name));
  const answers = rows.flatMap((row) =>
    items.map((item) => `${row['id']},bfi-25,1,before,2026-01-01,${item},${row[item]}`),
  );
  const { rows: taken, problems } = await takeIn({
    people: textFile(
      'people.csv',
      ['person,arm,index', ...rows.map((row) => `${row['id']},participant,2026-01-05`)].join('\n'),
    ),
    program: {
      answers: textFile(
        'answers.csv',
        ['person,instrument,version,wave,date,item,answer', ...answers].join('\n'),
      ),
    },
    instruments: [textFile('instruments.json', JSON.stringify(instrument))],
  });
  expect(problems).toEqual([]);
  return taken;
}

describe('2,800 people on 25 items', () => {
  let rows: StudyRows;
  let found: readonly ReliabilityFinding[];
  beforeAll(async () => {
    rows = await rowsWith(parsed('instrument.json'));
    found = reliabilityFindings(rows, AT);
  }, 120_000);

  test.each(SCALES)('%s: alpha of the complete answers as in R, inside its range', (scale) => {
    const right = expected.scales[scale]!;
    const one = found.find((finding) => finding.scale === scale)!;
    expect(one).toMatchObject({ n: right['n_complete'], people: right['n_complete'], flagged: false });
    if (one.alpha.kind !== 'figure') throw new Error('no alpha');
    expectClose(one.alpha.value, right['alpha_complete']!, 1e-12);
    expect(one.alpha.range95![0]).toBeLessThan(right['alpha_complete']!);
    expect(one.alpha.range95![1]).toBeGreaterThan(right['alpha_complete']!);
  });

  test('agreeableness: omega of one factor as in R', () => {
    const { omega } = found.find(({ scale }) => scale === 'agreeableness')!;
    if (omega.kind !== 'figure') throw new Error('no omega');
    expectClose(omega.value, expected.omega['agreeableness']!, 1e-6);
  });

  test.each(SCALES)(
    '%s: mean and spread of the people with at least four items, gaps never counted as 0',
    (scale) => {
      const right = expected.scales[scale]!;
      const { scores } = scoredRows(rows).rows;
      const own = [...scores.score].filter((score, i) => scores.scale[i] === scale && !Number.isNaN(score));
      const mean = own.reduce((sum, score) => sum + score, 0) / own.length;
      const spread = Math.sqrt(own.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (own.length - 1));
      expect(own).toHaveLength(right['n_with_at_least_4']!);
      expectClose(mean, right['mean_with_at_least_4']!, 1e-12);
      expectClose(spread, right['sd_with_at_least_4']!, 1e-12);
    },
  );
});

test('items that nobody turned round give the wrong alphas of R, and every one below 0.6 is flagged', async () => {
  const instrument = parsed('instrument.json') as { items: { reverse?: true }[] };
  for (const item of instrument.items) delete item.reverse;
  const found = reliabilityFindings(await rowsWith(instrument), AT);
  for (const scale of SCALES) {
    const wrong = expected.scales[scale]!['alpha_if_reversal_forgotten']!;
    const one = found.find((finding) => finding.scale === scale)!;
    if (one.alpha.kind !== 'figure') throw new Error('no alpha');
    expectClose(one.alpha.value, wrong, 1e-11);
    expect(one.flagged, scale).toBe(wrong < 0.6);
  }
}, 120_000);
