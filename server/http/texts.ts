import { z } from 'zod';

/** Control letters other than line breaks and tabs: nobody types them, and files and mails trip over them. */
// eslint-disable-next-line no-control-regex
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
        .regex(/^-?\d{1,9}$/, 'wrong.whole-number')
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
