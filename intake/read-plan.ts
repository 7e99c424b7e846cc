import { z } from 'zod';
import { DESIGN_IDS, type Plan } from '#evaluation/plan/plan.ts';
import { dayFromIso } from '#evaluation/study/day.ts';
import type { Problem } from './problem.ts';
import { decodedText } from './decode.ts';
import { nothingTold } from './problem.ts';
import type { SourceFile } from './table.ts';

const date = z.string().refine((text) => dayFromIso(text) !== undefined, 'is not a date (write YYYY-MM-DD)');
const names = z.array(z.string().min(1));
const outcome = z.strictObject({
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
});

const plan = z.strictObject({
  plan: z.literal(1),
  program: z.string().optional(),
  cohorts: names.optional(),
  cutoff: date,
  look: date,
  design: z.enum(DESIGN_IDS),
  fallback: z.enum(['weighted', 'words']).optional(),
  match: z
    .strictObject({
      exact: names.optional(),
      ratio: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
      caliper: z.number().min(0.05).max(0.25).optional(),
    })
    .optional(),
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
  locked: z.strictObject({ on: date, by: z.string().min(1), witness: z.string().optional() }).optional(),
  objectives: z.record(z.string(), names).optional(),
  costs: z.array(z.strictObject({ line: z.string(), amount: z.number(), currency: z.string() })).optional(),
  owners: z.record(z.string(), z.string()).optional(),
  texts: z.record(z.string(), z.string()).optional(),
});

/** A plan, or everything that is wrong with it at once. Unknown fields are refused. */
export type ReadPlan = { readonly plan: Plan } | { readonly problems: readonly Problem[] };

/** The plan in a file. */
export function readPlan(file: SourceFile): ReadPlan {
  let json: unknown;
  try {
    json = JSON.parse(decodedText(file, nothingTold()));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      problems: [
        wrong(
          file.name,
          null,
          null,
          null,
          'plan',
          `The plan is not JSON: ${why}.`,
          'Correct the file, or write a new one with plumbline plan new.',
        ),
      ],
    };
  }
  const read = plan.safeParse(json);
  if (!read.success) {
    return {
      problems: read.error.issues.map((issue) => {
        const field =
          issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'plan');
        return wrong(
          file.name,
          null,
          field,
          shown(json, issue.path),
          'plan',
          `\`${field}\`: ${issue.message}.`,
          'See the plan fields in the README, or write a new plan with plumbline plan new.',
        );
      }),
    };
  }
  const checked = read.data as Plan;
  const problems: Problem[] = [];
  const say = (field: string, value: string, problem: string, cure: string): void => {
    problems.push(wrong(file.name, null, field, value, 'plan', problem, cure));
  };
  if ((checked.design === 'matched' || checked.design === 'weighted') && !checked.covariates?.length) {
    say(
      'covariates',
      '',
      'A matched or weighted plan needs `covariates`.',
      'Name the characteristics on which groups must be alike.',
    );
  }
  if (checked.design === 'waiting-list' || checked.design === 'before-after-comparison') {
    say(
      'design',
      checked.design,
      `The design \`${checked.design}\` cannot be evaluated by this version.`,
      'Use lottery, matched, weighted, before-after or opinions.',
    );
  }
  if (checked.cuts?.length)
    say(
      'cuts',
      checked.cuts.join(', '),
      '`cuts` cannot be evaluated by this version.',
      'Leave the field out.',
    );
  return problems.length > 0 ? { problems } : { plan: checked };
}

function shown(json: unknown, path: readonly PropertyKey[]): string | null {
  let value = json;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value === undefined ? null : JSON.stringify(value);
}

function wrong(
  file: string,
  line: number | null,
  column: string | null,
  value: string | null,
  code: string,
  problem: string,
  cure: string,
): Problem {
  return { file, line, column, value, code, problem, cure, severity: 'error' };
}
