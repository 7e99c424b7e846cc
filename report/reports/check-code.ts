import { shortFingerprint } from '../figures/source-line.ts';

/** The code by which a reader checks which plan gave the figures: PL-7F3C-91AD-E20B. */
export function checkCode(planFingerprint: string): string {
  return `PL-${shortFingerprint(planFingerprint)}`;
}
