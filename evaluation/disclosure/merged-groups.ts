/** A group by the levels of the planned dimensions, coarse to fine, and the people of it that each figure counts. */
export interface GroupCounts {
  readonly path: readonly string[];
  readonly counts: readonly number[];
}

/**
 * The groups about which a figure may be shown: groups with too few people are merged with siblings, never blanked (trust 3.4, D2).
 *
 * The smallest group goes first; it joins the group with the longest common beginning of its path, of those the smallest. Ties go to the
 * path that sorts first: all of them are named together, so the order tells nothing.
 *
 * Shape: positions of the groups given, merged ones together, in the order of their paths.
 *
 * @param need least people of a group in each of its counts
 * @returns nothing when not even two groups are left
 */
export function mergedGroups(groups: readonly GroupCounts[], need: number): (readonly number[])[] {
  const cells = groups
    .map(({ path, counts }, i) => ({ members: [i], path, counts: [...counts] }))
    .sort((a, b) => compared(a.path, b.path));
  for (;;) {
    if (cells.length < 2) return [];
    const smallest = leastOf(cells, (cell) => Math.min(...cell.counts));
    if (Math.min(...cells[smallest]!.counts) >= need) return cells.map(({ members }) => members);
    const [cell] = cells.splice(smallest, 1);
    const nearest = Math.max(...cells.map((other) => alike(cell!.path, other.path)));
    const to = leastOf(cells, (other) =>
      alike(cell!.path, other.path) === nearest ? Math.min(...other.counts) : Number.POSITIVE_INFINITY,
    );
    const other = cells[to]!;
    other.members = [...other.members, ...cell!.members].sort((a, b) =>
      compared(groups[a]!.path, groups[b]!.path),
    );
    other.counts = other.counts.map((count, i) => count + cell!.counts[i]!);
    // What they share stays their path: a third group is compared with that.
    other.path = other.path.slice(0, Math.max(nearest, 0));
  }
}

function leastOf<T>(list: readonly T[], value: (item: T) => number): number {
  let least = 0;
  for (let i = 1; i < list.length; i++) if (value(list[i]!) < value(list[least]!)) least = i;
  return least;
}

/** How many levels two paths share from the coarsest on. */
function alike(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared;
}

function compared(a: readonly string[], b: readonly string[]): number {
  for (const [i, level] of a.entries()) {
    if (level === b[i]) continue;
    return level < (b[i] ?? '') ? -1 : 1;
  }
  return 0;
}
