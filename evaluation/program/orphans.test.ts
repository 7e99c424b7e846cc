import { expect, test } from 'vitest';
import { orphans } from './orphans.ts';
import { planFromTemplate } from './plan-from-template.ts';
import { TEMPLATES } from './templates/registry.ts';

const begun = (id: string) =>
  planFromTemplate(
    TEMPLATES.find((one) => one.id === id)!,
    { program: 'Compass' },
    (key) => key,
  );

test.each(TEMPLATES.map(({ id }) => id))('nothing hangs in the air in a program just begun from %s', (id) => {
  expect(orphans(begun(id))).toEqual({ objectives: [], kpis: [], measures: [] });
});

test('an objective that loses its KPI, the KPI itself, and a measure that only it used are named', () => {
  const plan = begun('leadership');
  const objectives = plan.purpose.objectives.map((objective) =>
    objective.id === 'goals' ? { ...objective, kpis: [], measures: [] } : objective,
  );
  expect(orphans({ ...plan, purpose: { ...plan.purpose, objectives } })).toEqual({
    objectives: ['goals'],
    kpis: ['goals-reached'],
    measures: ['goals-on-track'],
  });
});

test('a KPI that an objective names and that is not there helps neither; a measure is also used by a KPI', () => {
  const plan = begun('leadership');
  const [kpi] = plan.purpose.kpis.filter(({ id }) => id === 'goals-reached');
  const objective = { id: 'goals', words: 'Goals.', kpis: ['gone', 'goals-reached'], measures: [] };
  const purpose = { ...plan.purpose, objectives: [objective], kpis: [kpi!] };
  const success = { ...plan.success, also: [], watchOuts: [], primary: plan.success.primary! };
  const found = orphans({ purpose, success });
  expect(found.objectives).toEqual([]);
  expect(found.measures).not.toContain('goals-on-track');
  expect(found.measures).toContain('honesty');
  const gone = { ...purpose, objectives: [{ ...objective, kpis: ['gone'] }] };
  expect(orphans({ purpose: gone, success }).objectives).toEqual(['goals']);
});
