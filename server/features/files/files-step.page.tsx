import { Button, Buttons } from '#server/ui/button.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Form } from '#server/ui/form.tsx';
import { Section } from '#server/ui/section.tsx';
import { Table } from '#server/ui/table.tsx';
import { UploadProgress } from '#server/ui/upload-progress.tsx';
import type { View } from '#server/ui/view.ts';
import { FileFields, tableName } from './file-fields.tsx';
import { StudyFrame } from './study-frame.tsx';
import type { StudyData } from './study-data.ts';

/** The files of a study: what is here, in whose place another can be put. */
export function FilesStepPage({ view, study }: { readonly view: View; readonly study: StudyData }) {
  const { words } = view;
  const form = formState(view);
  return (
    <StudyFrame view={view} study={study} here="files" width="reading">
      <ErrorSummary words={words} errors={form.errors} />
      <Table
        words={words}
        caption={words.say('files.here')}
        columns={[
          { label: words.say('files.here.table') },
          { label: words.say('files.here.name') },
          { label: words.say('files.here.size'), align: 'end' },
          { label: words.say('files.here.remove') },
        ]}
        rows={study.files.map(({ table, name, bytes }) => [
          tableName(words, table),
          name,
          words.say('files.kilobytes', { kilobytes: Math.max(1, Math.round(bytes / 1000)) }),
          table === 'people' ? (
            words.say('files.here.needed')
          ) : (
            <Form view={view} action={`/files/${study.id}/files/remove`}>
              <input type="hidden" name="table" value={table} />
              <Button kind="quiet" aria-label={words.say('files.remove.of', { name })}>
                {words.say('files.remove')}
              </Button>
            </Form>
          ),
        ])}
      />
      <Section id="more" title={words.say('files.more')}>
        <p>{words.say('files.more.why')}</p>
        <Form view={view} action={`/files/${study.id}/files`} files data-upload="">
          <FileFields words={words} form={form} />
          <Buttons>
            <Button kind="primary">{words.say('files.read')}</Button>
            <Button href={`/files/${study.id}/columns`}>{words.say('files.next.columns')}</Button>
          </Buttons>
          <UploadProgress words={words} />
        </Form>
      </Section>
    </StudyFrame>
  );
}
