import { Button } from '#server/ui/button.tsx';
import { Form } from '#server/ui/form.tsx';
import { Page } from '#server/ui/page.tsx';
import { Table } from '#server/ui/table.tsx';
import type { View } from '#server/ui/view.ts';

/** A saved state as the history lists it. */
export interface ListedRevision {
  readonly revision: number;
  readonly step: string;
  readonly savedAt: Date;
  readonly name: string;
}

/** Who saved what when; every state can be taken back to. */
export function HistoryPage({
  view,
  revisions,
  writes,
}: {
  readonly view: View;
  readonly revisions: readonly ListedRevision[];
  readonly writes: boolean;
}) {
  const { words, program, reader } = view;
  const path = `/p/${program!.id}/plan`;
  return (
    <Page
      view={view}
      title={words.say('plan.history.title')}
      back={{ href: path, label: words.say('plan.title') }}
    >
      <p>{words.say('plan.history.why')}</p>
      <Table
        words={words}
        caption={words.say('plan.history.title')}
        columns={(['revision', 'at', 'step', 'who', 'back'] as const).map((column) => ({
          label: words.say(`plan.history.${column}`),
        }))}
        rows={revisions.map(({ revision, step, savedAt, name }, i) => [
          words.number(revision),
          words.moment(savedAt, reader?.organisation.timeZone ?? 'UTC'),
          words.say(step === 'begun' || step === 'undone' ? `plan.history.${step}` : `plan.step.${step}`),
          name,
          i === 0 || !writes ? (
            ''
          ) : (
            <Form view={view} action={`${path}/back`}>
              <input type="hidden" name="to" value={String(revision)} />
              <Button kind="quiet">{words.say('plan.history.take-back', { revision })}</Button>
            </Form>
          ),
        ])}
      />
    </Page>
  );
}
