import { expect, test } from 'vitest';
import { formValues } from './form-values.ts';
import { queryValues } from './checked.ts';
import { cookiesOf } from './cookies.ts';
import { Problem } from './problem.ts';
import { formToken, refuseCrossSite } from './cross-site.ts';
import { dayIn } from './standing.ts';

test('dots lead inwards, numbers are places, brackets gather', () => {
  expect(
    formValues([
      ['kpis.1.name', 'second'],
      ['kpis.0.name', 'first'],
      ['groups[]', 'site'],
      ['groups[]', 'unit'],
    ]),
  ).toEqual({ kpis: [{ name: 'first' }, { name: 'second' }], groups: ['site', 'unit'] });
});

test.each(['__proto__.x', 'a.constructor', 'prototype', '', 'a..b'])(
  'a field called "%s" is refused',
  (name) => {
    expect(() => formValues([[name, '1']])).toThrow(Problem);
  },
);

test('a field that comes twice is refused', () => {
  expect(() =>
    formValues([
      ['name', 'a'],
      ['name', 'b'],
    ]),
  ).toThrow(Problem);
});

test('a query key that comes twice is refused', () => {
  expect(() => queryValues(new URL('http://h/?a=1&a=2'))).toThrow(Problem);
});

test('a cookie that comes twice counts for nothing', () => {
  expect({ ...cookiesOf('a=1; b=2; a=3', 'http://h') }).toEqual({ b: '2' });
});

test('the token of another browser is refused, and so is another origin', () => {
  const secret = new Uint8Array(32);
  const facts = { origin: 'http://h', secret, cookie: 'mine' };
  const request = (headers: Record<string, string>) => new Request('http://h/x', { method: 'POST', headers });
  const right = formToken(secret, 'mine');
  expect(() => refuseCrossSite(request({}), { ...facts, given: right })).not.toThrow();
  expect(() => refuseCrossSite(request({}), { ...facts, given: formToken(secret, 'theirs') })).toThrow(
    Problem,
  );
  expect(() =>
    refuseCrossSite(request({ origin: 'null', 'sec-fetch-site': 'same-origin' }), { ...facts, given: right }),
  ).not.toThrow();
  expect(() => refuseCrossSite(request({ origin: 'null' }), { ...facts, given: right })).toThrow(Problem);
  expect(() => refuseCrossSite(request({ origin: 'http://evil' }), { ...facts, given: right })).toThrow(
    Problem,
  );
  expect(() =>
    refuseCrossSite(request({ 'sec-fetch-site': 'cross-site' }), { ...facts, given: right }),
  ).toThrow(Problem);
});

test('today follows the time zone of the organisation', () => {
  expect(dayIn('Pacific/Auckland', new Date('2026-11-25T12:00:00Z'))).toBe('2026-11-26');
  expect(dayIn('America/New_York', new Date('2026-11-25T02:00:00Z'))).toBe('2026-11-24');
});
