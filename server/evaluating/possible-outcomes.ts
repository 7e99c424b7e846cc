import { scoredRows } from '#evaluation/instruments/score-answers.ts';
import { EVENT_KINDS, type StudyRows } from '#evaluation/study/rows.ts';
import type { PossibleOutcome } from './reading.ts';

/** Outcomes that are counted from events, with the kind of event that must be on file. */
const FROM_EVENTS: readonly (readonly [outcome: string, kind: (typeof EVENT_KINDS)[number]])[] = [
  ['promotion', 'promotion'],
  ['opportunities', 'opportunity'],
  ['retention', 'exit'],
];

/** What the rows could be asked about: events that happened, and scales that were asked after the start. */
export function possibleOutcomes(rows: StudyRows): PossibleOutcome[] {
  const counted = FROM_EVENTS.filter(([, kind]) => rows.events.kind.includes(EVENT_KINDS.indexOf(kind)));
  const { scores } = scoredRows(rows).rows;
  const scales = new Map<string, Set<string>>();
  for (let i = 0; i < scores.count; i++) {
    const wave = scores.wave[i]!;
    if (wave.startsWith('before')) continue;
    const waves = scales.get(scores.scale[i]!);
    if (waves === undefined) scales.set(scores.scale[i]!, new Set([wave]));
    else waves.add(wave);
  }
  return [
    ...counted.map(([outcome]) => ({ outcome, waves: [] })),
    ...[...scales].map(([outcome, waves]) => ({ outcome, waves: [...waves].sort() })),
  ];
}
