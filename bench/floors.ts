import type { PreparedData } from './prepared-data.ts';

/** Six passes that add up weights and all products of 11 columns: what six Newton steps cannot do without. */
export function sixGrams({ n, columns }: PreparedData): number {
  const rows = new Float64Array(11 * n);
  for (let i = 0; i < n; i++) {
    rows[11 * i] = 1;
    for (let j = 0; j < 10; j++) rows[11 * i + j + 1] = columns[j]![i]!;
  }
  const gram = new Float64Array(121);
  for (let pass = 0; pass < 6; pass++) {
    for (let at = 0; at < rows.length; at += 11) {
      const weight = 1 / (2 + rows[at + 1]! * rows[at + 1]!);
      for (let j = 0; j < 11; j++) {
        const weighted = weight * rows[at + j]!;
        for (let k = j; k < 11; k++) gram[11 * j + k]! += weighted * rows[at + k]!;
      }
    }
  }
  return gram[0]!;
}

/** One sort of the scores. */
export function oneSort({ score }: PreparedData): number {
  return score.slice().sort()[0]!;
}

/** One pass over the matched rows, all columns. */
export function onePassOverMatched({ matched }: PreparedData): number {
  return matched.columns.reduce((sum, column) => sum + products(column, matched.outcome), 0);
}

/** One pass over all people, all columns. */
export function onePass({ columns }: PreparedData): number {
  return columns.reduce((sum, column) => sum + products(column, column), 0);
}

function products(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum += first[i]! * second[i]!;
  return sum;
}

/** Counting the days of all people, by how they ended. */
export function countingPass({ n, time, event }: PreparedData): number {
  const counts = new Int32Array(3 * 1024);
  for (let i = 0; i < n; i++) counts[3 * time[i]! + event[i]!]!++;
  return counts[4]!;
}

/** As many draws of matched rows as 2 000 bootstraps need, with the cheapest generator there is. */
export function plainDraws({ matched }: PreparedData): number {
  const count = matched.outcome.length;
  const times = new Int32Array(count);
  let state = 1;
  for (let b = 0; b < 2000; b++) {
    for (let i = 0; i < count; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      times[Math.floor(state * 2 ** -32 * count)]!++;
    }
  }
  return times[0]!;
}

/** Reading both sides' answers once and counting them. */
export function countingAnswers({ answers: { first, second } }: PreparedData): number {
  const counts = new Int32Array(16);
  for (let i = 0; i < first.length; i++) counts[4 * first[i]! + second[i]!]!++;
  return counts[0]!;
}

/** All products of five items, in one pass each. */
export function itemProducts({ answers: { items } }: PreparedData): number {
  return items.reduce((sum, item, j) => {
    for (let k = 0; k <= j; k++) sum += products(item, items[k]!);
    return sum;
  }, 0);
}

/** Two columns read once. */
export function twoColumns({ answers: { before, after } }: PreparedData): number {
  return products(before, after);
}

/** Two counts per group, in one pass. */
export function countingGroups({ answers: { groups, groupCount, yes } }: PreparedData): number {
  const counts = new Float64Array(2 * groupCount);
  for (let i = 0; i < groups.length; i++) {
    counts[2 * groups[i]!]!++;
    counts[2 * groups[i]! + 1]! += yes[i]!;
  }
  return counts[0]!;
}

/** As many draws of pairs as 1 999 bootstraps need, with the cheapest generator there is. */
export function pairDraws({ answers: { pairs } }: PreparedData): number {
  const count = pairs.at(-1)! + 1;
  const times = new Int32Array(count);
  let state = 1;
  for (let b = 0; b < 1999; b++) {
    for (let i = 0; i < count; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      times[Math.floor(state * 2 ** -32 * count)]!++;
    }
  }
  return times[0]!;
}
