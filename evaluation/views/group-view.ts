import { clusteredMean } from '#stats/means/clustered-mean.ts';
import { mergedGroups } from '../disclosure/merged-groups.ts';
import { alikeCount } from '../effect/alike-count.ts';
import { meanRange } from '../effect/ranges.ts';
import type { Range } from '../finding.ts';
import type { PeopleRoster } from '../study/program-columns.ts';
import type { ScoreRows } from '../study/rows.ts';
import { type AskedScale, askedScales } from './asked-scales.ts';
import type { GroupPaths } from './group-paths.ts';
import { overEnrolled } from './people-enrolled.ts';

/** Where planned groups of one role differ from everybody of it (picture P12). */
export interface GroupView {
  readonly who: 'mentees' | 'mentors';
  readonly dimensions: readonly string[];
  /** Level of each cell's range: 1 − 0.05 ÷ number of cells. */
  readonly level: number;
  /** The groups, merged ones together, by the levels of the dimensions. */
  readonly groups: readonly (readonly (readonly string[])[])[];
  readonly scales: readonly {
    readonly scale: string;
    readonly about: AskedScale['about'];
    readonly wave: string;
    readonly ends: Range;
    readonly n: number;
    readonly overall: number;
    /** How many of all share one value, where more than half do. */
    readonly alike: number;
    /** Half the width of the band around the overall value that counts as alike. */
    readonly band: number;
  }[];
  /** A row per group, a cell per scale. */
  readonly cells: readonly (readonly GroupCell[])[];
}

/** A group on a scale, in points. */
export interface GroupCell {
  readonly n: number;
  readonly value: number;
  readonly range: Range | null;
  readonly differs: 'above' | 'below' | 'no';
  /** How many of the n share one value, where more than half do. */
  readonly alike: number;
}

/** Cells with fewer people could show no mean (trust 3.2), and below twenty none may be judged. */
const LEAST_CELL = 10;
const LEAST_JUDGED = 20;
/** A twentieth of a scale, 0.2 points of 1 to 5: what plans set to matter. */
const BAND_OF_SCALE = 0.05;
/** How often any cell of one table may stand out by chance. */
const BY_CHANCE = 0.05;

interface Column {
  readonly asked: AskedScale;
  readonly wave: string;
  readonly ends: Range;
  readonly people: readonly { readonly value: number; readonly cluster: number; readonly group: number }[];
}

/**
 * The means of planned groups on every scale that the role was asked, at its last wave, each against everybody's mean.
 *
 * @param need least people that a plan asks for behind a figure
 * @param leftOut scales that are outcomes of the plan: subgroups of those are judged by the difference of effects
 */
export function groupViews(
  scores: ScoreRows,
  enrolled: PeopleRoster,
  groups: GroupPaths,
  need: number,
  leftOut: ReadonlySet<string>,
): GroupView[] {
  const scales = askedScales(scores, enrolled).filter(({ scale }) => !leftOut.has(scale));
  return ([0, 1] as const).flatMap((role) => {
    const columns = scales
      .filter((asked) => asked.role === role)
      .flatMap((asked) => columnOf(asked, scores, enrolled, groups));
    return tableOf(columns, groups, role, Math.max(need, LEAST_CELL));
  });
}

function columnOf(
  asked: AskedScale,
  scores: ScoreRows,
  enrolled: PeopleRoster,
  groups: GroupPaths,
): Column[] {
  const { ends } = asked;
  const last = asked.waves.at(-1);
  if (ends === null || !last) return [];
  const { values, clusters } = overEnrolled(enrolled, asked.role, scores, last.rows, ends);
  const names = enrolled.person.filter((_, i) => enrolled.role[i] === asked.role);
  const people = names.flatMap((person, i) =>
    Number.isNaN(values[i]!)
      ? []
      : [{ value: values[i]!, cluster: clusters[i]!, group: groups.groupOf(person) }],
  );
  return [{ asked, wave: last.wave, ends, people }];
}

function tableOf(columns: readonly Column[], groups: GroupPaths, role: 0 | 1, need: number): GroupView[] {
  // A scale that too few answered for two groups would pull all groups together.
  const kept = columns.filter(({ people }) => people.length >= 2 * need);
  if (kept.length === 0) return [];
  const counts = groups.paths.map((path, group) => ({
    path,
    group,
    counts: kept.map(({ people }) => people.filter((person) => person.group === group).length),
  }));
  const present = counts.filter((one) => one.counts.some((n) => n > 0));
  const merged = mergedGroups(present, need);
  if (merged.length === 0) return [];
  const level = 1 - BY_CHANCE / (merged.length * kept.length);
  const scales = kept.map(({ asked, wave, ends, people }) => ({
    scale: asked.scale,
    about: asked.about,
    wave,
    ends,
    n: people.length,
    overall: people.reduce((sum, { value }) => sum + value, 0) / people.length,
    alike: alikeCount(people.map(({ value }) => value)),
    band: BAND_OF_SCALE * (ends[1] - ends[0]),
  }));
  return [
    {
      who: role === 1 ? 'mentors' : 'mentees',
      dimensions: groups.dimensions,
      level,
      groups: merged.map((members) => members.map((m) => present[m]!.path)),
      scales,
      cells: merged.map((members) => {
        const inside = new Set(members.map((m) => present[m]!.group));
        return kept.map(({ people }, s) =>
          cellOf(
            people.filter(({ group }) => inside.has(group)),
            level,
            scales[s]!,
          ),
        );
      }),
    },
  ];
}

function cellOf(
  people: Column['people'],
  level: number,
  { overall, band }: { readonly overall: number; readonly band: number },
): GroupCell {
  const mean = clusteredMean({
    values: Float64Array.from(people, ({ value }) => value),
    clusters: Int32Array.from(people, ({ cluster }) => cluster),
  });
  const range = meanRange(mean, level);
  const judged = people.length >= LEAST_JUDGED && range !== null;
  const differs =
    judged && range[0] > overall + band ? 'above' : judged && range[1] < overall - band ? 'below' : 'no';
  return {
    n: people.length,
    value: mean.estimate,
    range,
    differs,
    alike: alikeCount(people.map(({ value }) => value)),
  };
}
