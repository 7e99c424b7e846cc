import {
  DRAWN_PLAN,
  drawnProgram,
  type DrawnSettings,
  drawnTruth,
  gapWithoutLeaving,
} from './drawn-program.ts';
import { coverage, type Figure, gaps, meanFigure, says, shareFigure } from './figures.ts';
import type { Observed } from './observed.ts';
import type { World } from './world.ts';

/** People of the huge programs that tell the truth. */
const TRUTH_PEOPLE = 1_000_000;
const WITHIN = { low: -0.4, high: 0.4 };
const ALWAYS = { low: 100, high: 100 };

function drawnWorld(
  id: string,
  title: string,
  settings: DrawnSettings,
  firstSeed: number,
  more: (observed: readonly Observed[], truth: number) => Figure[],
): World {
  return {
    id,
    title,
    plan: DRAWN_PLAN,
    runs: 1000,
    firstSeed,
    draw: (seed) => drawnProgram(seed, settings),
    beside: gapWithoutLeaving,
    figures: (observed) => {
      const truth = drawnTruth(firstSeed - 1, { ...settings, people: TRUTH_PEOPLE }).difference;
      const less = (values: readonly number[]): number[] => values.map((value) => value - truth);
      return [
        meanFigure('mean gap less the truth', less(gaps(observed)), 'share', WITHIN),
        coverage(observed, truth, { low: 94, high: 96 }),
        shareFigure('told in the words of a draw (grade A)', observed, ({ grade }) => grade === 'A', ALWAYS),
        ...more(observed, truth),
      ];
    },
  };
}

const plainLess = (observed: readonly Observed[], truth: number): Figure =>
  meanFigure(
    'mean plain gap less the truth',
    observed.flatMap(({ plain }) => (plain ? plain.gap - truth : [])),
    'share',
  );

const EVERYBODY_AS_DRAWN: DrawnSettings['takesPart'] = [1, 0];
const MANY_OTHERWISE: DrawnSettings['takesPart'] = [0.7, 0.1];

/** Worlds whose places are drawn: leaving that competes, unequal draws, people who do otherwise than drawn. */
export const DRAWN_WORLDS: readonly World[] = [
  drawnWorld(
    'leavers',
    'Who takes part leaves 0.4 times as often; promotions per day are the same',
    { people: 1200, promotionRatio: 1, exitRatio: 0.4, takesPart: EVERYBODY_AS_DRAWN, strata: false },
    3_000_001,
    (observed, truth) => [
      meanFigure(
        'one minus Kaplan-Meier less the truth',
        observed.map(({ beside }) => beside! - truth),
        'share',
      ),
    ],
  ),
  drawnWorld(
    'unequal-draws',
    'Two draws, the one with more promotions three times as likely; 70 in 100 of the drawn and 10 of the others take part; promotions 2.5 times as often',
    { people: 1200, promotionRatio: 2.5, exitRatio: 1, takesPart: MANY_OTHERWISE, strata: true },
    3_010_001,
    (observed, truth) => [plainLess(observed, truth)],
  ),
  drawnWorld(
    'unequal-draws-nothing',
    'The same draws, and the program does nothing',
    { people: 1200, promotionRatio: 1, exitRatio: 1, takesPart: MANY_OTHERWISE, strata: true },
    3_020_001,
    (observed, truth) => [
      plainLess(observed, truth),
      shareFigure('benefit', observed, says('benefit'), { low: 0, high: 4 }),
    ],
  ),
];
