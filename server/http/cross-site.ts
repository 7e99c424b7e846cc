import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Problem } from './problem.ts';

/** The cookie that a form of a stranger is bound to. */
export const VISIT_COOKIE = 'visit';

/** Length of a SHA-256, and of the mask over it. */
const MARK_BYTES = 32;

/**
 * The token that forms of one browser carry: bound to its cookie, and worthless elsewhere. Each time it reads differently, so that the
 * length of compressed pages tells nothing about it.
 */
export function formToken(secret: Uint8Array, cookie: string): string {
  const mask = randomBytes(MARK_BYTES);
  return Buffer.concat([mask, masked(markOf(secret, cookie), mask)]).toString('base64url');
}

function markOf(secret: Uint8Array, cookie: string): Buffer {
  return createHmac('sha256', secret).update('form\0').update(cookie).digest();
}

function masked(mark: Uint8Array, mask: Uint8Array): Buffer {
  return Buffer.from(mark.map((byte, i) => byte ^ mask[i]!));
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
  // Our pages send no referrer, so browsers hide the origin of their forms (Fetch, 3.2 `Origin`): then the site must be told.
  const hidden = from === 'null' && site === 'same-origin';
  if (from !== null && from !== facts.origin && !hidden) throw new Problem('cross-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site');
  const given = typeof facts.given === 'string' && /^[\w-]{86}$/.test(facts.given) ? facts.given : '';
  const token = Buffer.from(given, 'base64url');
  if (token.length !== 2 * MARK_BYTES) throw new Problem('cross-site');
  const mark = masked(token.subarray(MARK_BYTES), token.subarray(0, MARK_BYTES));
  if (!timingSafeEqual(mark, markOf(facts.secret, facts.cookie))) throw new Problem('cross-site');
}
