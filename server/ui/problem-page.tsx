import type { Problem } from '#server/http/problem.ts';
import type { WhoOpens } from '#server/http/who-opens.ts';
import { Page } from './page.tsx';
import type { View } from './view.ts';

/** What happened, what was kept, what to do. */
export function ProblemPage({
  view,
  problem,
  reference,
}: {
  readonly view: View;
  readonly problem: Problem;
  readonly reference: string | null;
}) {
  const { words } = view;
  const title = words.say(`problem.${problem.code}.title`);
  return (
    <Page view={view} title={title} width="reading">
      {problem.parts.text === undefined ? null : <p>{words.say(problem.parts.text, problem.parts.values)}</p>}
      {problem.parts.opens === undefined ? null : <Opens view={view} opens={problem.parts.opens} />}
      <p>{words.say(`problem.${problem.code}.cure`)}</p>
      {reference === null ? null : <p>{words.say('problem.reference', { reference })}</p>}
    </Page>
  );
}

/** Which roles open it, and who holds one. */
function Opens({ view, opens }: { readonly view: View; readonly opens: WhoOpens }) {
  const { words } = view;
  const roles = words.list(opens.roles.map((role) => words.say(`role.${role}`)));
  return (
    <>
      <p>{words.say('not-allowed.roles', { roles })}</p>
      {opens.holders.length === 0 ? null : (
        <p>{words.say('not-allowed.holders', { names: words.list(opens.holders) })}</p>
      )}
    </>
  );
}
