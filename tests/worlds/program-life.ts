import { SMART_PARTS } from '#evaluation/study/program-rows.ts';
import { Chance } from './chance.ts';

/** First day and cut-off of a made-up program. */
export const FIRST_DAY = 20_000;
export const CUTOFF = FIRST_DAY + 240;
const REVIEW_EVERY = 6;

/** The whole life of a made-up program, a row of each table as an object; a day that is not known is undefined. */
export interface Life {
  pairs: {
    pair: string;
    mentor: string;
    mentee: string;
    made: number;
    plannedEnd?: number;
    ended?: number;
    endKind: number;
    rhythmDays: number;
    paused: [number, number][];
  }[];
  meetings: { pair: string; day: number; state: number; by: number }[];
  promises: { pair: string; kind: string; due: number; mentor: number; mentee: number; on?: number }[];
  areas: { pair: string; side: number; area: string }[];
  goals: Goal[];
  reviews: { pair: string; number: number; due: number; done?: number; channel: [number, number] }[];
  actions: { pair: string; due: number; closed?: number }[];
  feedback: { pair: string; fromMentor: number; fromMentee: number }[];
  understanding: { pair: string; items: number; same: number }[];
  gates: { person: string; gate: string; due: number; done?: number }[];
  scores: { person: string; about: string; wave: string; day: number; scale: string; score: number }[];
  opportunities: { person: string; day: number }[];
}

interface Goal {
  pair: string;
  goal: string;
  owner: number;
  mutual: number;
  area: string;
  smart: number[];
  baseline?: number;
  target?: number;
  start: number;
  due: number;
  progress: { day: number; value?: number }[];
  state: number;
}

const AREAS = ['talks', 'writing', 'listening', 'leading'];
const SCALES = [
  'trust',
  'honesty',
  'transparency',
  'ethics',
  'listening',
  'feedback',
  'support',
  'commitment',
];
const OWN_SCALES = ['satisfaction', 'skill', 'strain', 'meeting-quality'];

/** A program in which some pairs thrive and some hardly meet, from a seed. */
export function programLife(seed: number, pairCount: number): Life {
  const chance = new Chance(seed);
  const life: Life = {
    pairs: [],
    meetings: [],
    promises: [],
    areas: [],
    goals: [],
    reviews: [],
    actions: [],
    feedback: [],
    understanding: [],
    gates: [],
    scores: [],
    opportunities: [],
  };
  const mentors = Math.max(2, Math.round(pairCount * 0.7));
  for (let i = 0; i < pairCount; i++) addPair(life, chance, i, `m${chance.upTo(mentors)}`);
  const people = new Set(life.pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]));
  for (const person of people) addPerson(life, chance, person);
  return life;
}

function addPair(life: Life, chance: Chance, i: number, mentor: string): void {
  const pair = `p${i}`;
  const made = FIRST_DAY + chance.upTo(120);
  const plannedEnd = made + 60 + chance.upTo(240);
  const ended = made + chance.upTo(200);
  const from = made + chance.upTo(150);
  life.pairs.push({
    pair,
    mentor,
    mentee: `e${i}`,
    made,
    ...(chance.happens(0.9) && { plannedEnd }),
    ...(chance.happens(0.15) && { ended }),
    endKind: chance.upTo(4) - 1,
    rhythmDays: [7, 14, 14, 28, 0][chance.upTo(5) - 1]!,
    paused: chance.happens(0.2) ? [[from, from + chance.upTo(40)]] : [],
  });
  const zeal = chance.even();
  addMeetings(life, chance, pair, made, zeal);
  addPromises(life, chance, pair, made, zeal);
  addGoals(life, chance, pair, made, zeal);
  if (chance.happens(0.8)) life.understanding.push({ pair, items: 8, same: chance.upTo(10) - 2 });
  if (chance.happens(0.8))
    life.feedback.push({ pair, fromMentor: chance.upTo(6) - 1, fromMentee: chance.upTo(6) - 1 });
  for (let k = chance.upTo(4); k > 1; k--) {
    const due = made + chance.upTo(200);
    life.actions.push({ pair, due, ...(chance.happens(zeal) && { closed: due - 5 + chance.upTo(10) }) });
  }
}

function addMeetings(life: Life, chance: Chance, pair: string, made: number, zeal: number): void {
  const confirmed: number[] = [];
  for (
    let day = made + chance.upTo(20);
    day < CUTOFF + 20;
    day += chance.upTo(Math.round(6 + 60 * (1 - zeal)))
  ) {
    const state = chance.happens(0.85) ? 0 : chance.upTo(2);
    const by = chance.happens(0.7) ? 3 : chance.upTo(2);
    life.meetings.push({ pair, day, state, by });
    if (state === 0 && by === 3 && day <= CUTOFF) confirmed.push(day);
  }
  for (let number = 1; number * REVIEW_EVERY <= confirmed.length; number++) {
    const due = confirmed[number * REVIEW_EVERY - 1]!;
    life.reviews.push({
      pair,
      number,
      due,
      ...(chance.happens(0.3 + 0.6 * zeal) && { done: due + chance.upTo(40) }),
      channel: [chance.upTo(3) - 1, chance.upTo(3) - 1],
    });
  }
}

function addPromises(life: Life, chance: Chance, pair: string, made: number, zeal: number): void {
  if (chance.happens(0.1)) return;
  const view = (truth: number): number => (chance.happens(0.75) ? truth : chance.upTo(4) - 1);
  for (let due = made + 20; due < CUTOFF + 60; due += 15 + chance.upTo(20)) {
    const truth = chance.happens(zeal) ? 1 : 1 + chance.upTo(2);
    life.promises.push({
      pair,
      kind: 'preparation',
      due,
      mentor: view(truth),
      mentee: view(truth),
      ...(truth === 2 && { on: due - 5 + chance.upTo(8) }),
    });
  }
}

function addGoals(life: Life, chance: Chance, pair: string, made: number, zeal: number): void {
  for (const side of [1, 2])
    for (let k = chance.upTo(3); k > 1; k--)
      life.areas.push({ pair, side, area: AREAS[chance.upTo(AREAS.length) - 1]! });
  for (let k = chance.upTo(4); k > 1; k--) {
    const start = made + chance.upTo(30);
    const counts = chance.happens(0.5);
    const target = chance.upTo(5);
    const days = Array.from({ length: chance.upTo(6) - 1 }, () => start + chance.upTo(200)).sort(
      (a, b) => a - b,
    );
    life.goals.push({
      pair,
      goal: `g${k}`,
      owner: chance.upTo(3),
      mutual: chance.happens(zeal) ? 3 : chance.upTo(3) - 1,
      area: ['', ...AREAS][chance.upTo(AREAS.length + 1) - 1]!,
      smart: SMART_PARTS.map(() => chance.upTo(3) - 1),
      ...(!counts && { baseline: 0 }),
      target,
      start,
      due: start + chance.upTo(250),
      // Levels only rise: of one that fell back, forgetting the last reading would be a gain (see roster-first.test.ts).
      progress: days.map((day, i) =>
        counts ? { day } : { day, value: ((i + 1) * target * zeal * 1.5) / days.length },
      ),
      state: chance.happens(0.7) ? 0 : chance.upTo(3),
    });
  }
}

function addPerson(life: Life, chance: Chance, person: string): void {
  for (const gate of ['acknowledgement', 'consent', 'closing talk']) {
    const due = FIRST_DAY + 30 + chance.upTo(gate === 'closing talk' ? 300 : 90);
    if (chance.happens(0.95))
      life.gates.push({ person, gate, due, ...(chance.happens(0.85) && { done: due - chance.upTo(20) }) });
  }
  const others = life.pairs.flatMap(({ mentor, mentee }) =>
    mentor === person ? [mentee] : mentee === person ? [mentor] : [],
  );
  for (const [wave, at] of [
    ['before', 20],
    ['during1', 110],
    ['after', 220],
  ] as const) {
    if (!chance.happens(0.85)) continue;
    const row = { person, wave, day: FIRST_DAY + at };
    for (const scale of OWN_SCALES)
      if (chance.happens(0.9)) life.scores.push({ ...row, about: '', scale, score: 1 + 4 * chance.even() });
    for (const about of others)
      for (const scale of SCALES)
        if (chance.happens(0.9)) life.scores.push({ ...row, about, scale, score: 1 + 4 * chance.even() });
  }
  if (chance.happens(0.3)) life.opportunities.push({ person, day: FIRST_DAY + chance.upTo(240) });
}
