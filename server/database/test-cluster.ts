import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { clusterAccount } from './cluster/account.ts';
import { binariesFor } from './cluster/binaries.ts';
import { makeCluster, OWNER } from './cluster/make.ts';
import { startPostmaster } from './cluster/postmaster.ts';
import { becomes, processesIn, signal } from './cluster/processes.ts';
import { FORGETFUL_SETTINGS, SETTINGS } from './cluster/settings.ts';

/** Names the run, for every worker: the process that started them. */
export const RUN = 'PLUMBLINE_TEST_RUN';
const PREFIX = 'plumbline-test-run-';
const DEADLINE_MS = 60_000;

/** The process that stands for this run of tests. */
export function testRun(): string {
  return process.env[RUN] ?? String(process.pid);
}

/**
 * The one forgetful cluster of this run of tests; the worker that asks first starts it, the others wait. It outlives that
 * worker: `endTestCluster` stops it.
 *
 * @returns signs in as the owner
 */
export async function testCluster(): Promise<PoolConfig> {
  const folder = folderOf(testRun());
  const ready = join(folder, 'ready.json');
  if (wasFirst(folder)) {
    if (process.env[RUN] === undefined) process.once('exit', () => endNow(folder));
    const host = await start(folder);
    writeFileSync(`${ready}.new`, JSON.stringify({ host, port: 5432, user: OWNER, database: 'postgres' }));
    renameSync(`${ready}.new`, ready);
  } else if (!(await becomes(() => existsSync(ready), DEADLINE_MS))) {
    throw new Error(`testCluster: another worker did not start the database in ${folder}`);
  }
  return JSON.parse(readFileSync(ready, 'utf8')) as PoolConfig;
}

/** Stops the cluster of a run, if one was started, and those of runs that were killed; removes their files. */
export async function endTestCluster(run: string): Promise<void> {
  const runs = readdirSync(tmpdir())
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length));
  for (const one of runs.filter((other) => other === run || !existsSync(`/proc/${other}`))) {
    const folder = folderOf(one);
    endServer(folder);
    await becomes(() => serversIn(folder).length === 0, DEADLINE_MS);
    rmSync(folder, { recursive: true, force: true });
  }
}

function folderOf(run: string): string {
  return join(tmpdir(), PREFIX + run);
}

function wasFirst(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o711 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function start(folder: string): Promise<string> {
  const account = clusterAccount();
  const data = join(folder, 'data');
  const binaries = binariesFor(folder, undefined);
  makeCluster(data, binaries, account);
  const { process: server } = await startPostmaster({
    data,
    log: join(folder, 'postgresql.log'),
    programs: binaries.folder,
    account,
    socketFolder: data,
    settings: { ...SETTINGS, ...FORGETFUL_SETTINGS },
  });
  server.unref();
  return data;
}

function serversIn(folder: string): number[] {
  const data = join(folder, 'data');
  return existsSync(data) ? processesIn(data) : [];
}

/** Nothing is worth keeping: every process leaves at once. */
function endServer(folder: string): void {
  for (const id of serversIn(folder)) signal(id, 'SIGQUIT');
}

function endNow(folder: string): void {
  endServer(folder);
  rmSync(folder, { recursive: true, force: true });
}
