import { readFileSync, writeFileSync } from 'node:fs';

/** Waves of the trial, in the order of its column `wave`: our name, months since the draw, and a nominal date. */
const WAVES = [
  { wave: 'before', months: -2, date: '2014-11-01' },
  { wave: 'during1', months: 1, date: '2015-02-01' },
  { wave: 'during2', months: 2, date: '2015-03-01' },
  { wave: 'during3', months: 3, date: '2015-04-01' },
  { wave: 'during4', months: 4, date: '2015-05-01' },
  { wave: 'after', months: 7, date: '2015-08-01' },
  { wave: 'followup12', months: 12, date: '2016-01-01' },
  { wave: 'followup17', months: 17, date: '2016-06-01' },
];

/** The nominal day of the draw, the same for everybody: the archive has months since the start and no dates. */
const DRAW = '2015-01-01';

/** The class arm (129 people) is left out: a study compares two arms. */
const ARMS: Readonly<Record<string, string>> = { mentee: 'participant', control: 'comparison' };

const [header, ...lines] = readFileSync(new URL('panel.csv', import.meta.url), 'utf8').trim().split('\n');
const names = header!.replaceAll('"', '').split(',');
const rows = lines.map((line) => {
  const cells = line.replaceAll('"', '').split(',');
  return Object.fromEntries(names.map((name, i) => [name, cells[i]!]));
});

const people = new Map<string, string>();
const scores = ['person,wave,date,scale,score,low,high'];
for (const row of rows) {
  const arm = ARMS[row['arm']!];
  if (arm === undefined) continue;
  const person = `K${row['id']!.padStart(4, '0')}`;
  people.set(person, arm);
  const planned = WAVES[Number(row['wave'])]!;
  if (Number(row['months_since_treat']) !== planned.months) throw new RangeError(`wave ${row['wave']}: unexpected month`);
  if (row['tprofits'] !== '') scores.push(`${person},${planned.wave},${planned.date},weekly_profit,${row['tprofits']},,`);
}
const peopleLines = [...people].map(([person, arm]) => `${person},${arm},${DRAW}`);
writeFileSync(new URL('../people.csv', import.meta.url), ['person,arm,index', ...peopleLines, ''].join('\n'));
writeFileSync(new URL('../scores.csv', import.meta.url), [...scores, ''].join('\n'));
