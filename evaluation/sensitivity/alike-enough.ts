import type { Prepared } from '../designs/prepared.ts';

/** Whether another comparison passes the gates that need no outcome; what does not make groups alike says nothing about the result. */
export function alikeEnough({ gates, positions }: Prepared): boolean {
  return positions.length > 0 && !gates.some(({ effect }) => effect === 'words-only');
}
