import { BANNED_WORDS, usedWords } from '#report/sentences/permitted-verbs.ts';
import { lineAt, type Check, type Failure } from './check.ts';
import { repositoryFiles, textOf } from './source-files.ts';

/** Words that the glossary replaced, and what to write. */
const RETIRED: readonly (readonly [RegExp, string])[] = [
  [/\bdyads?\b/gi, 'pair'],
  [/\bmentoring sessions?\b/gi, 'meeting'],
  [/\bp-values?\b/gi, 'likely range'],
  [/\b(control|treatment|treated) group\b/gi, 'participants, similar people, people not drawn'],
  [/\bconfidence intervals?\b/gi, 'likely range'],
];

/** The texts for people who use the program. The glossary names what it refuses; a README of data quotes. */
function isForPeople(file: string): boolean {
  return (
    /^(report|server)\/text\/[a-z-]+\/.*\.json$/.test(file) || ['README.md', 'CHANGELOG.md'].includes(file)
  );
}

/** No word that promises more than a figure can, and no word that the glossary has replaced. */
export const words: Check = {
  name: 'words',
  async run(root) {
    return repositoryFiles(root)
      .filter(isForPeople)
      .flatMap((file) => [...banned(file, textOf(root, file)), ...retired(file, textOf(root, file))]);
  },
};

function banned(file: string, text: string): Failure[] {
  return text.split('\n').flatMap((line, i) =>
    usedWords(withoutPermitted(withoutKey(line)), BANNED_WORDS).map((word) => ({
      file,
      line: i + 1,
      message: `says "${word}", which no text may`,
    })),
  );
}

function retired(file: string, text: string): Failure[] {
  return RETIRED.flatMap(([pattern, instead]) =>
    [...text.matchAll(pattern)].map((match) => ({
      file,
      line: lineAt(text, match.index),
      message: `says "${match[0]}"; the glossary's word is ${instead}`,
    })),
  );
}

/**
 * What may be said although a word of it is banned: that something is not anonymous, and the name of sealed rounds, the one promise that is.
 */
const PERMITTED = [/\bnot anonymous\b/gi, /\bAnonymous \(sealed\)/g];

/** A text without what it may say. */
export function withoutPermitted(text: string): string {
  return PERMITTED.reduce((rest, permitted) => rest.replace(permitted, ''), text);
}

/** Keys of a catalogue are not read by people who use the program. */
function withoutKey(line: string): string {
  return line.replace(/^\s*"[^"]+":/, '');
}
