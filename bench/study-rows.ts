import { MersenneTwister } from '#stats/resampling/mersenne-twister.ts';
import { noScores } from '#evaluation/study/empty-rows.ts';
import { EVENT_KINDS, type Covariate, type StudyRows } from '#evaluation/study/rows.ts';

const START = 19_600;
const DEPARTMENTS = 8;
const COLUMNS = 10;
/** One person in twenty takes part. */
const PARTICIPANTS = 0.05;
const DAYS = 900;
const PROMOTED = 0.15;
const LEFT = 0.12;

/** Rows of a made-up employer with so many people, drawn by the seed; comparison people wait for their dealt dates. */
export function studyRows(count: number, seed: number): StudyRows {
  const random = new MersenneTwister(seed);
  const person: string[] = [];
  const arm = new Uint8Array(count);
  const index = new Int32Array(count).fill(-2147483648);
  const mentor: string[] = [];
  const columns = Array.from({ length: COLUMNS }, () => new Float64Array(count));
  const department = new Int32Array(count);
  const events: { person: string; day: number; kind: number }[] = [];
  for (let i = 0; i < count; i++) {
    const key = `E${String(i).padStart(8, '0')}`;
    person.push(key);
    for (const column of columns) column[i] = random.uniform() + random.uniform() + random.uniform();
    department[i] = 1 + Math.floor(random.uniform() * DEPARTMENTS);
    const leaning = 0.4 * (columns[0]![i]! + columns[1]![i]! - 3);
    arm[i] = random.uniform() < PARTICIPANTS * (1 + leaning) ? 1 : 0;
    if (arm[i] === 1) index[i] = START + Math.floor(random.uniform() * 90);
    mentor.push(arm[i] === 1 ? `M${Math.floor(i / 60)}` : '');
    const day = START + 90 + Math.floor(random.uniform() * DAYS);
    if (random.uniform() < PROMOTED)
      events.push({ person: key, day, kind: EVENT_KINDS.indexOf('promotion') });
    else if (random.uniform() < LEFT) events.push({ person: key, day, kind: EVENT_KINDS.indexOf('exit') });
  }
  const empty = new Array<string>(count).fill('');
  const covariates = new Map<string, Covariate>(
    columns.map((values, column) => [`x${column}`, { kind: 'numeric', values }]),
  );
  const levels = Array.from({ length: DEPARTMENTS }, (_, level) => `department ${level}`);
  covariates.set('department', { kind: 'category', codes: department, levels });
  return {
    people: {
      count,
      person,
      cohort: empty,
      arm,
      index,
      role: new Uint8Array(count),
      hired: new Int32Array(count).fill(START - 2000),
      lastSeen: new Int32Array(count).fill(-2147483648),
      mentor,
      stratum: empty,
      probability: new Float64Array(count).fill(Number.NaN),
      tookPart: new Uint8Array(count).fill(2),
      covariates,
    },
    events: {
      count: events.length,
      person: events.map((event) => event.person),
      day: Int32Array.from(events, (event) => event.day),
      kind: Uint8Array.from(events, (event) => event.kind),
      value: new Array<string>(events.length).fill(''),
    },
    scores: noScores(),
  };
}
