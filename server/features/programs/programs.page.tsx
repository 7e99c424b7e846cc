import { Page } from '#server/ui/page.tsx';
import type { View } from '#server/ui/view.ts';

interface ListedProgram {
  readonly id: string;
  readonly name: string;
}

/** The programs that the reader may open. */
export function ProgramsPage({
  view,
  programs,
}: {
  readonly view: View;
  readonly programs: readonly ListedProgram[];
}) {
  const { words } = view;
  return (
    <Page view={view} title={words.say('programs.title')}>
      <h1>{words.say('programs.title')}</h1>
      {programs.length === 0 ? (
        <p>{words.say('programs.none')}</p>
      ) : (
        <ul>
          {programs.map(({ id, name }) => (
            <li>
              <a href={`/p/${id}/plan`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/programs/new">{words.say('programs.new')}</a>
      </p>
    </Page>
  );
}

/** The form for a new program. */
export function NewProgramPage({ view }: { readonly view: View }) {
  const { words } = view;
  return (
    <Page view={view} title={words.say('programs.new')}>
      <h1>{words.say('programs.new')}</h1>
      <p>{words.say('programs.new.why')}</p>
    </Page>
  );
}
