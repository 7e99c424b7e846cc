import type { Child } from 'hono/jsx';
import { STEPS, type Step } from '#evaluation/program/program-plan.ts';
import { stepStates } from '#evaluation/program/complete.ts';
import { holds } from '#server/access/grants.ts';
import { permissionOf } from '#server/access/permissions.ts';
import { AutosaveForm } from '#server/ui/autosave-form.tsx';
import { Button, Buttons } from '#server/ui/button.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Notice, SavedNotice } from '#server/ui/notice.tsx';
import { Page } from '#server/ui/page.tsx';
import { ReadBy } from '#server/ui/read-by.tsx';
import { Railed, Steps } from '#server/ui/steps.tsx';
import type { View } from '#server/ui/view.ts';
import { ComparisonFields } from './pages/comparison.tsx';
import { ExpectedFields } from './pages/expected.tsx';
import { LooksFields } from './pages/looks.tsx';
import { OrphanList, Practices } from './pages/practices.tsx';
import { PrivacyFields } from './pages/privacy.tsx';
import { ProblemList } from './pages/problem-list.tsx';
import { PurposeFields } from './pages/purpose.tsx';
import { Review } from './pages/review.tsx';
import { RhythmFields } from './pages/rhythm.tsx';
import type { StepFields } from './pages/step-page.ts';
import { SuccessFields } from './pages/success.tsx';
import { LockedLine, VersionTable } from './pages/versions.tsx';
import type { PlanState } from './plan.actions.ts';
import type { ReviewFacts } from './review-facts.ts';

const FIELDS: Readonly<Record<Step, (props: { readonly fields: StepFields }) => Child>> = {
  purpose: PurposeFields,
  rhythm: RhythmFields,
  success: SuccessFields,
  comparison: ComparisonFields,
  expected: ExpectedFields,
  privacy: PrivacyFields,
  looks: LooksFields,
};

/** What the page of a plan is drawn from. */
export interface PlanPageProps {
  readonly view: View;
  readonly state: PlanState;
  readonly step: Step;
  /** A list that gets one empty row more. */
  readonly add: string | null;
  readonly facts: ReviewFacts;
}

/** The plan of a program: seven steps, one at a time, and what is locked of it. */
export function PlanPage(props: PlanPageProps) {
  const { view, state, step } = props;
  const { words, program } = view;
  const { document, locked } = state;
  return (
    <Page
      view={view}
      title={words.say('plan.title')}
      status={
        <>
          {words.say(locked === null ? 'plan.draft' : 'plan.locked')} <ReadBy view={view} needs="plan.read" />
        </>
      }
      actions={
        <>
          <a href={`/p/${program!.id}/plan/history`}>{words.say('plan.history')}</a>{' '}
          <a href={`/p/${program!.id}/plan/pdf`}>{words.say('plan.pdf')}</a>{' '}
          <a href={`/p/${program!.id}/plan/json`}>{words.say('plan.json')}</a>{' '}
          <a href={`/p/${program!.id}/plan/study`}>{words.say('plan.study')}</a>
        </>
      }
    >
      <LockedLine view={view} state={state} />
      <Saved view={view} state={state} />
      <Railed
        steps={
          <Steps
            words={words}
            label={words.say('plan.steps')}
            steps={stepStates(document).map(({ step: each, state: how }) => ({
              title: words.say(`plan.step.${each}`),
              state: how === 'cannot-start' ? 'blocked' : how,
              href: `/p/${program!.id}/plan?step=${each}${view.query['edit'] === '1' ? '&edit=1' : ''}`,
              here: each === step,
            }))}
          />
        }
      >
        <h2>
          {words.say('plan.step', { number: STEPS.indexOf(step) + 1, name: words.say(`plan.step.${step}`) })}
        </h2>
        <Missing view={view} state={state} step={step} />
        {step === 'purpose' ? (
          <>
            <Practices view={view} plan={document} />
            <OrphanList view={view} plan={document} />
          </>
        ) : null}
        <StepForm {...props} />
        {step === 'looks' ? (
          <>
            <VersionTable view={view} state={state} />
            <ReviewPart {...props} />
          </>
        ) : null}
      </Railed>
    </Page>
  );
}

/** What this step still needs; what is only to be known is folded. */
function Missing({ view, state, step }: Pick<PlanPageProps, 'view' | 'state' | 'step'>) {
  const problems = stepStates(state.document).find((each) => each.step === step)?.problems ?? [];
  const blocking = problems.filter(({ blocks }) => blocks);
  const known = problems.filter(({ blocks }) => !blocks);
  return (
    <>
      {blocking.length === 0 ? null : (
        <Notice tone="warn">
          <ProblemList view={view} problems={blocking} />
        </Notice>
      )}
      {known.length === 0 ? null : (
        <details class="group">
          <summary>{view.words.say('plan.advice', { count: known.length })}</summary>
          <ProblemList view={view} problems={known} />
        </details>
      )}
    </>
  );
}

function ReviewPart({ view, state, facts }: PlanPageProps) {
  return mayWrite(view) ? <Review view={view} state={state} facts={facts} /> : null;
}

function StepForm({ view, state, step, add }: PlanPageProps) {
  const { words, program, query } = view;
  const form = formState(view);
  const fields: StepFields = { view, plan: state.document, form, add };
  const Fields = FIELDS[step];
  const path = `/p/${program!.id}/plan`;
  if (!mayWrite(view) || (state.locked !== null && query['edit'] !== '1'))
    return (
      <>
        <fieldset class="plain" disabled>
          <Fields fields={fields} />
        </fieldset>
        {mayWrite(view) ? (
          <Buttons>
            <Button href={`${path}?step=${step}&edit=1`}>{words.say('plan.propose')}</Button>
          </Buttons>
        ) : null}
      </>
    );
  return (
    <>
      <ErrorSummary words={words} errors={form.errors} />
      {state.locked === null ? null : (
        <Notice tone="warn">
          <p>{words.say('plan.proposing')}</p>
        </Notice>
      )}
      <AutosaveForm
        view={view}
        action={`${path}/${step}`}
        drafts={`${path}/${step}`}
        version={state.revision.revision}
        newest={`${path}?step=${step}`}
      >
        <Fields fields={fields} />
        <Buttons>
          <Button kind="primary" name="after" value="next">
            {words.say(step === 'looks' ? 'plan.save' : 'plan.save-next')}
          </Button>
          <Button name="after" value="stay">
            {words.say('plan.save-stay')}
          </Button>
        </Buttons>
      </AutosaveForm>
    </>
  );
}

/** What was just saved, with the way back. */
function Saved({ view, state }: Pick<PlanPageProps, 'view' | 'state'>) {
  const { words, query, program } = view;
  const saved = query['saved'];
  if (saved === undefined || !(STEPS as readonly string[]).includes(saved)) return null;
  const back = Number(query['back']);
  const possible = Number.isInteger(back) && back > 0 && back < state.revision.revision;
  return (
    <SavedNotice
      view={view}
      sentence={words.say('plan.saved', { name: words.say(`plan.step.${saved}`) })}
      {...(possible && { undo: { action: `/p/${program!.id}/plan/back`, values: { to: String(back) } } })}
    />
  );
}

/** Whether the reader may change this plan. */
function mayWrite({ reader, program }: View): boolean {
  return (
    reader !== null && program !== null && holds(reader.grants, permissionOf('plan.write').roles, program.id)
  );
}
