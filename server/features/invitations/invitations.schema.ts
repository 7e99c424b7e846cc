import { z } from 'zod';
import { passwordIfAny } from '#server/features/set-up/set-up.schema.ts';
import { mailAddress } from '#server/features/sign-in/sign-in.schema.ts';
import { line } from '#server/http/texts.ts';

/** Roles that people are invited to; the others come with their part of the product. */
export const INVITED_ROLES = ['program-manager', 'evaluator', 'sponsor', 'observer', 'admin'] as const;
/** Roles that may be held for the whole organisation (trust.md 4.1). */
const FOR_ORGANISATION: readonly string[] = ['observer', 'admin'];

/** Whom to invite, to which roles, where. */
export const inviteSchema = z
  .strictObject({
    name: line(200),
    mail: mailAddress(),
    roles: z
      .array(z.enum(INVITED_ROLES, 'wrong.role'))
      .min(1, 'wrong.role')
      .max(INVITED_ROLES.length, 'wrong.role'),
    program: z
      .union([z.literal(''), z.uuid()], 'wrong.program')
      .optional()
      .transform((text) => (text === undefined || text === '' ? null : text)),
  })
  .refine(({ roles }) => new Set(roles).size === roles.length, { path: ['roles'], error: 'wrong.role' })
  .refine(
    ({ roles, program }) => program !== null || roles.every((role) => FOR_ORGANISATION.includes(role)),
    {
      path: ['program'],
      error: 'wrong.program-needed',
    },
  );
export type Invite = z.infer<typeof inviteSchema>;

/** What somebody says who accepts. */
export const acceptSchema = z.strictObject({ name: line(200), password: passwordIfAny() });
export type Accept = z.infer<typeof acceptSchema>;
