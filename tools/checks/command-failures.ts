import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Failure } from './check.ts';

/** The lines of a program from `node_modules` that says no, as failures; none when it says yes. */
export function commandFailures(root: string, command: string, given: readonly string[]): Failure[] {
  const { status, stdout, stderr, error } = spawnSync(join(root, 'node_modules/.bin', command), given, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (status === 0) return [];
  const lines = `${stdout ?? ''}\n${stderr ?? ''}`.split('\n').filter((line) => line.trim() !== '');
  const said = lines.length > 0 ? lines : [error?.message ?? `${command} ended with ${status}`];
  return said.map((message) => ({ file: command, line: null, message }));
}
