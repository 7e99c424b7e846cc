import { expect, test } from 'vitest';
import { cookiesOf } from '#server/http/cookies.ts';
import { setCookieHeader } from './sign-in-cookie.ts';

test('over TLS a cookie is bound to the host, secure, unreadable for scripts and not sent with foreign posts', () => {
  expect(setCookieHeader({ name: 'plumbline-sign-in', value: 'abc', maxAge: 60 }, 'tls')).toBe(
    '__Host-plumbline-sign-in=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure',
  );
});

test('on loopback without TLS it is neither Secure nor named as if it were', () => {
  expect(setCookieHeader({ name: 'plumbline-sign-in', value: 'abc' }, 'loopback')).toBe(
    'plumbline-sign-in=abc; Path=/; HttpOnly; SameSite=Lax',
  );
});

test('an empty value takes a cookie away', () => {
  expect(setCookieHeader({ name: 'plumbline-link', value: '', maxAge: 60 }, 'loopback')).toContain(
    'Max-Age=0',
  );
});

test.each([
  [{ name: 'pl', value: 'a\r\nSet-Cookie: x=y' }],
  [{ name: 'pl', value: 'a; Domain=elsewhere.example' }],
  [{ name: 'pl sign', value: 'a' }],
])('%j is refused', (cookie) => {
  expect(() => setCookieHeader(cookie, 'tls')).toThrow(RangeError);
});

test('over TLS only cookies that the browser itself bound to the host are read', () => {
  const line = 'plumbline-sign-in=planted; __Host-plumbline-sign-in=abc; other=1';
  expect({ ...cookiesOf(line, 'https://plumbline.example') }).toEqual({ 'plumbline-sign-in': 'abc' });
});

test('a cookie is read by its whole name, and one that is there twice is not read at all', () => {
  const onLoopback = (line: string | null): object => ({ ...cookiesOf(line, 'http://127.0.0.1:4000') });
  expect(onLoopback('a=1; xa=2')).toEqual({ a: '1', xa: '2' });
  expect(onLoopback('a=planted; a=abc; b=2')).toEqual({ b: '2' });
  expect(onLoopback(null)).toEqual({});
});
