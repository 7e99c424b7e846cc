import type { DesignId } from '#evaluation/plan/plan.ts';
import { text } from '../text/text.ts';
import type { Who } from './marks.tsx';

/** The name of a group in keys, tables and boxes, as the design permits to call it. */
export function groupName(
  design: DesignId,
  who: 'mentees' | 'mentors',
  arm: 'participants' | 'comparison',
): string {
  return text('figures.group', { comparison: comparisonKind(design), who, arm });
}

/** What comparison people are to participants: not drawn, still waiting, similar, simply other, or nobody at all. */
export function comparisonKind(design: DesignId): 'drawn' | 'waiting' | 'similar' | 'other' | 'nobody' {
  if (design === 'lottery') return 'drawn';
  if (design === 'waiting-list') return 'waiting';
  if (design === 'matched' || design === 'weighted') return 'similar';
  return design === 'before-after-comparison' ? 'other' : 'nobody';
}

/** Whose mark stands for a group: mentors have their own, comparison people share one. */
export function markOf(who: 'mentees' | 'mentors', arm: 'participants' | 'comparison'): Who {
  return arm === 'participants' && who === 'mentors' ? 'mentors' : arm;
}
