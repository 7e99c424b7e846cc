import type { Child } from 'hono/jsx';
import { STEPS, type Step } from '#evaluation/program/program-plan.ts';
import { holds } from '#server/access/grants.ts';
import { permissionOf } from '#server/access/permissions.ts';
import { Button, Buttons } from '#server/ui/button.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Form } from '#server/ui/form.tsx';
import { Page } from '#server/ui/page.tsx';
import type { View } from '#server/ui/view.ts';
import { ComparisonFields } from './pages/comparison.tsx';
import { ExpectedFields } from './pages/expected.tsx';
import { LooksFields } from './pages/looks.tsx';
import { OrphanList, Practices } from './pages/practices.tsx';
import { PrivacyFields } from './pages/privacy.tsx';
import { PurposeFields } from './pages/purpose.tsx';
import { RhythmFields } from './pages/rhythm.tsx';
import type { StepFields } from './pages/step-page.ts';
import { StepList } from './pages/step-list.tsx';
import { SuccessFields } from './pages/success.tsx';
import { Versions } from './pages/versions.tsx';
import type { PlanState } from './plan.actions.ts';

const FIELDS: Readonly<Record<Step, (props: { readonly fields: StepFields }) => Child>> = {
  purpose: PurposeFields,
  rhythm: RhythmFields,
  success: SuccessFields,
  comparison: ComparisonFields,
  expected: ExpectedFields,
  privacy: PrivacyFields,
  looks: LooksFields,
};

/** The plan of a program: seven steps, one at a time, and what is locked of it. */
export function PlanPage({
  view,
  state,
  step,
  add,
}: {
  readonly view: View;
  readonly state: PlanState;
  readonly step: Step;
  readonly add: string | null;
}) {
  const { words, program } = view;
  const { document, locked } = state;
  return (
    <Page
      view={view}
      title={words.say('plan.title')}
      status={locked === null ? words.say('plan.draft') : words.say('plan.locked')}
      actions={
        <>
          <a href={`/p/${program!.id}/plan/history`}>{words.say('plan.history')}</a>
          <a href={`/p/${program!.id}/plan/plan.pdf`}>{words.say('plan.pdf')}</a>
          <a href={`/p/${program!.id}/plan/plan.json`}>{words.say('plan.json')}</a>
        </>
      }
    >
      <Versions view={view} state={state} />
      <Saved view={view} state={state} />
      <StepList view={view} state={state} here={step} />
      {step === 'purpose' ? (
        <>
          <Practices view={view} plan={document} />
          <OrphanList view={view} plan={document} />
        </>
      ) : null}
      <StepForm view={view} state={state} step={step} add={add} />
    </Page>
  );
}

function StepForm({
  view,
  state,
  step,
  add,
}: {
  readonly view: View;
  readonly state: PlanState;
  readonly step: Step;
  readonly add: string | null;
}) {
  const { words, program } = view;
  const form = formState(view);
  const fields: StepFields = { view, plan: state.document, form, add };
  const Fields = FIELDS[step];
  const writes = mayWrite(view);
  return (
    <>
      <h2>
        {words.say('plan.step', { number: STEPS.indexOf(step) + 1, name: words.say(`plan.step.${step}`) })}
      </h2>
      <ErrorSummary words={words} errors={form.errors} />
      <Form view={view} action={`/p/${program!.id}/plan/${step}`} data-autosave={writes ? '' : undefined}>
        <input type="hidden" name="seen" value={String(state.revision.revision)} />
        <fieldset class="plain" disabled={!writes}>
          <Fields fields={fields} />
        </fieldset>
        {writes ? (
          <Buttons>
            <Button kind="primary" name="after" value="next">
              {words.say(step === 'looks' ? 'plan.save' : 'plan.save-next')}
            </Button>
            <Button name="after" value="stay">
              {words.say('plan.save-stay')}
            </Button>
          </Buttons>
        ) : null}
      </Form>
    </>
  );
}

/** What was just saved, with the way back. */
function Saved({ view, state }: { readonly view: View; readonly state: PlanState }) {
  const { words, query, program } = view;
  const saved = query['saved'];
  if (saved === undefined || !(STEPS as readonly string[]).includes(saved)) return null;
  const back = Number(query['back']);
  return (
    <div class="notice" role="status">
      <p>{words.say('plan.saved', { name: words.say(`plan.step.${saved}`) })}</p>
      {Number.isInteger(back) && back > 0 && back < state.revision.revision ? (
        <Form view={view} action={`/p/${program!.id}/plan/back`}>
          <input type="hidden" name="to" value={String(back)} />
          <Button kind="quiet" data-key="u">
            {words.say('plan.undo')}
          </Button>
        </Form>
      ) : null}
    </div>
  );
}

/** Whether the reader may change this plan. */
function mayWrite({ reader, program }: View): boolean {
  return (
    reader !== null && program !== null && holds(reader.grants, permissionOf('plan.write').roles, program.id)
  );
}
