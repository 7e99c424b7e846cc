import { visibilityOf } from '#evaluation/planning/visibility.ts';
import { p16WhatCouldWeSee } from '#report/figures/p16-what-could-we-see.tsx';
import type { FigureBlock } from '#report/document.ts';
import { AutosaveForm } from './autosave-form.tsx';
import { Button, Buttons } from './button.tsx';
import { Chip } from './chip.tsx';
import { Choice } from './choice.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { Figure } from './figure.tsx';
import { Form } from './form.tsx';
import { Notice, SavedNotice, SavedState } from './notice.tsx';
import { Page } from './page.tsx';
import { Section } from './section.tsx';
import { Select } from './select.tsx';
import { Railed, Steps } from './steps.tsx';
import { TypeToConfirm } from './type-to-confirm.tsx';
import { UploadProgress } from './upload-progress.tsx';
import type { View } from './view.ts';

/** A page that is filled in: every kind of field, a form that came back, a live part, steps, notices. */
export function FormSpecimen({ view }: { view: View }) {
  const { words } = view;
  const say = (key: string) => words.say(`specimen.${key}`);
  const states = ['done', 'done', 'here', 'done', 'attention', 'to-do', 'blocked'] as const;
  return (
    <Page
      view={view}
      title={say('title')}
      status={
        <>
          <span>{say('status')}</span>
          <SavedState words={words} savedAt="10:12" />
        </>
      }
      actions={<a href="#duplicate">{say('duplicate')}</a>}
    >
      <p class="lead">{say('lead')}</p>
      <Railed
        steps={
          <Steps
            words={words}
            label={say('steps')}
            steps={states.map((state, i) => ({
              title: say(`step.${i + 1}`),
              state,
              href: state === 'blocked' ? undefined : `?step=${i + 1}`,
            }))}
          />
        }
      >
        <Body view={view} />
      </Railed>
    </Page>
  );
}

function Body({ view }: { view: View }) {
  const { words } = view;
  const say = (key: string) => words.say(`specimen.${key}`);
  return (
    <>
      <SavedNotice view={view} sentence={say('saved')} undo={{ action: '/undo', values: { change: '7' } }} />
      {view.wrong === null ? null : (
        <ErrorSummary words={words} errors={[{ field: 'matters', sentence: say('matters.error') }]} />
      )}
      <AutosaveForm view={view} action="/plan" drafts="/drafts" version={3} newest="/plan?newest">
        <PlanFields view={view} />
        <SeeFields view={view} />
        <Buttons>
          <Button kind="primary">{say('save')}</Button>
          <Button formaction="/check">{say('check')}</Button>
          <Button kind="quiet" href="#discard">
            {say('discard')}
          </Button>
        </Buttons>
      </AutosaveForm>
      <Form view={view} action="/upload" files data-upload="">
        <Field name="people-file" type="file" label={say('file')} accept=".csv,.xlsx" />
        <UploadProgress words={words} />
        <Buttons>
          <Button>{say('check')}</Button>
        </Buttons>
      </Form>
      <Section id="lock" title={say('lock.title')}>
        <Notice tone="warn">{say('warn')}</Notice>
        <Form view={view} action="/lock">
          <Select
            name="second"
            label={say('second')}
            nothing={say('second.nothing')}
            options={[{ value: 'lena', label: 'Lena Hoffmann' }]}
          />
          <TypeToConfirm words={words} word="LOCK" name="typed" button={say('lock')} />
        </Form>
      </Section>
    </>
  );
}

function PlanFields({ view }: { view: View }) {
  const { words } = view;
  const say = (key: string) => words.say(`specimen.${key}`);
  return (
    <>
      <Field
        name="name"
        label={say('name')}
        hint={say('name.hint')}
        value="Compass 2027"
        chip={<Chip words={words} reach="program-team" people={['Priya Nair', 'Lena Hoffmann']} />}
      />
      <Choice
        name="outcome"
        kind="one"
        label={say('outcome')}
        chosen="skill"
        chip={<Chip words={words} reach="totals" />}
        options={[
          { value: 'skill', label: say('outcome.skill'), hint: say('outcome.skill.hint') },
          { value: 'promotion', label: say('outcome.promotion') },
          { value: 'other', label: say('outcome.other') },
        ]}
      />
      <Field
        name="matters"
        label={say('matters')}
        hint={say('matters.hint')}
        error={view.wrong === null ? undefined : say('matters.error')}
        width="short"
        inputmode="decimal"
        value="0.20"
        unit={say('unit')}
      />
      <Choice
        name="watch"
        kind="several"
        inline
        label={say('watch')}
        chosen={['strain']}
        options={[
          { value: 'strain', label: say('watch.strain') },
          { value: 'gap', label: say('watch.gap') },
        ]}
      />
      <Field name="why" label={say('why')} lines={4} chip={<Chip words={words} reach="nobody-can-link" />} />
      <Field name="note" label={say('note')} chip={<Chip words={words} reach="only-you" />} />
    </>
  );
}

function SeeFields({ view }: { view: View }) {
  const { words } = view;
  const say = (key: string) => words.say(`specimen.${key}`);
  return (
    <Section id="see" title={say('see.title')}>
      <Notice tone="info">{say('info')}</Notice>
      <div class="together" data-live="seen" data-live-action="/see">
        <Field name="people" type="number" label={say('people')} width="short" value={160} />
        <Field name="similar" type="number" label={say('similar')} width="short" value={320} />
      </div>
      <div id="seen">
        <p>{say('see.answer')}</p>
        <Figure view={view} figure={detectFigure()} />
      </div>
    </Section>
  );
}

/** What could be seen of promotions, as the planning page draws it. */
export function detectFigure(participants = 160): FigureBlock {
  const said = (value: number) => ({ value, from: 'asked' }) as const;
  const visible = visibilityOf({
    outcome: { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05, label: 'Promotion' },
    role: 'primary',
    expected: { kind: 'share', share: said(0.15) },
    people: {
      participants: said(participants),
      comparison: said(320),
      answered: said(0.85),
      comparisonAnswered: said(0.8),
      menteesPerMentor: said(1),
      mentorVariation: said(0),
      mentorCorrelation: said(0.1),
    },
    design: 'matched',
    family: 0,
    answers: 'records',
  });
  if ('lacks' in visible) throw new RangeError('detectFigure: nothing to see');
  return p16WhatCouldWeSee(visible, 'promotion', 'From the plan, before the start.');
}
