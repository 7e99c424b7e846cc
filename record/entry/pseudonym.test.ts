import { expect, test } from 'vitest';
import { pseudonym } from './pseudonym.ts';

const ORGANISATION = '11111111-1111-4111-8111-111111111111';
const PERSON = '22222222-2222-4222-8222-222222222222';

test('a pseudonym is the first half of the HMAC that OpenSSL 3.0 gives under the salt', () => {
  expect(pseudonym(ORGANISATION, PERSON, Buffer.alloc(16, 1))).toBe('p-648a4730691265a400be7ed25dfbf75f');
});

test('with another salt or in another organisation a person has another pseudonym', () => {
  const names = [
    pseudonym(ORGANISATION, PERSON, Buffer.alloc(16, 1)),
    pseudonym(ORGANISATION, PERSON, Buffer.alloc(16, 2)),
    pseudonym(PERSON, PERSON, Buffer.alloc(16, 1)),
    pseudonym(ORGANISATION, ORGANISATION, Buffer.alloc(16, 1)),
  ];
  expect(new Set(names).size).toBe(4);
});

test('a salt that could be guessed is refused', () => {
  expect(() => pseudonym(ORGANISATION, PERSON, Buffer.alloc(8))).toThrow(/8 bytes/);
});
