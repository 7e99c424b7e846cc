import type { Evaluation, ShownEvaluation } from '#evaluation/evaluation.ts';
import { figuresOf } from '../document-parts.ts';
import type { FigureBlock, ReportDocument } from '../document.ts';
import { figureFile } from '../figures/figure-file.tsx';
import { reportDocx } from './docx.ts';
import { findingsCsv } from './findings-csv.ts';
import { findingsJson, shownFindingsJson } from './findings-json.ts';
import { findingsParquet } from './findings-parquet.ts';
import { findingsXlsx } from './findings-xlsx.ts';
import { reportHtml } from './html.tsx';
import type { Paper } from './pdf/print-data.ts';
import { reportPdf } from './pdf.ts';
import { picturePng } from './picture-png.ts';

/** A file of a result: its name below the folder of outputs, and what is in it. */
export type OutputFile = readonly [name: string, content: string | Uint8Array];

type Written = string | Uint8Array | Promise<Uint8Array>;

/** What a report is written as, by the ending of the file. */
const REPORT_FORMATS: Readonly<Record<string, (report: ReportDocument, paper: Paper) => Written>> = {
  html: (report) => reportHtml(report),
  docx: (report, paper) => reportDocx(report, paper),
  pdf: (report, paper) => reportPdf(report, { paper }),
};

/** What a figure of a report is written as. */
const FIGURE_FORMATS: Readonly<Record<string, (figure: FigureBlock) => Written>> = {
  svg: (figure) => figureFile(figure),
  png: async (figure) => (await picturePng(figureFile(figure))).bytes,
};

/** What the findings are written as. */
const FINDINGS_FORMATS: Readonly<
  Record<string, (evaluation: Evaluation, shown: ShownEvaluation, report: ReportDocument) => Written>
> = {
  json: (evaluation, shown) => findingsJson(evaluation, shown),
  csv: (_evaluation, shown) => findingsCsv(shown),
  xlsx: (_evaluation, shown, report) => findingsXlsx(shown, report),
  parquet: (_evaluation, shown) => findingsParquet(shown),
};

/**
 * A report in every format, and its figures as files of their own in `figures`.
 *
 * @param stem name of the report's files without ending
 */
export function reportFiles(report: ReportDocument, stem: string, paper: Paper): Promise<OutputFile[]> {
  // Pictures first: they are drawn in threads of their own while the rest is written.
  const figures = figuresOf(report).flatMap((figure) =>
    Object.entries(FIGURE_FORMATS).map(([ending, write]) =>
      file(`figures/${figure.name}.${ending}`, () => write(figure)),
    ),
  );
  const whole = Object.entries(REPORT_FORMATS).map(([ending, write]) =>
    file(`${stem}.${ending}`, () => write(report, paper)),
  );
  return Promise.all([...whole, ...figures]);
}

/** The names of the files of a report, its figures apart. */
export function reportFileNames(stem: string): string[] {
  return Object.keys(REPORT_FORMATS).map((ending) => `${stem}.${ending}`);
}

/** The findings in every format for machines and tables; `report` gives the tables behind its figures. */
export function findingsFiles(
  evaluation: Evaluation,
  shown: ShownEvaluation,
  report: ReportDocument,
): Promise<OutputFile[]> {
  return Promise.all(
    Object.entries(FINDINGS_FORMATS).map(([ending, write]) =>
      file(`findings.${ending}`, () => write(evaluation, shown, report)),
    ),
  );
}

/** The findings in the same formats for those who do not hold the rows: the exact figures stand in none of them. */
export function shownFindingsFiles(
  evaluation: Evaluation,
  shown: ShownEvaluation,
  report: ReportDocument,
): Promise<OutputFile[]> {
  const formats: typeof FINDINGS_FORMATS = { ...FINDINGS_FORMATS, json: shownFindingsJson };
  return Promise.all(
    Object.entries(formats).map(([ending, write]) =>
      file(`findings.${ending}`, () => write(evaluation, shown, report)),
    ),
  );
}

/** Begins at once; whatever goes wrong rejects, so that nobody waits for the others in vain. */
async function file(name: string, write: () => Written): Promise<OutputFile> {
  return [name, await write()];
}
