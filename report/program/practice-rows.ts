import type { Condition, PracticeState } from '#evaluation/program/good-practices/good-practice.ts';
import { GOOD_PRACTICES } from '#evaluation/program/good-practices/registry.ts';
import { practiceState } from '#evaluation/program/good-practices/good-practice.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { text } from '../text/text.ts';
import { programWord } from './program-word.ts';

/** A good practice as people read it: what it asks, whether it is on, what is missing and where that is set. */
export interface PracticeRow {
  readonly id: string;
  readonly requirement: string;
  readonly chapter: keyof typeof GOOD_PRACTICES;
  readonly chapterName: string;
  readonly name: string;
  readonly asks: string;
  readonly state: PracticeState['state'];
  readonly stateName: string;
  /** What would switch it on: a sentence, and the field or measure. */
  readonly missing: readonly { readonly sentence: string; readonly field: string }[];
}

/** Every good practice with where a plan stands, by chapter. */
export function practiceRows(plan: ProgramPlan): readonly PracticeRow[] {
  const chapters = Object.keys(GOOD_PRACTICES) as (keyof typeof GOOD_PRACTICES)[];
  return chapters.flatMap((chapter) =>
    GOOD_PRACTICES[chapter].map((practice) => {
      const { state, unmet } = practiceState(practice, plan);
      return {
        id: practice.id,
        requirement: practice.requirement,
        chapter,
        chapterName: text(`practice-chapter.${chapter}`),
        name: programWord(`practice.${practice.id}.name`),
        asks: programWord(`practice.${practice.id}.asks`),
        state,
        stateName: text(`practice-state.${state}`),
        missing: unmet.map(missingOf),
      };
    }),
  );
}

function missingOf(condition: Condition): PracticeRow['missing'][number] {
  if (!('measure' in condition))
    return { sentence: programWord(`practice.unmet.${condition.says}`), field: condition.setting };
  const measure = programWord(`measure.${condition.measure}.name`);
  return {
    sentence: text('practice.unmet.measure', { measure }),
    field: `success.measures.${condition.measure}`,
  };
}
