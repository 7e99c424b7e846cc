import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { secretNamed } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('secrets', () => {
  test('a secret is made once, readable by its owner alone, and stays the same', () => {
    const first = secretNamed(folder, 'forms');
    expect(first.length).toBe(32);
    expect(secretNamed(folder, 'forms')).toEqual(first);
    expect(statSync(join(folder, 'forms.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['forms.key']);
  });

  test('two names have two secrets', () => {
    expect(secretNamed(folder, 'forms')).not.toEqual(secretNamed(folder, 'people'));
  });

  test('a folder that is missing is made for its owner alone', () => {
    secretNamed(join(folder, 'new', 'keys'), 'forms');
    expect(statSync(join(folder, 'new', 'keys')).mode & 0o777).toBe(0o700);
  });

  test.each([0o640, 0o604, 0o660])('a file of mode %o is refused', (mode) => {
    secretNamed(folder, 'forms');
    chmodSync(join(folder, 'forms.key'), mode);
    expect(() => secretNamed(folder, 'forms')).toThrow('serve.refused.readable-secret');
  });

  test('a folder that others can look into is refused', () => {
    chmodSync(folder, 0o755);
    expect(() => secretNamed(folder, 'forms')).toThrow('serve.refused.readable-secret');
  });

  test.each([
    '',
    'change-me',
    'secret',
    'A'.repeat(64),
    'abcd'.repeat(16),
    'words with spaces that are long enough to count',
  ])('the secret “%s” is refused', (text) => {
    writeFileSync(join(folder, 'forms.key'), text, { mode: 0o600 });
    expect(() => secretNamed(folder, 'forms')).toThrow('serve.refused.weak-secret');
  });

  test('a name that would leave the folder is a mistake of the caller', () => {
    expect(() => secretNamed(folder, '../forms')).toThrow(RangeError);
  });
});
