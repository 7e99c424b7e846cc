import type { ScoreRows } from '../study/rows.ts';
import type { MeasureContext } from './measure.ts';

/** The scales that speak of a skill, in the order of their names: by their instrument, else because the plan names them as an outcome of mentees. */
export function skillScales(scores: ScoreRows, context: MeasureContext): string[] {
  return [...new Set(scores.scale)].sort().filter((scale) => {
    const subject = context.subject(scale);
    if (subject !== undefined) return subject === 'skill';
    return context.matters(scale) !== undefined && context.who(scale) === 'mentees';
  });
}
