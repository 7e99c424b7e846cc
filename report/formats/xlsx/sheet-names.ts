/** Excel takes no longer name, and none of these letters. */
const MOST_LETTERS = 31;
const REFUSED = /[\\/?*[\]:']/gu;

/**
 * Names of sheets for the ids of tables, in their order: short enough, and each unlike every other whatever its case.
 *
 * @param taken names that other sheets have
 */
export function sheetNames(ids: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return ids.map((id) => {
    const wanted = id.replace(/^table-/u, '').replaceAll(REFUSED, '-') || 'table';
    let name = wanted.slice(0, MOST_LETTERS);
    for (let copy = 2; used.has(name.toLowerCase()); copy += 1) {
      name = `${wanted.slice(0, MOST_LETTERS - `-${copy}`.length)}-${copy}`;
    }
    used.add(name.toLowerCase());
    return name;
  });
}
