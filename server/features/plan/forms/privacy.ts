import { z } from 'zod';
import type { PlannedSurvey, Privacy, ProgramPlan } from '#evaluation/program/program-plan.ts';
import { chosen, day, line, maybe, names, oneOf, whole } from '#server/http/texts.ts';
import { sentFields, stepForm } from './step-form.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'wrong.id');

const survey = z.strictObject({
  id: maybe(id),
  name: maybe(line(120)),
  wave: maybe(z.string().regex(/^(before\d*|during\d+|after|follow-up-\d+)$/, 'wrong.wave')),
  on: maybe(day()),
  instruments: chosen(id, 10),
  promise: oneOf(['signed', 'confidential', 'sealed']),
  minutesMentee: whole(0, 120),
  minutesMentor: whole(0, 120),
  removed: z.union([z.boolean(), z.literal('on')]).optional(),
});

const months = () => whole(0, 120);

const schema = z.strictObject({
  ...sentFields,
  least: whole(5, 20),
  leastHr: whole(10, 100),
  groups: names(3, 60),
  commentReaders: names(10, 120),
  keep: z.strictObject({
    names: months(),
    notes: months(),
    confidential: months(),
    sealed: months(),
    hr: months(),
  }),
  capMentee: whole(0, 10_000),
  capMentor: whole(0, 10_000),
  surveys: z.array(survey).max(20).optional().default([]),
});
type Values = z.infer<typeof schema>;

/** Step 6: from how many people on there are results, what is asked, who reads, how long it is kept. */
export const privacyForm = stepForm({
  step: 'privacy',
  schema,
  part: (values: Values, before: ProgramPlan): Privacy => ({
    least: values.least,
    leastHr: values.leastHr,
    groups: values.groups,
    commentReaders: values.commentReaders,
    keep: values.keep,
    cap: { mentee: values.capMentee, mentor: values.capMentor },
    surveys: values.surveys.length === 0 ? before.privacy.surveys : values.surveys.flatMap(surveyOf),
  }),
  example: {
    least: 5,
    leastHr: 10,
    groups: ['location'],
    commentReaders: [],
    keep: { names: 12, notes: 12, confidential: 24, sealed: 36, hr: 36 },
    capMentee: 88,
    capMentor: 69,
  },
});

function surveyOf(row: Values['surveys'][number], place: number): PlannedSurvey[] {
  if (row.removed === true || row.removed === 'on' || row.name === undefined || row.wave === undefined)
    return [];
  return [
    {
      id: row.id ?? `survey-${place + 1}`,
      name: row.name,
      wave: row.wave,
      ...(row.on !== undefined && { on: row.on }),
      instruments: row.instruments,
      promise: row.promise,
      minutes: { mentee: row.minutesMentee, mentor: row.minutesMentor },
    },
  ];
}
