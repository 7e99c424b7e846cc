import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { Problem, type FieldProblem } from '#server/http/problem.ts';

/**
 * Refuses a change that would take away protection which a locked plan had promised.
 *
 * @throws Problem `cannot-be` with every field that would loosen
 */
export function refuseLoosened(locked: ProgramPlan | null, wanted: ProgramPlan): void {
  if (locked === null) return;
  const before = locked.privacy;
  const after = wanted.privacy;
  const fields: FieldProblem[] = [];
  const mayRise = (field: string, was: number, is: number): void => {
    if (is < was) fields.push({ field, text: 'plan.may-only-rise', values: { was, is } });
  };
  const mayFall = (field: string, was: number, is: number): void => {
    if (is > was) fields.push({ field, text: 'plan.may-only-fall', values: { was, is } });
  };
  mayRise('least', before.least, after.least);
  mayRise('leastHr', before.leastHr, after.leastHr);
  for (const what of ['names', 'notes', 'confidential', 'sealed', 'hr'] as const)
    mayFall(`keep.${what}`, before.keep[what], after.keep[what]);
  if (fields.length > 0) throw new Problem('cannot-be', { fields });
}
