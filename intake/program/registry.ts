import { actions } from './actions.ts';
import { answers } from './answers.ts';
import { areas } from './areas.ts';
import { asked } from './asked.ts';
import { costs } from './costs.ts';
import { enrolments } from './enrolments.ts';
import { feedback } from './feedback.ts';
import { gates } from './gates.ts';
import { goals } from './goals.ts';
import { meetings } from './meetings.ts';
import { pairs } from './pairs.ts';
import type { ProgramTable, TableName } from './program-table.ts';
import { promises } from './promises.ts';
import { reviews } from './reviews.ts';
import { roster } from './roster.ts';
import { understanding } from './understanding.ts';

/** Every table of the program, in the order in which they are read; a file is named like its table. */
export const PROGRAM_TABLES: { readonly [Name in TableName]: ProgramTable<Name> } = {
  enrolments,
  pairs,
  meetings,
  promises,
  areas,
  goals,
  reviews,
  actions,
  feedback,
  understanding,
  gates,
  roster,
  answers,
  asked,
  costs,
};

/** Names of the tables, in the order in which they are read. */
export const TABLE_NAMES = Object.keys(PROGRAM_TABLES) as TableName[];
