import { expect, test } from 'vitest';
import { wordsIn } from '#server/text/words.ts';
import { formState } from './form-state.ts';
import { specimenView } from './specimen-view.fixture.ts';

const words = wordsIn('en');
const wrong = {
  fields: [{ field: 'kpis.0.name', text: 'wrong.empty' }],
  given: { kpis: [{ name: '', unit: 'points' }], groups: ['site', 'role'], why: 7 },
};

test('a form that nobody has sent shows what is stored and nothing wrong', () => {
  const form = formState(specimenView(words));
  expect([form.errors, form.error('name'), form.given('name', 'Compass')]).toEqual([
    [],
    undefined,
    'Compass',
  ]);
  expect(form.chosen('groups', ['site'])).toEqual(['site']);
});

test('a form that came back shows what was typed, also what was emptied, and each error at its field', () => {
  const form = formState(specimenView(words, { wrong }));
  expect(form.given('kpis.0.name', 'Stayed')).toBe('');
  expect(form.given('kpis.0.unit')).toBe('points');
  expect(form.given('why')).toBe('7');
  expect(form.given('never.sent', 'stored')).toBeUndefined();
  expect(form.given('kpis.constructor.name')).toBeUndefined();
  expect(form.chosen('groups')).toEqual(['site', 'role']);
  expect(form.error('kpis.0.name')).toBe(form.errors[0]!.sentence);
  expect(form.error('kpis.0.unit')).toBeUndefined();
});
