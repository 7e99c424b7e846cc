import type { Pool } from 'pg';

/** As many as the product uses at once. */
const AT_ONCE = 16;

/** How often a second the rows of the list of programs can be read, without anything around it. */
export async function rawSelect(pool: Pool, organisation: string, seconds: number): Promise<number> {
  return perSecond(seconds, () =>
    pool.query({
      name: 'programs',
      text: 'select * from programs where organisation_id = $1 order by made_at',
      values: [organisation],
    }),
  );
}

/**
 * How often a second the rows of a written cost and of its entry can be added, in one transaction: into tables made alike, with the same
 * indexes, and without anything around it.
 */
export async function rawInsert(pool: Pool, seconds: number): Promise<number> {
  await pool.query(`
    create table raw_costs (like costs including all);
    create table raw_pending (like record_pending including all);
    create table raw_private (like record_private including all);
    create table raw_source as select to_jsonb(cost) as cost from costs as cost limit 1;
    create table raw_header as select header, leaf from record_entries order by seq desc limit 1;
    create table raw_payload as select to_jsonb(payload) as payload from record_private as payload limit 1;`);
  const rate = await perSecond(seconds, async () => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query({
        name: 'cost',
        text: `insert into raw_costs select (jsonb_populate_record(null::raw_costs, cost || jsonb_build_object('id', gen_random_uuid()))).* from raw_source`,
      });
      await client.query({
        name: 'pending',
        text: `insert into raw_pending (organisation_id, id, header, leaf)
          select (header ->> 'org')::uuid, made.id, header || jsonb_build_object('id', made.id), leaf
          from raw_header, (select gen_random_uuid() as id) as made`,
      });
      await client.query({
        name: 'private',
        text: `insert into raw_private select (jsonb_populate_record(null::raw_private, payload || jsonb_build_object('id', gen_random_uuid()))).* from raw_payload`,
      });
      await client.query('commit');
    } finally {
      client.release();
    }
  });
  await pool.query('drop table raw_costs, raw_pending, raw_private, raw_source, raw_header, raw_payload');
  return rate;
}

/** How often a second work can be done, so many at once. */
async function perSecond(seconds: number, work: () => Promise<unknown>): Promise<number> {
  let done = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      await work();
      done++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return done / ((performance.now() - start) / 1000);
}
