import { randomBytes } from 'node:crypto';
import { locked, unlocked } from '#record/keys/locked.ts';
import { STAFF_ROLES } from '#server/access/roles.ts';
import type { DoorPerson } from '#server/features/sign-in/accounts.store.ts';
import { secretPlace } from '#server/features/sign-in/check-code.ts';
import { ENROL_PATH } from '#server/features/sign-in/find-visitor.ts';
import { freshSignIn, isFresh } from '#server/features/sign-in/fresh-sign-in.ts';
import {
  deleteSecondFactor,
  putRecoveryCodes,
  putSecondFactor,
  secondFactorOf,
} from '#server/features/sign-in/second-factors.store.ts';
import { refuseTooOften } from '#server/features/sign-in/sign-in.actions.ts';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import { newCodeSecret, usedCodeStep } from '#server/sign-in/one-time-code.ts';
import { newRecoveryCodes } from '#server/sign-in/recovery-codes.ts';

const random = (length: number): Uint8Array => randomBytes(length);

/** The acting person as the stores of sign-in know them. */
export function self({ organisation, person }: Scope): DoorPerson {
  return { organisation_id: organisation.id, person_id: person };
}

/** Whether somebody holds a role that needs a second factor. */
export function isStaff({ grants }: Pick<Scope, 'grants'>): boolean {
  return grants.some(({ role }) => (STAFF_ROLES as readonly string[]).includes(role));
}

/** A proposed secret: what the app is told, and the same locked, for the form that brings it back. Nothing is stored yet. */
export interface ProposedSecret {
  readonly secret: Buffer;
  readonly lockedText: string;
}

/** Proposes a secret, or opens the one that a form brought back. */
export function proposedSecret(scope: Scope, broughtBack?: string): ProposedSecret {
  const place = secretPlace(self(scope), 'proposed');
  const { secretKey } = scope.installation;
  const old =
    broughtBack === undefined ? undefined : unlocked(Buffer.from(broughtBack, 'base64url'), secretKey, place);
  if (old !== undefined) return { secret: old, lockedText: broughtBack! };
  const secret = newCodeSecret();
  return { secret, lockedText: locked(secret, secretKey, place, random).toString('base64url') };
}

/**
 * Goes on only with a fresh sign-in, so that whoever found an open screen sets up no app of their own. Before the first second factor only
 * the enrolment page is open, so there the way leads through a new sign-in.
 *
 * @throws Problem `not-now`
 */
export async function refuseStale(scope: Scope): Promise<void> {
  if (isFresh(scope.provedAt, scope.clock.now())) return;
  if ((await secondFactorOf(scope.rows, self(scope))) !== undefined || !isStaff(scope))
    freshSignIn(scope, ENROL_PATH);
  throw new Problem('not-now', {
    text: 'sign-in.again-first',
    goTo: `/signin?${new URLSearchParams({ to: ENROL_PATH }).toString()}`,
  });
}

/**
 * Sets a second factor up, or replaces it, once its app shows a right code.
 *
 * @returns recovery codes, to be shown once
 * @throws Problem `cannot-be` for a wrong code, `too-often`
 */
export async function enrol(
  scope: Scope,
  asked: { readonly secret: string; readonly code: string },
): Promise<string[]> {
  await refuseStale(scope);
  const { secret, lockedText } = proposedSecret(scope, asked.secret);
  if (lockedText !== asked.secret) throw new Problem('not-understood');
  const at = scope.clock.now();
  const who = self(scope);
  const keys = [`enrol ${who.organisation_id} ${who.person_id}`];
  refuseTooOften(scope.installation.limits.attempts.take(keys, at), 'sign-in.too-often');
  const step = usedCodeStep(secret, asked.code, at, undefined);
  if (step === undefined)
    throw new Problem('cannot-be', { fields: [{ field: 'code', text: 'account.factor.wrong-code' }] });
  scope.installation.limits.attempts.forgive(keys);
  const before = await secondFactorOf(scope.rows, who);
  const secret_locked = locked(
    secret,
    scope.installation.secretKey,
    secretPlace(who, 'secret_locked'),
    random,
  );
  await putSecondFactor(scope.rows, { ...who, secret_locked, last_step: step, made_at: at });
  await recordChange(scope, scope.person, before === undefined ? 'set-up' : 'replaced');
  return freshRecoveryCodes(scope);
}

/** Replaces the recovery codes; the ones before are worth nothing. */
export async function renewRecoveryCodes(scope: Scope): Promise<string[]> {
  freshSignIn(scope, '/account');
  if ((await secondFactorOf(scope.rows, self(scope))) === undefined) throw new Problem('not-found');
  await recordChange(scope, scope.person, 'recovery-codes-renewed');
  return freshRecoveryCodes(scope);
}

async function freshRecoveryCodes(scope: Scope): Promise<string[]> {
  const codes = newRecoveryCodes();
  await putRecoveryCodes(
    scope.rows,
    self(scope),
    codes.map(({ digest }) => digest),
  );
  return codes.map(({ token }) => token);
}

/**
 * Takes one's own second factor away; whoever works here can only replace it.
 *
 * @throws Problem `not-now`
 */
export async function removeOwnSecondFactor(scope: Scope): Promise<void> {
  freshSignIn(scope, '/account');
  if (isStaff(scope)) throw new Problem('not-now', { text: 'account.factor.needed' });
  await deleteSecondFactor(scope.rows, self(scope));
  await recordChange(scope, scope.person, 'removed');
}

/**
 * Takes the second factor of somebody away who lost phone and recovery codes. They must set it up anew when they sign in next.
 *
 * @throws Problem `not-found`, `not-now` for one's own
 */
export async function removeSecondFactorOf(scope: Scope, person: string): Promise<void> {
  freshSignIn(scope, '/invitations');
  if (person === scope.person) throw new Problem('not-now', { text: 'account.factor.own' });
  const who: DoorPerson = { organisation_id: scope.organisation.id, person_id: person };
  if ((await secondFactorOf(scope.rows, who)) === undefined) throw new Problem('not-found');
  await deleteSecondFactor(scope.rows, who);
  await recordChange(scope, person, 'removed-by-admin');
}

async function recordChange(scope: Scope, of: string, change: string): Promise<void> {
  await scope.record({ kind: 'second-factor.changed', object: `person/${of}`, payload: { of, change } });
}
