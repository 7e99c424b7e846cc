import { INSTRUMENTS } from '#evaluation/instruments/registry.ts';
import type { PlannedSurvey } from '#evaluation/program/program-plan.ts';
import { Choice } from '#server/ui/choice.tsx';
import { programWord } from '#report/program/program-word.ts';
import { Box } from './box.tsx';
import { Burden } from './burden.tsx';
import type { StepFields } from './step-page.ts';
import { NumberField, TextField } from './text-field.tsx';

const KEPT = ['names', 'notes', 'confidential', 'sealed', 'hr'] as const;
const NEW_SURVEY: PlannedSurvey = {
  id: '',
  name: '',
  wave: 'during1',
  instruments: [],
  promise: 'confidential',
  minutes: { mentee: 0, mentor: 0 },
};

/** Step 6: privacy, and what we ask. */
export function PrivacyFields({ fields }: { readonly fields: StepFields }) {
  const { privacy } = fields.plan;
  const { words } = fields.view;
  const surveys = [...privacy.surveys, ...(fields.add === 'surveys' ? [NEW_SURVEY] : [])];
  return (
    <>
      <div class="side-by-side">
        <NumberField fields={fields} name="least" words="least" hint="least" value={privacy.least} />
        <NumberField fields={fields} name="leastHr" words="least-hr" value={privacy.leastHr} />
      </div>
      <TextField
        fields={fields}
        name="groups"
        words="groups"
        hint="groups"
        value={privacy.groups.join(', ')}
      />
      <TextField
        fields={fields}
        name="commentReaders"
        words="comment-readers"
        hint="comment-readers"
        value={privacy.commentReaders.join(', ')}
      />
      <h3>{words.say('plan.keep')}</h3>
      <p class="hint">{words.say('plan.keep.why')}</p>
      <div class="side-by-side">
        {KEPT.map((what) => (
          <NumberField
            fields={fields}
            name={`keep.${what}`}
            words={`keep-${what}`}
            value={privacy.keep[what]}
            unit={words.say('plan.unit.months')}
          />
        ))}
      </div>
      <h3>{words.say('plan.surveys')}</h3>
      {surveys.map((survey, i) => (
        <Survey fields={fields} survey={survey} place={i} />
      ))}
      <button class="button secondary" type="submit" name="after" value="add-surveys">
        {words.say('plan.add.survey')}
      </button>
      <h3>{words.say('plan.minutes')}</h3>
      <div class="side-by-side">
        <NumberField fields={fields} name="capMentee" words="cap-mentee" value={privacy.cap.mentee} />
        <NumberField fields={fields} name="capMentor" words="cap-mentor" value={privacy.cap.mentor} />
      </div>
      <Burden view={fields.view} plan={fields.plan} />
    </>
  );
}

function Survey({
  fields,
  survey,
  place,
}: {
  readonly fields: StepFields;
  readonly survey: PlannedSurvey;
  readonly place: number;
}) {
  const { words } = fields.view;
  const name = (field: string): string => `surveys.${place}.${field}`;
  return (
    <details class="group" open={survey.name === ''}>
      <summary>{survey.name === '' ? words.say('plan.survey.new') : survey.name}</summary>
      <input type="hidden" name={name('id')} value={survey.id} />
      <TextField fields={fields} name={name('name')} words="survey-name" value={survey.name} />
      <div class="side-by-side">
        <TextField
          fields={fields}
          name={name('wave')}
          words="wave"
          hint="wave"
          value={survey.wave}
          width="medium"
        />
        <TextField
          fields={fields}
          name={name('on')}
          words="survey-on"
          value={survey.on}
          type="date"
          width="medium"
        />
        <NumberField
          fields={fields}
          name={name('minutesMentee')}
          words="minutes-mentee"
          value={survey.minutes.mentee}
        />
        <NumberField
          fields={fields}
          name={name('minutesMentor')}
          words="minutes-mentor"
          value={survey.minutes.mentor}
        />
      </div>
      <Asked fields={fields} survey={survey} place={place} />
      <Box name={name('removed')} label={words.say('plan.remove')} ticked={false} />
    </details>
  );
}

/** What a survey asks, and under which promise. */
function Asked({
  fields,
  survey,
  place,
}: {
  readonly fields: StepFields;
  readonly survey: PlannedSurvey;
  readonly place: number;
}) {
  const { words } = fields.view;
  const name = (field: string): string => `surveys.${place}.${field}`;
  return (
    <>
      <Choice
        kind="several"
        inline
        name={name('instruments')}
        label={words.say('plan.field.instruments')}
        options={INSTRUMENTS.map(({ id }) => ({ value: id, label: programWord(`instrument.${id}.name`) }))}
        chosen={fields.form.chosen(name('instruments'), survey.instruments)}
      />
      <Choice
        kind="one"
        inline
        name={name('promise')}
        label={words.say('plan.field.promise')}
        options={(['signed', 'confidential', 'sealed'] as const).map((value) => ({
          value,
          label: words.say(`plan.promise.${value}`),
        }))}
        chosen={fields.form.given(name('promise'), survey.promise)}
      />
    </>
  );
}
