import { sourceRows, writeLines } from '../../source-rows.ts';

/** A nominal first day for everybody: the file has spells in units of two weeks and no dates. */
const START = '1990-01-01';
const DAYS_PER_UNIT = 14;

/** Known before the spell. Pay (`logwage`) is left out, as everywhere. */
const FACTS = ['age', 'reprate', 'disrate', 'tenure'];

const date = (units: string): string => new Date(Date.parse(START) + Number(units) * DAYS_PER_UNIT * 86_400_000).toISOString().slice(0, 10);

const people = [`person,arm,index,last_seen,${FACTS.join(',')}`];
const events = ['person,date,kind,value'];
for (const row of sourceRows(new URL('unempdur.csv', import.meta.url))) {
  const person = `U${row['id']!.padStart(4, '0')}`;
  // A full-time job is the opportunity; a part-time job or one of unknown kind ends the spell in another way. All four columns at 0: ended
  // unrecorded, so the spell is seen for as long as it was and no longer, like those who are still jobless.
  const kind = row['censor1'] === '1' ? 'opportunity' : row['censor2'] === '1' || row['censor3'] === '1' ? 'exit' : '';
  people.push([person, row['ui'] === 'yes' ? 'participant' : 'comparison', START, kind === '' ? date(row['spell']!) : '', ...FACTS.map((name) => row[name])].join(','));
  if (kind !== '') events.push(`${person},${date(row['spell']!)},${kind},`);
}
writeLines(new URL('../people.csv', import.meta.url), people);
writeLines(new URL('../events.csv', import.meta.url), events);
