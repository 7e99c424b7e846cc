import type { Verdict } from '#evaluation/finding.ts';
import type { ShownAnalysis, ShownFinding, ShownSensitivity } from '#evaluation/shown.ts';
import { listed } from '../text/listed.ts';
import { text } from '../text/text.ts';
import { pillOf } from './pill.ts';

const SEVEN = 7;

/** Whether a result holds under other methods, in whole sentences. */
export function sensitivityText(finding: ShownFinding, sensitivity: ShownSensitivity): string {
  const { apply, keep } = sensitivity;
  if (apply === 0) return text('sens.none', {});
  const said = [
    keep === apply
      ? text('sens.same', { keep, apply })
      : text('sens.differs', {
          changed: apply - keep,
          apply,
          verdicts: listed(sensitivity.changesTo.map((verdict) => verdictWord(verdict, finding))),
        }),
  ];
  if (apply < SEVEN) said.push(text('sens.not-all', { n: SEVEN - apply }));
  return said.join(' ');
}

/** The name of a way to calculate, as its design does it. */
export function wayName({ id, months }: ShownAnalysis, { method }: Pick<ShownFinding, 'method'>): string {
  if (id === 'other-horizon') return text('sens.way.other-horizon', { months: months ?? 0 });
  return text(`sens.way.${id}`, { method });
}

function verdictWord(verdict: Verdict, { look }: ShownFinding): string {
  return pillOf({ verdict, qualifier: null, look })?.word ?? text('figures.no-verdict', {});
}
