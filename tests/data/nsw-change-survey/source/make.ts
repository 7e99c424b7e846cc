import { sourceRows, writeLines } from '../../source-rows.ts';

/** Nominal dates: the file has years of earnings and no days. */
const START = '1976-06-30';
const WAVES = [['before1', '1974-12-31', 're74'], ['before', '1975-12-31', 're75'], ['after', '1978-12-31', 're78']] as const;
const FACTS = ['age', 'educ', 'race', 'married', 'nodegree'];

const people = [`person,arm,index,${FACTS.join(',')}`];
const scores = ['person,wave,date,scale,score,low,high'];
for (const row of sourceRows(new URL('nsw_treated_psid_614.csv', import.meta.url))) {
  const person = row['id']!;
  people.push([person, row['treat'] === '1' ? 'participant' : 'comparison', START, ...FACTS.map((name) => row[name])].join(','));
  for (const [wave, date, column] of WAVES) scores.push(`${person},${wave},${date},yearly_earnings,${row[column]},,`);
}
writeLines(new URL('../people.csv', import.meta.url), people);
writeLines(new URL('../scores.csv', import.meta.url), scores);
