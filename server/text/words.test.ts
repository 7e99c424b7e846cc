import { expect, test } from 'vitest';
import { dayText } from '#report/figures/source-line.ts';
import { ENGLISH_FOLDER, merged, textFiles } from './catalogue.ts';
import { isLanguage, LANGUAGES, wordsIn, wordsOf } from './words.ts';

const TEXTS = new Map([
  ['plain', 'Save the plan'],
  ['named', 'Asked by {name} on {day}'],
  ['counted', '{n, plural, one {One row} other {# rows}} left out'],
  ['chosen', '{who, select, you {You locked it} other {{who} locked it}}'],
]);
const english = wordsOf('en', TEXTS);
const longer = wordsOf('en-XA', TEXTS);
const mirrored = wordsOf('ar-XB', TEXTS);

test('a text is said with its holes filled, its plural and its choice made', () => {
  expect(english.say('named', { name: 'Ada', day: '2 Sep 2024' })).toBe('Asked by Ada on 2 Sep 2024');
  expect(english.say('counted', { n: 1 })).toBe('One row left out');
  expect(english.say('counted', { n: 12480 })).toBe('12,480 rows left out');
  expect(english.say('chosen', { who: 'Ines' })).toBe('Ines locked it');
});

test('a key that no file has is a mistake of ours, also one that every object has', () => {
  for (const key of ['nowhere', 'toString', '']) {
    expect(() => english.say(key)).toThrow(new RangeError(`say: the catalogue has no ${key}`));
  }
});

test('a value that is missing is a mistake of ours, never a hole on a page', () => {
  expect(() => english.say('named', { name: 'Ada' })).toThrow(RangeError);
});

test('tags in values and in texts stay letters', () => {
  expect(english.say('named', { name: '<b>', day: '' })).toBe('Asked by <b> on ');
});

test('the longer language is two fifths longer, accented, and keeps what fills its holes', () => {
  const said = longer.say('plain');
  expect(said).toMatch(/^\[Šávé ťĥé pļáñ .+\]$/);
  expect(said.length).toBeGreaterThanOrEqual(Math.ceil('Save the plan'.length * 1.4));
  expect(longer.say('named', { name: 'Ada', day: '2 Sep 2024' })).toContain('Ada');
  expect(longer.say('counted', { n: 1 })).not.toContain('#');
  expect(longer.say('counted', { n: 7 })).toContain('7 řóŵš');
});

test('the mirrored language runs from right to left and isolates what fills its holes', () => {
  expect([mirrored.direction, english.direction, longer.direction]).toEqual(['rtl', 'ltr', 'ltr']);
  expect(mirrored.say('named', { name: 'Ada', day: 'today' })).toContain('\u2068Ada\u2069');
  expect(mirrored.say('plain')).toBe('\u202eSave the plan\u202c');
});

test('days read as in the reports, and what is no day is a mistake of ours', () => {
  for (let month = 1; month <= 12; month += 1) {
    const day = `2026-${String(month).padStart(2, '0')}-09`;
    expect(english.day(day)).toBe(dayText(day));
  }
  expect(english.day('2024-02-29')).toBe('29 Feb 2024');
  for (const wrong of ['2026-02-30', '2026-13-01', '25.11.2026', '']) {
    expect(() => english.day(wrong)).toThrow(RangeError);
  }
});

test('an instant is said in the zone that is asked for, also on the other side of midnight', () => {
  const instant = new Date('2026-10-14T22:02:00Z');
  expect(english.moment(instant, 'UTC')).toBe('14 Oct 2026, 22:02 UTC');
  expect(english.moment(instant, 'Europe/Berlin')).toBe('15 Oct 2026, 00:02');
  expect(english.clock(instant, 'America/New_York')).toBe('18:02');
});

test('numbers and money have their decimals, groups of three and a minus as wide as a plus', () => {
  expect(english.number(-1234.5, 1)).toBe('−1,234.5');
  expect(english.number(-0)).toBe('0');
  expect(english.money(123450, 'EUR')).toBe('€1,234.50');
  expect(english.money(1500, 'JPY')).toBe('¥1,500');
  expect(english.money(-5, 'USD')).toBe('−$0.05');
  expect(() => english.money(1.5, 'EUR')).toThrow(RangeError);
  expect(() => english.number(Number.NaN)).toThrow(RangeError);
});

test('names become a list in words', () => {
  expect(english.list(['a', 'b', 'c'])).toBe('a, b, and c');
  expect(english.list([])).toBe('');
});

test('every language says every text of the catalogue with the same holes', () => {
  const texts = merged(textFiles(ENGLISH_FOLDER));
  expect(texts.size).toBeGreaterThan(20);
  for (const language of LANGUAGES) {
    const words = wordsIn(language);
    for (const [key, source] of texts) {
      if (!source.includes('{')) expect(words.say(key), `${language} ${key}`).not.toBe('');
    }
  }
});

test('a language that we do not have is refused', () => {
  expect(isLanguage('xx')).toBe(false);
  expect(() => wordsIn('xx')).toThrow(RangeError);
});

test('a key in two files is refused', () => {
  const files = new Map([
    ['one', { 'a.b': 'x' }],
    ['two', { 'a.b': 'y' }],
  ]);
  expect(() => merged(files)).toThrow('two.json says a.b');
});
