import { sql, type Kysely } from 'kysely';
import type { Header } from '#record/entry/header.ts';
import { seal, type SealerStore } from '#record/sealer.ts';
import type { Tables } from '#server/database/tables.ts';
import type { Rows } from '#server/scope.ts';
import './record-tables.ts';

/** Most entries that one transaction seals: enough for 5 000 a second, few enough to be done in a tenth of one. */
const MOST_AT_ONCE = 1000;

/** Seals everything that waits now. */
export async function sealAll(database: Kysely<Tables>): Promise<void> {
  for (const organisation of await organisationsWaiting(database)) {
    while (await sealOrganisation(database, organisation));
  }
}

/** The organisations of which entries wait. */
async function organisationsWaiting(database: Kysely<Tables>): Promise<string[]> {
  return asSealer(database, async (rows) => {
    const waiting = await rows.selectFrom('record_pending').select('organisation_id').distinct().execute();
    return waiting.map((row) => row.organisation_id);
  });
}

/**
 * Seals what waits for an organisation, in one transaction; `true` when more may be waiting.
 *
 * Where another process is sealing the same record nothing is done.
 */
async function sealOrganisation(database: Kysely<Tables>, organisation: string): Promise<boolean> {
  return asSealer(database, async (rows) => {
    const { rows: answers } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`record ${organisation}`}, 0)) as mine
    `.execute(rows);
    if (answers[0]?.mine !== true) return false;
    return (await seal(storeIn(rows, organisation))) === MOST_AT_ONCE;
  });
}

/** One transaction in the name of the sealer, which may read every record and add to each. */
export async function asSealer<T>(database: Kysely<Tables>, work: (rows: Rows) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (rows) => {
    await sql`set local role app_sealer`.execute(rows);
    return work(rows);
  });
}

function storeIn(rows: Rows, organisation: string): SealerStore {
  return {
    async pending() {
      // Deleting takes a row and keeps it in one step; a transaction that ends badly brings it back.
      const { rows: taken } = await sql<{ header: Header; leaf: Buffer }>`
        delete from record_pending
        where organisation_id = ${organisation} and id in (
          select id from record_pending where organisation_id = ${organisation}
          order by header ->> 'at' collate "C", id limit ${sql.lit(MOST_AT_ONCE)})
        returning header, leaf
      `.execute(rows);
      return taken;
    },
    async head() {
      const head = await rows
        .selectFrom('record_heads')
        .select(['size', 'subtrees', 'root'])
        .where('organisation_id', '=', organisation)
        .executeTakeFirst();
      return head && { ...head, size: Number(head.size) };
    },
    async keep(_, entries, { size, subtrees, root }) {
      const columns = entries.map(({ seq, header, leaf, root: rootThere }) => ({
        seq,
        id: header.id,
        header,
        leaf: hex(leaf),
        root: hex(rootThere),
      }));
      await sql`
        insert into record_entries (organisation_id, seq, id, header, leaf, root)
        select ${organisation}, seq, id, header, decode(leaf, 'hex'), decode(root, 'hex')
        from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb)
          as sealed (seq bigint, id uuid, header jsonb, leaf text, root text)
      `.execute(rows);
      const reached = { size, subtrees: subtrees.map((hash) => Buffer.from(hash)), root: Buffer.from(root) };
      await rows
        .insertInto('record_heads')
        .values({ organisation_id: organisation, ...reached })
        .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(reached))
        .execute();
    },
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
