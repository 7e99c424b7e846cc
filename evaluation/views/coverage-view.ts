import { mergedGroups } from '../disclosure/merged-groups.ts';
import type { PeopleRoster, ProgramColumns } from '../study/program-columns.ts';
import type { ScoreRows } from '../study/rows.ts';
import { wavesInOrder } from '../study/waves.ts';
import { askedAt } from './asked-at.ts';
import type { GroupPaths } from './group-paths.ts';

/** Who was asked, who answered, who counts, per wave and role (picture P15). */
export interface CoverageView {
  readonly who: 'mentees' | 'mentors';
  readonly wave: string;
  readonly asked: number;
  /** By the roster; without one, those who count. */
  readonly answered: number;
  /** People with at least one score. */
  readonly counted: number;
  /** True when a roster says who was asked; else everybody ever enrolled counts as asked. */
  readonly onRoster: boolean;
  /** Planned groups that answered clearly less often than the others of the role; merged ones together. */
  readonly lagging: readonly (readonly (readonly string[])[])[];
}

/** A group is named from so many people on, when its share lies so far below that of the others. */
const LEAST_GROUP = 20;
const FAR_BELOW = 0.15;

/**
 * Everybody asked, wave by wave, mentees first.
 *
 * @param afterMeetings instruments that follow a meeting: whoever answers those answers no survey of a wave
 */
export function coverageViews(
  enrolled: PeopleRoster,
  scores: ScoreRows | undefined,
  roster: ProgramColumns['roster'] | undefined,
  groups: GroupPaths | null,
  afterMeetings: ReadonlySet<string>,
): CoverageView[] {
  const answeredAt = new Map<string, Set<string>>();
  for (let i = 0; i < (scores?.count ?? 0); i++) {
    if (Number.isNaN(scores!.score[i]!) || scores!.person[i] === '') continue;
    if (afterMeetings.has(scores!.instrument[i]!)) continue;
    const people = answeredAt.get(scores!.wave[i]!);
    if (people) people.add(scores!.person[i]!);
    else answeredAt.set(scores!.wave[i]!, new Set([scores!.person[i]!]));
  }
  const waves = wavesInOrder([...answeredAt.keys(), ...(roster?.wave ?? [])]);
  return ([0, 1] as const).flatMap((role) => {
    const people = enrolled.person.filter((_, i) => enrolled.role[i] === role);
    return waves.flatMap((wave) => {
      const known = answeredAt.get(wave) ?? new Set<string>();
      const counted = people.reduce((sum, person) => sum + (known.has(person) ? 1 : 0), 0);
      const { asked, answered } = askedAt(roster, enrolled, wave, role);
      // Without a roster a wave that nobody of the role answered was perhaps not theirs.
      if (asked === 0 || (answered === null && counted === 0)) return [];
      return [
        {
          who: role === 1 ? ('mentors' as const) : ('mentees' as const),
          wave,
          asked,
          answered: answered ?? counted,
          counted,
          onRoster: answered !== null,
          lagging: groups ? laggingGroups(groups, people, known) : [],
        },
      ];
    });
  });
}

function laggingGroups(
  groups: GroupPaths,
  people: readonly string[],
  known: ReadonlySet<string>,
): CoverageView['lagging'] {
  const counts = groups.paths.map(() => ({ all: 0, answered: 0 }));
  for (const person of people) {
    const count = counts[groups.groupOf(person)]!;
    count.all++;
    if (known.has(person)) count.answered++;
  }
  const answered = counts.reduce((sum, count) => sum + count.answered, 0);
  const present = groups.paths
    .map((path, i) => ({ path, i, counts: [counts[i]!.all] }))
    .filter(({ i }) => counts[i]!.all > 0);
  return mergedGroups(present, LEAST_GROUP).flatMap((members) => {
    const own = members.map((m) => counts[present[m]!.i]!);
    const all = own.reduce((sum, count) => sum + count.all, 0);
    const has = own.reduce((sum, count) => sum + count.answered, 0);
    const others = people.length - all;
    const below = (answered - has) / others - has / all;
    return below >= FAR_BELOW ? [members.map((m) => present[m]!.path)] : [];
  });
}
