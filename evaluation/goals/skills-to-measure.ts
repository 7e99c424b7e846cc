import type { GoalRows } from '../study/program-rows.ts';
import type { ScoreRows } from '../study/rows.ts';
import { isActivity } from './goal-progress.ts';

/** Activities, and those whose skill nobody measures, by row of the goals. */
export interface Activities {
  /** 1 where the goal counts something done and no level. */
  readonly isActivity: Uint8Array;
  /** 1 where it is an activity and no score speaks of its area: somebody should ask for the skill too. */
  readonly lacksSkill: Uint8Array;
}

/** Which goals are activities, and of which of them no scale bears the name of their growth area, whatever its case. */
export function activitiesAmong(goals: GoalRows, scores: ScoreRows | undefined): Activities {
  const scales = new Set((scores?.scale ?? []).map(plain));
  const activities = Uint8Array.from(goals.pair, (_, goal) => (isActivity(goals, goal) ? 1 : 0));
  return {
    isActivity: activities,
    lacksSkill: activities.map((is, goal) => (is === 1 && !scales.has(plain(goals.area[goal]!)) ? 1 : 0)),
  };
}

/** Names are compared without case, spaces and dashes: `Giving talks` is `giving-talks`. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}
