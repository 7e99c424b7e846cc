import { disclose } from '#evaluation/disclosure/disclose.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import type { Evaluation, ShownEvaluation } from '#evaluation/evaluation.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import { readyStudy } from '#intake/ready-study.ts';
import { uploadRefusals } from '#intake/upload-refusals.ts';
import { type OutputFile, reportFiles, shownFindingsFiles } from '#report/formats/registry.ts';
import { evaluationReport } from '#report/reports/evaluation-report.ts';
import { REPORTS } from '#report/reports/registry.ts';
import { headline } from '#report/sentences/headline.ts';
import { filesOf } from './given-files.ts';
import type { Made, Order, Stage } from './order.ts';
import { DOCUMENT_FILE } from './results.ts';

/** Reads again, evaluates, and writes every output; the same figures as the command line gives. */
export async function reportWork(order: Order, tell: (stage: Stage) => void): Promise<Made> {
  if (Object.values(order.files).some((file) => uploadRefusals(file).length > 0)) return { work: 'refused' };
  const { settings, problemRows, asOf } = order;
  tell({ stage: 'reading', done: 0, of: Object.keys(order.files).length });
  const study = await readyStudy(filesOf(order.files), { settings, problemRows });
  if (study.kind === 'problems') return { work: 'refused' };
  const { rows, plan, drawn, leftOut } = study;
  tell({ stage: 'comparing', done: 0, of: rows.people.count });
  const asked = { asOf, fingerprint: planFingerprint(plan), drawn, leftOut };
  const evaluated = evaluate(rows, plan, asked, (stage, done, of) => {
    if (stage === 'outcomes') tell({ stage: 'outcomes', done: done + 1, of });
  });
  if (evaluated.kind === 'problems') return { work: 'refused' };
  tell({ stage: 'writing', done: 0, of: 1 + order.reports.length });
  const shown = disclose(evaluated.evaluation);
  return {
    work: 'report',
    summary: { headline: headline(shown), locked: shown.planLocked },
    files: await filesMade(evaluated.evaluation, shown, order),
  };
}

async function filesMade(
  evaluation: Evaluation,
  shown: ShownEvaluation,
  { reports, paper }: Order,
): Promise<OutputFile[]> {
  const report = evaluationReport(shown);
  const others = REPORTS.filter(({ id }) => id !== 'evaluation' && reports.includes(id));
  return [
    [DOCUMENT_FILE, JSON.stringify(report)],
    ...(await reportFiles(report, 'report', paper)),
    ...(await shownFindingsFiles(evaluation, shown, report)),
    ...(
      await Promise.all(others.map((preset) => reportFiles(preset.document(shown), preset.id, paper)))
    ).flat(),
  ];
}
