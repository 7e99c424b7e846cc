import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openUploadStore } from './upload-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ORGANISATION = '11111111-1111-4111-8111-111111111111';
const STUDY = '22222222-2222-4222-8222-222222222222';
const OTHER = '33333333-3333-4333-8333-333333333333';
const FILE = '44444444-4444-4444-8444-444444444444';
const PLACE = { organisation: ORGANISATION, study: STUDY };
const key = randomBytes(32);
const store = openUploadStore(join(folder, 'uploads'), key);
const bytes = new TextEncoder().encode('person,arm,index\nP1,participant,2024-09-02\n');

test('bytes come back as they were, and lie on the disk for nobody to read', () => {
  store.begin(PLACE, new Date('2026-11-26T12:00:00Z'));
  store.put(PLACE, FILE, bytes);
  expect(Buffer.from(store.get(PLACE, FILE)!)).toEqual(Buffer.from(bytes));
  const written = readFileSync(join(folder, 'uploads', STUDY, FILE));
  expect(written.includes('participant')).toBe(false);
  expect(statSync(join(folder, 'uploads', STUDY, FILE)).mode & 0o077).toBe(0);
  expect(statSync(join(folder, 'uploads', STUDY)).mode & 0o077).toBe(0);
});

test('with another key, under another organisation or in another study nothing opens', () => {
  store.begin({ ...PLACE, study: OTHER }, new Date('2026-11-26T12:00:00Z'));
  expect(openUploadStore(join(folder, 'uploads'), randomBytes(32)).get(PLACE, FILE)).toBeUndefined();
  expect(store.get({ ...PLACE, organisation: OTHER }, FILE)).toBeUndefined();
  renameSync(join(folder, 'uploads', STUDY, FILE), join(folder, 'uploads', OTHER, FILE));
  expect(store.get({ ...PLACE, study: OTHER }, FILE)).toBeUndefined();
  renameSync(join(folder, 'uploads', OTHER, FILE), join(folder, 'uploads', STUDY, FILE));
  expect(store.get(PLACE, FILE)).toBeDefined();
});

test('what is no id never becomes a path', () => {
  for (const id of ['../x', '..', '', 'a/b', `${FILE}/..`, '44444444-4444-4444-8444-44444444444A'])
    expect(() => store.put(PLACE, id, bytes)).toThrow(RangeError);
  expect(() => store.removeStudy({ study: '..' })).toThrow(RangeError);
});

test('into a study that was removed nothing can be put', () => {
  store.removeStudy(PLACE);
  expect(readdirSync(join(folder, 'uploads'))).not.toContain(STUDY);
  expect(() => store.put(PLACE, FILE, bytes)).toThrow('ENOENT');
  expect(store.get(PLACE, FILE)).toBeUndefined();
});

test('folders whose time is over are swept away, others stay', () => {
  store.begin(PLACE, new Date('2026-11-27T12:00:00Z'));
  expect(store.sweep(new Date('2026-11-26T12:00:01Z'))).toBe(1);
  expect(readdirSync(join(folder, 'uploads'))).toEqual([STUDY]);
  expect(store.sweep(new Date('2026-11-27T12:00:00Z'))).toBe(1);
  expect(readdirSync(join(folder, 'uploads'))).toEqual([]);
});
