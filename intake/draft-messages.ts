import type { Problem } from './problem.ts';

function noDraft(column: string, why: string, cure: string): Problem {
  return {
    file: 'plan.json',
    line: null,
    column,
    value: null,
    code: 'no-draft',
    problem: `No plan could be drawn from the data: ${why}.`,
    cure,
    severity: 'error',
  };
}

/** Why no plan can be drawn from the data: the one place with its words. */
export const draftMessages = {
  noParticipants: (): Problem =>
    noDraft(
      'design',
      'there are no participants',
      'Write `participant` into `arm` for the people of the program.',
    ),
  nothingMeasured: (): Problem =>
    noDraft(
      'primary',
      'there are no events, and no scores from after the start',
      'Add an events file with promotions and exits, or scores of a wave after the start.',
    ),
  nothingToBeAlikeIn: (): Problem =>
    noDraft(
      'covariates',
      'no column of the people file says in what participants and comparison people should be alike, and participants have no scores from after the start',
      'Add columns that were known before the start, such as the grade. If places were drawn by lot, add `stratum` or `probability`, and the day of the draw as `index` of both arms.',
    ),
  nobodyToCompare: (): Problem =>
    noDraft(
      'design',
      'there is nobody to compare participants with, and they have no scores from after the start',
      'Add comparison people, or scores of a wave after the start.',
    ),
};
