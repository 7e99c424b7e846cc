import { parseArgs } from 'node:util';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { startCluster } from '#server/database/cluster.ts';
import { openRecord } from '#server/record-store/open-record.ts';
import { startServer } from '#server/serve.ts';

/** `plumbline serve`: runs the workplace until it is interrupted. */
export async function serveCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string', default: '7420' }, host: { type: 'string', default: '127.0.0.1' } },
  });
  const cluster = await startCluster({ folder: process.env['PLUMBLINE_DATA'] ?? 'plumbline-data' });
  const pool = new Pool(cluster.login);
  const database = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  const clock = { now: () => new Date() };
  const secrets = process.env['PLUMBLINE_SECRETS'] ?? 'plumbline-secrets';
  const record = openRecord(database as never, secrets, clock, (fault) => console.error(fault));
  const { origin } = startServer({
    record,
    host: values.host,
    port: Number(values.port),
    database: database as never,
  });
  process.stdout.write(`${origin}\n`);
}
