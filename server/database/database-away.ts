/** What is known about a transaction whose connection broke. */
export type Outcome = 'not-saved' | 'unknown';

/**
 * The database went away in the middle, or did not come back in time. The process goes on; whoever asked may ask again.
 * `unknown` means that the end of the transaction was on its way: what it did may stand or not.
 */
export class DatabaseAway extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome, cause: unknown) {
    super(
      `the database went away; ${outcome === 'unknown' ? 'the outcome is unknown' : 'nothing was saved'}`,
      {
        cause,
      },
    );
    this.name = 'DatabaseAway';
    this.outcome = outcome;
  }
}

/** SQLSTATE 08…: connection; 57P01 to 57P03: stopping, crashed, starting; 53300: no connection free. */
const AWAY_STATES = /^(08...|57P0[123]|53300)$/;
const AWAY_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN']);
/** The driver gives these no code. */
const AWAY_MESSAGES =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout expired)/;

/** Whether an error of the driver says that there is no connection, and not that a statement is wrong. */
export function saysAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined) return AWAY_CODES.has(code) || AWAY_STATES.test(code);
  return AWAY_MESSAGES.test(error.message);
}
