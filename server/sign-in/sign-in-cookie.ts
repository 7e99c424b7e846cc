/** A cookie to be set; an empty value takes it away. */
export interface CookieToSet {
  readonly name: string;
  readonly value: string;
  /** Seconds; absent: until the browser closes. */
  readonly maxAge?: number;
}

/**
 * The name of a cookie as the browser knows it.
 *
 * Over TLS `__Host-` makes the browser itself refuse a cookie from another host, path or without `Secure`. Without TLS Plumbline listens on
 * loopback only. There Chromium takes `Secure` cookies, other browsers do not, so the name is plain and so is the cookie.
 *
 * @example
 * cookieName('plumbline-sign-in', 'tls')
 * // => '__Host-plumbline-sign-in'
 */
export function cookieName(name: string, over: 'tls' | 'loopback'): string {
  return over === 'tls' ? `__Host-${name}` : name;
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
  const secure = over === 'tls' ? ['Secure'] : [];
  return [`${cookieName(name, over)}=${value}`, 'Path=/', ...age, 'HttpOnly', 'SameSite=Lax', ...secure].join(
    '; ',
  );
}
