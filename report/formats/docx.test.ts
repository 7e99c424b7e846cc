import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { figuresOf, tablesOf } from '../document-parts.ts';
import type { ReportDocument } from '../document.ts';
import { COMPASS } from '../reports/compass.fixture.ts';
import { evaluationReport } from '../reports/evaluation-report.ts';
import { EVERY_FACE, LOTTERY, NOT_DUE, OPINIONS } from '../reports/hard-cases.fixture.ts';
import { reportDocx } from './docx.ts';
import { figure, SAMPLE_REPORT, table, withSummary } from './pdf/sample-report.ts';

const WORLDS = Object.entries({ COMPASS, EVERY_FACE, LOTTERY, NOT_DUE, OPINIONS }).map(
  ([name, shown]) => [name, evaluationReport(shown)] as const,
);
const REPORTS: readonly (readonly [string, ReportDocument])[] = [['SAMPLE', SAMPLE_REPORT], ...WORLDS];

async function written(report: ReportDocument, paper: 'a4' | 'letter'): Promise<Map<string, string>> {
  const files = Object.entries(unzipSync(await reportDocx(report, paper)));
  return new Map(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const known = new Map<ReportDocument, Promise<Map<string, string>>>();

/** Parts of the document by name; each report is written once for all tests. */
function parts(report: ReportDocument): Promise<Map<string, string>> {
  const found = known.get(report) ?? written(report, 'a4');
  known.set(report, found);
  return found;
}

const body = async (report: ReportDocument) => (await parts(report)).get('word/document.xml')!;
const decoded = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1]!);
const paragraphs = (xml: string) => matches(xml, /<w:p>([\s\S]*?)<\/w:p>/g);
const textOf = (xml: string) => decoded(matches(xml, /<w:t[^>]*>([^<]*)<\/w:t>/g).join(''));

/** The first tag that closes another than the open one; undefined where the text is well formed. */
function badlyNested(xml: string): string | undefined {
  const open: string[] = [];
  for (const [tag, end, name, single] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (single) continue;
    if (!end) open.push(name!);
    else if (open.pop() !== name) return tag;
  }
  return open.at(-1) ?? /<(?!\/?[\w:]+[\s/>]|\?xml)/.exec(xml)?.[0];
}

test.for(REPORTS)(
  'headings of %s are real, one first, never skip a level, and sections are numbered',
  async ([, report]) => {
    const headings = paragraphs(await body(report)).filter((paragraph) =>
      /w:pStyle w:val="Heading/.test(paragraph),
    );
    const levels = headings.map((heading) => Number(/"Heading(\d)"/.exec(heading)![1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    const numbered = headings.filter((heading) => heading.includes('<w:numPr>'));
    expect(numbered.map(textOf)).toEqual(report.sections.map(({ title }) => title));
    expect(numbered.every((heading) => heading.includes('"Heading2"'))).toBe(true);
  },
);

test.for(REPORTS)(
  'each table of %s has a marked head that comes again on each page, and all its cells',
  async ([, report]) => {
    const tables = matches(await body(report), /<w:tbl>([\s\S]*?)<\/w:tbl>/g);
    const cells = tables.map((table) =>
      matches(table, /<w:tr>([\s\S]*?)<\/w:tr>/g).map((row) => paragraphs(row).map(textOf)),
    );
    expect(cells).toEqual(
      tablesOf(report).map(({ columns, rows }) => [columns.map(({ label }) => label), ...rows]),
    );
    for (const table of tables) {
      const [head, ...rows] = matches(table, /<w:tr>([\s\S]*?)<\/w:tr>/g);
      expect(head).toContain('<w:tblHeader/>');
      expect(rows.some((row) => row.includes('tblHeader'))).toBe(false);
      expect(/<w:tblLook[^>]*>/.exec(table)![0]).toMatch(/w:firstRow="(true|1)".*w:firstColumn="(true|1)"/);
    }
  },
);

test.for(REPORTS)(
  'each figure of %s is a picture with title and description, and its table follows',
  async ([, report]) => {
    const files = await parts(report);
    const xml = files.get('word/document.xml')!;
    const drawn = matches(xml, /(<wp:docPr [^>]*>)/g).map((tag) => {
      const value = (name: string) => decoded(new RegExp(` ${name}="([^"]*)"`).exec(tag)![1]!);
      return { id: value('id'), title: value('title'), description: value('descr') };
    });
    const figures = figuresOf(report);
    expect(drawn).toEqual(
      figures.map(({ title, description }, i) => ({ id: String(i + 1), title, description })),
    );
    expect([...files.keys()].filter((name) => /media\/.*\.png$/.test(name))).toHaveLength(
      new Set(figures.map(({ svg }) => svg.paper)).size,
    );
    const order = matches(xml, /(<wp:docPr |<w:tbl>)/g).join('');
    expect(order.match(/<wp:docPr <w:tbl>/g)?.length ?? 0).toBe(figures.length);
  },
);

test.for(REPORTS)('every text of %s stands in the document', async ([, report]) => {
  const all = textOf(await body(report));
  const { sections, summary, title, subtitle } = report;
  const blocks = [...summary, ...sections.flatMap((section) => section.blocks)];
  const texts = blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'list') return block.items;
    if (block.kind === 'facts') return block.rows.flat();
    if (block.kind === 'table') return [block.caption, block.note ?? ''];
    if (block.kind === 'figure') return [block.title, block.subtitle, block.source, block.table.caption];
    if (block.kind !== 'finding') return [block.text];
    const pill = block.pill === null ? '' : `${block.pill.mark}\u00a0${block.pill.word}`;
    return [block.name, block.role, pill, block.sentence, ...block.remarks];
  });
  for (const text of [title, subtitle, ...texts]) expect(all).toContain(text);
});

test('title, language and code are properties; head and foot of each page have title, code and numbers', async () => {
  const files = await parts(SAMPLE_REPORT);
  const core = files.get('docProps/core.xml')!;
  expect(core).toContain(`<dc:title>${SAMPLE_REPORT.title}</dc:title>`);
  expect(core).toContain('<dc:language>en-GB</dc:language>');
  expect(core).not.toMatch(/dcterms|\d{4}-\d\d-\d\d/);
  expect(files.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
  const head = files.get('word/header1.xml')!;
  expect(textOf(head)).toBe(`${SAMPLE_REPORT.runningHead}page  of `);
  expect(matches(head, /<w:instrText[^>]*>([^<]*)</g)).toEqual(['PAGE', 'NUMPAGES']);
  expect(textOf(files.get('word/footer1.xml')!)).toBe(
    `An editable copy, not verified. ${SAMPLE_REPORT.code}`,
  );
});

test('the page is A4 (210 × 297 mm) or Letter (8.5 × 11 inches), in twentieths of a point', async () => {
  const size = async (paper: 'a4' | 'letter') =>
    matches((await written(SAMPLE_REPORT, paper)).get('word/document.xml')!, /<w:pgSz w:w="(\d+)"/g);
  expect(await size('a4')).toEqual(['11906']);
  expect(await size('letter')).toEqual(['12240']);
});

test('the same report is the same bytes again, also after another one was written', async () => {
  const first = await reportDocx(SAMPLE_REPORT, 'a4');
  await reportDocx(WORLDS[0]![1], 'a4');
  expect(Buffer.compare(await reportDocx(SAMPLE_REPORT, 'a4'), first)).toBe(0);
});

test('texts from files cannot become markup, and what XML cannot hold is a box', async () => {
  const evil = '</w:t></w:r><w:br/>&amp;"\'\u0001\uD800]]>';
  const picture = { ...figure('P05'), title: evil, description: evil };
  const report = {
    ...withSummary([{ kind: 'paragraph', text: evil }, picture]),
    title: evil,
    runningHead: evil,
    code: evil,
  };
  const files = await parts(report);
  const shown = evil.replace('\u0001\uD800', '□□');
  expect(textOf(files.get('word/document.xml')!)).toContain(shown);
  expect(textOf(files.get('word/header1.xml')!)).toContain(shown);
  expect(decoded(files.get('docProps/core.xml')!)).toContain(`<dc:title>${shown}</dc:title>`);
  for (const [name, xml] of files)
    if (/\.(xml|rels)$/.test(name)) expect(badlyNested(xml), name).toBeUndefined();
});

test('a picture without a description is refused', async () => {
  const silent = { ...figure('P01-all'), description: ' ' };
  await expect(reportDocx(withSummary([silent]), 'a4')).rejects.toThrow(
    'reportDocx: figure P01-all has an empty description; it must say what the picture shows',
  );
});

test('a document that would end with a table ends with a line of its own', async () => {
  const end = async (report: ReportDocument) => /<\/w:(p|tbl)><w:sectPr/.exec(await body(report))?.[1];
  expect(
    await end({
      ...SAMPLE_REPORT,
      sections: [{ id: 'end', title: 'End', blocks: [{ ...table('t', 1), note: null }] }],
    }),
  ).toBe('p');
  expect(await body(WORLDS[0]![1])).not.toContain('Plumbline. ');
});
