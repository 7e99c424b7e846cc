import { RHYTHMS } from '#evaluation/program/agreement-defaults.ts';
import { Choice } from '#server/ui/choice.tsx';
import { Box } from './box.tsx';
import type { StepFields } from './step-page.ts';
import { NumberField, TextField } from './text-field.tsx';

const ON_OFF = [
  'growthAims',
  'growthAreas',
  'goals',
  'goalChecks',
  'restatedAims',
  'checkIns',
  'feedback',
  'saidAndDone',
  'integrityReport',
  'concerns',
] as const;

const AFTER = ['reviewEvery', 'surveyAfter', 'teamReviewWeeks'] as const;
const FLAGS = ['drifting', 'conversation', 'movedInARow', 'remindUnsignedDays', 'unsignedDays'] as const;
const NUMBERS = ['meetingMinutes', 'answerWithinDays', 'noticeDays', 'newDateDays'] as const;
const LISTS = ['preparation', 'honesty', 'exceptions'] as const;

/** Step 2: rhythm, agreement, what pairs are asked to do. */
export function RhythmFields({ fields }: { readonly fields: StepFields }) {
  const { rhythm } = fields.plan;
  const { words } = fields.view;
  const options = RHYTHMS.map((value) => ({ value, label: words.say(`plan.rhythm.${value}`) }));
  return (
    <>
      <Choice
        kind="several"
        inline
        name="offered"
        label={words.say('plan.field.offered')}
        options={options}
        chosen={fields.form.chosen('offered', rhythm.offered)}
        error={fields.form.error('offered')}
      />
      <Choice
        kind="one"
        inline
        name="usual"
        label={words.say('plan.field.usual')}
        options={options}
        chosen={fields.form.given('usual', rhythm.usual)}
        error={fields.form.error('usual')}
      />
      <NumberField fields={fields} name="ownDays" words="own-days" value={rhythm.ownDays} />
      <h3>{words.say('plan.agreement')}</h3>
      <p class="hint">{words.say('plan.agreement.why')}</p>
      <Agreement fields={fields} />
      <h3>{words.say('plan.activities')}</h3>
      <p class="hint">{words.say('plan.activities.why')}</p>
      <div class="choices">
        {ON_OFF.map((activity) => (
          <Box
            name={`activities.${activity}`}
            label={words.say(`plan.activity.${activity}`)}
            ticked={rhythm.activities[activity]}
          />
        ))}
      </div>
      {AFTER.map((activity) => (
        <NumberField
          fields={fields}
          name={`activities.${activity}`}
          words={activity}
          value={rhythm.activities[activity]}
        />
      ))}
      <h3>{words.say('plan.flags')}</h3>
      <p class="hint">{words.say('plan.flags.why')}</p>
      <div class="side-by-side">
        {FLAGS.map((flag) => (
          <NumberField fields={fields} name={`flags.${flag}`} words={flag} value={rhythm.flags[flag]} />
        ))}
      </div>
    </>
  );
}

function Agreement({ fields }: { readonly fields: StepFields }) {
  const { agreement } = fields.plan.rhythm;
  const { words } = fields.view;
  return (
    <>
      <TextField
        fields={fields}
        name="agreement.integrity"
        words="integrity"
        hint="integrity"
        value={agreement.integrity}
        lines={4}
      />
      <Box
        name="agreement.acknowledged"
        label={words.say('plan.field.acknowledged')}
        ticked={agreement.acknowledged}
      />
      <div class="side-by-side">
        {NUMBERS.map((field) => (
          <NumberField fields={fields} name={`agreement.${field}`} words={field} value={agreement[field]} />
        ))}
        <TextField
          fields={fields}
          name="agreement.mainChannel"
          words="mainChannel"
          value={agreement.mainChannel}
          width="medium"
        />
        <TextField
          fields={fields}
          name="agreement.fallbackChannel"
          words="fallbackChannel"
          value={agreement.fallbackChannel}
          width="medium"
        />
      </div>
      <Promises fields={fields} />
      <TextField
        fields={fields}
        name="agreement.confidentiality"
        words="confidentiality"
        value={agreement.confidentiality}
        lines={2}
      />
      <Box
        name="agreement.whoSeesWhat"
        label={words.say('plan.field.whoSeesWhat')}
        ticked={agreement.whoSeesWhat}
      />
    </>
  );
}

/** Promises and exceptions, a line each. */
function Promises({ fields }: { readonly fields: StepFields }) {
  const { agreement } = fields.plan.rhythm;
  return (
    <>
      {LISTS.map((field) => (
        <TextField
          fields={fields}
          name={`agreement.${field}`}
          words={field}
          hint="one-per-line"
          value={agreement[field].join('\n')}
          lines={3}
        />
      ))}
    </>
  );
}
