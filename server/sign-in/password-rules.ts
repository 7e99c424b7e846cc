import { dictionary } from '@zxcvbn-ts/language-common';

/** Why a password is not taken. */
export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'own-words';

/** NIST SP 800-63B-4 (2025), 3.1.1.2, asks for 15 without a second factor and 8 with one; staff have one (trust.md 7.1). */
export const LEAST_PASSWORD_LENGTH = 12;
export const MOST_PASSWORD_LENGTH = 256;

/** A password with fewer different letters than this is a pattern: `aaaabbbbaaaa`, `121212121212`. */
const LEAST_DIFFERENT = 5;
/** Words about oneself shorter than this stand in too many honest passwords. */
const LEAST_OWN_WORD = 4;
/** What must be left of a password when known words are taken away. */
const LEAST_OF_ONES_OWN = 5;

/**
 * Why a password may not be used, or undefined when it may.
 *
 * Length decides; no digit, capital or sign is asked for. What everybody tries is refused, also with digits or signs around it
 * (`Password2026!`), letters replaced (`p4ssw0rd`) or repeated; so is little more than one's own name, address or organisation.
 *
 * @param own words about the person: name, mail address, organisation
 * @example
 * passwordFault('Password2026!', [])
 * // => 'common'
 */
export function passwordFault(password: string, own: readonly string[]): PasswordFault | undefined {
  const length = [...password.normalize('NFKC')].length;
  if (length < LEAST_PASSWORD_LENGTH) return 'too-short';
  if (length > MOST_PASSWORD_LENGTH) return 'too-long';
  const folded = password.normalize('NFKC').toLowerCase();
  if (isCommon(folded)) return 'common';
  return isAboutOneself(folded, own) ? 'own-words' : undefined;
}

let known: ReadonlySet<string> | undefined;

/** The words of the list, read on the first question. */
function commonPasswords(): ReadonlySet<string> {
  known ??= new Set(dictionary['passwords-common']);
  return known;
}

function isCommon(folded: string): boolean {
  if (new Set(folded).size < LEAST_DIFFERENT || isRun(folded)) return true;
  const unit = repeatedUnit(folded);
  return [folded, unit, plainLetters(folded), plainLetters(unit)].some((form) => {
    const core = form.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    return commonPasswords().has(form) || (core.length >= 4 && commonPasswords().has(core));
  });
}

/** Neighbours in the alphabet, among the digits or on the keyboard, all along. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
];

function isRun(folded: string): boolean {
  const backwards = [...folded].reverse().join('');
  return RUNS.some((run) => run.includes(folded) || run.includes(backwards));
}

/** `abcabcabcabc` → `abc`; a text that is no repetition stays. */
function repeatedUnit(text: string): string {
  const at = (text + text).indexOf(text, 1);
  return text.slice(0, at);
}

const REPLACED: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function plainLetters(folded: string): string {
  return [...folded].map((letter) => REPLACED[letter] ?? letter).join('');
}

function isAboutOneself(folded: string, own: readonly string[]): boolean {
  const words = own
    .flatMap((text) =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word.length >= LEAST_OWN_WORD)
    .sort((a, b) => b.length - a.length);
  let left = folded;
  for (const word of words) left = left.replaceAll(word, '');
  return left.length < folded.length && left.replace(/[^\p{L}]/gu, '').length < LEAST_OF_ONES_OWN;
}
