import { orphans } from '#evaluation/program/orphans.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { practiceRows, type PracticeRow } from '#report/program/practice-rows.ts';
import type { View } from '#server/ui/view.ts';
import { measureName } from '../measure-name.ts';
import { stepLink } from '../step-link.ts';

/** Which good practices are on, which are off, and what would switch them on. */
export function Practices({ view, plan }: { readonly view: View; readonly plan: ProgramPlan }) {
  const { words } = view;
  const rows = practiceRows(plan);
  const on = rows.filter(({ state }) => state === 'on').length;
  const chapters = [...new Set(rows.map(({ chapterName }) => chapterName))];
  return (
    <details class="group" id="practices">
      <summary>{words.say('plan.practices', { on, all: rows.length })}</summary>
      {chapters.map((chapter) => (
        <>
          <h3>{chapter}</h3>
          <ul>
            {rows
              .filter(({ chapterName }) => chapterName === chapter)
              .map((row) => (
                <Practice view={view} row={row} />
              ))}
          </ul>
        </>
      ))}
    </details>
  );
}

function Practice({ view, row }: { readonly view: View; readonly row: PracticeRow }) {
  return (
    <li>
      <strong>{row.stateName}:</strong> {row.name} <span class="muted">({row.requirement})</span>
      <br />
      <span class="muted">{row.asks}</span>
      {row.missing.length === 0 ? null : (
        <ul>
          {row.missing.map(({ sentence, field }) => (
            <li>
              <a href={stepLink(view, field)}>{sentence}</a>
            </li>
          ))}
        </ul>
      )}
    </li>
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
