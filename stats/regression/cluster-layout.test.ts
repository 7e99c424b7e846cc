import { expect, test } from 'vitest';
import { clusterLayout, runEnd } from './cluster-layout.ts';
import { designBlock, loadRows } from './design-block.ts';

test('clusters follow one another by first appearance, whatever their codes', () => {
  const rows = Int32Array.of(0, 1, 2, 3, 4);
  const layout = clusterLayout(Int32Array.of(9, 4, 9, 0, 4), rows);
  expect([...layout.rows]).toEqual([0, 2, 1, 4, 3]);
  expect([...layout.starts]).toEqual([0, 2, 4, 5]);
  expect(layout).toMatchObject({ clusterCount: 3, largest: 2 });
  expect(clusterLayout(Int32Array.of(1, 7, 1, 30, 7), rows)).toEqual(layout);
});

test('rows left out leave no empty cluster behind', () => {
  const layout = clusterLayout(Int32Array.of(0, 1, 2), Int32Array.of(0, 2));
  expect([...layout.starts]).toEqual([0, 1, 2]);
  expect(clusterLayout(Int32Array.of(3), new Int32Array(0))).toMatchObject({ clusterCount: 0, largest: 0 });
});

test('a run ends before the block is too full, and a cluster larger than a block is a run of its own', () => {
  const starts = Int32Array.of(0, 200, 256, 257, 900, 901);
  expect(runEnd(starts, 0)).toBe(2);
  expect(runEnd(starts, 2)).toBe(3);
  expect(runEnd(starts, 3)).toBe(4);
  expect(runEnd(starts, 4)).toBe(5);
});

test('a block holds the rows asked for, changed: three columns, two rows, by hand', () => {
  const columns = [Float64Array.of(1, 2, 3), Float64Array.of(10, 20, 30), Float64Array.of(100, 200, 300)];
  // Changed columns: first + third, 2 × second, first − second.
  const transform = Float64Array.of(1, 0, 1, 0, 2, -1, 1, 0, 0);
  const changed = loadRows({ columns, transform }, Int32Array.of(9, 2, 0), 1, 2, designBlock(3, 2));
  expect([...changed]).toEqual([303, 101, 60, 20, -27, -9]);
});
