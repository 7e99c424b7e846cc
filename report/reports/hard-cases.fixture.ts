import type { ShownCourse, ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding, ShownGroup } from '#evaluation/shown.ts';
import { COMPASS } from './compass.fixture.ts';

/** Without the other ways to calculate it: the cases here change the figures that those are held against. */
function alone(finding: ShownFinding): ShownFinding {
  return { ...finding, shown: { ...finding.shown!, sensitivity: null } };
}

const primary = alone(COMPASS.findings[0]!);
const promotion = alone(COMPASS.findings[1]!);
const LONG =
  'Confidence to speak up in meetings with people of higher grades, as measured by the long form of the questionnaire';

const group = (who: ShownGroup['who'], n: number, rest: Partial<ShownGroup> = {}): ShownGroup => ({
  who,
  n,
  asked: n,
  value: null,
  range95: null,
  count: null,
  words: null,
  before: null,
  ...rest,
});

const profit = (
  months: number,
  verdict: ShownFinding['verdict'],
  estimate: number,
  half: number,
): ShownFinding => ({
  ...primary,
  outcome: 'profit',
  label: `Weekly profit after ${months} months`,
  role: months === 7 ? 'primary' : months === 17 ? 'watch-out' : 'also',
  unit: 'Ksh a week',
  scale: null,
  matters: 300,
  months,
  wave: `after${months}`,
  design: 'lottery',
  method: 'lottery',
  grade: 'A',
  verdict,
  qualifier: verdict === 'benefit' ? 'size-uncertain' : null,
  shown: {
    ...primary.shown!,
    groups: [
      group('participants', 120, { value: 2200 + estimate }),
      group('comparison', 119, { value: 2200 }),
    ],
    estimate,
    range95: [estimate - half, estimate + half],
    range80: [estimate - half * 0.65, estimate + half * 0.65],
    range50: [estimate - half * 0.35, estimate + half * 0.35],
  },
});

const PROFITS = [
  profit(7, 'benefit', 830, 720),
  profit(1, 'inconclusive', 270, 640),
  profit(2, 'inconclusive', 40, 560),
  profit(3, 'inconclusive', 200, 700),
  profit(4, 'benefit', 890, 610),
  profit(12, 'inconclusive', -50, 580),
  profit(17, 'inconclusive', 40, 640),
];

const months = [0, 1, 2, 3, 4, 7, 12, 17] as const;

const course: ShownCourse = {
  outcome: 'profit',
  who: 'mentees',
  label: 'Weekly profit',
  unit: 'Ksh a week',
  scale: null,
  waves: months.flatMap((month) =>
    (['participants', 'comparison'] as const).map((who, arm) => {
      const value = 2100 + month * 20 + (arm === 0 && month > 2 && month < 12 ? 800 : 0);
      const known = !(month === 3 && arm === 1);
      return {
        wave: month === 0 ? 'before' : `after${month}`,
        who,
        month,
        date: '2014-05-01',
        n: known ? 118 : 0,
        value: known ? value : null,
        range95: known ? ([value - 420, value + 420] as const) : null,
        range80: known ? ([value - 270, value + 270] as const) : null,
        range50: known ? ([value - 140, value + 140] as const) : null,
        words: null,
        hidden: !known,
      };
    }),
  ),
};

/** Seven outcomes of a lottery at seven horizons, not locked, one wave hidden. */
export const LOTTERY: ShownEvaluation = {
  ...COMPASS,
  plan: { ...COMPASS.plan, design: 'lottery', program: 'Mentoring of small firms', covariates: [] },
  planLocked: false,
  findings: PROFITS,
  courses: [course],
  curves: [],
  balance: [{ characteristic: 'profit before', before: -0.06, after: null, inBand: true, missing: 0.05 }],
  overlap: null,
  draw: {
    strata: 1,
    strataLeftOut: 0,
    assigned: 124,
    others: 119,
    tookPartAmongAssigned: 118,
    tookPartAmongOthers: null,
    knownAmongAssigned: 124,
    knownAmongOthers: 0,
    startedLater: 0,
  },
};

const said = (verdict: ShownFinding['verdict'], rest: Partial<ShownFinding> = {}): ShownFinding => ({
  ...primary,
  outcome: `confidence ${verdict}`,
  label: LONG,
  role: 'also',
  verdict,
  qualifier: null,
  ...rest,
});

const far = {
  ...primary.shown!,
  estimate: -2.4,
  range95: [-3.9, 0.9],
  range80: [-3.3, -1.4],
  range50: [-2.8, -2],
} as const;

/** Every face of not knowing, far ranges, long names, ten outcomes. */
export const EVERY_FACE: ShownEvaluation = {
  ...COMPASS,
  findings: [
    primary,
    said('too-little-data', {
      shown: {
        ...primary.shown!,
        groups: [group('participants', 11), group('comparison', 17)],
        estimate: null,
      },
    }),
    said('hidden', { shown: null, hidden: { rule: 'below-minimum', need: 5 } }),
    said('not-due', { shown: null, look: '2029-01-15' }),
    said('none', {
      shown: { ...primary.shown!, estimate: null, range95: null, range80: null, range50: null },
    }),
    said('harm', { outcome: 'far', label: 'Hours', qualifier: 'clear', shown: far }),
    { ...promotion, outcome: 'few', label: 'New role', shown: smallShares() },
    { ...promotion, outcome: 'words', label: 'Would recommend', shown: wordsOnly() },
    ...COMPASS.findings.slice(1),
  ],
};

function smallShares() {
  const groups = [
    group('participants', 37, { value: 0.2, count: 8 }),
    group('comparison', 96, { value: 0.12, count: 11 }),
  ];
  return { ...promotion.shown!, groups };
}

function wordsOnly() {
  const groups = [
    group('participants', 31, { words: 'more-than-90' }),
    group('comparison', 96, { value: 0.71, count: 68 }),
  ];
  return { ...promotion.shown!, groups };
}

/** Opinions alone: no comparison, no plumb line. */
export const OPINIONS: ShownEvaluation = {
  ...COMPASS,
  plan: { ...COMPASS.plan, design: 'opinions', also: [], watchOuts: [] },
  findings: [
    {
      ...promotion,
      outcome: 'recommend',
      label: 'Would recommend the program',
      role: 'primary',
      design: 'opinions',
      method: 'opinion',
      grade: 'D',
      verdict: 'none',
      source: 'survey',
      shown: {
        ...promotion.shown!,
        groups: [group('participants', 131, { asked: 160, value: 0.82, count: 107, range95: [0.74, 0.88] })],
        estimate: 0.82,
        range95: [0.74, 0.88],
        range80: null,
        range50: null,
      },
    },
  ],
  balance: [],
  curves: [],
  courses: [],
  overlap: null,
};

/** Nothing is due yet: counts of people only. */
export const NOT_DUE: ShownEvaluation = {
  ...COMPASS,
  due: false,
  asOf: 20_000,
  findings: COMPASS.findings.map((finding) => ({
    ...finding,
    verdict: 'not-due',
    qualifier: null,
    shown: null,
    reasons: [],
  })),
  curves: [],
  courses: [],
};
