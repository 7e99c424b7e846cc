import { eventFigure, eventOutcome } from './event-share.ts';
import { defineMeasure } from './measure.ts';

/** Promotion within the horizon, with leaving as the competing ending. */
export const promotion = defineMeasure({
  id: 'promotion',
  number: 'M29',
  kind: 'share',
  source: 'hr',
  sensitive: false,
  better: 'higher',
  needs: ['promotion'],
  counts: 'promotion',
  outcome: ({ promotion: followUp }) => eventOutcome(followUp),
  compute: ({ promotion: followUp }) => eventFigure(followUp),
  sources: ['Aalen & Johansen 1978, Scandinavian Journal of Statistics 5:141–150'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        promotion: {
          time: Int32Array.of(100, 200, 200, 400, 730, 730, 300, 730),
          event: Uint8Array.of(1, 2, 1, 0, 0, 0, 2, 1),
          lost: new Uint8Array(8),
          horizonDays: 730,
        },
      },
      expected: { estimate: 0.416667, standardError: 0.187114, range95: [0.1506, 0.7421] },
      from: 'survival::survfit in R',
    },
  ],
});
