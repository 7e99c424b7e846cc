import type { Plan } from '../plan/plan.ts';
import type { EndCounts, ProgramCounts } from '../program-counts.ts';
import { floorOf } from './floors.ts';

/** Counts of people and pairs through the door: whole roles only, and kinds of endings below the floor joined with those of which nobody said how. */
export function disclosedCounts(counts: ProgramCounts, plan: Plan): ProgramCounts | null {
  const need = floorOf(plan, 'survey');
  if (counts.mentees + counts.mentors < need) return null;
  return {
    ...counts,
    menteesBy: joined(counts.menteesBy, need),
    mentorsBy: joined(counts.mentorsBy, need),
    pairs: joined(counts.pairs, need),
  };
}

/** Endings of fewer people than the floor are counted as `unsaid`; that never leaves one kind alone to be found by subtraction. */
function joined(counts: EndCounts | null, need: number): EndCounts | null {
  if (counts === null || counts.all < need) return null;
  const kinds = ['completed', 'early', 'movedOn'] as const;
  const few = kinds.filter((kind) => counts[kind] > 0 && counts[kind] < need);
  if (few.length === 0 && (counts.unsaid === 0 || counts.unsaid >= need)) return counts;
  let unsaid = counts.unsaid + few.reduce((sum, kind) => sum + counts[kind], 0);
  const kept = { ...counts };
  for (const kind of few) kept[kind] = 0;
  if (unsaid < need) {
    const next = kinds.filter((kind) => kept[kind] > 0).toSorted((a, b) => kept[a] - kept[b])[0];
    if (next === undefined) return null;
    unsaid += kept[next];
    kept[next] = 0;
  }
  return { ...kept, unsaid, joined: true };
}
