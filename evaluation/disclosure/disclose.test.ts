import { expect, test } from 'vitest';
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

function shownOf(figures: ExactFigures, gates: readonly Gate[] = []) {
  const finding = {
    outcome: 'skill',
    kind: 'score',
    scale: [1, 5],
    source: 'survey',
    sensitive: false,
    matters: 0.2,
    verdict: 'benefit',
    gates,
    reasons: [],
    exact: figures,
  } as unknown as Finding;
  const evaluation = {
    plan: {},
    study: { participants: 100, comparison: 100 },
    findings: [finding],
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
  return disclose(evaluation).findings[0]!;
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
