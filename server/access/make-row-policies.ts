import { sql, type Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import { rowPolicies, type Catalogue } from './row-policies.ts';

/**
 * Makes the second wall anew, from the access table. Runs as the owner of the tables, inside a transaction.
 *
 * @throws RangeError where table and database do not match, or a view would show more than its reader may see
 */
export async function makeRowPolicies(rows: Kysely<Tables>): Promise<void> {
  await sql.raw(rowPolicies(await catalogueOf(rows))).execute(rows);
  await refuseOpenViews(rows);
}

/** The tables of a database and their columns, as its catalogue lists them. */
export async function catalogueOf(rows: Kysely<Tables>): Promise<Catalogue> {
  const found = await sql<{ name: string; columns: string[] }>`
    select pg_class.relname::text as name, array_agg(pg_attribute.attname::text order by pg_attribute.attnum) as columns
    from pg_class join pg_attribute on pg_attribute.attrelid = pg_class.oid
    where pg_class.relnamespace = 'public'::regnamespace and pg_class.relkind in ('r', 'p')
      and pg_attribute.attnum > 0 and not pg_attribute.attisdropped
    group by pg_class.relname`.execute(rows);
  return Object.fromEntries(found.rows.map(({ name, columns }) => [name, columns]));
}

/** A view reads with the rights of its owner, whom policies need not hold, unless it says otherwise. */
async function refuseOpenViews(rows: Kysely<Tables>): Promise<void> {
  const open = await sql<{ name: string }>`
    select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and (relkind = 'm' or (relkind = 'v'
      and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']))`.execute(
    rows,
  );
  if (open.rows.length > 0)
    throw new RangeError(
      `makeRowPolicies: views must be security_invoker: ${open.rows.map(({ name }) => name).join(', ')}`,
    );
}
