import { burden, programMonths } from '#evaluation/program/burden.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import type { FigureBlock } from '../document.ts';
import { minutesText } from '../figures/minutes-text.ts';
import { PLAN_FIGURES } from '../figures/registry.ts';
import { text } from '../text/text.ts';

/** What a program asks of people: a sentence, and P20 with its table twin; null where days or rhythm are not known. */
export function askedMinutes(
  plan: ProgramPlan,
  source: string,
): { readonly sentence: string; readonly figure: FigureBlock } | null {
  const [roles, months] = [burden(plan), programMonths(plan)];
  if (!roles || months === undefined) return null;
  const total = (wanted: 'mentee' | 'mentor'): string =>
    minutesText(roles.find(({ role }) => role === wanted)!.total);
  return {
    sentence: text('burden.sentence', { months, mentee: total('mentee'), mentor: total('mentor') }),
    figure: PLAN_FIGURES['what-do-we-ask']({ months, roles }, source),
  };
}
