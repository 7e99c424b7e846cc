import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../evaluation.ts';
import type { ExactFigures, Finding, Gate } from '../finding.ts';
import { NO_TRENDS, NO_VIEWS } from '../views/no-views.fixture.ts';
import { disclose } from './disclose.ts';

const exact = (n: readonly [number, number], more: Partial<ExactFigures> = {}): ExactFigures => ({
  groups: (['participants', 'comparison'] as const).map((who, arm) => ({
    who,
    n: n[arm]!,
    asked: n[arm]!,
    value: 3 + 0.34 * (1 - arm),
    range95: [2.9, 3.5],
    count: null,
    before: null,
  })),
  estimate: 0.3412,
  range95: [0.2049, 0.4711],
  range80: [0.26, 0.42],
  range50: [0.3, 0.38],
  rangeFamily: [0.2049, 0.4711],
  standardError: 0.06,
  nStar: [...n],
  events: null,
  nonEvents: null,
  df: 58.23,
  model: { largestLeverage: 0.05, residualDf: 100 },
  k: 1,
  naive: null,
  bounds: [-0.5, 1.2],
  sensitivity: null,
  notes: [],
  ...more,
});

const FINDING = {
  outcome: 'skill',
  kind: 'score',
  scale: [1, 5],
  source: 'survey',
  sensitive: false,
  matters: 0.2,
  verdict: 'benefit',
  gates: [],
  reasons: [],
  missing: null,
};
/** An evaluation in which nothing was found. */
const EMPTY = {
  plan: {},
  study: { participants: 100, comparison: 100, leftOut: [] },
  findings: [],
  balance: [],
  curves: [],
  measures: [],
  links: [],
  survey: { reliability: [], items: [], trends: [], changes: [], coverage: [] },
  views: NO_VIEWS,
  trends: NO_TRENDS,
  program: { mentees: 0, mentors: 0, menteesBy: null, mentorsBy: null, pairs: null },
  courses: [],
  subgroups: { contrasts: [], cohorts: [] },
} as unknown as Evaluation;

function shownOf(figures: ExactFigures, gates: readonly Gate[] = []) {
  const finding = { ...FINDING, gates, exact: figures } as unknown as Finding;
  return disclose({ ...EMPTY, findings: [finding] }).findings[0]!;
}

test('differences keep two digits, or three where rounding would carry an end across what matters', () => {
  expect(shownOf(exact([131, 240])).shown).toMatchObject({
    estimate: 0.34,
    range95: [0.205, 0.47],
    df: 58.2,
  });
});

test('a gate that leaves words only takes the difference, its ranges and bounds with it; both figures stay', () => {
  const gate: Gate = { id: 'F1', effect: 'words-only', values: {} };
  const { shown } = shownOf(exact([131, 240]), [gate]);
  expect(shown).toMatchObject({ estimate: null, range95: null, range80: null, range50: null, bounds: null });
  expect(shown!.groups.map(({ value }) => value)).toEqual([3.34, 3]);
});

test('a model that one person decides shows no difference', () => {
  expect(
    shownOf(exact([131, 240], { model: { largestLeverage: 0.51, residualDf: 100 } })).shown!.estimate,
  ).toBeNull();
  expect(
    shownOf(exact([131, 240], { model: { largestLeverage: 0.5, residualDf: 9 } })).shown!.estimate,
  ).toBeNull();
});

test('an arm below the floor hides the whole figure, and says only what it would need', () => {
  const { verdict, shown, hidden, reasons, gates } = shownOf(exact([4, 240]));
  expect({ verdict, shown, hidden, reasons, gates }).toEqual({
    verdict: 'hidden',
    shown: null,
    hidden: { rule: 'below-minimum', need: 5 },
    reasons: [],
    gates: [],
  });
});

test('below twenty answers in an arm there is no difference', () => {
  expect(shownOf(exact([19, 240])).shown).toMatchObject({ estimate: null, range95: null, bounds: null });
});

test('fewer than five who left before the start are counted under other reasons, and everybody stays counted', () => {
  const leftOut = (left: number) =>
    disclose({
      ...EMPTY,
      study: {
        ...EMPTY.study,
        leftOut: [
          { reason: 'left-before-index', n: left, participants: 0, comparison: left },
          { reason: 'not-yet-hired', n: 2, participants: 0, comparison: 2 },
        ],
      },
    }).study.leftOut.map(({ reason, n }) => [reason, n]);
  expect(leftOut(3)).toEqual([
    ['not-yet-hired', 2],
    ['other-reasons', 3],
  ]);
  expect(leftOut(5)).toEqual([
    ['left-before-index', 5],
    ['not-yet-hired', 2],
  ]);
});

test('how weights lie is told in whole people and tenths of a percent', () => {
  const overlap = { kish: 98.4578, largestWeightShare: 0.012345, caliperDistance: 0.0234567 };
  expect(disclose({ ...EMPTY, overlap } as unknown as Evaluation).overlap).toEqual({
    kish: 98,
    largestWeightShare: 0.012,
    caliperDistance: 0.023,
  });
});

describe('answers of one group', () => {
  /** What is told of so many who agree, of so many who answered, of fifty asked. */
  function opinion(count: number, n: number) {
    const share = count / n;
    const figures = exact([n, n], {
      groups: [
        { who: 'participants', n, asked: 50, value: share, range95: [0.7, 0.99], count, before: null },
      ],
      estimate: share,
      range95: [0.7, 0.99],
      range80: [0.8, 0.95],
      range50: [0.85, 0.93],
      events: count,
      model: null,
      bounds: [count / 50, (count + 50 - n) / 50],
    });
    const finding = { ...FINDING, method: 'opinion', kind: 'share', exact: figures } as unknown as Finding;
    return disclose({ ...EMPTY, findings: [finding] }).findings[0]!.shown;
  }

  test('have the grain of the group, in every figure of it', () => {
    expect(opinion(30, 40)).toMatchObject({
      estimate: 0.75,
      range95: [0.7, 1],
      range80: [0.8, 0.95],
      events: 30,
    });
  });

  test('that are told in words give no number of it, and look the same whatever the number is', () => {
    expect(opinion(39, 40)).toMatchObject({
      estimate: null,
      range95: null,
      range80: null,
      range50: null,
      events: null,
    });
    expect(opinion(39, 40)).toEqual(opinion(40, 40));
    expect(opinion(39, 40)!.bounds).toEqual([0.7, 1]);
  });
});

test('an outcome that nobody answered looks like one that four answered', () => {
  const few = shownOf(exact([4, 240]));
  const missing = { reason: 'too-few-people', values: { have: 0, need: 2 } } as const;
  const finding = { ...FINDING, exact: null, missing } as unknown as Finding;
  expect(disclose({ ...EMPTY, findings: [finding] }).findings[0]).toEqual(few);
});

test('shares of arms that no sentence prints are not told with a gate, and others keep their numbers', () => {
  const gates: Gate[] = [
    { id: 'F5', effect: 'selection', values: { participants: 0.2125, comparison: 0.05 } },
    { id: 'F1', effect: 'fallback', values: { difference: 0.272342 } },
  ];
  expect(shownOf(exact([131, 240]), gates).gates.map(({ values }) => values)).toEqual([
    {},
    { difference: 0.272 },
  ]);
});

test('a share in a remark has the grain of the arms', () => {
  const notes = (n: number) =>
    shownOf(
      exact([n, n], { notes: [{ key: 'lost-view', values: { participants: 0.025, comparison: 0.125 } }] }),
    ).shown!.notes![0]!.values;
  expect(notes(40)).toEqual({ participants: 0.05, comparison: 0.15 });
  expect(notes(240)).toEqual({ participants: 0.03, comparison: 0.13 });
});
