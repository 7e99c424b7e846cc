import { Button, Buttons } from '#server/ui/button.tsx';
import { Form } from '#server/ui/form.tsx';
import type { View } from '#server/ui/view.ts';
import { StudyFrame } from './study-frame.tsx';
import type { StudyData } from './study-data.ts';
import type { UnderWay } from './study-state.ts';

/** Stages of each kind of work, in order. */
const STAGES = {
  read: ['starting', 'reading', 'checking', 'comparing'],
  report: ['starting', 'reading', 'comparing', 'outcomes', 'writing'],
} as const;

/** Work under way: its stages with counts, and a way to end it. The browser looks again by itself. */
export function WorkPage({
  view,
  study,
  work,
}: {
  readonly view: View;
  readonly study: StudyData;
  readonly work: UnderWay;
}) {
  const { words } = view;
  const stages: readonly string[] = STAGES[work.kind];
  // Reading and checking take turns, file by file; so the place in the list says how far it is.
  const at = stages.indexOf(work.stage);
  return (
    <StudyFrame view={view} study={study} here={work.kind === 'read' ? 'columns' : 'report'} width="reading">
      <h2>{words.say(`files.work.${work.kind}`)}</h2>
      <ol class="stages">
        {stages.map((stage, i) => (
          <li aria-current={i === at ? 'step' : undefined}>
            {i === at
              ? words.say(`files.stage.${stage}.now`, { done: work.done, of: work.of })
              : words.say(`files.stage.${stage}`)}{' '}
            <span class="small">
              {i < at ? words.say('files.stage.done') : i === at ? words.say('files.stage.here') : ''}
            </span>
          </li>
        ))}
      </ol>
      <p role="status">{words.say('files.work.leave')}</p>
      <Form view={view} action={`/files/${study.id}/stop`}>
        <Buttons>
          <Button href={`/files/${study.id}`}>{words.say('files.work.look')}</Button>
          <Button kind="quiet">{words.say('files.work.stop')}</Button>
        </Buttons>
      </Form>
    </StudyFrame>
  );
}
