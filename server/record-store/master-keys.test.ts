import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addedMasterKey, masterKeysIn } from './master-keys.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the first key is made once and then found again', () => {
  const first = masterKeysIn(folder);
  expect(first.current.name).toBe('record-a');
  expect(first.current.key.length).toBe(32);
  expect(masterKeysIn(folder).current).toEqual(first.current);
});

test('an added key is the current one, and the older one still opens what it wrapped', () => {
  const first = masterKeysIn(folder);
  const second = addedMasterKey(folder);
  expect(second.current.name).toBe('record-b');
  expect(second.current.key).not.toEqual(first.current.key);
  expect(second.named('record-a')).toEqual(first.current);
  rmSync(join(folder, 'record-a.key'));
  expect(masterKeysIn(folder).named('record-a')).toBeUndefined();
  expect(masterKeysIn(folder).current).toEqual(second.current);
});

test('a key that others can read is refused', () => {
  masterKeysIn(folder);
  chmodSync(join(folder, 'record-a.key'), 0o644);
  expect(() => masterKeysIn(folder)).toThrow('readable-secret');
});
