import { sql } from 'kysely';
import { DatabaseAway } from '#server/database/database-away.ts';
import type { Database } from '#server/database/database.ts';
import type { Rows } from '#server/scope.ts';
import { onceBack, type Counted, type Outcome, type Workload } from './ordeal.ts';

/**
 * Each act writes two rows and counts itself in a third, in one transaction: enough to see what was lost, half done or
 * doubled.
 */
export async function plainRows(database: Database, writers: number): Promise<Workload> {
  await sql`create table if not exists halves (id uuid, half integer, writer integer, primary key (id, half))`.execute(
    database.rows,
  );
  await sql`create table if not exists counts (writer integer primary key, acts integer)`.execute(
    database.rows,
  );
  return {
    writers,
    act: (writer, id) => outcomeOf(act(database, writer, id)),
    problems: (counted) =>
      onceBack(() => database.rows.transaction().execute((rows) => problems(rows, counted))),
  };
}

async function act(database: Database, writer: number, id: string): Promise<void> {
  await database.rows.transaction().execute(async (rows) => {
    await sql`insert into halves values (${id}, 1, ${writer})`.execute(rows);
    await sql`insert into counts values (${writer}, 1)
      on conflict (writer) do update set acts = counts.acts + 1`.execute(rows);
    await sql`insert into halves values (${id}, 2, ${writer})`.execute(rows);
  });
}

/** What the driver said; an error that is no word about the connection is a fault of the test. */
async function outcomeOf(acting: Promise<void>): Promise<Outcome> {
  try {
    await acting;
    return 'acknowledged';
  } catch (error) {
    if (error instanceof DatabaseAway) return error.outcome;
    throw error;
  }
}

async function problems(rows: Rows, counted: Counted): Promise<string[]> {
  const { rows: written } = await sql<{ id: string; halves: number }>`
    select id::text, count(*) as halves from halves group by id`.execute(rows);
  const { rows: counts } = await sql<{ writer: number; acts: number; halves: number }>`
    select writer, acts, (select count(*) from halves where halves.writer = counts.writer) as halves
    from counts`.execute(rows);
  const there = new Set(written.map(({ id }) => id));
  return [
    ...[...counted.acknowledged].filter((id) => !there.has(id)).map((id) => `lost: ${id}`),
    ...[...counted['not-saved']].filter((id) => there.has(id)).map((id) => `there though not saved: ${id}`),
    ...written.filter(({ halves }) => halves !== 2).map(({ id, halves }) => `half done: ${id} has ${halves}`),
    ...counts
      .filter(({ acts, halves }) => halves !== acts * 2)
      .map(({ writer, acts, halves }) => `doubled: writer ${writer} counted ${acts} for ${halves} halves`),
  ];
}
