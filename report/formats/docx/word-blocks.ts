import { BorderStyle, HeadingLevel, ImageRun, Paragraph, Tab, TabStopType, TextRun, type Table } from 'docx';
import type { Block, FigureBlock, FindingBlock } from '../../document.ts';
import type { PngPicture } from '../picture-png.ts';
import { LIGHT } from '../style/tokens.ts';
import { HIGHEST_PICTURE_PX, TEXT_WIDTH_PX } from './measures.ts';
import { pillRun } from './pill-run.ts';
import { POINTS } from './styles.ts';
import { wordColour } from './word-colour.ts';
import { wordTable } from './word-table.ts';
import { wordText } from './word-text.ts';

/** A part of the body. */
export type WordPart = Paragraph | Table;

/** Where blocks stand. */
export interface Place {
  /** Level of the headings among them. */
  readonly level: 2 | 3;
  /** Half points of running text where room is short, on page one; then space between blocks is short too. */
  readonly size?: number;
  /** The pictures of the report, drawn, with numbers that no other picture of the document has. */
  readonly pictures: ReadonlyMap<FigureBlock, PngPicture & { readonly number: number }>;
}

const HEADINGS = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** Where values of facts begin, in twips. */
const FACTS_TAB = 4000;

/** Blocks of a report as parts of a Word document, in their order. */
export function wordBlocks(blocks: readonly Block[], place: Place): WordPart[] {
  let inner: 2 | 3 | 4 = place.level;
  return blocks.flatMap((block): WordPart[] => {
    if (block.kind === 'heading') inner = place.level === 2 ? 3 : 4;
    switch (block.kind) {
      case 'heading':
        return [heading(block.text, place)];
      case 'lead':
        return [paragraph(block.text, { style: 'Lead' })];
      case 'paragraph':
        return [paragraph(block.text, place)];
      case 'small':
        return [paragraph(block.text, { style: 'Small' })];
      case 'list':
        return block.items.map((item) => point(item, place.size));
      case 'facts':
        return block.rows.map(fact);
      case 'notice':
        return [paragraph(block.text, { style: block.tone === 'warn' ? 'NoticeWarn' : 'NoticeInfo' })];
      case 'finding':
        return finding(block, inner, place.size);
      case 'table':
        return wordTable(block);
      case 'figure':
        return [...figure(block, place), ...wordTable(block.table)];
    }
  });
}

function heading(words: string, { level, size }: Place): Paragraph {
  const short = { spacing: { before: 160, after: 20 }, children: [run(words, size && size + 4)] };
  const usual = { children: [run(words, undefined)] };
  return new Paragraph({ heading: HEADINGS[level], ...(size === undefined ? usual : short) });
}

interface Setting {
  readonly style?: string;
  readonly size?: number;
}

function paragraph(text: string, { style, size }: Setting): Paragraph {
  return new Paragraph({ ...(style !== undefined && { style }), children: [run(text, size)] });
}

function run(text: string, size: number | undefined): TextRun {
  return new TextRun({ text: wordText(text), ...(size !== undefined && { size }) });
}

function point(text: string, size: number | undefined): Paragraph {
  return new Paragraph({
    style: 'Point',
    numbering: { reference: POINTS, level: 0 },
    children: [run(text, size)],
  });
}

function fact([label, value]: readonly [label: string, value: string]): Paragraph {
  return new Paragraph({
    style: 'Facts',
    indent: { left: FACTS_TAB, hanging: FACTS_TAB },
    tabStops: [{ type: TabStopType.START, position: FACTS_TAB }],
    children: [
      new TextRun({ text: wordText(label), bold: true }),
      new TextRun({ children: [new Tab(), wordText(value)] }),
    ],
  });
}

/** Name, role, then the pill in front of the sentence: the same order in which a page is read aloud. */
function finding(block: FindingBlock, level: 2 | 3 | 4, size: number | undefined): WordPart[] {
  const pill = block.pill === null ? [] : [pillRun(block.pill, size), run(' ', size)];
  return [
    new Paragraph({
      heading: HEADINGS[level],
      border: { top: { style: BorderStyle.SINGLE, size: 4, space: 3, color: wordColour(LIGHT.line) } },
      ...(size !== undefined && { spacing: { before: 100, after: 0 } }),
      children: [
        new TextRun({ text: wordText(block.name), ...(size !== undefined && { size: size + 1 }) }),
        new TextRun({
          text: wordText(` · ${block.role}`),
          bold: false,
          size: 18,
          color: wordColour(LIGHT.muted),
        }),
      ],
    }),
    new Paragraph({
      keepLines: true,
      ...(size !== undefined && { spacing: { before: 20, after: 40 } }),
      children: [...pill, run(block.sentence, size)],
    }),
    ...block.remarks.map((remark) => point(remark, 18)),
  ];
}

function figure(block: FigureBlock, { pictures }: Place): Paragraph[] {
  const { bytes, widthPx, heightPx, number } = pictures.get(block)!;
  const scale = Math.min(TEXT_WIDTH_PX / widthPx, HIGHEST_PICTURE_PX / heightPx);
  const image = new ImageRun({
    type: 'png',
    data: bytes,
    transformation: { width: Math.round(widthPx * scale), height: Math.round(heightPx * scale) },
    altText: {
      id: String(number),
      name: wordText(block.name),
      title: wordText(block.title),
      description: wordText(block.description),
    },
  });
  return [
    new Paragraph({ style: 'Caption', text: wordText(block.title) }),
    new Paragraph({ style: 'FigureSubtitle', text: wordText(block.subtitle) }),
    new Paragraph({ keepNext: true, children: [image] }),
    new Paragraph({ style: 'Small', text: wordText(block.source) }),
  ];
}
