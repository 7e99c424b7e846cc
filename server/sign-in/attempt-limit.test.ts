import { expect, test } from 'vitest';
import { AttemptLimit, MAIL_LINKS, SIGN_IN_ATTEMPTS } from './attempt-limit.ts';
import { networkOf } from './network.ts';

const START = new Date('2026-10-14T08:00:00Z');
const after = (minutes: number): Date => new Date(START.getTime() + minutes * 60_000);

test('the sixth attempt within 15 minutes waits until the first has left the window', () => {
  const limit = new AttemptLimit(SIGN_IN_ATTEMPTS);
  expect([0, 1, 2, 3, 4].map((minute) => limit.take(['priya'], after(minute)))).toEqual([0, 0, 0, 0, 0]);
  expect(limit.take(['priya'], after(5))).toBe(10);
  expect(limit.take(['priya'], after(14.5))).toBe(1);
  expect(limit.take(['priya'], after(15))).toBe(0);
  expect(limit.take(['priya'], after(15))).toBe(1);
});

test('the fourth mail link within an hour waits', () => {
  const limit = new AttemptLimit(MAIL_LINKS);
  expect([0, 20, 40, 50].map((minute) => limit.take(['priya'], after(minute)))).toEqual([0, 0, 0, 10]);
});

test('an attempt counts under each key, and a refused one under none', () => {
  const limit = new AttemptLimit(SIGN_IN_ATTEMPTS);
  for (let turn = 0; turn < 5; turn++) limit.take([`account ${turn}`, 'one network'], START);
  expect(limit.take(['account 5', 'one network'], START)).toBeGreaterThan(0);
  for (let turn = 0; turn < 5; turn++) expect(limit.take(['account 5', 'elsewhere'], START)).toBe(0);
});

test('what succeeded is given back, one by one or all', () => {
  const limit = new AttemptLimit(SIGN_IN_ATTEMPTS);
  for (let turn = 0; turn < 5; turn++) limit.take(['a', 'b'], START);
  limit.forgive(['a']);
  limit.forget('b');
  expect(limit.take(['a'], START)).toBe(0);
  expect(limit.take(['a'], START)).toBeGreaterThan(0);
  for (let turn = 0; turn < 5; turn++) expect(limit.take(['b'], START)).toBe(0);
});

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.1', '192.0.2.0/24'],
  ['2001:db8:0:12:ffff:1:2:3', '2001:db8:0:12::/64'],
  ['2001:0DB8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['nonsense', 'unknown'],
  ['', 'unknown'],
])('%j belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
