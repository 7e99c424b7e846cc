import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { disclose } from '#evaluation/disclosure/disclose.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import { dayFromIso } from '#evaluation/study/day.ts';
import type { Problem } from '#intake/problem.ts';
import { problemsCsv } from '#intake/problems-csv.ts';
import { readPlan } from '#intake/read-plan.ts';
import type { Table } from '#intake/table.ts';
import { type IntakeSettings, takeIn } from '#intake/take-in.ts';
import { figureFile } from '#report/figures/figure-file.tsx';
import { findingsCsv } from '#report/formats/findings-csv.ts';
import { findingsJson } from '#report/formats/findings-json.ts';
import { reportHtml } from '#report/formats/html.tsx';
import { reportPdf } from '#report/formats/pdf.ts';
import { terminalReport } from '#report/formats/terminal.ts';
import { evaluationReport, figuresOf } from '#report/reports/evaluation-report.ts';
import { ANSWERED, PROBLEMS, Stop, WRONG_USAGE } from './exit.ts';
import { studyFiles } from './study-files.ts';

const OPTIONS = {
  people: { type: 'string' },
  events: { type: 'string' },
  scores: { type: 'string' },
  plan: { type: 'string' },
  out: { type: 'string', default: 'plumbline-report' },
  'as-of': { type: 'string' },
  json: { type: 'boolean', default: false },
  paper: { type: 'string', default: 'a4' },
  dates: { type: 'string' },
  decimal: { type: 'string' },
  delimiter: { type: 'string' },
} as const;

/** `plumbline evaluate DIR`: files to a report. */
export async function evaluateCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1)
    throw new Stop(WRONG_USAGE, 'Name one folder: plumbline evaluate DIR');
  const asOf = asOfDay(values['as-of']);
  const paper = oneOf('paper', values.paper, ['a4', 'letter'])!;
  const files = studyFiles(folder, values);
  if (!files.plan) throw new Stop(PROBLEMS, `${folder} has no plan.json. Name one with --plan F.`);
  const read = readPlan(files.plan);
  if ('problems' in read) return refused(values.out, read.problems, []);
  const taken = await takeIn({ ...files, plan: read.plan }, settingsOf(values));
  if (taken.problems.length > 0) return refused(values.out, taken.problems, taken.tables);
  for (const warning of taken.warnings) console.error(`${warning.file}: ${warning.problem} ${warning.cure}`);
  const evaluated = evaluate(taken.rows, read.plan, { asOf, fingerprint: planFingerprint(read.plan) });
  if (evaluated.kind === 'problems') {
    throw new Stop(
      PROBLEMS,
      `This version cannot evaluate the plan: ${evaluated.problems.map(({ value }) => value).join(', ')}.`,
    );
  }
  const shown = disclose(evaluated.evaluation);
  const json = findingsJson(evaluated.evaluation, shown);
  const report = evaluationReport(shown);
  mkdirSync(join(values.out, 'figures'), { recursive: true });
  rmSync(join(values.out, 'problems.csv'), { force: true });
  writeFileSync(join(values.out, 'findings.json'), json);
  writeFileSync(join(values.out, 'findings.csv'), findingsCsv(shown));
  writeFileSync(join(values.out, 'report.html'), reportHtml(report));
  writeFileSync(join(values.out, 'report.pdf'), await reportPdf(report, { paper: paper as 'a4' | 'letter' }));
  for (const figure of figuresOf(report))
    writeFileSync(join(values.out, 'figures', `${figure.name}.svg`), figureFile(figure));
  process.stdout.write(values.json ? json : terminalReport(shown, values.out));
  return ANSWERED;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Stop(WRONG_USAGE, error instanceof Error ? error.message : String(error));
  }
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** The day asked for; today in UTC when none is named. It only decides whether the look date is reached. */
function asOfDay(text: string | undefined): number {
  if (text === undefined) return Math.floor(Date.now() / MILLISECONDS_PER_DAY);
  const day = dayFromIso(text);
  if (day === undefined) throw new Stop(WRONG_USAGE, `--as-of ${text} is not a date; write YYYY-MM-DD.`);
  return day;
}

function oneOf(name: string, value: string | undefined, words: readonly string[]): string | undefined {
  if (value === undefined || words.includes(value)) return value;
  throw new Stop(WRONG_USAGE, `--${name} is ${value}; it must be one of: ${words.join(', ')}.`);
}

function settingsOf(values: ReturnType<typeof parsed>['values']): IntakeSettings {
  const dates = oneOf('dates', values.dates, ['day-first', 'month-first']);
  const decimal = oneOf('decimal', values.decimal, ['comma', 'point']);
  return {
    ...(dates && { dates: dates as 'day-first' | 'month-first' }),
    ...(decimal && { decimal: decimal as 'comma' | 'point' }),
    ...(values.delimiter && { delimiter: values.delimiter }),
  };
}

/** Nothing is evaluated from files with errors; every problem goes into one table. */
function refused(out: string, problems: readonly Problem[], tables: readonly Table[]): number {
  mkdirSync(out, { recursive: true });
  const path = join(out, 'problems.csv');
  writeFileSync(path, problemsCsv(problems, tables));
  for (const problem of problems.slice(0, 10)) {
    const where = problem.line === null ? problem.file : `${problem.file} line ${problem.line}`;
    console.error(`${where}: ${problem.problem} ${problem.cure}`);
  }
  console.error(`${problems.length} problems; nothing was evaluated. All of them, with cures: ${path}`);
  return PROBLEMS;
}
