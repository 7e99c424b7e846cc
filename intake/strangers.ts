import { lookAlikeForm } from './look-alike.ts';
import { messages } from './messages.ts';
import type { Told } from './problem.ts';
import type { Table } from './table.ts';

/** Rows of people who are not in the people file: counted, never joined by guess. */
export interface Strangers {
  /** Whether a key is not on file; each question counts one row. */
  isStranger(key: string): boolean;
  /** Tells V15, and which strangers look like people on file. */
  tell(table: Table, what: string, told: Told): void;
}

/** Keys of people, and the files that they stand in: words that finish "… who are not in". */
export interface OnFile {
  readonly person: Iterable<string>;
  readonly where?: string;
}

/** Strangers to the people with these keys. */
export function strangersTo({ person, where = 'the people file' }: OnFile): Strangers {
  const known = new Set(person);
  const strangers = new Set<string>();
  let rows = 0;
  return {
    isStranger(key) {
      if (known.has(key)) return false;
      strangers.add(key);
      rows++;
      return true;
    },
    tell(table, what, told) {
      if (rows === 0) return;
      told.problems.push(messages.unknownPeople(table, rows, strangers.size, what, where));
      const forms = new Map<string, string>();
      for (const key of known) forms.set(lookAlikeForm(key), key);
      const near = [...strangers].sort().flatMap((stranger): [string, string][] => {
        const alike = forms.get(lookAlikeForm(stranger));
        return alike === undefined ? [] : [[stranger, alike]];
      });
      if (near.length > 0) told.problems.push(messages.nearStrangers(table, near, where));
    },
  };
}
