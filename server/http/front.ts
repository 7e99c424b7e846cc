import { incomingOf, refuseOften, type Incoming } from './answer-request.ts';
import type { AppParts } from './app.ts';
import { NOT_STORED, securityHeaders } from './headers.ts';
import type { CalledHost } from './own-host.ts';
import { Problem } from './problem.ts';
import { refusedAnswer } from './problem-answer.ts';
import type { Route } from './route.ts';
import { targetFault } from './route-target.ts';

/**
 * What comes before every route: the address is a plain one and ours, and nobody floods; and after it: a line for the log.
 * `route` is `null` where none matched.
 */
export async function atTheFront(
  parts: AppParts,
  request: Request,
  route: Route | null,
  own: (host: string) => CalledHost,
  work: (incoming: Incoming) => Promise<Response>,
): Promise<Response> {
  const started = performance.now();
  const incoming = incomingOf(parts, request);
  const answer = await answered(parts, incoming, route, own, work);
  parts.watch?.({
    id: incoming.id,
    method: request.method,
    route: route?.path ?? null,
    status: answer.status,
    milliseconds: performance.now() - started,
  });
  return answer;
}

async function answered(
  parts: AppParts,
  incoming: Incoming,
  route: Route | null,
  own: (host: string) => CalledHost,
  work: (incoming: Incoming) => Promise<Response>,
): Promise<Response> {
  try {
    const { request, url } = incoming;
    const fault = targetFault(url.pathname + url.search);
    if (fault !== null) throw new Problem(fault);
    const called = own(url.host);
    if (called !== 'ours' && route?.anyHost !== true) {
      if (called === 'this-machine' && /^(GET|HEAD)$/.test(request.method)) return movedTo(parts, incoming);
      throw new Problem('wrong-host', {
        text: 'problem.call-us',
        values: { origin: parts.installation.origin },
      });
    }
    if (parts.limits !== undefined && route?.bare !== true)
      refuseOften(parts.limits.network(parts.addressOf(request)));
  } catch (error) {
    return refusedAnswer(parts, incoming, error);
  }
  return work(incoming);
}

/** Another name of this machine: cookies and forms belong to one name, so there is one. */
function movedTo({ installation: { origin } }: AppParts, { url }: Incoming): Response {
  return new Response(null, {
    status: 307,
    headers: {
      ...securityHeaders(origin),
      'cache-control': NOT_STORED,
      location: `${origin}${url.pathname}${url.search}`,
    },
  });
}
