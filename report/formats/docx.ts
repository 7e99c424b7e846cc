import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TabStopType,
  TextRun,
} from 'docx';
import { figuresOf } from '../document-parts.ts';
import type { FigureBlock, ReportDocument } from '../document.ts';
import { text } from '../text/text.ts';
import { TEXT_WIDTH_TWIPS, pageOf } from './docx/measures.ts';
import { SECTION_NUMBERS, WORD_LANGUAGE, WORD_NUMBERING, wordStyles } from './docx/styles.ts';
import { wordBlocks, type Place, type WordPart } from './docx/word-blocks.ts';
import { wordText } from './docx/word-text.ts';
import type { Paper } from './pdf/print-data.ts';
import { picturePng } from './picture-png.ts';
import { steadyZip } from './steady-zip.ts';
import { summaryDensity } from './summary-density.ts';

/** Half points of the text of page one, by how crowded it is. */
const SUMMARY_SIZE = { roomy: 20, dense: 18, tight: 17 } as const;

/** Word's own version 15 (2013 and later), so that it does not open the file as one of an old program. */
const WORD_VERSION = 15;

/**
 * A report as a Word document that people can edit: headings, numbered sections, heads of tables, described pictures, each
 * with its table.
 *
 * Shape: the same bytes for the same document; no time is written into it.
 * Missing: a letter that XML has no place for is a □; inside pictures also one that the typeface lacks.
 *
 * @throws RangeError when a picture has no description
 */
export async function reportDocx(report: ReportDocument, paper: Paper): Promise<Uint8Array> {
  const pictures = await drawnPictures(report);
  const file = new Document({
    title: wordText(report.title),
    styles: wordStyles(report.language),
    numbering: WORD_NUMBERING,
    compatibility: { version: WORD_VERSION },
    sections: [
      {
        properties: { page: pageOf(paper) },
        headers: { default: new Header({ children: [runningHead(report)] }) },
        footers: { default: new Footer({ children: [foot(report)] }) },
        children: body(report, pictures),
      },
    ],
  });
  const written = await Packer.toBuffer(file);
  return steadyZip(new Uint8Array(written), { 'docProps/core.xml': coreProperties(report) });
}

async function drawnPictures(report: ReportDocument): Promise<Place['pictures']> {
  const drawn = figuresOf(report).map(async (figure, i) => {
    if (figure.description.trim() === '') throw new RangeError(notDescribed(figure));
    return [figure, { ...(await picturePng(figure.svg.paper)), number: i + 1 }] as const;
  });
  return new Map(await Promise.all(drawn));
}

function notDescribed({ name }: FigureBlock): string {
  return `reportDocx: figure ${name} has an empty description; it must say what the picture shows`;
}

function body(report: ReportDocument, pictures: Place['pictures']): WordPart[] {
  const size = SUMMARY_SIZE[summaryDensity(report.summary)];
  const parts = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: wordText(report.title) }),
    new Paragraph({ style: 'Small', text: wordText(report.subtitle) }),
    ...wordBlocks(report.summary, { level: 2, size, pictures }),
    ...report.sections.flatMap(({ title, blocks }, i) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        numbering: { reference: SECTION_NUMBERS, level: 0 },
        pageBreakBefore: i === 0,
        text: wordText(title),
      }),
      ...wordBlocks(blocks, { level: 3, pictures }),
    ]),
  ];
  return parts.at(-1) instanceof Table ? [...parts, closing(report)] : parts;
}

/** Word wants a paragraph behind a table at the end. */
function closing({ code }: ReportDocument): Paragraph {
  return new Paragraph({ style: 'Small', text: wordText(text('html.foot', { code })) });
}

/** Stand for the numbers that Word counts, inside a text of the catalogue. */
const [PAGE, PAGES] = ['\uE000', '\uE001'];

function runningHead(report: ReportDocument): Paragraph {
  const counted = text('docx.page', { page: PAGE!, pages: PAGES! });
  const parts = counted.split(/([\uE000\uE001])/u).map((part) => {
    if (part === PAGE) return PageNumber.CURRENT;
    return part === PAGES ? PageNumber.TOTAL_PAGES : part;
  });
  return new Paragraph({
    style: 'Small',
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH_TWIPS }],
    children: [
      new TextRun({ text: wordText(report.runningHead) }),
      new TextRun({ children: [new Tab(), ...parts] }),
    ],
  });
}

function foot(report: ReportDocument): Paragraph {
  return new Paragraph({
    style: 'Small',
    alignment: AlignmentType.END,
    text: wordText(text('docx.foot', { code: report.code })),
  });
}

/** Title, language and code; no author and no time, since the same report written later is the same report. */
function coreProperties({ title, language, code }: ReportDocument): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${inXml(title)}</dc:title><dc:creator>Plumbline</dc:creator>` +
    `<dc:identifier>${inXml(code)}</dc:identifier><dc:language>${WORD_LANGUAGE[language]}</dc:language>` +
    '</cp:coreProperties>'
  );
}

function inXml(words: string): string {
  return wordText(words).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
