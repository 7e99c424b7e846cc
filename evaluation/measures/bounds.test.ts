import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MISSING_DAY } from '../study/day.ts';
import type { ProgramColumns } from '../study/program-columns.ts';
import type { PromiseRows } from '../study/program-rows.ts';
import { noColumns } from '../study/no-columns.ts';
import { madePairs, madeRoster, madeScores, type MadeScore } from './made-scores.ts';
import type { MeasureContext, MeasureFigure } from './measure.ts';
import { PROGRAM_MEASURES } from './registry.ts';
import { workedGoals, workedMeetings, workedPairs, workedReviews } from './worked-tables.ts';

// Bounds say what a figure could be if everything unknown were known: so they are the least and the greatest figure over all ways to
// fill the unknown, and the way to see that is to fill them in all ways. Tables are small and made at random; the figure of a full table
// is that of the measure itself, which needs no bounds then.

const SEED = 20_261_125;
const CUTOFF = 100;
const ROUNDING = 1e-9;
const CONTEXT: MeasureContext = {
  cutoff: CUTOFF,
  reviewEvery: 6,
  seed: 0,
  matters: () => 1,
  better: () => 'higher',
  who: () => 'mentees',
  subject: () => 'skill',
  reliability: () => 0.8,
};

type Columns = Partial<ProgramColumns>;

/** One unknown: the tables with each value that it can have. */
type Filling = (columns: Columns) => readonly Columns[];

function figuresOf(number: string, columns: Columns): ReadonlyMap<string, MeasureFigure> {
  const measure = PROGRAM_MEASURES.find((one) => one.number === number)!;
  const found = measure.compute(columns as never, CONTEXT);
  return new Map('reason' in found ? [] : found.map((figure) => [figure.key, figure]));
}

/** Every way to fill what is not known. */
function completions(columns: Columns, fillings: readonly Filling[]): Columns[] {
  return fillings.reduce((all, fill) => all.flatMap(fill), [columns]);
}

/** What the bounds of each figure should be and are; both ends are its value where nothing is open. */
function ends(number: string, keys: readonly string[], columns: Columns, fillings: readonly Filling[]) {
  const open = figuresOf(number, columns);
  const full = completions(columns, fillings).map((one) => figuresOf(number, one));
  return keys.flatMap((key) => {
    const figure = open.get(key);
    if (typeof figure?.value !== 'number') return [];
    const values = full.map((figures) => figures.get(key)!.value as number);
    return [
      {
        key,
        should: [Math.min(...values), Math.max(...values)] as const,
        is: figure.bounds ?? ([figure.value, figure.value] as const),
      },
    ];
  });
}

function expectExact(
  number: string,
  keys: readonly string[],
  columns: Columns,
  fillings: readonly Filling[],
) {
  for (const { key, should, is } of ends(number, keys, columns, fillings))
    for (const end of [0, 1] as const)
      if (Math.abs(should[end] - is[end]) > ROUNDING)
        throw new Error(`${number} ${key}: bounds ${is.join(' to ')}, possible ${should.join(' to ')}`);
}

function holds<T>(cases: fc.Arbitrary<T>, check: (one: T) => void, numRuns = 60): void {
  fc.assert(fc.property(cases, check), { seed: SEED, numRuns });
}

const NONE = 0;
const view = fc.constantFrom(NONE, NONE, 1, 2, 3);

test('M10: silence could be kept, renegotiated in time, or missed', () => {
  const occasions = fc.array(
    fc.record({ mentor: view, mentee: view, on: fc.constantFrom(MISSING_DAY, 40, 60) }),
    { minLength: 1, maxLength: 3 },
  );
  holds(occasions, (rows) => {
    const promises: PromiseRows = {
      ...noColumns.promises(rows.length),
      pair: rows.map((_, i) => `p${i % 2}`),
      due: new Int32Array(rows.length).fill(50),
      viewMentor: Uint8Array.from(rows, ({ mentor }) => mentor),
      viewMentee: Uint8Array.from(rows, ({ mentee }) => mentee),
      renegotiatedOn: Int32Array.from(rows, ({ on }) => on),
    };
    const fillings = rows.flatMap((_, i): Filling[] => [
      ...(['viewMentor', 'viewMentee'] as const).map(
        (side): Filling =>
          ({ promises: table, ...rest }) =>
            table![side][i] === NONE
              ? [1, 2, 3].map((code) => ({
                  ...rest,
                  promises: { ...table!, [side]: table![side].with(i, code) },
                }))
              : [{ ...rest, promises: table! }],
      ),
      ({ promises: table, ...rest }) =>
        table!.renegotiatedOn[i] === MISSING_DAY
          ? [40, 60].map((on) => ({
              ...rest,
              promises: { ...table!, renegotiatedOn: table!.renegotiatedOn.with(i, on) },
            }))
          : [{ ...rest, promises: table! }],
    ]);
    const pairs = workedPairs([{ made: 0 }, { made: 0 }]);
    expectExact('M10', ['kept', 'renegotiated', 'missed'], { pairs, promises }, fillings);
  });
});

test('M11: who has not said could say yes or no', () => {
  const answer = fc.constantFrom(0, 1, 2, 2);
  holds(fc.array(fc.tuple(answer, answer), { minLength: 2, maxLength: 3 }), (channels) => {
    const reviews = workedReviews(
      channels.map((channel, i) => ({ pair: `p${i}`, number: 1, due: 10, channel })),
    );
    const fillings = channels.flatMap((_, i) =>
      (['channelMentor', 'channelMentee'] as const).map(
        (side): Filling =>
          ({ reviews: table, ...rest }) =>
            table![side][i] === 2
              ? [0, 1].map((said) => ({
                  ...rest,
                  reviews: { ...table!, [side]: table![side].with(i, said) },
                }))
              : [{ ...rest, reviews: table! }],
      ),
    );
    const pairs = workedPairs(channels.map(() => ({})));
    const columns = { pairs, meetings: workedMeetings([]), reviews };
    expectExact('M11', ['both', 'mentors', 'mentees'], columns, fillings);
  });
});

test('M12: a pair that has not answered could be alike in none or all of its items', () => {
  const row = fc.record({ items: fc.integer({ min: 1, max: 4 }), same: fc.integer({ min: -2, max: 4 }) });
  holds(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
    const same = Int32Array.from(rows, ({ items, same: alike }) => Math.max(-1, Math.min(alike, items)));
    const understanding = {
      count: rows.length,
      pair: rows.map((_, i) => `p${i}`),
      items: Int32Array.from(rows, ({ items }) => items),
      same,
    };
    const fillings = rows.map(
      ({ items }, i): Filling =>
        ({ understanding: table, ...rest }) =>
          table!.same[i] === -1
            ? [0, items].map((alike) => ({
                ...rest,
                understanding: { ...table!, same: table!.same.with(i, alike) },
              }))
            : [{ ...rest, understanding: table! }],
    );
    expectExact('M12', ['items'], { pairs: workedPairs(rows.map(() => ({}))), understanding }, fillings);
  });
});

const meetings = fc.array(
  fc.record({
    pair: fc.constantFrom('p0', 'p1'),
    day: fc.integer({ min: 1, max: 99 }),
    by: fc.constantFrom(1, 2, 3),
  }),
  { minLength: 1, maxLength: 6 },
);

/** A meeting that one side reported took place, or not. */
function eachTookPlace(columns: Columns): Filling[] {
  return Array.from(
    columns.meetings!.reportedBy,
    (by, i): Filling =>
      ({ meetings: table, ...rest }) =>
        by === 3
          ? [{ ...rest, meetings: table! }]
          : [
              { ...rest, meetings: { ...table!, reportedBy: table!.reportedBy.with(i, 3) } },
              { ...rest, meetings: { ...table!, state: table!.state.with(i, 2) } },
            ],
  );
}

function meetingColumns(rows: readonly { pair: string; day: number; by: number }[]): Columns {
  const pairs = workedPairs([
    { made: 0, plannedEnd: 90, rhythmDays: 14 },
    { made: 20, rhythmDays: 7 },
  ]);
  return { pairs, meetings: workedMeetings(rows.map(({ by, ...row }) => ({ ...row, reportedBy: by }))) };
}

test('M13 and M14: a meeting that one side reported took place, or not', () => {
  holds(meetings, (rows) => {
    const columns = meetingColumns(rows);
    expectExact('M13', ['days'], columns, eachTookPlace(columns));
    expectExact('M14', ['confirmed'], columns, eachTookPlace(columns));
  });
});

test('M15: bounds hold whatever became of meetings that one side reported', () => {
  holds(meetings, (rows) => {
    const columns = meetingColumns(rows);
    for (const { key, should, is } of ends('M15', ['gaps'], columns, eachTookPlace(columns)))
      if (should[0] < is[0] - ROUNDING || should[1] > is[1] + ROUNDING)
        throw new Error(`M15 ${key}: bounds ${is.join(' to ')}, possible ${should.join(' to ')}`);
  });
});

/** Scores on a scale of 1 to 5; unknown where null. */
const score = fc.constantFrom(null, null, 1, 2.5, 4, 5);

/** Scores that are known, and a filling for each that is not: lowest, highest and between. */
function scoresOf(rows: readonly (Omit<MadeScore, 'score'> & { readonly score: number | null })[]) {
  const table = (known: typeof rows) =>
    madeScores(
      known.flatMap(({ score: value, ...row }) => (value === null ? [] : [{ ...row, score: value }])),
    );
  const unknown = rows.flatMap(({ score: value }, i) => (value === null ? [i] : []));
  const ways = unknown.reduce<(typeof rows)[]>(
    (all, i) =>
      all.flatMap((one) => [1, 2.5, 4, 5].map((value) => one.with(i, { ...one[i]!, score: value }))),
    [rows as never],
  );
  const fill: Filling = (columns) => ways.map((way) => ({ ...columns, scores: table(way) }));
  return { scores: table(rows), fill };
}

test('M01, M02, M04: whoever has not answered could trust fully or not at all', () => {
  holds(fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 3 }), (rows) => {
    // Two pairs share a mentor.
    const pairs = { ...madePairs(rows.length), mentor: rows.map((_, i) => `m${Math.min(i, 1)}`) };
    const { scores, fill } = scoresOf(
      rows.flatMap(([mentee, mentor], i) => [
        { person: `p${i}`, about: pairs.mentor[i]!, scale: 'trust', score: mentee },
        { person: pairs.mentor[i]!, about: `p${i}`, scale: 'trust', score: mentor },
      ]),
    );
    expectExact('M01', ['mentees-about-mentors', 'mentors-about-mentees'], { pairs, scores }, [fill]);
    expectExact('M02', ['both-trust'], { pairs, scores }, [fill]);
    expectExact('M04', ['mentee-minus-mentor', 'apart'], { pairs, scores }, [fill]);
  });
});

test('M03: who answered once could have changed as far as the scale goes from there', () => {
  holds(fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 3 }), (rows) => {
    const pairs = madePairs(rows.length);
    const { scores, fill } = scoresOf(
      rows.flatMap(([before, after], i) => [
        { person: `p${i}`, about: `m${i}`, scale: 'trust', wave: 'before', score: before },
        { person: `p${i}`, about: `m${i}`, scale: 'trust', wave: 'after', score: after },
      ]),
    );
    expectExact('M03', ['mentees-change'], { pairs, scores }, [fill]);
  });
});

test('M05: self and the view of the other are open each for itself', () => {
  holds(fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 3 }), (rows) => {
    const pairs = madePairs(rows.length);
    const { scores, fill } = scoresOf(
      rows.flatMap(([self, seen], i) => [
        { person: `m${i}`, scale: 'honesty', score: self },
        { person: `p${i}`, about: `m${i}`, scale: 'honesty', score: seen },
      ]),
    );
    const keys = ['mentees-about-mentors', 'mentors-about-themselves', 'mentors-self-view-gap'];
    expectExact('M05', keys, { pairs, scores }, [fill]);
  });
});

test('M26, M27, M33: whoever has not answered could be at either end of the scale, at either wave', () => {
  holds(fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 3 }), (rows) => {
    const enrolled = madeRoster(rows.length, 'mentee');
    const { scores, fill } = scoresOf(
      rows.flatMap(([before, after], i) => [
        { person: `p${i}`, scale: 'satisfaction', wave: 'before', score: before },
        { person: `p${i}`, scale: 'satisfaction', wave: 'after', score: after },
      ]),
    );
    const known = rows.some(([before, after]) => before !== null && after !== null);
    if (rows.some(([, after]) => after !== null))
      expectExact('M26', ['mentees-mean', 'mentees-content'], { enrolled, scores }, [fill]);
    if (!known) return;
    expectExact('M27', ['self-change'], { enrolled, scores }, [fill]);
    expectExact('M33', ['worsened', 'improved'], { enrolled, scores }, [fill]);
  });
});

test('M18: a pair without a line could be anything between one-sided and fully mutual', () => {
  holds(fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()), { minLength: 2, maxLength: 4 }), (rows) => {
    const table = (kept: readonly number[], full: readonly (readonly [number, number])[]) => ({
      count: kept.length,
      pair: kept.map((i) => `p${i}`),
      fromMentor: Int32Array.from(kept, (i) => full[i]![0]),
      fromMentee: Int32Array.from(kept, (i) => full[i]![1]),
    });
    const all = rows.map((_, i) => i);
    const given = rows.map(([mentor, mentee]) => [mentor, mentee] as const);
    const missing = all.filter((i) => !rows[i]![2]);
    const ways = missing.reduce(
      (some, i) => some.flatMap((one) => [[1, 0] as const, [2, 2] as const].map((both) => one.with(i, both))),
      [given],
    );
    const pairs = workedPairs(rows.map(() => ({})));
    const feedback = table(
      all.filter((i) => rows[i]![2]),
      given,
    );
    const fill: Filling = (columns) => ways.map((way) => ({ ...columns, feedback: table(all, way) }));
    expectExact('M18', ['both-ways'], { pairs, feedback }, [fill]);
  });
});

test('M22: a goal without a target could be reached, on its way or late', () => {
  const goal = fc.record({ target: fc.constantFrom(undefined, undefined, 2, 4), steps: fc.nat(3) });
  holds(fc.array(goal, { minLength: 1, maxLength: 4 }), (rows) => {
    const goals = workedGoals(
      rows.map(({ target, steps }, i) => ({
        pair: `p${i % 2}`,
        start: 0,
        due: 200,
        progress: Array.from({ length: steps }, (_, k) => ({ day: 10 * (k + 1) })),
        ...(target !== undefined && { target }),
      })),
    );
    const fillings = rows.map(
      ({ target, steps }, i): Filling =>
        ({ goals: table, ...rest }) =>
          target === undefined
            ? [Math.max(1, steps), 2 * steps + 1, 100].map((aim) => ({
                ...rest,
                goals: { ...table!, target: table!.target.with(i, aim) },
              }))
            : [{ ...rest, goals: table! }],
    );
    // A target that nobody has done a step towards cannot be reached by any target: leave such rows to the other figures.
    const keys = rows.every(({ target, steps }) => target !== undefined || steps > 0)
      ? ['on-track', 'reached', 'late', 'let-go']
      : ['let-go'];
    expectExact('M22', keys, { pairs: workedPairs([{}, {}]), goals }, fillings);
  });
});

test('M24: a review without a day could have been held in time or not', () => {
  const review = fc.record({ due: fc.constantFrom(undefined, 10), done: fc.constantFrom(undefined, 60) });
  holds(fc.array(review, { minLength: 1, maxLength: 4 }), (rows) => {
    const reviews = workedReviews(
      rows.map(({ due, done }, i) => ({
        pair: `p${i}`,
        number: 1,
        ...(done !== undefined && { done }),
        ...(due !== undefined && { due }),
      })),
    );
    const fillings = rows.map(
      ({ due }, i): Filling =>
        ({ reviews: table, ...rest }) =>
          due === undefined
            ? [1, 70].map((day) => ({ ...rest, reviews: { ...table!, due: table!.due.with(i, day) } }))
            : [{ ...rest, reviews: table! }],
    );
    const columns = { pairs: workedPairs(rows.map(() => ({}))), meetings: workedMeetings([]), reviews };
    expectExact('M24', ['reviews'], columns, fillings);
  });
});

test('M32: a pair that ended without a word and without a planned end could have ended early or not', () => {
  const pair = fc.record({
    ended: fc.constantFrom(undefined, 50),
    endKind: fc.constantFrom(0, 1, 2),
    plannedEnd: fc.constantFrom(undefined, 40, 90),
  });
  holds(fc.array(pair, { minLength: 1, maxLength: 5 }), (rows) => {
    const pairs = workedPairs(
      rows.map(({ ended, endKind, plannedEnd }) => ({
        made: 0,
        ...(ended !== undefined && { ended, endKind }),
        ...(plannedEnd !== undefined && { plannedEnd }),
      })),
    );
    const fillings = rows.map(
      ({ ended, endKind, plannedEnd }, i): Filling =>
        ({ pairs: table, ...rest }) =>
          ended !== undefined && endKind === 0 && plannedEnd === undefined
            ? [40, 90].map((day) => ({
                ...rest,
                pairs: { ...table!, plannedEnd: table!.plannedEnd.with(i, day) },
              }))
            : [{ ...rest, pairs: table! }],
    );
    expectExact('M32', ['early'], { pairs }, fillings);
  });
});

test('M37: somebody of whom nothing is on file could have passed every gate or none', () => {
  const state = fc.constantFrom('none', 'open', 'passed');
  holds(fc.array(state, { minLength: 2, maxLength: 5 }), (states) => {
    const enrolled = { ...madeRoster(states.length, 'mentee') };
    const gatesOf = (known: readonly string[]) => {
      const rows = known.flatMap((one, i) =>
        one === 'none' ? [] : [{ person: `p${i}`, passed: one === 'passed' }],
      );
      return {
        count: rows.length,
        person: rows.map(({ person }) => person),
        gate: rows.map(() => 'consent'),
        due: new Int32Array(rows.length).fill(10),
        done: Int32Array.from(rows, ({ passed }) => (passed ? 5 : MISSING_DAY)),
      };
    };
    if (states.every((one) => one === 'none')) return;
    const ways = states.reduce<string[][]>(
      (all, one, i) =>
        one === 'none' ? all.flatMap((way) => ['open', 'passed'].map((kind) => way.with(i, kind))) : all,
      [[...states]],
    );
    const fill: Filling = (columns) => ways.map((way) => ({ ...columns, gates: gatesOf(way) }));
    expectExact('M37', ['all-due', 'gate'], { enrolled, gates: gatesOf(states) }, [fill]);
  });
});

test('the check finds bounds that are too narrow and too wide', () => {
  const reviews = workedReviews([{ pair: 'p0', number: 1, due: 10, channel: [1, 1] }]);
  const columns = { pairs: workedPairs([{}]), meetings: workedMeetings([]), reviews };
  const invents: Filling = ({ reviews: table, ...rest }) => [
    { ...rest, reviews: { ...table!, channelMentor: table!.channelMentor.with(0, 0) } },
  ];
  expect(() => expectExact('M11', ['both'], columns, [invents])).toThrow(
    'M11 both: bounds 1 to 1, possible 0.5 to 0.5',
  );
});
