import {
  coverage,
  errorOfShare,
  type Figure,
  gaps,
  meanFigure,
  says,
  shareFigure,
  type Target,
} from './figures.ts';
import type { Observed } from './observed.ts';
import { MATTERS, verdictPlan, verdictProgram } from './verdict-program.ts';
import type { World } from './world.ts';

/** A row of the table of measurement 5.5, in 100 programs. */
interface Row {
  readonly participants: number;
  readonly kind: 'score' | 'share';
  /** Programs behind the row of the table. */
  readonly programs: number;
  /** Truth 0: benefit, harm, no meaningful difference, inconclusive, too little data. */
  readonly none: readonly [number, number, number, number, number];
  /** Benefit at half of what matters. */
  readonly half: number;
  /** Benefit, and clear benefit, at what matters and at twice that. */
  readonly once: readonly [number, number];
  readonly twice: readonly [number, number];
  /** Harm at minus what matters. */
  readonly minus: number;
  readonly coverage: readonly [number, number];
}

const TABLE: readonly Row[] = [
  {
    participants: 20,
    kind: 'score',
    programs: 4000,
    none: [2.8, 3.0, 0.1, 90.6, 3.5],
    half: 8.0,
    once: [17.8, 2.4],
    twice: [52.7, 17.9],
    minus: 17.3,
    coverage: [94.2, 95.1],
  },
  {
    participants: 60,
    kind: 'score',
    programs: 4000,
    none: [2.9, 3.3, 8.3, 85.4, 0],
    half: 16.0,
    once: [48.1, 2.1],
    twice: [97.3, 49.0],
    minus: 51.0,
    coverage: [93.8, 95.2],
  },
  {
    participants: 150,
    kind: 'score',
    programs: 4000,
    none: [2.8, 2.1, 75.0, 20.1, 0],
    half: 33.5,
    once: [88.2, 2.8],
    twice: [100, 87.9],
    minus: 88.1,
    coverage: [94.1, 95.2],
  },
  {
    participants: 600,
    kind: 'score',
    programs: 500,
    none: [0, 0, 100, 0, 0],
    half: 10.8,
    once: [97.4, 2.4],
    twice: [100, 100],
    minus: 97.4,
    coverage: [94.4, 95.8],
  },
  {
    participants: 60,
    kind: 'share',
    programs: 2000,
    none: [2.8, 1.2, 0, 91.0, 5.0],
    half: 5.6,
    once: [14.2, 2.7],
    twice: [33.5, 11.3],
    minus: 10.9,
    coverage: [95.3, 96.0],
  },
  {
    participants: 150,
    kind: 'share',
    programs: 1200,
    none: [1.8, 2.2, 0, 96.0, 0],
    half: 10.0,
    once: [26.7, 2.8],
    twice: [66.0, 21.4],
    minus: 27.4,
    coverage: [93.8, 96.0],
  },
  {
    participants: 600,
    kind: 'share',
    programs: 400,
    none: [3.0, 2.2, 57.5, 37.2, 0],
    half: 26.0,
    once: [74.5, 3.0],
    twice: [100, 67.8],
    minus: 84.5,
    coverage: [94.8, 96.2],
  },
];

/** How the truths of the table are written. */
const TRUTHS = [
  { times: 0, name: '0' },
  { times: 0.5, name: 'half of what matters' },
  { times: 1, name: 'what matters' },
  { times: 2, name: 'twice what matters' },
  { times: -1, name: 'minus what matters' },
] as const;
type Times = (typeof TRUTHS)[number]['times'];

/** The worlds of the table of measurement 5.5: seven rows, five truths each. */
export const VERDICT_WORLDS: readonly World[] = TABLE.flatMap((row, r) =>
  TRUTHS.map(({ times, name }, t): World => {
    const truth = times * MATTERS[row.kind];
    return {
      id: `verdict-${row.kind}-${row.participants}-${times}`,
      title: `${row.participants} + ${2 * row.participants}, ${row.kind}, truth ${name}`,
      plan: verdictPlan(row.kind),
      runs: 2000,
      firstSeed: 1_000_001 + (r * TRUTHS.length + t) * 10_000,
      draw: (seed) => verdictProgram(seed, { ...row, truth }),
      figures: (observed) => cells(observed, row, times, truth),
    };
  }),
);

function cells(observed: readonly Observed[], row: Row, times: Times, truth: number): Figure[] {
  /** A cell is rounded to a tenth and comes from a simulation itself. */
  const cell = (value: number): Target => ({
    low: value - 0.05,
    high: value + 0.05,
    error: errorOfShare(value, row.programs),
  });
  const benefit = (value: number): Figure => shareFigure('benefit', observed, says('benefit'), cell(value));
  const clear = (value: number): Figure =>
    shareFigure('benefit, clear', observed, says('benefit', 'clear'), cell(value));
  const [low, high] = row.coverage;
  return [
    meanFigure(
      'mean gap less the truth',
      gaps(observed).map((gap) => gap - truth),
      row.kind,
      {
        low: 0,
        high: 0,
        error: 0,
      },
    ),
    ...(times === 0
      ? (['benefit', 'harm', 'no-meaningful-difference', 'inconclusive', 'too-little-data'] as const).map(
          (verdict, v) =>
            shareFigure(verdict.replaceAll('-', ' '), observed, says(verdict), cell(row.none[v]!)),
        )
      : []),
    ...(times === 0.5 ? [benefit(row.half)] : []),
    ...(times === 1 ? [benefit(row.once[0]), clear(row.once[1])] : []),
    ...(times === 2 ? [benefit(row.twice[0]), clear(row.twice[1])] : []),
    ...(times === -1 ? [shareFigure('harm', observed, says('harm'), cell(row.minus))] : []),
    coverage(observed, truth, { low: low - 0.05, high: high + 0.05, error: errorOfShare(low, row.programs) }),
  ];
}
