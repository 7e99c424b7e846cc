import { sourceRows, writeLines } from '../../source-rows.ts';

/** Nominal dates: the files have years of earnings and no days. */
const DRAW = '1976-06-30';
const BEFORE = '1975-12-31';
const AFTER = '1978-12-31';

const people = ['person,arm,index,age,educ,black,hisp,marr,nodeg,re74'];
const scores = ['person,wave,date,scale,score,low,high'];
for (const [i, row] of sourceRows(new URL('nsw_dw445.csv', import.meta.url)).entries()) {
  const person = `N${String(i + 1).padStart(3, '0')}`;
  const arm = row['trt'] === '1' ? 'participant' : 'comparison';
  people.push([person, arm, DRAW, ...['age', 'educ', 'black', 'hisp', 'marr', 'nodeg', 're74'].map((name) => row[name])].join(','));
  scores.push(`${person},before,${BEFORE},yearly_earnings,${row['re75']},,`);
  scores.push(`${person},after,${AFTER},yearly_earnings,${row['re78']},,`);
}
writeLines(new URL('../people.csv', import.meta.url), people);
writeLines(new URL('../scores.csv', import.meta.url), scores);
