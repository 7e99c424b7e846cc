import { z, type ZodType } from 'zod';
import { Problem, type FieldProblem } from './problem.ts';

const NOTHING = z.strictObject({});

/** Every page can be asked for in another language; no schema has to say so. */
const LANGUAGE = 'language';

/**
 * A value that its schema accepts; no schema accepts nothing at all.
 *
 * @throws Problem `not-understood` for unknown fields, else `cannot-be`, with every wrong field at once
 */
export function checked<T>(schema: ZodType<T> | undefined, value: unknown): T {
  const result = (schema ?? (NOTHING as unknown as ZodType<T>)).safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues;
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown !== undefined)
    throw new Problem('not-understood', {
      text: 'problem.unknown-field',
      values: { name: unknown.keys.join(', ').slice(0, 200) },
    });
  throw new Problem('cannot-be', { fields: issues.map(fieldProblem) });
}

/** Schemas say the key of the text in their message, with values after a `|` as JSON; what zod itself says is one text. */
function fieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  const field = issue.path.join('.');
  const own = /^([a-z][a-z0-9.-]*)(?:\|(.*))?$/s.exec(issue.message);
  if (own !== null)
    return {
      field,
      text: own[1]!,
      ...(own[2] === undefined ? {} : { values: JSON.parse(own[2]) as Record<string, string | number> }),
    };
  return { field, text: `wrong.${issue.code.replaceAll('_', '-')}` };
}

/**
 * The query of an address; a key that comes twice is refused.
 *
 * @throws Problem `not-understood`
 */
export function queryValues(url: URL): Record<string, string> {
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [key, value] of url.searchParams) {
    if (key in values)
      throw new Problem('not-understood', { text: 'problem.twice', values: { name: key.slice(0, 80) } });
    values[key] = value;
  }
  delete values[LANGUAGE];
  return { ...values };
}
