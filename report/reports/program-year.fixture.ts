import { disclose } from '#evaluation/disclosure/disclose.ts';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { noColumns } from '#evaluation/study/no-columns.ts';
import type { AnswerRows, GoalRows, RosterRows } from '#evaluation/study/program-rows.ts';
import { END, START, evaluationOf } from '#evaluation/views/made-program.fixture.ts';
import { COMPASS } from './compass.fixture.ts';

const COUNT = 160;
const people = Array.from({ length: COUNT }, (_, i) => i);
const siteOf = (i: number): string =>
  ['Bonn', 'Bonn', 'Bonn', 'Bonn', 'Ulm', 'Ulm', 'Ulm', 'Aachen', 'Aachen', i % 40 === 9 ? 'Kiel' : 'Husum'][
    i % 10
  ]!;
const WAVES = ['during1', 'during2', 'during3', 'during4'] as const;

/** Of so many mentees in each wave so many agree: contentment falls in the third wave, trust stays, support is nearly unanimous. */
const AGREE: Readonly<Record<string, readonly (readonly [agree: number, of: number])[]>> = {
  satisfaction: [
    [110, 150],
    [112, 148],
    [70, 140],
    [96, 138],
  ],
  trust: [
    [90, 150],
    [94, 148],
    [88, 140],
    [90, 138],
  ],
  support: [
    [130, 150],
    [128, 148],
    [128, 140],
    [127, 138],
  ],
};

const courseScores = Object.entries(AGREE).flatMap(([scale, waves]) =>
  waves.flatMap(([agree, of], w) =>
    people.slice(0, of).map((i) => {
      const person = (i * 37) % COUNT;
      // People in Aachen get less support, whoever they are.
      const less = scale === 'support' && siteOf(person) === 'Aachen' ? 1 : 0;
      const score = i < agree ? 4 + (i % 3) / 2 : 2 + (i % 3) / 2;
      return { person: `p${person}`, about: `m${person}`, scale, wave: WAVES[w]!, score: score - less };
    }),
  ),
);

const skillScores = people
  .filter((i) => i % 10 !== 9)
  .flatMap((i) => [
    { person: `p${i}`, scale: 'leadership_skill', wave: 'before', score: 2.4 + (i % 7) / 5 },
    {
      person: `p${i}`,
      scale: 'leadership_skill',
      wave: 'after',
      score: 2.4 + (i % 7) / 5 + [-0.4, 0, 0.2, 0.3, 0.6, 1, -0.1, 0.5][(i * 3) % 8]! + (i % 4) / 20,
    },
  ]);

const ITEMS: Readonly<Record<string, readonly number[]>> = {
  tu1: [8, 20, 30, 52, 26],
  tu2: [4, 12, 44, 50, 28],
  tu3r: [48, 44, 26, 16, 4],
  li1: [3, 2, 14, 60, 58],
  sa1: [1, 2, 6, 48, 80],
  co1: [16, 26, 36, 36, 24],
};

function answers(): AnswerRows {
  const rows = Object.entries(ITEMS).flatMap(([item, counts], at) => {
    const steps = counts.flatMap((n, step) => Array.from({ length: n }, () => String(step + 1)));
    const said = [...steps, ...Array.from({ length: 3 + 2 * at }, () => '')];
    return said.map((answer, i) => ({ item, answer, person: i }));
  });
  return {
    count: rows.length,
    person: rows.map(({ person }) => `p${person}`),
    about: rows.map(({ person }) => `m${person}`),
    instrument: rows.map(() => 'core-1'),
    version: rows.map(() => '1'),
    wave: rows.map(() => 'after'),
    day: new Int32Array(rows.length).fill(END - 10),
    item: rows.map(({ item }) => item),
    answer: rows.map(({ answer }) => answer),
    language: rows.map(() => ''),
  };
}

function roster(): RosterRows {
  const rows = [
    ...WAVES.map((wave, w) => [wave, [152, 150, 144, 139][w]!] as const),
    ['after', 148] as const,
  ];
  return {
    count: rows.length,
    wave: rows.map(([wave]) => wave),
    role: new Uint8Array(rows.length),
    asked: new Int32Array(rows.length).fill(COUNT),
    answered: Int32Array.from(rows, ([, answered]) => answered),
  };
}

/** Two goals a pair: reached, open with steps done in time or not, let go, and some of which no date is known. */
function goals(): GoalRows {
  const count = 2 * COUNT;
  const table = noColumns.goals(count);
  const numbers = Array.from({ length: count }, (_, i) => i);
  for (const i of numbers) {
    table.state[i] = i % 9 === 0 ? 3 : i % 3 === 0 ? 1 : 0;
    if (i % 20 === 7) continue;
    table.start[i] = START;
    table.due[i] = END + 60;
    table.target[i] = 4;
  }
  return {
    ...table,
    pair: numbers.map((i) => `q${Math.floor(i / 2)}`),
    goal: numbers.map((i) => `g${i}`),
    unit: numbers.map(() => 'times'),
    progress: numbers.map((i) =>
      Array.from({ length: i % 5 }, (_, k) => ({ day: START + 30 * (k + 1), value: Number.NaN })),
    ),
  };
}

const inside = evaluationOf({
  count: COUNT,
  plan: {
    ...COMPASS.plan,
    design: 'before-after',
    dimensions: ['site'],
    primary: {
      outcome: 'leadership_skill',
      label: 'Leadership skill (1 to 5)',
      better: 'higher',
      matters: 0.2,
    },
    also: [],
    watchOuts: [],
    cutoff: '2026-12-31',
    look: '2026-12-31',
    covariates: [],
  },
  scores: [...courseScores, ...skillScores],
  rhythmDays: 14,
  covariates: { site: siteOf },
  meetings: (pair) => {
    const silent = pair % 8 === 0 ? 60 : pair % 8 === 1 ? 34 : pair % 8 < 4 ? 20 : 6;
    const gap = 9 + (pair % 4) * 4;
    return Array.from(
      { length: 30 },
      (_, m) => END - START - silent - gap * m + ((m * 7 + pair) % 5) - 2,
    ).filter((day) => day > 0);
  },
  program: { answers: answers(), roster: roster(), goals: goals() },
});

const shown = disclose(inside);

/** A program of 160 pairs as it ran: pictures of rhythm, goals, answers, waves, groups; the outcomes are those of the demo program. */
export const PROGRAM_YEAR: ShownEvaluation = {
  ...COMPASS,
  program: shown.program,
  measures: shown.measures,
  survey: shown.survey,
  views: shown.views,
  trends: shown.trends,
};
