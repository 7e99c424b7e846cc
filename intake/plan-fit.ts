import type { Plan } from '#evaluation/plan/plan.ts';
import type { Covariate, StudyRows } from '#evaluation/study/rows.ts';
import { drawProblems } from './draw-fit.ts';
import type { Problem } from './problem.ts';

/** A covariate may be missing for at most this share of participants (V11). */
const MOST_MISSING = 0.4;

/** What the data say against the plan: covariates that are constant or mostly missing (V11), or known only after the start (V12), or a draw that the people file does not bear out. */
export function planFitProblems(rows: StudyRows, plan: Plan, file: string): Problem[] {
  const covariates = (plan.covariates ?? []).flatMap((name) => covariateProblems(rows, name, file));
  return [...covariates, ...drawProblems(rows.people, plan, file)];
}

/** What the data say against one covariate of a plan. */
export function covariateProblems(rows: StudyRows, name: string, file: string): Problem[] {
  const say = (code: string, value: string | null, problem: string, cure: string): Problem => ({
    file,
    line: null,
    column: name,
    value,
    code,
    problem,
    cure,
    severity: 'error',
  });
  if (rows.scores.scale.includes(name) || /(^|_)(after|during\d*|followup\d*)(_|$)/i.test(name)) {
    return [
      say(
        'V12',
        null,
        `\`${name}\` is known only after the start.`,
        'Take it out of `covariates`; name it as an outcome if it is one.',
      ),
    ];
  }
  const covariate = rows.people.covariates.get(name);
  if (!covariate)
    return [
      say(
        'V01',
        null,
        `The people file has no column \`${name}\`, which the plan names.`,
        'Add the column, or take it out of the plan.',
      ),
    ];
  const missing = missingAmongParticipants(rows, covariate);
  if (missing > MOST_MISSING) {
    return [
      say(
        'V11',
        String(Math.round(missing * 100)),
        `\`${name}\` is missing for ${Math.round(missing * 100)} in 100 participants.`,
        'Take it out of the plan, or complete it.',
      ),
    ];
  }
  if (isConstant(covariate))
    return [say('V11', null, `\`${name}\` is the same for everybody.`, 'Take it out of the plan.')];
  return [];
}

function missingAmongParticipants(rows: StudyRows, covariate: Covariate): number {
  let participants = 0;
  let missing = 0;
  for (let i = 0; i < rows.people.count; i++) {
    if (rows.people.arm[i] !== 1) continue;
    participants++;
    if (covariate.kind === 'numeric' ? Number.isNaN(covariate.values[i]!) : covariate.codes[i] === 0)
      missing++;
  }
  return participants === 0 ? 0 : missing / participants;
}

function isConstant(covariate: Covariate): boolean {
  const seen = covariate.kind === 'numeric' ? covariate.values : covariate.codes;
  return seen.every((value) => Object.is(value, seen[0]));
}
