import type { ProgramOutcome, ProgramPlan, Success } from './program-plan.ts';

/** The outcomes of a plan in their order: primary, also, watch-outs, negative control. */
export function programOutcomes(success: Success): readonly ProgramOutcome[] {
  return [
    ...(success.primary ? [success.primary] : []),
    ...success.also,
    ...success.watchOuts,
    ...(success.negativeControl ? [success.negativeControl] : []),
  ];
}

/** Ids of every measure that is on: those switched on, then those that show an outcome; each once. */
export function measuresOn({ success }: Pick<ProgramPlan, 'success'>): readonly string[] {
  const outcomes = programOutcomes(success).map(({ measure }) => measure);
  return [...new Set([...success.measures.map(({ measure }) => measure), ...outcomes])];
}
