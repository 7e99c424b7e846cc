import type { Covariate, PeopleRows } from './rows.ts';

/** People in the order of their keys (person, then cohort, by code units), so that nothing depends on the order of the file. */
export function orderedPeople(people: PeopleRows): PeopleRows {
  const { person, cohort, count } = people;
  const before = (a: number, b: number): number => {
    const left = person[a]!;
    const right = person[b]!;
    if (left !== right) return left < right ? -1 : 1;
    const leftCohort = cohort[a]!;
    const rightCohort = cohort[b]!;
    return leftCohort < rightCohort ? -1 : leftCohort > rightCohort ? 1 : a - b;
  };
  let sorted = true;
  for (let i = 1; i < count && sorted; i++) sorted = before(i - 1, i) < 0;
  if (sorted) return people;
  const order = new Int32Array(count).map((_, i) => i).sort(before);
  const texts = (column: readonly string[]): string[] => Array.from(order, (i) => column[i]!);
  const days = (column: Int32Array): Int32Array => order.map((i) => column[i]!);
  const bytes = (column: Uint8Array): Uint8Array => Uint8Array.from(order, (i) => column[i]!);
  const covariates = new Map<string, Covariate>();
  for (const [name, covariate] of people.covariates) {
    covariates.set(
      name,
      covariate.kind === 'numeric'
        ? { kind: 'numeric', values: Float64Array.from(order, (i) => covariate.values[i]!) }
        : { kind: 'category', codes: days(covariate.codes), levels: covariate.levels },
    );
  }
  return {
    count,
    person: texts(person),
    cohort: texts(cohort),
    arm: bytes(people.arm),
    index: days(people.index),
    role: bytes(people.role),
    hired: days(people.hired),
    lastSeen: days(people.lastSeen),
    mentor: texts(people.mentor),
    stratum: texts(people.stratum),
    probability: Float64Array.from(order, (i) => people.probability[i]!),
    tookPart: bytes(people.tookPart),
    covariates,
  };
}

/**
 * The number of each row's human: rows of one person key share it. Rows must be in key order.
 *
 * @example
 * humansOf(['a', 'a', 'b'])
 * // => Int32Array.of(0, 0, 1)
 */
export function humansOf(person: readonly string[]): Int32Array {
  const humans = new Int32Array(person.length);
  for (let i = 1; i < person.length; i++) {
    humans[i] = humans[i - 1]! + (person[i] === person[i - 1] ? 0 : 1);
  }
  return humans;
}

/**
 * The first row of a person key in rows ordered by key, or −1.
 *
 * @example
 * firstRowOf(['a', 'b', 'b', 'd'], 'b')
 * // => 1
 */
export function firstRowOf(person: readonly string[], key: string): number {
  let low = 0;
  let high = person.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (person[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low < person.length && person[low] === key ? low : -1;
}
