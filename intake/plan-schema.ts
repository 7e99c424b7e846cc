import { z } from 'zod';
import { DESIGN_IDS } from '#evaluation/plan/plan.ts';
import { dayFromIso } from '#evaluation/study/day.ts';

/** A day that exists, as YYYY-MM-DD. */
export const date = z.string().refine((text) => dayFromIso(text) !== undefined, 'is not a date that exists');
const names = z.array(z.string().min(1));
/** The fields of an outcome, wherever one is planned. */
export const outcomeFields = {
  outcome: z.string().min(1),
  months: z.number().positive().optional(),
  wave: z.string().optional(),
  better: z.enum(['higher', 'lower']),
  matters: z.number().positive(),
  who: z.enum(['mentees', 'mentors']).optional(),
  label: z.string().optional(),
  unit: z.string().optional(),
  cut: z.string().optional(),
  among: z.literal('participants').optional(),
};
const outcome = z.strictObject(outcomeFields);
const match = z.strictObject({
  exact: names.optional(),
  ratio: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  caliper: z.number().min(0.05).max(0.25).optional(),
});

const share = z.number().min(0).max(1);
const expects = z.strictObject({
  participants: z.number().int().positive().optional(),
  comparison: z.number().int().positive().optional(),
  mentors: z.number().int().positive().optional(),
  comparisonMentors: z.number().int().positive().optional(),
  answered: share.positive().optional(),
  comparisonAnswered: share.positive().optional(),
  menteesPerMentor: z.number().min(1).optional(),
  mentorVariation: z.number().min(0).optional(),
  mentorCorrelation: share.optional(),
  outcomes: z
    .record(
      z.string(),
      z.strictObject({
        share: share.optional(),
        spread: z.number().positive().optional(),
        correlation: z.number().min(0).max(1).optional(),
      }),
    )
    .optional(),
});

/** The fields of a plan file (method, section 6); a field that is not here is refused. */
export const planSchema = z.strictObject({
  plan: z.literal(1),
  program: z.string().optional(),
  cohorts: names.optional(),
  cutoff: date,
  look: date,
  design: z.enum(DESIGN_IDS),
  fallback: z.enum(['weighted', 'words']).optional(),
  match: match.optional(),
  covariates: names.max(20).optional(),
  scope: z.record(z.string(), names).optional(),
  minTenureDays: z.number().int().min(0).optional(),
  primary: outcome,
  also: z.array(outcome).max(5).optional(),
  watchOuts: z.array(outcome).max(5).optional(),
  negativeControl: outcome.optional(),
  cuts: names.max(3).optional(),
  dimensions: names.max(3).optional(),
  instruments: z.record(z.string(), z.string()).optional(),
  waves: z.record(z.string(), z.string()).optional(),
  decision: z.strictObject({ rule: z.string().optional(), words: z.string().optional() }).optional(),
  seed: z.int32().optional(),
  floors: z
    .strictObject({ k: z.number().int().min(5).optional(), kHr: z.number().int().min(10).optional() })
    .optional(),
  document: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'the fingerprint of a program plan, 64 hex digits')
    .optional(),
  locked: z.strictObject({ on: date, by: z.string().min(1), witness: z.string().optional() }).optional(),
  objectives: z.record(z.string(), names).optional(),
  costs: z.array(z.strictObject({ line: z.string(), amount: z.number(), currency: z.string() })).optional(),
  owners: z.record(z.string(), z.string()).optional(),
  expects: expects.optional(),
  texts: z.record(z.string(), z.string()).optional(),
});

const OUTCOME_FIELDS = Object.keys(outcome.shape);
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(planSchema.shape),
  match: Object.keys(match.shape),
  primary: OUTCOME_FIELDS,
  also: OUTCOME_FIELDS,
  watchOuts: OUTCOME_FIELDS,
  negativeControl: OUTCOME_FIELDS,
  decision: ['rule', 'words'],
  floors: ['k', 'kHr'],
  expects: Object.keys(expects.shape),
  locked: ['on', 'by', 'witness'],
  costs: ['line', 'amount', 'currency'],
};

/** The fields that a part of a plan may have; the part is named by its first word, the whole plan by an empty text. */
export function fieldsOf(part: string): readonly string[] {
  return FIELDS[part] ?? [];
}
