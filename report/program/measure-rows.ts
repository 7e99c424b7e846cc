import { MEASURES, PROGRAM_MEASURES } from '#evaluation/measures/registry.ts';
import { type MeasureKind, measureKind } from '#evaluation/program/measure-kinds.ts';
import { measureUnits } from '#evaluation/program/measure-units.ts';
import { programOutcomes } from '#evaluation/program/measures-on.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { text } from '../text/text.ts';
import { programWord } from './program-word.ts';

/** A measure as a plan shows it: what it is, who looks after it, whether it is on. */
export interface MeasureRow {
  readonly id: string;
  readonly number: string;
  readonly kind: MeasureKind;
  readonly kindName: string;
  readonly name: string;
  readonly definition: string;
  readonly formula: string;
  readonly unit: string;
  readonly source: string;
  readonly owner: string;
  readonly schedule: string;
  /** Switched on, on because an outcome is shown by it, or off. */
  readonly on: 'on' | 'by-outcome' | 'off';
}

/** Words of the registry do not change while a program runs. */
const facts = new Map<string, Omit<MeasureRow, 'owner' | 'schedule' | 'on'>>();

/** Every measure of the registry, by number, with its definition, formula, unit, source, owner and schedule, and whether a plan has it on. */
export function measureRows({ success }: ProgramPlan): readonly MeasureRow[] {
  const byOutcome = new Set(programOutcomes(success).map(({ measure }) => measure));
  const all = [...MEASURES, ...PROGRAM_MEASURES].toSorted((a, b) => (a.number < b.number ? -1 : 1));
  return all.map((measure) => {
    const on = success.measures.find((one) => one.measure === measure.id);
    return {
      ...factsOf(measure),
      owner: on?.owner ?? programWord(`measure.${measure.id}.owner`),
      schedule: on?.schedule ?? programWord(`measure.${measure.id}.schedule`),
      on: on ? ('on' as const) : byOutcome.has(measure.id) ? ('by-outcome' as const) : ('off' as const),
    };
  });
}

function factsOf(measure: (typeof MEASURES)[number] | (typeof PROGRAM_MEASURES)[number]) {
  const known = facts.get(measure.id);
  if (known) return known;
  const { id, number } = measure;
  const kind = measureKind(measure);
  const found = {
    id,
    number,
    kind,
    kindName: text(`measure-kind.${kind}`),
    name: programWord(`measure.${id}.name`),
    definition: programWord(`measure.${id}.question`),
    formula: programWord(`measure.${id}.formula`),
    unit: measureUnits(measure)
      .map((unit) => text(`measure-unit.${unit}`))
      .join('; '),
    source: programWord(`measure.${id}.data`),
  };
  facts.set(id, found);
  return found;
}
