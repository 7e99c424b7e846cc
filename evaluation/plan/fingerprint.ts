import { hash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import type { Plan } from './plan.ts';

const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** The fields that a lock freezes; texts, owners, costs, objectives and the statement of the lock itself stay outside. */
const LOCKED_FIELDS = [
  'plan',
  'program',
  'cohorts',
  'cutoff',
  'look',
  'design',
  'fallback',
  'match',
  'covariates',
  'scope',
  'minTenureDays',
  'primary',
  'also',
  'watchOuts',
  'negativeControl',
  'cuts',
  'dimensions',
  'instruments',
  'waves',
  'decision',
  'seed',
  'floors',
  'document',
] as const satisfies readonly (keyof Plan)[];

/**
 * The canonical form of what a plan locks: JSON by RFC 8785, absent fields left out.
 *
 * @see RFC 8785, JSON Canonicalization Scheme
 * @example
 * canonicalPlan({ plan: 1, design: 'opinions', cutoff: '2026-09-30', look: '2026-09-30', primary: { outcome: 'joy', better: 'higher', matters: 0.2 } })
 * // => '{"cutoff":"2026-09-30","design":"opinions","look":"2026-09-30","plan":1,"primary":{"better":"higher","matters":0.2,"outcome":"joy"}}'
 */
export function canonicalPlan(plan: Plan): string {
  const locked: Record<string, unknown> = {};
  for (const field of LOCKED_FIELDS) {
    if (plan[field] !== undefined) locked[field] = plan[field];
  }
  return canonicalForm('canonicalPlan', locked);
}

function canonicalForm(caller: string, value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined)
    throw new RangeError(`${caller}: value has no canonical form; it must be plain JSON`);
  return text;
}

/**
 * The fingerprint of a plan: SHA-256 of its canonical form, 64 lower-case hex digits.
 *
 * @see FIPS 180-4
 */
export function planFingerprint(plan: Plan): string {
  return hash('sha256', canonicalPlan(plan), 'hex');
}

/**
 * SHA-256 of the canonical form of plain JSON (RFC 8785), 64 lower-case hex digits; members that are undefined are left out.
 *
 * @throws RangeError when the value is not plain JSON
 * @example
 * fingerprintOf({ b: 1, a: undefined }) === fingerprintOf({ b: 1 })
 * // => true
 */
export function fingerprintOf(value: object): string {
  return hash('sha256', canonicalForm('fingerprintOf', value), 'hex');
}
