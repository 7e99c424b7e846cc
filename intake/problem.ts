/** Something wrong with a row, a column or a file that came from outside: the thing, its value, and the cure. */
export interface Problem {
  readonly file: string;
  /** Line of the file, the heading of a plain file being line 1; null when the whole file or column is meant. */
  readonly line: number | null;
  /** Further lines that share the problem, as the other copy of a doubled row. */
  readonly alsoLines?: readonly number[];
  readonly column: string | null;
  readonly value: string | null;
  /** V01 … V17 of the method, or an own word. */
  readonly code: string;
  readonly problem: string;
  readonly cure: string;
  readonly severity: 'error' | 'warning';
}

/** What was guessed about a file, and the option that changes it. Guesses are shown before anything is used. */
export interface Guess {
  readonly file: string;
  readonly what:
    | 'delimiter'
    | 'encoding'
    | 'heading'
    | 'header-row'
    | 'sheet'
    | 'date-order'
    | 'date-system'
    | 'decimal'
    | 'empty-word';
  readonly column: string | null;
  readonly value: string;
  readonly why: string;
  /** The option that changes it; empty when only the file can. */
  readonly flag: string;
}

/** What is told about files while they are read; readers add to it. */
export interface Told {
  readonly problems: Problem[];
  readonly guesses: Guess[];
}

/** Nothing told yet. */
export function nothingTold(): Told {
  return { problems: [], guesses: [] };
}
