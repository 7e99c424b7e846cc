import { Client, type PoolConfig } from 'pg';
import { Refused } from '#server/settings/settings.ts';
import { migrationFiles } from './migrations.ts';
import { DatabaseTrouble } from './trouble.ts';

/** As whom the application acts, after it has signed in. */
const ACTING = ['app_rt', 'app_door', 'app_sealer'] as const;

/**
 * Makes the role that the application signs in as, or gives it what it needs: its password, and the right to act as
 * each role that acts. Call it after the roles are made.
 */
export async function allowLogin(owner: PoolConfig, login: PoolConfig): Promise<void> {
  await connected(owner, async (client) => {
    const role = client.escapeIdentifier(login.user!);
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login.user]);
    if (rowCount === 0) await client.query(`create role ${role} login noinherit`);
    if (typeof login.password === 'string' && (await isOurs(client, login.user!))) {
      await client.query(
        `alter role ${role} login noinherit password ${client.escapeLiteral(login.password)}`,
      );
    }
    await client.query(`grant ${ACTING.join(', ')} to ${role}`);
    await client.query(`grant connect on database ${client.escapeIdentifier(client.database!)} to ${role}`);
    await client.query(`grant usage on schema public, release to ${role}`);
    await client.query(`grant select on release.migrations to ${role}`);
  });
}

/** A role that may more than sign in belongs to somebody else; its password is not ours to set. */
async function isOurs(client: Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ ours: boolean }>(
    `select not (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication) as ours
     from pg_roles where rolname = $1`,
    [role],
  );
  return rows[0]?.ours === true;
}

/**
 * Looks at what the application would sign in as.
 *
 * @throws Refused when that role may do more than the application should, so that the wall of the database would not hold
 * @throws DatabaseTrouble when the database is not at this release
 */
export async function checkLogin(login: PoolConfig): Promise<void> {
  await connected(login, async (client) => {
    const { rows } = await client.query<{ role: string; mighty: boolean; member: boolean; there: boolean }>(
      `select rolname as role,
         rolsuper or rolbypassrls or rolcreaterole or exists (
           select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
           where nspname = 'public' and pg_has_role(relowner, 'member')) as mighty,
         (select count(*) = cardinality($1::text[]) from pg_roles as other
          where other.rolname = any ($1) and pg_has_role(other.oid, 'member')) as member,
         to_regclass('release.migrations') is not null as there
       from pg_roles where rolname = current_user`,
      [ACTING],
    );
    const { role, mighty, member, there } = rows[0]!;
    if (mighty) throw new Refused([{ text: 'serve.refused.superuser', values: { role } }]);
    if (!there || !member) throw notMigrated(login);
    await checkRelease(client, login);
  });
}

async function checkRelease(client: Client, login: PoolConfig): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select name from release.migrations');
  const taken = new Set(rows.map(({ name }) => name));
  const files = migrationFiles();
  if (files.some(({ name }) => !taken.has(name))) throw notMigrated(login);
  if (taken.size > files.length) {
    throw new DatabaseTrouble(
      `The database ${login.database} was migrated by a later release of Plumbline.`,
      'Use that release, or restore a backup of this one.',
    );
  }
}

function notMigrated({ database }: PoolConfig): DatabaseTrouble {
  return new DatabaseTrouble(
    `The database ${database} is not at this release.`,
    'Run `plumbline migrate` with PLUMBLINE_OWNER_DATABASE_URL, or set that for the server too.',
  );
}

async function connected(config: PoolConfig, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
