import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { clusterAccount } from './cluster/account.ts';
import { binariesFor } from './cluster/binaries.ts';
import { keepRunning, type Running } from './cluster/keep-running.ts';
import { lockPlace } from './cluster/lock.ts';
import { majorOfCluster, makeCluster, OWNER } from './cluster/make.ts';
import { clusterPlace } from './cluster/place.ts';
import { turnLog, type Setup } from './cluster/postmaster.ts';
import { SETTINGS } from './cluster/settings.ts';
import { isSocketFolderOfOurs, socketFolder } from './cluster/socket-folder.ts';
import { takeOver } from './cluster/take-over.ts';

/** What a private cluster is started with. */
export interface ClusterOptions {
  /** Where it lies; made when missing. */
  readonly folder: string;
  /** A folder of PostgreSQL's programs, or `embedded`; else PLUMBLINE_POSTGRES, else what `binariesFor` finds. */
  readonly postgres?: string;
  /** Settings that differ from ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told in a line what happens to the server while nobody asked for it. */
  readonly tell?: (line: string) => void;
}

/** A PostgreSQL that this process runs for itself; nobody else can reach it. */
export interface Cluster {
  /** Signs in as the owner of everything: for migrations, backups, restores. */
  readonly owner: PoolConfig;
  /** Signs in as the application (`app_login`), once migrations have made that role. */
  readonly login: PoolConfig;
  /** Version of the server's programs, as a major number. */
  readonly version: string;
  /** Process of the server now; nothing between a crash and the next start. */
  processId(): number | undefined;
  /** Ends sessions, writes what is left and stops the server. */
  stop(): Promise<void>;
}

/**
 * Starts the private cluster in a folder, made when missing; takes over one whose Plumbline died. While it runs it is
 * started again whenever it ends by itself.
 *
 * @throws DatabaseTrouble when another Plumbline has the folder, or no PostgreSQL can be started
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = clusterAccount();
  const place = clusterPlace(options.folder, account);
  const unlock = await lockPlace(place);
  try {
    const data = join(place, 'data');
    const binaries = binariesFor(place, majorOfCluster(data), options.postgres);
    if (majorOfCluster(data) === undefined) makeCluster(data, binaries, account);
    await takeOver(data);
    const setup: Setup = {
      data,
      log: join(place, 'postgresql.log'),
      programs: binaries.folder,
      account,
      socketFolder: socketFolder(data, account),
      settings: { ...SETTINGS, ...options.settings },
    };
    turnLog(setup.log);
    const server = await keepRunning(setup, options.tell ?? (() => undefined));
    return clusterOf(setup, String(binaries.major), server, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

function clusterOf(setup: Setup, version: string, server: Running, unlock: () => Promise<void>): Cluster {
  const config: PoolConfig = { host: setup.socketFolder, port: 5432, database: 'postgres', ssl: false };
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await server.stop();
    if (isSocketFolderOfOurs(setup.socketFolder))
      rmSync(setup.socketFolder, { recursive: true, force: true });
    await unlock();
  };
  return {
    owner: { ...config, user: OWNER },
    login: { ...config, user: 'app_login' },
    version,
    processId: () => server.processId(),
    stop: () => (stopped ??= stop()),
  };
}
