import { z } from 'zod';
import { whole } from '#server/http/texts.ts';

/** The presets of the record's page. */
export const PRESETS = ['plan', 'looks', 'exports', 'roles', 'privacy'] as const;
export type Preset = (typeof PRESETS)[number];

/** How the record leaves as a file. */
export const EXPORT_FORMATS = ['csv', 'csv-excel', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Which entries are shown, and which page of them. */
export const recordQuerySchema = z.strictObject({
  show: z.enum(PRESETS, 'wrong.choice').optional(),
  page: whole(1, 1_000_000).optional(),
});

/** Which entries leave, and how. */
export const recordExportSchema = z.strictObject({
  show: z
    .enum([...PRESETS, ''], 'wrong.choice')
    .optional()
    .transform((show) => (show === '' ? undefined : show)),
  format: z.enum(EXPORT_FORMATS, 'wrong.choice'),
});
