import type { Problem } from '#server/http/problem.ts';
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
      <p>{words.say(`problem.${problem.code}.cure`)}</p>
      {reference === null ? null : <p>{words.say('problem.reference', { reference })}</p>}
    </Page>
  );
}
