import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { disclose } from '#evaluation/disclosure/disclose.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import type { Evaluation, ShownEvaluation } from '#evaluation/evaluation.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import { findingsJson } from '#report/formats/findings-json.ts';
import { type OutputFile, findingsFiles, reportFileNames, reportFiles } from '#report/formats/registry.ts';
import { terminalReport } from '#report/formats/terminal.ts';
import { evaluationReport } from '#report/reports/evaluation-report.ts';
import { REPORTS, type ReportPreset } from '#report/reports/registry.ts';
import { ANSWERED, PROBLEMS, Stop } from './exit.ts';
import { asOfDay, optionsOf, paperOf, reportsOf } from './options.ts';
import { progressTo } from './progress.ts';
import { readStudy } from './read-study.ts';
import { refuse } from './refuse.ts';

/** `plumbline evaluate DIR`: files to a report. */
export async function evaluateCommand(args: readonly string[]): Promise<number> {
  const { folder, values } = optionsOf(args, 'evaluate');
  const asOf = asOfDay(values);
  const paper = paperOf(values);
  const tell = progressTo((line) => process.stderr.write(line));
  const study = await readStudy(folder, values, tell);
  if (study.kind === 'problems') return refuse(values.out, study.problems, study.tables);
  const { plan, drawn, leftOut } = study;
  const asked = { asOf, fingerprint: planFingerprint(plan), drawn, leftOut };
  tell(`Comparing ${study.rows.people.count} people`);
  const evaluated = evaluate(study.rows, plan, asked, (stage, done, of) => {
    if (stage === 'outcomes') tell(`Outcome ${done + 1} of ${of}`);
  });
  tell('Writing the report');
  if (evaluated.kind === 'problems') {
    const values = evaluated.problems.map(({ value }) => value).join(', ');
    throw new Stop(PROBLEMS, `This version cannot evaluate the plan: ${values}.`);
  }
  const shown = disclose(evaluated.evaluation);
  await writeReport(evaluated.evaluation, shown, values.out, { paper, reports: reportsOf(values) });
  process.stdout.write(
    values.json ? findingsJson(evaluated.evaluation, shown) : terminalReport(shown, values.out),
  );
  return ANSWERED;
}

/** Makes every output first and writes only then, so that a failure leaves no half report. */
async function writeReport(
  evaluation: Evaluation,
  shown: ShownEvaluation,
  out: string,
  { paper, reports }: { readonly paper: 'a4' | 'letter'; readonly reports: readonly ReportPreset[] },
): Promise<void> {
  const report = evaluationReport(shown);
  const files = [
    ...(await reportFiles(report, 'report', paper)),
    ...(await findingsFiles(evaluation, shown, report)),
    ...(await otherReports(shown, reports, paper)),
  ];
  rmSync(join(out, 'figures'), { recursive: true, force: true });
  rmSync(join(out, 'problems.csv'), { force: true });
  // A report of an earlier run would stand beside findings that it does not show.
  for (const name of REPORTS.flatMap(({ id }) => reportFileNames(id)))
    rmSync(join(out, name), { force: true });
  mkdirSync(join(out, 'figures'), { recursive: true });
  for (const [name, content] of files) writeFileSync(join(out, name), content);
}

/** Further reports, each in every format under its own name. */
async function otherReports(
  shown: ShownEvaluation,
  reports: readonly ReportPreset[],
  paper: 'a4' | 'letter',
): Promise<OutputFile[]> {
  const written = reports
    .filter(({ id }) => id !== 'evaluation')
    .map((preset) => reportFiles(preset.document(shown), preset.id, paper));
  return (await Promise.all(written)).flat();
}
