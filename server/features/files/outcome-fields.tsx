import type { PlannedOutcome } from '#evaluation/plan/plan.ts';
import { measureName } from '#report/sentences/measure-cells.ts';
import type { Reading } from '#server/evaluating/reading.ts';
import { Choice } from '#server/ui/choice.tsx';
import { Field } from '#server/ui/field.tsx';
import { MoreAbout, Section } from '#server/ui/section.tsx';
import { Select } from '#server/ui/select.tsx';
import { EVENT_OUTCOMES } from './plan-form.ts';
import type { PlanFacts } from './plan-step.page.tsx';

/** Rows for further outcomes and for watch-outs, beyond those that are there. */
const FREE_ROWS = 1;
const MOST_ROWS = 5;

/** Outcomes that are also watched, or watch-outs: those that are planned, and a free row. */
export function OutcomeRows(props: PlanFacts & { readonly list: 'also' | 'watchOuts' }) {
  const { words, plan, list } = props;
  const there = plan?.[list] ?? [];
  const rows = Math.min(MOST_ROWS, there.length + FREE_ROWS);
  return (
    <Section id={list} title={words.say(`files.plan.${list}`)}>
      <p>{words.say(`files.plan.${list}.why`)}</p>
      {Array.from({ length: rows }, (_, i) => (
        <OutcomeFields {...props} at={`${list}.${i}`} outcome={there[i]} nothing="files.plan.none" />
      ))}
    </Section>
  );
}

interface OutcomeProps extends PlanFacts {
  readonly at: string;
  readonly outcome: PlannedOutcome | undefined;
  /** Key of what stands where no outcome is chosen. */
  readonly nothing: 'files.plan.choose' | 'files.plan.none';
}

/** One outcome: what, how much would matter, after how long, and what is better. */
export function OutcomeFields({ words, form, reading, at, outcome, nothing }: OutcomeProps) {
  const name = (field: string): string => `${at}.${field}`;
  const isEvent = outcome !== undefined && EVENT_OUTCOMES.has(outcome.outcome);
  const matters =
    outcome === undefined
      ? undefined
      : String(isEvent ? Number((outcome.matters * 100).toPrecision(12)) : outcome.matters);
  return (
    <fieldset class="outcome">
      <legend class="unseen">{words.say('files.plan.outcome')}</legend>
      <Select
        name={name('outcome')}
        label={words.say('files.plan.outcome')}
        nothing={words.say(nothing)}
        options={outcomeOptions(reading, outcome)}
        chosen={form.given(name('outcome'), outcome?.outcome)}
        error={form.error(name('outcome'))}
      />
      <Field
        name={name('matters')}
        inputmode="decimal"
        width="short"
        label={words.say('files.plan.matters')}
        hint={words.say('files.plan.matters.hint')}
        value={form.given(name('matters'), matters)}
        error={form.error(name('matters'))}
      />
      <Field
        name={name('months')}
        inputmode="decimal"
        width="short"
        label={words.say('files.plan.months')}
        value={form.given(name('months'), outcome?.months?.toString())}
        error={form.error(name('months'))}
      />
      <Choice
        kind="one"
        name={name('better')}
        label={words.say('files.plan.better')}
        inline
        options={(['higher', 'lower'] as const).map((better) => ({
          value: better,
          label: words.say(`files.plan.better.${better}`),
        }))}
        chosen={form.given(name('better'), outcome?.better ?? 'higher')}
      />
      <OutcomeNames words={words} form={form} name={name} outcome={outcome} />
    </fieldset>
  );
}

/** What is asked less often: the wave of a scale, and how an outcome is called. */
function OutcomeNames({
  words,
  form,
  name,
  outcome,
}: Pick<OutcomeProps, 'words' | 'form' | 'outcome'> & { readonly name: (field: string) => string }) {
  return (
    <MoreAbout summary={words.say('files.plan.outcome.more')}>
      <Field
        name={name('wave')}
        label={words.say('files.plan.wave')}
        hint={words.say('files.plan.wave.hint')}
        value={form.given(name('wave'), outcome?.wave)}
      />
      <Field
        name={name('label')}
        label={words.say('files.plan.label')}
        value={form.given(name('label'), outcome?.label)}
      />
      <Field
        name={name('unit')}
        label={words.say('files.plan.unit')}
        value={form.given(name('unit'), outcome?.unit)}
      />
    </MoreAbout>
  );
}

/** What the files could tell about, and what the plan names already. */
function outcomeOptions({ outcomes }: Reading, named: PlannedOutcome | undefined) {
  const names = new Set([...outcomes.map(({ outcome }) => outcome), ...(named ? [named.outcome] : [])]);
  return [...names].map((value) => ({
    value,
    label: EVENT_OUTCOMES.has(value) ? measureName(value) : value,
  }));
}
