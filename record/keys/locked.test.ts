import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locked, unlocked, type Place } from './locked.ts';

const PLACE: Place = { organisation: 'o', table: 'record_private', row: 'r', column: 'payload' };
const KEY = Buffer.alloc(32, 7);

/** Bytes that look random and are the same in every run. */
function bytesFrom(seed: string): (length: number) => Uint8Array {
  let count = 0;
  return (length) =>
    createHash('sha512')
      .update(`${seed} ${(count += 1)}`)
      .digest()
      .subarray(0, length);
}

test('what was locked opens with the same key at the same place', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
      const box = locked(plain, KEY, PLACE, bytesFrom('a'));
      expect(unlocked(box, KEY, PLACE)?.equals(plain)).toBe(true);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('the case of AES-256-GCM with a 60-byte text in the proposal of McGrew and Viega (test case 16) gives its ciphertext', () => {
  // Its authenticated data differ from ours, so the ciphertext is compared and not the tag.
  const key = Buffer.from('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308', 'hex');
  const nonce = Buffer.from('cafebabefacedbaddecaf888', 'hex');
  const plain = Buffer.from(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    'hex',
  );
  const box = locked(plain, key, PLACE, () => nonce);
  expect(box.subarray(13, -16).toString('hex')).toBe(
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
  );
});

test.each(['organisation', 'table', 'row', 'column'] as const)(
  'moved to another %s it does not open',
  (part) => {
    const box = locked(Buffer.from('secret'), KEY, PLACE, bytesFrom('b'));
    expect(unlocked(box, KEY, { ...PLACE, [part]: 'elsewhere' })).toBeUndefined();
  },
);

test('with any one bit turned, cut short or with another key it does not open', () => {
  const box = locked(Buffer.from('secret'), KEY, PLACE, bytesFrom('c'));
  for (let bit = 0; bit < box.length * 8; bit += 1) {
    const turned = Buffer.from(box);
    turned[bit >> 3]! ^= 1 << (bit & 7);
    expect(unlocked(turned, KEY, PLACE)).toBeUndefined();
  }
  for (let length = 0; length < box.length; length += 1) {
    expect(unlocked(box.subarray(0, length), KEY, PLACE)).toBeUndefined();
  }
  expect(unlocked(box, Buffer.alloc(32, 8), PLACE)).toBeUndefined();
});

test('a key that is not 32 bytes long is refused', () => {
  expect(() => locked(Buffer.of(), Buffer.alloc(16), PLACE, bytesFrom('d'))).toThrow(/16 bytes/);
});
