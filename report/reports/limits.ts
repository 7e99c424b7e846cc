import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { Section } from '../document.ts';
import { listed } from '../text/listed.ts';
import { text } from '../text/text.ts';

/** The six limits, each filled in or saying why it does not apply. */
export function limits(shown: ShownEvaluation): Section {
  const alone = shown.plan.design === 'opinions' || shown.plan.design === 'before-after';
  return {
    id: 'limits',
    title: text('report.limits', {}),
    blocks: [
      { kind: 'paragraph', text: text('report.limits.lead', {}) },
      {
        kind: 'facts',
        rows: [
          [text('limit.chose', {}), chose(shown)],
          [text('limit.missing', {}), missing(shown)],
          [text('limit.self', {}), selfReport(shown)],
          [text('limit.small', {}), small(shown)],
          [
            text('limit.events', {}),
            alone ? text('limit.events.alone', {}) : text('limit.events.compared', {}),
          ],
          [text('limit.transfer', {}), text('limit.transfer.text', {})],
        ],
      },
    ],
  };
}

function chose(shown: ShownEvaluation): string {
  const { design } = shown.plan;
  if (design === 'lottery' || design === 'waiting-list') return text('limit.chose.lottery', {});
  if (design === 'opinions' || design === 'before-after') return text('limit.chose.alone', {});
  if (design === 'before-after-comparison') return text('limit.chose.change', {});
  return text('limit.chose.compared', { n: shown.plan.covariates?.length ?? 0 });
}

function missing(shown: ShownEvaluation): string {
  const counted = shown.findings.flatMap((finding) => {
    const groups = finding.shown?.groups ?? [];
    const asked = groups.reduce((sum, group) => sum + group.asked, 0);
    if (asked === 0) return [];
    const known = groups.reduce((sum, group) => sum + group.n, 0);
    return [{ label: finding.label, known, asked, share: known / asked }];
  });
  const worst = counted.toSorted((a, b) => a.share - b.share)[0];
  if (!worst) return text('limit.missing.unknown', {});
  if (worst.known === worst.asked) return text('limit.missing.none', {});
  return text('limit.missing.some', { label: worst.label, known: worst.known, asked: worst.asked });
}

function selfReport(shown: ShownEvaluation): string {
  const labels = [
    ...new Set(shown.findings.filter((one) => one.source === 'survey').map((one) => one.label)),
  ];
  return labels.length === 0
    ? text('limit.self.none', {})
    : text('limit.self.some', { list: listed(labels) });
}

function small(shown: ShownEvaluation): string {
  const sizes = shown.findings.flatMap((finding) => finding.shown?.groups.map((group) => group.n) ?? []);
  return sizes.length === 0
    ? text('limit.small.none', {})
    : text('limit.small.some', { n: Math.min(...sizes) });
}
