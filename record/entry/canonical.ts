import canonicalizeModule from 'canonicalize';

const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** What may stand in an entry: plain JSON, nothing absent. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The canonical text of a value: JSON by RFC 8785, the same for the same content.
 *
 * Missing: a field that is `undefined` is left out, as JSON does.
 *
 * @throws RangeError when the value is no plain JSON: a function, NaN, an infinity, half a character, a circle
 * @see RFC 8785, JSON Canonicalization Scheme
 * @example
 * canonicalText({ b: 1, a: [0.1, 'é'] })
 * // => '{"a":[0.1,"é"],"b":1}'
 */
export function canonicalText(value: unknown): string {
  try {
    const text = canonicalize(value);
    if (text !== undefined) return text;
  } catch (problem) {
    throw new RangeError(`canonicalText: value has no canonical form: ${String(problem)}`, {
      cause: problem,
    });
  }
  throw new RangeError('canonicalText: value has no canonical form; it must be plain JSON');
}
