import { Visitor, type Argument, type Expression } from 'oxc-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { BANNED_WORDS, usedWords } from '#report/sentences/permitted-verbs.ts';
import { parsedFile } from '#tools/checks/parsed-file.ts';
import { isTest, sourceFiles } from '#tools/checks/source-files.ts';
import { fileURLToPath } from 'node:url';
import { ENGLISH_FOLDER, merged, textFiles } from './catalogue.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TEXTS = merged(textFiles(ENGLISH_FOLDER));
const KEYS = [...TEXTS.keys()];

/** A key that a file says: itself, or with a part that is only known when the page is made. */
interface Said {
  readonly file: string;
  readonly key: string;
  readonly pattern: RegExp;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function keysIn(argument: Argument | Expression | undefined): { key: string; pattern: RegExp }[] {
  if (argument === undefined) return [];
  if (argument.type === 'Literal' && typeof argument.value === 'string') {
    return [{ key: argument.value, pattern: new RegExp(`^${escaped(argument.value)}$`) }];
  }
  if (argument.type === 'ConditionalExpression') {
    return [...keysIn(argument.consequent), ...keysIn(argument.alternate)];
  }
  if (argument.type === 'TemplateLiteral') {
    const parts = argument.quasis.map((quasi) => quasi.value.raw);
    return [{ key: parts.join('…'), pattern: new RegExp(`^${parts.map(escaped).join('.+')}$`) }];
  }
  return [];
}

/** What every `.say(…)` of the server says, and every text in quotes, which may be a key that travels as data. */
function saidInServer(): { said: Said[]; quoted: Set<string>; templates: RegExp[] } {
  const said: Said[] = [];
  const quoted = new Set<string>();
  const templates: RegExp[] = [];
  for (const file of sourceFiles(ROOT).filter((path) => path.startsWith('server/') && !isTest(path))) {
    new Visitor({
      CallExpression: ({ callee, arguments: given }) => {
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
        if (callee.property.name !== 'say') return;
        said.push(...keysIn(given[0]).map((found) => ({ file, ...found })));
      },
      Literal: ({ value }) => {
        if (typeof value === 'string') quoted.add(value.replace(/\|.*$/s, ''));
      },
      TemplateLiteral: (node) => {
        if (/^[a-z-]+\./.test(node.quasis[0]!.value.raw)) templates.push(keysIn(node)[0]!.pattern);
        quoted.add(node.quasis[0]!.value.raw.replace(/\|.*$/s, ''));
      },
    }).visit(parsedFile(ROOT, file).program);
  }
  return { said, quoted, templates };
}

const { said, quoted, templates } = saidInServer();

test('every key that a page says is in the catalogue', () => {
  expect(said.length).toBeGreaterThan(20);
  const missing = said.filter(({ pattern }) => !KEYS.some((key) => pattern.test(key)));
  expect(missing.map(({ file, key }) => `${file} says ${key}`)).toEqual([]);
});

test('every text of the catalogue is said somewhere', () => {
  const unused = KEYS.filter((key) => !quoted.has(key) && !templates.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});

test('every text can be compiled and is not empty', () => {
  for (const [key, message] of TEXTS) {
    expect(message.trim(), key).not.toBe('');
    expect(() => new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }), key).not.toThrow();
  }
});

test('no text promises, sells, shouts or jokes', () => {
  const wrong = [...TEXTS].flatMap(([key, message]) => [
    ...usedWords(message, BANNED_WORDS).map((word) => `${key} says ${word}`),
    ...(/!|\boops\b/i.test(message) ? [`${key} shouts`] : []),
  ]);
  expect(wrong).toEqual([]);
});
