import type { ScoreRows } from '#evaluation/study/rows.ts';
import type { Problem } from './problem.ts';
import { type DateOrder, dayColumn } from './read-day.ts';
import { numberOf } from './read-number.ts';
import { type Table, columnOf, wrong } from './table.ts';

/** The rows of scores.csv, checked. */
export function scoreRows(
  table: Table,
  problems: Problem[],
  settings: { dates?: DateOrder; decimal?: 'comma' | 'point' },
): ScoreRows {
  for (const heading of ['person', 'wave', 'date', 'scale', 'score']) {
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
  const n = table.lines.length;
  const text = (heading: string): readonly string[] =>
    columnOf(table, heading) ?? new Array<string>(n).fill('');
  const numbers = (heading: string): Float64Array =>
    Float64Array.from(text(heading), (cell, i) => {
      if (cell === '') return Number.NaN;
      const value = numberOf(cell, settings.decimal);
      if (value === undefined)
        problems.push(
          wrong(
            table.file,
            table.lines[i]!,
            heading,
            cell,
            'V10',
            `\`${cell}\` is not a number.`,
            'Write a number, or leave the cell empty.',
          ),
        );
      return value ?? Number.NaN;
    });
  const [person, wave, scale] = [text('person'), text('wave'), text('scale')];
  const [score, low, high] = [numbers('score'), numbers('low'), numbers('high')];
  const seen = new Map<string, number>();
  person.forEach((key, i) => {
    const line = table.lines[i]!;
    if (!/^(before|during\d*|after|followup\d+)$/.test(wave[i]!)) {
      problems.push(
        wrong(
          table.file,
          line,
          'wave',
          wave[i]!,
          'wave',
          `\`${wave[i]!}\` is not a wave.`,
          'Write before, during1, …, after, or followup6, ….',
        ),
      );
    }
    if (score[i]! < low[i]! || score[i]! > high[i]!) {
      problems.push(
        wrong(
          table.file,
          line,
          'score',
          String(score[i]),
          'V10',
          `${score[i]!} is outside ${low[i]!} to ${high[i]!}.`,
          'Correct the score or the ends of the scale.',
        ),
      );
    }
    const twice = seen.get(`${key}\u0000${wave[i]!}\u0000${scale[i]!}`);
    if (twice !== undefined && score[twice] !== score[i]) {
      problems.push(
        wrong(
          table.file,
          line,
          'score',
          String(score[i]),
          'score-twice',
          `${key} has two different scores on ${scale[i]!} at ${wave[i]!} (lines ${table.lines[twice]!}, ${line}).`,
          'Keep one.',
        ),
      );
    }
    seen.set(`${key}\u0000${wave[i]!}\u0000${scale[i]!}`, i);
  });
  return {
    count: n,
    person,
    wave,
    day: dayColumn(table, 'date', problems, settings.dates),
    scale,
    score,
    low,
    high,
  };
}
