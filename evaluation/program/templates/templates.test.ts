import { expect, test } from 'vitest';
import { INSTRUMENTS } from '../../instruments/registry.ts';
import { KPI_PRESETS } from '../kpis/registry.ts';
import { MEASURE_KINDS, measureKind, registeredMeasure } from '../measure-kinds.ts';
import { measuresOn, programOutcomes } from '../measures-on.ts';
import { chosenOutcome } from '../chosen-outcome.ts';
import { planFromTemplate } from '../plan-from-template.ts';
import { TEMPLATES, templateOf } from './registry.ts';
import { OUTCOME_CHOICES } from './usual-outcomes.ts';

/** The key itself: what is tested here are no words. */
const asKey = (key: string): string => key;
const START = { program: 'Compass 2027', from: '2027-01-11', to: '2028-01-10' };
const begun = (id: string) => planFromTemplate(templateOf(id)!, START, asKey);

test('the default template is leadership, with exactly the measures that it promises', () => {
  expect(TEMPLATES[0]!.id).toBe('leadership');
  const { success } = begun('leadership');
  expect(success.measures.map(({ measure }) => measure)).toEqual([
    'honesty',
    'transparency',
    'ethics',
    'trust-level',
    'agreement-kept',
    'rhythm-kept',
    'meetings-held',
    'meeting-quality',
    'goals-on-track',
    'satisfaction',
  ]);
  expect([success.primary?.measure, success.primary?.instrument]).toEqual(['skill-change', 'lead-1']);
  expect(success.also.map(({ measure }) => measure)).toEqual(['promotion', 'retention']);
  expect(success.watchOuts.map(({ measure }) => measure)).toEqual(['mentor-workload']);
});

test('the default template has at least one integrity, interaction, goal and outcome measure on', () => {
  const kinds = measuresOn(begun('leadership')).map((id) => measureKind(registeredMeasure(id)!));
  for (const kind of MEASURE_KINDS.slice(0, 4)) expect(kinds, kind).toContain(kind);
});

test.each(TEMPLATES.map(({ id }) => id))(
  '%s names only measures, instruments, scales and KPIs that there are',
  (id) => {
    const plan = begun(id);
    for (const measure of [...measuresOn(plan), ...plan.purpose.kpis.flatMap((kpi) => kpi.measure ?? [])])
      expect(registeredMeasure(measure), measure).toBeDefined();
    for (const { outcome, instrument } of programOutcomes(plan.success)) {
      if (instrument === undefined) continue;
      const scales = INSTRUMENTS.find((one) => one.id === instrument)?.scales.map((scale) => scale.id);
      expect(scales, instrument).toContain(outcome);
    }
    for (const { instruments } of plan.privacy.surveys)
      for (const instrument of instruments)
        expect(
          INSTRUMENTS.map((one) => one.id),
          instrument,
        ).toContain(instrument);
  },
);

test('a program begun with its days has every wave inside them, and its look after the longest horizon', () => {
  const { privacy, looks } = begun('leadership');
  expect(privacy.surveys.map(({ wave, on }) => [wave, on])).toEqual([
    ['before', '2027-01-11'],
    ['during1', '2027-07-12'],
    ['after', '2028-01-10'],
  ]);
  // 24 months are 730 days.
  expect(looks).toEqual({ cutoff: '2029-01-10', look: '2029-01-24', followUps: [6, 12, 24] });
});

test('every outcome that a plan offers is asked by an instrument of its own, or counted in records with its months', () => {
  for (const choice of OUTCOME_CHOICES) {
    const chosen = chosenOutcome(choice, 9, asKey);
    expect(chosen.label).toBe(`template.outcome.${choice.says}`);
    expect(chosen.months).toBe(choice.instrument === undefined ? choice.months : 9);
    expect(registeredMeasure(chosen.measure), chosen.measure).toBeDefined();
    const found = INSTRUMENTS.find(({ id }) => id === chosen.instrument);
    expect(found?.scales.find(({ id }) => id === chosen.outcome)?.better ?? 'records').toBe(
      choice.instrument === undefined ? 'records' : chosen.better,
    );
  }
});

test('a program begun without days has no day anywhere, and one with an impossible day is refused', () => {
  const plan = planFromTemplate(templateOf('leadership')!, { program: 'Compass' }, asKey);
  expect(plan.purpose.from).toBeUndefined();
  expect(plan.looks).toEqual({ followUps: [6, 12, 24] });
  expect(plan.privacy.surveys.every(({ on }) => on === undefined)).toBe(true);
  const impossible = { program: 'Compass', from: '2027-02-30' };
  expect(() => planFromTemplate(templateOf('blank')!, impossible, asKey)).toThrow(RangeError);
});

test('there are at least twelve presets of KPIs, each once, and nothing in the blank template', () => {
  expect(KPI_PRESETS.length).toBeGreaterThanOrEqual(12);
  expect(new Set(KPI_PRESETS.map(({ id }) => id)).size).toBe(KPI_PRESETS.length);
  const { purpose, success, privacy } = begun('blank');
  expect([purpose.objectives, purpose.kpis, success.measures, privacy.surveys]).toEqual([[], [], [], []]);
});
