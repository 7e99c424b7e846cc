import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { outcomeName } from '../sentences/outcome-words.ts';
import { severalHorizons } from '../sentences/several-horizons.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import { hasText, text } from '../text/text.ts';

/** The same evaluation with each outcome's name carrying its horizon where one outcome is judged at several. */
export function withHorizons(shown: ShownEvaluation): ShownEvaluation {
  const findings = shown.findings.map(named).map((finding) =>
    severalHorizons(finding, shown.findings)
      ? {
          ...finding,
          label: text('report.name.horizon', { name: outcomeName(finding), months: finding.months! }),
        }
      : finding,
  );
  return { ...shown, findings };
}

/** An outcome without a label of its own is called what its measure is called. */
function named(finding: ShownFinding): ShownFinding {
  const key = `measure.${finding.outcome}.name`;
  return finding.label === finding.outcome && hasText(key) ? { ...finding, label: text(key, {}) } : finding;
}
