import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compass2027 } from '#evaluation/program/compass.fixture.ts';
import { stepStates } from '#evaluation/program/complete.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { programWord } from './program-word.ts';
import { problemText } from './problem-text.ts';
import { seeRows } from './see-rows.ts';

const PLAN = compass2027(programWord);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const people = fc.integer({ min: 1, max: 2_000_000 });
const positive = fc.double({ min: 1e-6, max: 50, noNaN: true });
const DESIGNS = ['lottery', 'waiting-list', 'matched', 'weighted', 'before-after-comparison'] as const;

test('whatever people may type into the plan, what could be seen is said or why not, and no number is missing', () => {
  fc.assert(
    fc.property(
      fc.record({
        participants: people,
        comparison: people,
        mentors: people,
        comparisonMentors: people,
        answered: fc.double({ min: 1e-4, max: 1, noNaN: true }),
        comparisonAnswered: fc.double({ min: 1e-4, max: 1, noNaN: true }),
        promoted: share,
        stayed: share,
        spread: positive,
        correlation: share,
        matters: positive,
        fewer: fc.double({ min: 1e-6, max: 1, noNaN: true }),
        design: fc.constantFrom(...DESIGNS),
      }),
      ({ promoted, stayed, spread, correlation, matters, fewer, design, ...expected }) => {
        const scale = { spread, correlation };
        const { primary, also, watchOuts } = PLAN.success;
        const plan: ProgramPlan = {
          ...PLAN,
          comparison: { ...PLAN.comparison, design },
          success: {
            ...PLAN.success,
            primary: { ...primary!, matters },
            also: also.map((one, i) => ({ ...one, matters: fewer, better: i === 0 ? 'lower' : 'higher' })),
            watchOuts: watchOuts.map((one) => ({ ...one, matters })),
          },
          expected: {
            ...expected,
            outcomes: {
              leadership: scale,
              strain: scale,
              promotion: { share: promoted },
              retention: { share: stayed },
            },
            keptKnowingly: [],
          },
        };
        const seen = seeRows(plan, 'Planning.');
        if (!('rows' in seen)) throw new Error(seen.sentence);
        for (const { sentence, figure } of seen.rows) {
          expect(sentence).not.toMatch(/NaN|undefined|Infinity|∞/u);
          expect(figure?.svg.narrow ?? '').not.toMatch(/NaN|undefined|Infinity/u);
        }
        for (const problem of stepStates(plan).flatMap(({ problems }) => problems))
          expect(problemText(problem)).not.toMatch(/NaN|undefined|Infinity|∞/u);
      },
    ),
    { seed: 11, numRuns: 60 },
  );
});
