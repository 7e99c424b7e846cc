import { z } from 'zod';

/** Agreeing to what was seen: its digest, and the word where one has to be typed. */
export const agreeSchema = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'acts.digest'),
  word: z.string().max(40).optional(),
});

/** Declining comes from the same form; what stands in it does not matter. */
export const declineSchema = agreeSchema.partial();
