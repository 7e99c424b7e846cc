import type { Instrument } from '#evaluation/instruments/instrument.ts';
import { INSTRUMENTS } from '#evaluation/instruments/registry.ts';
import { MISSING_DAY, isoFromDay } from '#evaluation/study/day.ts';
import type { Problem, Told } from '../problem.ts';

/** Rows that name an instrument and a version, with their days. */
interface InstrumentRows {
  readonly count: number;
  readonly instrument: readonly string[];
  readonly version: readonly string[];
  readonly day: Int32Array;
}

/** Tells where rows use an instrument outside what its owner allows: a version without rights, or days that the right does not cover. */
export function tellUseOfInstruments(
  file: string,
  rows: InstrumentRows,
  instruments: readonly Instrument[],
  told: Told,
): void {
  if (instruments.length === 0) return;
  const uses = new Map<string, Use>();
  for (let i = 0; i < rows.count; i++) {
    const [id, version, day] = [rows.instrument[i]!, rows.version[i]!, rows.day[i]!];
    if (!instruments.some((instrument) => instrument.id === id)) continue;
    const key = `${id}\u0000${version}`;
    const use = uses.get(key) ?? { id, version, first: day, last: day, rows: 0 };
    uses.set(key, use);
    use.rows++;
    if (day === MISSING_DAY) continue;
    use.first = use.first === MISSING_DAY ? day : Math.min(use.first, day);
    use.last = Math.max(use.last, day);
  }
  for (const use of uses.values()) {
    const named = [...INSTRUMENTS, ...instruments].filter(({ id }) => id === use.id);
    const instrument =
      use.version === '' && named.length === 1
        ? named[0]
        : named.find(({ version }) => version === use.version);
    told.problems.push(
      ...(instrument ? outsideDates(file, instrument, use) : [unknownVersion(file, use, named)]),
    );
  }
}

interface Use {
  readonly id: string;
  readonly version: string;
  first: number;
  last: number;
  rows: number;
}

function unknownVersion(file: string, { id, version, rows }: Use, named: readonly Instrument[]): Problem {
  const known = named.map((instrument) => instrument.version).join(', ');
  return {
    file,
    line: null,
    column: 'version',
    value: version,
    code: 'instrument-version',
    severity: 'error',
    problem: `${rows} ${rows === 1 ? 'row uses' : 'rows use'} \`${id}\` version ${version === '' ? '(none said)' : version}, and no file says by what right; known: ${known}.`,
    cure: 'Write the version that was used, or describe it with its rights; a changed wording is another version, and nothing is compared across versions.',
  };
}

function outsideDates(file: string, { id, rights }: Instrument, { first, last }: Use): Problem[] {
  if (last === MISSING_DAY) return [];
  const [early, late] = [isoFromDay(first), isoFromDay(last)];
  const tooEarly = rights.from !== undefined && early < rights.from;
  const tooLate = rights.until !== undefined && late > rights.until;
  if (!tooEarly && !tooLate) return [];
  return [
    {
      file,
      line: null,
      column: 'date',
      value: tooEarly ? early : late,
      code: 'instrument-dates',
      severity: 'error',
      problem: `\`${id}\` was answered from ${early} to ${late}; the right of ${rights.holder} goes from ${rights.from ?? 'any day'} to ${rights.until ?? 'any day'}.`,
      cure: 'Correct the dates of the right, or get the right for those days.',
    },
  ];
}
