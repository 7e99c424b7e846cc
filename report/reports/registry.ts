import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ReportDocument } from '../document.ts';
import { evaluationReport } from './evaluation-report.ts';
import { evidencePack } from './evidence-pack.ts';
import { integrityReport } from './integrity-report.ts';
import { PACKS } from './packs/registry.ts';

/** A report that can be asked for by its name; files are called after it. */
export interface ReportPreset {
  readonly id: string;
  document(shown: ShownEvaluation): ReportDocument;
}

/** Every report; the first is always written. */
export const REPORTS: readonly ReportPreset[] = [
  { id: 'evaluation', document: evaluationReport },
  { id: 'integrity', document: integrityReport },
  ...PACKS.map((pack): ReportPreset => ({
    id: pack.id,
    document: (shown) => evidencePack(pack, shown),
  })),
];
