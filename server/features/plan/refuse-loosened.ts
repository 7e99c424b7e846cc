import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { loosened, type Loosened } from '#evaluation/program/tighten.ts';
import { Problem, type FieldProblem } from '#server/http/problem.ts';

/**
 * Refuses a change that would take away protection which a locked plan had promised.
 *
 * @throws Problem `cannot-be` with every field that would loosen
 */
export function refuseLoosened(locked: ProgramPlan | null, wanted: ProgramPlan): void {
  if (locked === null) return;
  const fields = loosened(locked, wanted).map(fieldProblem);
  if (fields.length > 0) throw new Problem('cannot-be', { fields });
}

/** Forms name fields without their step. */
function fieldProblem({ field, promised, instead, only }: Loosened): FieldProblem {
  return {
    field: field.replace(/^[a-z]+\./i, ''),
    text: `plan.loosened-${only}`,
    values: { promised, instead },
  };
}
