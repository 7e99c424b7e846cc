import { type SeenOutcome, type UnseenOutcome, canWeSeeIt } from '#evaluation/program/can-we-see-it.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import type { FigureBlock } from '../document.ts';
import { PLANNING_FIGURES } from '../figures/registry.ts';
import {
  aboutPeople,
  amountText,
  chanceText,
  reachText,
  setText,
  severalText,
  visibleName,
  visibleUnit,
} from '../planning/detect-words.ts';
import { text } from '../text/text.ts';
import { missedInTen } from './problem-text.ts';

/** What a plan could see of one outcome, in words and as a picture; without a picture where nothing can be said yet. */
export interface SeeRow {
  readonly outcome: string;
  readonly role: SeenOutcome['role'];
  readonly roleName: string;
  readonly sight: SeenOutcome['sight'] | 'unknown';
  readonly sentence: string;
  /** P16 with its table twin. */
  readonly figure: FigureBlock | null;
}

/** What a program could show, outcome by outcome; or the sentence why there is nothing to see. */
export function seeRows(
  plan: ProgramPlan,
  source: string,
): { readonly rows: readonly SeeRow[] } | { readonly sentence: string } {
  const seen = canWeSeeIt(plan);
  if ('lacks' in seen) return { sentence: text(`see.lacks.${seen.lacks}`) };
  return { rows: seen.rows.map((row) => ('lacks' in row ? notSeen(row) : seenRow(row, source))) };
}

function notSeen({ outcome, role, lacks }: UnseenOutcome): SeeRow {
  const name = outcome.label ?? outcome.outcome;
  return {
    outcome: outcome.outcome,
    role,
    roleName: text(`see.role.${role}`),
    sight: 'unknown',
    sentence: text('plan-problem.outcome-lacks', { outcome: name, lacks }),
    figure: null,
  };
}

function seenRow(row: SeenOutcome, source: string): SeeRow {
  const { outcome, role, sight, visible } = row;
  return {
    outcome: outcome.outcome,
    role,
    roleName: text(`see.role.${role}`),
    sight,
    sentence: seeSentence(row),
    figure: PLANNING_FIGURES['what-could-we-see'](visible, `${role}-${fileName(outcome.outcome)}`, source),
  };
}

/** What would be seen, how often it would be missed, and how many people it would take. */
export function seeSentence({ visible, sight }: SeenOutcome): string {
  const { expected, outcome, detectable, chances, needed } = visible;
  const kind = expected.kind === 'share' ? 'prop' : 'mean';
  const share = expected.kind === 'share' ? setText(visible, expected.share.value) : '';
  const values = {
    name: visibleName(visible),
    unit: visibleUnit(visible),
    share,
    matters: setText(visible, outcome.matters),
    some: chanceText(chances[0]!.some),
    detectable: detectable === null ? '' : amountText(visible, detectable),
    reach: detectable === null ? '' : reachText(visible, detectable),
    moved: reachText(visible, outcome.matters),
    better: outcome.better,
    missed: missedInTen(chances[0]!.some),
    participants: aboutPeople(needed[0]),
    comparison: aboutPeople(needed[1]),
  };
  return [
    text(detectable === null ? 'see.prop.never' : `see.${kind}`, values),
    sight === 'enough' ? text('see.good') : text(`see.miss.${kind}`, values),
    ...severalText(visible),
    ...(sight === 'kept' ? [text('see.kept')] : []),
  ].join(' ');
}

function fileName(outcome: string): string {
  return outcome.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'outcome';
}
