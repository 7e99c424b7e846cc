import { describe, expect, test } from 'vitest';
import { formValues } from '#server/http/form-values.ts';
import { targetFault } from '#server/http/route-target.ts';
import { CHANGING, textsIn, withPart } from './world.fixture.ts';

const LENGTH = 100_000;
const MOST_MILLISECONDS = 50;

/** Strings on which careless expressions take quadratic or exponential time. */
const LONG: readonly (readonly [string, string])[] = [
  ['one letter', 'a'.repeat(LENGTH)],
  ['blanks and a letter', `${' '.repeat(LENGTH)}x`],
  ['a letter, blanks and a letter', `x${' '.repeat(LENGTH)}x`],
  ['line breaks', '\r\n'.repeat(LENGTH / 2)],
  ['dots', '.'.repeat(LENGTH)],
  ['an address without an end', `${'a@'.repeat(LENGTH / 2)}!`],
  ['hyphens', '-'.repeat(LENGTH)],
  ['digits', `${'9'.repeat(LENGTH)}x`],
  ['brackets', '('.repeat(LENGTH)],
  ['marks on one letter', `a${'\u0301'.repeat(LENGTH)}`],
  ['letters that grow when they are made plain', '\ufdfa'.repeat(LENGTH / 8)],
  ['halves of letters', '\ud800'.repeat(LENGTH)],
  ['quotes', `"${'\\"'.repeat(LENGTH / 2)}`],
  ['percent signs', '%'.repeat(LENGTH)],
  ['two that take turns', `${'ab'.repeat(LENGTH / 2)}c`],
];

/** The best of three: what the machine does besides is not counted. */
function milliseconds(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe.each(
  CHANGING.filter(({ example, body }) => body !== undefined && textsIn(example).length > 0).map(
    (route) => [`${route.method} ${route.path}`, route] as const,
  ),
)('%s', (_, route) => {
  test('decides about 100 kB in any field within 50 ms', () => {
    for (const keys of textsIn(route.example))
      for (const [name, text] of LONG) {
        const body = withPart(route.example, keys, text);
        const taken = milliseconds(() => route.body!.safeParse(body));
        expect([keys.join('.'), name, taken < MOST_MILLISECONDS ? 'quick' : taken]).toEqual([
          keys.join('.'),
          name,
          'quick',
        ]);
      }
  });
});

test.each(LONG)('an address or a name of a field of 100 kB is refused within 50 ms: %s', (_, text) => {
  expect(milliseconds(() => targetFault(`/${text}`))).toBeLessThan(MOST_MILLISECONDS);
  const field = (): unknown => {
    try {
      return formValues([[text, '1']]);
    } catch {
      return null;
    }
  };
  expect(milliseconds(field)).toBeLessThan(MOST_MILLISECONDS);
});
