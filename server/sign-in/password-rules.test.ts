import { expect, test } from 'vitest';
import { passwordFault } from './password-rules.ts';

test.each([
  ['eleven char', 'too-short'],
  ['x'.repeat(257), 'too-long'],
  ['Password2026!', 'common'],
  ['p4ssw0rd1234', 'common'],
  ['passwordpassword', 'common'],
  ['123456123456', 'common'],
  ['abcdefghijkl', 'common'],
  ['qwertyuiopas', 'common'],
  ['            quiet', 'common'],
  ['aaaaaaaaaaaa', 'common'],
  ['121212121212', 'common'],
  ['!!sunshine2024!!', 'common'],
] as const)('%s is judged %s', (password, fault) => {
  expect(passwordFault(password, [])).toBe(fault);
});

test.each([
  'four old bicycles',
  'correct horse battery staple',
  'дождь идёт с утра',
  '今日はとてもいい天気でしたね',
  'quiet quarry mornings',
])('%s is taken without a digit, a capital or a sign', (password) => {
  expect(passwordFault(password, ['Priya Nair', 'priya@fernhill.example', 'Fernhill Group'])).toBeUndefined();
});

test('little more than one’s own name, address or organisation is refused; a sentence with one of them is not', () => {
  const own = ['Priya Nair', 'priya@fernhill.example', 'Fernhill Group'];
  expect(passwordFault('PriyaNair2026', own)).toBe('own-words');
  expect(passwordFault('fernhill-group-1', own)).toBe('own-words');
  expect(passwordFault('priya likes the long way', own)).toBeUndefined();
});

test('twelve signs outside the first plane count as twelve', () => {
  expect(passwordFault('🌲🚲📦🎻🧭🪁🌲🚲📦🎻🧭', [])).toBe('too-short');
  expect(passwordFault('🌲🚲📦🎻🧭🪁🌊🪵🐚🥾⛺🔭', [])).toBeUndefined();
});

test('a password of the greatest length is judged at once', () => {
  const from = performance.now();
  passwordFault('ab'.repeat(128), ['a'.repeat(5000)]);
  passwordFault(`${'a'.repeat(255)}b`, ['a '.repeat(2000)]);
  expect(performance.now() - from).toBeLessThan(200);
});
