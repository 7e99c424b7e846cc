import type { Child } from 'hono/jsx';
import type { Words } from '#server/text/words.ts';

/** How far a step is. `here` is the one that is shown. */
export type StepState = 'done' | 'here' | 'attention' | 'to-do' | 'blocked';

/** A step of something that is done in an order. */
export interface Step {
  readonly title: string;
  readonly state: StepState;
  /** Left out where it cannot be opened yet. */
  readonly href?: string | undefined;
  /** The step that is shown, whatever its state. */
  readonly here?: boolean | undefined;
}

/** Steps with their states in words, as W6 and W10 have them. */
export function Steps(props: { words: Words; steps: readonly Step[]; label: string }) {
  const { words, steps, label } = props;
  return (
    <nav aria-label={label}>
      <ol class="steps">
        {steps.map((step, i) => {
          const here = step.here === true || step.state === 'here';
          const inside = (
            <>
              <span class="number">{words.number(i + 1)}</span>
              <span class="title">{step.title}</span>
              <span class="state">{words.say(`ui.step.${step.state}`)}</span>
            </>
          );
          return (
            <li class={here && step.state !== 'here' ? `${step.state} here` : step.state}>
              {step.href === undefined || here ? (
                <span class="step" aria-current={here ? 'step' : undefined}>
                  {inside}
                </span>
              ) : (
                <a class="step" href={step.href}>
                  {inside}
                </a>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Steps on a rail beside the one that is shown; on narrow screens above it. */
export function Railed(props: { steps: Child; children: Child }) {
  return (
    <div class="railed">
      <div class="rail">{props.steps}</div>
      <div class="on-rail">{props.children}</div>
    </div>
  );
}
