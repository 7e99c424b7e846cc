import { STATUS_CODES } from 'node:http';
import { NOT_STORED, securityHeaders } from './headers.ts';

/** An answer without words, where no page can be made: the same bytes for everybody, with all headers of security. */
export function plainRefusal(status: number, origin: string): Response {
  const { head, body } = plainParts(status, origin);
  return new Response(body, { status, headers: head });
}

/** The parts of such an answer, for whoever writes it to a connection. */
export function plainParts(
  status: number,
  origin: string,
): { readonly head: Record<string, string>; readonly body: string } {
  const body = JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status });
  const head = {
    ...securityHeaders(origin),
    'cache-control': NOT_STORED,
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
  };
  return { head, body };
}
