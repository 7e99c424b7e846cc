import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import type { Block, TableBlock } from '../../document.ts';
import { fieldText, valueText } from '../../program/field-text.ts';
import { type TextKey, text } from '../../text/text.ts';

/** Fields of a plan with what stands in them, as facts; fields that are not said are left out. */
export function factsOf(plan: ProgramPlan, fields: readonly string[]): Block {
  return {
    kind: 'facts',
    rows: fields.flatMap((field) => {
      const value = valueAt(plan, field);
      return value === undefined
        ? []
        : [[fieldText(field, [plan]), valueText(field, value, [plan])] as const];
    }),
  };
}

/** Every field below one, in their order. */
export function fieldsBelow(plan: ProgramPlan, field: string): string[] {
  return Object.keys(valueAt(plan, field) as object).map((key) => `${field}.${key}`);
}

function valueAt(plan: ProgramPlan, field: string): unknown {
  let value: unknown = plan;
  for (const key of field.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return value;
}

/** A table whose columns are named in the catalogue under `plandoc.column.<column>`; absent where it has no row. */
export function planTable(
  id: string,
  caption: TextKey,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): TableBlock[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      id: `table-plan-${id}`,
      caption: text(caption),
      columns: columns.map((key) => ({
        key,
        label: text(`plandoc.column.${key}` as TextKey),
        align: NUMBERS.has(key) ? ('end' as const) : ('start' as const),
      })),
      rows,
      note: null,
    },
  ];
}

const NUMBERS = new Set(['months', 'matters', 'baseline', 'target', 'mentee', 'mentor']);
