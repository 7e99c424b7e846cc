import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Block, ReportDocument, Section } from '../document.ts';
import { text } from '../text/text.ts';
import { checkCode } from './check-code.ts';
import { documentHead } from './document-head.ts';
import { isRecorded, measureBlocks, measuresOf } from './measure-table.ts';
import { factBlocks } from './packs/fact-blocks.ts';
import { lockNotice } from './summary-page.ts';

/** The chapters of integrity (requirement S42), each with the measures that speak to it. */
const CHAPTERS = [
  { key: 'communication', measures: ['M08', 'M11', 'M12', 'M17', 'M18'] },
  { key: 'ethics', measures: ['M05', 'M06', 'M07', 'M37'] },
  { key: 'commitment', measures: ['M10', 'M13', 'M14', 'M15', 'M20', 'M24', 'M39'] },
  { key: 'support', measures: ['M19', 'M34', 'M35', 'M38'] },
  { key: 'unintended', measures: ['M32', 'M33'] },
] as const;

/** The integrity report: communication, ethics, commitment, support, what went wrong, and the way to raise a concern. Never one blended score. */
export function integrityReport(shown: ShownEvaluation): ReportDocument {
  const program = shown.plan.program ?? text('pack.program.unnamed', {});
  const title = text('integrity.title', { program });
  const chapters = CHAPTERS.map((chapter) => ({ chapter, section: chapterSection(chapter, shown) }));
  return {
    ...documentHead(shown, title),
    summary: [
      { kind: 'lead', text: text('integrity.lead', {}) },
      ...lockNotice(shown),
      { kind: 'paragraph', text: text('integrity.no-score', {}) },
      {
        kind: 'facts',
        rows: chapters.map(({ chapter, section }) => [
          section.title,
          isRecorded(measuresOf(shown, chapter.measures))
            ? text('pack.recorded', {})
            : text('pack.not-recorded', {}),
        ]),
      },
      { kind: 'small', text: text('report.check', { code: checkCode(shown.planFingerprint) }) },
    ],
    sections: [...chapters.map(({ section }) => section), concernSection(shown)],
  };
}

/** The same chapters as one section of the report of an evaluation; nothing when the files record none of it. */
export function integritySection(shown: ShownEvaluation): Section[] {
  const recorded = CHAPTERS.filter(({ measures }) => isRecorded(measuresOf(shown, measures)));
  if (recorded.length === 0) return [];
  return [
    {
      id: 'integrity',
      title: text('integrity.section', {}),
      blocks: [
        { kind: 'lead', text: text('integrity.lead', {}) },
        ...recorded.flatMap((chapter): Block[] => [
          { kind: 'heading', text: text(`integrity.${chapter.key}`, {}) },
          ...chapterTable(chapter, shown),
        ]),
        { kind: 'heading', text: text('integrity.concern', {}) },
        ...concernSection(shown).blocks,
      ],
    },
  ];
}

type Chapter = (typeof CHAPTERS)[number];

function chapterSection(chapter: Chapter, shown: ShownEvaluation): Section {
  return {
    id: `integrity-${chapter.key}`,
    title: text(`integrity.${chapter.key}`, {}),
    blocks: [
      { kind: 'small', text: text(`integrity.${chapter.key}.asks`, {}) },
      ...(chapter.key === 'unintended' ? factBlocks('pairs-by-end', shown) : []),
      ...chapterTable(chapter, shown),
      ...(chapter.key === 'commitment'
        ? (['rhythm', 'goals'] as const).flatMap((fact) => factBlocks(fact, shown))
        : []),
    ],
  };
}

function chapterTable(chapter: Chapter, shown: ShownEvaluation): Block[] {
  const measures = measuresOf(shown, chapter.measures);
  const caption = text(`integrity.${chapter.key}`, {});
  if (measures.length === 0) return [{ kind: 'paragraph', text: text('pack.not-recorded', {}) }];
  return measureBlocks(`table-integrity-${chapter.key}`, caption, measures);
}

/** Who hears concerns, as the plan says it; how many there are is never a figure (M37). */
function concernSection({ plan }: ShownEvaluation): Section {
  const way = plan.texts?.['concern'] ?? null;
  return {
    id: 'integrity-concern',
    title: text('integrity.concern', {}),
    blocks: [
      way === null
        ? { kind: 'notice', tone: 'warn', text: text('integrity.concern.none', {}) }
        : { kind: 'paragraph', text: text('integrity.concern.way', { way }) },
      { kind: 'small', text: text('integrity.concern.count', {}) },
    ],
  };
}
