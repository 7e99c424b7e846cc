import { sourceRows, writeLines } from '../../source-rows.ts';

/** Nominal dates: the file has years of earnings and no days. Comparison people are dealt the only index date there is. */
const START = '1976-06-30';
const AFTER = '1978-12-31';

const people = ['person,arm,index,age,educ,race,married,nodegree,re74,re75'];
const scores = ['person,wave,date,scale,score,low,high'];
for (const row of sourceRows(new URL('nsw_treated_psid_614.csv', import.meta.url))) {
  const trained = row['treat'] === '1';
  const facts = ['age', 'educ', 'race', 'married', 'nodegree', 're74', 're75'].map((name) => row[name]);
  people.push([row['id'], trained ? 'participant' : 'comparison', trained ? START : '', ...facts].join(','));
  scores.push(`${row['id']},after,${AFTER},yearly_earnings,${row['re78']},,`);
}
writeLines(new URL('../people.csv', import.meta.url), people);
writeLines(new URL('../scores.csv', import.meta.url), scores);
