import { z } from 'zod';
import { KPI_PRESETS } from '#evaluation/program/kpis/registry.ts';
import { kpiFromPreset } from '#evaluation/program/kpis/kpi-from-preset.ts';
import { GATE_TIMES, HELD_ROLES, type Kpi, type Objective } from '#evaluation/program/program-plan.ts';
import { TEMPLATES } from '#evaluation/program/templates/registry.ts';
import { wordOr } from '#report/program/program-word.ts';
import { chosen, day, decimal, line, lines, maybe, names, oneOf } from '#server/http/texts.ts';
import { programWord } from '#report/program/program-word.ts';
import { said, sentFields, stepForm } from './step-form.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'wrong.id');
const removed = z.union([z.boolean(), z.literal('on')]).optional();

const objective = z.strictObject({
  id: maybe(id),
  words: maybe(line(300)),
  kpis: chosen(id, 60),
  measures: chosen(id, 60),
  removed,
});

const kpi = z.strictObject({
  id: maybe(id),
  preset: maybe(id),
  measure: maybe(id),
  name: maybe(line(120)),
  definition: maybe(lines(1000)),
  formula: maybe(lines(1000)),
  unit: maybe(line(60)),
  source: maybe(line(200)),
  owner: maybe(line(120)),
  schedule: maybe(line(200)),
  baseline: maybe(decimal(-1e9, 1e9)),
  target: maybe(decimal(-1e9, 1e9)),
  removed,
});

const gate = z.strictObject({ at: oneOf(GATE_TIMES), gate: maybe(line(200)), removed });
const holder = z.strictObject({ role: oneOf(HELD_ROLES), name: maybe(line(120)), removed });

const schema = z.strictObject({
  ...sentFields,
  program: line(200),
  why: lines(2000),
  from: maybe(day()),
  to: maybe(day()),
  cohorts: names(20, 60),
  objectives: z.array(objective).max(30).optional().default([]),
  kpis: z.array(kpi).max(60).optional().default([]),
  addKpi: maybe(id),
  gates: z.array(gate).max(30).optional().default([]),
  holders: z.array(holder).max(60).optional().default([]),
});

/** Step 1: purpose, objectives and KPIs, what is owed to everybody, who holds which role. */
export const purposeForm = stepForm({
  step: 'purpose',
  schema,
  part: (values: z.infer<typeof schema>, before) => ({
    ...withoutDates(before.purpose),
    ...said({ program: values.program, why: values.why, cohorts: values.cohorts }),
    ...dates(values),
    objectives: kept(values.objectives)
      .filter(({ words }) => words !== undefined)
      .map(({ id: own, words, kpis, measures }, i): Objective => ({
        id: own ?? `objective-${i + 1}-${(words ?? '').length}`,
        words: words ?? '',
        kpis,
        measures,
      })),
    kpis: [
      ...kept(values.kpis)
        .filter(({ name }) => name !== undefined)
        .map(kpiOf),
      ...added(values.addKpi),
    ],
    gates: kept(values.gates).flatMap(({ at, gate: words }) =>
      words === undefined ? [] : [{ at, gate: gateOf(words) }],
    ),
    holders: kept(values.holders).flatMap(({ role, name }) => (name === undefined ? [] : [{ role, name }])),
  }),
  example: {
    program: 'Compass 2027',
    why: 'More people from inside lead teams.',
    from: '2027-01-15',
    to: '2028-01-15',
    cohorts: ['2027'],
    objectives: [{ words: 'More people from inside lead teams', kpis: [], measures: ['promotion'] }],
  },
});

function dates({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function kept<T extends { removed?: unknown }>(rows: readonly T[]): T[] {
  return rows.filter(({ removed: gone }) => gone !== true && gone !== 'on');
}

function kpiOf(row: z.infer<typeof kpi>, place: number): Kpi {
  const { removed: _removed, id: own, preset, ...rest } = row;
  return {
    ...said({
      id: own ?? `kpi-${place + 1}-${(row.name ?? '').length}`,
      preset: KPI_PRESETS.find((known) => known.id === preset)?.id,
      ...rest,
    }),
    name: row.name ?? '',
    definition: row.definition ?? '',
    formula: row.formula ?? '',
    unit: row.unit ?? '',
    source: row.source ?? '',
    owner: row.owner ?? '',
    schedule: row.schedule ?? '',
  } as Kpi;
}

function added(presetId: string | undefined): Kpi[] {
  const preset = KPI_PRESETS.find((known) => known.id === presetId);
  return preset === undefined ? [] : [kpiFromPreset(preset, programWord)];
}

/** Days that were emptied are gone. */
function withoutDates<T extends { from?: string; to?: string }>({ from: _from, to: _to, ...rest }: T) {
  return rest;
}

/** The words of a usual gate are its id in the document, so that they are said in the language of each reader. */
function gateOf(words: string): string {
  const usual = [...new Set(TEMPLATES.flatMap(({ gates }) => gates.map(({ gate: id }) => id)))];
  return usual.find((gate) => wordOr(`plan-value.${gate}`, gate) === words) ?? words;
}
