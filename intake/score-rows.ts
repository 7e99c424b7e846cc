import { MISSING_DAY } from '#evaluation/study/day.ts';
import type { ScoreRows } from '#evaluation/study/rows.ts';
import { type Traced, tellAfterCutoff } from './event-rows.ts';
import { tellMissingColumns } from './headings.ts';
import { messages } from './messages.ts';
import type { RowSettings } from './people-rows.ts';
import type { Told } from './problem.ts';
import { dayColumn } from './read-day.ts';
import { plannedOutcomes } from './plan-columns.ts';
import type { Decimal } from './decimal-evidence.ts';
import { decimalOf } from './decimal-sign.ts';
import { EMPTY_WORDS, cellNumber, tellEmptyWords } from './read-number.ts';
import { refusalOfScale } from './refused-columns.ts';
import { isRoundedKey } from './rounded-key.ts';
import { rowMessages } from './row-messages.ts';
import { type OnFile, strangersTo } from './strangers.ts';
import { spelledAsOnFile } from './spelled-as-on-file.ts';
import { type Table, columnOf, columnOrEmpty } from './table.ts';
import { tellVersions } from './program/versions.ts';
import { isUnanswered } from './unanswered.ts';
import { WAVE, WAVE_WORDS } from './wave.ts';

const NEEDED = ['person', 'wave', 'date', 'scale', 'score'];

/** The rows of the scores file, checked; an empty score is a question that was asked and not answered. */
export function scoreRows(
  table: Table,
  people: OnFile,
  told: Told,
  settings: RowSettings = {},
): Traced<ScoreRows> {
  tellMissingColumns(table, NEEDED, told);
  const [scale, instrument, version] = ['scale', 'instrument', 'version'].map((name) =>
    columnOrEmpty(table, name),
  ) as [readonly string[], readonly string[], readonly string[]];
  const [person, about] = ['person', 'about'].map((name) =>
    spelledAsOnFile(table, name, columnOrEmpty(table, name), people.person, told),
  ) as [readonly string[], readonly string[]];
  const wave = columnOrEmpty(table, 'wave').map((word) => word.toLowerCase());
  const { days } = dayColumn(table, 'date', told, settings.dates);
  const refused = refusedScales(table, scale, told, settings);
  const [score, low, high, items] = ['score', 'low', 'high', 'n_items'].map((heading) =>
    numberColumn(table, heading, told, settings.decimal, refused),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const whole = NEEDED.every((heading) => columnOf(table, heading));
  const strangers = strangersTo(people);
  const first = new Map<string, number>();
  let identical = 0;
  const kept: number[] = [];
  for (const [i, key] of whole ? person.entries() : []) {
    if (refused[i] === 1) continue;
    if (key === '') told.problems.push(rowMessages.noPerson(table, i));
    const rounded = isRoundedKey(key);
    if (rounded) told.problems.push(rowMessages.roundedKey(table, i, 'person'));
    if (!WAVE.test(wave[i]!)) told.problems.push(rowMessages.word(table, i, 'wave', wave[i]!, WAVE_WORDS));
    if (scale[i] === '')
      told.problems.push(rowMessages.word(table, i, 'scale', '', ['the name of the scale']));
    if (score[i]! < low[i]! || score[i]! > high[i]!)
      told.problems.push(rowMessages.outside(table, i, score[i]!, low[i]!, high[i]!));
    if (key === '' || rounded || strangers.isStranger(key, about[i])) continue;
    const whichScore = `${key}\u0000${wave[i]!}\u0000${scale[i]!}\u0000${about[i]!}`;
    const earlier = first.get(whichScore);
    if (earlier === undefined) first.set(whichScore, i);
    else if (Object.is(score[earlier], score[i])) {
      identical++;
      continue;
    } else {
      const problem = rowMessages.scoreTwice(table, earlier, i, key, scale[i]!, wave[i]!);
      told.problems.push({ ...problem, alsoLines: [table.lines[earlier]!] });
    }
    kept.push(i);
  }
  tellVersions(table, { instrument, version }, told);
  strangers.tell(table, 'scores', told);
  if (identical > 0) told.problems.push(messages.identicalRows(table, identical));
  tellAfterCutoff(table, days, told, settings);
  const numbers = (column: Float64Array): Float64Array => Float64Array.from(kept, (i) => column[i]!);
  const texts = (column: readonly string[]): string[] => kept.map((i) => column[i]!);
  return {
    rows: {
      count: kept.length,
      person: texts(person),
      wave: texts(wave),
      day: Int32Array.from(kept, (i) => days[i] ?? MISSING_DAY),
      scale: texts(scale),
      score: numbers(score),
      low: numbers(low),
      high: numbers(high),
      about: texts(about),
      instrument: texts(instrument),
      version: texts(version),
      nItems: Int32Array.from(kept, (i) => (Number.isNaN(items[i]!) ? 0 : items[i]!)),
    },
    from: Int32Array.from(kept),
  };
}

/** 1 for rows of scales that are never needed; they stay out and are told, unless the plan names the scale as an outcome. */
function refusedScales(
  table: Table,
  scale: readonly string[],
  told: Told,
  { plan }: RowSettings,
): Uint8Array {
  const planned = new Set(plan ? plannedOutcomes(plan).map(({ outcome }) => outcome) : []);
  const counts = new Map<string, number>();
  const refused = Uint8Array.from(scale, (name) => {
    if (planned.has(name) || refusalOfScale(name) === undefined) return 0;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return 1;
  });
  for (const [name, n] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    told.problems.push(messages.refusedScale(table, name, n, refusalOfScale(name)!));
  return refused;
}

function numberColumn(
  table: Table,
  heading: string,
  told: Told,
  named: Decimal | undefined,
  leftOut: Uint8Array,
): Float64Array {
  const values = new Float64Array(table.lines.length).fill(Number.NaN);
  const given = columnOf(table, heading);
  if (!given) return values;
  const cells = given.map((cell, i) => (leftOut[i] === 1 ? '' : cell));
  const decimal = decimalOf(table, heading, cells, told, named);
  const isEmpty = heading === 'score' ? isUnanswered : (cell: string): boolean => EMPTY_WORDS.has(cell);
  const emptyWords = new Set<string>();
  for (const [i, cell] of cells.entries()) {
    if (cell === '') continue;
    if (isEmpty(cell)) {
      emptyWords.add(cell);
      continue;
    }
    const value = cellNumber(table, cell, decimal);
    if (value === undefined) told.problems.push(rowMessages.notNumber(table, i, heading, cell));
    else values[i] = value;
  }
  if (heading === 'score') tellUnanswered(table, emptyWords, told);
  else tellEmptyWords(table, heading, emptyWords, told);
  return values;
}

function tellUnanswered(table: Table, words: ReadonlySet<string>, told: Told): void {
  if (words.size === 0) return;
  told.guesses.push({
    file: table.file,
    what: 'empty-word',
    column: 'score',
    value: [...words].sort().join(', '),
    why: 'it says that the question was asked and not answered',
    flag: '',
  });
}
