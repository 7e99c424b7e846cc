/** What the files can tell beside measures. A closed set; each has its words in the report. */
export type PackFact =
  | 'objectives'
  | 'lock'
  | 'design'
  | 'decision'
  | 'mentees'
  | 'mentors'
  | 'mentees-by-end'
  | 'mentors-by-end'
  | 'pairs-by-end'
  | 'rhythm'
  | 'goals'
  | 'who-is-missing'
  | 'outcomes'
  | 'watch-outs';

/** One thing that a standard asks for, and what of ours speaks to it. Nothing of ours: it is never recorded in these files, and the pack says so. */
export interface PackItem {
  /** Its own words stand in the catalogue under `pack.<pack>.<key>`. */
  readonly key: string;
  readonly facts?: readonly PackFact[];
  /** Numbers of measures, M01 … */
  readonly measures?: readonly string[];
}

/** A standard whose headings the evidence is put under. Its texts are our own; the standard itself is not reproduced. */
export interface Pack {
  readonly id: string;
  /** Where the standard can be had. */
  readonly source: string;
  readonly items: readonly PackItem[];
}

/** A pack, checked by the compiler and returned as it is. */
export function definePack(pack: Pack): Pack {
  return pack;
}
