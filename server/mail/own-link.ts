/**
 * The full address of one of our own pages.
 *
 * @param origin scheme, host and port, without a slash at the end
 * @throws RangeError when the path would lead to another host, or holds what ends a line
 * @example
 * ownLink('https://plumbline.example', '/account')
 * // => 'https://plumbline.example/account'
 */
export function ownLink(origin: string, path: string): string {
  const safe =
    /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) &&
    new URL(path, origin).origin === new URL(origin).origin;
  if (!safe && path !== '/')
    throw new RangeError('ownLink: path must be a path of our own, starting with one slash');
  return `${origin}${path}`;
}

/**
 * A path of our own to go on to, as it came in a query; anything else is `/`.
 *
 * @example
 * ownPath('//elsewhere.example')
 * // => '/'
 */
export function ownPath(text: string | undefined): string {
  if (text === undefined || text.length > 500) return '/';
  try {
    ownLink('https://plumbline.invalid', text);
    return text;
  } catch {
    return '/';
  }
}
