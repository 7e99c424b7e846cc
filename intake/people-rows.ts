import { MISSING_DAY } from '#evaluation/study/day.ts';
import type { Covariate, PeopleRows } from '#evaluation/study/rows.ts';
import type { Problem } from './problem.ts';
import { type DateOrder, dayColumn } from './read-day.ts';
import { numberOf } from './read-number.ts';
import { refusalOf } from './refused-columns.ts';
import { type Table, columnOf, wrong } from './table.ts';

const KNOWN = new Set([
  'person',
  'arm',
  'index',
  'role',
  'hired',
  'last_seen',
  'mentor',
  'cohort',
  'stratum',
  'probability',
  'took_part',
]);

/** The rows of people.csv, checked; further columns become covariates. */
export function peopleRows(
  table: Table,
  problems: Problem[],
  settings: { dates?: DateOrder; decimal?: 'comma' | 'point' },
): PeopleRows {
  const n = table.lines.length;
  const text = (heading: string): readonly string[] =>
    columnOf(table, heading) ?? new Array<string>(n).fill('');
  for (const heading of ['person', 'arm', 'index']) {
    if (!columnOf(table, heading)) {
      problems.push(
        wrong(
          table.file,
          1,
          heading,
          null,
          'V01',
          `${table.file} has no column \`${heading}\`. Columns found: ${table.headings.join(', ')}.`,
          `Add the column \`${heading}\`.`,
        ),
      );
    }
  }
  const person = text('person');
  const cohort = text('cohort');
  const days = (heading: string): Int32Array => dayColumn(table, heading, problems, settings.dates);
  const [index, hired, lastSeen] = [days('index'), days('hired'), days('last_seen')];
  const code = (heading: string, words: Readonly<Record<string, number>>, fallback: number): Uint8Array =>
    Uint8Array.from(text(heading), (cell, i) => {
      if (cell === '' && heading !== 'arm') return fallback;
      const found = words[cell.toLowerCase()];
      if (found === undefined) {
        problems.push(
          wrong(
            table.file,
            table.lines[i]!,
            heading,
            cell,
            'word',
            `\`${cell}\` is not a word for \`${heading}\`.`,
            `Write one of: ${Object.keys(words).join(', ')}.`,
          ),
        );
      }
      return found ?? fallback;
    });
  const arm = code('arm', { participant: 1, comparison: 0 }, 0);
  checkPeople(table, problems, { person, cohort, index, hired, lastSeen });
  return {
    count: n,
    person,
    cohort,
    arm,
    index,
    role: code('role', { mentee: 0, mentor: 1 }, 0),
    hired,
    lastSeen,
    mentor: text('mentor'),
    stratum: text('stratum'),
    probability: Float64Array.from(
      text('probability'),
      (cell) => numberOf(cell, settings.decimal) ?? Number.NaN,
    ),
    tookPart: code('took_part', { yes: 1, no: 0, 1: 1, 0: 0, true: 1, false: 0 }, 2),
    covariates: covariatesOf(table, problems, settings.decimal),
  };
}

interface Keys {
  readonly person: readonly string[];
  readonly cohort: readonly string[];
  readonly index: Int32Array;
  readonly hired: Int32Array;
  readonly lastSeen: Int32Array;
}

function checkPeople(table: Table, problems: Problem[], keys: Keys): void {
  const seen = new Map<string, number>();
  keys.person.forEach((person, i) => {
    const line = table.lines[i]!;
    const say = (column: string, code: string, problem: string, cure: string): void => {
      problems.push(
        wrong(table.file, line, column, columnOf(table, column)?.[i] ?? null, code, problem, cure),
      );
    };
    if (person === '') say('person', 'V01', 'The row has no person.', 'Give the person a key.');
    const key = `${person}\u0000${keys.cohort[i]!}`;
    const first = seen.get(key);
    if (first !== undefined) {
      say(
        'person',
        'V03',
        `${person} is listed twice${keys.cohort[i] ? ` in cohort ${keys.cohort[i]}` : ''} (lines ${first}, ${line}).`,
        'Keep one.',
      );
    } else seen.set(key, line);
    const { index, hired, lastSeen } = keys;
    if (index[i] === MISSING_DAY) return;
    if (hired[i] !== MISSING_DAY && hired[i]! > index[i]!)
      say('hired', 'V05', `${person} was hired after the index date.`, 'Correct one of the two dates.');
    if (lastSeen[i] !== MISSING_DAY && lastSeen[i]! < index[i]!)
      say(
        'last_seen',
        'V09',
        `${person}: last_seen lies before the index date.`,
        'last_seen is the last day on which the data are complete.',
      );
  });
}

function covariatesOf(
  table: Table,
  problems: Problem[],
  decimal?: 'comma' | 'point',
): Map<string, Covariate> {
  const covariates = new Map<string, Covariate>();
  table.headings.forEach((heading, c) => {
    if (KNOWN.has(heading) || heading === '') return;
    const reason = refusalOf(heading);
    if (reason) {
      problems.push({
        ...wrong(
          table.file,
          1,
          heading,
          null,
          'never-needed',
          `\`${heading}\` was left out: ${reason} is never needed.`,
          'Nothing to do.',
        ),
        severity: 'warning',
      });
      return;
    }
    covariates.set(heading, covariateOf(table.columns[c]!, decimal));
  });
  return covariates;
}

/** Numbers when every known cell is one and none begins with a needless zero; else named levels. */
function covariateOf(cells: readonly string[], decimal?: 'comma' | 'point'): Covariate {
  const values = cells.map((cell) => (cell === '' ? Number.NaN : numberOf(cell, decimal)));
  const codeLike = cells.some((cell) => /^-?0\d/.test(cell));
  if (!codeLike && values.every((value) => value !== undefined)) {
    return { kind: 'numeric', values: Float64Array.from(values as number[]) };
  }
  const levels = [...new Set(cells.filter((cell) => cell !== ''))].sort();
  const codes = new Map(levels.map((level, i) => [level, i + 1]));
  return { kind: 'category', codes: Int32Array.from(cells, (cell) => codes.get(cell) ?? 0), levels };
}
