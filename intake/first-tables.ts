import type { EVENT_HEADINGS, PEOPLE_HEADINGS, SCORE_HEADINGS } from './headings.ts';
import { WAVE_FORM } from './wave.ts';

/** A column as the page of files explains it. */
export interface ExplainedColumn {
  readonly heading: string;
  readonly need: 'every-cell' | 'column' | 'nothing';
  readonly form: string;
  readonly about: string;
}

/** A table as the page of files explains it. */
export interface ExplainedTable {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly ExplainedColumn[];
  /** Columns that together stand once. */
  readonly key: readonly string[];
}

const DAY = 'day, YYYY-MM-DD';

type Explained<Heading extends string> = Readonly<
  Record<Heading, readonly [ExplainedColumn['need'], form: string, about: string]>
>;

function columns<Heading extends string>(explained: Explained<Heading>): ExplainedColumn[] {
  return Object.entries<readonly [ExplainedColumn['need'], string, string]>(explained).map(
    ([heading, [need, form, about]]) => ({ heading, need, form, about }),
  );
}

const PEOPLE: Explained<(typeof PEOPLE_HEADINGS)[number]> = {
  person: ['every-cell', 'key of a person', 'Who; no name, no mail address.'],
  arm: [
    'every-cell',
    'participant, comparison',
    'Who was given a place, or is there to compare with; in a lottery as drawn.',
  ],
  index: [
    'column',
    DAY,
    'The day on which the place was given; in a lottery the day of the draw, for both; empty for a comparison person: dealt.',
  ],
  role: ['nothing', 'mentee, mentor', 'As what; empty is mentee; for a comparison person: like whom.'],
  hired: ['nothing', DAY, 'The first day of work.'],
  last_seen: ['nothing', DAY, 'The last day on which the data about the person are complete.'],
  mentor: [
    'nothing',
    'key of a person, several with `;`',
    'The mentor of a participant: people with one mentor are alike.',
  ],
  cohort: ['nothing', 'text', 'People who start together.'],
  stratum: ['nothing', 'text', 'People among whom one draw was held.'],
  probability: [
    'nothing',
    'number between 0 and 1',
    'The chance of being drawn; empty: the drawn share of the stratum.',
  ],
  took_part: ['nothing', 'yes, no', 'Whether somebody drawn took part; only counted.'],
};

const EVENTS: Explained<(typeof EVENT_HEADINGS)[number]> = {
  person: ['every-cell', 'key of a person', 'To whom it happened.'],
  date: ['every-cell', DAY, 'When.'],
  kind: ['every-cell', 'hire, promotion, role, opportunity, rating, leave, return, exit', 'What happened.'],
  value: ['nothing', 'text', 'What more there is to say, such as the new role.'],
};

const SCORES: Explained<(typeof SCORE_HEADINGS)[number]> = {
  person: ['every-cell', 'key of a person', 'Who answered.'],
  about: ['nothing', 'key of a person', 'About whom; empty for oneself.'],
  instrument: ['nothing', 'text', 'The instrument.'],
  version: ['nothing', 'text', 'Its version; another version is another instrument.'],
  scale: ['every-cell', 'text', 'The scale, in a word: the same word for the same scale.'],
  wave: ['every-cell', WAVE_FORM, 'Which wave.'],
  date: ['column', DAY, 'The day of the answer.'],
  score: ['column', 'number', 'The score; empty when somebody was asked and did not answer.'],
  n_items: ['nothing', 'whole number from 0 on', 'How many items were answered.'],
  low: ['nothing', 'number', 'The lowest possible score; with `high` 0 and 1 the score is a share.'],
  high: ['nothing', 'number', 'The highest possible score.'],
};

/** The tables of people and outcomes, explained; the tables of the program explain themselves. */
export const FIRST_TABLES: readonly ExplainedTable[] = [
  {
    name: 'people',
    about:
      'A person and cohort, participant or not; further columns are facts from before the start that a plan can name.',
    columns: columns(PEOPLE),
    key: ['person', 'cohort'],
  },
  { name: 'events', about: 'An employment event of a person.', columns: columns(EVENTS), key: [] },
  {
    name: 'scores',
    about: 'A score of a person on a scale in a wave.',
    columns: columns(SCORES),
    key: ['person', 'about', 'wave', 'scale'],
  },
];
