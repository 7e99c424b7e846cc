import { createHmac, timingSafeEqual } from 'node:crypto';
import { Problem } from './problem.ts';

/** The cookie that a form of a stranger is bound to. */
export const VISIT_COOKIE = 'plumbline-visit';

/** The token that forms of one browser carry: bound to its cookie, and worthless elsewhere. */
export function formToken(secret: Uint8Array, cookie: string): string {
  return createHmac('sha256', secret).update('form\0').update(cookie).digest('base64url');
}

/**
 * Refuses a change that another site asked for: by where it came from, and by the token of the form.
 *
 * @throws Problem `cross-site`
 */
export function refuseCrossSite(
  request: Request,
  facts: {
    readonly origin: string;
    readonly secret: Uint8Array;
    readonly cookie: string;
    readonly given: unknown;
  },
): void {
  const from = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (from !== null && from !== facts.origin) throw new Problem('cross-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site');
  const given = typeof facts.given === 'string' ? Buffer.from(facts.given) : Buffer.alloc(0);
  const right = Buffer.from(formToken(facts.secret, facts.cookie));
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Problem('cross-site');
}
