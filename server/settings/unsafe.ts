import { isIP } from 'node:net';
import { sep } from 'node:path';
import type { Refusal, Settings } from './settings.ts';

/** What would not be safe about settings, a line each; none where nothing is wrong. */
export function unsafeIn(settings: Settings): Refusal[] {
  const { host, origin, tls, trustedProxies, dataFolder, secretsFolder, debug, port } = settings;
  const refusals: Refusal[] = [];
  const refuse = (text: string, values: Refusal['values'] = {}): void => void refusals.push({ text, values });
  const protectedOutside = tls !== null || trustedProxies.length > 0;
  if (!isLoopback(host) && !protectedOutside) refuse('serve.refused.open', { host });
  const { protocol, hostname } = new URL(origin);
  if (protocol === 'http:' && !isLoopback(hostname)) refuse('serve.refused.http-origin', { origin });
  if (protocol === 'https:' && !protectedOutside) refuse('serve.refused.nobody-speaks-tls', { origin });
  if (protocol === 'http:' && tls !== null) refuse('serve.refused.tls-but-http', { origin });
  if (isEverywhere(hostname)) refuse('serve.refused.origin-everywhere', { host, port });
  if (debug && !isLoopback(host)) refuse('serve.refused.debug');
  if (`${secretsFolder}${sep}`.startsWith(`${dataFolder}${sep}`))
    refuse('serve.refused.secrets-in-data', { folder: secretsFolder });
  return refusals;
}

/** Whether only this machine reaches an address. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(bare) === 4) return bare.startsWith('127.');
  return bare === '::1' || bare === 'localhost';
}

function isEverywhere(hostname: string): boolean {
  return hostname === '0.0.0.0' || hostname === '[::]';
}
