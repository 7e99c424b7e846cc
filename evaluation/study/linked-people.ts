import { linkedPairs } from './linked-pairs.ts';
import type { PairRows } from './program-rows.ts';
import type { PeopleRows } from './rows.ts';

/** Who belongs to whom: as much of a pair as its people. */
type TwoPeople = Pick<PairRows, 'count' | 'mentor' | 'mentee'>;

/** A number per person: people of linked pairs share one, somebody without a pair has one of their own. */
export function linkedPeople(people: readonly string[], pairs: TwoPeople): Int32Array {
  const clusters = linkedPairs(pairs);
  const ofPerson = new Map<string, number>();
  for (let i = 0; i < pairs.count; i++) {
    ofPerson.set(pairs.mentor[i]!, clusters[i]!);
    ofPerson.set(pairs.mentee[i]!, clusters[i]!);
  }
  let next = pairs.count;
  const alone = (person: string): number => {
    ofPerson.set(person, next);
    return next++;
  };
  return Int32Array.from(people, (person) => ofPerson.get(person) ?? alone(person));
}

/** Pairs as the people file names them: participants and their mentors, `m1;m2` for several. */
export function pairsOnFile(people: PeopleRows): TwoPeople {
  const mentor: string[] = [];
  const mentee: string[] = [];
  for (let i = 0; i < people.count; i++) {
    if (people.arm[i] !== 1 || people.role[i] !== 0) continue;
    for (const one of people.mentor[i]!.split(';')) {
      if (one.trim() === '') continue;
      mentor.push(one.trim());
      mentee.push(people.person[i]!);
    }
  }
  return { count: mentor.length, mentor, mentee };
}
