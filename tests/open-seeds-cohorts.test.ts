import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { dayFromIso } from '#evaluation/study/day.ts';
import { takeIn } from '#intake/take-in.ts';
import { expectClose } from '#tools/expect-close.ts';

const folder = new URL('data/open-seeds-feedback/', import.meta.url);
const file = (name: string) => ({ name, bytes: readFileSync(new URL(name, folder)) });
const parsed = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

interface Cohort {
  readonly cohort: string;
  readonly asked: number;
  readonly answered: number;
  readonly recommend: number;
  readonly bounds: readonly [number, number];
  readonly mean: number;
  readonly meanBounds: readonly [number, number];
}
const { cohorts } = parsed('expected.json') as { readonly cohorts: readonly Cohort[] };
const plan = parsed('plan.json') as Plan;
const taken = takeIn({ people: file('people.csv'), scores: file('scores.csv') });

test.each(cohorts)(
  'cohort $cohort: $answered of $asked places answered, each with its bounds',
  async (right) => {
    const own: Plan = { ...plan, cohorts: [right.cohort] };
    const asked = { asOf: dayFromIso('2023-02-01')!, fingerprint: planFingerprint(own) };
    const answer = evaluate((await taken).rows, own, asked);
    if (answer.kind === 'problems') throw new Error(answer.problems[0]!.code);
    const { findings, measures } = answer.evaluation;
    const [group] = findings[0]!.exact!.groups;
    expect(group).toMatchObject({ n: right.answered, asked: right.asked, count: right.recommend });
    right.bounds.forEach((end, i) => expectClose(findings[0]!.exact!.bounds![i]!, end, 1e-12));
    const satisfaction = measures.find(({ number }) => number === 'M26')!.figures[0]!;
    expectClose(satisfaction.value as number, right.mean, 1e-12);
    right.meanBounds.forEach((end, i) => expectClose(satisfaction.bounds![i]!, end, 1e-12));
  },
);

test('the mean of eight cohort shares is not the share of all: 96.8 and 96.5 in 100', () => {
  const shares = cohorts.map(({ recommend, answered }) => recommend / answered);
  const all =
    cohorts.reduce((sum, { recommend }) => sum + recommend, 0) /
    cohorts.reduce((sum, { answered }) => sum + answered, 0);
  expect((shares.reduce((sum, share) => sum + share, 0) / shares.length).toFixed(3)).toBe('0.968');
  expect(all.toFixed(3)).toBe('0.965');
});
