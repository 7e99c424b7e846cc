/** Longest address with its query; browsers manage more, no link of ours needs it. */
export const MOST_TARGET_LETTERS = 4000;

/** What is wrong with the target of a request. */
export type TargetFault = 'too-long' | 'not-understood';

/** Letters that stand in a target (RFC 3986); all others come encoded. */
const LETTERS = /^[\w\-.~!$&'()*+,;=:@%/?[\]|^`{}"<>]*$/;
/** What is a part of the path or leads elsewhere once it is decoded, also when it was encoded twice. */
const HIDDEN = /%(25)*(2f|5c|00|2e)/i;
const DOTS = /\/\.{1,2}(\/|$)/;
const HALF_ENCODED = /%(?![0-9a-f]{2})/i;

/**
 * What is wrong with a target as it came, before anybody normalises it; nothing where it is a plain path of this server. Refused are
 * whole addresses, dot segments, doubled slashes, and slashes, dots and NUL that were encoded to be overlooked. No address of ours has any.
 *
 * @example
 * targetFault('/assets/..%2f..%2fetc')
 * // => 'not-understood'
 */
export function targetFault(target: string): TargetFault | null {
  if (target.length > MOST_TARGET_LETTERS) return 'too-long';
  if (!target.startsWith('/') || !LETTERS.test(target)) return 'not-understood';
  const end = target.indexOf('?');
  const path = end === -1 ? target : target.slice(0, end);
  if (path.includes('//') || DOTS.test(path) || HIDDEN.test(path) || HALF_ENCODED.test(target))
    return 'not-understood';
  return isText(target) ? null : 'not-understood';
}

/** Whether what is encoded is UTF-8 and holds no control letter. */
function isText(target: string): boolean {
  if (!target.includes('%')) return true;
  try {
    // eslint-disable-next-line no-control-regex -- control letters are what is looked for
    return !/[\u0000]/.test(decodeURIComponent(target));
  } catch {
    return false;
  }
}
