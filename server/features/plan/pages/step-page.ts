import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import type { FormState } from '#server/ui/form-state.ts';
import type { View } from '#server/ui/view.ts';

/** What the fields of a step are drawn from. */
export interface StepFields {
  readonly view: View;
  readonly plan: ProgramPlan;
  readonly form: FormState;
  /** A list that gets one empty row more. */
  readonly add: string | null;
}
