import { z } from 'zod';
import { day, line, maybe } from '#server/http/texts.ts';

/** What a new program needs; the rest is filled in from the template, in the plan. */
export const newProgramSchema = z.strictObject({
  name: line(200),
  /** First and planned last day; with the first the template fills in every other day. */
  from: maybe(day()),
  to: maybe(day()),
  template: z.string().regex(/^[a-z][a-z-]{1,40}$/, 'wrong.template'),
});
export type NewProgram = z.infer<typeof newProgramSchema>;
