import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from './check.ts';

/**
 * Files that one check passes over, each with its reason.
 *
 * @throws Error when an exemption says no reason or its file is gone
 */
export function exemptions(root: string, check: string): ReadonlyMap<string, string> {
  const path = join(root, `tools/checks/${check}-exemptions.json`);
  if (!existsSync(path)) return new Map();
  const lines = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>);
  for (const [file, reason] of lines) {
    if (reason.trim() === '' || !existsSync(join(root, file)))
      throw new Error(
        `exemptions: ${check}-exemptions.json, ${file}: say a reason, and name a file that is there`,
      );
  }
  return new Map(lines);
}

/** The failures of files that have no exemption. */
export function withoutExempt(failures: readonly Failure[], exempt: ReadonlyMap<string, string>): Failure[] {
  return failures.filter((failure) => !exempt.has(failure.file));
}
