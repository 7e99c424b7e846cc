import { writeFileSync } from 'node:fs';
import { dateOf, dayOf } from '../../promotion-two-years/source/employee.ts';
import { seededRandom } from '../../promotion-two-years/source/seeded-random.ts';

/** A made-up program of twelve people with seven mentors, and 120 colleagues who were asked the same questions. */
const random = seededRandom(1);
const START = dayOf('2024-03-04');
const BEFORE = '2024-02-19';
const AFTER = '2024-12-02';
const MENTORS = ['M1', 'M1', 'M2', 'M2', 'M2', 'M3', 'M4', 'M4', 'M5', 'M6', 'M6', 'M7'];

const people = ['person,arm,index,mentor,hired,tenure_years,last_rating'];
const scores = ['person,wave,date,scale,score,low,high'];
const events = ['person,date,kind,value'];
for (let i = 0; i < 132; i++) {
  const mentor = MENTORS[i];
  const key = `P${String(i + 1).padStart(3, '0')}`;
  const tenureYears = Math.round(5 + 60 * random.even() * random.even()) / 10;
  const rating = Math.min(5, Math.max(1, Math.round(3.2 + (mentor ? 0.2 : 0) + 0.8 * random.normal())));
  const skill = 3 + 0.15 * (rating - 3) + 0.4 * random.normal();
  people.push(
    [key, mentor ? 'participant' : 'comparison', mentor ? dateOf(START) : '', mentor ?? '', dateOf(START - Math.round(tenureYears * 365.25) - 30), tenureYears, rating].join(','),
  );
  scores.push(score(key, 'before', BEFORE, skill + 0.3 * random.normal()));
  if (random.even() < 0.92) scores.push(score(key, 'after', AFTER, skill + (mentor ? 0.35 : 0.05) + 0.3 * random.normal()));
  const exit = START + random.waitingDays(0.08 / 365.25);
  if (exit < dayOf('2025-03-31')) events.push(`${key},${dateOf(Math.ceil(exit))},exit,`);
}

/** Mean of six items answered 1 to 5. */
function score(person: string, wave: string, date: string, value: number): string {
  const points = Math.min(5, Math.max(1, Math.round(value * 6) / 6));
  return `${person},${wave},${date},leadership_skill,${points.toFixed(4)},1,5`;
}

for (const [name, lines] of [['people.csv', people], ['scores.csv', scores], ['events.csv', events]] as const) {
  writeFileSync(new URL(`../${name}`, import.meta.url), [...lines, ''].join('\n'));
}
