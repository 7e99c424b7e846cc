import { describe, expect, test } from 'vitest';
import { workedPairs } from '../measures/worked-tables.ts';
import { MISSING_DAY } from '../study/day.ts';
import { noColumns } from '../study/no-columns.ts';
import type { PromiseRows } from '../study/program-rows.ts';
import { mayBe, outcomeOf, owedBy } from './occasions.ts';

const [NONE, KEPT, RENEGOTIATED, MISSED] = [0, 1, 2, 3];

function occasion(
  mentor: number,
  mentee: number,
  due = MISSING_DAY,
  renegotiatedOn = MISSING_DAY,
): PromiseRows {
  return {
    ...noColumns.promises(1),
    pair: ['p0'],
    due: Int32Array.of(due),
    viewMentor: Uint8Array.of(mentor),
    viewMentee: Uint8Array.of(mentee),
    renegotiatedOn: Int32Array.of(renegotiatedOn),
  };
}

describe('an occasion', () => {
  test.each([
    ['both say kept', occasion(KEPT, KEPT), 'kept'],
    ['both say missed', occasion(MISSED, MISSED), 'missed'],
    ['one says kept and one missed', occasion(KEPT, MISSED), 'not-known'],
    ['one says kept and one says nothing', occasion(KEPT, NONE), 'not-known'],
    ['nobody says anything', occasion(NONE, NONE), 'not-known'],
    ['both renegotiated it the day before', occasion(RENEGOTIATED, RENEGOTIATED, 100, 99), 'renegotiated'],
    ['both renegotiated it on the day it was due', occasion(RENEGOTIATED, RENEGOTIATED, 100, 100), 'missed'],
    ['both renegotiated it, nobody knows when', occasion(RENEGOTIATED, RENEGOTIATED, 100), 'not-known'],
    ['one renegotiated it and one calls it missed', occasion(RENEGOTIATED, MISSED, 100, 90), 'not-known'],
  ])('of which %s is %s', (_, promises, outcome) => {
    expect(outcomeOf(promises, 0)).toBe(outcome);
  });

  test('may still be kept only while nobody who has spoken says otherwise', () => {
    const views = [
      [KEPT, NONE],
      [NONE, NONE],
      [KEPT, KEPT],
      [MISSED, NONE],
      [KEPT, MISSED],
    ] as const;
    expect(views.map(([mentor, mentee]) => mayBe('kept', occasion(mentor, mentee), 0))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('an occasion is owed', () => {
  const pairs = (more: object) => workedPairs([{ made: 0, plannedEnd: 200, ...more }]);

  test('up to the cut-off and the planned end, also after an early end', () => {
    const due = (day: number) => owedBy(pairs({ ended: 50 }), occasion(KEPT, KEPT, day), 150)[0];
    expect([50, 51, 150, 151].map(due)).toEqual([0, 0, 0, -1]);
    expect(owedBy(pairs({}), occasion(KEPT, KEPT, 201), 300)[0]).toBe(-1);
  });

  test('not during an agreed pause, first and last day included', () => {
    const paused = { ...pairs({}), paused: [[10, 20] as const].map((pause) => [pause]) };
    const due = (day: number) => owedBy(paused, occasion(KEPT, KEPT, day), 150)[0];
    expect([9, 10, 20, 21].map(due)).toEqual([0, -1, -1, 0]);
  });

  test('when its day is not known, and not by a pair that is not on the roster', () => {
    expect(owedBy(pairs({}), occasion(KEPT, KEPT), 150)[0]).toBe(0);
    expect(owedBy(pairs({}), { ...occasion(KEPT, KEPT), pair: ['p9'] }, 150)[0]).toBe(-1);
  });
});
