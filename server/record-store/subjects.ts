import { randomBytes } from 'node:crypto';
import { pseudonym } from '#record/entry/pseudonym.ts';
import { locked, unlocked, type Place } from '#record/keys/locked.ts';
import type { Rows } from '#server/scope.ts';
import type { MasterKey, MasterKeys } from './master-keys.ts';
import type { RecordSubjectRow } from './record-tables.ts';

/** Somebody whom payloads are about, their keys open. */
export interface Subject {
  readonly id: string;
  readonly actor: string;
  readonly salt: Uint8Array;
  readonly key: Uint8Array;
}

/** The subjects of these ids; who has none yet gets a key, a salt and with it a pseudonym now. */
export async function subjectsOf(
  rows: Rows,
  keys: MasterKeys,
  organisation: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Subject>> {
  // In one order, so that two transactions that meet the same new people don't wait for each other.
  const wanted = [...new Set(ids)].sort();
  const known = await storedSubjects(rows, organisation, wanted);
  const missing = wanted.filter((id) => !known.some((row) => row.id === id));
  if (missing.length > 0) {
    await rows
      .insertInto('record_subjects')
      .values(missing.map((id) => newSubject(keys.current, organisation, id)))
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
      .execute();
    known.push(...(await storedSubjects(rows, organisation, missing)));
  }
  return new Map(known.map((row) => [row.id, openedSubject(keys, row)]));
}

/** The stored subjects of these ids. */
async function storedSubjects(
  rows: Rows,
  organisation: string,
  ids: readonly string[],
): Promise<RecordSubjectRow[]> {
  return rows
    .selectFrom('record_subjects')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('id', 'in', ids)
    .execute();
}

function newSubject(master: MasterKey, organisation: string, id: string): RecordSubjectRow {
  const salt = randomBytes(32);
  const actor = pseudonym(organisation, id, salt);
  return {
    organisation_id: organisation,
    id,
    actor,
    ...wrapped(master, organisation, id, salt, randomBytes(32)),
  };
}

/** Salt and key of a subject as they are stored under a master key. */
export function wrapped(
  master: MasterKey,
  organisation: string,
  id: string,
  salt: Uint8Array,
  key: Uint8Array,
): Pick<RecordSubjectRow, 'wrapped_by' | 'salt_wrapped' | 'key_wrapped'> {
  return {
    wrapped_by: master.name,
    salt_wrapped: locked(salt, master.key, placeOf(organisation, id, 'salt_wrapped'), randomBytes),
    key_wrapped: locked(key, master.key, placeOf(organisation, id, 'key_wrapped'), randomBytes),
  };
}

/**
 * A subject with its keys open.
 *
 * @throws Error when the master key is lost, or the row was changed
 */
export function openedSubject(keys: MasterKeys, row: RecordSubjectRow): Subject {
  const { organisation_id: organisation, id, actor, wrapped_by: name } = row;
  const master = keys.named(name);
  if (master === undefined) {
    throw new Error(
      `the record's key ${name} is not in the folder of secrets; bring it back from its backup`,
    );
  }
  const salt = unlocked(row.salt_wrapped, master.key, placeOf(organisation, id, 'salt_wrapped'));
  const key = unlocked(row.key_wrapped, master.key, placeOf(organisation, id, 'key_wrapped'));
  if (salt === undefined || key === undefined) {
    throw new Error(
      `a key in record_subjects does not open with ${name}; it was changed or belongs elsewhere`,
    );
  }
  return { id, actor, salt, key };
}

function placeOf(organisation: string, row: string, column: string): Place {
  return { organisation, table: 'record_subjects', row, column };
}
