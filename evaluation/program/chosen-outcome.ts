import type { ProgramOutcome } from './program-plan.ts';
import type { Say } from './say.ts';
import type { TemplateOutcome } from './templates/template.ts';

/** A ready-made outcome in words; where it has no months of its own it is judged after those that the program lasts. */
export function chosenOutcome(choice: TemplateOutcome, programMonths: number, say: Say): ProgramOutcome {
  const { says, ...outcome } = choice;
  return { ...outcome, months: choice.months ?? programMonths, label: say(`template.outcome.${says}`) };
}
