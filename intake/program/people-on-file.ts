import type { OnFile } from '../strangers.ts';
import type { ReadProgram } from './read-program.ts';

/** Keys of everybody whom a program knows: people, enrolments and the two of each pair. */
export function peopleOnFile(people: readonly string[], { enrolments, pairs }: ReadProgram): OnFile {
  if (!enrolments && !pairs) return { person: people };
  const person = new Set(people);
  for (const key of enrolments?.rows.person ?? []) person.add(key);
  for (const key of pairs?.rows.mentor ?? []) person.add(key);
  for (const key of pairs?.rows.mentee ?? []) person.add(key);
  const files = [...(enrolments ? ['enrolments'] : []), ...(pairs ? ['pairs'] : [])];
  return { person, where: `the files of people${files.length > 1 ? ', ' : ' and '}${files.join(' and ')}` };
}
