import { sourceRows, writeLines } from '../../source-rows.ts';

/** Nominal dates: the files have cohorts and waves and no days. */
const START = '2022-01-31';
const DATES = { during: '2022-03-31', after: '2022-05-31' } as const;

const roster = sourceRows(new URL('roster.csv', import.meta.url));
const answers = sourceRows(new URL('participants.csv', import.meta.url));
const people = ['person,arm,index,cohort'];
const scores = ['person,wave,date,scale,score,low,high'];
const asked = ['wave,role,asked,answered'];
for (const { cohort, participants } of roster) {
  const count = Number(participants);
  // Nobody can be recognised: places are numbered, answers go to the first places after and to the last ones during.
  const place = (i: number): string => `C${cohort!}-${String(i + 1).padStart(2, '0')}`;
  for (let i = 0; i < count; i++) people.push([place(i), 'participant', START, cohort].join(','));
  const own = (wave: string) => answers.filter((row) => row['cohort'] === cohort && row['wave'] === wave);
  own('after').forEach((row, i) => {
    const score = (scale: string, yes: boolean): void => {
      scores.push(`${place(i)},after,${DATES.after},${scale},${yes ? 1 : 0},0,1`);
    };
    score('would_recommend', row['recommend'] === 'Yes');
    score('calls_always_useful', row['mentoring_calls'] === 'Mentoring calls were always useful');
  });
  own('during').forEach((row, i) => {
    scores.push(
      `${place(count - 1 - i)},during,${DATES.during},satisfaction,${row['mentor_met_expectations_1_5']},1,5`,
    );
  });
}
const places = roster.reduce((sum, { participants }) => sum + Number(participants), 0);
for (const wave of ['during', 'after'])
  asked.push(`${wave},mentee,${places},${answers.filter((row) => row['wave'] === wave).length}`);
writeLines(new URL('../people.csv', import.meta.url), people);
writeLines(new URL('../scores.csv', import.meta.url), scores);
writeLines(new URL('../roster.csv', import.meta.url), asked);
