/** Exit codes of the command; others build on them. */
export const ANSWERED = 0;
export const PROBLEMS = 2;
export const WRONG_USAGE = 64;
export const FILE_MISSING = 66;
export const OUR_FAULT = 70;

/** An end of the command that is the caller's to cure. */
export class Stop extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
