import { z } from 'zod';
import { DESIGN_IDS } from '#evaluation/plan/plan.ts';
import type { Comparison, ProgramPlan } from '#evaluation/program/program-plan.ts';
import { decimal, maybe, names, oneOf, whole } from '#server/http/texts.ts';
import { sentFields, stepForm } from './step-form.ts';

const schema = z.strictObject({
  ...sentFields,
  design: maybe(oneOf(DESIGN_IDS)),
  fallback: maybe(oneOf(['weighted', 'words'])),
  exact: names(10, 60).optional().default([]),
  ratio: maybe(whole(1, 3)),
  caliper: maybe(decimal(0.05, 0.25)),
  covariates: names(40, 60),
  cuts: names(3, 60).optional().default([]),
  minTenureDays: maybe(whole(0, 3650)),
});
type Values = z.infer<typeof schema>;

/** Step 4: compared with whom. */
export const comparisonForm = stepForm({
  step: 'comparison',
  schema,
  part(
    { design, fallback, exact, ratio, caliper, covariates, cuts, minTenureDays }: Values,
    before: ProgramPlan,
  ): Comparison {
    const match = {
      ...(exact.length > 0 && { exact }),
      ...(ratio !== undefined && { ratio: ratio as 1 | 2 | 3 }),
      ...(caliper !== undefined && { caliper }),
    };
    return {
      ...(before.comparison.scope !== undefined && { scope: before.comparison.scope }),
      ...(design !== undefined && { design }),
      ...(fallback !== undefined && { fallback }),
      ...(Object.keys(match).length > 0 && { match }),
      ...(minTenureDays !== undefined && { minTenureDays }),
      covariates,
      cuts,
    };
  },
  example: {
    design: 'matched',
    fallback: 'words',
    covariates: ['grade', 'tenure_years'],
    ratio: 2,
    caliper: 0.2,
  },
});
