import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Account } from './account.ts';

/** Where a cluster lies when its account may not walk to the folder that was asked for. */
const ELSEWHERE = '/var/lib/plumbline';

/**
 * The folder in which a cluster really lies, made when it is missing. Below a home that only root may enter the cluster's
 * own account could not reach its files; then `folder` becomes a link to a new one below `/var/lib/plumbline`.
 */
export function clusterPlace(folder: string, account: Account | undefined, elsewhere = ELSEWHERE): string {
  const wanted = resolve(folder);
  if (!existsSync(wanted)) {
    mkdirSync(dirname(wanted), { recursive: true, mode: account === undefined ? 0o700 : 0o711 });
    if (account !== undefined) openEmpty(dirname(wanted));
    if (account !== undefined && !isOpenToAll(dirname(wanted))) linkElsewhere(wanted, elsewhere);
    else mkdirSync(wanted, { mode: account === undefined ? 0o700 : 0o711 });
  }
  return realpathSync(wanted);
}

/** A data folder that somebody made for us, closed and with nothing in it, may be walked through; its parts stay closed. */
function openEmpty(folder: string): void {
  const { mode, uid } = statSync(folder);
  const ours = uid === process.getuid?.() && readdirSync(folder).length === 0;
  if (ours && (mode & 0o001) === 0) chmodSync(folder, (mode & 0o777) | 0o011);
}

function linkElsewhere(wanted: string, elsewhere: string): void {
  const place = join(elsewhere, randomBytes(6).toString('hex'));
  mkdirSync(place, { recursive: true, mode: 0o711 });
  symlinkSync(place, wanted);
}

/** Whether any account may walk through `folder` and all folders above it. */
function isOpenToAll(folder: string): boolean {
  const real = realpathSync(folder);
  if ((statSync(real).mode & 0o001) === 0) return false;
  return dirname(real) === real || isOpenToAll(dirname(real));
}
