import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalPlan, planFingerprint } from '../plan/fingerprint.ts';
import type { Plan } from '../plan/plan.ts';
import { planFromTemplate } from './plan-from-template.ts';
import { programPlanFingerprint } from './program-plan-fingerprint.ts';
import type { ProgramPlan } from './program-plan.ts';
import { studyPlan } from './study-plan.ts';
import { TEMPLATES } from './templates/registry.ts';

const asKey = (key: string): string => key;
const START = { program: 'Compass 2027', from: '2027-01-11', to: '2028-01-10' };
const BEGUN = planFromTemplate(TEMPLATES[0]!, START, asKey);

function derived(plan: ProgramPlan): Plan {
  const found = studyPlan(plan);
  if ('lacks' in found) throw new Error(found.lacks.join());
  return found;
}

test('the measurement plan has what the document says, and nothing that its design does not use', () => {
  const plan = derived({ ...BEGUN, expected: { ...BEGUN.expected, participants: 160, mentors: 40 } });
  expect(plan.primary).toEqual({
    outcome: 'leadership',
    wave: 'after',
    months: 12,
    better: 'higher',
    matters: 0.2,
    unit: 'points',
    label: 'template.outcome.leadership',
  });
  expect(plan.also!.map(({ outcome, months, matters }) => [outcome, months, matters])).toEqual([
    ['promotion', 24, 0.05],
    ['retention', 24, 0.04],
  ]);
  expect(plan.watchOuts![0]).toMatchObject({ outcome: 'strain', who: 'mentors', better: 'lower' });
  expect(plan.instruments).toEqual({ 'core-1': '1', 'lead-1': '1', 'strain-1': '1' });
  expect(plan.waves).toEqual({ before: '2027-01-11', during1: '2027-07-12', after: '2028-01-10' });
  expect(plan.floors).toEqual({ k: 5, kHr: 10 });
  expect(plan.expects).toMatchObject({ participants: 160, mentors: 40, menteesPerMentor: 4 });
  expect(plan.objectives!['template.leadership.objective.leaders']).toEqual([
    'leadership',
    'promotion',
    'retention',
  ]);
  const alone = derived({ ...BEGUN, comparison: { ...BEGUN.comparison, design: 'before-after' } });
  expect([alone.match, alone.covariates, alone.fallback]).toEqual([undefined, undefined, undefined]);
});

test('the fingerprint that people see covers the whole locked document: whatever is changed there changes it', () => {
  const before = planFingerprint(derived(BEGUN));
  const changed: ProgramPlan[] = [
    { ...BEGUN, purpose: { ...BEGUN.purpose, gates: BEGUN.purpose.gates.slice(1) } },
    { ...BEGUN, purpose: { ...BEGUN.purpose, kpis: BEGUN.purpose.kpis.slice(1) } },
    { ...BEGUN, rhythm: { ...BEGUN.rhythm, usual: 'monthly' } },
    { ...BEGUN, success: { ...BEGUN.success, measures: BEGUN.success.measures.slice(1) } },
    { ...BEGUN, privacy: { ...BEGUN.privacy, keep: { ...BEGUN.privacy.keep, names: 6 } } },
    { ...BEGUN, looks: { ...BEGUN.looks, followUps: [12] } },
  ];
  const after = changed.map((plan) => planFingerprint(derived(plan)));
  expect(new Set([before, ...after]).size).toBe(changed.length + 1);
});

test('people, owners, objectives and expectations change without the fingerprint', () => {
  const { purpose, success, privacy, expected } = BEGUN;
  const changed: ProgramPlan = {
    ...BEGUN,
    purpose: {
      ...purpose,
      holders: [{ role: 'program-manager', name: 'Priya Nair' }],
      objectives: [],
      kpis: purpose.kpis.map((kpi) => ({ ...kpi, owner: 'somebody else' })),
    },
    success: { ...success, measures: success.measures.map((one) => ({ ...one, owner: 'somebody else' })) },
    privacy: { ...privacy, commentReaders: ['Lena Hoffmann'] },
    expected: { ...expected, participants: 160 },
  };
  expect(planFingerprint(derived(changed))).toBe(planFingerprint(derived(BEGUN)));
});

test('the fingerprint is SHA-256 of the canonical form, in which the document stands with its own', () => {
  const plan = derived(BEGUN);
  expect(plan.document).toBe(programPlanFingerprint(BEGUN));
  expect(canonicalPlan(plan)).toContain(`"document":"${plan.document!}"`);
  expect(planFingerprint(plan)).toBe(hash('sha256', canonicalPlan(plan), 'hex'));
});

test('an unfinished document says what it lacks, all at once', () => {
  expect(studyPlan(planFromTemplate(TEMPLATES.at(-1)!, { program: '' }, asKey))).toEqual({
    lacks: ['design', 'cutoff', 'look', 'primary'],
  });
});
