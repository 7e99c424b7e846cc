import type { WhoOpens } from './who-opens.ts';

/** What can go wrong, each with its status. Closed: pages have a text for each (`problem.<code>.title`, `.cure`). */
export const PROBLEM_STATUS = {
  'not-understood': 400,
  'not-signed-in': 401,
  'cross-site': 403,
  'not-allowed': 403,
  'not-found': 404,
  'not-that-way': 405,
  'changed-meanwhile': 409,
  'not-now': 409,
  gone: 410,
  'too-large': 413,
  'too-long': 414,
  'wrong-kind': 415,
  'wrong-host': 421,
  'cannot-be': 422,
  'too-often': 429,
  'our-fault': 500,
  'not-ready': 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** One wrong field: where, which text explains it, and the value that was given. */
export interface FieldProblem {
  /** Path with dots, as the form names it. */
  readonly field: string;
  /** Key of the text. */
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What a problem says besides its code. */
export interface ProblemParts {
  /** Key of the text that says what happened, if it is more than the code says. */
  readonly text?: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldProblem[];
  /** Where to go on. */
  readonly goTo?: string;
  /** When to try again. */
  readonly waitSeconds?: number;
  /** Who is let in, for somebody who was not. */
  readonly opens?: WhoOpens;
  /** The methods that an address has. */
  readonly allow?: readonly string[];
}

/** Something that a visitor can understand and mend. Thrown by actions; one handler answers. Holds no name and no answer. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly parts: ProblemParts;

  constructor(code: ProblemCode, parts: ProblemParts = {}) {
    super(`${code}${parts.text === undefined ? '' : `: ${parts.text}`}`);
    this.name = 'Problem';
    this.code = code;
    this.parts = parts;
  }

  /** The status of the answer. */
  get status(): number {
    return PROBLEM_STATUS[this.code];
  }
}
