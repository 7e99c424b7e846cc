import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network of an address, under which attempts are counted: the first 24 bits of IPv4, the first 64 of IPv6 (one household or office
 * holds at least so much). What is no address counts as one network of its own.
 *
 * @example
 * networkOf('192.0.2.77')
 * // => '192.0.2.0/24'
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`;
  const [bare] = mapped.split('%');
  return isIPv6(bare!) ? `${groups(bare!).slice(0, 4).join(':')}::/64` : 'unknown';
}

/** The eight groups of an IPv6 address without leading zeros. */
function groups(address: string): string[] {
  const [head, tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head!.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const between =
    tail === undefined ? [] : new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...between, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}
