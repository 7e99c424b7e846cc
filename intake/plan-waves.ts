import type { Plan, PlannedOutcome } from '#evaluation/plan/plan.ts';
import { dayFromIso } from '#evaluation/study/day.ts';
import { wavesInOrder } from '#evaluation/study/waves.ts';
import { plannedOutcomes } from './plan-columns.ts';
import type { PlanWords } from './plan-words.ts';
import { WAVE } from './wave.ts';

/** What the dates of a plan's waves say against each other, and against the look and the last day of data. */
export function waveProblems(plan: Plan): PlanWords[] {
  const waves = Object.entries(plan.waves ?? {});
  const unreadable = waves.flatMap(([wave, date]) => unreadableWave(wave, date));
  if (unreadable.length > 0) return unreadable;
  return [
    ...disordered(plan.waves ?? {}),
    ...plannedOutcomes(plan).flatMap((outcome) => early(plan, outcome)),
  ];
}

function unreadableWave(wave: string, date: string): PlanWords[] {
  if (!WAVE.test(wave))
    return [
      {
        field: `waves.${wave}`,
        value: JSON.stringify(date),
        problem: `\`${wave}\` is not a wave.`,
        cure: 'Write before, during1, …, after, or followup6, ….',
      },
    ];
  if (dayFromIso(date) !== undefined) return [];
  return [
    {
      field: `waves.${wave}`,
      value: JSON.stringify(date),
      problem: `\`waves.${wave}\` is ${JSON.stringify(date)}, which is not a day that exists, as YYYY-MM-DD.`,
      cure: 'Write a day that exists, as YYYY-MM-DD.',
    },
  ];
}

function disordered(waves: Readonly<Record<string, string>>): PlanWords[] {
  const order = wavesInOrder(Object.keys(waves));
  return order.slice(1).flatMap((wave, i): PlanWords[] => {
    const earlier = order[i]!;
    if (waves[earlier]! <= waves[wave]!) return [];
    return [
      {
        field: `waves.${wave}`,
        value: JSON.stringify(waves[wave]),
        problem: `The wave \`${wave}\` is on ${waves[wave]!}, before the wave \`${earlier}\` on ${waves[earlier]!}.`,
        cure: 'Correct one of the two dates.',
      },
    ];
  });
}

/** The look, and the last day of data, must not come before the wave that an outcome is read from. */
function early(plan: Plan, { outcome, wave = 'after' }: PlannedOutcome): PlanWords[] {
  const on = plan.waves?.[wave];
  if (on === undefined) return [];
  return (['look', 'cutoff'] as const)
    .filter((field) => plan[field] < on)
    .map((field) => ({
      field,
      value: JSON.stringify(plan[field]),
      problem: `\`${field}\` is ${plan[field]}, before the wave \`${wave}\` on ${on}, from which \`${outcome}\` is read.`,
      cure: `Put \`${field}\` on ${on} or later.`,
    }));
}
