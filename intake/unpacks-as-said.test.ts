import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { nothingTold } from './problem.ts';
import { readTable } from './read-table.ts';
import { unpacksAsSaid } from './unpacks-as-said.ts';
import { zipSizes } from './zip-sizes.ts';

/** A zip file of one packed file; the local header names no size, as writers of streams do. */
function zipOf(data: Uint8Array, saidBytes: number): Uint8Array {
  const name = new TextEncoder().encode('a.xml');
  const packed = deflateRawSync(data);
  const bytes = new Uint8Array(30 + name.length + packed.length + 46 + name.length + 22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(8, 8, true);
  view.setUint16(26, name.length, true);
  bytes.set(name, 30);
  bytes.set(packed, 30 + name.length);
  const directory = 30 + name.length + packed.length;
  view.setUint32(directory, 0x02014b50, true);
  view.setUint16(directory + 10, 8, true);
  view.setUint32(directory + 20, packed.length, true);
  view.setUint32(directory + 24, saidBytes, true);
  view.setUint16(directory + 28, name.length, true);
  bytes.set(name, directory + 46);
  const end = directory + 46 + name.length;
  view.setUint32(end, 0x06054b50, true);
  view.setUint16(end + 10, 1, true);
  view.setUint32(end + 16, directory, true);
  return bytes;
}

function entriesOf(bytes: Uint8Array) {
  const sizes = zipSizes(bytes);
  if (sizes.kind !== 'sizes') throw new Error('no directory');
  return sizes.entries;
}

test('a part that unpacks to what is said passes, also an empty one', () => {
  for (const length of [0, 1, 5000]) {
    const bytes = zipOf(new Uint8Array(length), length);
    expect(unpacksAsSaid(bytes, entriesOf(bytes))).toBe(true);
  }
});

test('a part that unpacks to more than is said is refused, and so is a workbook with one', async () => {
  const bytes = zipOf(new Uint8Array(5_000_000), 1000);
  expect(unpacksAsSaid(bytes, entriesOf(bytes))).toBe(false);
  const told = nothingTold();
  await readTable({ name: 'people.xlsx', bytes }, [], ['person'], told);
  expect(told.problems).toMatchObject([
    {
      code: 'unreadable',
      problem: 'people.xlsx could not be read: its parts do not unpack to the sizes that it names.',
    },
  ]);
});

test('a second end mark too near the end of the file is no directory', () => {
  const bytes = zipOf(new Uint8Array(10), 10);
  const longer = new Uint8Array(bytes.length + 8);
  longer.set(bytes);
  new DataView(longer.buffer).setUint32(bytes.length + 2, 0x06054b50, true);
  expect(zipSizes(longer)).toEqual({ kind: 'not-zip' });
});
