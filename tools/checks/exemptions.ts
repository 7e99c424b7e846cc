import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from './check.ts';

/** Files that one check passes over, each with its reason. */
export function exemptions(root: string, check: string): ReadonlyMap<string, string> {
  const path = join(root, `tools/checks/${check}-exemptions.json`);
  if (!existsSync(path)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>));
}

/** The failures of files without exemption, and a failure for each exemption that says no reason or is not needed. */
export function withoutExempt(failures: readonly Failure[], exempt: ReadonlyMap<string, string>): Failure[] {
  const needed = new Set(failures.map((failure) => failure.file));
  const idle = [...exempt]
    .filter(([file, reason]) => !needed.has(file) || reason.trim() === '')
    .map(([file]) => ({ file, line: null, message: 'an exemption that is not needed or says no reason' }));
  return [...failures.filter((failure) => !exempt.has(failure.file)), ...idle];
}
