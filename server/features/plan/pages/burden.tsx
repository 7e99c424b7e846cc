import { burden, type RoleBurden } from '#evaluation/program/burden.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import type { View } from '#server/ui/view.ts';

/** The minutes that forms ask of one mentee and one mentor, held against the cap. */
export function Burden({ view, plan }: { readonly view: View; readonly plan: ProgramPlan }) {
  const { words } = view;
  const roles = burden(plan);
  if (roles === null) return <p>{words.say('plan.burden.unknown')}</p>;
  return (
    <>
      {roles.map((role) => (
        <p class={role.inYear[1] > role.cap ? 'notice warn' : undefined}>{sentence(view, role)}</p>
      ))}
    </>
  );
}

function sentence({ words }: View, { role, inYear: [least, most], cap }: RoleBurden): string {
  return words.say(most > cap ? `plan.burden.over-${role}` : `plan.burden.${role}`, { least, most, cap });
}
