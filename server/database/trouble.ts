/** The database cannot do what was asked, and somebody who looks after this machine can cure it. */
export class DatabaseTrouble extends Error {
  /** What to do about it, as a whole sentence. */
  readonly cure: string;

  constructor(message: string, cure: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseTrouble';
    this.cure = cure;
  }
}
