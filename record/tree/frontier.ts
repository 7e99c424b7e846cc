import { EMPTY_ROOT, nodeAbove } from './hashes.ts';

/**
 * What has to be kept of a tree to let it grow: how many leaves, and the roots of its full subtrees from left to right.
 *
 * There is one subtree for each binary digit 1 of `size`, the largest first, so a record of a million entries keeps at most 20 hashes.
 */
export interface Frontier {
  /** How many leaves the tree has. */
  readonly size: number;
  /** The roots of the full subtrees, the largest (leftmost) first. */
  readonly subtrees: readonly Uint8Array[];
}

/** The frontier of a tree without leaves. */
export const EMPTY_FRONTIER: Frontier = { size: 0, subtrees: [] };

/**
 * The frontier after one more leaf; the given one stays as it is.
 *
 * @throws RangeError when `subtrees` does not fit `size`
 * @see RFC 9162, 2.1.2 (verifying a tree head from its entries)
 */
export function withLeaf({ size, subtrees }: Frontier, leaf: Uint8Array): Frontier {
  if (subtrees.length !== digitsOne(size)) {
    throw new RangeError(
      `withLeaf: frontier has ${subtrees.length} subtrees; ${size} leaves have ${digitsOne(size)}`,
    );
  }
  const grown = [...subtrees];
  let right = leaf;
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) right = nodeAbove(grown.pop()!, right);
  grown.push(right);
  return { size: size + 1, subtrees: grown };
}

/**
 * The root of the tree that a frontier stands for.
 *
 * @example
 * rootOf({ size: 0, subtrees: [] }).toString('hex')
 * // => 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
 */
export function rootOf({ subtrees }: Frontier): Buffer {
  let root: Uint8Array | undefined;
  for (let i = subtrees.length - 1; i >= 0; i -= 1) {
    root = root === undefined ? subtrees[i]! : nodeAbove(subtrees[i]!, root);
  }
  return root === undefined ? EMPTY_ROOT : Buffer.from(root);
}

function digitsOne(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
