import { Problem } from '#server/http/problem.ts';
import type { Answer } from '#server/http/route.ts';
import { ownPath } from '#server/mail/own-link.ts';
import type { Scope } from '#server/scope.ts';
import { passwordMatches } from '#server/sign-in/password-hash.ts';
import { newToken } from '#server/sign-in/tokens.ts';
import type { DoorPerson } from './accounts.store.ts';
import { signInCookie } from './begin-sign-in.ts';
import { passwordOf } from './passwords.store.ts';
import { secondFactorOf } from './second-factors.store.ts';
import { refuseTooOften, useCodeOrRefuse } from './sign-in.actions.ts';
import { renewSignIn } from './sign-ins.store.ts';

/** trust.md 4.2: whoever confirms an act signs in again; for so long it counts as just now. */
const FRESH_MINUTES = 10;

/**
 * Goes on only when the person has shown within ten minutes who they are; else leads to the page that asks, and back.
 *
 * Use it first in every act that needs two people, and before a password or second factor changes.
 *
 * @param backTo the page of the act
 * @throws Problem `not-now`, with the page that asks
 */
export function freshSignIn({ provedAt, clock }: Scope, backTo: string): void {
  if (isFresh(provedAt, clock.now())) return;
  throw new Problem('not-now', {
    text: 'sign-in.again-first',
    goTo: `/signin/again?${new URLSearchParams({ to: ownPath(backTo) }).toString()}`,
  });
}

/** Whether somebody showed recently enough who they are. */
export function isFresh(provedAt: Date, now: Date): boolean {
  return now.getTime() - provedAt.getTime() < FRESH_MINUTES * 60_000;
}

/** How somebody can show again who they are; with a second factor only by that. */
export type WayAgain = 'code' | 'password' | 'link';

/** The ways open to the reader. */
export async function waysAgain({ rows, organisation, person }: Scope): Promise<WayAgain[]> {
  const who: DoorPerson = { organisation_id: organisation.id, person_id: person };
  if ((await secondFactorOf(rows, who)) !== undefined) return ['code'];
  return (await passwordOf(rows, who)) === undefined ? ['link'] : ['password', 'link'];
}

/**
 * Takes the code or password of somebody who is signed in, and gives the sign-in a new token.
 *
 * @throws Problem `too-often`, `cannot-be`
 */
export async function proveAgain(
  scope: Scope,
  asked: { readonly code?: string | undefined; readonly password?: string | undefined; readonly to: string },
): Promise<Answer> {
  const who: DoorPerson = { organisation_id: scope.organisation.id, person_id: scope.person };
  const [way] = await waysAgain(scope);
  if (way === 'code') await useCodeOrRefuse(scope, who, asked.code ?? '');
  else await checkPassword(scope, who, asked.password ?? '');
  const { token, digest } = newToken('sign-in');
  const at = scope.clock.now();
  await renewSignIn(
    scope.rows,
    { ...who, id: scope.signIn },
    { token_digest: digest, proved_at: at, last_seen_at: at },
  );
  return { data: {}, cookies: [signInCookie(token)], goTo: asked.to };
}

async function checkPassword(
  { rows, clock, installation }: Scope,
  who: DoorPerson,
  password: string,
): Promise<void> {
  const keys = [`again ${who.organisation_id} ${who.person_id}`];
  const { attempts } = installation.limits;
  refuseTooOften(attempts.take(keys, clock.now()), 'sign-in.too-often');
  const stored = await passwordOf(rows, who);
  if (stored === undefined || !(await passwordMatches(password, stored.hash)))
    throw new Problem('cannot-be', { fields: [{ field: 'password', text: 'sign-in.wrong-password' }] });
  attempts.forgive(keys);
}
