import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { outcomeName } from '../sentences/outcome-words.ts';
import { severalHorizons } from '../sentences/several-horizons.ts';
import { text } from '../text/text.ts';

/** The same evaluation with each outcome's name carrying its horizon where one outcome is judged at several. */
export function withHorizons(shown: ShownEvaluation): ShownEvaluation {
  const findings = shown.findings.map((finding) =>
    severalHorizons(finding, shown.findings)
      ? {
          ...finding,
          label: text('report.name.horizon', { name: outcomeName(finding), months: finding.months! }),
        }
      : finding,
  );
  return { ...shown, findings };
}
