import type { Child } from 'hono/jsx';
import type { Words } from '#server/text/words.ts';
import { Button, Buttons } from '#server/ui/button.tsx';
import type { Option } from '#server/ui/choice.tsx';
import { Choice } from '#server/ui/choice.tsx';
import { Form } from '#server/ui/form.tsx';
import { Notice } from '#server/ui/notice.tsx';
import { Page } from '#server/ui/page.tsx';
import { MoreAbout } from '#server/ui/section.tsx';
import { Steps } from '#server/ui/steps.tsx';
import type { View } from '#server/ui/view.ts';
import type { StudyData } from './study-data.ts';
import { STEPS, type StepName } from './study-state.ts';

/** What a step of a study is given. */
export interface StudyFrameProps {
  readonly view: View;
  readonly study: StudyData;
  readonly here: StepName;
  readonly width?: 'narrow' | 'reading' | 'wide';
  readonly children?: Child;
}

/** A step: the steps, what went wrong last, the content, and how long everything is kept. */
export function StudyFrame({ view, study, here, width = 'wide', children }: StudyFrameProps) {
  const { words } = view;
  const title = words.say(`files.step.${here}`);
  const steps = STEPS.map((step) => ({
    title: words.say(`files.step.${step}`),
    state: study.steps[step],
    href: study.steps[step] === 'blocked' ? undefined : `/files/${study.id}/${step}`,
    here: step === here,
  }));
  return (
    <Page
      view={view}
      title={words.say('files.title.step', { step: title })}
      width={width}
      back={{ href: '/files', label: words.say('files.title') }}
    >
      <div class="unprinted">
        <Steps words={words} steps={steps} label={words.say('files.steps')} />
      </div>
      <LastFailure view={view} study={study} />
      {children}
      <div class="unprinted">
        <Keeping view={view} study={study} />
      </div>
    </Page>
  );
}

/** Why the last work ended without a result, and what to do. */
function LastFailure({ view, study }: { readonly view: View; readonly study: StudyData }) {
  const { words } = view;
  const why = study.work === 'interrupted' ? 'interrupted' : study.failure?.why;
  if (why == null) return null;
  return (
    <Notice tone="warn">
      <p>{words.say(`files.failure.${why}`)}</p>
      <Form view={view} action={`/files/${study.id}/again`}>
        <Button>{words.say('files.again')}</Button>
      </Form>
    </Notice>
  );
}

function Keeping({ view, study }: { readonly view: View; readonly study: StudyData }) {
  const { words } = view;
  return (
    <MoreAbout id="keeping" summary={words.say('files.keeping', { until: untilWords(words, study) })}>
      <p>{words.say('files.keeping.where')}</p>
      <Form view={view} action={`/files/${study.id}/keep`}>
        <Choice
          kind="one"
          name="keep"
          label={words.say('files.keep')}
          options={keepOptions(words)}
          chosen={study.keep}
        />
        <Buttons>
          <Button>{words.say('files.keep.save')}</Button>
        </Buttons>
      </Form>
      <Form view={view} action={`/files/${study.id}/delete`}>
        <p>{words.say('files.delete.what')}</p>
        <Buttons>
          <Button>{words.say('files.delete')}</Button>
        </Buttons>
      </Form>
    </MoreAbout>
  );
}

/** How long files may be kept. */
export function keepOptions(words: Words): Option[] {
  return (['visit', 'week', 'month'] as const).map((keep) => ({
    value: keep,
    label: words.say(`files.keep.${keep}`),
  }));
}

/** Until when a study is kept. */
export function untilWords(words: Words, { keep, deleteAt }: Pick<StudyData, 'keep' | 'deleteAt'>): string {
  const day = words.day(deleteAt.slice(0, 10));
  return keep === 'visit' ? words.say('files.until.visit', { day }) : words.say('files.until.day', { day });
}
