import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { BANNED_WORDS, usedWords } from '#report/sentences/permitted-verbs.ts';
import { withoutPermitted } from '#tools/checks/words.ts';
import { saidKeys } from '#tools/checks/said-keys.ts';
import { ENGLISH_FOLDER, merged, textFiles } from './catalogue.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TEXTS = merged(textFiles(ENGLISH_FOLDER));
const KEYS = [...TEXTS.keys()];
const rooms = [saidKeys(ROOT, 'server'), saidKeys(ROOT, 'cli')];
const said = rooms.flatMap((room) => room.said);
const quoted = rooms.flatMap((room) => room.quoted);

/** Texts that were written before what says them; a line goes when its page comes. */
const AHEAD: readonly RegExp[] = [];

test('every key that a page says is in the catalogue', () => {
  expect(said.length).toBeGreaterThan(20);
  const missing = said.filter(({ pattern }) => !KEYS.some((key) => pattern.test(key)));
  expect(missing.map(({ file, key }) => `${file} says ${key}`)).toEqual([]);
});

test('every reason that a form can come back with is in the catalogue', () => {
  const reasons = quoted.filter(({ key }) => /^wrong\.[a-z-]+$/.test(key));
  const missing = reasons.filter(({ key }) => !TEXTS.has(key));
  expect(missing.map(({ file, key }) => `${file} says ${key}`)).toEqual([]);
});

test('every text of the catalogue is said somewhere', () => {
  const named = [...said, ...quoted].filter(({ key }) => /^[a-z-]+\.[a-z.-]*/.test(key));
  const unsaid = KEYS.filter((key) => !named.some(({ pattern }) => pattern.test(key)));
  expect(unsaid.filter((key) => !AHEAD.some((pattern) => pattern.test(key)))).toEqual([]);
  expect(AHEAD.filter((pattern) => !unsaid.some((key) => pattern.test(key)))).toEqual([]);
});

test('every text can be compiled and is not empty', () => {
  for (const [key, message] of TEXTS) {
    expect(message.trim(), key).not.toBe('');
    expect(() => new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }), key).not.toThrow();
  }
});

test('no text promises, sells, shouts or jokes', () => {
  const wrong = [...TEXTS].flatMap(([key, message]) => [
    ...usedWords(withoutPermitted(message), BANNED_WORDS).map((word) => `${key} says ${word}`),
    ...(/!|\boops\b/i.test(message) ? [`${key} shouts`] : []),
  ]);
  expect(wrong).toEqual([]);
});
