import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { OWNER } from './make.ts';
import { runningServer, serverNote } from './take-over.ts';

/** Signs in as the owner of a private cluster that runs already, started by another Plumbline; else nothing. */
export function runningCluster(folder: string): PoolConfig | undefined {
  if (!existsSync(join(folder, 'data'))) return undefined;
  const data = join(realpathSync(folder), 'data');
  if (runningServer(data) === undefined) return undefined;
  const note = serverNote(data);
  if (note[7]?.trim() !== 'ready') return undefined;
  return { host: note[4]!, port: 5432, user: OWNER, database: 'postgres', ssl: false };
}
