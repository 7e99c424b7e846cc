import { MISSING_DAY } from '#evaluation/study/day.ts';
import { lookAlikeForm } from '../look-alike.ts';
import type { Told } from '../problem.ts';
import { spelledAsOnFile } from '../spelled-as-on-file.ts';
import { type OnFile, strangersTo } from '../strangers.ts';
import { acrossMessages } from './across-messages.ts';
import { peopleOnFile } from './people-on-file.ts';
import type { TableName } from './program-table.ts';
import type { ReadProgram, ReadTable } from './read-program.ts';
import { PROGRAM_TABLES, TABLE_NAMES } from './registry.ts';
import { someRowsOf } from '#evaluation/study/some-rows-of.ts';

/** What the tables of a program say against each other and against the people file; rows of people on file nowhere are left out and told. */
export function acrossTables(read: ReadProgram, people: readonly string[], told: Told): ReadProgram {
  tellUnknownPairs(read, told);
  tellBeforeMade(read, told);
  tellAreas(read, told);
  const inPeople = new Set(people);
  const { enrolments, pairs } = read;
  if (enrolments) tellNotInPeople(enrolments, [enrolments.rows.person], inPeople, told);
  if (pairs) tellNotInPeople(pairs, [pairs.rows.mentor, pairs.rows.mentee], inPeople, told);
  const onFile = peopleOnFile(people, read);
  const { gates } = read;
  const answers = read.answers && spelledAnswers(read.answers, onFile, told);
  if (answers) tellAboutNobody(answers, onFile, told);
  return {
    ...read,
    ...(gates && { gates: ofPeopleOnFile('gates', gates, onFile, told) }),
    ...(answers && { answers: ofPeopleOnFile('answers', answers, onFile, told) }),
  };
}

/** Rows about a pair that is not in the pairs file. */
function tellUnknownPairs(read: ReadProgram, told: Told): void {
  const speaking = TABLE_NAMES.filter(
    (name) =>
      name !== 'pairs' &&
      read[name] &&
      PROGRAM_TABLES[name].headings.some(({ column }) => column.refers === 'pair'),
  );
  if (speaking.length === 0) return;
  const { pairs } = read;
  if (!pairs) {
    told.problems.push(acrossMessages.noPairsFile(speaking.map((name) => read[name]!.table.file)));
    return;
  }
  const known = new Set(pairs.rows.pair);
  const forms = new Map([...known].map((pair) => [lookAlikeForm(pair), pair]));
  for (const name of speaking) {
    const { table, rows, from } = read[name] as ReadTable<Exclude<TableName, PairLess>>;
    for (const [i, pair] of rows.pair.entries())
      if (pair !== '' && !known.has(pair))
        told.problems.push(
          acrossMessages.unknownPair(table, from[i]!, pair, pairs.table.file, forms.get(lookAlikeForm(pair))),
        );
  }
}

type PairLess = 'enrolments' | 'gates' | 'roster' | 'answers' | 'asked' | 'costs';

/** Meetings before their pair was made. */
function tellBeforeMade({ pairs, meetings }: ReadProgram, told: Told): void {
  if (!pairs || !meetings) return;
  const made = new Map(pairs.rows.pair.map((pair, i) => [pair, pairs.rows.made[i]!]));
  const { rows, table } = meetings;
  let n = 0;
  for (let i = 0; i < rows.count; i++)
    if (rows.day[i] !== MISSING_DAY && rows.day[i]! < (made.get(rows.pair[i]!) ?? MISSING_DAY)) n++;
  if (n > 0) told.problems.push(acrossMessages.beforeMade(table, n));
}

/** Goals whose growth area nobody of the pair named. */
function tellAreas({ areas, goals }: ReadProgram, told: Told): void {
  if (!areas || !goals) return;
  const named = new Set(areas.rows.pair.map((pair, i) => `${pair}\u0000${areas.rows.area[i]!}`));
  const unnamed: string[] = [];
  for (const [i, area] of goals.rows.area.entries())
    if (area !== '' && !named.has(`${goals.rows.pair[i]!}\u0000${area}`)) unnamed.push(area);
  if (unnamed.length > 0)
    told.problems.push(
      acrossMessages.areaNotNamed(goals.table, unnamed.length, [...new Set(unnamed)].sort()),
    );
}

/** People of enrolments or pairs who are not in the people file: they stay, denominators come from the roster. */
function tellNotInPeople(
  { table }: ReadTable,
  columns: readonly (readonly string[])[],
  people: ReadonlySet<string>,
  told: Told,
): void {
  const strangers = new Set(columns.flat().filter((key) => key !== '' && !people.has(key)));
  if (strangers.size > 0) told.problems.push(acrossMessages.notInPeople(table, strangers.size));
}

/** Who answers under a self-made code does not mind its case. */
function spelledAnswers(read: ReadTable<'answers'>, { person }: OnFile, told: Told): ReadTable<'answers'> {
  const { table, rows } = read;
  const keys = (column: 'person' | 'about'): readonly string[] =>
    spelledAsOnFile(table, column, rows[column], person, told);
  return { ...read, rows: { ...rows, person: keys('person'), about: keys('about') } };
}

function tellAboutNobody({ table, rows }: ReadTable<'answers'>, { person }: OnFile, told: Told): void {
  const onFile = new Set(person);
  const about = rows.about.filter((key) => key !== '' && !onFile.has(key));
  if (about.length > 0)
    told.problems.push(acrossMessages.aboutNobody(table, about.length, new Set(about).size));
}

function ofPeopleOnFile<Name extends 'gates' | 'answers'>(
  name: Name,
  read: ReadTable<Name>,
  onFile: OnFile,
  told: Told,
): ReadTable<Name> {
  const { table, rows, from } = read;
  const strangers = strangersTo(onFile);
  const about = 'about' in rows ? rows.about : undefined;
  const kept = rows.person.flatMap((key, i) =>
    key !== '' && strangers.isStranger(key, about?.[i]) ? [] : [i],
  );
  strangers.tell(table, name, told);
  if (kept.length === rows.count) return read;
  return { table, rows: someRowsOf(rows, kept), from: Int32Array.from(kept, (i) => from[i]!) };
}
