import { MEASURE_KINDS } from '#evaluation/program/measure-kinds.ts';
import { measureRows, type MeasureRow } from '#report/program/measure-rows.ts';
import { Choice } from '#server/ui/choice.tsx';
import { OUTCOME_PARTS, outcomeChoices, type OutcomeChoice } from '../forms/outcome-choices.ts';
import { Box } from './box.tsx';
import type { StepFields } from './step-page.ts';
import { NumberField, TextField } from './text-field.tsx';

/** Step 3: what success means. */
export function SuccessFields({ fields }: { readonly fields: StepFields }) {
  const { words } = fields.view;
  const { success } = fields.plan;
  const choices = outcomeChoices(fields.plan);
  const own: OutcomeChoice = {
    part: 'off',
    outcome: { outcome: '', measure: 'skill-change', better: 'higher', matters: 0.2, wave: 'after' },
    inHundred: false,
  };
  return (
    <>
      <p class="lead">{words.say('plan.outcomes.why')}</p>
      {[...choices, ...(fields.add === 'outcomes' ? [own] : [])].map((choice, i) => (
        <Outcome fields={fields} choice={choice} place={i} />
      ))}
      <button class="button secondary" type="submit" name="after" value="add-outcomes">
        {words.say('plan.add.outcome')}
      </button>
      <h3>{words.say('plan.decision')}</h3>
      <p class="hint">{words.say('plan.decision.usual')}</p>
      <TextField fields={fields} name="decision" words="decision" value={success.decision} lines={3} />
      <h3>{words.say('plan.measures')}</h3>
      <p class="hint">{words.say('plan.measures.why')}</p>
      <Measures fields={fields} />
    </>
  );
}

function Outcome({
  fields,
  choice: { part, outcome, inHundred },
  place,
}: {
  readonly fields: StepFields;
  readonly choice: OutcomeChoice;
  readonly place: number;
}) {
  const { view, form } = fields;
  const { words } = view;
  const name = (field: string): string => `outcomes.${place}.${field}`;
  const label = outcome.label ?? outcome.outcome;
  return (
    <fieldset class="group">
      <legend>
        {label === ''
          ? words.say('plan.outcome.own')
          : words.say(`plan.outcome.of-${outcome.who ?? 'mentees'}`, { label })}
      </legend>
      {label === '' ? (
        <>
          <TextField
            fields={fields}
            name={name('outcome')}
            words="scale"
            hint="scale"
            value=""
            width="medium"
          />
          <TextField fields={fields} name={name('label')} words="outcome-label" value="" />
        </>
      ) : (
        <>
          <input type="hidden" name={name('outcome')} value={outcome.outcome} />
          <input type="hidden" name={name('label')} value={label} />
        </>
      )}
      <input type="hidden" name={name('who')} value={outcome.who ?? ''} />
      <Choice
        kind="one"
        inline
        name={name('part')}
        label={words.say('plan.field.outcome-part')}
        options={OUTCOME_PARTS.map((value) => ({ value, label: words.say(`plan.outcome.${value}`) }))}
        chosen={form.given(name('part'), part)}
        error={form.error(name('part'))}
      />
      <HowMuch fields={fields} choice={{ part, outcome, inHundred }} place={place} />
    </fieldset>
  );
}

/** Which way is better, and how small a difference would still matter. */
function HowMuch({
  fields,
  choice: { outcome, inHundred },
  place,
}: {
  readonly fields: StepFields;
  readonly choice: OutcomeChoice;
  readonly place: number;
}) {
  const { view, form } = fields;
  const { words } = view;
  const name = (field: string): string => `outcomes.${place}.${field}`;
  return (
    <div class="side-by-side">
      <Choice
        kind="one"
        inline
        name={name('better')}
        label={words.say('plan.field.better')}
        options={(['higher', 'lower'] as const).map((value) => ({
          value,
          label: words.say(`plan.better.${value}`),
        }))}
        chosen={form.given(name('better'), outcome.better)}
      />
      <NumberField
        fields={fields}
        name={name('matters')}
        words="matters"
        value={inHundred ? Number((outcome.matters * 100).toPrecision(12)) : outcome.matters}
        unit={words.say(inHundred ? 'plan.unit.in-hundred' : 'plan.unit.points')}
      />
      <NumberField fields={fields} name={name('months')} words="months" value={outcome.months} />
    </div>
  );
}

function Measures({ fields }: { readonly fields: StepFields }) {
  const { words } = fields.view;
  const rows = measureRows(fields.plan);
  return (
    <>
      {MEASURE_KINDS.map((kind) => (
        <fieldset class="group">
          <legend>{words.say(`plan.measure-kind.${kind}`)}</legend>
          {rows
            .filter((row) => row.kind === kind)
            .map((row) => (
              <OneMeasure fields={fields} row={row} />
            ))}
        </fieldset>
      ))}
    </>
  );
}

function OneMeasure({ fields, row }: { readonly fields: StepFields; readonly row: MeasureRow }) {
  const { view, plan, form } = fields;
  const { words } = view;
  const on = form.chosen(
    'measures',
    plan.success.measures.map(({ measure }) => measure),
  );
  return (
    <div class="measure">
      <Box
        name="measures[]"
        value={row.id}
        label={row.on === 'by-outcome' ? words.say('plan.measure.by-outcome', { name: row.name }) : row.name}
        ticked={on.includes(row.id)}
        hint={row.definition}
      />
      <details>
        <summary>{words.say('plan.measure.details', { name: row.name })}</summary>
        <dl>
          {(['formula', 'unit', 'source'] as const).map((part) => (
            <>
              <dt>{words.say(`plan.field.${part}`)}</dt>
              <dd>{row[part]}</dd>
            </>
          ))}
        </dl>
        <div class="side-by-side">
          <TextField fields={fields} name={`owners.${row.id}`} words="owner" value={row.owner} />
          <TextField fields={fields} name={`schedules.${row.id}`} words="schedule" value={row.schedule} />
        </div>
      </details>
    </div>
  );
}
