import { GOOD_PRACTICES } from '#evaluation/program/good-practices/registry.ts';
import { practiceState } from '#evaluation/program/good-practices/good-practice.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { orphans } from '#evaluation/program/orphans.ts';
import type { View } from '#server/ui/view.ts';
import { measureName } from '../measure-name.ts';
import { planTexts } from '../plan-texts.ts';

/** Which good practices are on, which are off and what they lack. */
export function Practices({ view, plan }: { readonly view: View; readonly plan: ProgramPlan }) {
  const { words } = view;
  const states = Object.values(GOOD_PRACTICES)
    .flat()
    .map((practice) => practiceState(practice, plan));
  const on = states.filter(({ state }) => state === 'on').length;
  return (
    <details class="row" id="practices">
      <summary>{words.say('plan.practices', { on, all: states.length })}</summary>
      <ul class="practices">
        {states.map(({ practice, state, unmet }) => (
          <li data-state={state}>
            <strong>{words.say(`plan.practice.${state}`)}</strong> {planTexts(`practice.${practice.id}`)}{' '}
            <span class="muted">({practice.requirement})</span>
            {unmet.length === 0 ? null : (
              <ul>
                {unmet.map((condition) => (
                  <li>
                    {'measure' in condition
                      ? words.say('plan.practice.measure', { name: measureName(condition.measure) })
                      : planTexts(`practice.unmet.${condition.says}`)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Objectives without a KPI, KPIs without an objective, measures that no objective uses. */
export function OrphanList({ view, plan }: { readonly view: View; readonly plan: ProgramPlan }) {
  const { words } = view;
  const { objectives, kpis, measures } = orphans(plan);
  if (objectives.length + kpis.length + measures.length === 0) return <p>{words.say('plan.orphans.none')}</p>;
  const listed = (key: string, names: readonly string[]) =>
    names.length === 0 ? null : <li>{words.say(key, { names: words.list(names) })}</li>;
  const nameOf = (id: string): string => plan.purpose.kpis.find((kpi) => kpi.id === id)?.name ?? id;
  const wordsOf = (id: string): string => plan.purpose.objectives.find((one) => one.id === id)?.words ?? id;
  return (
    <div class="notice info">
      <ul>
        {listed('plan.orphans.objectives', objectives.map(wordsOf))}
        {listed('plan.orphans.kpis', kpis.map(nameOf))}
        {listed('plan.orphans.measures', measures.map(measureName))}
      </ul>
    </div>
  );
}
