import { expect, test } from 'vitest';
import { cookieName, cookieValue, setCookieHeader } from './sign-in-cookie.ts';

test('over TLS the cookie is bound to the host, secure, unreadable for scripts and not sent with foreign posts', () => {
  expect(setCookieHeader({ name: cookieName('sign-in', 'tls'), value: 'abc', maxAge: 60 }, 'tls')).toBe(
    '__Host-pl-sign-in=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
  );
});

test('on loopback without TLS it is neither Secure nor named as if it were', () => {
  expect(setCookieHeader({ name: cookieName('sign-in', 'loopback'), value: 'abc' }, 'loopback')).toBe(
    'pl-sign-in=abc; Path=/; HttpOnly; SameSite=Lax',
  );
});

test('an empty value takes the cookie away', () => {
  expect(setCookieHeader({ name: 'pl-sign-in', value: '', maxAge: 60 }, 'loopback')).toContain('Max-Age=0');
});

test.each([
  [{ name: 'pl', value: 'a\r\nSet-Cookie: x=y' }],
  [{ name: 'pl', value: 'a; Domain=elsewhere.example' }],
  [{ name: 'pl sign', value: 'a' }],
])('%j is refused', (cookie) => {
  expect(() => setCookieHeader(cookie, 'tls')).toThrow(RangeError);
});

test('a cookie is read by its whole name, and one that is there twice is not read at all', () => {
  expect(cookieValue('a=1; pl-sign-in=abc; b=2', 'pl-sign-in')).toBe('abc');
  expect(cookieValue('xpl-sign-in=abc', 'pl-sign-in')).toBeUndefined();
  expect(cookieValue('pl-sign-in=planted; pl-sign-in=abc', 'pl-sign-in')).toBeUndefined();
  expect(cookieValue(undefined, 'pl-sign-in')).toBeUndefined();
});
