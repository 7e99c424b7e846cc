import type { Incoming, Made } from './answer-request.ts';
import type { AppParts } from './app.ts';
import { cookieLine } from './cookies.ts';
import { VISIT_COOKIE } from './cross-site.ts';
import { NOT_STORED, SECURITY_HEADERS } from './headers.ts';

/** How long a stranger's forms stay good: a day. */
const VISIT_SECONDS = 24 * 60 * 60;

/** The HTTP answer: everything is written by now. */
export function respond(parts: AppParts, incoming: Incoming, made: Made): Response {
  const headers = new Headers({ ...SECURITY_HEADERS, 'cache-control': NOT_STORED, vary: 'accept, cookie' });
  if (parts.installation.origin.startsWith('https:'))
    headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  for (const cookie of made.cookies ?? [])
    headers.append('set-cookie', cookieLine(cookie, parts.installation.origin));
  if (incoming.firstVisit && made.html !== null)
    headers.append(
      'set-cookie',
      cookieLine(
        { name: VISIT_COOKIE, value: incoming.formCookie, maxAgeSeconds: VISIT_SECONDS },
        parts.installation.origin,
      ),
    );
  if (made.file !== undefined) {
    headers.set('content-type', made.file.type);
    headers.set('content-disposition', `attachment; filename="${made.file.name.replace(/[^\w.-]/g, '-')}"`);
    return new Response(made.file.bytes as Uint8Array<ArrayBuffer>, { status: made.status ?? 200, headers });
  }
  if (incoming.wants === 'data') {
    if (made.goTo !== undefined) headers.set('location', made.goTo);
    headers.set(
      'content-type',
      (made.status ?? 200) >= 400 ? 'application/problem+json' : 'application/json',
    );
    return new Response(JSON.stringify(made.data ?? {}), { status: made.status ?? 200, headers });
  }
  if (made.goTo !== undefined) {
    headers.set('location', made.goTo);
    return new Response(null, { status: 303, headers });
  }
  if (made.html === null) {
    headers.set('content-type', 'application/json');
    return new Response(JSON.stringify(made.data ?? {}), { status: made.status ?? 200, headers });
  }
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(made.html, { status: made.status ?? 200, headers });
}
