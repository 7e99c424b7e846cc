import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Below this, one packet carries it anyway. */
const LEAST_BYTES = 1200;
/** Quick: a page of 60 kB takes about a millisecond, beside the main thread. */
const PAGE_QUALITY = 4;

const TEXT = /^(text\/|application\/(json|problem\+json|javascript)|image\/svg\+xml)/;

/** A body and how it was made smaller. */
export interface Compressed {
  readonly body: string | Uint8Array;
  readonly encoding: 'br' | 'gzip' | null;
}

/** The smallest window that holds all of it: the usual one takes 4 MB and longer to make than a page. */
function windowFor(bytes: number): number {
  return Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.min(22, Math.ceil(Math.log2(bytes + 16))));
}

/** The way that a request understands best; `null`: as it is. */
export function encodingFor(request: Request): 'br' | 'gzip' | null {
  const accepted = (request.headers.get('accept-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]!.trim());
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null;
}

/**
 * Whether an answer may be made smaller although its length then tells something about what is in it. Not when another site led here with
 * the reader's cookies: it could put guesses into the address and watch the length (BREACH). Tokens of forms are masked besides.
 */
export function mayCompress(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  return site !== 'cross-site' && site !== 'same-site';
}

/** A body as a request understands it, smaller where that is worth it. */
export async function compressed(
  request: Request,
  type: string,
  body: string | Uint8Array,
): Promise<Compressed> {
  const encoding =
    body.length < LEAST_BYTES || !TEXT.test(type) || !mayCompress(request) ? null : encodingFor(request);
  if (encoding === null) return { body, encoding };
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (encoding === 'gzip') return { body: await gzipped(bytes), encoding };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: PAGE_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(bytes.length),
  };
  return { body: await brotlied(bytes, { params }), encoding };
}
