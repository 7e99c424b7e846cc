import { complementFigure, complementOutcome, eventFigure, eventOutcome } from './event-share.ts';
import { defineMeasure } from './measure.ts';

/** Nine of 148 people left, each on an own day; the others stayed to the end. */
const LEFT = 9;
const PEOPLE = 148;

/** Still employed at the horizon: one minus the cumulative incidence of exit. */
export const retention = defineMeasure({
  id: 'retention',
  number: 'M31',
  kind: 'share',
  source: 'hr',
  sensitive: true,
  better: 'higher',
  needs: ['exit'],
  counts: 'exit',
  outcome: ({ exit }) => complementOutcome(eventOutcome(exit)),
  compute: ({ exit }) => complementFigure(eventFigure(exit)),
  sources: ['Aalen & Johansen 1978, Scandinavian Journal of Statistics 5:141–150'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        exit: {
          time: new Int32Array(PEOPLE).map((_, i) => (i < LEFT ? 50 * (i + 1) : 730)),
          event: new Uint8Array(PEOPLE).fill(1, 0, LEFT),
          lost: new Uint8Array(PEOPLE),
          horizonDays: 730,
        },
      },
      expected: { estimate: 0.9392 },
      from: 'by hand: 139 of 148',
    },
  ],
});
