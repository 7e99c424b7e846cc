import { setCookieHeader } from '#server/sign-in/sign-in-cookie.ts';
import type { Cookie } from './route.ts';

/** The cookies of a request. A name that comes twice counts for nothing: one of the two was planted. */
export function cookiesOf(line: string | null): Readonly<Record<string, string>> {
  const cookies: Record<string, string> = Object.create(null) as Record<string, string>;
  const twice = new Set<string>();
  for (const part of (line ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const name = part.slice(0, at).trim();
    if (name in cookies) twice.add(name);
    cookies[name] = part.slice(at + 1).trim();
  }
  for (const name of twice) delete cookies[name];
  return cookies;
}

/** The line that sets a cookie as the origin allows; an empty value ends it. */
export function cookieLine({ name, value, maxAgeSeconds }: Cookie, origin: string): string {
  return setCookieHeader(
    { name, value, ...(maxAgeSeconds === null ? {} : { maxAge: maxAgeSeconds }) },
    origin.startsWith('https:') ? 'tls' : 'loopback',
  );
}
