/** One place where the repository breaks a rule of its own. */
export interface Failure {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Counted from 1; `null` where the whole file is meant. */
  readonly line: number | null;
  /** What is wrong and what would be right. */
  readonly message: string;
}

/** A rule of the repository that a program can look after. */
export interface Check {
  readonly name: string;
  /** Every place that breaks the rule in the repository at `root`. */
  run(root: string): Promise<Failure[]>;
}

/** One line for people: place, then what is wrong. */
export function failureLine({ file, line, message }: Failure): string {
  return `${file}${line === null ? '' : `:${line}`}  ${message}`;
}

/** The line, counted from 1, on which a position of a text stands. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
