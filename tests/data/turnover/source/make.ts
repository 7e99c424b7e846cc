import { sourceRows, writeLines } from '../../source-rows.ts';

/** A nominal first day for everybody: the file has months in the job and no dates. */
const START = '2000-01-01';

/** The author of the data made a month of 30.44 days. */
const DAYS_PER_MONTH = 30.44;

/** Facts from before the start. Personality scores are left out: they were taken later. So is `greywage`, a fact about pay. */
const FACTS = ['gender', 'age', 'industry', 'profession', 'traffic', 'head_gender', 'way'];

/** The third level, `my head` (the line manager coached, 314 rows), is left out: a study compares two arms. */
const ARMS: Readonly<Record<string, string>> = { yes: 'participant', no: 'comparison' };

const date = (days: number): string => new Date(Date.parse(START) + days * 86_400_000).toISOString().slice(0, 10);

const people = [`person,arm,index,hired,last_seen,${FACTS.join(',')}`];
const events = ['person,date,kind,value'];
for (const [i, row] of sourceRows(new URL('turnover.csv', import.meta.url)).entries()) {
  const arm = ARMS[row['coach']!];
  if (arm === undefined) continue;
  const person = `T${String(i + 1).padStart(4, '0')}`;
  const days = Math.round(Number(row['stag']) * DAYS_PER_MONTH);
  const left = row['event'] === '1';
  people.push([person, arm, START, START, left ? '' : date(days), ...FACTS.map((name) => row[name]!.trim())].join(','));
  if (left) events.push(`${person},${date(days)},exit,`);
}
writeLines(new URL('../people.csv', import.meta.url), people);
writeLines(new URL('../events.csv', import.meta.url), events);
