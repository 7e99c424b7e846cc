import type { PlanProblem } from '#evaluation/program/problems/plan-problem.ts';
import { registeredMeasure } from '#evaluation/program/measure-kinds.ts';
import { dayText } from '../figures/source-line.ts';
import { text } from '../text/text.ts';
import { programWord, wordOr } from './program-word.ts';

const DAYS = new Set(['from', 'to', 'cutoff', 'look', 'ends']);
const ROLES = new Set(['role', 'one', 'other']);

/** What is missing from a plan or wrong in it, and what would put it right. */
export function problemText({ key, values }: PlanProblem): string {
  const shown = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value];
    if (DAYS.has(name)) return [name, dayText(value)];
    if (ROLES.has(name)) return [name, wordOr(`role.${value}`, value)];
    if (name === 'measure' && registeredMeasure(value)) return [name, programWord(`measure.${value}.name`)];
    return [name, value];
  });
  const { chance } = values;
  const missed = typeof chance === 'number' ? { missed: missedInTen(chance) } : {};
  return text(`plan-problem.${key}`, { ...Object.fromEntries(shown), ...missed });
}

/** How often in ten something is missed that is seen with a chance; never never. */
export function missedInTen(chance: number): number {
  return Math.min(10, Math.max(1, Math.round((1 - chance) * 10)));
}
