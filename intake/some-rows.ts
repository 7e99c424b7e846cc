import type { Covariate, EventRows, PeopleRows, ScoreRows } from '#evaluation/study/rows.ts';

/** The people of some rows, in the order of the list. */
export function somePeople(people: PeopleRows, rows: readonly number[]): PeopleRows {
  const texts = (column: readonly string[]): string[] => rows.map((row) => column[row]!);
  const codes = (column: Uint8Array): Uint8Array => Uint8Array.from(rows, (row) => column[row]!);
  const days = (column: Int32Array): Int32Array => Int32Array.from(rows, (row) => column[row]!);
  const numbers = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row]!);
  const covariates = new Map<string, Covariate>();
  for (const [name, covariate] of people.covariates) {
    covariates.set(
      name,
      covariate.kind === 'numeric'
        ? { kind: 'numeric', values: numbers(covariate.values) }
        : { ...covariate, codes: days(covariate.codes) },
    );
  }
  return {
    count: rows.length,
    person: texts(people.person),
    cohort: texts(people.cohort),
    arm: codes(people.arm),
    index: days(people.index),
    role: codes(people.role),
    hired: days(people.hired),
    lastSeen: days(people.lastSeen),
    mentor: texts(people.mentor),
    stratum: texts(people.stratum),
    probability: numbers(people.probability),
    tookPart: codes(people.tookPart),
    covariates,
  };
}

/** The events of some rows, in the order of the list. */
export function someEvents(events: EventRows, rows: readonly number[]): EventRows {
  return {
    count: rows.length,
    person: rows.map((row) => events.person[row]!),
    day: Int32Array.from(rows, (row) => events.day[row]!),
    kind: Uint8Array.from(rows, (row) => events.kind[row]!),
    value: rows.map((row) => events.value[row]!),
  };
}

/** The scores of some rows, in the order of the list. */
export function someScores(scores: ScoreRows, rows: readonly number[]): ScoreRows {
  const numbers = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row]!);
  return {
    count: rows.length,
    person: rows.map((row) => scores.person[row]!),
    wave: rows.map((row) => scores.wave[row]!),
    day: Int32Array.from(rows, (row) => scores.day[row]!),
    scale: rows.map((row) => scores.scale[row]!),
    score: numbers(scores.score),
    low: numbers(scores.low),
    high: numbers(scores.high),
    about: rows.map((row) => scores.about[row]!),
    instrument: rows.map((row) => scores.instrument[row]!),
    version: rows.map((row) => scores.version[row]!),
    nItems: Int32Array.from(rows, (row) => scores.nItems[row]!),
  };
}
