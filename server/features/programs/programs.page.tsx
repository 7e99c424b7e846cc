import { TEMPLATES } from '#evaluation/program/templates/registry.ts';
import { text, type TextKey } from '#report/text/text.ts';
import { Button, Buttons } from '#server/ui/button.tsx';
import { Choice } from '#server/ui/choice.tsx';
import { Code } from '#server/ui/code.tsx';
import { Empty } from '#server/ui/empty.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { Field } from '#server/ui/field.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Form } from '#server/ui/form.tsx';
import { Page } from '#server/ui/page.tsx';
import { Table } from '#server/ui/table.tsx';
import type { View } from '#server/ui/view.ts';
import type { ListedProgram } from './programs.actions.ts';

/** The programs that the reader may open, and where the plan of each stands. */
export function ProgramsPage({
  view,
  programs,
}: {
  readonly view: View;
  readonly programs: readonly ListedProgram[];
}) {
  const { words, reader } = view;
  const start = view.opens('/programs/new') ? (
    <Button kind="primary" href="/programs/new">
      {words.say('programs.new')}
    </Button>
  ) : null;
  return (
    <Page view={view} title={words.say('programs.title')}>
      {programs.length === 0 ? (
        <Empty sentence={words.say('programs.none')}>{start}</Empty>
      ) : (
        <>
          <Table
            words={words}
            caption={words.say('programs.title')}
            walked
            columns={(['program', 'plan', 'since', 'code'] as const).map((column) => ({
              label: words.say(`programs.column.${column}`),
            }))}
            rows={programs.map(({ id, name, locked }) => [
              <a href={`/p/${id}/plan`}>{name}</a>,
              locked === null
                ? words.say('programs.draft')
                : words.say('programs.locked', { changes: locked.changes }),
              locked === null ? '' : words.moment(locked.at, reader!.organisation.timeZone),
              locked === null ? '' : <Code value={locked.fingerprint} most={3} />,
            ])}
          />
          <Buttons>{start}</Buttons>
        </>
      )}
    </Page>
  );
}

/** The form for a new program. */
export function NewProgramPage({ view }: { readonly view: View }) {
  const { words } = view;
  const form = formState(view);
  return (
    <Page view={view} title={words.say('programs.new')} width="narrow">
      <p>{words.say('programs.new.why')}</p>
      <ErrorSummary words={words} errors={form.errors} />
      <Form view={view} action="/programs">
        <Field
          name="name"
          label={words.say('programs.name')}
          hint={words.say('programs.name.hint')}
          value={form.given('name')}
          error={form.error('name')}
        />
        <Field
          name="from"
          type="date"
          width="medium"
          label={words.say('programs.from')}
          hint={words.say('programs.from.hint')}
          value={form.given('from')}
          error={form.error('from')}
        />
        <Field
          name="to"
          type="date"
          width="medium"
          label={words.say('programs.to')}
          value={form.given('to')}
          error={form.error('to')}
        />
        <Choice
          kind="one"
          name="template"
          label={words.say('programs.template')}
          options={TEMPLATES.map(({ id }) => ({
            value: id,
            label: text(`template.${id}.name` as TextKey),
            hint: text(`template.${id}.about` as TextKey),
          }))}
          chosen={form.given('template')}
          error={form.error('template')}
        />
        <Buttons>
          <Button kind="primary">{words.say('programs.make')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}
