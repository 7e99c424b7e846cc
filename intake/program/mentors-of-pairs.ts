import type { PairRows } from '#evaluation/study/program-rows.ts';
import type { PeopleRows } from '#evaluation/study/rows.ts';
import type { Told } from '../problem.ts';
import { type Table, columnOf } from '../table.ts';
import { acrossMessages } from './across-messages.ts';
import type { ReadTable } from './read-program.ts';

/** People with the mentors of their pairs, where the people file has no column of mentors; where it has one, differences are told and it goes first. */
export function withMentorsOfPairs(
  people: PeopleRows,
  table: Table,
  pairs: ReadTable<'pairs'> | undefined,
  told: Told,
): PeopleRows {
  if (!pairs) return people;
  const mentorsOf = mentorsByMentee(pairs.rows);
  if (!columnOf(table, 'mentor')) {
    const mentor = people.person.map((key, i) =>
      people.arm[i] === 1 ? [...(mentorsOf.get(key)?.of(people.cohort[i]!) ?? [])].sort().join(';') : '',
    );
    const n = mentor.filter((keys) => keys !== '').length;
    if (n > 0) told.problems.push(acrossMessages.mentorsTaken(table, pairs.table.file, n));
    return { ...people, mentor };
  }
  let differing = 0;
  for (const [i, keys] of people.mentor.entries()) {
    const ofPairs = mentorsOf.get(people.person[i]!)?.of(people.cohort[i]!);
    if (keys === '' || !ofPairs || ofPairs.size === 0) continue;
    const given = new Set(keys.split(';').map((key) => key.trim()));
    if (given.size !== ofPairs.size || [...given].some((key) => !ofPairs.has(key))) differing++;
  }
  if (differing > 0) told.problems.push(acrossMessages.otherMentors(table, pairs.table.file, differing));
  return people;
}

/** Mentors of a mentee, in one cohort or where a cohort is not said. */
interface Mentors {
  of(cohort: string): Set<string>;
}

function mentorsByMentee(pairs: PairRows): Map<string, Mentors> {
  const rows = new Map<string, number[]>();
  for (const [i, mentee] of pairs.mentee.entries()) {
    const own = rows.get(mentee);
    if (own) own.push(i);
    else rows.set(mentee, [i]);
  }
  const mentors = ([mentee, own]: [string, number[]]): [string, Mentors] => [
    mentee,
    {
      of: (cohort) =>
        new Set(
          own
            .filter((i) => cohort === '' || pairs.cohort[i] === '' || pairs.cohort[i] === cohort)
            .map((i) => pairs.mentor[i]!)
            .filter((key) => key !== ''),
        ),
    },
  ];
  return new Map([...rows].map(mentors));
}
