import { createHash } from 'node:crypto';
import { canonicalText } from '#record/entry/canonical.ts';

/** A change in its one canonical form (RFC 8785), and the SHA-256 of that form. */
export interface ExactChange {
  readonly text: string;
  readonly digest: string;
}

/**
 * The one form of a change in which it is shown, agreed to and compared.
 *
 * @throws RangeError for what JSON cannot hold
 * @example
 * exactChange({ b: 1, a: [true] }).text
 * // => '{"a":[true],"b":1}'
 */
export function exactChange(change: unknown): ExactChange {
  const text = canonicalText(change);
  return { text, digest: createHash('sha256').update(text, 'utf8').digest('hex') };
}
