import { z } from 'zod';
import { THEMES } from '#server/ui/appearance.tsx';

/** How pages look in this browser, and where to go on. */
export const appearanceSchema = z.strictObject({
  theme: z.enum(THEMES, 'wrong.choice'),
  to: z.string().max(2000).optional(),
});
