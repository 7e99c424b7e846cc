import {
  coverage,
  type Figure,
  gaps,
  holding,
  leavesOutZero,
  meanFigure,
  says,
  shareFigure,
  type Target,
} from './figures.ts';
import type { Observed } from './observed.ts';
import { PLAIN_SURVEY, surveyPlan, surveyProgram, type SurveySettings } from './survey-program.ts';
import type { World } from './world.ts';

const ALWAYS: Target = { low: 100, high: 100 };
const NEARLY_ALWAYS: Target = { low: 95, high: 100 };
const COVERAGE: Target = { low: 94, high: 96 };
/** A tenth of what matters. */
const WITHIN: Target = { low: -0.02, high: 0.02 };

function surveyWorld(
  id: string,
  title: string,
  given: Partial<SurveySettings>,
  firstSeed: number,
  figures: (observed: readonly Observed[], truth: number) => Figure[],
): World {
  const settings: SurveySettings = { ...PLAIN_SURVEY, ...given };
  return {
    id,
    title,
    plan: surveyPlan(settings.design),
    runs: 1000,
    firstSeed,
    draw: (seed) => surveyProgram(seed, settings),
    figures: (observed) => figures(observed, settings.effect),
  };
}

const gapLess = (observed: readonly Observed[], truth: number, target?: Target): Figure =>
  meanFigure(
    'mean gap less the truth',
    gaps(observed).map((gap) => gap - truth),
    'score',
    target,
  );
const plainLess = (observed: readonly Observed[], truth: number): Figure =>
  meanFigure(
    'mean plain gap less the truth',
    observed.flatMap(({ plain }) => (plain ? plain.gap - truth : [])),
    'score',
  );
const gate = (observed: readonly Observed[], id: string, name: string, target?: Target): Figure =>
  shareFigure(name, observed, ({ gates }) => gates.includes(id), target);
const wordsOnly = (observed: readonly Observed[], target?: Target): Figure =>
  shareFigure('words only', observed, says('none'), target);
const boundsHold = (observed: readonly Observed[], truth: number): Figure =>
  holding('bounds hold the truth', observed, ({ bounds }) => bounds, truth, NEARLY_ALWAYS);

const usual = (observed: readonly Observed[], truth: number): Figure[] => [
  gapLess(observed, truth, WITHIN),
  coverage(observed, truth, COVERAGE),
];
const silenced = (observed: readonly Observed[], truth: number): Figure[] => [
  gapLess(observed, truth),
  coverage(observed, truth),
  boundsHold(observed, truth),
];

/** Worlds of answers before and after: mentors with many mentees, late first answers, silence, changes compared and changes alone. */
export const SURVEY_WORLDS: readonly World[] = [
  surveyWorld(
    'many-mentees',
    'Drawn; 1 to 12 mentees per mentor, mentors add 0 ± 0.3 points; no effect',
    { participants: 120, comparison: 240, mostMentees: 12, mentorSpread: 0.3 },
    4_000_001,
    (observed, truth) => [
      ...usual(observed, truth),
      shareFigure('benefit', observed, says('benefit'), { low: 0, high: 4 }),
      holding(
        'range that takes everybody as alone holds the truth',
        observed,
        ({ plain }) => plain?.range,
        truth,
        {
          low: 0,
          high: 90,
        },
      ),
    ],
  ),
  surveyWorld(
    'late-few',
    'Drawn; 30 in 100 participants asked before only after two months; effect 0.2',
    { effect: 0.2, late: 0.3 },
    4_010_001,
    (observed, truth) => [...usual(observed, truth), gate(observed, 'F8', 'gate F8')],
  ),
  surveyWorld(
    'late-many',
    'Drawn; 75 in 100 participants asked before only after two months; effect 0.2',
    { effect: 0.2, late: 0.75 },
    4_020_001,
    (observed) => [gate(observed, 'F8', 'gate F8', NEARLY_ALWAYS), wordsOnly(observed, NEARLY_ALWAYS)],
  ),
  surveyWorld(
    'silence-apart',
    'Drawn; low scores keep 10 in 100 participants and 35 in 100 others from answering; effect 0.2',
    { effect: 0.2, silent: [0.1, 0.35] },
    4_030_001,
    (observed, truth) => [
      ...silenced(observed, truth),
      gate(observed, 'F4', 'gate F4', ALWAYS),
      wordsOnly(observed, NEARLY_ALWAYS),
    ],
  ),
  surveyWorld(
    'silence-alike',
    'Drawn; low scores keep 25 in 100 of both from answering; effect 0.2',
    { effect: 0.2, silent: [0.25, 0.25] },
    4_040_001,
    (observed, truth) => [...silenced(observed, truth), wordsOnly(observed)],
  ),
  surveyWorld(
    'changes',
    'Before and after with comparison; participants stand 0.4 higher from the start; effect 0.2',
    { design: 'before-after-comparison', higher: 0.4, effect: 0.2 },
    4_050_001,
    (observed, truth) => [...usual(observed, truth), plainLess(observed, truth), wordsOnly(observed)],
  ),
  surveyWorld(
    'changes-apart',
    'The same, and participants gained 0.3 points on the others in the half year before; no effect',
    { design: 'before-after-comparison', higher: 0.4, gainingBefore: 0.3 },
    4_060_001,
    (observed) => [gate(observed, 'F13', 'gate F13', NEARLY_ALWAYS), wordsOnly(observed, NEARLY_ALWAYS)],
  ),
  surveyWorld(
    'return-to-mean',
    'Before and after alone; only people below 2.8 were taken; no effect',
    { design: 'before-after', comparison: 0, onlyBelow: 2.8 },
    4_070_001,
    (observed) => [
      meanFigure('mean change', gaps(observed), 'score'),
      shareFigure('range of the change leaves out 0', observed, ({ range }) => leavesOutZero(range)),
      shareFigure('no verdict', observed, says('none'), ALWAYS),
      shareFigure('told with grade C', observed, ({ grade }) => grade === 'C', ALWAYS),
    ],
  ),
];
