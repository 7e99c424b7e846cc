import { Button, Buttons } from '#server/ui/button.tsx';
import { Choice } from '#server/ui/choice.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Form } from '#server/ui/form.tsx';
import { Page } from '#server/ui/page.tsx';
import { Section } from '#server/ui/section.tsx';
import { Steps } from '#server/ui/steps.tsx';
import { Table } from '#server/ui/table.tsx';
import { UploadProgress } from '#server/ui/upload-progress.tsx';
import type { View } from '#server/ui/view.ts';
import { FileFields } from './file-fields.tsx';
import type { StudyData } from './study-data.ts';
import { STEPS } from './study-state.ts';
import { keepOptions, untilWords } from './study-frame.tsx';

/** Evaluation from files: what it is, the files, and what is still here from before. */
export function StartPage({
  view,
  studies,
}: {
  readonly view: View;
  readonly studies: readonly StudyData[];
}) {
  const { words } = view;
  const form = formState(view);
  const steps = STEPS.map((step) => ({
    title: words.say(`files.step.${step}`),
    state: step === 'files' ? ('here' as const) : ('blocked' as const),
  }));
  return (
    <Page view={view} title={words.say('files.title')} width="reading">
      <p class="lead">{words.say('files.lead')}</p>
      <Steps words={words} steps={steps} label={words.say('files.steps')} />
      {studies.length === 0 ? null : <Kept view={view} studies={studies} />}
      <Section id="new" title={words.say('files.new')}>
        <ErrorSummary words={words} errors={form.errors} />
        <p>{words.say('files.what-for')}</p>
        <p>{words.say('files.never')}</p>
        <p class="small">
          {words.say('files.samples')} <a href="/files/samples/people.csv">people.csv</a>,{' '}
          <a href="/files/samples/events.csv">events.csv</a>, <a href="/files/samples/plan.json">plan.json</a>
        </p>
        <Form view={view} action="/files" files data-upload="">
          <FileFields words={words} form={form} />
          <Section id="terms" title={words.say('files.keep')}>
            <Choice
              kind="one"
              name="keep"
              label={words.say('files.keep.label')}
              hint={words.say('files.keep.hint')}
              options={keepOptions(words)}
              chosen={form.given('keep', 'visit')}
              error={form.error('keep')}
            />
            <Allowed view={view} />
          </Section>
          <Buttons>
            <Button kind="primary">{words.say('files.read')}</Button>
          </Buttons>
          <UploadProgress words={words} />
        </Form>
      </Section>
    </Page>
  );
}

function Allowed({ view }: { readonly view: View }) {
  const { words } = view;
  const form = formState(view);
  const error = form.error('allowed');
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      {error === undefined ? null : (
        <p class="error" id="field-allowed-error">
          {error}
        </p>
      )}
      <div class="choice">
        <input
          type="checkbox"
          id="field-allowed"
          name="allowed"
          value="yes"
          checked={form.given('allowed') === 'yes'}
          aria-describedby={error === undefined ? undefined : 'field-allowed-error'}
        />
        <label for="field-allowed">{words.say('files.allowed')}</label>
      </div>
    </div>
  );
}

/** What is still here; each can be opened and removed. */
function Kept({ view, studies }: { readonly view: View; readonly studies: readonly StudyData[] }) {
  const { words } = view;
  const zone = view.reader?.organisation.timeZone ?? 'UTC';
  return (
    <Section id="kept" title={words.say('files.kept')}>
      <Table
        words={words}
        caption={words.say('files.kept.caption')}
        columns={[
          { label: words.say('files.kept.made') },
          { label: words.say('files.kept.files') },
          { label: words.say('files.kept.until') },
          { label: words.say('files.kept.remove') },
        ]}
        rows={studies.map((study) => [
          <a href={`/files/${study.id}`}>{words.moment(new Date(study.madeAt), zone)}</a>,
          study.files.map(({ name }) => name).join(', '),
          untilWords(words, study),
          <Form view={view} action={`/files/${study.id}/delete`}>
            <Button
              kind="quiet"
              aria-label={words.say('files.delete.of', { made: words.moment(new Date(study.madeAt), zone) })}
            >
              {words.say('files.delete')}
            </Button>
          </Form>,
        ])}
      />
    </Section>
  );
}
