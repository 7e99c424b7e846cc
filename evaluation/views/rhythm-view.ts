import { answerCells, type JoinedCells, joinedCells } from '../disclosure/joined-cells.ts';
import type { OpenGap } from '../rhythm/open-gaps.ts';

/** Upper ends of the bins, in rhythms; the last bin is open. */
export const RHYTHM_ENDS = [1, 2, 3, 4, 5, Number.POSITIVE_INFINITY] as const;

/** How far pairs are from their rhythm (picture P09). */
export interface RhythmView {
  /** All pairs, and those of them of whom start or rhythm is not known. */
  readonly pairs: number;
  readonly notKnown: number;
  /** Bins shown as one, positions in `RHYTHM_ENDS`; nothing where nearly all stand in one. */
  readonly cells: readonly (JoinedCells & { readonly pairs: number })[];
}

/** From so many pairs on, facts that colleagues know are exact however few they are, down to the floor (trust 3.2). */
const EXACT_FROM = 50;

/**
 * The open gaps in bins.
 *
 * @param need least pairs of a bin
 */
export function rhythmView(open: readonly OpenGap[], need: number): RhythmView {
  const known = open.filter(({ rhythms }) => !Number.isNaN(rhythms));
  const counts = RHYTHM_ENDS.map(() => 0);
  for (const { rhythms } of known) counts[RHYTHM_ENDS.findIndex((end) => rhythms <= end)]!++;
  const least = known.length >= EXACT_FROM ? { people: need, share: 0 } : answerCells(need);
  const cells = joinedCells([counts], least).map(({ from, to }) => ({
    from,
    to,
    pairs: counts.slice(from, to + 1).reduce((sum, n) => sum + n, 0),
  }));
  return { pairs: open.length, notKnown: open.length - known.length, cells };
}
