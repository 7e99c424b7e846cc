import { planChanges } from '#evaluation/program/changes.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { fieldText, valueText } from './field-text.ts';

/** A change of a plan as people read it. */
export interface ChangeWords {
  readonly field: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** False where the change is only logged: it is neither amendment nor deviation. */
  readonly locked: boolean;
}

/** What differs between two plans, in words. */
export function changeRows(before: ProgramPlan, after: ProgramPlan): readonly ChangeWords[] {
  const plans = [before, after];
  return planChanges(before, after).map((row) => ({
    field: row.field,
    what: fieldText(row.field, plans),
    before: valueText(row.field, row.before, plans),
    after: valueText(row.field, row.after, plans),
    locked: row.locked,
  }));
}
