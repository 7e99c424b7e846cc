import type { OutcomeCurves, ShownCourse, ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Reason, Range } from '#evaluation/finding.ts';
import type { PlannedOutcome } from '#evaluation/plan/plan.ts';
import { PROMOTION_GAP } from './promotion-gap.fixture.ts';
import { PROMOTION_WAYS, RETENTION_WAYS, SKILL_WAYS } from './seven-ways.fixture.ts';
import { NO_TRENDS, NO_VIEWS } from '#evaluation/views/no-views.fixture.ts';
import type { ShownFigures, ShownFinding, ShownGroup } from '#evaluation/shown.ts';

/** The demo program Compass 2024-26, with the values that its contract fixes; what the contract leaves open is made up. */
const LOOK = '2026-09-30';
const FINGERPRINT = '7f3c91ade20b'.padEnd(64, '0');

const outcome = (
  name: string,
  label: string,
  matters: number,
  rest: Partial<PlannedOutcome> = {},
): PlannedOutcome => ({
  outcome: name,
  label,
  matters,
  better: 'higher',
  months: 24,
  ...rest,
});

const PLAN = {
  plan: 1,
  program: 'Compass 2024-26',
  cutoff: LOOK,
  look: LOOK,
  design: 'matched',
  match: { exact: ['grade'], ratio: 2, caliper: 0.2 },
  covariates: ['grade', 'tenure_years', 'last_rating', 'training_days'],
  primary: outcome('leadership_skill', 'Leadership skill (1 to 5)', 0.2),
  also: [
    outcome('promotion', 'Promotion', 0.05),
    outcome('retention', 'Stayed', 0.04),
    outcome('belonging', 'Belonging (1 to 5)', 0.2),
  ],
  watchOuts: [
    outcome('workload_strain', 'Workload strain (1 to 5)', 0.2, { better: 'lower', who: 'mentors' }),
  ],
  seed: 20240902,
  locked: { on: '2024-09-02', by: 'the program manager', witness: 'the evaluator' },
} as const;

const group = (
  who: ShownGroup['who'],
  n: number,
  asked: number,
  value: number,
  rest: Partial<ShownGroup> = {},
) => ({
  who,
  n,
  asked,
  value,
  range95: null,
  count: null,
  words: null,
  before: null,
  ...rest,
});

const figures = (
  groups: readonly ShownGroup[],
  [estimate, low, high]: readonly [number, number, number],
  inner: { range80: Range; range50: Range },
  rest: Partial<ShownFigures> = {},
): ShownFigures => ({
  groups,
  estimate,
  range95: [low, high],
  ...inner,
  nStar: groups.map((one) => one.n),
  events: null,
  df: 58.2,
  k: 3,
  bounds: null,
  ...rest,
});

const REASONS: readonly Reason[] = [
  { check: 'look-reached', ok: true, values: {} },
  { check: 'range-known', ok: true, values: {} },
  { check: 'enough-people', ok: true, values: { participants: 131, comparison: 240, need: 20 } },
  { check: 'fair-comparison', ok: true, values: {} },
  { check: 'clears-zero', ok: true, values: {} },
  { check: 'clears-band', ok: true, values: {} },
];

const finding = (
  rest: Partial<ShownFinding> & Pick<ShownFinding, 'outcome' | 'label' | 'verdict' | 'shown'>,
) =>
  ({
    role: 'also',
    who: 'mentees',
    better: 'higher',
    kind: 'score',
    unit: 'points',
    scale: [1, 5],
    wave: 'after',
    months: 24,
    matters: 0.2,
    design: 'matched',
    method: 'matched',
    grade: 'B',
    qualifier: null,
    fragile: false,
    reasons: REASONS,
    gates: [],
    source: 'survey',
    sensitive: false,
    missing: null,
    planned: true,
    look: LOOK,
    planFingerprint: FINGERPRINT,
    hidden: null,
    ...rest,
  }) satisfies ShownFinding;

const share = { kind: 'share', unit: 'in 100', scale: null, wave: null, source: 'hr' } as const;

const FINDINGS: readonly ShownFinding[] = [
  finding({
    outcome: 'leadership_skill',
    label: 'Leadership skill (1 to 5)',
    role: 'primary',
    verdict: 'benefit',
    qualifier: 'clear',
    shown: figures(
      [
        group('participants', 131, 148, 3.5, { before: 3.1 }),
        group('comparison', 240, 296, 3.2, { before: 3.1 }),
      ],
      [0.34, 0.21, 0.47],
      { range80: [0.26, 0.42], range50: [0.3, 0.38] },
      { sensitivity: SKILL_WAYS },
    ),
  }),
  finding({
    ...share,
    outcome: 'promotion',
    label: 'Promotion',
    verdict: 'inconclusive',
    matters: 0.05,
    shown: figures(
      [
        group('participants', 148, 148, 0.21, { count: 31, range95: [0.15, 0.28] }),
        group('comparison', 296, 296, 0.15, { count: 44, range95: [0.11, 0.19] }),
      ],
      [0.061, -0.012, 0.142],
      { range80: [0.011, 0.112], range50: [0.034, 0.088] },
      { events: 75, sensitivity: PROMOTION_WAYS },
    ),
  }),
  finding({
    ...share,
    outcome: 'retention',
    label: 'Stayed',
    verdict: 'inconclusive',
    matters: 0.04,
    shown: figures(
      [
        group('participants', 148, 148, 0.94, { count: 139 }),
        group('comparison', 296, 296, 0.9, { count: 266 }),
      ],
      [0.041, -0.018, 0.089],
      { range80: [0.003, 0.073], range50: [0.022, 0.059] },
      { events: 405, sensitivity: RETENTION_WAYS },
    ),
  }),
  finding({
    outcome: 'belonging',
    label: 'Belonging (1 to 5)',
    verdict: 'no-meaningful-difference',
    shown: figures(
      [
        group('participants', 131, 148, 3.81, { before: 3.7 }),
        group('comparison', 240, 296, 3.78, { before: 3.7 }),
      ],
      [0.03, -0.1, 0.16],
      { range80: [-0.05, 0.11], range50: [-0.01, 0.07] },
    ),
  }),
  finding({
    outcome: 'workload_strain',
    label: 'Workload strain (1 to 5)',
    role: 'watch-out',
    who: 'mentors',
    better: 'lower',
    verdict: 'harm',
    qualifier: 'size-uncertain',
    shown: figures(
      [
        group('participants', 112, 120, 2.94, { before: 2.6 }),
        group('comparison', 160, 180, 2.66, { before: 2.6 }),
      ],
      [0.28, 0.13, 0.44],
      { range80: [0.18, 0.38], range50: [0.23, 0.33] },
    ),
  }),
];

const point = (
  who: 'participants' | 'comparison',
  [wave, month, date]: readonly [string, number, string],
  n: number,
  value: number,
  half: number,
): ShownCourse['waves'][number] => ({
  wave,
  who,
  month,
  date,
  n,
  value,
  range95: [value - half, value + half],
  range80: [value - half * 0.65, value + half * 0.65],
  range50: [value - half * 0.34, value + half * 0.34],
  words: null,
  hidden: false,
});

const BEFORE = ['before', 0, '2024-09-20'] as const;
const AFTER = ['after', 24, '2026-09-12'] as const;

const COURSES: readonly ShownCourse[] = [
  {
    outcome: 'leadership_skill',
    who: 'mentees',
    label: 'Leadership skill (1 to 5)',
    unit: 'points',
    scale: [1, 5],
    waves: [
      point('participants', BEFORE, 131, 3.1, 0.13),
      point('comparison', BEFORE, 240, 3.1, 0.1),
      point('participants', AFTER, 131, 3.5, 0.13),
      point('comparison', AFTER, 240, 3.2, 0.1),
    ],
  },
];

const quarters = (observed: readonly number[], values: readonly number[]) =>
  values.map((value, i) => ({
    month: 3 * (i + 1),
    observed: observed[i]!,
    value,
    range95: [Math.max(0, value - 0.02 - value / 5), value + 0.02 + value / 5] as const,
  }));

const CURVES: readonly OutcomeCurves[] = [
  {
    outcome: 'promotion',
    who: 'mentees',
    months: 24,
    label: 'Promotion',
    arms: [
      {
        who: 'participants',
        steps: quarters(
          [146, 141, 135, 129, 124, 118, 113, 108],
          [0.01, 0.03, 0.05, 0.09, 0.12, 0.15, 0.18, 0.21],
        ),
        stopsAtMonth: null,
      },
      {
        who: 'comparison',
        steps: quarters(
          [290, 281, 272, 262, 251, 240, 231, 222],
          [0.01, 0.03, 0.04, 0.06, 0.08, 0.11, 0.13, 0.15],
        ),
        stopsAtMonth: null,
      },
    ],
  },
];

const balance = (characteristic: string, before: number, after: number, missing = 0) => ({
  characteristic,
  before,
  after,
  inBand: Math.abs(after) <= 0.1,
  missing,
});

/** What `disclose` lets out of the demo program. */
export const COMPASS: ShownEvaluation = {
  plan: PLAN,
  planFingerprint: FINGERPRINT,
  planLocked: true,
  planDrawn: false,
  due: true,
  asOf: null,
  measures: [],
  program: null,
  links: [],
  survey: { reliability: [], items: [], trends: [], changes: [], coverage: [] },
  views: NO_VIEWS,
  trends: NO_TRENDS,
  subgroups: { contrasts: [PROMOTION_GAP], cohorts: [], cohortsHidden: false },
  study: {
    people: 1214,
    participants: 148,
    comparison: 296,
    leftOut: [
      { reason: 'not-eligible-on-dealt-date', n: 37, participants: 0, comparison: 37 },
      { reason: 'problem-rows', n: 3, participants: 1, comparison: 2 },
      { reason: 'no-similar-person', n: 11, participants: 11, comparison: 0 },
      { reason: 'not-chosen-as-similar', n: 721, participants: 0, comparison: 721 },
    ],
    flow: [
      { step: 'on-file', participants: 160, comparison: 1054 },
      { step: 'eligible', participants: 159, comparison: 1017 },
      { step: 'compared', participants: 148, comparison: 296 },
      { step: 'known', participants: 131, comparison: 240 },
    ],
  },
  decision: { rule: null, outcome: 'change', outside: ['workload_strain@24'], cannotTell: [] },
  draw: null,
  overlap: {
    method: 'matched',
    participantsEligible: 159,
    participantsUsed: 148,
    comparisonUsed: 296,
    kish: 281.4,
    largestWeightShare: 0.006,
    fellBackFrom: null,
    caliperDistance: 0.21,
  },
  notes: [],
  warnings: [],
  findings: FINDINGS,
  balance: [
    balance('grade: G5', 0.12, 0.02),
    balance('grade: G6', -0.18, -0.01),
    balance('grade: G7', 0.07, 0.03),
    balance('tenure_years', -0.31, -0.04, 0.01),
    balance('last_rating', 0.44, 0.06, 0.08),
    balance('past_promotions', 0.28, 0.05),
    balance('age', -0.22, -0.03),
    balance('part_time', -0.09, 0.01),
    balance('leadership_skill before', 0.19, 0.05),
    balance('training_days', 0.61, 0.14, 0.03),
  ],
  curves: CURVES,
  courses: COURSES,
};
