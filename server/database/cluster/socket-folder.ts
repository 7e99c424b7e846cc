import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Account } from './account.ts';

/** A socket's path has at most 107 bytes on Linux, and its file is named so. */
const LONGEST = 107 - '/.s.PGSQL.5432'.length;
const PREFIX = 'plumbline-socket-';

/** Where the server's socket lies: in the data folder, or below the temp folder when that path is too long. */
export function socketFolder(data: string, account: Account | undefined): string {
  if (Buffer.byteLength(data) <= LONGEST) return data;
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** Whether it is one that we made below the temp folder, so that we may remove it. */
export function isSocketFolderOfOurs(folder: string): boolean {
  return basename(folder).startsWith(PREFIX);
}
