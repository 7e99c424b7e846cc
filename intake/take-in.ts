import type { EventRows, PeopleRows, ScoreRows, StudyRows } from '#evaluation/study/rows.ts';
import { eventRows } from './event-rows.ts';
import { peopleRows } from './people-rows.ts';
import type { Problem } from './problem.ts';
import type { DateOrder } from './read-day.ts';
import { scoreRows } from './score-rows.ts';
import { type SourceFile, type Table, csvTable } from './table.ts';

/** How files are to be read where guessing is not wanted. */
export interface IntakeSettings {
  readonly dates?: DateOrder;
  readonly decimal?: 'comma' | 'point';
  readonly delimiter?: string;
}

/** Checked rows, and everything that was wrong with them. Rows may be used only when there is no problem. */
export interface Intake {
  readonly rows: StudyRows;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly tables: readonly Table[];
}

/** Files as checked rows; every problem at once. */
export function takeIn(
  files: { people: SourceFile; events?: SourceFile; scores?: SourceFile },
  settings: IntakeSettings = {},
): Intake {
  const problems: Problem[] = [];
  const read = (file: SourceFile): Table => csvTable(file, problems, settings.delimiter);
  const tables = [read(files.people)];
  const people: PeopleRows = peopleRows(tables[0]!, problems, settings);
  let events: EventRows = {
    count: 0,
    person: [],
    day: new Int32Array(0),
    kind: new Uint8Array(0),
    value: [],
  };
  if (files.events) {
    const table = read(files.events);
    tables.push(table);
    events = eventRows(table, people, problems, settings.dates);
  }
  const none = new Float64Array(0);
  let scores: ScoreRows = {
    count: 0,
    person: [],
    wave: [],
    day: new Int32Array(0),
    scale: [],
    score: none,
    low: none,
    high: none,
  };
  if (files.scores) {
    const table = read(files.scores);
    tables.push(table);
    scores = scoreRows(table, problems, settings);
  }
  return {
    rows: { people, events, scores },
    problems: problems.filter((problem) => problem.severity === 'error'),
    warnings: problems.filter((problem) => problem.severity === 'warning'),
    tables,
  };
}
