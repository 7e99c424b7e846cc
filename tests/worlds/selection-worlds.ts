import { comparisonFigures, NO_EFFECT, type Wanted } from './comparison-figures.ts';
import {
  SELECTION_PLAN,
  selectionProgram,
  type SelectionSettings,
  selectionTruth,
} from './selection-program.ts';
import type { World } from './world.ts';

/** People of the huge programs that tell the truth. */
const TRUTH_PEOPLE = 1_000_000;

function selectionWorld(
  id: string,
  title: string,
  settings: SelectionSettings,
  firstSeed: number,
  wanted: Wanted,
): World {
  const truth = (): number =>
    settings.ratio === 1
      ? 0
      : selectionTruth(firstSeed - 1, { ...settings, people: TRUTH_PEOPLE }).difference;
  return {
    id,
    title,
    plan: SELECTION_PLAN,
    runs: 1000,
    firstSeed,
    draw: (seed) => selectionProgram(seed, settings),
    figures: (observed) => comparisonFigures(observed, truth(), wanted),
  };
}

/** The worlds of measurement 9.1, at two sizes each. */
export const SELECTION_WORLDS: readonly World[] = [
  selectionWorld(
    'selection-1214',
    'Selection only, 1,214 people',
    { people: 1214, ratio: 1, hidden: 0 },
    100_001,
    NO_EFFECT,
  ),
  selectionWorld(
    'selection-4000',
    'Selection only, 4,000 people',
    { people: 4000, ratio: 1, hidden: 0 },
    200_001,
    NO_EFFECT,
  ),
  selectionWorld('effect-1214', 'An effect, 1,214 people', { people: 1214, ratio: 1.6, hidden: 0 }, 300_001, {
    gap: { low: 7.9, high: 9.1 },
    benefit: { low: 44, high: 60 },
    coverage: { low: 94, high: 96 },
  }),
  selectionWorld('effect-4000', 'An effect, 4,000 people', { people: 4000, ratio: 1.6, hidden: 0 }, 400_001, {
    coverage: { low: 94, high: 96 },
  }),
  selectionWorld(
    'hidden-0.3-1214',
    'Hidden ambition 0.3, 1,214 people',
    { people: 1214, ratio: 1, hidden: 0.3 },
    500_001,
    {
      gap: { low: 1.1, high: 1.1, error: 0.15 },
      benefit: { low: 4, high: 4, error: 1 },
    },
  ),
  selectionWorld(
    'hidden-0.3-4000',
    'Hidden ambition 0.3, 4,000 people',
    { people: 4000, ratio: 1, hidden: 0.3 },
    600_001,
    {},
  ),
  selectionWorld(
    'hidden-0.6-1214',
    'Hidden ambition 0.6, 1,214 people',
    { people: 1214, ratio: 1, hidden: 0.6 },
    700_001,
    {
      gap: { low: 5.1, high: 5.1, error: 0.15 },
      benefit: { low: 23, high: 23, error: 2 },
    },
  ),
  selectionWorld(
    'hidden-0.6-4000',
    'Hidden ambition 0.6, 4,000 people',
    { people: 4000, ratio: 1, hidden: 0.6 },
    800_001,
    {
      benefit: { low: 81, high: 81, error: 2 },
    },
  ),
];
