import { z } from 'zod';
import { RHYTHMS } from '#evaluation/program/agreement-defaults.ts';
import { GATE_TIMES, HELD_ROLES } from '#evaluation/program/program-plan.ts';
import { date, outcomeFields, planSchema } from './plan-schema.ts';

/** Longest name and longest text that a plan takes in; a page of print holds about 3 000 letters. */
const NAME = 200;
const WORDS = 4000;
const MOST_PARTS = 100;

const name = z.string().max(NAME);
const named = name.min(1);
const words = z.string().max(WORDS);
const list = <T extends z.ZodType>(of: T) => z.array(of).max(MOST_PARTS);
const whole = z.number().int().min(0);
const share = z.number().min(0).max(1);
const people = z.number().int().positive();
const minutesByRole = z.strictObject({ mentee: z.number().min(0), mentor: z.number().min(0) });

const kpi = z.strictObject({
  id: named,
  preset: named.optional(),
  measure: named.optional(),
  name,
  definition: words,
  formula: words,
  unit: name,
  source: words,
  owner: name,
  schedule: name,
  baseline: z.number().optional(),
  target: z.number().optional(),
});

const purpose = z.strictObject({
  program: name,
  why: words,
  from: date.optional(),
  to: date.optional(),
  cohorts: list(named),
  holders: list(z.strictObject({ role: z.enum(HELD_ROLES), name: named })),
  objectives: list(z.strictObject({ id: named, words, kpis: list(named), measures: list(named) })),
  kpis: list(kpi),
  gates: list(z.strictObject({ at: z.enum(GATE_TIMES), gate: named })),
});

const rhythm = z.strictObject({
  offered: list(z.enum(RHYTHMS)),
  usual: z.enum(RHYTHMS),
  ownDays: z.number().int().min(1).max(366).optional(),
  agreement: z.strictObject({
    integrity: words,
    acknowledged: z.boolean(),
    meetingMinutes: z.number().int().positive(),
    mainChannel: name,
    fallbackChannel: name,
    answerWithinDays: whole,
    noticeDays: whole,
    newDateDays: whole,
    preparation: list(words),
    honesty: list(words),
    confidentiality: words,
    exceptions: list(words),
    whoSeesWhat: z.boolean(),
  }),
  activities: z.strictObject({
    growthAims: z.boolean(),
    growthAreas: z.boolean(),
    goals: z.boolean(),
    goalChecks: z.boolean(),
    restatedAims: z.boolean(),
    checkIns: z.boolean(),
    feedback: z.boolean(),
    reviewEvery: z.number().int().positive().optional(),
    surveyAfter: z.number().int().positive().optional(),
    teamReviewWeeks: z.number().int().positive().optional(),
    saidAndDone: z.boolean(),
    integrityReport: z.boolean(),
    concerns: z.boolean(),
  }),
  flags: z.strictObject({
    drifting: z.number().min(1),
    conversation: z.number().min(1),
    movedInARow: z.number().int().positive(),
    remindUnsignedDays: whole,
    unsignedDays: whole,
  }),
});

const outcome = z.strictObject({ ...outcomeFields, measure: named, instrument: named.optional() });

const success = z.strictObject({
  measures: list(z.strictObject({ measure: named, owner: name, schedule: name })),
  primary: outcome.optional(),
  also: z.array(outcome).max(5),
  watchOuts: z.array(outcome).max(5),
  negativeControl: outcome.optional(),
  decision: words.optional(),
});

const { design, fallback, match, scope, minTenureDays, seed } = planSchema.shape;

const comparison = z.strictObject({
  design: design.optional(),
  fallback,
  match,
  covariates: z.array(named).max(20),
  scope,
  minTenureDays,
  cuts: z.array(named).max(3),
});

const expected = z.strictObject({
  participants: people.optional(),
  mentors: people.optional(),
  applicants: people.optional(),
  comparison: people.optional(),
  comparisonMentors: people.optional(),
  answered: share.positive().optional(),
  comparisonAnswered: share.positive().optional(),
  mentorVariation: z.number().min(0).optional(),
  mentorCorrelation: share.optional(),
  outcomes: z.record(
    named,
    z.strictObject({
      share: share.optional(),
      spread: z.number().positive().optional(),
      correlation: share.optional(),
    }),
  ),
  keptKnowingly: list(named),
});

const months = z.number().int().min(0).max(120);

const privacy = z.strictObject({
  least: z.number().int().min(5).max(20),
  leastHr: z.number().int().min(10),
  groups: z.array(named).max(3),
  commentReaders: list(named),
  keep: z.strictObject({
    names: months,
    notes: months,
    confidential: months,
    sealed: months,
    hr: months.max(36),
  }),
  surveys: list(
    z.strictObject({
      id: named,
      name,
      wave: named,
      on: date.optional(),
      instruments: list(named),
      promise: z.enum(['signed', 'confidential', 'sealed']),
      minutes: minutesByRole,
    }),
  ),
  cap: minutesByRole,
});

const looks = z.strictObject({
  cutoff: date.optional(),
  look: date.optional(),
  seed,
  followUps: z.array(z.number().int().positive().max(120)).max(12),
});

/** The fields of a program plan; a field that is not here is refused. Each step is a schema of its own: `programPlanSchema.shape.privacy`. */
export const programPlanSchema = z.strictObject({
  programPlan: z.literal(1),
  template: named,
  purpose,
  rhythm,
  success,
  comparison,
  expected,
  privacy,
  looks,
});

/** The fields that stand at a place of a program plan, by its path; none where there is a value, or no such place. */
export function programPlanFields(path: readonly string[]): readonly string[] {
  let at: z.ZodType | undefined = programPlanSchema;
  for (const part of path) at = at && below(at, part);
  const found = at && bare(at);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

function below(schema: z.ZodType, part: string): z.ZodType | undefined {
  const found = bare(schema);
  if (found instanceof z.ZodObject) return found.shape[part] as z.ZodType | undefined;
  if (found instanceof z.ZodArray) return found.element as z.ZodType;
  return found instanceof z.ZodRecord ? (found.valueType as z.ZodType) : undefined;
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema;
}
