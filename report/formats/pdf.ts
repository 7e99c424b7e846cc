import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { ReportDocument } from '#report/document.ts';
import { printData, type Paper, type PrintData } from './pdf/print-data.ts';
import { fontFiles, typefaceLetters } from './typeface/font-files.ts';

/** How a report is printed. */
export interface PdfOptions {
  readonly paper: Paper;
}

/**
 * A report as a tagged PDF (PDF/UA-1): bookmarks, table heads, described pictures, page one alone on its page.
 *
 * Shape: the same bytes for the same document, on every machine, in every time zone and language.
 * Missing: a letter that the typeface lacks is printed as □, and a note at the end says so.
 *
 * @throws RangeError when a picture has no description, or outside the main thread
 * @throws Error when the compiler refuses the document; the message is the compiler's
 */
export async function reportPdf(document: ReportDocument, options: PdfOptions): Promise<Uint8Array> {
  // In a worker `process.env` is a copy that native code never sees; fonts of the machine would leak in.
  if (!isMainThread)
    throw new RangeError('reportPdf: called in a worker thread; it must run on the main thread');
  const faces = fontFiles().map((path) => readFileSync(path));
  const data = printData(document, options.paper, typefaceLetters());
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return inEmptyWorld((workspace) => {
    const compiler = Compiler.create({ workspace, fontArgs: [{ fontBlobs: faces }] });
    return compiled(compiler, workspace, data);
  });
}

function compiled(compiler: NodeCompiler, workspace: string, { report, pictures }: PrintData): Uint8Array {
  compiler.mapShadow(join(workspace, 'report.json'), Buffer.from(JSON.stringify(report)));
  for (const [path, svg] of pictures) compiler.mapShadow(join(workspace, path), Buffer.from(svg));
  const mainFileContent = readFileSync(new URL('./pdf/report.typ', import.meta.url), 'utf8');
  const result = compiler.compile({ mainFileContent });
  if (result.result === null) {
    throw new Error(`reportPdf: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`);
  }
  const pdf = new Uint8Array(compiler.pdf(result.result, { pdfStandard: 'ua-1' }));
  // The compiler remembers what it computed, for the next document of the same process; reports are not alike enough.
  compiler.evictCache(0);
  return pdf;
}

/** Runs `use` with an empty folder as the only place for files and for fonts of the machine. */
function inEmptyWorld<Result>(use: (workspace: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-pdf-'));
  const before = process.env['FONTCONFIG_FILE'];
  try {
    const fonts = join(folder, 'fonts.conf');
    writeFileSync(fonts, `<?xml version="1.0"?><fontconfig><dir>${folder}</dir></fontconfig>`);
    process.env['FONTCONFIG_FILE'] = fonts;
    return use(folder);
  } finally {
    if (before === undefined) delete process.env['FONTCONFIG_FILE'];
    else process.env['FONTCONFIG_FILE'] = before;
    rmSync(folder, { recursive: true, force: true });
  }
}
