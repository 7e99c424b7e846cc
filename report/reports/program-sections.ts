import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Block, Section } from '../document.ts';
import { EVALUATION_FIGURES } from '../figures/registry.ts';
import { linkSentence } from '../sentences/link-sentence.ts';
import { text } from '../text/text.ts';
import { isRecorded, measureTable, measuresOf } from './measure-table.ts';
import { factBlocks } from './packs/fact-blocks.ts';

const AS_IT_RAN = ['M10', 'M13', 'M14', 'M16', 'M22', 'M24', 'M25', 'M26', 'M32', 'M35', 'M36'];
const RELATIONSHIP = ['M01', 'M02', 'M03', 'M04', 'M08', 'M09', 'M19'];
const GROWTH = ['M20', 'M21', 'M23', 'M27', 'M28', 'M33'];

/** Objectives tied to outcomes, with the orphans of either side; absent when the plan states none. */
export function objectivesSection(shown: ShownEvaluation): Section[] {
  const blocks = factBlocks('objectives', shown);
  if (blocks.length === 0) return [];
  return [{ id: 'objectives', title: text('report.objectives', {}), blocks }];
}

/** What the program was: people, pairs, meetings, promises, reviews, costs. Absent when no file records any of it. */
export function programSection(shown: ShownEvaluation): Section[] {
  const counts = [
    ...factBlocks('mentees-by-end', shown),
    ...factBlocks('mentors-by-end', shown),
    ...factBlocks('pairs-by-end', shown),
  ];
  const figures = ['far-from-rhythm', 'what-became-of-goals'] as const;
  return sectionOf(shown, 'program', AS_IT_RAN, counts, figures);
}

/** Relationship quality, apart from outcomes and never blended with them (requirement S2). */
export function relationshipSection(shown: ShownEvaluation): Section[] {
  const sections = sectionOf(shown, 'relationship', RELATIONSHIP, []);
  const links = linkBlocks(shown);
  if (links.length === 0) return sections;
  const [section] = sections;
  if (section) return [{ ...section, blocks: [...section.blocks, ...links] }];
  return [{ id: 'relationship-measures', title: text('report.relationship', {}), blocks: links }];
}

/** Goals and skills as the program recorded them. */
export function growthSection(shown: ShownEvaluation): Section[] {
  return sectionOf(shown, 'growth', GROWTH, []);
}

/** How relationship and outcomes go together: a sentence per outcome with its range, and the warning that goes with all of them. */
function linkBlocks({ links }: ShownEvaluation): Block[] {
  if (links.length === 0) return [];
  return [
    { kind: 'heading', text: text('link.heading', {}) },
    { kind: 'list', items: links.map(linkSentence) },
    { kind: 'small', text: text('link.caution', {}) },
  ];
}

function sectionOf(
  shown: ShownEvaluation,
  key: 'program' | 'relationship' | 'growth',
  numbers: readonly string[],
  before: readonly Block[],
  figures: readonly (keyof typeof EVALUATION_FIGURES)[] = [],
): Section[] {
  const measures = measuresOf(shown, numbers).filter(({ figures }) => figures.length > 0);
  if (!isRecorded(measures)) return [];
  return [
    {
      id: `${key}-measures`,
      title: text(`report.${key}`, {}),
      blocks: [
        { kind: 'lead', text: text(`report.${key}.lead`, {}) },
        ...before,
        measureTable(`table-${key}`, text(`report.${key}.table`, {}), measures),
        ...figures.flatMap((question) => EVALUATION_FIGURES[question](shown) ?? []),
      ],
    },
  ];
}
