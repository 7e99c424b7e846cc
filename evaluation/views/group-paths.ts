import type { Plan } from '../plan/plan.ts';
import type { Covariate, PeopleRows } from '../study/rows.ts';

/** The groups that the plan names, by the levels of its dimensions, coarse to fine. */
export interface GroupPaths {
  readonly dimensions: readonly string[];
  /** An empty level: not known. */
  readonly paths: readonly (readonly string[])[];
  /** Position of a person's group. */
  groupOf(person: string): number;
}

/** At most so many dimensions split a population (trust 3.3, D1). */
const MOST_DIMENSIONS = 3;

/** The groups of all people on file by the plan's `dimensions`, else its `cuts`; null when it names none that is on file. */
export function groupPaths(people: PeopleRows, plan: Plan): GroupPaths | null {
  const dimensions = (plan.dimensions ?? plan.cuts ?? [])
    .filter((name) => people.covariates.has(name))
    .slice(0, MOST_DIMENSIONS);
  if (dimensions.length === 0) return null;
  const levels = dimensions.map((name) => levelOf(people.covariates.get(name)!));
  const paths: (readonly string[])[] = [dimensions.map(() => '')];
  const places = new Map([[paths[0]!.join('\u0000'), 0]]);
  const ofPerson = new Map<string, number>();
  for (let i = 0; i < people.count; i++) {
    if (ofPerson.has(people.person[i]!)) continue;
    const path = levels.map((level) => level(i));
    const key = path.join('\u0000');
    const place = places.get(key) ?? paths.push(path) - 1;
    places.set(key, place);
    ofPerson.set(people.person[i]!, place);
  }
  return { dimensions, paths, groupOf: (person) => ofPerson.get(person) ?? 0 };
}

function levelOf(covariate: Covariate): (row: number) => string {
  if (covariate.kind === 'category') return (i) => covariate.levels[covariate.codes[i]! - 1] ?? '';
  return (i) => (Number.isNaN(covariate.values[i]!) ? '' : String(covariate.values[i]!));
}
