import { GATE_TIMES, HELD_ROLES } from '#evaluation/program/program-plan.ts';
import { wordOr } from '#report/program/program-word.ts';
import { roleText } from '#report/program/field-text.ts';
import { measuresOn } from '#evaluation/program/measures-on.ts';
import { Button } from '#server/ui/button.tsx';
import { Choice } from '#server/ui/choice.tsx';
import { Select } from '#server/ui/select.tsx';
import { measureName } from '../measure-name.ts';
import { Box } from './box.tsx';
import { Kpis } from './kpis.tsx';
import type { StepFields } from './step-page.ts';
import { TextField } from './text-field.tsx';

/** Step 1: purpose and people. */
export function PurposeFields({ fields }: { readonly fields: StepFields }) {
  const { purpose } = fields.plan;
  const { words } = fields.view;
  return (
    <>
      <TextField fields={fields} name="program" words="program" value={purpose.program} />
      <TextField fields={fields} name="why" words="why" hint="why" value={purpose.why} lines={3} />
      <div class="side-by-side">
        <TextField fields={fields} name="from" words="from" value={purpose.from} type="date" width="medium" />
        <TextField fields={fields} name="to" words="to" value={purpose.to} type="date" width="medium" />
      </div>
      <TextField
        fields={fields}
        name="cohorts"
        words="cohorts"
        hint="cohorts"
        value={purpose.cohorts.join(', ')}
      />
      <h3>{words.say('plan.objectives')}</h3>
      <p class="hint">{words.say('plan.objectives.why')}</p>
      <Objectives fields={fields} />
      <h3>{words.say('plan.kpis')}</h3>
      <p class="hint">{words.say('plan.kpis.why')}</p>
      <Kpis fields={fields} />
      <h3>{words.say('plan.gates')}</h3>
      <p class="hint">{words.say('plan.gates.why')}</p>
      <Gates fields={fields} />
      <h3>{words.say('plan.holders')}</h3>
      <p class="hint">{words.say('plan.holders.why')}</p>
      <Holders fields={fields} />
    </>
  );
}

function Objectives({ fields }: { readonly fields: StepFields }) {
  const { view, plan, form, add } = fields;
  const { words } = view;
  const empty = { id: '', words: '', kpis: [], measures: [] };
  const rows = [
    ...plan.purpose.objectives,
    ...(add === 'objectives' || plan.purpose.objectives.length === 0 ? [empty] : []),
  ];
  const measures = measuresOn(plan);
  return (
    <>
      {rows.map((objective, i) => (
        <fieldset class="group">
          <legend>{words.say('plan.objective', { number: i + 1 })}</legend>
          <input type="hidden" name={`objectives.${i}.id`} value={objective.id} />
          <TextField
            fields={fields}
            name={`objectives.${i}.words`}
            words="objective"
            value={objective.words}
          />
          <details open={objective.kpis.length + objective.measures.length === 0}>
            <summary>
              {words.say('plan.objective.tied', {
                kpis: objective.kpis.length,
                measures: objective.measures.length,
              })}
            </summary>
            <Choice
              kind="several"
              name={`objectives.${i}.kpis`}
              label={words.say('plan.field.objective-kpis')}
              options={plan.purpose.kpis.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={form.chosen(`objectives.${i}.kpis`, objective.kpis)}
            />
            <Choice
              kind="several"
              name={`objectives.${i}.measures`}
              label={words.say('plan.field.objective-measures')}
              options={measures.map((id) => ({ value: id, label: measureName(id) }))}
              chosen={form.chosen(`objectives.${i}.measures`, objective.measures)}
            />
          </details>
          <Box name={`objectives.${i}.removed`} label={words.say('plan.remove')} ticked={false} />
        </fieldset>
      ))}
      <Button name="after" value="add-objectives">
        {words.say('plan.add.objective')}
      </Button>
    </>
  );
}

function Gates({ fields }: { readonly fields: StepFields }) {
  const { view, plan } = fields;
  const { words } = view;
  const rows = [...plan.purpose.gates, { at: 'start' as const, gate: '' }];
  return (
    <ul class="plain-list">
      {rows.map(({ at, gate }, i) => (
        <li class="side-by-side">
          <Select
            name={`gates.${i}.at`}
            label={words.say('plan.field.gate-at')}
            options={GATE_TIMES.map((time) => ({ value: time, label: words.say(`plan.gate.${time}`) }))}
            chosen={at}
          />
          <TextField fields={fields} name={`gates.${i}.gate`} words="gate" value={gateWords(gate)} />
        </li>
      ))}
    </ul>
  );
}

/** The usual gates are ids in the document; here they are words, and own words stay as they are. */
function gateWords(gate: string): string {
  return wordOr(`plan-value.${gate}`, gate);
}

function Holders({ fields }: { readonly fields: StepFields }) {
  const { view, plan } = fields;
  const { words } = view;
  const rows = [...plan.purpose.holders, { role: 'program-manager' as const, name: '' }];
  return (
    <ul class="plain-list">
      {rows.map(({ role, name }, i) => (
        <li class="side-by-side">
          <Select
            name={`holders.${i}.role`}
            label={words.say('plan.field.holder-role')}
            options={HELD_ROLES.map((held) => ({ value: held, label: roleText(held) }))}
            chosen={role}
          />
          <TextField fields={fields} name={`holders.${i}.name`} words="holder-name" value={name} />
        </li>
      ))}
    </ul>
  );
}
