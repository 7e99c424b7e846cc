import { randomUUID } from 'node:crypto';
import { actFor } from '#server/database/transaction.ts';
import type { Answer, Cookie } from '#server/http/route.ts';
import { ownPath } from '#server/mail/own-link.ts';
import type { DoorScope } from '#server/scope.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import { deviceOf, deviceText } from '#server/sign-in/device.ts';
import { couldBeToken, newToken, tokenDigest } from '#server/sign-in/tokens.ts';
import type { DoorPerson } from './accounts.store.ts';
import { secondFactorOf } from './second-factors.store.ts';
import { endSignInOfToken, insertSignIn, signInOfToken, type SignInRow } from './sign-ins.store.ts';

/** A cookie may live as long as the longest sign-in; the server knows when it really ends. */
const COOKIE_SECONDS = 7 * 24 * 60 * 60;
/** Minutes between the first and the second step. */
const MINUTES_FOR_SECOND_STEP = 10;

/** What a browser brought. */
export interface Browser {
  readonly cookies: Readonly<Record<string, string>>;
  readonly signIn: { readonly address: string; readonly device: string };
}

/** The cookie of a sign-in's token. */
export function signInCookie(token: string): Cookie {
  return { name: SIGN_IN_COOKIE, value: token, maxAgeSeconds: COOKIE_SECONDS };
}

/** Ends what the browser held, and goes on as somebody who has just shown who they are. */
export async function comeIn(
  { rows, clock }: Pick<DoorScope, 'rows' | 'clock'>,
  { organisation_id, person_id }: DoorPerson,
  { cookies }: Browser,
): Promise<void> {
  const at = clock.now();
  await endHeld(rows, cookies, at);
  await actFor(rows, { organisation: organisation_id, person: person_id, at });
}

/**
 * Signs in whoever has come in: at once, or after a code where they have a second factor. The token is always new, so nobody can plant
 * one and wait.
 */
export async function beginSignIn(
  { rows, clock }: Pick<DoorScope, 'rows' | 'clock'>,
  person: DoorPerson,
  { signIn }: Browser,
  goTo: string,
): Promise<Answer> {
  const at = clock.now();
  const { token, digest } = newToken('sign-in');
  const complete = (await secondFactorOf(rows, person)) === undefined;
  await insertSignIn(rows, {
    organisation_id: person.organisation_id,
    id: randomUUID(),
    person_id: person.person_id,
    token_digest: digest,
    device: deviceText(deviceOf(signIn.device)),
    complete,
    started_at: at,
    last_seen_at: at,
    proved_at: at,
  });
  const to = ownPath(goTo);
  return {
    data: { next: complete ? 'signed-in' : 'code' },
    cookies: [signInCookie(token)],
    goTo: complete ? to : `/signin/code?${new URLSearchParams({ to }).toString()}`,
  };
}

/** Ends whatever sign-in a browser holds. */
export async function endHeld(
  rows: DoorScope['rows'],
  cookies: Readonly<Record<string, string>>,
  at: Date,
): Promise<void> {
  const held = cookies[SIGN_IN_COOKIE];
  if (held !== undefined && couldBeToken('sign-in', held))
    await endSignInOfToken(rows, tokenDigest(held), at);
}

/** The sign-in of a browser that waits for its second step, if there is one and it is not too late. */
export async function waitingSignIn(
  { rows, clock }: Pick<DoorScope, 'rows' | 'clock'>,
  cookies: Readonly<Record<string, string>>,
): Promise<SignInRow | undefined> {
  const held = cookies[SIGN_IN_COOKIE];
  if (held === undefined || !couldBeToken('sign-in', held)) return undefined;
  const row = await signInOfToken(rows, tokenDigest(held));
  if (row === undefined || row.complete) return undefined;
  const minutes = (clock.now().getTime() - row.started_at.getTime()) / 60_000;
  return minutes < MINUTES_FOR_SECOND_STEP ? row : undefined;
}
