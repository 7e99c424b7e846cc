import type { FlowStep, ShownEvaluation } from '#evaluation/evaluation.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { leftOutText } from '../sentences/left-out-text.ts';
import { text } from '../text/text.ts';
import { plainNumber } from './amounts.ts';
import { figureBlock } from './figure-block.tsx';
import { groupName } from './group-names.ts';
import { joinedReasons } from './joined-reasons.ts';
import type { JoinedReason } from './joined-reasons.ts';
import { flowDrawing } from './flow-drawing.tsx';
import type { FlowBox } from './flow-drawing.tsx';
import { sourceLine } from './source-line.ts';

/** Between which steps a reason takes people out: it stands beside the arrow that leads to this step. */
const STEP_OF_REASON: Readonly<Record<string, FlowStep['step']>> = {
  'no-similar-person': 'compared',
  'not-chosen-as-similar': 'compared',
  'stratum-without-draw': 'compared',
  'late-baseline': 'known',
  'outcome-not-known': 'known',
};

/** Reasons that have a name of their own in the catalogue. */
/** P07: who is counted, from the file to the result. */
export function p07Flow(shown: ShownEvaluation): FigureBlock {
  const boxes = boxesOf(shown);
  const last = shown.study.flow.at(-1);
  const title = last
    ? text('p07.title', { people: shown.study.people, known: last.participants + last.comparison })
    : text('p07.title.people', { people: shown.study.people });
  return figureBlock({
    id: 'P07',
    name: 'P07-who-is-counted',
    title,
    subtitle: text('p07.subtitle', {}),
    description: text('p07.description', {
      finding: title,
      steps: boxes.map((box) => box.lines.join(', ')).join('; '),
    }),
    source: sourceLine(shown),
    n: shown.study.people,
    table: twinOf(shown),
    draw: (pen) => flowDrawing(pen, boxes),
  });
}

function boxesOf(shown: ShownEvaluation): FlowBox[] {
  const reasons = joinedReasons(shown.study.leftOut);
  return shown.study.flow.map((step, i) => ({
    title: text(`p07.step.${step.step}`, {}),
    lines: countLines(shown, step),
    reasons: reasons.filter((reason) => stepOf(reason, shown) === step.step && i > 0).map(reasonText),
  }));
}

function stepOf(reason: JoinedReason, shown: ShownEvaluation): FlowStep['step'] {
  const known = STEP_OF_REASON[reason.reason];
  if (known) return known;
  return shown.study.flow[1]?.step ?? 'eligible';
}

function reasonText(reason: JoinedReason): string {
  return text('p07.reason-count', { reason: leftOutText(reason.reason), n: reason.n });
}

function countLines(shown: ShownEvaluation, step: FlowStep): string[] {
  const arms =
    shown.plan.design === 'opinions' || shown.plan.design === 'before-after'
      ? ['participants']
      : ['participants', 'comparison'];
  return (arms as ('participants' | 'comparison')[]).map((arm) =>
    text('p07.count', { group: groupName(shown.plan.design, 'mentees', arm), n: step[arm] }),
  );
}

function twinOf(shown: ShownEvaluation): TableBlock {
  const keys = ['step', 'participants', 'comparison', 'reason', 'n'] as const;
  const none = text('figures.none', {});
  const whole = (value: number) => plainNumber(value, 0);
  return {
    kind: 'table',
    id: 'table-P07-who-is-counted',
    caption: text('p07.table', {}),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: key === 'step' || key === 'reason' ? 'start' : 'end',
    })),
    rows: [
      ...shown.study.flow.map((step) => [
        text(`p07.step.${step.step}`, {}),
        whole(step.participants),
        whole(step.comparison),
        none,
        whole(step.participants + step.comparison),
      ]),
      ...joinedReasons(shown.study.leftOut).map((reason) => [
        text('p07.left-out', {}),
        whole(reason.participants),
        whole(reason.comparison),
        leftOutText(reason.reason),
        whole(reason.n),
      ]),
    ],
    note: null,
  };
}
