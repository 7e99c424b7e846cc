import { createHmac } from 'node:crypto';

/**
 * The name under which a person stands in the record: `p-` and 32 hex digits.
 *
 * It is made from a salt that only this person has; when the salt is destroyed, nobody can find the person's entries again.
 *
 * @throws RangeError when the salt has fewer than 16 bytes
 */
export function pseudonym(organisation: string, person: string, salt: Uint8Array): string {
  if (salt.length < 16) throw new RangeError(`pseudonym: salt has ${salt.length} bytes; it needs 16`);
  const text = JSON.stringify([organisation, person]);
  return `p-${createHmac('sha256', salt).update(text).digest('hex').slice(0, 32)}`;
}
