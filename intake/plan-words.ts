import type { z } from 'zod';
import { fieldsOf } from './plan-schema.ts';

/** What is wrong with a field of a plan, in plain words. */
export interface PlanWords {
  readonly field: string;
  readonly value: string | null;
  readonly problem: string;
  readonly cure: string;
}

type Issue = z.core.$ZodIssue;

/** The fields that may stand at a place, for whoever wrote one that may not. */
type FieldsAt = (path: readonly string[]) => readonly string[];

const planFieldsAt: FieldsAt = (path) => fieldsOf(path[0] ?? '');

/** An issue of the schema in plain words: a field each, with its value and the cure. */
export function planWords(issue: Issue, json: unknown, fieldsAt: FieldsAt = planFieldsAt): PlanWords[] {
  const path = issue.path.map(String);
  const field = path.join('.') || 'plan';
  const value = valueAt(json, path);
  const shown = value === undefined ? null : short(JSON.stringify(value));
  const say = (problem: string, cure: string): PlanWords[] => [{ field, value: shown, problem, cure }];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      unknownField([...path, key], valueAt(json, [...path, key]), fieldsAt(path)),
    );
  }
  if (value === undefined)
    return say(`The plan has no \`${field}\`.`, `Add \`${field}\`: ${expected(issue)}.`);
  if (issue.code === 'too_small' && issue.origin === 'string')
    return say(`\`${field}\` is empty.`, `Write ${expected(issue)}.`);
  return say(`\`${field}\` is ${shown}, which is not ${expected(issue)}.`, `Write ${expected(issue)}.`);
}

function unknownField(path: readonly string[], value: unknown, fields: readonly string[]): PlanWords {
  const field = path.join('.');
  const key = path.at(-1)!;
  const form = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  const meant = fields.find(
    (known) =>
      form(known) === form(key) || form(`${known}s`) === form(key) || form(known) === form(`${key}s`),
  );
  return {
    field,
    value: JSON.stringify(value) ?? null,
    problem: `\`${field}\` is not a field of a plan.`,
    cure:
      meant !== undefined
        ? `Write \`${meant}\`.`
        : `Take it out${fields.length > 0 ? `; the fields here are ${fields.map((known) => `\`${known}\``).join(', ')}` : ''}.`,
  };
}

/** What a field must be, as a noun. */
function expected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (DATES.has(String(issue.path.at(-1)))) return A_DAY;
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1
        ? `\`${String(issue.values[0])}\``
        : `one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
    case 'invalid_union':
      return issue.path.at(-1) === 'ratio' ? 'one of 1, 2, 3' : 'a value that fits';
    case 'too_small':
      if (issue.origin === 'string') return 'a text that is not empty';
      return issue.inclusive === false
        ? `a number above ${issue.minimum}`
        : `a number from ${issue.minimum} up`;
    case 'too_big':
      if (issue.origin === 'string') return `a text of at most ${issue.maximum} letters`;
      return issue.origin === 'array'
        ? `a list of at most ${issue.maximum}`
        : `a number up to ${issue.maximum}`;
    case 'custom':
      return A_DAY;
    default:
      return issue.message;
  }
}

const A_DAY = 'a day that exists, as YYYY-MM-DD';
const DATES: ReadonlySet<string> = new Set(['cutoff', 'look', 'on', 'from', 'to']);

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in braces',
  record: 'an object in braces',
};

function valueAt(json: unknown, path: readonly string[]): unknown {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** A value that fits on a line. */
function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
