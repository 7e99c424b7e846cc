import { isIP } from 'node:net';
import { networksOf } from '#server/settings/proxies.ts';

/**
 * Who asked: the address at the other end, or what a trusted proxy says of it. Of several the last one counts that is no proxy of
 * ours, because whoever asks can write the ones before it. Without a trusted proxy every word about the client is ignored.
 */
export function clientAddresses(
  trusted: readonly string[],
): (peer: string | undefined, forwardedFor: string | null) => string {
  const proxies = networksOf(trusted);
  const isProxy = (address: string): boolean =>
    isIP(address) !== 0 && proxies.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
  return (peer, forwardedFor) => {
    const direct = plainAddress(peer ?? '');
    if (direct === undefined) return 'unknown';
    if (forwardedFor === null || !isProxy(direct)) return direct;
    let nearest = direct;
    for (const part of forwardedFor.split(',').toReversed()) {
      const address = plainAddress(part);
      if (address === undefined) return nearest;
      nearest = address;
      if (!isProxy(address)) return address;
    }
    return nearest;
  };
}

/** An address without port, brackets and the wrapping of IPv4 in IPv6; nothing where it is none. */
function plainAddress(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i, '$1')
    .replace(/%.*$/, '');
  return isIP(bare) === 0 ? undefined : bare.toLowerCase();
}
