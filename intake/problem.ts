/** Something wrong with a row, a column or a file that came from outside: the thing, its value, and the cure. */
export interface Problem {
  readonly file: string;
  /** Line of the file, the heading being line 1; null when the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  /** V01 … V17 of the method, or an own word. */
  readonly code: string;
  readonly problem: string;
  readonly cure: string;
  readonly severity: 'error' | 'warning';
}
