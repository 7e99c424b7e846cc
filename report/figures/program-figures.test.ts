import { expect, test } from 'vitest';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { FigureBlock } from '../document.ts';
import { COMPASS } from '../reports/compass.fixture.ts';
import { PROGRAM_YEAR } from '../reports/program-year.fixture.ts';
import { p03Changes } from './p03-changes.tsx';
import { p09Rhythm } from './p09-rhythm.tsx';
import { p10Statements } from './p10-statements.tsx';
import { p11Waves } from './p11-waves.tsx';
import { p12Groups } from './p12-groups.tsx';
import { p14Goals } from './p14-goals.tsx';
import { p15Coverage } from './p15-coverage.tsx';
import { p19Dose } from './p19-dose.tsx';
import { beyondEdges } from './beyond-edges.fixture.ts';
import { NARROW_PEN, PAPER_PEN } from './pen.ts';

const [skill, promotion] = PROGRAM_YEAR.findings;
const figure = (block: ReturnType<typeof p03Changes>): FigureBlock => {
  if (block?.kind !== 'figure') throw new Error('no picture');
  return block;
};
const changesOf = (n: number, shares: readonly number[]): ShownEvaluation => {
  const [changes] = PROGRAM_YEAR.survey.changes;
  const cells = shares.map((share) => ({ share, count: Math.round(share * n), words: null, range95: null }));
  const group = (who: 'participants' | 'comparison') => ({ who, n, asked: n, cells });
  return {
    ...PROGRAM_YEAR,
    survey: {
      ...PROGRAM_YEAR.survey,
      changes: [
        {
          ...changes!,
          cells: [
            { from: 0, to: 0 },
            { from: 1, to: 1 },
            { from: 2, to: 3 },
          ],
          groups: [group('participants'), group('comparison')],
        },
      ],
    },
  };
};

test('P03 has twenty dots in each row, by shares, and names who rose and who fell', () => {
  const block = figure(p03Changes(changesOf(60, [0.15, 0.4, 0.45]), skill!));
  // 3, 8 and 9 dots: discs of participants, squares of the others.
  expect(block.svg.paper.match(/<circle/g)).toHaveLength(20);
  expect(block.svg.paper.match(/<polygon/g)).toHaveLength(20);
  expect(block.title).toBe(
    'Leadership skill (1 to 5): 45 in 100 rose by 0.2 or more, 15 fell by as much (Participants); 45 and 15 among the others (Similar people)',
  );
});

test('P03 draws twenty dots also where the shares leave remainders', () => {
  const block = figure(p03Changes(changesOf(60, [0.33, 0.33, 0.34]), skill!));
  expect(block.svg.paper.match(/<circle/g)).toHaveLength(20);
});

test('P03 leaves its table alone below forty people in a group, and is absent for events', () => {
  const block = p03Changes(changesOf(39, [0.15, 0.4, 0.45]), skill!);
  expect(block?.kind).toBe('table');
  expect(p03Changes(PROGRAM_YEAR, promotion!)).toBeNull();
});

test('P03 names joined bins by what they hold, each share beside its range', () => {
  const { columns, rows } = figure(p03Changes(PROGRAM_YEAR, skill!)).table;
  expect(columns.map(({ key }) => key)).toEqual(['change', 'group', 'n', 'events', 'per-100', 'low', 'high']);
  expect(figure(p03Changes(changesOf(60, [0.2, 0.3, 0.5]), skill!)).table.rows.at(-1)![0]).toBe(
    'rose by 0.2 or more',
  );
  expect(rows.map((row) => Number(row[3])).reduce((sum, n) => sum + n, 0)).toBe(Number(rows[0]![2]));
});

test('P09 has a column per bin with its count, and a line where two rhythms end', () => {
  const block = p09Rhythm(PROGRAM_YEAR)!;
  const counts = block.table.rows.map(([, pairs]) => Number(pairs));
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(160);
  for (const count of counts) expect(block.svg.paper).toContain(`>${count}</text>`);
  expect(block.svg.paper).toContain('>over 2 rhythms</text>');
  expect(block.title).toMatch(/^\d+ of 160 pairs had not met for more than 2 of their rhythms$/);
});

test('P09 names the first limit that its columns show, and says when start or rhythm is not known', () => {
  const rhythm = {
    pairs: 80,
    notKnown: 3,
    cells: [
      { from: 0, to: 2, pairs: 60 },
      { from: 3, to: 5, pairs: 17 },
    ],
  };
  const block = p09Rhythm({ ...PROGRAM_YEAR, views: { ...PROGRAM_YEAR.views, rhythm } })!;
  expect(block.title).toBe('17 of 77 pairs had not met for more than 3 of their rhythms');
  expect(block.svg.paper).toContain('3 more pairs');
  expect(block.table.rows.at(-1)).toEqual(['not known', '3']);
  expect(p09Rhythm(COMPASS)).toBeNull();
});

test('P10 draws every statement with its wording, a bar of its counts and who agrees', () => {
  const [block] = p10Statements(PROGRAM_YEAR);
  expect(block!.title).toBe('Most mentees agree with 4 of 6 statements');
  expect(block!.table.rows[0]).toEqual([
    'I can speak openly with [name].',
    '136',
    '136',
    '1 to 2: 28; 3: 30; 4: 52; 5: 26',
    '3',
    '57',
    '48',
    '66',
  ]);
  expect(block!.svg.paper).toContain('78 of 136 agree (57 in 100); 3 did not say');
  // 28 of 136 answers of a bar of 396 pixels, in the tint of disagreeing.
  expect(block!.svg.paper).toMatch(/width="81\.5" height="24" fill="#B3371A"/);
});

test('P10 has words in place of a bar where nearly all agree, and no step of few people', () => {
  const [block] = p10Statements(PROGRAM_YEAR);
  const content = block!.table.rows.find(([statement]) => statement!.startsWith('All in all'))!;
  expect(content.slice(3)).toEqual(['not shown', '11', 'more than 90 %', 'not shown', 'not shown']);
  expect(block!.svg.paper).toContain('more than 90 % of 137 agree; 11 did not say');
  for (const [, , , steps] of block!.table.rows)
    for (const [, n] of steps!.matchAll(/: (\d+)/g)) expect(Number(n)).toBeGreaterThanOrEqual(14);
});

test('P10 and P11 go on in a second picture where they fill more than a page', () => {
  const [item] = PROGRAM_YEAR.survey.items;
  const items = Array.from({ length: 20 }, (_, i) => ({ ...item!, item: `q${i}` }));
  const view = PROGRAM_YEAR.views.waves.find(({ scale }) => scale === 'trust')!;
  const waves = Array.from({ length: 9 }, (_, i) => ({ ...view, scale: `scale ${i}` }));
  const shown = {
    ...PROGRAM_YEAR,
    survey: { ...PROGRAM_YEAR.survey, items },
    views: { ...PROGRAM_YEAR.views, waves },
  };
  expect(p10Statements(shown).map(({ table }) => table.rows.length)).toEqual([10, 10]);
  expect(new Set(p11Waves(shown).map(({ name }) => name)).size).toBe(2);
  for (const block of [...p10Statements(shown), ...p11Waves(shown)])
    expect(Number(/ height="(\d+)/.exec(block.svg.paper)![1])).toBeLessThan(950);
});

test('P10 names a statement by its id where its owner allows no wording, and shows the last wave only', () => {
  const [item] = PROGRAM_YEAR.survey.items;
  const strange = { ...item!, instrument: 'their-scale', item: 'q7', wording: null };
  const items = [strange, { ...strange, wave: 'during1', answered: 99 }];
  const blocks = p10Statements({ ...PROGRAM_YEAR, survey: { ...PROGRAM_YEAR.survey, items } });
  expect(blocks).toHaveLength(1);
  expect(blocks[0]!.table.rows.map(([statement, answers]) => [statement, answers])).toEqual([['q7', '136']]);
});

test('P11 has a panel per scale: dots where a share may be told, a block where words stand in, a gap where a wave is hidden', () => {
  const [block] = p11Waves(PROGRAM_YEAR);
  expect(block!.title).toBe(
    'Mentees, of the other: from the last wave but one to the last, 1 of 3 scales rose and 1 fell; fewer than one would by chance alone',
  );
  const told = block!.table.rows.filter((row) => /^\d+$/.test(row[5]!));
  expect(block!.svg.paper.match(/<circle/g)).toHaveLength(told.length);
  const words = block!.table.rows.filter((row) => row[5] === 'more than 90 %');
  expect(block!.svg.paper.match(/fill-opacity="0.35"/g)).toHaveLength(words.length);
  expect(words.map((row) => row.slice(4))).toContainEqual([
    'more than 90 %',
    'more than 90 %',
    'not shown',
    'not shown',
  ]);
});

test('P11 leaves a hidden wave open and tells nothing of its people, and leaves out a scale of which one wave is left', () => {
  const view = PROGRAM_YEAR.views.waves.find(({ scale }) => scale === 'trust');
  const hidden = { ...view!.waves[1]!, hidden: true, n: 0, value: null, count: null, range95: null };
  const waves = [view!.waves[0]!, hidden, view!.waves[2]!, view!.waves[3]!];
  const shown = (own: typeof waves) => ({
    ...PROGRAM_YEAR,
    views: { ...PROGRAM_YEAR.views, waves: [{ ...view!, waves: own }] },
  });
  const [block] = p11Waves(shown(waves));
  expect(block!.svg.paper).toContain('>hidden</tspan>');
  expect(block!.table.rows[1]!.slice(3)).toEqual(Array.from({ length: 5 }, () => 'not shown'));
  // The line breaks at the gap: two parts.
  expect(/<path d="([^"]*)"/.exec(block!.svg.paper)![1]!.match(/M/g)).toHaveLength(2);
  expect(p11Waves(shown(waves.slice(0, 2)))).toEqual([]);
});

test('P12 tints the cell that clearly differs, and gives every cell people, value and range', () => {
  const [block] = p12Groups(PROGRAM_YEAR);
  expect(block!.title).toBe(
    'Mentees: 1 of 16 cells clearly differs; by chance alone, one would in 1 of 20 such tables',
  );
  expect(block!.table.rows).toHaveLength(16);
  const differing = block!.table.rows.filter((row) => row[6] !== 'no');
  expect(differing.map((row) => [row[0], row[1], row[6]])).toEqual([
    ['Aachen', 'Support, of the other', 'below everybody'],
  ]);
  expect(block!.svg.paper.match(/<polygon/g)).toHaveLength(1);
  expect(block!.svg.paper.match(/<rect/g)).toHaveLength(1);
});

test('P12 shows small groups under a joint name, none with fewer than ten people', () => {
  const [block] = p12Groups(PROGRAM_YEAR);
  const groups = [...new Set(block!.table.rows.map(([group]) => group))];
  expect(groups).toEqual(['Aachen', 'Bonn', 'Husum and Kiel', 'Ulm']);
  for (const row of block!.table.rows) expect(Number(row[2])).toBeGreaterThanOrEqual(10);
  expect(p12Groups(COMPASS)).toEqual([]);
});

test('P12 becomes a list where groups are too many for columns', () => {
  const [view] = PROGRAM_YEAR.views.groups;
  const more = Array.from({ length: 8 }, (_, i) => i % 4);
  const wider = {
    ...view!,
    groups: more.map((g) => view!.groups[g]!),
    cells: more.map((g) => view!.cells[g]!),
  };
  const [block] = p12Groups({ ...PROGRAM_YEAR, views: { ...PROGRAM_YEAR.views, groups: [wider] } });
  expect(block!.svg.paper).toContain('Support, of the other (everybody: 4.14)');
});

test('P14 is one bar: its parts are as long as their goals', () => {
  const block = p14Goals(PROGRAM_YEAR)!;
  const goals = block.table.rows.map(([, n]) => Number(n));
  const widths = [...block.svg.paper.matchAll(/width="([\d.]+)" height="34"/g)].map((match) =>
    Number(match[1]),
  );
  expect(goals.reduce((sum, n) => sum + n, 0)).toBe(320);
  goals.forEach((n, i) => expect(widths[i]!).toBeCloseTo((n / 320) * 716, 0));
  expect(p14Goals(COMPASS)).toBeNull();
});

test('P14 gives joined parts a joint name', () => {
  const goals = [
    { statuses: ['reached', 'late'] as const, goals: 12, people: 9 },
    { statuses: ['let-go'] as const, goals: 8, people: 7 },
  ];
  const block = p14Goals({ ...PROGRAM_YEAR, views: { ...PROGRAM_YEAR.views, goals } })!;
  expect(block.title).toBe('What became of 20 goals');
  expect(block.table.rows[0]).toEqual(['reached or late', '12', '9']);
});

test('P15 nests those counted in those who answered in those asked, and shows bands below fifty', () => {
  const row = { wave: 'after', who: 'participants' } as const;
  const coverage = [
    {
      outcome: 'leadership_skill',
      label: 'Leadership skill',
      rows: [
        {
          ...row,
          asked: 91,
          answered: { kind: 'exact', count: 81, share: 0.89 },
          counted: { kind: 'exact', count: 60, share: 0.66 },
        },
        {
          ...row,
          who: 'comparison',
          asked: 40,
          answered: { kind: 'band', share: [0.5, 0.75] },
          counted: null,
        },
      ],
      apart: [{ column: 'site', level: 'Kiel', than: 'less' }],
    },
  ] as const;
  const [block] = p15Coverage({ ...PROGRAM_YEAR, survey: { ...PROGRAM_YEAR.survey, coverage } });
  expect(block!.title).toBe(
    'Leadership skill, answered at the end: 81 of 91 (Participants) and 50 to 74 in 100 of 40 (Similar people). Less often than others: site Kiel',
  );
  expect(block!.table.rows).toEqual([
    ['Leadership skill: Participants', 'at the end', '91', '81', '60', '89'],
    ['Leadership skill: Similar people', 'at the end', '40', 'not shown', 'not known', '50 to 74 in 100'],
  ]);
  // Bars of 250 pixels for 91 people: 81 are 222.5, 60 are 164.8; 40 asked are 109.9.
  expect(block!.svg.paper).toMatch(/width="250" height="22" fill="none"/);
  expect(block!.svg.paper).toMatch(/width="222\.5" height="22"/);
  expect(block!.svg.paper).toMatch(/width="164\.8" height="10"/);
  expect(block!.svg.paper).not.toContain('50 of 40');
});

test('P15 goes on in a second picture where its waves fill more than a page', () => {
  const [first] = PROGRAM_YEAR.survey.coverage;
  const row = first!.rows[0]!;
  const rows = Array.from({ length: 12 }, () => row);
  const coverage = ['a', 'b', 'c'].map((outcome) => ({ ...first!, outcome, rows }));
  const blocks = p15Coverage({ ...PROGRAM_YEAR, survey: { ...PROGRAM_YEAR.survey, coverage } });
  expect(blocks.map(({ name }) => name)).toEqual([
    'P15-who-is-missing-1',
    'P15-who-is-missing-2',
    'P15-who-is-missing-3',
  ]);
});

test('P19 warns in its title and inside the picture, whatever it shows', () => {
  const block = p19Dose(PROGRAM_YEAR, skill!)!;
  expect(block.title).toContain('no fair comparison');
  expect(block.svg.paper).toContain('Not a fair comparison: people who meet more differ in other ways.');
  const people = block.table.rows.map((row) => Number(row[1]));
  expect(Math.min(...people)).toBeGreaterThanOrEqual(20);
  expect(people.reduce((sum, n) => sum + n, 0)).toBe(block.n);
  expect(p19Dose(PROGRAM_YEAR, promotion!)).toBeNull();
});

test.each([
  ['higher', 0.6, 'also improved more'],
  ['lower', 0.6, 'improved less'],
  ['higher', 0.25, 'cannot be told'],
] as const)('P19, where %s is better and the last bin is at %d: %s', (better, last, words) => {
  const [view] = PROGRAM_YEAR.views.doses;
  const bin = (from: number, to: number | null, mean: number) => ({
    from,
    to,
    n: 30,
    mean,
    range95: [mean - 0.1, mean + 0.1] as const,
    range80: null,
    range50: null,
  });
  const bins = [bin(0, 3, 0.2), bin(4, 8, 0.3), bin(9, null, last)];
  const views = { ...PROGRAM_YEAR.views, doses: [{ ...view!, better, bins }] };
  expect(p19Dose({ ...PROGRAM_YEAR, views }, skill!)!.title).toContain(words);
});

test('everything that is written fits into the picture, wide and narrow', () => {
  for (const block of [
    figure(p03Changes(PROGRAM_YEAR, skill!)),
    figure(p03Changes(changesOf(60, [0.2, 0.3, 0.5]), skill!)),
    p09Rhythm(PROGRAM_YEAR)!,
    ...p10Statements(PROGRAM_YEAR),
    ...p11Waves(PROGRAM_YEAR),
    ...p12Groups(PROGRAM_YEAR),
    p14Goals(PROGRAM_YEAR)!,
    ...p15Coverage(PROGRAM_YEAR),
    p19Dose(PROGRAM_YEAR, skill!)!,
  ]) {
    expect(beyondEdges(block.svg.narrow!, NARROW_PEN.width), block.id).toEqual([]);
    expect(beyondEdges(block.svg.paper, PAPER_PEN.width), block.id).toEqual([]);
  }
});
