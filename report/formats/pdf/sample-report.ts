import type { Block, FigureBlock, FindingBlock, ReportDocument, TableBlock } from '#report/document.ts';
import type { Verdict } from '#evaluation/finding.ts';

/** A made-up report with every kind of block, for tests of the formats: one figure, every verdict, a table over pages. */
export const SAMPLE_REPORT: ReportDocument = {
  language: 'en',
  title: 'Harbour 2024: what changed, for whom, and how sure we are',
  subtitle: 'Summary page. An example that nobody took part in.',
  runningHead: 'Harbour 2024, version 2',
  code: 'PL-7F3C-91AD-E20B',
  summary: [
    {
      kind: 'lead',
      text: 'Participants’ leadership skill rose by an amount that matters. For promotions, we do not know yet.',
    },
    { kind: 'heading', text: 'What we found' },
    finding('benefit', '▲', 'Benefit'),
    finding('inconclusive', '?', 'Inconclusive'),
    { kind: 'heading', text: 'How sure are we?' },
    {
      kind: 'paragraph',
      text: 'People chose to take part and were compared with similar people, not by lottery.',
    },
  ],
  sections: [
    {
      id: 'results',
      title: '2 Results',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Texts are data: #strong[not bold], *not bold*, $x^2$, @nobody, <label>, \\ and // stay as they are.',
        },
        figure('P05-promotion'),
        { kind: 'heading', text: 'Each verdict' },
        finding('harm', '▼', 'Harm'),
        finding('no-meaningful-difference', '=', 'No meaningful difference'),
        finding('too-little-data', '○', 'Too little data'),
        finding('not-due', '◷', 'Not due'),
        finding('hidden', '▨', 'Hidden'),
        finding('none', '', ''),
      ],
    },
    {
      id: 'limits',
      title: '3 Limits',
      blocks: [
        { kind: 'notice', tone: 'warn', text: 'No plan was locked before the data were seen.' },
        { kind: 'notice', tone: 'info', text: 'Analyses of sensitivity are not part of this version.' },
        { kind: 'list', items: ['People chose themselves.', 'Answers are missing.', 'Numbers are small.'] },
        {
          kind: 'facts',
          rows: [
            ['Plan locked', '2 Sep 2024, 10:14 UTC'],
            ['Method', 'Similar people, matched'],
          ],
        },
        {
          kind: 'small',
          text: 'Names and letters of many places: Łukasz, Ştefan, Ελένη, Жанна, naïve, 5 ≤ 7, −3, →.',
        },
        table('characteristics', 60),
      ],
    },
  ],
};

/** A finding with a verdict, as the summary and the results show it. */
export function finding(verdict: Verdict, mark: string, word: string): FindingBlock {
  return {
    kind: 'finding',
    outcome: verdict,
    name: `Outcome: ${word === '' ? 'words only' : word.toLowerCase()}`,
    role: 'Also watched',
    pill: verdict === 'none' ? null : { verdict, mark, word },
    sentence:
      'Among participants 21 of 100 were promoted within 24 months, among similar people 15 of 100: 6 more in 100 (likely 1 fewer to 14 more; 5 matters).',
    remarks: ['148 participants and 296 similar people were counted.'],
    n: 444,
    low: -0.01,
    high: 0.14,
  };
}

/** A table with as many rows as asked, for printing over several pages. */
export function table(id: string, rows: number): TableBlock {
  return {
    kind: 'table',
    id,
    caption: `Table of ${id}`,
    columns: [
      { key: 'name', label: 'Characteristic', align: 'start' },
      { key: 'before', label: 'Before', align: 'end' },
      { key: 'after', label: 'After', align: 'end' },
      { key: 'inside', label: 'Within the band', align: 'start' },
    ],
    rows: Array.from({ length: rows }, (_, row) => [
      `Characteristic ${row + 1}`,
      `0.${row + 10}`,
      '0.04',
      'yes',
    ]),
    note: 'Differences are in standard deviations.',
  };
}

/** A small picture with words in it and its table. */
export function figure(name: string): FigureBlock {
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 200" width="720" height="200" font-family="Source Sans 3, sans-serif">',
    '<path d="M40 170H680M360 20V170" stroke="#6F7A81" fill="none"/><circle cx="440" cy="90" r="6" fill="#0F4C81"/>',
    '<text x="452" y="94" font-size="14" font-weight="600" fill="#1A1D21">Words in the picture</text>',
    '<text x="360" y="190" font-size="13" text-anchor="middle" fill="#4B555C">no difference</text></svg>',
  ].join('');
  return {
    kind: 'figure',
    id: 'P05',
    name,
    title: 'Promotions came a little sooner; we cannot say more',
    subtitle: 'Promoted within 24 months, in 100 people, 148 and 296 people',
    description: 'Promotions came a little sooner. Steps: share promoted against quarters. Table follows.',
    source: 'Example data, plan version 1, 30 Sep 2026.',
    svg: { screen: svg, paper: svg },
    table: table(name.toLowerCase(), 4),
  };
}

/** The same report with these blocks as its page one. */
export function withSummary(summary: readonly Block[]): ReportDocument {
  return { ...SAMPLE_REPORT, summary };
}
