import { isLoopback } from '#server/settings/unsafe.ts';

/** Whose name a request called: ours, another of this machine's own names, or somebody else's. */
export type CalledHost = 'ours' | 'this-machine' | 'another';

/**
 * Whether a request called us by our name. Whoever makes a name of theirs lead to our address (DNS rebinding) is told that nobody of that
 * name is here; `localhost` and `127.0.0.1` are led to the one of them that is ours.
 *
 * @example
 * ownHost('https://mentoring.example.org', 'mentoring.example.org:443')
 * // => 'ours'
 */
export function ownHost(origin: string, host: string): CalledHost {
  const own = new URL(origin);
  const usualPort = own.protocol === 'https:' ? ':443' : ':80';
  const called = host.toLowerCase().replace(new RegExp(`${usualPort}$`), '');
  if (called === own.host) return 'ours';
  const at = called.lastIndexOf(':');
  const [name, port] =
    at > called.lastIndexOf(']') ? [called.slice(0, at), called.slice(at + 1)] : [called, ''];
  return isLoopback(own.hostname) && isLoopback(name) && port === own.port ? 'this-machine' : 'another';
}
