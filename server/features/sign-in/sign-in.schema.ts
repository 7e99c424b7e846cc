import { z } from 'zod';
import { isMailAddress } from '#server/mail/mail.ts';
import { ownPath } from '#server/mail/own-link.ts';

/** A mail address as somebody types it. */
export function mailAddress() {
  return z
    .string()
    .max(300, 'wrong.mail')
    .transform((text) => text.trim().normalize('NFC'))
    .refine(isMailAddress, 'wrong.mail');
}

/** A password as it comes in; whether a new one may be used is judged elsewhere. */
export function typedPassword() {
  return z.string().min(1, 'wrong.empty').max(1024, 'wrong.password-too-long');
}

/** A code of six digits or a recovery code, as it comes in. */
export function typedCode() {
  return z.string().trim().min(1, 'wrong.empty').max(80, 'sign-in.wrong-code');
}

/** Where to go on: a path of our own, else the first page. */
export function goingTo() {
  return z
    .string()
    .max(2000)
    .optional()
    .transform((text) => ownPath(text));
}

/** Asks for a mail link; a password that was typed beside it is not looked at. */
export const askLinkSchema = z.strictObject({
  mail: mailAddress(),
  to: goingTo(),
  password: z.string().max(1024).optional(),
});
/** Signs in with a password. */
export const passwordSchema = z.strictObject({
  mail: mailAddress(),
  password: typedPassword(),
  to: goingTo(),
});
/** The second step. */
export const codeSchema = z.strictObject({ code: typedCode(), to: goingTo() });
/** Shows once more who one is. */
export const againSchema = z.strictObject({
  code: typedCode().optional(),
  password: typedPassword().optional(),
  to: goingTo(),
});
/** Asks for a mail link to show again who one is. */
export const againLinkSchema = z.strictObject({ to: goingTo() });
/** Signs out. */
export const signOutSchema = z.strictObject({});
/** The query of the pages of sign-in. */
export const toSchema = z.strictObject({ to: goingTo(), language: z.string().max(20).optional() });
