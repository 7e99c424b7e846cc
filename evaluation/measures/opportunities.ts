import { eventFigure, eventOutcome } from './event-share.ts';
import { defineMeasure } from './measure.ts';

/** A first new opportunity within the horizon, with leaving as the competing ending. */
export const opportunities = defineMeasure({
  id: 'opportunities',
  number: 'M30',
  kind: 'share',
  source: 'hr',
  sensitive: false,
  better: 'higher',
  needs: ['opportunity'],
  counts: 'opportunity',
  outcome: ({ opportunity }) => eventOutcome(opportunity),
  compute: ({ opportunity }) => eventFigure(opportunity),
  sources: ['Aalen & Johansen 1978, Scandinavian Journal of Statistics 5:141–150'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        opportunity: {
          time: Int32Array.of(1, 2, 3, 4, 5, 6),
          event: Uint8Array.of(1, 2, 1, 0, 2, 1),
          lost: new Uint8Array(6),
          horizonDays: 3,
        },
      },
      expected: { estimate: 1 / 3 },
      from: 'by hand: the table of competing endings, 1/6 at the first day and 1/3 at the third',
    },
  ],
});
