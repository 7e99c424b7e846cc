import type { PeopleRoster } from '../study/program-columns.ts';
import type { RosterRows } from '../study/program-rows.ts';

/** Who should have answered at a wave. */
export interface AskedAtWave {
  readonly asked: number;
  /** As the roster counts them; null when no roster speaks of this wave. */
  readonly answered: number | null;
}

/** The people of a role who were asked at a wave: by the roster, else everybody ever enrolled. */
export function askedAt(
  roster: RosterRows | undefined,
  enrolled: PeopleRoster,
  wave: string,
  role: 0 | 1,
): AskedAtWave {
  let [asked, answered] = [0, 0];
  for (let i = 0; i < (roster?.count ?? 0); i++) {
    if (roster!.wave[i] !== wave || roster!.role[i] !== role) continue;
    asked += roster!.asked[i]!;
    answered += roster!.answered[i]!;
  }
  if (asked > 0) return { asked, answered };
  return { asked: enrolled.role.reduce((sum, r) => sum + (r === role ? 1 : 0), 0), answered: null };
}
