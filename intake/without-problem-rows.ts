import type { StudyRows } from '#evaluation/study/rows.ts';
import type { Problem } from './problem.ts';
import { programRows } from './program/read-program.ts';
import { type LeftOutOfTable, programWithoutProblemRows } from './program/without-problem-rows.ts';
import { reasonsByLine } from './reasons-by-line.ts';
import { someEvents, somePeople, someScores } from './some-rows.ts';
import { columnOf } from './table.ts';
import type { Intake } from './take-in.ts';

/** Rows of one file left out for one reason, by arm. */
interface LeftOutRows {
  readonly file: string;
  /** Code of the first problem of the row; `person-left-out` for events and scores that went with their person. */
  readonly reason: string;
  readonly n: number;
  readonly participants: number;
  readonly comparison: number;
}

/** Rows without those that have a problem. */
export interface RowsWithoutProblems {
  readonly rows: StudyRows;
  readonly leftOut: readonly LeftOutRows[];
  /** Rows of the tables of the program. */
  readonly leftOutOfProgram: readonly LeftOutOfTable[];
  /** Problems of whole files or columns: leaving rows out does not cure them. */
  readonly remaining: readonly Problem[];
}

/** A row of a person whose row in the people file was left out. */
const WITH_PERSON = 'person-left-out';

/**
 * The rows that have no problem, and how many were left out and why; both copies of a contradicting double go.
 * Somebody whose rows in the people file are all left out takes events and scores along.
 */
export function withoutProblemRows(intake: Intake): RowsWithoutProblems {
  const { people, events, scores } = intake.rows;
  const { files, lines } = intake;
  const arms = new Map(people.person.map((person, i) => [person, people.arm[i]!]));
  const counts = new Map<string, { n: number; participants: number; comparison: number }>();
  const keptOf = (
    file: string | undefined,
    lineOf: readonly number[],
    armOf: (row: number) => number | undefined,
    ownReason: (row: number) => string | undefined,
  ): number[] => {
    const reasons = reasonsByLine(intake.problems, file);
    const kept: number[] = [];
    for (const [row, line] of lineOf.entries()) {
      const reason = reasons.get(line) ?? ownReason(row);
      reasons.delete(line);
      if (reason === undefined) kept.push(row);
      else count(counts, file!, reason, armOf(row));
    }
    const personAt = peopleByLine(intake, file, reasons);
    for (const [line, reason] of reasons) count(counts, file!, reason, arms.get(personAt.get(line) ?? ''));
    return kept;
  };
  const keptPeople = keptOf(
    files.people,
    lines.people,
    (row) => people.arm[row],
    () => undefined,
  );
  const here = new Set(keptPeople.map((row) => people.person[row]!));
  const gone = new Set(people.person.filter((key) => !here.has(key)));
  const ofRows = (
    table: { readonly person: readonly string[] },
    file: string | undefined,
    at: readonly number[],
  ) =>
    keptOf(
      file,
      at,
      (row) => arms.get(table.person[row]!),
      (row) => (gone.has(table.person[row]!) ? WITH_PERSON : undefined),
    );
  const program = programWithoutProblemRows(intake.program, intake.problems);
  return {
    rows: {
      ...intake.rows,
      people: keptPeople.length === people.count ? people : somePeople(people, keptPeople),
      events: someEvents(events, ofRows(events, files.events, lines.events)),
      scores: someScores(scores, ofRows(scores, files.scores, lines.scores)),
      ...programRows(program.program),
    },
    leftOut: [...counts].map(([key, n]) => {
      const [file, reason] = key.split('\u0000');
      return { file: file!, reason: reason!, ...n };
    }),
    leftOutOfProgram: program.leftOut,
    remaining: intake.problems.filter(({ line }) => line === null),
  };
}

/** Whose rows stand in these lines: rows that could not be read are in no checked row, but mostly say whom they are about. */
function peopleByLine(
  { tables }: Intake,
  file: string | undefined,
  wanted: ReadonlyMap<number, string>,
): Map<number, string> {
  const table = tables.find((one) => one.file === file);
  const person = table && columnOf(table, 'person');
  const people = new Map<number, string>();
  if (!table || !person || wanted.size === 0) return people;
  for (const [row, line] of table.lines.entries()) if (wanted.has(line)) people.set(line, person[row]!);
  return people;
}

function count(
  counts: Map<string, { n: number; participants: number; comparison: number }>,
  file: string,
  reason: string,
  arm: number | undefined,
): void {
  const key = `${file}\u0000${reason}`;
  const entry = counts.get(key) ?? { n: 0, participants: 0, comparison: 0 };
  entry.n++;
  if (arm === 1) entry.participants++;
  else if (arm === 0) entry.comparison++;
  counts.set(key, entry);
}
