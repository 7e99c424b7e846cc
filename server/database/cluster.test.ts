import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCluster, type Cluster } from './cluster.ts';
import { embeddedPackage } from './cluster/embedded.ts';
import { becomes, processesIn } from './cluster/processes.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'plumbline-cluster-'));
  chmodSync(root, 0o711);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;
const DEADLINE_MS = 20_000;

async function rows(cluster: Cluster, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(cluster.owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const SCRIPT = fileURLToPath(new URL('cluster.fixture.ts', import.meta.url));
const NOBODY = { uid: 65_534, gid: 65_534 };
/** Whether an account that owns nothing can run Node and read our sources here. */
const nobodyCanRun =
  isRoot && spawnSync(process.execPath, ['--check', SCRIPT], { ...NOBODY, stdio: 'ignore' }).status === 0;

/** Runs the fixture on a folder until it has written its row. */
async function fixture(
  folder: string,
  end = '',
  as: { uid?: number; gid?: number } = {},
): Promise<{ child: ReturnType<typeof spawn>; server: number }> {
  const child = spawn(process.execPath, [SCRIPT, folder, end], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...as,
  });
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, server: Number(line.toString()) };
}

test('a private cluster writes durably, with checksums, and listens on no network', async () => {
  const cluster = await startCluster({ folder: join(root, 'first') });
  try {
    const [settings] = await rows(
      cluster,
      `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
         current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding,
         current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commits`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      checksums: 'on',
      addresses: '',
      encoding: 'UTF8',
      pages: 'on',
      commits: 'on',
    });
    expect(statSync(cluster.owner.host!).mode & 0o777).toBe(0o700);
  } finally {
    await cluster.stop();
  }
});

test('whoever is neither owner nor application is not let in', async () => {
  const cluster = await startCluster({ folder: join(root, 'first') });
  try {
    const stranger = new Client({ ...cluster.owner, user: 'postgres' });
    await expect(stranger.connect()).rejects.toThrow('no pg_hba.conf entry');
  } finally {
    await cluster.stop();
  }
});

test('a second opener is refused and told who has the folder', async () => {
  const folder = join(root, 'first');
  const cluster = await startCluster({ folder });
  try {
    await expect(startCluster({ folder })).rejects.toThrow(`process ${process.pid}`);
  } finally {
    await cluster.stop();
  }
});

test('what was written is there after a stop and a start', async () => {
  const folder = join(root, 'first');
  const before = await startCluster({ folder });
  await rows(before, 'create table stays as select 7 as seven');
  await before.stop();
  const after = await startCluster({ folder });
  expect(await rows(after, 'select seven from stays')).toEqual([{ seven: 7 }]);
  await after.stop();
});

test('a server that is killed is started again, with what it had acknowledged', async () => {
  const told: string[] = [];
  const cluster = await startCluster({ folder: join(root, 'killed'), tell: (line) => told.push(line) });
  try {
    await rows(cluster, 'create table acknowledged as select 7 as seven');
    const killed = cluster.processId()!;
    process.kill(killed, 'SIGKILL');
    const isBack = (): boolean => ![undefined, killed].includes(cluster.processId());
    expect(await becomes(isBack, DEADLINE_MS)).toBe(true);
    expect(await rows(cluster, 'select seven from acknowledged')).toEqual([{ seven: 7 }]);
    expect(told).toEqual(['The database ended by itself; it is started again.']);
  } finally {
    await cluster.stop();
  }
});

test('a server whose Plumbline was killed is taken over by the next one', async () => {
  const folder = join(root, 'orphan');
  const { child, server } = await fixture(folder);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(processesIn(join(folder, 'data'))).toContain(server);
  const cluster = await startCluster({ folder });
  expect(cluster.processId()).not.toBe(server);
  expect(await rows(cluster, 'select id from fixture.kept')).toEqual([{ id: 1 }]);
  await cluster.stop();
});

test.runIf(isRoot)(
  'an empty data folder that was made for root alone holds the database nevertheless',
  async () => {
    const made = join(root, 'made-for-it');
    mkdirSync(made, { mode: 0o700 });
    const cluster = await startCluster({ folder: join(made, 'database') });
    expect(cluster.owner.host).toBe(join(made, 'database', 'data'));
    expect(statSync(cluster.owner.host!).mode & 0o777).toBe(0o700);
    await cluster.stop();
  },
);

test.runIf(nobodyCanRun)('an account that is not root runs its cluster as itself', async () => {
  const home = join(root, 'of-nobody');
  mkdirSync(home);
  chownSync(home, NOBODY.uid, NOBODY.gid);
  const { child, server } = await fixture(join(home, 'database'), '', NOBODY);
  expect(statSync(`/proc/${server}`).uid).toBe(NOBODY.uid);
  expect(statSync(join(home, 'database')).mode & 0o777).toBe(0o700);
  child.kill('SIGKILL');
  process.kill(server, 'SIGINT');
  expect(await becomes(() => processesIn(join(home, 'database', 'data')).length === 0, DEADLINE_MS)).toBe(
    true,
  );
});

test('the server ends with a process that exits without stopping it', async () => {
  const folder = join(root, 'exits');
  const { child } = await fixture(folder, 'exit');
  if (child.exitCode === null) await once(child, 'exit');
  expect(await becomes(() => processesIn(join(folder, 'data')).length === 0, DEADLINE_MS)).toBe(true);
});

test('a note of a dead server does not hinder, though its process number is now of somebody else', async () => {
  const folder = join(root, 'first');
  writeFileSync(
    join(folder, 'data', 'postmaster.pid'),
    `${process.ppid}\n${join(folder, 'data')}\n1\n5432\n\n`,
  );
  const cluster = await startCluster({ folder });
  expect(await rows(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
  await cluster.stop();
});

test('below a long path the socket lies in a folder of its own, which a stop removes', async () => {
  const cluster = await startCluster({ folder: join(root, 'long-'.repeat(20)) });
  const socket = cluster.owner.host!;
  expect(statSync(socket).mode & 0o777).toBe(0o700);
  expect(await rows(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
  await cluster.stop();
  expect(existsSync(socket)).toBe(false);
});

test.runIf(isRoot)(
  'below a folder that only root may enter the database lies elsewhere and is found again',
  async () => {
    const closed = join(root, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const folder = join(closed, 'data', 'database');
    const first = await startCluster({ folder });
    const place = first.owner.host!;
    await rows(first, 'create table stays as select 7 as seven');
    await first.stop();
    expect(place).toMatch(/^\/var\/lib\/plumbline\//);
    const second = await startCluster({ folder });
    expect(await rows(second, 'select seven from stays')).toEqual([{ seven: 7 }]);
    await second.stop();
    rmSync(join(place, '..'), { recursive: true });
  },
);

test.runIf(embeddedPackage())(
  'the PostgreSQL of npm serves a new folder, and later starts take the same',
  async () => {
    const folder = join(root, 'embedded');
    const major = String(embeddedPackage()!.major);
    const first = await startCluster({ folder, postgres: 'embedded' });
    expect(await rows(first, 'show server_version_num')).toEqual([
      { server_version_num: expect.stringMatching(new RegExp(`^${major}`)) },
    ]);
    await first.stop();
    const second = await startCluster({ folder });
    expect(second.version).toBe(major);
    await second.stop();
  },
);

test('a cluster whose programs are missing is refused by its major version', async () => {
  const folder = join(root, 'old');
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'data', 'PG_VERSION'), '9\n');
  await expect(startCluster({ folder })).rejects.toThrow('was made by PostgreSQL 9');
});

test('the log of the server holds no value of a failed statement', async () => {
  const folder = join(root, 'first');
  const cluster = await startCluster({ folder });
  await rows(cluster, 'create table once (name text primary key)');
  await rows(cluster, `insert into once values ('canary-7c1')`);
  await expect(rows(cluster, `insert into once values ('canary-7c1')`)).rejects.toThrow('duplicate key');
  await cluster.stop();
  const log = readFileSync(join(folder, 'postgresql.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('canary-7c1');
});
