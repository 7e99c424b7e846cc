import { sourceRows, writeLines } from '../../source-rows.ts';

/** Nominal dates: the file has months after the draw and no days. */
const DRAW = '2000-01-31';
const WAVES = [
  { column: 'bdi.pre', wave: 'before', date: '2000-01-31' },
  { column: 'bdi.2m', wave: 'during2', date: '2000-03-31' },
  { column: 'bdi.4m', wave: 'during4', date: '2000-05-31' },
  { column: 'bdi.6m', wave: 'during6', date: '2000-07-31' },
  { column: 'bdi.8m', wave: 'after', date: '2000-09-30' },
] as const;

const people = ['person,arm,index,drug,length'];
const scores = ['person,wave,date,scale,score,low,high'];
for (const row of sourceRows(new URL('btheb.csv', import.meta.url))) {
  const person = `B${row['id']!.padStart(3, '0')}`;
  const arm = row['treatment'] === 'BtheB' ? 'participant' : 'comparison';
  people.push([person, arm, DRAW, row['drug'], row['length']].join(','));
  for (const { column, wave, date } of WAVES)
    if (row[column] !== '') scores.push(`${person},${wave},${date},depression,${row[column]},0,63`);
}
writeLines(new URL('../people.csv', import.meta.url), people);
writeLines(new URL('../scores.csv', import.meta.url), scores);
