import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { EMPTY_FRONTIER, rootOf, withLeaf } from './frontier.ts';
import { leafOf } from './hashes.ts';

/** The leaves and roots of the reference tree of Certificate Transparency (transparency-dev/merkle, testonly/constants.go). */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('after each leaf of the published tree the root is the published one', () => {
  let frontier = EMPTY_FRONTIER;
  const roots = [rootOf(frontier).toString('hex')];
  for (const leaf of LEAVES) {
    frontier = withLeaf(frontier, leafOf(Buffer.from(leaf, 'hex')));
    roots.push(rootOf(frontier).toString('hex'));
  }
  expect(roots).toEqual(ROOTS);
});

test('for every size up to 70 the root is that of the recursive definition of RFC 9162, 2.1.1', () => {
  const leaves = Array.from({ length: 70 }, (_, i) => leafOf(`entry ${i}`));
  let frontier = EMPTY_FRONTIER;
  for (const [i, leaf] of leaves.entries()) {
    frontier = withLeaf(frontier, leaf);
    expect(rootOf(frontier).equals(byDefinition(leaves.slice(0, i + 1)))).toBe(true);
    expect(frontier.subtrees.length).toBe(onesOf(i + 1));
  }
});

test('a frontier that was handed on is not changed by a leaf', () => {
  const first = withLeaf(EMPTY_FRONTIER, leafOf('a'));
  const before = rootOf(first).toString('hex');
  withLeaf(first, leafOf('b'));
  expect(rootOf(first).toString('hex')).toBe(before);
});

test('a frontier whose subtrees do not fit its size is refused', () => {
  expect(() => withLeaf({ size: 3, subtrees: [leafOf('a')] }, leafOf('b'))).toThrow(/3 leaves have 2/);
});

/** MTH of RFC 9162: split at the largest power of two below the size. */
function byDefinition(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const halves = [byDefinition(leaves.slice(0, split)), byDefinition(leaves.slice(split))];
  return hash('sha256', Buffer.concat([Buffer.of(1), ...halves]), 'buffer');
}

function onesOf(size: number): number {
  return [...size.toString(2)].filter((digit) => digit === '1').length;
}
