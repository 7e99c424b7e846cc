import { HELD_ROLES_SQL } from './held-roles.ts';
import { textArray, type Holders, type Rights, type TableLine, type Who } from './table-line.ts';
import { TABLES } from './tables.ts';

/** Tables of the database and their columns, as its catalogue lists them. */
export type Catalogue = Readonly<Record<string, readonly string[]>>;

/**
 * The second wall: row policies and grants for every table, made from the access table. Runs as the owner, after every migration,
 * in one transaction; it first takes away whatever was there.
 *
 * @throws RangeError for a table without a line, a line without a table, and a column that is not there
 */
export function rowPolicies(
  catalogue: Catalogue,
  lines: Readonly<Record<string, TableLine>> = TABLES,
): string {
  const missing = Object.keys(catalogue).filter((table) => !(table in lines));
  const gone = Object.keys(lines).filter((table) => !(table in catalogue));
  if (missing.length > 0)
    throw new RangeError(
      `rowPolicies: no line of server/access/tables.ts says who reaches ${missing.join(', ')}`,
    );
  if (gone.length > 0)
    throw new RangeError(
      `rowPolicies: server/access/tables.ts names tables that are not there: ${gone.join(', ')}`,
    );
  return [
    CLEARED,
    HELD_ROLES_SQL,
    ...Object.keys(catalogue).map((table) => wallOf(table, lines[table]!, catalogue[table]!)),
  ].join('\n');
}

/** Nothing is left of an earlier access table. */
const CLEARED = `
do $$
declare line record;
begin
  for line in select tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', line.policyname, line.tablename);
  end loop;
end $$;
revoke all on all tables in schema public from public, app_rt, app_door, app_sealer;
revoke all on all sequences in schema public from public, app_rt, app_door, app_sealer;`;

function wallOf(table: string, line: TableLine, columns: readonly string[]): string {
  refuseUnknown(table, line, columns);
  return [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    ...wallFor(table, 'app_rt', line.people, columns, (rows) => reached(table, line, rows)),
    ...wallFor(table, 'app_door', line.door, columns, (rows) => (rows === 'all' ? 'true' : rows.where)),
    ...wallFor(table, 'app_sealer', line.sealer, columns, () => 'true'),
  ].join('\n');
}

function wallFor<Rows>(
  table: string,
  role: string,
  rights: Rights<string, Rows> | undefined,
  all: readonly string[],
  condition: (rows: Rows) => string,
): string[] {
  if (rights === undefined) return [];
  const { read, add, change, remove } = rights;
  const sql: string[] = [];
  const policy = (command: string, clauses: string) =>
    sql.push(`create policy ${role}_${command} on ${table} for ${command} to ${role} ${clauses};`);
  const grant = (what: string) => sql.push(`grant ${what} on ${table} to ${role};`);
  if (read !== undefined) {
    grant(`select (${(read.columns ?? all).join(', ')})`);
    policy('select', `using (${condition(read.rows)})`);
  }
  if (add !== undefined) {
    grant('insert');
    policy('insert', `with check ((${condition(add.rows)}) and (${add.check ?? 'true'}))`);
  }
  if (change !== undefined) {
    grant(`update (${change.columns.join(', ')})`);
    const rows = condition(change.rows);
    policy('update', `using (${rows}) with check ((${rows}) and (${change.check ?? 'true'}))`);
  }
  if (remove !== undefined) {
    grant('delete');
    policy('delete', `using (${condition(remove.rows)})`);
  }
  return sql;
}

function reached(table: string, line: TableLine, rows: readonly Who[]): string {
  if (line.organisation === null) return 'false';
  const any = rows.map((who) => reachedBy(table, line, who)).join(' or ');
  return `${line.organisation} = (select app_organisation()) and (${any})`;
}

function reachedBy(table: string, line: TableLine, who: Who): string {
  if (who === 'everybody') return 'true';
  if (who === 'own') {
    if (line.person === undefined)
      throw new RangeError(`rowPolicies: ${table} has "own" rows but no column of a person`);
    return `${line.person} = (select app_person())`;
  }
  if (!('roles' in who)) return `(${who.where})`;
  const held = heldBy(table, line, who);
  return who.where === undefined ? held : `(${held} and (${who.where}))`;
}

/** `app_reach` is asked once per statement: it stands in a sub-select. */
function heldBy(table: string, line: TableLine, { roles, at }: Holders): string {
  const reach = `(select app_reach(${textArray(roles)}))`;
  if (at === 'anywhere') return `cardinality(${reach}) > 0`;
  if (at === 'organisation') return `${line.organisation} = any (${reach}::uuid[])`;
  if (line.program === undefined)
    throw new RangeError(`rowPolicies: ${table} is reached in a program but has no column of one`);
  return `${reach} && array[${line.organisation}, ${line.program}]`;
}

function refuseUnknown(table: string, line: TableLine, columns: readonly string[]): void {
  const named = [line.organisation, line.program, line.person]
    .concat(
      ...[line.people, line.door, line.sealer].map((rights) => [
        ...(rights?.read?.columns ?? []),
        ...(rights?.change?.columns ?? []),
      ]),
    )
    .filter((column): column is string => typeof column === 'string');
  const unknown = named.filter((column) => !columns.includes(column));
  if (unknown.length > 0) throw new RangeError(`rowPolicies: ${table} has no column ${unknown.join(', ')}`);
}
