import { z } from 'zod';
import { typedCode, typedPassword } from '#server/features/sign-in/sign-in.schema.ts';

/** A new password. */
export const newPasswordSchema = z.strictObject({ password: typedPassword() });
/** A second factor that is set up: the proposed secret, locked, and a first code. */
export const enrolSchema = z.strictObject({
  secret: z.string().regex(/^[\w-]{40,200}$/, 'wrong.secret'),
  code: typedCode(),
});
/** A button without fields. */
export const nothingSchema = z.strictObject({});
