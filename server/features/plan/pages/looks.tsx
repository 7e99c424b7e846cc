import type { StepFields } from './step-page.ts';
import { NumberField, TextField } from './text-field.tsx';

const FOLLOW_UPS = 4;

/** Step 7, first part: when data end, when results are first looked at, who is asked again later. */
export function LooksFields({ fields }: { readonly fields: StepFields }) {
  const { looks } = fields.plan;
  const { words } = fields.view;
  return (
    <>
      <p class="lead">{words.say('plan.looks.why')}</p>
      <div class="side-by-side">
        <TextField
          fields={fields}
          name="cutoff"
          words="cutoff"
          hint="cutoff"
          value={looks.cutoff}
          type="date"
          width="medium"
        />
        <TextField
          fields={fields}
          name="look"
          words="look"
          hint="look"
          value={looks.look}
          type="date"
          width="medium"
        />
        <TextField
          fields={fields}
          name="seed"
          words="seed"
          hint="seed"
          value={looks.seed}
          width="medium"
          inputmode="numeric"
        />
      </div>
      <h3>{words.say('plan.follow-ups')}</h3>
      <p class="hint">{words.say('plan.follow-ups.why')}</p>
      <div class="side-by-side">
        {Array.from({ length: FOLLOW_UPS }, (_, i) => (
          <NumberField
            fields={fields}
            name={`followUps.${i}`}
            words="follow-up"
            value={looks.followUps[i]}
            unit={words.say('plan.unit.months')}
          />
        ))}
      </div>
    </>
  );
}
