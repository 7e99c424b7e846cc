import { type Day, isoFromDay } from '#evaluation/study/day.ts';
import type { Intake } from '#intake/take-in.ts';
import { type UnderstoodTable, understoodTables } from '#intake/understood-columns.ts';

const WIDEST_HEADING = 20;
const EMPTY = '–';

/** How each column was understood, with its first values: dates with the month's name, numbers plain, text as it is. */
export function previewOf(intake: Intake): string {
  return understoodTables(intake, dayWithMonth).map(tablePreview).join('\n');
}

function tablePreview({ file, rows, span, columns }: UnderstoodTable): string {
  const lines = columns.map(({ heading, as, values }) => {
    const first = values.length === 0 ? [EMPTY] : values;
    const more = rows > values.length ? ', …' : '';
    return `  ${heading.padEnd(WIDEST_HEADING)}  ${as.padEnd(6)}  ${first.join(', ')}${more}`;
  });
  const spanned = span === null ? '' : `, ${span[0]} to ${span[1]}`;
  return `${file}, ${rows} ${rows === 1 ? 'row' : 'rows'}${spanned}\n${lines.join('\n')}\n`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayWithMonth(day: Day): string {
  const [year, month, dayOfMonth] = isoFromDay(day).split('-').map(Number);
  return `${dayOfMonth!} ${MONTHS[month! - 1]!} ${year!}`;
}
