import { holds } from '#server/access/grants.ts';
import { permissionOf } from '#server/access/permissions.ts';
import { Button, Buttons } from '#server/ui/button.tsx';
import { Choice } from '#server/ui/choice.tsx';
import { Empty } from '#server/ui/empty.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { Field } from '#server/ui/field.tsx';
import { Form } from '#server/ui/form.tsx';
import { formState } from '#server/ui/form-state.ts';
import { KeyValues } from '#server/ui/key-values.tsx';
import { SavedNotice } from '#server/ui/notice.tsx';
import { Page } from '#server/ui/page.tsx';
import { ReadBy } from '#server/ui/read-by.tsx';
import { Section } from '#server/ui/section.tsx';
import { Table } from '#server/ui/table.tsx';
import type { View } from '#server/ui/view.ts';
import type { Costs } from './costs.actions.ts';
import { COST_KINDS } from './costs.store.ts';

interface CostsProps {
  readonly view: View;
  readonly costs: Costs;
  /** The line that was just taken out. */
  readonly out: string | null;
}

/** What a program costs: lines, sums, and a form for one more. */
export function CostsPage({ view, costs, out }: CostsProps) {
  const { words, program, reader } = view;
  const path = `/p/${program!.id}/costs`;
  const writes = holds(reader!.grants, permissionOf('plan.write').roles, program!.id);
  return (
    <Page view={view} title={words.say('costs.title')} status={<ReadBy view={view} needs="plan.read" />}>
      <p class="lead">{words.say('costs.why')}</p>
      {out === null ? null : (
        <SavedNotice
          view={view}
          sentence={words.say('costs.taken-out')}
          undo={{ action: `${path}/${out}/return` }}
        />
      )}
      {costs.lines.length === 0 ? (
        <Empty sentence={words.say('costs.none')} />
      ) : (
        <Lines view={view} costs={costs} writes={writes} />
      )}
      {writes ? <NewLine view={view} /> : null}
    </Page>
  );
}

function Lines({
  view,
  costs,
  writes,
}: {
  readonly view: View;
  readonly costs: Costs;
  readonly writes: boolean;
}) {
  const { words, program, reader } = view;
  const { currency } = reader!.organisation;
  return (
    <>
      <Table
        words={words}
        caption={words.say('costs.lines')}
        columns={(['what', 'kind', 'quantity', 'unit-cost', 'amount', 'how', 'source', 'out'] as const).map(
          (column) => ({
            label: words.say(`costs.column.${column}`),
            align: column === 'quantity' || column === 'unit-cost' || column === 'amount' ? 'end' : 'start',
          }),
        )}
        rows={costs.lines.map((line) => [
          line.what,
          words.say(`costs.kind.${line.kind}`),
          words.number(Number(line.quantity), decimals(line.quantity)),
          words.money(line.unit_cost, line.currency),
          words.money(line.amount, line.currency),
          words.say(line.booked ? 'costs.booked' : 'costs.estimated'),
          line.source,
          writes ? (
            <Form view={view} action={`/p/${program!.id}/costs/${line.id}/removal`}>
              <Button kind="quiet">{words.say('costs.take-out', { what: line.what })}</Button>
            </Form>
          ) : (
            ''
          ),
        ])}
      />
      <KeyValues
        rows={[
          [words.say('costs.money'), words.money(costs.money, currency)],
          [words.say('costs.time'), words.money(costs.time, currency)],
        ]}
      />
    </>
  );
}

/** As many decimals as were given. */
function decimals(quantity: string): number {
  return quantity.includes('.') ? quantity.replace(/0+$/, '').split('.')[1]!.length : 0;
}

function NewLine({ view }: { readonly view: View }) {
  const { words, program, reader } = view;
  const form = formState(view);
  const text = (name: string) => ({
    name,
    label: words.say(`costs.field.${name}`),
    value: form.given(name),
    error: form.error(name),
  });
  return (
    <Section id="add" title={words.say('costs.add')}>
      <ErrorSummary words={words} errors={form.errors} />
      <Form view={view} action={`/p/${program!.id}/costs`}>
        <Field {...text('what')} />
        <Choice
          kind="one"
          inline
          name="kind"
          label={words.say('costs.field.kind')}
          options={COST_KINDS.map((value) => ({ value, label: words.say(`costs.kind.${value}`) }))}
          chosen={form.given('kind')}
          error={form.error('kind')}
        />
        <div class="side-by-side">
          <Field {...text('quantity')} width="short" inputmode="decimal" />
          <Field
            {...text('unitCost')}
            width="medium"
            inputmode="decimal"
            unit={reader!.organisation.currency}
          />
        </div>
        <Choice
          kind="one"
          inline
          name="booked"
          label={words.say('costs.field.booked')}
          options={(['booked', 'estimated'] as const).map((value) => ({
            value,
            label: words.say(`costs.${value}`),
          }))}
          chosen={form.given('booked')}
          error={form.error('booked')}
        />
        <Field {...text('source')} hint={words.say('costs.source.hint')} />
        <MeantTwice view={view} />
        <Buttons>
          <Button kind="primary">{words.say('costs.add')}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

/** Asked only where the same line stands there already. */
function MeantTwice({ view }: { readonly view: View }) {
  const { words } = view;
  const error = formState(view).error('again');
  if (error === undefined) return null;
  return (
    <Choice
      kind="several"
      name="again"
      label={words.say('costs.again')}
      options={[{ value: 'on', label: words.say('costs.again.yes') }]}
      error={error}
    />
  );
}
