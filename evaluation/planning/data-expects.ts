import type { Expects } from '../plan/plan.ts';
import type { ScoreRows, StudyRows } from '../study/rows.ts';

/** A spread from fewer people than this says too little, and could tell of somebody. */
const LEAST_PEOPLE = 20;

/**
 * What the files of a program that has not been judged yet say about its planning: people in each arm, mentees per mentor, and how widely
 * each scale spreads before the start. Nothing that was asked after the start is looked at.
 */
export function dataExpects({ people, scores }: StudyRows): Expects {
  const participants = people.arm.reduce((sum, arm) => sum + arm, 0);
  const comparison = people.count - participants;
  const mentees = new Map<string, number>();
  for (let i = 0; i < people.count; i++) {
    if (people.arm[i] !== 1 || people.role[i] !== 0) continue;
    for (const mentor of people.mentor[i]!.split(';').map((key) => key.trim()))
      if (mentor !== '') mentees.set(mentor, (mentees.get(mentor) ?? 0) + 1);
  }
  const { mean, spread } = moments([...mentees.values()]);
  const scales = [...new Set(scores.scale)].flatMap((scale) => {
    const before = moments(valuesBefore(scores, scale));
    return before.n >= LEAST_PEOPLE && before.spread > 0 ? [[scale, { spread: before.spread }] as const] : [];
  });
  return {
    ...(participants > 0 && { participants }),
    ...(comparison > 0 && { comparison }),
    ...(mentees.size > 1 && { menteesPerMentor: mean, mentorVariation: spread / mean }),
    ...(scales.length > 0 && { outcomes: Object.fromEntries(scales) }),
  };
}

function valuesBefore(scores: ScoreRows, scale: string): number[] {
  const values: number[] = [];
  for (let s = 0; s < scores.count; s++)
    if (scores.scale[s] === scale && scores.wave[s] === 'before' && !Number.isNaN(scores.score[s]!))
      values.push(scores.score[s]!);
  return values;
}

/** Mean and standard deviation (n − 1); a spread of 0 where fewer than two are known. */
function moments(values: readonly number[]): { n: number; mean: number; spread: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, spread: n < 2 ? 0 : Math.sqrt(squares / (n - 1)) };
}
