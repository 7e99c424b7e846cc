import { z } from 'zod';
import { RHYTHMS } from '#evaluation/program/agreement-defaults.ts';
import { chosen, decimal, line, lines, maybe, oneOf, ticked, whole } from '#server/http/texts.ts';
import { said, sentFields, stepForm } from './step-form.ts';

const promises = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/\r?\n/))])
  .transform((parts) => parts.map((part) => part.normalize('NFC').trim()).filter((part) => part !== ''))
  .refine(
    (parts) => parts.length <= 12 && parts.every((part) => part.length <= 300),
    'wrong.too-many|{"most":12}',
  );

const schema = z.strictObject({
  ...sentFields,
  offered: chosen(oneOf(RHYTHMS), 3),
  usual: oneOf(RHYTHMS),
  ownDays: maybe(whole(3, 120)),
  agreement: z.strictObject({
    integrity: lines(2000),
    acknowledged: ticked(),
    meetingMinutes: whole(10, 480),
    mainChannel: line(60),
    fallbackChannel: line(60),
    answerWithinDays: whole(1, 30),
    noticeDays: whole(0, 30),
    newDateDays: whole(0, 60),
    preparation: promises,
    honesty: promises,
    confidentiality: lines(600),
    exceptions: promises,
    whoSeesWhat: ticked(),
  }),
  activities: z.strictObject({
    growthAims: ticked(),
    growthAreas: ticked(),
    goals: ticked(),
    goalChecks: ticked(),
    restatedAims: ticked(),
    checkIns: ticked(),
    feedback: ticked(),
    saidAndDone: ticked(),
    integrityReport: ticked(),
    concerns: ticked(),
    reviewEvery: maybe(whole(1, 60)),
    surveyAfter: maybe(whole(1, 60)),
    teamReviewWeeks: maybe(whole(1, 52)),
  }),
  flags: z.strictObject({
    drifting: decimal(1, 20),
    conversation: decimal(1, 20),
    movedInARow: whole(1, 20),
    remindUnsignedDays: whole(1, 365),
    unsignedDays: whole(1, 365),
  }),
});

/** Step 2: how often pairs meet, what their agreement begins with, what they are asked to do. */
export const rhythmForm = stepForm({
  step: 'rhythm',
  schema,
  part: ({
    version: _version,
    after: _after,
    activities,
    offered,
    usual,
    ownDays,
    ...values
  }: z.infer<typeof schema>) => ({
    ...values,
    offered: offered.length === 0 ? [usual] : offered,
    usual,
    ...(ownDays !== undefined && { ownDays }),
    activities: said(activities) as never,
  }),
  example: {
    offered: ['two-weekly', 'monthly'],
    usual: 'two-weekly',
    agreement: {
      integrity: 'We do what we say.',
      acknowledged: true,
      meetingMinutes: 60,
      mainChannel: 'mail',
      fallbackChannel: 'phone',
      answerWithinDays: 2,
      noticeDays: 1,
      newDateDays: 3,
      preparation: ['The mentee sends a topic the day before.'],
      honesty: ['We say when we do not know.'],
      confidentiality: 'What we discuss stays with us.',
      exceptions: ['danger to someone'],
      whoSeesWhat: true,
    },
    activities: { goals: true, checkIns: true, reviewEvery: 6 },
    flags: { drifting: 2, conversation: 3, movedInARow: 3, remindUnsignedDays: 21, unsignedDays: 30 },
  },
});
