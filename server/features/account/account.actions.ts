import { accountOf } from '#server/features/sign-in/accounts.store.ts';
import { freshSignIn } from '#server/features/sign-in/fresh-sign-in.ts';
import { deletePassword, passwordOf } from '#server/features/sign-in/passwords.store.ts';
import { recoveryCodesLeft, secondFactorOf } from '#server/features/sign-in/second-factors.store.ts';
import { endSignIns, signInsOf } from '#server/features/sign-in/sign-ins.store.ts';
import { personNamed } from '#server/features/people/people.store.ts';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import { storedDevice, type Device } from '#server/sign-in/device.ts';
import { stillHolds } from '#server/sign-in/lifetime.ts';
import { isStaff, self } from './second-factor.actions.ts';
import { setPassword } from './set-password.ts';

/** One browser in which the reader is signed in. */
export interface ListedSignIn {
  readonly id: string;
  readonly device: Device;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  /** The one with which this was asked. */
  readonly here: boolean;
}

/** What one's own account page shows. */
export interface AccountFacts {
  readonly mail: string;
  readonly signIns: readonly ListedSignIn[];
  readonly passwordSince: Date | null;
  readonly secondFactorSince: Date | null;
  readonly recoveryCodesLeft: number;
  readonly staff: boolean;
}

/** One's own account: where one is signed in, and how one can. */
export async function ownAccount(scope: Scope): Promise<AccountFacts> {
  const who = self(scope);
  const staff = isStaff(scope);
  const now = scope.clock.now();
  const rows = await signInsOf(scope.rows, who);
  const { mail } = await personNamed(scope);
  return {
    mail: mail ?? (await accountOf(scope.rows, who))?.mail_key ?? '',
    signIns: rows
      .filter((row) => stillHolds({ startedAt: row.started_at, lastSeenAt: row.last_seen_at, staff }, now))
      .map((row) => ({
        id: row.id,
        device: storedDevice(row.device),
        startedAt: row.started_at,
        lastSeenAt: row.last_seen_at,
        here: row.id === scope.signIn,
      })),
    passwordSince: (await passwordOf(scope.rows, who))?.changed_at ?? null,
    secondFactorSince: (await secondFactorOf(scope.rows, who))?.made_at ?? null,
    recoveryCodesLeft: await recoveryCodesLeft(scope.rows, who),
    staff,
  };
}

/**
 * Ends one of one's own sign-ins.
 *
 * @throws Problem `not-found` when it is not one's own or over
 */
export async function endOwnSignIn(scope: Scope, id: string): Promise<void> {
  if ((await endSignIns(scope.rows, self(scope), { only: id }, scope.clock.now())) === 0)
    throw new Problem('not-found');
}

/** Ends all of one's own sign-ins but this one. */
export async function endOtherSignIns(scope: Scope): Promise<void> {
  await endSignIns(scope.rows, self(scope), { allBut: scope.signIn }, scope.clock.now());
}

/**
 * Sets or replaces one's own password; every other sign-in ends, as somebody may have used the old one.
 *
 * @throws Problem `not-now` unless the sign-in is fresh, `cannot-be`
 */
export async function changePassword(scope: Scope, password: string): Promise<void> {
  freshSignIn(scope, '/account');
  const { name, mail } = await personNamed(scope);
  await setPassword(scope, password, [name, mail ?? '', scope.organisation.name]);
  await endOtherSignIns(scope);
}

/** Takes one's own password away; links by mail remain. */
export async function removePassword(scope: Scope): Promise<void> {
  freshSignIn(scope, '/account');
  await deletePassword(scope.rows, self(scope));
}
