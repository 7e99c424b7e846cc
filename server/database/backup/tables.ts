import type { ClientBase } from 'pg';
import type { SequenceState, TableShape } from './contents.ts';

/** Ours are all but the system's, what a release knows of itself, and the queue of jobs, which is made anew. */
export const OURS = `nspname not in ('pg_catalog', 'information_schema', 'release', 'pgboss') and nspname !~ '^pg_'`;

/** Every table that holds rows of ours; each after those that its rows refer to. */
export async function tableShapes(client: ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape & { id: number; refers: number[] }>(`
    select pg_class.oid::integer as id, pg_class.oid::regclass::text as name,
      (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
       where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      coalesce(
        (select array_agg(${SORTED} order by array_position(indkey::int2[], attnum))
         from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
         where indrelid = pg_class.oid and indisprimary),
        (select array_agg(${SORTED} order by attnum) from pg_attribute
         where attrelid = pg_class.oid and attnum > 0 and not attisdropped)) as "order",
      array(select confrelid::integer from pg_constraint
            where contype = 'f' and conrelid = pg_class.oid and confrelid <> conrelid) as refers
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and not relispartition and ${OURS}`);
  rows.sort((a, b) => (a.name < b.name ? -1 : 1));
  return referredFirst(rows).map(({ name, columns, order }) => ({ name, columns, order }));
}

/** Text sorts by its bytes, as servers differ in their languages. */
const SORTED = `quote_ident(attname) || case when attcollation <> 0 then ' collate "C"' else '' end`;

/** Where sequences stand. */
export async function sequenceStates(client: ClientBase): Promise<SequenceState[]> {
  const { rows: names } = await client.query<{ name: string }>(`
    select pg_class.oid::regclass::text as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'S' and ${OURS} order by 1`);
  const states: SequenceState[] = [];
  for (const { name } of names) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    );
    states.push({ name, ...rows[0]! });
  }
  return states;
}

/**
 * Tables in an order in which every row can be written after those it refers to.
 *
 * @throws RangeError when tables refer to each other in a ring: such a schema could not be restored
 */
export function referredFirst<
  T extends { readonly id: number; readonly name: string; readonly refers: readonly number[] },
>(tables: readonly T[]): T[] {
  const left = new Map(tables.map((table) => [table.id, table]));
  const sorted: T[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(({ refers }) => !refers.some((id) => left.has(id)));
    if (free.length === 0) {
      const names = [...left.values()].map(({ name }) => name).join(', ');
      throw new RangeError(`referredFirst: tables refer to each other in a ring: ${names}`);
    }
    for (const table of free) left.delete(table.id);
    sorted.push(...free);
  }
  return sorted;
}
