import { KPI_PRESETS } from '#evaluation/program/kpis/registry.ts';
import type { Kpi } from '#evaluation/program/program-plan.ts';
import { Button } from '#server/ui/button.tsx';
import { Select } from '#server/ui/select.tsx';
import { programWord } from '#report/program/program-word.ts';
import { Box } from './box.tsx';
import type { StepFields } from './step-page.ts';
import { NumberField, TextField } from './text-field.tsx';

const EMPTY: Kpi = {
  id: '',
  name: '',
  definition: '',
  formula: '',
  unit: '',
  source: '',
  owner: '',
  schedule: '',
};

/** KPIs from presets or of the organisation's own, each with all that makes it one. */
export function Kpis({ fields }: { readonly fields: StepFields }) {
  const { plan, add, view } = fields;
  const { words } = view;
  const rows = [...plan.purpose.kpis, ...(add === 'kpis' ? [EMPTY] : [])];
  const here = new Set(plan.purpose.kpis.map(({ preset }) => preset));
  return (
    <>
      {rows.map((kpi, i) => (
        <OneKpi fields={fields} kpi={kpi} place={i} />
      ))}
      <div class="side-by-side">
        <Select
          name="addKpi"
          label={words.say('plan.field.add-kpi')}
          nothing={words.say('plan.none-chosen')}
          options={KPI_PRESETS.filter(({ id }) => !here.has(id)).map(({ id }) => ({
            value: id,
            label: programWord(`kpi.${id}.name`),
          }))}
        />
        <Button name="after" value="stay">
          {words.say('plan.add.preset')}
        </Button>
        <Button name="after" value="add-kpis">
          {words.say('plan.add.kpi')}
        </Button>
      </div>
    </>
  );
}

function OneKpi({
  fields,
  kpi,
  place,
}: {
  readonly fields: StepFields;
  readonly kpi: Kpi;
  readonly place: number;
}) {
  const { words } = fields.view;
  const name = (field: string): string => `kpis.${place}.${field}`;
  const lacks = (['definition', 'formula', 'unit', 'source', 'owner', 'schedule'] as const).filter(
    (field) => kpi[field] === '',
  );
  return (
    <details class="group" open={kpi.name === ''}>
      <summary>
        {kpi.name === '' ? words.say('plan.kpi.new') : kpi.name}
        {kpi.name !== '' && lacks.length > 0
          ? ` · ${words.say('plan.kpi.lacks', { count: lacks.length })}`
          : ''}
      </summary>
      {(['id', 'preset', 'measure'] as const).map((field) => (
        <input type="hidden" name={name(field)} value={kpi[field] ?? ''} />
      ))}
      <TextField fields={fields} name={name('name')} words="kpi-name" value={kpi.name} />
      <TextField
        fields={fields}
        name={name('definition')}
        words="definition"
        value={kpi.definition}
        lines={2}
      />
      <TextField fields={fields} name={name('formula')} words="formula" value={kpi.formula} lines={2} />
      <div class="side-by-side">
        <TextField fields={fields} name={name('unit')} words="unit" value={kpi.unit} />
        <TextField fields={fields} name={name('source')} words="source" value={kpi.source} />
        <TextField fields={fields} name={name('owner')} words="owner" value={kpi.owner} />
        <TextField fields={fields} name={name('schedule')} words="schedule" value={kpi.schedule} />
        <NumberField fields={fields} name={name('baseline')} words="baseline" value={kpi.baseline} />
        <NumberField fields={fields} name={name('target')} words="target" value={kpi.target} />
      </div>
      <Box name={name('removed')} label={words.say('plan.remove')} ticked={false} />
    </details>
  );
}
