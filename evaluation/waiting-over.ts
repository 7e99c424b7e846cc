import type { Prepared } from './designs/prepared.ts';
import type { Gate } from './finding.ts';
import type { Measure } from './measures/measure.ts';
import type { PlannedOutcome } from './plan/plan.ts';
import { type Population, withoutLaterStarts } from './study/population.ts';
import { scoreColumn } from './study/score-column.ts';
import type { Study } from './study/study.ts';

/** As with late values before (F8): up to a fifth may be off and is left out; beyond, the wave is not what it says. */
const MOST_STARTED = 0.2;

/** The people of whom an outcome is read, and the gates that the design gives for it. */
export interface FollowedOutcome {
  readonly population: Population;
  readonly gates: readonly Gate[];
}

/**
 * Whom an outcome is read of. In a waiting list, answers given after an own start are left out; where they are more than a fifth of the
 * answers of those who waited, the wait was over: everybody's answers are read, and only words remain (F12).
 */
export function followedOutcome(
  study: Study,
  prepared: Prepared,
  planned: PlannedOutcome,
  measure: Measure,
): FollowedOutcome {
  const { population, gates } = prepared;
  if (!prepared.waits || measure.counts !== null) return { population, gates };
  const everybody = withoutLaterStarts(population);
  const wave = planned.wave ?? 'after';
  const waiting = answersOfOthers(study, prepared, population, planned.outcome, wave);
  const all = answersOfOthers(study, prepared, everybody, planned.outcome, wave);
  if (all === 0 || (all - waiting) / all <= MOST_STARTED) return { population, gates };
  const over: Gate = { id: 'F12', effect: 'words-only', values: { started: all - waiting, answered: all } };
  return { population: everybody, gates: [...gates.filter(({ id }) => id !== 'F12'), over] };
}

function answersOfOthers(
  study: Study,
  { positions, treated }: Prepared,
  population: Population,
  scale: string,
  wave: string,
): number {
  const { value } = scoreColumn(study, population, scale, wave);
  let answers = 0;
  for (let i = 0; i < positions.length; i++)
    if (treated[i] === 0 && !Number.isNaN(value[positions[i]!]!)) answers++;
  return answers;
}
