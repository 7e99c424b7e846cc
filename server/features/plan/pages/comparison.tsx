import { designLadder } from '#report/program/design-ladder.ts';
import { Choice } from '#server/ui/choice.tsx';
import type { StepFields } from './step-page.ts';
import { NumberField, TextField } from './text-field.tsx';

/** A lottery costs nothing when more people want a place than there are. */
function lotteryPossible({ expected }: StepFields['plan']): boolean {
  return (
    expected.applicants !== undefined &&
    expected.participants !== undefined &&
    expected.applicants > expected.participants
  );
}

/** Step 4: compared with whom; each way with the sentence that it allows. */
export function ComparisonFields({ fields }: { readonly fields: StepFields }) {
  const { view, plan, form } = fields;
  const { words } = view;
  const { comparison, expected } = plan;
  return (
    <>
      <p class="lead">{words.say('plan.comparison.why')}</p>
      {lotteryPossible(plan) ? (
        <p class="notice info">
          {words.say('plan.lottery-possible', {
            applicants: expected.applicants ?? 0,
            places: expected.participants ?? 0,
          })}
        </p>
      ) : null}
      <Choice
        kind="one"
        name="design"
        label={words.say('plan.field.design')}
        options={designLadder().map(({ design, name, grade, how, allows }) => ({
          value: design,
          label: words.say('plan.design', { name, grade }),
          hint: `${how} ${allows}`,
        }))}
        chosen={form.given('design', comparison.design)}
        error={form.error('design')}
      />
      <Alike fields={fields} />
      <TextField fields={fields} name="cuts" words="cuts" hint="cuts" value={comparison.cuts.join(', ')} />
    </>
  );
}

/** How similar people are found. */
function Alike({ fields }: { readonly fields: StepFields }) {
  const { view, plan, form } = fields;
  const { words } = view;
  const { comparison } = plan;
  return (
    <details open={comparison.design === 'matched' || comparison.design === 'weighted'}>
      <summary>{words.say('plan.alike')}</summary>
      <TextField
        fields={fields}
        name="covariates"
        words="covariates"
        hint="covariates"
        value={comparison.covariates.join(', ')}
      />
      <TextField
        fields={fields}
        name="exact"
        words="exact"
        hint="exact"
        value={(comparison.match?.exact ?? []).join(', ')}
      />
      <div class="side-by-side">
        <NumberField fields={fields} name="ratio" words="ratio" value={comparison.match?.ratio} />
        <NumberField fields={fields} name="caliper" words="caliper" value={comparison.match?.caliper} />
        <NumberField
          fields={fields}
          name="minTenureDays"
          words="min-tenure"
          value={comparison.minTenureDays}
        />
      </div>
      <Choice
        kind="one"
        inline
        name="fallback"
        label={words.say('plan.field.fallback')}
        options={(['words', 'weighted'] as const).map((value) => ({
          value,
          label: words.say(`plan.fallback.${value}`),
        }))}
        chosen={form.given('fallback', comparison.fallback)}
      />
    </details>
  );
}
