import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { type PlanWords, planWords } from './plan-words.ts';
import { programPlanFields, programPlanSchema } from './program-plan-schema.ts';

/** A program plan, or everything that is wrong with it at once. Unknown fields are refused; what is only unfinished is not. */
export type ReadProgramPlan = { readonly plan: ProgramPlan } | { readonly problems: readonly PlanWords[] };

/** The program plan in a value that came from outside: a form, a file that was read as JSON. */
export function readProgramPlan(json: unknown): ReadProgramPlan {
  const read = programPlanSchema.safeParse(json);
  if (!read.success)
    return { problems: read.error.issues.flatMap((issue) => planWords(issue, json, programPlanFields)) };
  const plan = read.data as ProgramPlan;
  const problems = standsTwice(plan);
  return problems.length > 0 ? { problems } : { plan };
}

/** Parts that bear the name of another: nobody could tell them apart. */
function standsTwice({ purpose, success, privacy }: ProgramPlan): PlanWords[] {
  const lists: readonly (readonly [field: string, key: string, names: readonly string[]])[] = [
    ['purpose.objectives', 'id', purpose.objectives.map(({ id }) => id)],
    ['purpose.kpis', 'id', purpose.kpis.map(({ id }) => id)],
    ['success.measures', 'measure', success.measures.map(({ measure }) => measure)],
    ['privacy.surveys', 'id', privacy.surveys.map(({ id }) => id)],
  ];
  return lists.flatMap(([field, key, names]) =>
    names.flatMap((name, i) =>
      names.indexOf(name) === i
        ? []
        : [
            {
              field: `${field}.${i}.${key}`,
              value: JSON.stringify(name),
              problem: `\`${field}\` has ${JSON.stringify(name)} twice.`,
              cure: 'Keep one of the two, or give one another name.',
            },
          ],
    ),
  );
}
