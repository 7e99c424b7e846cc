import type { Plan, PlannedOutcome } from '#evaluation/plan/plan.ts';
import { PEOPLE_HEADINGS } from './headings.ts';

/** All outcomes that a plan names: the primary one first. */
export function plannedOutcomes(plan: Plan): PlannedOutcome[] {
  return [
    plan.primary,
    ...(plan.also ?? []),
    ...(plan.watchOuts ?? []),
    ...(plan.negativeControl ? [plan.negativeControl] : []),
  ];
}

/** The further columns of the people file that a plan names, sorted; the known ones are always read. */
export function plannedColumns(plan: Plan): string[] {
  const named = new Set([
    ...(plan.covariates ?? []),
    ...(plan.match?.exact ?? []),
    ...Object.keys(plan.scope ?? {}),
    ...(plan.cuts ?? []),
    ...(plan.dimensions ?? []),
    ...plannedOutcomes(plan).flatMap(({ cut }) => (cut === undefined ? [] : [cut])),
  ]);
  for (const heading of PEOPLE_HEADINGS) named.delete(heading);
  return [...named].sort();
}
