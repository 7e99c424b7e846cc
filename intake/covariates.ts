import type { Plan } from '#evaluation/plan/plan.ts';
import type { Covariate } from '#evaluation/study/rows.ts';
import { PEOPLE_HEADINGS } from './headings.ts';
import { lookAlikes } from './look-alike.ts';
import { messages } from './messages.ts';
import { plannedColumns, plannedOutcomes } from './plan-columns.ts';
import type { Told } from './problem.ts';
import type { Decimal } from './decimal-evidence.ts';
import { decimalOf } from './decimal-sign.ts';
import { EMPTY_WORDS, cellNumber, tellEmptyWords } from './read-number.ts';
import { refusalOf, refusalOfCells } from './refused-columns.ts';
import { rowMessages } from './row-messages.ts';
import type { Table } from './table.ts';

/** From this share of numbers on, a column that is not all numbers is told about. */
const MOSTLY = 0.8;
/** Levels of one column are looked through for look-alikes up to this many. */
const MOST_LEVELS_COMPARED = 1000;

/** The further columns of the people file: those the plan names, all of them without a plan; never-needed ones stay out and are told. */
export function covariatesOf(
  table: Table,
  told: Told,
  settings: { readonly decimal?: Decimal | undefined; readonly plan?: Plan | undefined },
): Map<string, Covariate> {
  const { plan } = settings;
  const planned = plan && new Set(plannedColumns(plan));
  const outcomes = new Set(plan ? plannedOutcomes(plan).map(({ outcome }) => outcome) : []);
  const covariates = new Map<string, Covariate>();
  for (const [c, heading] of table.headings.entries()) {
    if (heading === '' || (PEOPLE_HEADINGS as readonly string[]).includes(heading)) continue;
    if (covariates.has(heading)) continue;
    const cells = table.columns[c]!;
    const reason = outcomes.has(heading) ? undefined : (refusalOf(heading) ?? refusalOfCells(cells));
    if (reason !== undefined) {
      const say = planned?.has(heading) ? messages.refusedButPlanned : messages.refused;
      told.problems.push(say(table, heading, reason));
    } else if (!planned || planned.has(heading) || outcomes.has(heading)) {
      covariates.set(heading, covariateOf(table, heading, cells, told, settings.decimal));
    }
  }
  for (const column of planned ?? []) {
    if (table.headings.length > 0 && !table.headings.includes(column))
      told.problems.push(messages.plannedColumnMissing(table, column));
  }
  return covariates;
}

/** Numbers when every known cell is one and none begins with a needless zero; else named levels. */
function covariateOf(
  table: Table,
  heading: string,
  cells: readonly string[],
  told: Told,
  named: Decimal | undefined,
): Covariate {
  const codeLike = cells.some((cell) => /^0\d/.test(cell));
  let given = 0;
  let numberLike = 0;
  for (const cell of cells) {
    if (cell === '' || EMPTY_WORDS.has(cell)) continue;
    given++;
    if (/^[-+]?[\d.,]*\d[\d.,]*([eE][-+]?\d+)?$/.test(cell)) numberLike++;
  }
  if (codeLike || given === 0 || numberLike < MOSTLY * given) return category(table, heading, cells, told);
  const decimal = decimalOf(table, heading, cells, told, named);
  const emptyWords = new Set<string>();
  const values = new Float64Array(cells.length).fill(Number.NaN);
  const others = new Set<string>();
  let wrong = 0;
  for (const [i, cell] of cells.entries()) {
    if (cell === '') continue;
    if (EMPTY_WORDS.has(cell)) {
      emptyWords.add(cell);
      continue;
    }
    const value = cellNumber(table, cell, decimal);
    if (value === undefined) {
      wrong++;
      others.add(cell);
    } else values[i] = value;
  }
  if (wrong > 0) {
    told.problems.push(messages.mostlyNumbers(table, heading, [...others].sort(), wrong));
    return category(table, heading, cells, told);
  }
  tellEmptyWords(table, heading, emptyWords, told);
  return { kind: 'numeric', values };
}

function category(table: Table, heading: string, cells: readonly string[], told: Told): Covariate {
  const given = new Set(cells);
  given.delete('');
  const levels = [...given].sort();
  const codes = new Map(levels.map((level, i) => [level, i + 1]));
  if (levels.length <= MOST_LEVELS_COMPARED) {
    const alike = lookAlikes(levels);
    if (alike.length > 0) told.problems.push(messages.lookAlike(table, heading, alike));
    tellDamaged(table, heading, cells, levels, told);
  }
  return { kind: 'category', codes: Int32Array.from(cells, (cell) => codes.get(cell) ?? 0), levels };
}

const RANGE = /^\d{1,3} ?(-|–|\+|bis|to) ?(\d{1,3})?$/;
const MONTH = '(jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zä]*';
const DATE_LIKE = new RegExp(
  `^(\\d{1,2}[.]?[ -]?${MONTH}[.]?([ -]?\\d{2,4})?|${MONTH}[.]?[ -]\\d{1,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./](\\d{2,4})?)$`,
  'i',
);

/** Ranges such as `1-2` that a spreadsheet turned into dates are reported, never stored as another option. */
function tellDamaged(
  table: Table,
  heading: string,
  cells: readonly string[],
  levels: readonly string[],
  told: Told,
): void {
  const ranges = levels.filter((level) => RANGE.test(level));
  if (ranges.length === 0) return;
  const damaged = new Set(levels.filter((level) => DATE_LIKE.test(level)));
  if (damaged.size === 0) return;
  for (const [i, cell] of cells.entries())
    if (damaged.has(cell)) told.problems.push(rowMessages.damaged(table, i, heading, cell, ranges));
}
