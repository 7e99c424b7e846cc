import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import type { Clock } from '#server/scope.ts';
import type { MasterKeys } from './master-keys.ts';
import './record-tables.ts';
import { asSealer } from './sealer-store.ts';
import { verifiedRecord } from './verified-record.ts';

/** Each record is verified once a day even if nobody asks. */
const DUE_AFTER_MS = 24 * 60 * 60 * 1000;

/** Carries out the verifications that somebody asked for, and those that are due. */
export async function checkRecords(database: Kysely<Tables>, keys: MasterKeys, clock: Clock): Promise<void> {
  for (const check of await openChecks(database, clock)) {
    // One transaction that sees one state of the record, however long it reads.
    await database
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (rows) => {
        await sql`set local role app_sealer`.execute(rows);
        await sql`set local statement_timeout = 0`.execute(rows);
        const organisation = check.organisation_id;
        const { entries, payloads, erased, breaks } = await verifiedRecord(rows, keys, organisation);
        await rows
          .updateTable('record_checks')
          .set({ ended_at: clock.now(), entries, payloads, erased, breaks: JSON.stringify(breaks) })
          .where('organisation_id', '=', organisation)
          .where('id', '=', check.id)
          .execute();
      });
  }
}

/** The verifications that have not ended, with those that are due now. */
async function openChecks(
  database: Kysely<Tables>,
  clock: Clock,
): Promise<{ readonly organisation_id: string; readonly id: string }[]> {
  const at = clock.now();
  return asSealer(database, async (rows) => {
    const { rows: due } = await sql<{ organisation_id: string }>`
      select organisation_id from record_heads where not exists (
        select from record_checks
        where record_checks.organisation_id = record_heads.organisation_id
          and asked_at > ${new Date(at.getTime() - DUE_AFTER_MS)})
    `.execute(rows);
    for (const { organisation_id } of due) {
      await rows
        .insertInto('record_checks')
        .values({ organisation_id, id: randomUUID(), asked_at: at })
        .execute();
    }
    return rows
      .selectFrom('record_checks')
      .select(['organisation_id', 'id'])
      .where('ended_at', 'is', null)
      .execute();
  });
}
