import type { ProgramOutcome, ProgramPlan } from '#evaluation/program/program-plan.ts';
import { programOutcomes } from '#evaluation/program/measures-on.ts';
import { fromRecords } from '#evaluation/program/problems/success-problems.ts';
import { decimalsOf, plainNumber } from '../figures/amounts.ts';
import { dayText } from '../figures/source-line.ts';
import { listed } from '../text/listed.ts';
import { inHundred } from '../text/numbers.ts';
import { hasText, text } from '../text/text.ts';
import { wordOr } from './program-word.ts';

/** Lists whose parts are named in a path. */
const NAMED =
  /^(purpose\.objectives|purpose\.kpis|success\.measures|success\.also|success\.watchOuts|privacy\.surveys|expected\.outcomes)(?:\.([^.]+))?/;
const OUTCOMES = /^success\.(primary|also|watchOuts|negativeControl)(?=\.|$)/;

/** The name of a field of a plan, by its path; parts of lists by their own names in one of the plans. */
export function fieldText(field: string, plans: readonly ProgramPlan[]): string {
  const [list, part] = NAMED.exec(field)?.slice(1) ?? [];
  const role = OUTCOMES.exec(field)?.[1];
  const plain = part === undefined ? field : `${list!}${field.slice(`${list!}.${part}`.length)}`;
  const order = list !== undefined && part === undefined && list !== 'expected.outcomes' ? '.order' : '';
  const key = `plan-field.${plain.replace(OUTCOMES, 'success.outcome')}${order}`;
  const named =
    role === 'primary' || role === 'negativeControl' ? outcomeOf(role, plans) : partName(list, part, plans);
  if (hasText(key)) return text(key, { part: named, role: role ?? '' });
  // A column of the scope, or a whole that has no words of its own: the nearest whole that has.
  const above = field.slice(0, field.lastIndexOf('.'));
  if (!field.includes('.')) throw new RangeError(`fieldText: ${field} is no field of a plan`);
  return fieldText(above, plans);
}

function outcomeOf(role: 'primary' | 'negativeControl', plans: readonly ProgramPlan[]): string {
  const found = plans.flatMap(({ success }) => success[role] ?? [])[0];
  return found?.label ?? found?.outcome ?? '';
}

/** How people know a part of a list: the newest plan that has it says. */
function partName(list: string | undefined, part: string | undefined, plans: readonly ProgramPlan[]): string {
  if (list === undefined || part === undefined) return '';
  if (list === 'success.measures') return wordOr(`measure.${part}.name`, part);
  const named = plans.toReversed().flatMap((plan) => {
    const { purpose, success, privacy } = plan;
    const byId: Readonly<Record<string, readonly (readonly [id: string, name: string | undefined])[]>> = {
      'purpose.objectives': purpose.objectives.map(({ id, words }) => [id, words]),
      'purpose.kpis': purpose.kpis.map(({ id, name }) => [id, name]),
      'privacy.surveys': privacy.surveys.map(({ id, name }) => [id, name]),
    };
    const all = byId[list] ?? programOutcomes(success).map(({ outcome, label }) => [outcome, label] as const);
    return all.filter(([id]) => id === part).flatMap(([, name]) => name ?? []);
  });
  return named[0] ?? part;
}

const SHARES = /^expected\.(answered|comparisonAnswered|outcomes\.[^.]+\.share)$/;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What stands in a field, as people read it. */
export function valueText(field: string, value: unknown, plans: readonly ProgramPlan[]): string {
  if (value === undefined || value === '') return text('plan-value.nothing');
  if (typeof value === 'boolean') return text(value ? 'plan-value.yes' : 'plan-value.no');
  if (typeof value === 'number') return numberText(field, value, plans);
  if (typeof value === 'string') return codeText(field, value);
  if (Array.isArray(value)) {
    const parts = value.map((one) => valueText(field, one, plans));
    if (parts.length === 0) return text('plan-value.nothing');
    // Whole sentences stand one after the other; names are a list.
    return parts.every((one) => /[.!?]$/.test(one)) ? parts.join(' ') : listed(parts);
  }
  return partText(value as Readonly<Record<string, unknown>>);
}

function numberText(field: string, value: number, plans: readonly ProgramPlan[]): string {
  const outcome = OUTCOMES.test(field) && field.endsWith('.matters') ? outcomeAt(field, plans) : undefined;
  if (outcome) return mattersText({ ...outcome, matters: value });
  if (SHARES.test(field)) return text('plan-value.in-100', { value: inHundred(value) });
  return field === 'looks.seed' ? String(value) : plainNumber(value, decimalsOf([value]));
}

/** What matters in an outcome, with its unit. */
export function mattersText({ measure, matters, unit }: ProgramOutcome): string {
  if (fromRecords(measure)) return text('plan-value.in-100', { value: inHundred(matters) });
  return text('plan-value.points', {
    value: plainNumber(matters, decimalsOf([matters])),
    unit: unit ?? 'points',
  });
}

function outcomeAt(field: string, plans: readonly ProgramPlan[]): ProgramOutcome | undefined {
  const [, list, part] = field.split('.');
  return plans
    .toReversed()
    .flatMap(({ success }) =>
      list === 'primary' || list === 'negativeControl'
        ? (success[list] ?? [])
        : programOutcomes(success).filter(({ outcome }) => outcome === part),
    )[0];
}

/** Own words stay as they are; days, designs, measures and other codes are said. */
function codeText(field: string, value: string): string {
  if (ISO_DAY.test(value)) return dayText(value);
  const last = field.slice(field.lastIndexOf('.') + 1);
  if (last === 'measure' || last === 'measures') return wordOr(`measure.${value}.name`, value);
  if (last === 'design') return wordOr(`design.${value}`, value);
  return CODED.has(last) ? wordOr(`plan-value.${value}`, value) : value;
}

const CODED = new Set(['offered', 'usual', 'promise', 'better', 'who', 'fallback']);

/** A whole part of a list by what names it. */
function partText(part: Readonly<Record<string, unknown>>): string {
  if (typeof part['gate'] === 'string') return gateText(part['gate'], String(part['at']));
  if (typeof part['role'] === 'string')
    return text('plan-value.holder', { name: String(part['name']), role: roleText(part['role']) });
  const named = part['words'] ?? part['label'] ?? part['name'];
  if (typeof named === 'string') return named;
  const { measure } = part;
  return typeof measure === 'string' ? wordOr(`measure.${measure}.name`, measure) : JSON.stringify(part);
}

/** An ethics gate and when it is due. */
export function gateText(gate: string, at: string): string {
  return text('plan-value.gate', {
    gate: wordOr(`plan-value.${gate}`, gate),
    at: wordOr(`plan-value.${at}`, at),
  });
}

/** A role in words. */
export function roleText(role: string): string {
  return wordOr(`role.${role}`, role);
}
