import { noEvents, noScores } from '../study/empty-rows.ts';
import type { AnswerRows } from '../study/program-rows.ts';
import type { StudyRows } from '../study/rows.ts';

/** An answer of a test, to an item of the core questions. */
export interface GivenAnswer {
  readonly person: string;
  readonly about?: string;
  readonly wave?: string;
  readonly day?: number;
  readonly item?: string;
  readonly answer: string;
}

/** Rows of a study that has nothing but answers. */
export function answersOnly(given: readonly GivenAnswer[]): StudyRows {
  const answers: AnswerRows = {
    count: given.length,
    person: given.map(({ person }) => person),
    about: given.map(({ about = '' }) => about),
    instrument: given.map(() => 'core-1'),
    version: given.map(() => '1'),
    wave: given.map(({ wave = 'after' }) => wave),
    day: Int32Array.from(given, ({ day = 100 }) => day),
    item: given.map(({ item = 'tu1' }) => item),
    answer: given.map(({ answer }) => answer),
    language: given.map(() => ''),
  };
  return {
    people: undefined as never,
    events: noEvents(),
    scores: noScores(),
    program: { answers } as never,
  };
}
