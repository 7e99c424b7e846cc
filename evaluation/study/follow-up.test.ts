import { expect, test } from 'vitest';
import { MISSING_DAY } from './day.ts';
import { followUp } from './follow-up.ts';
import { EVENT_KINDS, type EventKind } from './rows.ts';

const START = 20_000;
const code = (kind: EventKind) => EVENT_KINDS.indexOf(kind);

/** One person with events so many days after the start. */
function one(
  events: [day: number, kind: EventKind][],
  more: { lastSeen?: number; later?: number; cutoff?: number; kind?: EventKind } = {},
) {
  const { time, event, lost } = followUp(
    {
      human: Int32Array.of(0),
      index: Int32Array.of(START),
      lastSeen: Int32Array.of(more.lastSeen === undefined ? MISSING_DAY : START + more.lastSeen),
      laterEnrolment: Int32Array.of(more.later === undefined ? MISSING_DAY : START + more.later),
    },
    {
      humans: Int32Array.of(0),
      start: Int32Array.of(0, events.length),
      day: Int32Array.from(events, ([day]) => START + day),
      kind: Uint8Array.from(events, ([, kind]) => code(kind)),
    },
    more.kind ?? 'promotion',
    730,
    START + (more.cutoff ?? 2000),
  );
  return [time[0], event[0], lost[0]];
}

test('the first of promotion and exit decides; neither by the horizon is followed to the end', () => {
  expect(
    one([
      [100, 'promotion'],
      [200, 'exit'],
    ]),
  ).toEqual([100, 1, 0]);
  expect(one([[100, 'exit']])).toEqual([100, 2, 0]);
  expect(one([])).toEqual([730, 0, 0]);
});

test('on one day a promotion comes before the exit, and both before the end of view', () => {
  expect(
    one([
      [100, 'promotion'],
      [100, 'exit'],
    ]),
  ).toEqual([100, 1, 0]);
  expect(one([[300, 'promotion']], { lastSeen: 300 })).toEqual([300, 1, 0]);
  expect(one([[730, 'promotion']])).toEqual([730, 1, 0]);
});

test('what happened on or before the start is history; after the horizon it does not count', () => {
  expect(one([[0, 'promotion']])).toEqual([730, 0, 0]);
  expect(
    one([
      [-5, 'exit'],
      [10, 'promotion'],
    ]),
  ).toEqual([10, 1, 0]);
  expect(one([[731, 'promotion']])).toEqual([730, 0, 0]);
});

test('a return or rehire after an exit changes nothing, and a leave ends nothing', () => {
  expect(
    one([
      [100, 'exit'],
      [150, 'hire'],
      [200, 'promotion'],
    ]),
  ).toEqual([100, 2, 0]);
  expect(
    one([
      [100, 'leave'],
      [150, 'return'],
      [200, 'promotion'],
    ]),
  ).toEqual([200, 1, 0]);
});

test('whoever enrols later is under view until the day before, and not lost', () => {
  expect(one([[300, 'promotion']], { later: 200 })).toEqual([199, 0, 0]);
});

test('last seen before horizon and cut-off is lost from the file; the cut-off alone is not', () => {
  expect(one([], { lastSeen: 400 })).toEqual([400, 0, 1]);
  expect(one([], { cutoff: 400 })).toEqual([400, 0, 0]);
  expect(one([], { cutoff: 0 })).toEqual([0, 0, 0]);
});

test('for staying, leaving is the event itself', () => {
  expect(one([[100, 'exit']], { kind: 'exit' })).toEqual([100, 1, 0]);
  expect(
    one(
      [
        [50, 'promotion'],
        [100, 'exit'],
      ],
      { kind: 'exit' },
    ),
  ).toEqual([100, 1, 0]);
});
