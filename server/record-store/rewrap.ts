import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import type { MasterKeys } from './master-keys.ts';
import './record-tables.ts';
import { asSealer } from './sealer-store.ts';
import { openedSubject, wrapped } from './subjects.ts';

/** How many keys are wrapped anew in one transaction. */
const AT_ONCE = 500;

/**
 * The number of people's keys of an organisation that were wrapped anew under the current master key; afterwards the older master keys
 * serve nothing any more and can be destroyed.
 *
 * Keys and salts themselves stay, so every payload still opens and every pseudonym stays what it was. Interrupted, it can be run again.
 */
export async function rewrapSubjects(
  database: Kysely<Tables>,
  keys: MasterKeys,
  organisation: string,
): Promise<number> {
  let count = 0;
  for (;;) {
    const done = await asSealer(database, async (rows) => {
      const old = await rows
        .selectFrom('record_subjects')
        .selectAll()
        .where('organisation_id', '=', organisation)
        .where('wrapped_by', '<>', keys.current.name)
        .limit(AT_ONCE)
        .execute();
      for (const row of old) {
        const { salt, key } = openedSubject(keys, row);
        await rows
          .updateTable('record_subjects')
          .set(wrapped(keys.current, organisation, row.id, salt, key))
          .where('organisation_id', '=', organisation)
          .where('id', '=', row.id)
          .execute();
      }
      return old.length;
    });
    count += done;
    if (done < AT_ONCE) return count;
  }
}
