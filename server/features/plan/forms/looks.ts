import { z } from 'zod';
import type { Looks } from '#evaluation/program/program-plan.ts';
import { day, maybe, whole } from '#server/http/texts.ts';
import { sentFields, stepForm } from './step-form.ts';

const schema = z.strictObject({
  ...sentFields,
  cutoff: maybe(day()),
  look: maybe(day()),
  seed: maybe(whole(0, 2_147_483_647)),
  followUps: z
    .array(maybe(whole(1, 120)))
    .max(6, 'wrong.too-many|{"most":6}')
    .optional()
    .default([])
    .transform((months) => [...new Set(months.filter((month) => month !== undefined))].sort((a, b) => a - b)),
});

/** Step 7: when data end, when results are first looked at, who is asked again later. */
export const looksForm = stepForm({
  step: 'looks',
  schema,
  part: ({ cutoff, look, seed, followUps }: z.infer<typeof schema>): Looks => ({
    ...(cutoff !== undefined && { cutoff }),
    ...(look !== undefined && { look }),
    ...(seed !== undefined && { seed }),
    followUps,
  }),
  example: { cutoff: '2029-01-01', look: '2029-01-15', followUps: [6, 12, 24] },
});
