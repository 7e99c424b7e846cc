import { expect, test } from 'vitest';
import { MOST_TARGET_LETTERS, targetFault } from './route-target.ts';

test.each([
  '/',
  '/p/6f0c2b1e-8f1d-4a55-9c21-1f2d3c4b5a69/plan',
  '/signin?to=%2Fprograms%3Fa%3D1',
  '/assets/style-3f1c.css',
  '/programs?language=ar-XB',
  '/people?query=J%C3%BCrgen%20..%2F',
])('%s is an address', (target) => expect(targetFault(target)).toBeNull());

test.each([
  '',
  '*',
  'programs',
  'http://elsewhere.example/programs',
  'https://elsewhere.example',
  '//elsewhere.example/',
  '/\\elsewhere.example',
  '/a//b',
  '/a/../b',
  '/a/./b',
  '/a/..',
  '/assets/..%2f..%2fetc%2fpasswd',
  '/assets/%2e%2e/style.css',
  '/assets/%252e%252e%252fetc',
  '/assets/%25252e',
  '/assets/..%5cetc',
  '/assets/%5c',
  '/assets/a%00.css',
  '/programs%2500',
  '/programs?a=%00',
  '/programs?a=%',
  '/%zz',
  '/%c0%af',
  '/p/\u0000',
  '/p/\r\nx: y',
  '/pläne',
  '/programs#part',
  '/ programs',
])('%s is refused', (target) => expect(targetFault(target)).toBe('not-understood'));

test('a very long address is refused for its length, and looked at no further', () => {
  expect(targetFault(`/${'a'.repeat(MOST_TARGET_LETTERS - 1)}`)).toBeNull();
  expect(targetFault(`/${'%2e'.repeat(MOST_TARGET_LETTERS)}`)).toBe('too-long');
});
