import { burden } from '#evaluation/program/burden.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { askedMinutes } from '#report/program/asked-minutes.ts';
import { Figure } from '#server/ui/figure.tsx';
import { Notice } from '#server/ui/notice.tsx';
import type { View } from '#server/ui/view.ts';

/** The minutes that forms ask of one mentee and one mentor, held against the cap. */
export function Burden({ view, plan }: { readonly view: View; readonly plan: ProgramPlan }) {
  const { words } = view;
  const asked = askedMinutes(plan, words.say('plan.sight.source'));
  const roles = burden(plan);
  if (asked === null || roles === null) return <p>{words.say('plan.burden.unknown')}</p>;
  const over = roles.filter(({ inYear, cap }) => inYear[1] > cap);
  return (
    <>
      {over.map(({ role, inYear: [least, most], cap }) => (
        <Notice tone="warn">
          <p>{words.say(`plan.burden.over-${role}`, { least, most, cap })}</p>
        </Notice>
      ))}
      <p>{asked.sentence}</p>
      <Figure view={view} figure={asked.figure} />
    </>
  );
}
