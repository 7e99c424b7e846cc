import type { RelationshipLink } from '../together/relationship-link.ts';
import { significant } from './two-digits.ts';

/** Answers of so many people may carry a slope (measurement 7). */
const LEAST_PEOPLE = 20;

/** Links through the door: a slope keeps two digits; below the least people only the reason stands. */
export function disclosedLinks(links: readonly RelationshipLink[]): RelationshipLink[] {
  return links.map((link) => {
    const { slope, n } = link;
    if ('reason' in slope) return link;
    if (n < LEAST_PEOPLE)
      return { ...link, slope: { reason: 'too-few-people', values: { have: n, need: LEAST_PEOPLE } } };
    const { estimate, range95 } = slope;
    return {
      ...link,
      slope: {
        estimate: significant(estimate, 2),
        range95: range95 && [significant(range95[0], 2), significant(range95[1], 2)],
      },
    };
  });
}
