import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { startCluster } from '#server/database/cluster.ts';
import { openDatabase } from '#server/database/database.ts';
import { migrate } from '#server/database/migrate.ts';
import { visitorOf } from '#server/http/test-visitor.ts';
import { masterKeysIn } from '#server/record-store/master-keys.ts';
import { asSealer, sealAll } from '#server/record-store/sealer-store.ts';
import { verifiedRecord } from '#server/record-store/verified-record.ts';
import { application, household, type Household } from './application.ts';
import type { Found } from './database-killed.ts';
import { ordeal } from './ordeal.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Sign-ins, edits and locks through the product as people start it, while its process is killed and started again. */
export async function applicationWhileItIsKilled(
  folder: string,
  cycles: number,
  seed: number,
): Promise<Found> {
  const people = await prepared(folder);
  const port = await freePort();
  let child = await served(folder, port);
  let back = Promise.resolve();
  const fetchPatiently = async (request: Request): Promise<Response> => {
    await back;
    return fetch(request, { redirect: 'manual' });
  };
  const visitor = () => visitorOf({ fetch: fetchPatiently } as unknown as Hono, `http://127.0.0.1:${port}`);
  const workload = await application(people, visitor, {
    owner: {
      host: join(folder, 'database', 'data'),
      port: 5432,
      user: 'plumbline_owner',
      database: 'postgres',
    },
    verify: () => verified(folder, people),
  });
  const kill = async (): Promise<void> => {
    const dead = once(child, 'exit');
    child.kill('SIGKILL');
    back = dead.then(async () => {
      child = await served(folder, port);
    });
    await back;
  };
  const counted = await ordeal(workload, { cycles, seed, kill });
  await stopped(child);
  const cluster = await startCluster({ folder: join(folder, 'database') });
  const problems = await workload.problems(counted);
  await cluster.stop();
  return { counted, problems };
}

async function prepared(folder: string): Promise<Household> {
  const cluster = await startCluster({ folder: join(folder, 'database') });
  await migrate(cluster.owner);
  const database = openDatabase(cluster.login);
  const people = await household(database, cluster.owner, new Date());
  await database.close();
  await cluster.stop();
  return people;
}

/** Starts it and waits until it says its address. */
async function served(folder: string, port: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ['cli/start.js', 'serve', '--port', String(port), '--metrics-port', 'off'],
    {
      cwd: ROOT,
      env: { ...process.env, PLUMBLINE_DATA: folder, PLUMBLINE_SECRETS: `${folder}-secrets` },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  for await (const text of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += String(text);
    if (said.includes(`http://127.0.0.1:${port}`)) break;
  }
  if (child.exitCode !== null) throw new Error(`served: it ended with ${child.exitCode}:\n${said}`);
  child.stdout.resume();
  return child;
}

async function stopped(child: ChildProcess): Promise<void> {
  const dead = once(child, 'exit');
  child.kill('SIGTERM');
  await dead;
}

async function verified(folder: string, { organisation }: Household): Promise<string[]> {
  const database = openDatabase({
    host: join(folder, 'database', 'data'),
    port: 5432,
    user: 'app_login',
    database: 'postgres',
  });
  await sealAll(database.rows);
  const { whole, breaks } = await asSealer(database.rows, (rows) =>
    verifiedRecord(rows, masterKeysIn(`${folder}-secrets`), organisation),
  );
  await database.close();
  return whole ? [] : [`the record is broken: ${JSON.stringify(breaks)}`];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
