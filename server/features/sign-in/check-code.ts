import { unlocked } from '#record/keys/locked.ts';
import type { Installation } from '#server/installation.ts';
import type { Rows } from '#server/scope.ts';
import { usedCodeStep } from '#server/sign-in/one-time-code.ts';
import { recoveryDigest } from '#server/sign-in/recovery-codes.ts';
import type { DoorPerson } from './accounts.store.ts';
import { secondFactorOf, useRecoveryCode, useStep } from './second-factors.store.ts';

/** Where the locked secret of a person's authenticator app belongs. */
export function secretPlace(
  { organisation_id, person_id }: DoorPerson,
  column: 'secret_locked' | 'proposed',
) {
  return { organisation: organisation_id, table: 'second_factors', row: person_id, column };
}

/**
 * Uses up a code that a person typed: of their authenticator app, or a recovery code. False when it is neither, or was used.
 */
export async function useTypedCode(
  rows: Rows,
  { secretKey }: Pick<Installation, 'secretKey'>,
  person: DoorPerson,
  typed: string,
  at: Date,
): Promise<boolean> {
  const recovery = recoveryDigest(typed);
  if (recovery !== undefined) return useRecoveryCode(rows, person, recovery, at);
  const factor = await secondFactorOf(rows, person);
  if (factor === undefined) return false;
  const secret = unlocked(factor.secret_locked, secretKey, secretPlace(person, 'secret_locked'));
  if (secret === undefined) throw new Error('useTypedCode: a stored secret does not open with this key');
  const step = usedCodeStep(secret, typed, at, factor.last_step);
  return step !== undefined && useStep(rows, person, step);
}
