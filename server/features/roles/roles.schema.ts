import { z } from 'zod';
import { ROLES } from '#server/access/roles.ts';

/** The id of something, as forms send it. */
const id = (text: string) => z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, text);

/** Who is to hold which role, where: in a program, or in the whole organisation. */
export const newGrantSchema = z.strictObject({
  person: id('roles.choose-person'),
  role: z.enum(ROLES, 'roles.choose-role'),
  program: z
    .union([z.literal('organisation'), id('roles.choose-program')], 'roles.choose-program')
    .transform((program) => (program === 'organisation' ? null : program)),
});

/** Who is to keep the boxes of a program. */
export const boxKeeperSchema = z.strictObject({ person: id('roles.choose-person') });

/** What the page says that was just done. */
export const peopleQuerySchema = z.strictObject({
  given: z.uuid().optional(),
  ended: z.uuid().optional(),
  renewed: z.uuid().optional(),
});
