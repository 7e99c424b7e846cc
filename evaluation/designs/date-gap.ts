import { medianDay } from '../study/score-column.ts';
import type { Population } from '../study/population.ts';
import type { Study } from '../study/study.ts';

/** The widest gap, in days, between the median index dates of the two groups inside a cohort, where dates were given by hand. */
export function medianDateGapDays(study: Study, population: Population): number {
  const days = new Map<string, [comparison: number[], participants: number[]]>();
  for (let i = 0; i < population.n; i++) {
    const row = population.rows[i]!;
    if (study.dealt[row] === 1) continue;
    const cohort = study.cohort[row]!;
    const lists = days.get(cohort) ?? [[], []];
    lists[population.treated[i] === 1 ? 1 : 0].push(study.index[row]!);
    days.set(cohort, lists);
  }
  let worst = 0;
  for (const [comparison, participants] of days.values()) {
    if (comparison.length === 0 || participants.length === 0) continue;
    worst = Math.max(worst, Math.abs(medianDay(comparison) - medianDay(participants)));
  }
  return worst;
}
