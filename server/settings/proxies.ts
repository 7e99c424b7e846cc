import { BlockList, isIP } from 'node:net';
import type { Refusal } from './settings.ts';

/** Addresses and networks as `192.0.2.7, 10.0.0.0/8`; what is neither is refused. */
export function proxiesIn(
  text: string | undefined,
  refuse: (text: string, values: Refusal['values']) => void,
): string[] {
  const entries = (text ?? '')
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) => (entry === 'loopback' ? ['127.0.0.0/8', '::1'] : [entry]))
    .flat();
  for (const value of entries.filter((entry) => networkIn(entry) === undefined))
    refuse('serve.refused.proxy', { value });
  return entries;
}

/** A list that says whether an address is in one of the networks. */
export function networksOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const network = networkIn(entry);
    if (network === undefined) throw new RangeError(`networksOf: "${entry}" is no address and no network`);
    list.addSubnet(network.address, network.bits, network.family);
  }
  return list;
}

interface Network {
  readonly address: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** A network of every address there is would trust everybody. */
function networkIn(entry: string): Network | undefined {
  const [address, bits, ...more] = entry.split('/');
  const version = isIP(address!);
  if (version === 0 || more.length > 0) return undefined;
  const most = version === 4 ? 32 : 128;
  const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : 0;
  if (length < 1 || length > most) return undefined;
  return { address: address!, bits: length, family: version === 4 ? 'ipv4' : 'ipv6' };
}
