import { programOutcomes } from '#evaluation/program/measures-on.ts';
import type { ProgramOutcome } from '#evaluation/program/program-plan.ts';
import { isCounted } from '../forms/outcome-choices.ts';
import { Sight } from './sight.tsx';
import type { StepFields } from './step-page.ts';
import { NumberField } from './text-field.tsx';

const PEOPLE = ['participants', 'comparison', 'applicants', 'mentors', 'comparisonMentors'] as const;

/** Step 5: can we see it? What is expected, and at once what could be seen. */
export function ExpectedFields({ fields }: { readonly fields: StepFields }) {
  const { expected, success } = fields.plan;
  const { words } = fields.view;
  return (
    <div data-live="sight" data-live-action={`/p/${fields.view.program!.id}/plan/expected/preview`}>
      <p class="lead">{words.say('plan.expected.why')}</p>
      <div class="side-by-side">
        {PEOPLE.map((field) => (
          <NumberField fields={fields} name={field} words={field} value={expected[field]} />
        ))}
        <NumberField
          fields={fields}
          name="answeredInHundred"
          words="answered"
          value={inHundred(expected.answered)}
          unit={words.say('plan.unit.in-hundred')}
        />
        <NumberField
          fields={fields}
          name="comparisonAnsweredInHundred"
          words="comparison-answered"
          value={inHundred(expected.comparisonAnswered)}
          unit={words.say('plan.unit.in-hundred')}
        />
      </div>
      {programOutcomes(success).map((outcome) => (
        <Shape fields={fields} outcome={outcome} />
      ))}
      <details>
        <summary>{words.say('plan.expected.more')}</summary>
        <div class="side-by-side">
          <NumberField
            fields={fields}
            name="mentorVariation"
            words="mentor-variation"
            value={expected.mentorVariation}
          />
          <NumberField
            fields={fields}
            name="mentorCorrelation"
            words="mentor-correlation"
            value={expected.mentorCorrelation}
          />
        </div>
      </details>
      <Sight fields={fields} />
    </div>
  );
}

function Shape({ fields, outcome }: { readonly fields: StepFields; readonly outcome: ProgramOutcome }) {
  const { words } = fields.view;
  const shape = fields.plan.expected.outcomes[outcome.outcome] ?? {};
  const name = (field: string): string => `outcomes.${outcome.outcome}.${field}`;
  return (
    <fieldset class="group">
      <legend>{outcome.label ?? outcome.outcome}</legend>
      {isCounted(outcome) ? (
        <NumberField
          fields={fields}
          name={name('inHundred')}
          words="share-without"
          value={inHundred(shape.share)}
          unit={words.say('plan.unit.in-hundred')}
        />
      ) : (
        <div class="side-by-side">
          <NumberField fields={fields} name={name('spread')} words="spread" value={shape.spread} />
          <NumberField
            fields={fields}
            name={name('correlation')}
            words="correlation"
            value={shape.correlation}
          />
        </div>
      )}
    </fieldset>
  );
}

/** A share of the plan as people type it. */
function inHundred(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Number((share * 100).toPrecision(12));
}
