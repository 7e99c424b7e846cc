import type { Child } from 'hono/jsx';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { Blocks } from '#report/formats/html-blocks.tsx';
import { programPlanReport } from '#report/reports/program-plan/program-plan-report.ts';
import { Code } from '#server/ui/code.tsx';
import { MoreAbout } from '#server/ui/section.tsx';
import type { View } from '#server/ui/view.ts';
import type { LockChange } from '../lock.actions.ts';
import { ChangeRows } from './change-rows.tsx';

/** A version of a plan for who has to agree: a change with what was and what would be, a first lock as the whole plan in words. */
export function versionInWords(change: LockChange, before: ProgramPlan | null): (view: View) => Child {
  return (view) => (
    <>
      <p>
        {view.words.say('plan.act.fingerprint')} <Code value={change.fingerprint} most={3} />
      </p>
      {change.kind === 'lock' || before === null ? (
        <WholePlan view={view} document={change.document} />
      ) : (
        <>
          <p>{view.words.say('plan.act.reason', { reason: change.reason })}</p>
          <ChangeRows view={view} before={before} after={change.document} />
        </>
      )}
    </>
  );
}

function WholePlan({ view, document }: { readonly view: View; readonly document: ProgramPlan }) {
  const report = programPlanReport(document, { lock: null, changes: [] });
  return (
    <>
      <Blocks blocks={report.summary} level={3} />
      <MoreAbout summary={view.words.say('plan.act.whole')}>
        {report.sections.map((section) => (
          <>
            <h3>{section.title}</h3>
            <Blocks blocks={section.blocks} level={3} />
          </>
        ))}
      </MoreAbout>
    </>
  );
}
