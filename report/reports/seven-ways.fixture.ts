import type { Range, Verdict } from '#evaluation/finding.ts';
import type { NotApplied } from '#evaluation/sensitivity/sensitivity.ts';
import type { ShownAnalysis, ShownSensitivity } from '#evaluation/shown.ts';

const IDS = [
  'no-covariates',
  'all-eligible',
  'other-method',
  'answer-weights',
  'filled-against',
  'narrower',
  'other-horizon',
] as const;

type Way =
  | {
      readonly estimate: number;
      readonly range95: Range;
      readonly verdict: Verdict;
      readonly n: readonly [number, number];
    }
  | NotApplied
  | 'same-as-planned';

function ways(planned: Verdict, list: readonly Way[], months: number | null): ShownSensitivity {
  const analyses = list.map((way, i): ShownAnalysis => {
    const base = {
      id: IDS[i]!,
      months: i === 6 ? months : null,
      notApplied: null,
      sameAsPlanned: false,
      figures: null,
    };
    if (way === 'same-as-planned') return { ...base, sameAsPlanned: true };
    if (typeof way === 'string') return { ...base, notApplied: way };
    const qualifier = way.verdict === 'benefit' ? ('clear' as const) : null;
    return { ...base, figures: { ...way, qualifier, keeps: way.verdict === planned } };
  });
  const changed = analyses.flatMap(({ figures }) => (figures && !figures.keeps ? [figures.verdict] : []));
  const apply = analyses.filter(({ notApplied }) => notApplied === null).length;
  const keep = apply - changed.length;
  const rest = { otherTies: null, hidden: null, tipping: null };
  return { analyses, apply, keep, changesTo: [...new Set(changed)], ...rest };
}

const skill = (estimate: number, low: number, high: number) =>
  ({ estimate, range95: [low, high], verdict: 'benefit', n: [131, 240] }) as const;
const promoted = (estimate: number, low: number, high: number, verdict: Verdict) =>
  ({ estimate, range95: [low, high], verdict, n: [148, 296] }) as const;

/** Leadership skill: all seven keep the verdict. */
export const SKILL_WAYS: ShownSensitivity = {
  ...ways(
    'benefit',
    [
      skill(0.36, 0.22, 0.5),
      { ...skill(0.33, 0.21, 0.45), n: [131, 860] },
      { ...skill(0.35, 0.22, 0.48), n: [131, 860] },
      skill(0.34, 0.2, 0.48),
      { ...skill(0.31, 0.2, 0.42), n: [148, 296] },
      { ...skill(0.35, 0.2, 0.5), n: [120, 120] },
      'same-as-planned',
    ],
    null,
  ),
  otherTies: 0.35,
  hidden: {
    eValue: { estimate: 2.7, limit: 2.1 },
    benchmarks: [
      { characteristic: 'last_rating', shift: 0.12 },
      { characteristic: 'tenure_years', shift: -0.03 },
    ],
    strongest: { characteristic: 'last_rating', times: 2.8 },
  },
  tipping: { shift: 0.35, upTo: 1 },
};

/** Promotion: five of seven keep "inconclusive". */
export const PROMOTION_WAYS = ways(
  'inconclusive',
  [
    promoted(0.061, -0.014, 0.144, 'inconclusive'),
    { ...promoted(0.058, 0.003, 0.118, 'benefit'), n: [148, 1066] },
    { ...promoted(0.06, 0.002, 0.123, 'benefit'), n: [148, 1066] },
    promoted(0.06, -0.012, 0.142, 'inconclusive'),
    promoted(0.048, -0.024, 0.13, 'inconclusive'),
    { ...promoted(0.055, -0.03, 0.14, 'inconclusive'), n: [139, 139] },
    promoted(0.044, -0.022, 0.12, 'inconclusive'),
  ],
  18,
);

/** Staying: two of the seven say nothing. */
export const RETENTION_WAYS = ways(
  'inconclusive',
  [
    'changes-nothing',
    promoted(0.039, -0.016, 0.086, 'inconclusive'),
    promoted(0.041, -0.015, 0.088, 'inconclusive'),
    'from-records',
    promoted(0.035, -0.02, 0.082, 'inconclusive'),
    promoted(0.042, -0.025, 0.095, 'inconclusive'),
    promoted(0.03, -0.02, 0.075, 'no-meaningful-difference'),
  ],
  18,
);
