import { hash } from 'node:crypto';
import { type Applicant, inDrawOrder } from './lottery-draw.ts';

/**
 * The fingerprint of a list of applicants: SHA-256, 64 lower-case hex digits, of its people in the order of the draw, each as
 * stratum, tab, key, line feed, in UTF-8.
 *
 * Published before the seed is known, it shows that nobody was added to the list or taken off it afterwards.
 *
 * @see FIPS 180-4
 * @example
 * listFingerprint([{ person: 'B', stratum: '' }, { person: 'A', stratum: '' }])
 * // => '14c6c5a457d016e39cf6459dcf19063cb7aba8dd6fe31fd580ec984885a198e4'
 */
export function listFingerprint(applicants: readonly Applicant[]): string {
  const lines = inDrawOrder(applicants).map(({ stratum, person }) => `${stratum}\t${person}\n`);
  return hash('sha256', lines.join(''), 'hex');
}
