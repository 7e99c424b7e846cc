import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { disclose } from '#evaluation/disclosure/disclose.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { takeIn } from '#intake/take-in.ts';
import { expectClose } from '#tools/expect-close.ts';

/** The randomised training experiment, cut into groups by its plan; expected values by lm and clubSandwich in R. */
const FOLDER = 'tests/data/nsw-experiment';
const AFTER_EVERY_LOOK = 30_000;

interface ExpectedContrast {
  readonly column: string;
  readonly cells?: readonly number[];
  readonly estimate?: number;
  readonly standardError?: number;
  readonly df?: number;
  readonly range?: readonly number[];
  readonly values?: readonly number[];
}

const read = (name: string) => readFileSync(`${FOLDER}/${name}`);
const expected = JSON.parse(String(read('expected-cuts.json'))) as { contrasts: ExpectedContrast[] };
const plan = JSON.parse(String(read('plan-cuts.json'))) as Plan;
const taken = await takeIn({
  people: { name: 'people.csv', bytes: read('people.csv') },
  scores: { name: 'scores.csv', bytes: read('scores.csv') },
});
const evaluated = evaluate(taken.rows, plan, { asOf: AFTER_EVERY_LOOK, fingerprint: planFingerprint(plan) });
if (evaluated.kind !== 'evaluation') throw new Error('the plan was refused');
const { evaluation } = evaluated;
const { contrasts } = evaluation.subgroups;

test('each cut of the plan and each gap gives one contrast of two groups, and nothing else is looked at', () => {
  expect(contrasts.map(({ column, role, among }) => [column, role, among])).toEqual([
    ['educ', 'cut', 'everybody'],
    ['hisp', 'cut', 'everybody'],
    ['nodeg', 'watch-out', 'everybody'],
    ['nodeg', 'watch-out', 'participants'],
  ]);
  expect(evaluation.findings.map(({ role }) => role)).toEqual(['primary']);
});

test('the difference of two differences is the one of R, at the level of three contrasts', () => {
  for (const at of [0, 2]) {
    const [wanted, found] = [expected.contrasts[at]!, contrasts[at]!];
    expect(found.level).toBeCloseTo(1 - 0.05 / 3, 14);
    expect(found.cells.map(({ n }) => n)).toEqual(wanted.cells);
    expectClose(found.figures!.estimate, wanted.estimate!, 1e-8);
    expectClose(found.figures!.standardError, wanted.standardError!, 1e-8);
    expectClose(found.figures!.df, wanted.df!, 1e-7);
    expectClose(found.figures!.range![0], wanted.range![0]!, 1e-7);
    expectClose(found.figures!.range![1], wanted.range![1]!, 1e-7);
  }
});

test('numbers are cut at their middle, and the larger group is the one compared with', () => {
  expect([contrasts[0]!.group, contrasts[0]!.reference]).toEqual([
    { kind: 'above', value: 10 },
    { kind: 'up-to', value: 10 },
  ]);
});

test('with fewer than twenty people in one of the four cells there is no figure', () => {
  expect(Math.min(...expected.contrasts[1]!.cells!)).toBeLessThan(20);
  expect(contrasts[1]).toMatchObject({
    figures: null,
    missing: { reason: 'too-few-people', values: { need: 20 } },
  });
  expect(disclose(evaluation).subgroups.contrasts[1]!.cells).toEqual([]);
});

test('a gap among participants is a plain difference and gets no verdict', () => {
  const [wanted, found] = [expected.contrasts[3]!, contrasts[3]!];
  expectClose(found.figures!.estimate, wanted.estimate!, 1e-8);
  expectClose(found.figures!.standardError, wanted.standardError!, 1e-8);
  expectClose(found.figures!.values![0], wanted.values![0]!, 1e-8);
  expect(found.state).toBe('cannot-tell');
  expect(evaluation.decision.cannotTell).toContain('yearly_earnings@30/nodeg');
});
