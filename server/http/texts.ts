import { z } from 'zod';

/** Control letters other than line breaks and tabs: nobody types them, and files and mails trip over them. */
// eslint-disable-next-line no-control-regex -- control letters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** A line that people write: trimmed, in one normal form, not empty, at most `most` letters. */
export function line(most: number) {
  return z
    .string()
    .max(most * 4, `wrong.too-long|{"most":${most}}`)
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => text.length > 0, 'wrong.empty')
    .refine((text) => text.length <= most, `wrong.too-long|{"most":${most}}`)
    .refine((text) => !CONTROL.test(text) && !/[\r\n]/.test(text), 'wrong.control-letter');
}

/** A text of several lines; may be empty. */
export function lines(most: number) {
  return z
    .string()
    .max(most * 4, `wrong.too-long|{"most":${most}}`)
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .refine((text) => text.length <= most, `wrong.too-long|{"most":${most}}`)
    .refine((text) => !CONTROL.test(text), 'wrong.control-letter');
}

/** A day of the calendar, `YYYY-MM-DD`. */
export function day() {
  return z.string().refine((text) => isDay(text), 'wrong.day');
}

/** A whole number that a form sends as text. */
export function whole(least: number, most: number) {
  return z
    .union([
      z.number(),
      z
        .string()
        .trim()
        .regex(/^(?!-0*$)-?\d{1,9}$/, 'wrong.whole-number')
        .transform(Number),
    ])
    .refine(
      (value) => Number.isInteger(value) && value >= least && value <= most,
      `wrong.between|{"least":${least},"most":${most}}`,
    );
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** A number that a form sends as text, with a point or a comma. */
export function decimal(least: number, most: number) {
  return z
    .union([
      z.number(),
      z
        .string()
        .trim()
        .regex(/^(?!-0*([.,]0*)?$)-?\d{1,9}([.,]\d{1,9})?$/, 'wrong.number')
        .transform((text) => Number(text.replace(',', '.'))),
    ])
    .refine(
      (value) => Number.isFinite(value) && value >= least && value <= most,
      `wrong.between|{"least":${least},"most":${most}}`,
    );
}

/** A field that may stay empty; forms send an empty text then. */
export function maybe<T extends z.ZodType>(schema: T) {
  return z.union([z.literal('').transform(() => undefined), schema]).optional();
}

/** One of a closed set. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: 'wrong.choice' });
}

/** A list of names on one line, parted by commas. */
export function names(most: number, letters: number) {
  return z
    .union([z.array(z.string()), z.string().transform((text) => text.split(','))])
    .transform((parts) => [
      ...new Set(parts.map((part) => part.normalize('NFC').trim()).filter((part) => part !== '')),
    ])
    .refine((parts) => parts.length <= most, `wrong.too-many|{"most":${most}}`)
    .refine(
      (parts) => parts.every((part) => part.length <= letters && !CONTROL.test(part) && !/[\r\n]/.test(part)),
      `wrong.too-long|{"most":${letters}}`,
    );
}

/** A box that is ticked or not; a form leaves an unticked one out. */
export function ticked() {
  return z
    .union([z.boolean(), z.literal('on')])
    .optional()
    .transform((value) => value === true || value === 'on');
}

/** Boxes with one name of which any number may be ticked. */
export function chosen<T extends string>(value: z.ZodType<T>, most: number) {
  return z.array(value).max(most, `wrong.too-many|{"most":${most}}`).optional().default([]);
}
