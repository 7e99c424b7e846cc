import { expect, test } from 'vitest';
import { registeredMeasure } from '../measure-kinds.ts';
import { planFromTemplate } from '../plan-from-template.ts';
import type { ProgramPlan } from '../program-plan.ts';
import { TEMPLATES } from '../templates/registry.ts';
import { GOOD_PRACTICES, practiceStates } from './registry.ts';

const begun = (id: string): ProgramPlan =>
  planFromTemplate(
    TEMPLATES.find((one) => one.id === id)!,
    { program: 'Compass', from: '2027-01-11' },
    (key) => key,
  );
const states = (plan: ProgramPlan): Record<string, string> =>
  Object.fromEntries(practiceStates(plan).map(({ practice, state }) => [practice.requirement, state]));
const ALL = Object.values(GOOD_PRACTICES).flat();

test('every requirement that a program must show as on or off is there, each practice once, with measures that there are', () => {
  const asked = 'S5 S8 S12 S16–S20 S21 S25 S28 S31 S34 S38 S39 S40 S41 S42 S45'.split(' ');
  expect(ALL.map(({ requirement }) => requirement)).toEqual(expect.arrayContaining(asked));
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  for (const condition of ALL.flatMap(({ needs }) => needs))
    if ('measure' in condition) expect(registeredMeasure(condition.measure), condition.measure).toBeDefined();
});

test('the default template has most practices on; those whose measure is off say which', () => {
  const found = states(begun('leadership'));
  for (const requirement of 'S5 S6 S8 S9 S12 S14 S16–S20 S21 S25 S27 S28 S30 S31 S33 S34 S35 S36 S37 S38 S39 S40 S41 S43 S45 G5 G12 G14 G21'.split(
    ' ',
  ))
    expect(found[requirement], requirement).toBe('on');
  expect(found['S13']).toBe('off');
  expect(found['S7']).toBe('partly');
  const [trust] = practiceStates(begun('leadership')).filter(({ practice }) => practice.requirement === 'S7');
  expect(trust!.unmet.map((condition) => 'measure' in condition && condition.measure)).toEqual([
    'trust-trend',
    'trust-asymmetry',
  ]);
});

test('the blank template has on only what the usual agreement and limits bring', () => {
  const on = Object.entries(states(begun('blank'))).filter(([, state]) => state === 'on');
  expect(on.map(([requirement]) => requirement)).toEqual(['S5', 'G14']);
});

test('switching a measure or a setting off is seen at once, and cannot be ticked away', () => {
  const plan = begun('leadership');
  const { success, rhythm, purpose } = plan;
  const changed: ProgramPlan = {
    ...plan,
    success: {
      ...success,
      measures: success.measures.filter(({ measure }) => measure !== 'meeting-quality'),
    },
    rhythm: {
      ...rhythm,
      activities: { ...rhythm.activities, checkIns: false, growthAims: false },
      agreement: { ...rhythm.agreement, integrity: '  ' },
    },
    purpose: { ...purpose, gates: purpose.gates.filter(({ at }) => at !== 'after') },
  };
  expect(states(changed)).toMatchObject({ S5: 'partly', S9: 'off', S12: 'off', S28: 'off', S45: 'partly' });
});

test('naming an integrity contact switches the integrity report on', () => {
  const plan = begun('leadership');
  expect(states(plan)['S42']).toBe('partly');
  const holders = [{ role: 'integrity-contact', name: 'Ines Duarte' }] as const;
  expect(states({ ...plan, purpose: { ...plan.purpose, holders } })['S42']).toBe('on');
});
