import { expect, test } from 'vitest';
import { PROGRAM_MEASURES } from '#evaluation/measures/registry.ts';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { text } from '../text/text.ts';
import { COMPASS } from './compass.fixture.ts';
import { evidencePack } from './evidence-pack.ts';
import { integrityReport } from './integrity-report.ts';
import { PACKS } from './packs/registry.ts';

/** Nothing recorded: no objectives, no lock, no people of a program, no outcome, every measure without data. */
const EMPTY: ShownEvaluation = {
  ...COMPASS,
  plan: { ...COMPASS.plan, locked: undefined, objectives: undefined } as unknown as ShownEvaluation['plan'],
  findings: [],
  due: false,
  program: null,
  measures: PROGRAM_MEASURES.map(({ id, number, better, sensitive, from }) => ({
    measure: id,
    number,
    better,
    sensitive,
    from,
    figures: [],
    missing: { reason: 'not-recorded', values: { file: 'pairs.csv' } },
  })),
};

test.each(PACKS.map((pack) => [pack.id, pack] as const))(
  '%s names only measures that exist, and each of its headings has words',
  (_, pack) => {
    const report = evidencePack(pack, COMPASS);
    expect(report.sections).toHaveLength(pack.items.length);
    for (const number of pack.items.flatMap(({ measures = [] }) => measures))
      expect(number).toMatch(/^M[0-3]\d$/);
  },
);

test.each(PACKS.map((pack) => [pack.id, pack] as const))(
  'where nothing is recorded %s says so under every heading that has no design to tell of, and prints no number',
  (_, pack) => {
    const report = evidencePack(pack, EMPTY);
    const silent = pack.items.filter(({ facts = [] }) => !facts.includes('design'));
    for (const item of silent) {
      const section = report.sections.find(({ id }) => id === `${pack.id}-${item.key}`)!;
      expect(section.blocks, item.key).toContainEqual({
        kind: 'notice',
        tone: 'info',
        text: text('pack.not-recorded.item', {}),
      });
      const cells = section.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
      expect(cells.join(' '), item.key).not.toMatch(/\d/);
    }
  },
);

test('the demo program states what its files record: outcomes with their sentences, and not recorded for the rest', () => {
  const emcc = evidencePack(
    PACKS.find(({ id }) => id === 'emcc-ismcp')!,
    COMPASS,
  );
  const review = emcc.sections.find(({ id }) => id === 'emcc-ismcp-review')!;
  expect(review.blocks.filter(({ kind }) => kind === 'finding').length).toBeGreaterThan(2);
});

test('the integrity report has its chapters, never one score, and says when the way to raise a concern is not recorded', () => {
  const report = integrityReport(COMPASS);
  expect(report.sections.map(({ title }) => title)).toEqual([
    'Communication',
    'Ethics',
    'Commitment',
    'Support',
    'Unintended effects and early endings',
    'The way to raise a concern',
  ]);
  expect(JSON.stringify(report.sections.at(-1))).toContain('Not recorded: the plan does not say');
  const told = integrityReport({
    ...COMPASS,
    plan: { ...COMPASS.plan, texts: { concern: 'Write to the integrity contact.' } },
  });
  expect(JSON.stringify(told.sections.at(-1))).toContain('Write to the integrity contact.');
});
