import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseTrouble } from '../trouble.ts';
import { namedAccount, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** The owner of a private cluster; only Plumbline's own migrations and backups sign in so. */
export const OWNER = 'plumbline_owner';

/** Whoever reaches the socket is let in, as one of two; the socket's folder is closed to other accounts. */
const ACCESS = `local all ${OWNER} trust\nlocal all app_login trust\n`;

/** Major version of the cluster in `data`; nothing when there is none yet. */
export function majorOfCluster(data: string): number | undefined {
  const file = join(data, 'PG_VERSION');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : undefined;
}

/** Makes a new cluster in `data`; a half made one never bears this name. */
export function makeCluster(data: string, { folder }: Binaries, account: Account | undefined): void {
  const half = `${data}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const maker = account === undefined ? undefined : namedAccount();
  if (maker !== undefined) chownSync(half, maker.uid, maker.gid);
  const made = spawnSync(
    join(folder, 'initdb'),
    ['-D', half, '-U', OWNER, '--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums', '--auth=trust'],
    { ...maker, encoding: 'utf8', env: serverEnvironment() },
  );
  if (made.status !== 0) throw notMade(data, made.error?.message ?? made.stderr);
  writeFileSync(join(half, 'pg_hba.conf'), ACCESS);
  if (account !== undefined) giveTo(half, account);
  renameSync(half, data);
}

/** What a program of PostgreSQL may know of ours: where programs are, and nothing else. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

function giveTo(path: string, { uid, gid }: Account): void {
  lchownSync(path, uid, gid);
  for (const entry of readdirSync(path, { recursive: true })) lchownSync(join(path, String(entry)), uid, gid);
}

function notMade(data: string, why: string): DatabaseTrouble {
  const last = why.trim().split('\n').slice(-3).join(' ');
  return new DatabaseTrouble(
    `No database could be made in ${data}: ${last}`,
    'Free space or rights of the folder, or set DATABASE_URL to a server.',
  );
}
