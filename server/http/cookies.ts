import { cookieName, setCookieHeader } from '#server/sign-in/sign-in-cookie.ts';
import type { Cookie } from './route.ts';

/** The cookies of a request by our names for them. One that comes twice counts for nothing: one of the two was planted. */
export function cookiesOf(line: string | null, origin: string): Readonly<Record<string, string>> {
  const cookies: Record<string, string> = Object.create(null) as Record<string, string>;
  const twice = new Set<string>();
  const prefix = cookieName('', over(origin));
  for (const part of (line ?? '').split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(at, 0)).trim();
    if (at < 1 || !name.startsWith(prefix)) continue;
    const own = name.slice(prefix.length);
    if (own in cookies) twice.add(own);
    cookies[own] = part.slice(at + 1).trim();
  }
  for (const name of twice) delete cookies[name];
  return cookies;
}

/** The line that sets a cookie as the origin allows; an empty value ends it. */
export function cookieLine({ name, value, maxAgeSeconds }: Cookie, origin: string): string {
  const cookie = { name, value, ...(maxAgeSeconds === null ? {} : { maxAge: maxAgeSeconds }) };
  return setCookieHeader(cookie, over(origin));
}

function over(origin: string): 'tls' | 'loopback' {
  return origin.startsWith('https:') ? 'tls' : 'loopback';
}
