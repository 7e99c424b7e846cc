import { z } from 'zod';
import { line } from '#server/http/texts.ts';
import { mailAddress } from '#server/features/sign-in/sign-in.schema.ts';
import { isLanguage } from '#server/text/words.ts';

/** Time zones of this runtime, and the one they are counted from. */
export const TIME_ZONES: readonly string[] = [
  ...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']),
].sort();
/** Currencies of ISO 4217 that this runtime knows. */
export const CURRENCIES: readonly string[] = Intl.supportedValuesOf('currency');

const oneOf = (known: readonly string[], text: string) =>
  z.string().refine((value) => known.includes(value), text);

/** A password that may be left out: an empty field is none. */
export function passwordIfAny() {
  return z
    .string()
    .max(1024, 'wrong.password-too-long')
    .optional()
    .transform((text) => (text === '' ? undefined : text));
}

/** What the first person says about their organisation and themselves. */
export const setUpSchema = z.strictObject({
  organisation: line(200),
  timeZone: oneOf(TIME_ZONES, 'wrong.time-zone'),
  language: z.string().refine(isLanguage, 'wrong.language'),
  currency: oneOf(CURRENCIES, 'wrong.currency'),
  name: line(200),
  mail: mailAddress(),
  password: passwordIfAny(),
});
export type SetUp = z.infer<typeof setUpSchema>;
