import { type Covariate, EVENT_KINDS, type PeopleRows, type StudyRows } from '#evaluation/study/rows.ts';
import { headingForm } from './headings.ts';
import { parsedDay } from './parse-day.ts';
import { covariateProblems } from './plan-fit.ts';

/** A drafted covariate has at most this share missing (V11), so many levels, and there are so many of them at most (6). */
const MOST_MISSING = 0.4;
const MOST_LEVELS = 20;
const MOST_COVARIATES = 20;
/** A column to match on exactly has so few levels that cells do not run empty. */
const EXACT_LEVELS = { least: 2, most: 12 };
const EXACT_NAMES = /(^|_)(grade|department|level|stufe|abteilung)(_|$)/i;
/** From this share of days among its levels on, a column holds days. */
const DAYS_FROM = 0.5;

/** Names of facts that come about after the start; making the groups alike in them would take away what is measured. */
const AFTER_THE_START = [
  /^((was|is|got|has|date|year)_)?(promot(ed|ion)|exit|left|outcome|after|follow_?up|during)/,
  /^(bef(ö|oe)rder|austritt|ausgetreten|nachher|ergebnis)/,
  /_(promoted|exited|left|after|follow_?up\d*|during\d*)(_|$)/,
  /(^|_)(to|until|till)_(promotion|exit|leaving)(_|$)/,
];
const DATE_NAME = /(^|_)(date|datum)(_|$)/;

/** Columns on which groups can be made alike, in the order of the file: facts about people, known before the start. */
export function alikeColumns(rows: StudyRows): string[] {
  const { people } = rows;
  return [...people.covariates]
    .filter(
      ([name, covariate]) =>
        !isKnownLater(name) &&
        !isDateLike(name, covariate) &&
        canBeAlike(covariate, people.count) &&
        covariateProblems(rows, name, 'people').length === 0,
    )
    .map(([name]) => name)
    .slice(0, MOST_COVARIATES);
}

/** Whether a name says that its column is known only after the start, or is what is measured. */
function isKnownLater(name: string): boolean {
  const form = headingForm(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
  return (
    (EVENT_KINDS as readonly string[]).includes(form) || AFTER_THE_START.some((pattern) => pattern.test(form))
  );
}

function isDateLike(name: string, covariate: Covariate): boolean {
  if (DATE_NAME.test(headingForm(name))) return true;
  if (covariate.kind === 'numeric') return false;
  const days = covariate.levels.filter(
    (level) =>
      'day' in parsedDay(level, 'day-first') ||
      'day' in parsedDay(level, 'month-first') ||
      /^\d{4}-\d{2}-\d{2}[T ]/.test(level),
  );
  return days.length >= DAYS_FROM * covariate.levels.length;
}

function canBeAlike(covariate: Covariate, n: number): boolean {
  if (covariate.kind === 'category') {
    const missing = covariate.codes.reduce((sum, code) => sum + (code === 0 ? 1 : 0), 0);
    return (
      covariate.levels.length >= 2 && covariate.levels.length <= MOST_LEVELS && missing <= MOST_MISSING * n
    );
  }
  let missing = 0;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of covariate.values) {
    if (Number.isNaN(value)) missing++;
    else [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  return low < high && missing <= MOST_MISSING * n;
}

/** The column with the most levels that are still few; grade, department or level first. */
export function exactColumn(people: PeopleRows, names: readonly string[]): string | undefined {
  let best: { name: string; levels: number; named: boolean } | undefined;
  for (const name of names) {
    const covariate = people.covariates.get(name)!;
    if (covariate.kind !== 'category') continue;
    const levels = covariate.levels.length;
    if (levels < EXACT_LEVELS.least || levels > EXACT_LEVELS.most) continue;
    const named = EXACT_NAMES.test(name);
    if (!best || (named && !best.named) || (named === best.named && levels > best.levels))
      best = { name, levels, named };
  }
  return best?.name;
}
