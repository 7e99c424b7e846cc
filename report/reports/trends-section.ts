import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownPulse, ShownTrends } from '#evaluation/views/shown-views.ts';
import type { Block, Section, TableBlock } from '../document.ts';
import { plainNumber, signedNumber } from '../figures/amounts.ts';
import { flagSentences, pulseAlarms } from '../sentences/alarm-sentences.ts';
import { missingText } from '../sentences/missing-text.ts';
import { scaleName } from '../sentences/scale-name.ts';
import { waveText } from '../sentences/wave-text.ts';
import { text } from '../text/text.ts';

/** Trends and alarms while the program ran, each with how often chance alone raises it, or why there is none. Absent when no file records any of it. */
export function trendsSection({ trends }: ShownEvaluation): Section[] {
  const { pulses, flags } = trends;
  const recorded = [pulses, flags].some((one) => !('reason' in one) || one.reason !== 'not-recorded');
  if (!recorded) return [];
  return [
    {
      id: 'trends-and-alarms',
      title: text('report.trends', {}),
      blocks: [
        { kind: 'lead', text: text('report.trends.lead', {}) },
        { kind: 'heading', text: text('report.trends.pulses', {}) },
        ...pulseBlocks(pulses),
        { kind: 'heading', text: text('report.trends.flags', {}) },
        ...flagBlocks(flags),
      ],
    },
  ];
}

function pulseBlocks(pulses: ShownTrends['pulses']): Block[] {
  if ('reason' in pulses)
    return [{ kind: 'paragraph', text: text('report.trends.refused', { why: missingText(pulses) }) }];
  const alarms = pulses.trends.flatMap(pulseAlarms);
  const judged = pulses.trends.flatMap(({ later }) => later.filter(({ step }) => !('reason' in step)));
  const said: Block =
    alarms.length > 0
      ? { kind: 'list', items: alarms }
      : {
          kind: 'paragraph',
          text: text('alarm.pulse.none', { scales: pulses.statements, waves: judged.length }),
        };
  return [said, { kind: 'small', text: text('alarm.pulse.rate', {}) }, pulseTable(pulses.trends)];
}

function pulseTable(trends: readonly ShownPulse[]): TableBlock {
  const keys = ['scale', 'group', 'wave', 'answered', 'agree', 'in-100-more', 'low', 'high', 'says'] as const;
  const blank = text('figures.not-shown', {});
  const share = (value: number) => signedNumber(Number((100 * value).toPrecision(12)), 0);
  return {
    kind: 'table',
    id: 'table-trends-pulses',
    caption: text('report.trends.table', {}),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align:
        key === 'scale' || key === 'group' || key === 'wave' || key === 'says'
          ? ('start' as const)
          : ('end' as const),
    })),
    rows: trends.flatMap((trend) =>
      trend.later.map(({ wave, n, agree, step }) => {
        const missing = 'reason' in step;
        const range = missing ? null : step.range;
        return [
          scaleName(trend.scale, trend.about),
          text(`report.trends.${trend.who}`, {}),
          waveText(wave),
          n === null ? blank : plainNumber(n, 0),
          agree === null ? blank : plainNumber(agree, 0),
          missing || step.estimate === null ? blank : share(step.estimate),
          range === null ? blank : share(range[0]),
          range === null ? blank : share(range[1]),
          missing ? missingText(step) : text('alarm.says', { alarm: step.alarm }),
        ];
      }),
    ),
    note: text('report.trends.note', {}),
  };
}

function flagBlocks(flags: ShownTrends['flags']): Block[] {
  if ('reason' in flags)
    return [{ kind: 'paragraph', text: text('report.trends.refused', { why: missingText(flags) }) }];
  const { variation, gaps, notKnown } = flags;
  return [
    { kind: 'list', items: flagSentences(flags) },
    {
      kind: 'small',
      text: text('alarm.flags.how', { variation: plainNumber(variation, 2), gaps, notKnown }),
    },
  ];
}
