import { DESIGN_IDS, type Plan } from '#evaluation/plan/plan.ts';
import { text } from '#report/text/text.ts';
import type { Reading } from '#server/evaluating/reading.ts';
import type { Words } from '#server/text/words.ts';
import { holds } from '#server/access/grants.ts';
import { Button, Buttons } from '#server/ui/button.tsx';
import { Choice } from '#server/ui/choice.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { Field } from '#server/ui/field.tsx';
import { formState, type FormState } from '#server/ui/form-state.ts';
import { Form } from '#server/ui/form.tsx';
import { Notice } from '#server/ui/notice.tsx';
import { MoreAbout, Section } from '#server/ui/section.tsx';
import { Select } from '#server/ui/select.tsx';
import type { View } from '#server/ui/view.ts';
import { OutcomeFields, OutcomeRows } from './outcome-fields.tsx';
import { StudyFrame } from './study-frame.tsx';
import type { StudyData } from './study-data.ts';

/** The plan: a file as it is, or made here from a draft; and whether somebody had looked before it. */
export function PlanStepPage({
  view,
  study,
  reading,
}: {
  readonly view: View;
  readonly study: StudyData;
  readonly reading: Reading;
}) {
  const { words } = view;
  const form = formState(view);
  const { plan, drawn } = reading;
  const hasFile = study.files.some(({ table }) => table === 'plan') && plan !== null && !drawn;
  const facts: PlanFacts = { words, form, reading, plan };
  return (
    <StudyFrame view={view} study={study} here="plan" width="reading">
      <ErrorSummary words={words} errors={form.errors} />
      <p class="lead">{words.say(hasFile ? 'files.plan.lead.file' : 'files.plan.lead.draft')}</p>
      {plan === null ? <Notice tone="warn">{words.say('files.plan.no-draft')}</Notice> : null}
      <OfProgram view={view} study={study} />
      <Form view={view} action={`/files/${study.id}/plan`}>
        {hasFile ? <Source words={words} form={form} /> : <input type="hidden" name="source" value="form" />}
        <Looked {...facts} reader={view.reader?.name ?? ''} />
        <MoreAbout
          id="plan-fields"
          summary={words.say(hasFile ? 'files.plan.fields.file' : 'files.plan.fields')}
          open={!hasFile || form.errors.length > 0}
        >
          <PlanFields {...facts} />
        </MoreAbout>
        <Buttons>
          <Button kind="primary">{words.say('files.plan.use')}</Button>
        </Buttons>
      </Form>
    </StudyFrame>
  );
}

/** The plan that two people locked for a program: nothing is asked, and opening the report is a look. */
function OfProgram({ view, study }: { readonly view: View; readonly study: StudyData }) {
  const { words, reader } = view;
  const programs = (reader?.programs ?? []).filter(({ id }) => holds(reader!.grants, ['evaluator'], id));
  if (programs.length === 0) return null;
  return (
    <MoreAbout id="plan-of-program" summary={words.say('files.plan.of-program')}>
      <p>{words.say('files.plan.of-program.meaning')}</p>
      <Form view={view} action={`/files/${study.id}/plan/program`}>
        <Select
          name="program"
          label={words.say('files.plan.program')}
          options={programs.map(({ id, name }) => ({ value: id, label: name }))}
          error={formState(view).error('program')}
        />
        <Buttons>
          <Button>{words.say('files.plan.of-program.use')}</Button>
        </Buttons>
      </Form>
    </MoreAbout>
  );
}

/** What every part of the plan's form is given. */
export interface PlanFacts {
  readonly words: Words;
  readonly form: FormState;
  readonly reading: Reading;
  readonly plan: Plan | null;
}

function Source({ words, form }: Pick<PlanFacts, 'words' | 'form'>) {
  return (
    <Choice
      kind="one"
      name="source"
      label={words.say('files.plan.source')}
      options={[
        { value: 'file', label: words.say('files.plan.source.file') },
        { value: 'form', label: words.say('files.plan.source.form') },
      ]}
      chosen={form.given('source', 'file')}
      error={form.error('source')}
    />
  );
}

/** Whether the plan was there before anybody had looked; "yes" unless somebody says no, with a day and a name. */
function Looked({ words, form, plan, reader }: PlanFacts & { readonly reader: string }) {
  const locked = plan?.locked;
  return (
    <Choice
      kind="one"
      name="looked"
      label={words.say('files.looked')}
      hint={words.say('files.looked.hint')}
      options={[
        {
          value: 'no',
          label: words.say('files.looked.no'),
          more: (
            <>
              <Field
                name="lockedOn"
                type="date"
                width="medium"
                label={words.say('files.locked-on')}
                value={form.given('lockedOn', locked?.on)}
                error={form.error('lockedOn')}
              />
              <Field
                name="lockedBy"
                label={words.say('files.locked-by')}
                value={form.given('lockedBy', locked?.by ?? reader)}
                error={form.error('lockedBy')}
              />
              <Field
                name="witness"
                label={words.say('files.witness')}
                hint={words.say('files.witness.hint')}
                value={form.given('witness', locked?.witness)}
              />
            </>
          ),
        },
        { value: 'yes', label: words.say('files.looked.yes'), hint: words.say('files.looked.yes.hint') },
      ]}
      chosen={form.given('looked', locked === undefined ? 'yes' : 'no')}
      error={form.error('looked')}
    />
  );
}

function PlanFields(facts: PlanFacts) {
  const { words, form, plan } = facts;
  return (
    <>
      <Field
        name="program"
        label={words.say('files.plan.program')}
        value={form.given('program', plan?.program)}
      />
      <Section id="primary" title={words.say('files.plan.primary')}>
        <p>{words.say('files.plan.primary.why')}</p>
        <OutcomeFields {...facts} at="primary" outcome={plan?.primary} nothing="files.plan.choose" />
      </Section>
      <OutcomeRows {...facts} list="also" />
      <OutcomeRows {...facts} list="watchOuts" />
      <Section id="compared" title={words.say('files.plan.compared')}>
        <Select
          name="design"
          label={words.say('files.plan.design')}
          hint={words.say('files.plan.design.hint')}
          options={DESIGN_IDS.map((id) => ({ value: id, label: text(`design.${id}`) }))}
          chosen={form.given('design', plan?.design)}
          error={form.error('design')}
        />
        <Characteristics {...facts} />
        <Field
          name="cutoff"
          type="date"
          width="medium"
          label={words.say('files.plan.cutoff')}
          hint={words.say('files.plan.cutoff.hint')}
          value={form.given('cutoff', plan?.cutoff)}
          error={form.error('cutoff')}
        />
        <Field
          name="look"
          type="date"
          width="medium"
          label={words.say('files.plan.look')}
          hint={words.say('files.plan.look.hint')}
          value={form.given('look', plan?.look)}
          error={form.error('look')}
        />
      </Section>
    </>
  );
}

/** Characteristics of people before the start that the groups must be alike in, and those that must be the same. */
function Characteristics({ words, form, reading, plan }: PlanFacts) {
  const names = characteristicsIn(reading);
  if (names.length === 0) return null;
  const options = names.map((name) => ({ value: name, label: name }));
  return (
    <>
      <Choice
        kind="several"
        name="covariates"
        label={words.say('files.plan.covariates')}
        hint={words.say('files.plan.covariates.hint')}
        options={options}
        chosen={form.chosen('covariates', plan?.covariates)}
        error={form.error('covariates')}
        inline
      />
      <Choice
        kind="several"
        name="exact"
        label={words.say('files.plan.exact')}
        options={options}
        chosen={form.chosen('exact', plan?.match?.exact)}
        inline
      />
    </>
  );
}

function characteristicsIn({ tables }: Reading): string[] {
  const people = tables.find(({ table }) => table === 'people');
  return (people?.columns ?? [])
    .filter(({ use, heading }) => use === 'characteristic' && heading !== '')
    .map(({ heading }) => heading);
}
