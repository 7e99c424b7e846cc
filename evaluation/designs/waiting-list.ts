import { MISSING_DAY, monthsOf } from '../study/day.ts';
import type { Gate } from '../finding.ts';
import type { Population } from '../study/population.ts';
import { defineDesign } from './design.ts';
import { preparedByDraw } from './draw.ts';

/**
 * Who starts first is drawn by lot: a lottery until those who wait start themselves. A waiting person's own later row, as a
 * participant, says when; the comparison ends the day before.
 */
export const waitingList = defineDesign({
  id: 'waiting-list',
  grade: 'A',
  compares: 'arms',
  verbs: 'led-to',
  estimand: 'estimand.waiting-list',
  needs: { comparison: true, covariates: false },
  prepare(study, population, plan) {
    const prepared = preparedByDraw(study, population, plan);
    const period = waitingPeriod(population, prepared.positions);
    if (period.length > 0) return { ...prepared, waits: true, gates: [...prepared.gates, ...period] };
    return { ...prepared, waits: true, notes: [...prepared.notes, { key: 'waiting-open', values: {} }] };
  },
});

/** F12: from when to when those who waited started, in whole months after the draw. */
function waitingPeriod(population: Population, positions: Int32Array): Gate[] {
  const { laterEnrolment, index } = population.followed;
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const i of positions) {
    if (population.treated[i] === 1 || laterEnrolment[i] === MISSING_DAY) continue;
    const months = Math.round(monthsOf(laterEnrolment[i]! - index[i]!));
    from = Math.min(from, months);
    to = Math.max(to, months);
  }
  return to === 0 ? [] : [{ id: 'F12', effect: 'qualifier', values: { from, to } }];
}
