import type { Rows, Scope } from '#server/scope.ts';
import type { DoorPerson } from './accounts.store.ts';

/** The secret of an authenticator app. */
export interface SecondFactorRow {
  readonly organisation_id: string;
  readonly person_id: string;
  readonly secret_locked: Buffer;
  /** The step of the last code that was taken; a code counts once. */
  readonly last_step: number;
  readonly made_at: Date;
}

/** A code for the day the phone is lost. */
export interface RecoveryCodeRow {
  readonly organisation_id: string;
  readonly person_id: string;
  readonly digest: Buffer;
  readonly used_at: Date | null;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    second_factors: SecondFactorRow;
    recovery_codes: RecoveryCodeRow;
  }
}

/** The second factor of a person, if they have one. */
export async function secondFactorOf(
  rows: Rows,
  { organisation_id, person_id }: DoorPerson,
): Promise<SecondFactorRow | undefined> {
  return rows
    .selectFrom('second_factors')
    .selectAll()
    .where('organisation_id', '=', organisation_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
}

/** Sets or replaces a second factor. */
export async function putSecondFactor(rows: Rows, row: SecondFactorRow): Promise<void> {
  const { secret_locked, last_step, made_at } = row;
  await rows
    .insertInto('second_factors')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id']).doUpdateSet({ secret_locked, last_step, made_at }),
    )
    .execute();
}

/** Notes that the code of a step was used; false when it or a later one was used meanwhile. */
export async function useStep(
  rows: Rows,
  { organisation_id, person_id }: DoorPerson,
  step: number,
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('second_factors')
    .set({ last_step: step })
    .where('organisation_id', '=', organisation_id)
    .where('person_id', '=', person_id)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes the second factor and its recovery codes away. */
export async function deleteSecondFactor(
  rows: Rows,
  { organisation_id, person_id }: DoorPerson,
): Promise<void> {
  for (const table of ['second_factors', 'recovery_codes'] as const)
    await rows
      .deleteFrom(table)
      .where('organisation_id', '=', organisation_id)
      .where('person_id', '=', person_id)
      .execute();
}

/** Replaces all recovery codes of a person. */
export async function putRecoveryCodes(
  rows: Rows,
  { organisation_id, person_id }: DoorPerson,
  digests: readonly Buffer[],
): Promise<void> {
  await rows
    .deleteFrom('recovery_codes')
    .where('organisation_id', '=', organisation_id)
    .where('person_id', '=', person_id)
    .execute();
  await rows
    .insertInto('recovery_codes')
    .values(digests.map((digest) => ({ organisation_id, person_id, digest, used_at: null })))
    .execute();
}

/** Uses a recovery code up; false when it is none of theirs or was used. */
export async function useRecoveryCode(
  rows: Rows,
  { organisation_id, person_id }: DoorPerson,
  digest: Buffer,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('recovery_codes')
    .set({ used_at: at })
    .where('organisation_id', '=', organisation_id)
    .where('person_id', '=', person_id)
    .where('digest', '=', digest)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(
  rows: Rows,
  { organisation_id, person_id }: DoorPerson,
): Promise<number> {
  const { left } = await rows
    .selectFrom('recovery_codes')
    .select((is) => is.fn.countAll<string>().as('left'))
    .where('organisation_id', '=', organisation_id)
    .where('person_id', '=', person_id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(left);
}

/** Everybody else of the organisation who has a second factor, by name. */
export async function othersWithSecondFactor({
  rows,
  organisation,
  person,
}: Scope): Promise<{ person: string; name: string }[]> {
  return rows
    .selectFrom('second_factors')
    .innerJoin('people', (join) =>
      join
        .onRef('people.organisation_id', '=', 'second_factors.organisation_id')
        .onRef('people.id', '=', 'second_factors.person_id'),
    )
    .select(['people.id as person', 'name'])
    .where('second_factors.organisation_id', '=', organisation.id)
    .where('second_factors.person_id', '!=', person)
    .orderBy('name')
    .execute();
}
