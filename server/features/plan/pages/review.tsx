import { obstacles } from '#evaluation/program/complete.ts';
import { planChanges } from '#evaluation/program/changes.ts';
import { Code } from '#server/ui/code.tsx';
import { Button, Buttons } from '#server/ui/button.tsx';
import { Field } from '#server/ui/field.tsx';
import { Form } from '#server/ui/form.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Notice } from '#server/ui/notice.tsx';
import { TypeToConfirm } from '#server/ui/type-to-confirm.tsx';
import type { View } from '#server/ui/view.ts';
import { kindOf } from '../lock.actions.ts';
import type { PlanState } from '../plan.actions.ts';
import type { ReviewFacts } from '../review-facts.ts';
import { ChangeRows } from './change-rows.tsx';
import { ProblemList } from './problem-list.tsx';

interface ReviewProps {
  readonly view: View;
  readonly state: PlanState;
  readonly facts: ReviewFacts;
}

/** Step 7, last part: what is missing, or who has to agree; then the lock, or a change of what is locked. */
export function Review({ view, state, facts }: ReviewProps) {
  const { words } = view;
  const missing = obstacles(state.document);
  return (
    <section id="review">
      <h2>{words.say('plan.review')}</h2>
      {facts.waiting !== null ? (
        <Waiting view={view} facts={facts} />
      ) : missing.length > 0 ? (
        <Notice tone="warn">
          <p>{words.say('plan.review.not-ready')}</p>
          <ProblemList view={view} problems={missing} />
        </Notice>
      ) : (
        <Ready view={view} state={state} facts={facts} />
      )}
    </section>
  );
}

function Waiting({ view, facts }: Omit<ReviewProps, 'state'>) {
  const { words, reader } = view;
  const { waiting } = facts;
  if (waiting === null || reader === null) return null;
  return (
    <Notice tone="info">
      <p>
        {words.say('plan.review.waits', {
          name: waiting.asker,
          at: words.moment(waiting.askedAt, reader.organisation.timeZone),
          until: words.moment(waiting.expiresAt, reader.organisation.timeZone),
        })}
      </p>
      <a href={`/acts/${waiting.id}`}>{words.say('plan.review.open')}</a>
    </Notice>
  );
}

function Ready({ view, state, facts }: ReviewProps) {
  const { words, program } = view;
  const form = formState(view);
  const { locked, document } = state;
  const changes = locked === null ? [] : planChanges(locked.document, document);
  if (locked !== null && changes.length === 0) return <p>{words.say('plan.review.no-changes')}</p>;
  if (locked !== null && !changes.some((row) => row.locked))
    return <p>{words.say('plan.review.only-logged')}</p>;
  return (
    <>
      <WhoAgrees view={view} facts={facts} />
      {locked === null ? null : (
        <>
          <h3>{words.say('plan.review.changes')}</h3>
          <ChangeRows view={view} before={locked.document} after={document} />
          <p>{words.say(`plan.review.${kindOf(state, facts.looks)}`)}</p>
        </>
      )}
      {facts.fingerprint === null ? null : <Code value={facts.fingerprint} most={3} />}
      <Form view={view} action={`/p/${program!.id}/plan/${locked === null ? 'lock' : 'change'}`}>
        {locked === null ? (
          <TypeToConfirm
            words={words}
            word="LOCK"
            name="word"
            button={words.say('plan.review.lock')}
            error={form.error('word')}
          />
        ) : (
          <>
            <Field
              name="reason"
              label={words.say('plan.review.reason')}
              hint={words.say('plan.review.reason-hint')}
              lines={3}
              value={form.given('reason')}
              error={form.error('reason')}
            />
            <Buttons>
              <Button kind="primary">{words.say('plan.review.change')}</Button>
            </Buttons>
          </>
        )}
      </Form>
    </>
  );
}

function WhoAgrees({ view, facts }: Omit<ReviewProps, 'state'>) {
  const { words } = view;
  return (
    <>
      <p>{words.say('plan.review.ready')}</p>
      {facts.mayAgree.length > 0 ? (
        <p>{words.say('plan.review.who', { names: words.list(facts.mayAgree) })}</p>
      ) : (
        <Notice tone="warn">
          <p>
            {words.say('plan.review.nobody')}{' '}
            <a href={`/p/${view.program!.id}/roles`}>{words.say('plan.review.people')}</a>
          </p>
        </Notice>
      )}
    </>
  );
}
