import { expect, test } from 'vitest';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { compass2027 } from '#evaluation/program/compass.fixture.ts';
import { planFromTemplate } from '#evaluation/program/plan-from-template.ts';
import type { PlanChange, PlanHistory } from '#evaluation/program/plan-history.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { DESIGN_IDS } from '#evaluation/plan/plan.ts';
import { TEMPLATES } from '#evaluation/program/templates/registry.ts';
import { figuresOf, tablesOf } from '../../document-parts.ts';
import type { ReportDocument } from '../../document.ts';
import { shortFingerprint } from '../../figures/source-line.ts';
import { programWord } from '../../program/program-word.ts';
import { programPlanFiles, programPlanJson } from './program-plan-files.ts';
import { programPlanReport, seenFingerprint } from './program-plan-report.ts';

const PLAN = compass2027(programWord);
const DRAFT: PlanHistory = { lock: null, changes: [] };
const LOCK = {
  at: '2027-01-04T10:14:00Z',
  by: 'Priya Nair',
  second: 'Lena Hoffmann',
  fingerprint: seenFingerprint(PLAN)!,
};
const later = (after: ProgramPlan, lookedBefore: boolean, before = PLAN): PlanChange => ({
  at: lookedBefore ? '2028-03-01T08:00:00Z' : '2027-06-01T08:00:00Z',
  by: 'Priya Nair',
  second: 'Ines Duarte',
  reason: 'The board asked for it.',
  lookedBefore,
  before,
  after,
  fingerprint: seenFingerprint(after)!,
});
const said = (report: ReportDocument): string => JSON.stringify(report);
const section = (report: ReportDocument, id: string): string =>
  said({ ...report, summary: [], sections: report.sections.filter((one) => one.id === id) });

test('page one says what success means, that the plan is a draft, when results are looked at, and what is missing', () => {
  const report = programPlanReport(PLAN, DRAFT);
  expect(report.summary[0]).toEqual({
    kind: 'lead',
    text: 'Success means that leadership skill ends higher than among similar people, by at least 0.2 points.',
  });
  expect(said(report)).toContain('This plan is a draft.');
  expect(said(report)).toContain('Results are first looked at on 24 Jan 2029; data end on 10 Jan 2029.');
  expect(said(report)).toContain(
    '["What is asked of people","Minutes in 12 months: mentee 64 to 88, mentor 57 to 69."]',
  );
  expect(said(report)).toContain('["Measures that are on","14"]');
  expect(said({ ...report, sections: [] })).not.toContain('What is still missing');
  const few = programPlanReport({ ...PLAN, privacy: { ...PLAN.privacy, least: 4 } }, DRAFT);
  expect(said(few)).toContain('Step “Privacy, and what we ask”. Results need at least 5 people');
});

test('what success means can be said of every design', () => {
  for (const design of DESIGN_IDS) {
    const [lead] = programPlanReport({ ...PLAN, comparison: { ...PLAN.comparison, design } }, DRAFT).summary;
    expect(lead, design).toMatchObject({ text: expect.stringMatching(/leadership skill/u) });
  }
});

test('a locked plan says by whom, and tells amendments from deviations by the recorded looks', () => {
  const amended: ProgramPlan = {
    ...PLAN,
    success: { ...PLAN.success, also: PLAN.success.also.slice(0, 1) },
  };
  const deviated: ProgramPlan = {
    ...amended,
    success: { ...amended.success, primary: { ...PLAN.success.primary!, matters: 0.1 } },
  };
  const changes = [later(amended, false), later(deviated, true, amended)];
  const report = programPlanReport(deviated, { lock: LOCK, changes });
  expect(report.subtitle).toBe('Locked 4 Jan 2027, 10:14 UTC by Priya Nair and Lena Hoffmann.');
  expect(said(report)).toContain('Since the lock: 1 amendment, 1 deviation.');
  expect(section(report, 'rhythm')).toContain(
    '"The mentee sends a topic the day before. The mentor reads it before the meeting."',
  );
  const told = section(report, 'changes');
  expect(told).toContain('Amendment of 1 Jun 2027, 08:00 UTC');
  expect(told).toContain('Deviation of 1 Mar 2028, 08:00 UTC');
  expect(told).toContain('["Results seen by anyone before this?","No (recorded)"]');
  expect(told).toContain('["Results seen by anyone before this?","Yes (recorded)"]');
  expect(told).toContain('what matters","0.2 points","0.1 points"]');
  expect(said(report)).toContain('gets no verdict any more');
});

test('without a change since the lock, “None” is printed', () => {
  expect(section(programPlanReport(PLAN, { lock: LOCK, changes: [] }), 'changes')).toContain('"None."');
});

test('every KPI and measure stands there with definition, formula, unit, source, owner and schedule', () => {
  const tables = tablesOf(programPlanReport(PLAN, DRAFT));
  const table = (id: string) => tables.find((one) => one.id === `table-plan-${id}`)!;
  expect(table('kpis-what').rows).toHaveLength(9);
  expect(table('kpis-who').rows).toHaveLength(9);
  expect(table('measures-what').rows).toHaveLength(14);
  for (const id of ['kpis-what', 'measures-what', 'measures-who'])
    for (const row of table(id).rows) for (const cell of row) expect(cell, row[0]).not.toBe('');
  expect(table('objectives').rows[3]).toEqual([
    'Mentees lead better, are promoted as they deserve, and stay.',
    'Leadership skill, Internal promotion, and Staying',
    'Skill development, Promotion, and Still employed',
  ]);
  expect(table('practices').rows.find(([requirement]) => requirement === 'S7')![2]).toBe('Partly on');
});

test('pictures of what could be seen and of what is asked are in it, each with its table', () => {
  const figures = figuresOf(programPlanReport(PLAN, DRAFT));
  expect(figures.map(({ id }) => id)).toEqual(['P16', 'P16', 'P16', 'P16', 'P20']);
  expect(new Set(figures.map(({ name }) => name)).size).toBe(5);
});

test.each(TEMPLATES.map(({ id }) => id))(
  'a plan just begun from %s can be printed, whatever it lacks',
  (id) => {
    const template = TEMPLATES.find((one) => one.id === id)!;
    const report = programPlanReport(planFromTemplate(template, { program: '' }, programWord), DRAFT);
    expect(report.title).toBe('A plan without a name');
    expect(report.code).toBe('No fingerprint yet');
    expect(said(report)).not.toMatch(/undefined|NaN|\[object/u);
  },
);

test('the code on the document is that of the plan which the command line evaluates', async () => {
  const files = await programPlanFiles(PLAN, { lock: LOCK, changes: [] }, 'a4');
  const names = files.map(([name]) => name).filter((name) => !name.startsWith('figures/'));
  expect(names).toEqual([
    'program-plan.html',
    'program-plan.docx',
    'program-plan.pdf',
    'program-plan.json',
    'plan.json',
  ]);
  const content = (name: string): string => String(files.find(([one]) => one === name)![1]);
  const plan = JSON.parse(content('plan.json')) as Plan;
  const code = `PL-${shortFingerprint(planFingerprint(plan))}`;
  expect(programPlanReport(PLAN, DRAFT).code).toBe(code);
  expect(content('program-plan.html')).toContain(code);
  expect(plan.locked).toEqual({ on: '2027-01-04', by: 'Priya Nair', witness: 'Lena Hoffmann' });
  const pdf = files.find(([name]) => name === 'program-plan.pdf')![1] as Uint8Array;
  expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
});

test('the document for machines holds the plan as it is, with both fingerprints, lock and changes', () => {
  const json = JSON.parse(programPlanJson(PLAN, { lock: LOCK, changes: [] })) as Record<string, unknown>;
  expect(json['plan']).toEqual(JSON.parse(JSON.stringify(PLAN)));
  expect(json['fingerprint']).toBe(LOCK.fingerprint);
  expect(json['documentFingerprint']).toMatch(/^[0-9a-f]{64}$/u);
  expect(json['lock']).toEqual(LOCK);
});
