import { STEPS, type Step } from '#evaluation/program/program-plan.ts';
import type { View } from '#server/ui/view.ts';
import type { PlanState } from '../plan.actions.ts';

/** The seven steps, each with its state in words. */
export function StepList({
  view,
  state,
  here,
}: {
  readonly view: View;
  readonly state: PlanState;
  readonly here: Step;
}) {
  const { words, program } = view;
  void state;
  return (
    <nav class="steps" aria-label={words.say('plan.steps')}>
      <ol>
        {STEPS.map((step) => (
          <li>
            <a href={`/p/${program!.id}/plan?step=${step}`} aria-current={step === here ? 'step' : undefined}>
              {words.say(`plan.step.${step}`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
