import { measuresOn } from '#evaluation/program/measures-on.ts';
import { practiceStates } from '#evaluation/program/good-practices/registry.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import type { Block } from '../../document.ts';
import { askedMinutes } from '../../program/asked-minutes.ts';
import { text } from '../../text/text.ts';
import { factsOf } from './facts-of.ts';

/** What a plan comes down to, for page one. */
export function glanceFacts(plan: ProgramPlan): Block {
  const states = practiceStates(plan).map(({ state }) => state);
  const count = (wanted: (typeof states)[number]): number =>
    states.filter((state) => state === wanted).length;
  const fields = factsOf(plan, [
    'purpose.from',
    'purpose.to',
    'purpose.cohorts',
    'rhythm.offered',
    'comparison.design',
    'expected.participants',
    'expected.comparison',
    'privacy.least',
  ]);
  const asked = askedMinutes(plan, '');
  return {
    kind: 'facts',
    rows: [
      ...(fields.kind === 'facts' ? fields.rows : []),
      [text('plandoc.glance.measures'), String(measuresOn(plan).length)],
      [
        text('plandoc.glance.practices'),
        text('plandoc.glance.practices.value', {
          on: count('on'),
          partly: count('partly'),
          off: count('off'),
        }),
      ],
      ...(asked ? [[text('plandoc.glance.minutes'), asked.sentence] as const] : []),
    ],
  };
}
