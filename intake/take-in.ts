import type { Instrument } from '#evaluation/instruments/instrument.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { noEvents, noScores } from '#evaluation/study/empty-rows.ts';
import type { AnswerRows } from '#evaluation/study/program-rows.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import type { CsvSettings } from './csv-table.ts';
import { type Traced, eventRows } from './event-rows.ts';
import { EVENT_HEADINGS, PEOPLE_HEADINGS, SCORE_HEADINGS } from './headings.ts';
import { readInstruments } from './instruments/read-instruments.ts';
import { tellUseOfInstruments } from './instruments/use-of-instruments.ts';
import { messages } from './messages.ts';
import { type RowSettings, peopleRows } from './people-rows.ts';
import { plannedOutcomes } from './plan-columns.ts';
import { acrossTables } from './program/across-tables.ts';
import { withMentorsOfPairs } from './program/mentors-of-pairs.ts';
import { peopleOnFile } from './program/people-on-file.ts';
import {
  type ProgramFiles,
  type ReadProgram,
  type Reading,
  programRows,
  readProgram,
} from './program/read-program.ts';
import { type Guess, type Problem, type Told, nothingTold } from './problem.ts';
import type { DateOrder } from './read-day.ts';
import type { Decimal } from './decimal-evidence.ts';
import { readTable } from './read-table.ts';
import { scoreRows } from './score-rows.ts';
import type { SourceFile, Table } from './table.ts';

/** How files are to be read where guessing is not wanted. */
export interface IntakeSettings extends CsvSettings {
  readonly dates?: DateOrder;
  readonly decimal?: Decimal;
}

/** The files of a study. With a plan, only the columns it names are kept, and what it needs is asked for. */
export interface StudyFiles {
  readonly people: SourceFile;
  readonly events?: SourceFile;
  readonly scores?: SourceFile;
  readonly program?: ProgramFiles;
  /** Instruments that the study brings along, a file each or a list in one. */
  readonly instruments?: readonly SourceFile[];
  readonly plan?: Plan;
}

/** A step of the reading, for a line on the screen. */
export type Progress = (stage: 'reading' | 'checking', file: string) => void;

/** Checked rows, and everything that was wrong with them. Rows may be used as they are only when there is no problem. */
export interface Intake {
  readonly rows: StudyRows;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly guesses: readonly Guess[];
  readonly tables: readonly Table[];
  /** The tables of the program that were read. */
  readonly program: ReadProgram;
  readonly counts: { readonly people: number; readonly events: number; readonly scores: number };
  /** Line of the file that each row came from. */
  readonly lines: {
    readonly people: readonly number[];
    readonly events: readonly number[];
    readonly scores: readonly number[];
  };
  /** Names of the files that were read. */
  readonly files: { readonly people: string; readonly events?: string; readonly scores?: string };
}

/** Files as checked rows; every problem at once. */
export async function takeIn(
  files: StudyFiles,
  settings: IntakeSettings = {},
  progress: Progress = () => {},
): Promise<Intake> {
  const told = nothingTold();
  const known: RowSettings = { dates: settings.dates, decimal: settings.decimal, plan: files.plan };
  const tables: Table[] = [];
  const read = readingInto(tables, told, settings, progress);
  const peopleTable = await read(files.people, PEOPLE_HEADINGS, ['person', 'arm']);
  const onFile = peopleRows(peopleTable, told, known);
  const program = acrossTables(
    await readProgram(files.program ?? {}, read, told, known),
    onFile.person,
    told,
  );
  const people = withMentorsOfPairs(onFile, peopleTable, program.pairs, told);
  let events = nothing(noEvents());
  let scores = nothing(noScores());
  let [eventsTable, scoresTable]: (Table | undefined)[] = [];
  if (files.events) {
    eventsTable = await read(files.events, EVENT_HEADINGS, ['person', 'kind']);
    events = eventRows(eventsTable, people, told, known);
  }
  if (files.scores) {
    scoresTable = await read(files.scores, SCORE_HEADINGS, ['person', 'scale']);
    scores = scoreRows(scoresTable, peopleOnFile(people.person, program), told, known);
  }
  const instruments = broughtAlong(files, [program.answers, { table: scoresTable, rows: scores.rows }], told);
  told.problems.push(...missingFiles(files));
  return {
    rows: {
      people,
      events: events.rows,
      scores: scores.rows,
      ...programRows(program),
      ...(instruments.length > 0 && { instruments }),
    },
    program,
    problems: told.problems.filter(({ severity }) => severity === 'error'),
    warnings: told.problems.filter(({ severity }) => severity === 'warning'),
    guesses: told.guesses,
    tables,
    counts: { people: people.count, events: events.rows.count, scores: scores.rows.count },
    lines: {
      people: peopleTable.lines,
      events: linesOf(eventsTable, events.from),
      scores: linesOf(scoresTable, scores.from),
    },
    files: {
      people: files.people.name,
      ...(files.events && { events: files.events.name }),
      ...(files.scores && { scores: files.scores.name }),
    },
  };
}

/** A way to read files that adds each table to a list and tells where it is. */
function readingInto(tables: Table[], told: Told, settings: IntakeSettings, progress: Progress): Reading {
  return async (file, headings, needed) => {
    progress('reading', file.name);
    const table = await readTable(file, headings, needed, told, settings);
    tables.push(table);
    progress('checking', file.name);
    return table;
  };
}

/** Outcomes that are counted from events; every other outcome is a scale. */
const EVENT_OUTCOMES: ReadonlySet<string> = new Set(['promotion', 'opportunities', 'retention']);

function missingFiles({ plan, events, scores, program }: StudyFiles): Problem[] {
  if (!plan) return [];
  const outcomes = plannedOutcomes(plan).map(({ outcome }) => outcome);
  const fromEvents = outcomes.find((outcome) => EVENT_OUTCOMES.has(outcome));
  const fromScores = outcomes.find((outcome) => !EVENT_OUTCOMES.has(outcome));
  return [
    ...(fromEvents !== undefined && !events ? [messages.missingFile('events.csv', fromEvents)] : []),
    ...(fromScores !== undefined && !scores && !program?.answers
      ? [messages.missingFile('scores.csv', fromScores)]
      : []),
  ];
}

/** Rows that name an instrument, with the table that they came from. */
interface Answered {
  readonly table: Table | undefined;
  readonly rows: StudyRows['scores'] | AnswerRows;
}

/** The instruments of a study, and what their owners do not allow with the answers and scores at hand. */
function broughtAlong(
  { instruments: files = [] }: StudyFiles,
  answered: readonly (Answered | undefined)[],
  told: Told,
): readonly Instrument[] {
  const instruments = readInstruments(files, told);
  for (const read of answered)
    if (read?.table) tellUseOfInstruments(read.table.file, read.rows, instruments, told);
  return instruments;
}

function linesOf(table: Table | undefined, from: Int32Array): number[] {
  return Array.from(from, (row) => table!.lines[row]!);
}

/** Of a file that is not there. */
function nothing<Rows>(rows: Rows): Traced<Rows> {
  return { rows, from: new Int32Array(0) };
}
