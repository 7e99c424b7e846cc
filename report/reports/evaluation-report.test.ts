import { expect, test } from 'vitest';
import { COMPASS } from './compass.fixture.ts';
import { figuresOf } from '../document-parts.ts';
import { evaluationReport } from './evaluation-report.ts';
import { EVERY_FACE, LOTTERY, NOT_DUE, OPINIONS } from './hard-cases.fixture.ts';

const WORLDS = { COMPASS, EVERY_FACE, LOTTERY, OPINIONS, NOT_DUE };

test.each(Object.entries(WORLDS))(
  'the report of %s has unique anchors and no hole in its texts',
  (_, shown) => {
    const report = evaluationReport(shown);
    const names = figuresOf(report).map((figure) => figure.name);
    expect(new Set(names).size).toBe(names.length);
    const ids = report.sections.map((section) => section.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|\[object|\{[a-z]+[,}]/);
  },
);

test('page one has a row per outcome, the harm as the catch, the decision and the check code', () => {
  const { summary, code } = evaluationReport(COMPASS);
  const findings = summary.filter((block) => block.kind === 'finding');
  expect(findings.map((finding) => finding.role)).toEqual([
    'Primary outcome',
    'Also watched',
    'Also watched',
    'Also watched',
    'Watch-out',
  ]);
  expect(findings.at(-1)!.pill!.verdict).toBe('harm');
  expect(code).toBe('PL-7F3C-91AD-E20B');
  expect(JSON.stringify(summary)).toContain(code);
});

test('an outcome measured at seven horizons gets its course drawn once', () => {
  const names = figuresOf(evaluationReport(LOTTERY)).map((figure) => figure.name);
  expect(names.filter((name) => name.startsWith('P02'))).toEqual(['P02-profit']);
});

test('a plan that is not locked is said on page one', () => {
  const notice = evaluationReport(LOTTERY).summary.find((block) => block.kind === 'notice');
  expect(notice?.text).toContain('This plan was not locked before results were known.');
  expect(evaluationReport(COMPASS).summary.some((block) => block.kind === 'notice')).toBe(false);
});

test('the six limits are each filled in or say why they do not apply', () => {
  for (const shown of Object.values(WORLDS)) {
    const limits = evaluationReport(shown).sections.find((section) => section.id === 'limits')!;
    const facts = limits.blocks.find((block) => block.kind === 'facts')!;
    expect(facts.rows).toHaveLength(6);
    for (const [, value] of facts.rows) expect(value.length).toBeGreaterThan(40);
  }
});

test('what the files cannot answer is absent, not greyed out', () => {
  const ids = evaluationReport(OPINIONS).sections.map((section) => section.id);
  expect(ids).not.toContain('also-watched');
  expect(ids).not.toContain('at-a-glance');
  expect(ids).toContain('watch-outs');
});

test('each outcome with a verdict says how many other ways keep it, and what the others change it to', () => {
  const { sections } = evaluationReport(COMPASS);
  const said = JSON.stringify(sections.find(({ id }) => id === 'was-it-fair'));
  expect(said).toContain('The verdict stays the same in 7 of 7 other ways to calculate it.');
  expect(said).toContain(
    'In 2 of 7 other ways to calculate it the verdict changes to Benefit. Read with care.',
  );
  expect(said).toContain(
    'In 1 of 5 other ways to calculate it the verdict changes to No meaningful difference.',
  );
  expect(said).toContain('2 of the seven other ways say nothing here; the table tells why.');
});

test('objectives stand beside the outcomes that show them, and orphans of either side are named', () => {
  const objectives = { 'Grow leaders': ['leadership_skill'], 'Be known outside': [] };
  const report = evaluationReport({ ...COMPASS, plan: { ...COMPASS.plan, objectives } });
  const said = JSON.stringify(report.sections.find(({ id }) => id === 'objectives'));
  expect(said).toContain('Grow leaders: shown by Leadership skill (1 to 5).');
  expect(said).toContain('Be known outside: no outcome of the plan shows it.');
  expect(said).toContain('Tied to no objective:');
});
