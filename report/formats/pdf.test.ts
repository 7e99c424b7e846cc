import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { ReportDocument } from '#report/document.ts';
import { reportPdf } from './pdf.ts';
import { figure, finding, SAMPLE_REPORT, table, withSummary } from './pdf/sample-report.ts';

/** The parts of the PDF that are written in the clear; streams between them are compressed. */
async function printed(document: ReportDocument, paper: 'a4' | 'letter' = 'a4'): Promise<string> {
  return Buffer.from(await reportPdf(document, { paper })).toString('latin1');
}

function pages(pdf: string): number {
  return pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** Only a title and one line after the summary: whatever is more than two pages is a summary that ran over. */
function onlySummary(blocks: ReportDocument['summary']): ReportDocument {
  const sections = [{ id: 'end', title: '2 End', blocks: [{ kind: 'small', text: 'End.' }] as const }];
  return { ...withSummary(blocks), sections };
}

test('the PDF is tagged, claims PDF/UA-1 and has a language, a title and bookmarks', async () => {
  const pdf = await printed(SAMPLE_REPORT);
  expect(pdf.startsWith('%PDF-1.7')).toBe(true);
  expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toMatch(/pdfuaid:part>1</);
  expect(pdf).toContain('/Lang (en)');
  expect(pdf).toContain('/DisplayDocTitle true');
  expect(pdf).toContain('/Outlines');
  for (const section of SAMPLE_REPORT.sections) expect(pdf).toContain(`/Title (${section.title})`);
});

test('headings go down one step at a time, tables have heads, and each picture has its description', async () => {
  const pdf = await printed(SAMPLE_REPORT);
  const count = (role: string): number => pdf.match(new RegExp(`/S /${role}\\b`, 'g'))?.length ?? 0;
  expect(count('H1')).toBe(1);
  // "What we found", "How sure are we?" and two sections
  expect(count('H2')).toBe(4);
  // two findings of the summary, "Each verdict"
  expect(count('H3')).toBe(3);
  // six findings under "Each verdict"
  expect(count('H4')).toBe(6);
  expect(count('Figure')).toBe(1);
  expect(pdf).toContain(
    '/Alt (Promotions came a little sooner. Steps: share promoted against quarters. Table follows.)',
  );
  expect(count('Table')).toBe(2);
  expect(count('TH')).toBe(8);
  expect(pdf.match(/\/Scope \/Column/g)).toHaveLength(8);
});

test('a picture without a description is refused', async () => {
  const silent = { ...figure('P01-all'), description: ' ' };
  await expect(reportPdf(withSummary([silent]), { paper: 'a4' })).rejects.toThrow(
    'reportPdf: figure P01-all has an empty description; it must say what the picture shows',
  );
});

test('the paper is A4 (210 × 297 mm) or Letter (8.5 × 11 inches)', async () => {
  const box = (pdf: string): number[] =>
    /\/MediaBox \[([^\]]*)\]/
      .exec(pdf)![1]!
      .split(' ')
      .map((length) => Math.round(Number(length)));
  expect(box(await printed(SAMPLE_REPORT, 'a4'))).toEqual([0, 0, 595, 842]);
  expect(box(await printed(SAMPLE_REPORT, 'letter'))).toEqual([0, 0, 612, 792]);
});

test('page one stays one page, short, empty or crowded', async () => {
  const nine = Array.from({ length: 9 }, () =>
    finding('no-meaningful-difference', '=', 'No meaningful difference'),
  );
  const crowded = [...SAMPLE_REPORT.summary, ...nine];
  const words = {
    kind: 'paragraph',
    text: 'A sentence that goes on for a while and says little. '.repeat(60),
  } as const;
  for (const paper of ['a4', 'letter'] as const) {
    for (const summary of [[], SAMPLE_REPORT.summary, crowded, [...crowded, words]]) {
      expect(pages(await printed(onlySummary(summary), paper))).toBe(2);
    }
  }
});

test('a picture of page one has its table on the next page', async () => {
  const pdf = await printed(onlySummary([figure('P01-all')]));
  expect(pages(pdf)).toBe(2);
  expect(pdf).toContain('/Title (Tables of the pictures on page 1)');
  expect(pdf.match(/\/S \/Table\b/g)).toHaveLength(1);
});

test('a long table goes over pages with its head repeated, and an empty one is printed', async () => {
  const tables = [table('long', 200), table('empty', 0)];
  const pdf = await printed({
    ...SAMPLE_REPORT,
    sections: [{ id: 'tables', title: '2 Tables', blocks: tables }],
  });
  expect(pages(pdf)).toBeGreaterThan(4);
  // a repeated head is an artefact, read once: 2 tables of 4 columns
  expect(pdf.match(/\/S \/TH\b/g)).toHaveLength(8);
});

test('letters that the typeface lacks do not stop the print', async () => {
  const foreign = { kind: 'paragraph', text: '导师, مرحبا, 👩‍🏫, \u0000, \ud800' } as const;
  const shown = figure('P01-all');
  const svg = shown.svg.paper.replace('Words', '导师');
  const pdf = await printed(
    withSummary([foreign, { ...shown, svg: { screen: svg, paper: svg } }, finding('hidden', '▨', '▨ ◷')]),
  );
  expect(pdf.startsWith('%PDF-1.7')).toBe(true);
});

test('no face of the machine gets into the PDF, whatever a picture asks for', async () => {
  const shown = figure('P01-all');
  const svg = shown.svg.paper.replace(
    'Source Sans 3, sans-serif',
    'DejaVu Sans, Liberation Sans, Arial, sans-serif',
  );
  const pdf = await printed(withSummary([{ ...shown, svg: { screen: svg, paper: svg } }]));
  const faces = new Set(Array.from(pdf.matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g), (found) => found[1]));
  expect([...faces].sort()).toEqual(['SourceSans3-Regular', 'SourceSans3-SemiBold']);
});

test('the same report gives the same bytes in another process, time zone, language and folder', async () => {
  const here = createHash('sha256')
    .update(await reportPdf(SAMPLE_REPORT, { paper: 'a4' }))
    .digest('hex');
  const again = createHash('sha256')
    .update(await reportPdf(SAMPLE_REPORT, { paper: 'a4' }))
    .digest('hex');
  expect(again).toBe(here);
  const script = `
    import { createHash } from 'node:crypto';
    const { reportPdf } = await import(${JSON.stringify(new URL('./pdf.ts', import.meta.url).href)});
    const { SAMPLE_REPORT } = await import(${JSON.stringify(new URL('./pdf/sample-report.ts', import.meta.url).href)});
    const pdf = await reportPdf(SAMPLE_REPORT, { paper: 'a4' });
    process.stdout.write(createHash('sha256').update(pdf).digest('hex'));`;
  const there = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    encoding: 'utf8',
  });
  expect(there).toBe(here);
});

test('a worker thread is refused, because fonts of the machine could leak in there', async () => {
  const script = `
    const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(new URL('./pdf.ts', import.meta.url).href)})
      .then(({ reportPdf }) => reportPdf({}, { paper: 'a4' }))
      .catch((error) => parentPort.postMessage(error.message));`;
  const worker = new Worker(script, { eval: true });
  const message = await new Promise((resolve) => worker.once('message', resolve));
  await worker.terminate();
  expect(message).toBe('reportPdf: called in a worker thread; it must run on the main thread');
});
