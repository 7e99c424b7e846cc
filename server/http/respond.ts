import type { Incoming, Made } from './answer-request.ts';
import type { AppParts } from './app.ts';
import { compressed } from './compressed.ts';
import { cookieLine } from './cookies.ts';
import { VISIT_COOKIE } from './cross-site.ts';
import { KEPT, NOT_STORED, securityHeaders } from './headers.ts';

/** How long a stranger's forms stay good: a day. */
const VISIT_SECONDS = 24 * 60 * 60;

/** The HTTP answer: everything is written by now. */
export async function respond(parts: AppParts, incoming: Incoming, made: Made): Promise<Response> {
  const { status, type, body } = contentOf(incoming, made);
  const headers = headersOf(parts, incoming, made);
  if (type !== null) headers['content-type'] = type;
  const sent =
    body === null ? { body, encoding: null } : await compressed(incoming.request, type ?? '', body);
  if (sent.encoding !== null) headers['content-encoding'] = sent.encoding;
  const lines = Object.entries(headers);
  for (const cookie of cookiesFor(parts, incoming, made)) lines.push(['set-cookie', cookie]);
  return new Response(sent.body as string | Uint8Array<ArrayBuffer> | null, { status, headers: lines });
}

interface Content {
  readonly status: number;
  readonly type: string | null;
  readonly body: string | Uint8Array | null;
}

function contentOf({ wants }: Incoming, made: Made): Content {
  const status = made.status ?? 200;
  if (made.asset !== undefined) return { status, type: made.asset.type, body: made.asset.bytes };
  if (made.file !== undefined) return { status, type: made.file.type, body: made.file.bytes };
  if (wants === 'data') {
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return { status, type, body: JSON.stringify(made.data ?? {}) };
  }
  if (made.goTo !== undefined) return { status: 303, type: null, body: null };
  if (made.html !== null) return { status, type: 'text/html; charset=utf-8', body: made.html };
  return { status, type: 'application/json', body: JSON.stringify(made.data ?? {}) };
}

function headersOf(parts: AppParts, { id }: Incoming, made: Made): Record<string, string> {
  const headers: Record<string, string> = {
    ...securityHeaders(parts.installation.origin),
    'cache-control': made.asset === undefined ? NOT_STORED : KEPT,
    vary: made.asset === undefined ? 'accept, accept-encoding, cookie' : 'accept-encoding',
    'x-request-id': id,
  };
  if (made.file !== undefined)
    headers['content-disposition'] = `attachment; filename="${made.file.name.replace(/[^\w.-]/g, '-')}"`;
  if (made.goTo !== undefined) headers['location'] = made.goTo;
  if (made.againInSeconds !== undefined) headers['refresh'] = String(made.againInSeconds);
  const { waitSeconds, allow } = made.problem?.parts ?? {};
  if (waitSeconds !== undefined) headers['retry-after'] = String(waitSeconds);
  if (allow !== undefined) headers['allow'] = allow.join(', ');
  return headers;
}

function cookiesFor(parts: AppParts, incoming: Incoming, made: Made): string[] {
  const lines = (made.cookies ?? []).map((cookie) => cookieLine(cookie, parts.installation.origin));
  if (!incoming.firstVisit || made.html === null) return lines;
  const value = incoming.formCookie;
  const visit = { name: VISIT_COOKIE, value, maxAgeSeconds: VISIT_SECONDS };
  return [...lines, cookieLine(visit, parts.installation.origin)];
}
