import type { IncomingMessage } from 'node:http';
import { targetFault } from './route-target.ts';

/** Why a request is refused before the application sees it. */
export interface HeadFault {
  readonly status: number;
  /** For the metrics; never what was sent. */
  readonly reason: string;
}

/** Lines that may stand once: with two, a proxy and we could believe different ones. */
const ONCE = [
  'host',
  'content-length',
  'transfer-encoding',
  'content-type',
  'authorization',
  'origin',
  'cookie',
];

/**
 * What is wrong with the head of a request; nothing where it is plain. Node's parser has refused broken lines before; here is what is
 * well-formed and still means two things.
 */
export function headFault(
  incoming: Pick<IncomingMessage, 'url' | 'rawHeaders' | 'httpVersion'>,
): HeadFault | null {
  const names = incoming.rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
  const count = (name: string): number => names.filter((other) => other === name).length;
  const target = targetFault(incoming.url ?? '');
  if (target !== null) return { status: target === 'too-long' ? 414 : 400, reason: `target ${target}` };
  if (incoming.httpVersion !== '1.1' && incoming.httpVersion !== '1.0')
    return { status: 505, reason: 'version' };
  if (count('host') === 0) return { status: 400, reason: 'no host' };
  const twice = ONCE.find((name) => count(name) > 1);
  if (twice !== undefined) return { status: 400, reason: `two lines of ${twice}` };
  if (count('transfer-encoding') > 0 && count('content-length') > 0)
    return { status: 400, reason: 'two lengths' };
  const coding = valueOf(incoming.rawHeaders, 'transfer-encoding');
  if (coding !== undefined && coding.toLowerCase() !== 'chunked')
    return { status: 501, reason: 'transfer coding' };
  if (!/^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i.test(valueOf(incoming.rawHeaders, 'host')!))
    return { status: 400, reason: 'host' };
  if (names.some((name) => name.includes('_'))) return { status: 400, reason: 'underscore in a name' };
  return null;
}

function valueOf(rawHeaders: readonly string[], name: string): string | undefined {
  const at = rawHeaders.findIndex((text, i) => i % 2 === 0 && text.toLowerCase() === name);
  return at === -1 ? undefined : rawHeaders[at + 1];
}
