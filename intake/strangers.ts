import { lookAlikeForm } from './look-alike.ts';
import { messages } from './messages.ts';
import type { Told } from './problem.ts';
import type { Table } from './table.ts';

/** Rows of people who are on file nowhere: counted, never joined by guess. */
export interface Strangers {
  /** Whether a key is not on file; each question counts one row. Somebody who says something about a person on file is a third party and no stranger. */
  isStranger(key: string, about?: string): boolean;
  /** Tells V15, and which strangers look like people on file. */
  tell(table: Table, what: string, told: Told): void;
}

/** Keys of people, and the files that they stand in: words that finish "… who are not in". */
export interface OnFile {
  readonly person: Iterable<string>;
  readonly where?: string;
}

/** The form in which keys are nearly the same: what looks alike, and letters that people take for digits. */
function nearForm(key: string): string {
  return lookAlikeForm(key.replace(/[oO]/g, '0').replace(/[iIl]/g, '1'));
}

/** Strangers to the people with these keys. */
export function strangersTo({ person, where = 'the people file' }: OnFile): Strangers {
  const known = new Set(person);
  const strangers = new Set<string>();
  const thirdParties = new Set<string>();
  let rows = 0;
  let byThirdParties = 0;
  let forms: Map<string, string> | undefined;
  const alike = (key: string): string | undefined => {
    forms ??= new Map(Array.from(known, (one) => [nearForm(one), one]));
    return forms.get(nearForm(key));
  };
  return {
    isStranger(key, about = '') {
      if (known.has(key)) return false;
      if (known.has(about) && alike(key) === undefined) {
        thirdParties.add(key);
        byThirdParties++;
        return false;
      }
      strangers.add(key);
      rows++;
      return true;
    },
    tell(table, what, told) {
      if (byThirdParties > 0)
        told.problems.push(messages.thirdParties(table, byThirdParties, thirdParties.size, what, where));
      if (rows === 0) return;
      told.problems.push(messages.unknownPeople(table, rows, strangers.size, what, where));
      const near = [...strangers].sort().flatMap((stranger): [string, string][] => {
        const one = alike(stranger);
        return one === undefined ? [] : [[stranger, one]];
      });
      if (near.length > 0) told.problems.push(messages.nearStrangers(table, near, where));
    },
  };
}
