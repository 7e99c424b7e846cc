/** A cookie to be set; an empty value takes it away. */
export interface CookieToSet {
  readonly name: string;
  readonly value: string;
  /** Seconds; absent: until the browser closes. */
  readonly maxAge?: number;
}

/** What a cookie is for. `pl` is the product; the rest says what its loss means. */
export type CookiePurpose = 'sign-in' | 'mail-link';

/**
 * The name of a cookie.
 *
 * Over TLS `__Host-` makes the browser itself refuse a cookie from another host, path or without `Secure`. Without TLS Plumbline listens on
 * loopback only, and there browsers disagree whether `Secure` is allowed, so the name is plain and so is the cookie.
 *
 * @example
 * cookieName('sign-in', 'tls')
 * // => '__Host-pl-sign-in'
 */
export function cookieName(purpose: CookiePurpose, over: 'tls' | 'loopback'): string {
  return over === 'tls' ? `__Host-pl-${purpose}` : `pl-${purpose}`;
}

/**
 * A `Set-Cookie` header: for this host and all paths, unreadable for scripts, not sent with posts from elsewhere.
 *
 * @throws RangeError when name or value hold what a cookie cannot (RFC 6265, 4.1.1)
 */
export function setCookieHeader({ name, value, maxAge }: CookieToSet, over: 'tls' | 'loopback'): string {
  if (!/^[\w-]+$/.test(name))
    throw new RangeError(`setCookieHeader: name is "${name}"; letters, digits, _ and - are allowed`);
  if (!/^[\w-]*$/.test(value)) throw new RangeError('setCookieHeader: value must be base64url');
  const age = value === '' ? ['Max-Age=0'] : maxAge === undefined ? [] : [`Max-Age=${maxAge}`];
  return [
    `${name}=${value}`,
    'Path=/',
    ...age,
    'HttpOnly',
    'SameSite=Lax',
    ...(over === 'tls' ? ['Secure'] : []),
  ].join('; ');
}

/**
 * The value of a cookie in a `Cookie` header, or undefined when it is absent or there twice: a second one of the same name was planted by
 * somebody else.
 */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 && values[0] !== '' ? values[0] : undefined;
}
