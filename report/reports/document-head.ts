import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { isoFromDay } from '#evaluation/study/day.ts';
import type { ReportDocument } from '../document.ts';
import { dayText, shortFingerprint } from '../figures/source-line.ts';
import { text } from '../text/text.ts';
import { checkCode } from './check-code.ts';

/** What stands at the head and foot of every report of an evaluation: title, state of the data, plan, check code. */
export function documentHead(
  shown: ShownEvaluation,
  title: string,
): Omit<ReportDocument, 'summary' | 'sections'> {
  const dated = { cutoff: dayText(shown.plan.cutoff), fingerprint: shortFingerprint(shown.planFingerprint) };
  const { asOf } = shown;
  return {
    language: 'en',
    title,
    subtitle:
      asOf === null
        ? text('report.subtitle', dated)
        : text('report.subtitle.as-of', { ...dated, asOf: dayText(isoFromDay(asOf)) }),
    runningHead: title,
    code: checkCode(shown.planFingerprint),
  };
}
