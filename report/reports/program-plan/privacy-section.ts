import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import type { Block, Section } from '../../document.ts';
import { plainNumber } from '../../figures/amounts.ts';
import { dayText } from '../../figures/source-line.ts';
import { askedMinutes } from '../../program/asked-minutes.ts';
import { wordOr } from '../../program/program-word.ts';
import { waveText } from '../../sentences/wave-text.ts';
import { listed } from '../../text/listed.ts';
import { text } from '../../text/text.ts';
import { factsOf, fieldsBelow, planTable } from './facts-of.ts';

/** Step 2 in print: rhythm, agreement, forms, flags. */
export function rhythmSection(plan: ProgramPlan): Section {
  return {
    id: 'rhythm',
    title: text('step.rhythm'),
    blocks: [
      factsOf(plan, [
        'rhythm.offered',
        'rhythm.usual',
        'rhythm.ownDays',
        ...(['agreement', 'activities', 'flags'] as const).flatMap((part) =>
          fieldsBelow(plan, `rhythm.${part}`),
        ),
      ]),
    ],
  };
}

/** Step 6 in print: who sees what, what is asked, how long it is kept. */
export function privacySection(plan: ProgramPlan, source: string): Section {
  const asked = askedMinutes(plan, source);
  return {
    id: 'privacy',
    title: text('step.privacy'),
    blocks: [
      factsOf(plan, [
        'privacy.least',
        'privacy.leastHr',
        'privacy.groups',
        'privacy.commentReaders',
        ...fieldsBelow(plan, 'privacy.keep'),
        ...fieldsBelow(plan, 'privacy.cap'),
      ]),
      ...surveyTable(plan),
      ...(asked ? ([{ kind: 'paragraph', text: asked.sentence }, asked.figure] as const) : []),
    ],
  };
}

function surveyTable({ privacy }: ProgramPlan): Block[] {
  return planTable(
    'surveys',
    'plandoc.surveys',
    ['survey', 'wave', 'day', 'promise', 'instruments', 'mentee', 'mentor'],
    privacy.surveys.map(({ name, wave, on, promise, instruments, minutes }) => [
      name,
      waveText(wave),
      on === undefined ? text('plan-value.not-said') : dayText(on),
      wordOr(`plan-value.${promise}`, promise),
      listed(instruments),
      plainNumber(minutes.mentee, 0),
      plainNumber(minutes.mentor, 0),
    ]),
  );
}

/** Step 7 in print: when data end, when results are looked at, who is asked later. */
export function looksSection(plan: ProgramPlan): Section {
  return {
    id: 'looks',
    title: text('step.looks'),
    blocks: [factsOf(plan, ['looks.cutoff', 'looks.look', 'looks.followUps', 'looks.seed'])],
  };
}
