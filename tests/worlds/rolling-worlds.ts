import type { Plan } from '#evaluation/plan/plan.ts';
import { comparisonFigures, NO_EFFECT, type Wanted } from './comparison-figures.ts';
import {
  rollingPlan,
  rollingSelectionProgram,
  type RollingSettings,
  rollingTruth,
} from './rolling-selection.ts';
import type { World } from './world.ts';

/** People of the huge programs that tell the truth. */
const TRUTH_PEOPLE = 1_000_000;
/** Places are given over this many days in every rolling world. */
const ENROLMENT_DAYS = 200;

function rollingWorld(
  design: Plan['design'],
  given: Pick<RollingSettings, 'people' | 'ratio' | 'selection'>,
  firstSeed: number,
  wanted: Wanted,
): World {
  const settings: RollingSettings = { ...given, hidden: 0, enrolmentDays: ENROLMENT_DAYS };
  const { people, ratio, selection } = settings;
  const strength = selection === 1 ? 'selection as in 9.1' : `${selection} times as strong selection`;
  return {
    id: `rolling-${design}-${selection}-${ratio}-${people}`,
    title: `${design}, ${strength}, ${people.toLocaleString('en')} people${ratio === 1 ? '' : ', an effect'}`,
    plan: { ...rollingPlan(settings), design },
    runs: 1000,
    firstSeed,
    draw: (seed) => rollingSelectionProgram(seed, settings),
    figures: (observed) =>
      comparisonFigures(
        observed,
        ratio === 1 ? 0 : rollingTruth(firstSeed - 1, { ...settings, people: TRUTH_PEOPLE }).difference,
        wanted,
      ),
  };
}

/** Selection as in measurement 9.1 and twice as strong, with places given over 200 days: who enrols later is compared until then. */
export const ROLLING_WORLDS: readonly World[] = [
  rollingWorld('matched', { people: 1214, ratio: 1, selection: 1 }, 2_000_001, NO_EFFECT),
  rollingWorld('matched', { people: 4000, ratio: 1, selection: 1 }, 2_010_001, NO_EFFECT),
  rollingWorld('matched', { people: 4000, ratio: 1, selection: 2 }, 2_020_001, NO_EFFECT),
  rollingWorld('weighted', { people: 1214, ratio: 1, selection: 1 }, 2_030_001, NO_EFFECT),
  rollingWorld('weighted', { people: 4000, ratio: 1, selection: 1 }, 2_040_001, NO_EFFECT),
  rollingWorld('weighted', { people: 4000, ratio: 1, selection: 2 }, 2_050_001, NO_EFFECT),
  rollingWorld('matched', { people: 4000, ratio: 1.6, selection: 2 }, 2_060_001, {
    coverage: NO_EFFECT.coverage!,
  }),
];
