import { z } from 'zod';
import { REPORTS } from '#report/reports/registry.ts';

const KEEPS = ['visit', 'week', 'month'] as const;
const NOTHING_CHOSEN = z.literal('');

/** What a new study is told besides its files. */
export const newStudySchema = z.strictObject({
  allowed: z.literal('yes', 'files.wrong.allowed'),
  keep: z.enum(KEEPS, 'files.wrong.keep'),
});
export type NewStudy = z.infer<typeof newStudySchema>;

export const noValuesSchema = z.strictObject({});

export const keepSchema = z.strictObject({ keep: z.enum(KEEPS, 'files.wrong.keep') });

export const tableSchema = z.strictObject({ table: z.string().regex(/^[a-z]{2,40}$/, 'files.wrong.table') });

/** How files are read where the guess is not right; nothing chosen means: guess. */
export const settingsSchema = z.strictObject({
  dates: z.enum(['', 'day-first', 'month-first'], 'files.wrong.setting').optional(),
  decimal: z.enum(['', 'comma', 'point'], 'files.wrong.setting').optional(),
  delimiter: z.enum(['', ',', ';', 'tab', '|'], 'files.wrong.setting').optional(),
  encoding: z
    .enum(['', 'utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le', 'utf-16be'], 'files.wrong.setting')
    .optional(),
});
export type GivenSettings = z.infer<typeof settingsSchema>;

export const problemRowsSchema = z.strictObject({
  problemRows: z.enum(['refuse', 'leave-out'], 'files.wrong.setting'),
});

/** Which reports are made, and for which paper. */
export const reportSchema = z.strictObject({
  reports: z
    .array(z.string().refine((id) => REPORTS.some((one) => one.id === id), 'files.wrong.setting'))
    .max(REPORTS.length)
    .optional(),
  paper: z.enum(['a4', 'letter'], 'files.wrong.setting').optional(),
});
export type AskedReport = z.infer<typeof reportSchema>;

const short = z.string().max(200, 'wrong.too-long|{"most":200}').optional();
/** A number as people write it, or nothing. */
const outcomeSchema = z.strictObject({
  outcome: short,
  /** A wave after the start; only scales have one. */
  wave: short,
  months: short,
  better: z.union([z.enum(['higher', 'lower'], 'files.wrong.setting'), NOTHING_CHOSEN]).optional(),
  matters: short,
  label: short,
  unit: short,
});
export type GivenOutcome = z.infer<typeof outcomeSchema>;

/** Steps 3 and 4 of a plan, and whether somebody had looked. Reading the plan itself is the intake's. */
export const planSchema = z.strictObject({
  source: z.enum(['file', 'form'], 'files.wrong.setting'),
  looked: z.enum(['no', 'yes'], 'files.wrong.looked'),
  lockedOn: short,
  lockedBy: short,
  witness: short,
  program: short,
  design: short,
  cutoff: short,
  look: short,
  primary: outcomeSchema.optional(),
  also: z.array(outcomeSchema).max(5).optional(),
  watchOuts: z.array(outcomeSchema).max(5).optional(),
  covariates: z.array(z.string().max(200)).max(20).optional(),
  exact: z.array(z.string().max(200)).max(20).optional(),
});
export type GivenPlan = z.infer<typeof planSchema>;
