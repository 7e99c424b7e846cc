import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disclose } from '#evaluation/disclosure/disclose.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { planTemplate } from '#intake/plan-template.ts';
import { readPlan } from '#intake/read-plan.ts';
import { takeIn } from '#intake/take-in.ts';
import type { FigureBlock } from '#report/document.ts';
import { EVALUATION_FIGURES, OUTCOME_FIGURES } from '#report/figures/registry.ts';
import { sentenceFor } from '#report/sentences/sentence-for.ts';
import { expectClose } from '#tools/expect-close.ts';
import { textFile } from './text-file.ts';

const AFTER_EVERY_LOOK = 30_000;
const NSW = 'tests/data/nsw-change';
const OFFICES = 'examples/two-offices';
const textOf = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
const jsonOf = (folder: string, name: string) => JSON.parse(textOf(folder, name));

async function evaluated(peopleText: string, scoresText: string, plan: Plan) {
  const taken = await takeIn({
    people: textFile('people.csv', peopleText),
    scores: textFile('scores.csv', scoresText),
  });
  const result = evaluate(taken.rows, plan, { asOf: AFTER_EVERY_LOOK, fingerprint: planFingerprint(plan) });
  if (result.kind !== 'evaluation') throw new Error('the plan was refused');
  return { ...result.evaluation, rows: taken.rows, shown: disclose(result.evaluation) };
}

const notesOf = (finding: { exact: { notes: readonly { key: string }[] } | null }) =>
  finding.exact!.notes.map(({ key }) => key);

test('the change before the start is compared in the same model, and said where it went alike', async () => {
  const { findings } = await evaluated(
    textOf(OFFICES, 'people.csv'),
    textOf(OFFICES, 'scores.csv'),
    jsonOf(OFFICES, 'plan.json'),
  );
  const expected = jsonOf(OFFICES, 'expected.json').findings;
  const alike = findings[0]!.exact!.notes.find(({ key }) => key === 'earlier-alike')!.values;
  expectClose(alike['difference'] as number, expected[0].earlier.estimate, 1e-9);
  expectClose(alike['low'] as number, expected[0].earlier.range95[0], 1e-9);
  const [gate] = findings[2]!.gates;
  expect(gate).toMatchObject({ id: 'F13', effect: 'words-only' });
  expectClose(gate!.values['difference'] as number, expected[2].earlier.estimate, 1e-9);
  expectClose(gate!.values['high'] as number, expected[2].earlier.range95[1], 1e-9);
});

test('values before that came too late are left out, counted and told', async () => {
  const { findings } = await evaluated(
    textOf(OFFICES, 'people.csv'),
    textOf(OFFICES, 'scores.csv'),
    jsonOf(OFFICES, 'plan.json'),
  );
  const { late } = jsonOf(OFFICES, 'expected.json').findings[0];
  expect(findings[0]!.exact!.notes.find(({ key }) => key === 'late-before')!.values).toEqual({ n: late });
  expect(notesOf(findings[0]!)).toContain('started-apart');
});

test('more than a fifth of late values before leaves words only', async () => {
  const scores = textOf(OFFICES, 'scores.csv')
    .split('\n')
    .map((line, i) =>
      line.includes(',before,') && i % 4 === 0 ? line.replace(/2025-0\d-\d\d/, '2025-03-01') : line,
    )
    .join('\n');
  const { findings } = await evaluated(textOf(OFFICES, 'people.csv'), scores, jsonOf(OFFICES, 'plan.json'));
  expect(findings[0]!.verdict).toBe('none');
  expect(findings[0]!.gates.map(({ id }) => id)).toContain('F8');
});

test('a covariate that is the value before stays a covariate, and no change is taken', async () => {
  const scores = textOf(NSW, 'scores.csv');
  const before = new Map(
    scores
      .split('\n')
      .map((line) => line.split(','))
      .filter(([, wave]) => wave === 'before')
      .map((cells) => [cells[0]!, cells[4]!]),
  );
  const people = textOf(NSW, 'people.csv')
    .trim()
    .split('\n')
    .map((line, i) => `${line},${i === 0 ? 'earned_before' : before.get(line.split(',')[0]!)}`)
    .join('\n');
  const plan = jsonOf(NSW, 'plan.json') as Plan;
  const { findings } = await evaluated(people, scores, {
    ...plan,
    covariates: [...plan.covariates!, 'earned_before'],
  });
  const { ancova } = jsonOf(NSW, 'expected.json');
  expectClose(findings[0]!.exact!.estimate!, ancova.estimate, 1e-9);
  expectClose(findings[0]!.exact!.standardError!, ancova.standardError, 1e-9);
  expect(notesOf(findings[0]!)).toContain('value-before-taken-in');
});

test('an event, and a share, has no change: refused in the plan, and by the evaluation', async () => {
  const plan = {
    plan: 1,
    design: 'before-after-comparison',
    cutoff: '2026-12-31',
    look: '2026-12-31',
    primary: { outcome: 'helped', better: 'higher', matters: 0.1 },
  } as const;
  const read = (more: object) => readPlan(textFile('plan.json', JSON.stringify({ ...plan, ...more })));
  expect(read({ primary: { ...plan.primary, outcome: 'promotion', months: 12 } })).toMatchObject({
    problems: [{ column: 'outcome', value: '"promotion"' }],
  });
  expect(read({ match: { ratio: 2 } })).toMatchObject({ problems: [{ column: 'match' }] });
  const keys = Array.from({ length: 60 }, (_, i) => `P${i}`);
  const people = `person,arm,index\n${keys.map((key, i) => `${key},${i < 30 ? 'participant' : 'comparison'},2026-01-01`).join('\n')}`;
  const scores = `person,wave,date,scale,score,low,high\n${keys
    .flatMap((key, i) => [
      `${key},before,2026-01-01,helped,0,0,1`,
      `${key},after,2026-06-01,helped,${i % 2},0,1`,
    ])
    .join('\n')}`;
  const { findings, shown } = await evaluated(people, scores, plan);
  expect(findings[0]).toMatchObject({ verdict: 'none', missing: { reason: 'no-change-of-shares' } });
  expect(sentenceFor(shown.findings[0]!, shown).key).toBe('no-change');
});

test('with too few answers to an earlier wave nothing is said of the time before, but that', async () => {
  const scores = textOf(OFFICES, 'scores.csv')
    .split('\n')
    .filter((line, i) => !/,before\d,/.test(line) || i < 30)
    .join('\n');
  const { findings } = await evaluated(textOf(OFFICES, 'people.csv'), scores, jsonOf(OFFICES, 'plan.json'));
  expect(notesOf(findings[0]!)).toContain('earlier-too-few');
});

test('the course shows the earlier waves left of the start, and says what to look for', async () => {
  const { shown } = await evaluated(
    textOf(OFFICES, 'people.csv'),
    textOf(OFFICES, 'scores.csv'),
    jsonOf(OFFICES, 'plan.json'),
  );
  const course = OUTCOME_FIGURES.map((figure) => figure(shown, shown.findings[0]!)).find(
    (figure) => figure?.kind === 'figure' && figure.id === 'P02',
  ) as FigureBlock;
  expect(course.table.rows.map(([wave]) => wave)).toContain('before1 (month −12)');
  expect(course.table.note).toContain('side by side');
  expect(EVALUATION_FIGURES['alike-at-the-start'](shown)).not.toBeNull();
});

test('comparison people who answered before and after, without characteristics, make a draft of this design', async () => {
  const { rows } = await takeIn({
    people: textFile('people.csv', 'person,arm,index\nA,participant,2026-01-01\nB,comparison,2026-01-01\n'),
    scores: textFile(
      'scores.csv',
      'person,wave,date,scale,score\nA,before,2026-01-01,joy,3\nA,after,2026-06-01,joy,4\nB,before,2026-01-01,joy,3\nB,after,2026-06-01,joy,3\n',
    ),
  });
  expect(planTemplate(rows)).toMatchObject({ plan: { design: 'before-after-comparison' } });
});
