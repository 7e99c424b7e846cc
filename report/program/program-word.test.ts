import { expect, test } from 'vitest';
import { KPI_PRESETS } from '#evaluation/program/kpis/registry.ts';
import { planFromTemplate } from '#evaluation/program/plan-from-template.ts';
import { TEMPLATES } from '#evaluation/program/templates/registry.ts';
import { hasText } from '../text/text.ts';
import { programWord } from './program-word.ts';

test.each(TEMPLATES)(
  'the template $id has a name, says what it is, and begins a plan with words',
  (template) => {
    for (const word of ['name', 'about']) expect(hasText(`template.${template.id}.${word}`), word).toBe(true);
    const plan = planFromTemplate(template, { program: 'Compass', from: '2027-01-11' }, programWord);
    for (const { words } of plan.purpose.objectives) expect(words).toMatch(/^[A-Z].*\.$/);
  },
);

test.each(KPI_PRESETS.map(({ id }) => id))(
  'the KPI %s has name, definition, formula, unit, source, owner and schedule',
  (id) => {
    for (const word of ['name', 'definition', 'formula', 'unit', 'source', 'owner', 'schedule'])
      expect(programWord(`kpi.${id}.${word}`).trim(), word).not.toBe('');
  },
);

test('a word that the catalogue does not have is an error of whoever asks', () => {
  expect(() => programWord('kpi.no-such.name')).toThrow(/no kpi\.no-such\.name/u);
});
