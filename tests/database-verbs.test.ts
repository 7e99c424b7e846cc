import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { main } from '#cli/plumbline.ts';

const START = fileURLToPath(new URL('../cli/start.js', import.meta.url));
const HOLDER = fileURLToPath(new URL('../server/database/cluster.fixture.ts', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-verbs-'));
  chmodSync(folder, 0o711);
});
afterAll(() => rmSync(folder, { recursive: true }));

function plumbline(...args: string[]): { status: number | null; said: string } {
  const { DATABASE_URL: _url, ...environment } = process.env;
  const run = spawnSync(process.execPath, [START, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  });
  return { status: run.status, said: run.stdout + run.stderr };
}

test('migrate, backup and restore work in a folder with nothing in it, and say where the keys lie', () => {
  expect(plumbline('migrate')).toMatchObject({
    status: 0,
    said: expect.stringMatching(/migrations were taken/),
  });
  expect(plumbline('migrate').said).toContain('Nothing was to do');
  const { status, said } = plumbline('backup', 'one.backup');
  expect(status).toBe(0);
  expect(said).toContain(join(folder, 'plumbline-secrets', 'backup.key'));
  expect(statSync(join(folder, 'one.backup')).mode & 0o777).toBe(0o600);
  expect(plumbline('restore', 'one.backup', '--data', 'two')).toMatchObject({
    status: 0,
    said: expect.stringContaining('were read back'),
  });
  expect(plumbline('restore', 'one.backup', '--data', 'two')).toMatchObject({
    status: 64,
    said: expect.stringContaining('is not empty'),
  });
  expect(plumbline('restore', 'one.backup', '--data', 'three', '--secrets', 'other-secrets')).toMatchObject({
    status: 64,
    said: expect.stringContaining('is locked'),
  });
}, 180_000);

test('a backup can be made while the workplace runs; a migration then is refused', async () => {
  const holder = spawn(process.execPath, [HOLDER, join(folder, 'plumbline-data', 'database')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  expect(plumbline('backup', 'running.backup', '--plain')).toMatchObject({
    status: 0,
    said: expect.stringContaining('is not locked'),
  });
  expect(plumbline('migrate')).toMatchObject({
    status: 64,
    said: expect.stringContaining(`process ${holder.pid}`),
  });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(plumbline('migrate').status).toBe(0);
}, 180_000);

test.each([
  [['backup'], 64, 'Name one file: plumbline backup FILE'],
  [['backup', 'a', 'b'], 64, 'Name one file'],
  [['backup', 'a', '--plain', '--key-file', START], 64, 'Choose one of'],
  [['backup', 'a', '--key-file', 'missing'], 66, 'There is no file missing'],
  [['backup', 'a'], 64, 'There is no database in'],
  [['backup', 'a', '--pasphrase-file', 'b'], 64, '--pasphrase-file'],
  [['restore', 'missing'], 66, 'There is no file missing'],
  [['restore', START], 64, 'is no backup'],
])('%j ends with %d and says why', async (args, status, said) => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const places = ['--data', join(folder, 'nowhere'), '--secrets', join(folder, 'no-secrets')];
  expect(await main([...args, ...places])).toBe(status);
  expect(told.mock.calls.join('\n')).toContain(said);
  told.mockRestore();
  expect(existsSync('a')).toBe(false);
  expect(existsSync(join(folder, 'nowhere'))).toBe(args[1] === START);
});
