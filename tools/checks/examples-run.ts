import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { lineAt, type Check, type Failure } from './check.ts';
import { isTest, sourceFiles, textOf } from './source-files.ts';

/** What a doc comment promises: an expression of the file's own exports, and its value. */
interface Promised {
  readonly line: number;
  readonly expression: string;
  readonly value: string;
}

/** Every `@example` with a value runs, and gives that value to the digits printed. */
export const examplesRun: Check = {
  name: 'examples-run',
  async run(root) {
    const hook: string = '#cli/jsx-hook.js';
    await import(hook);
    const failures: Failure[] = [];
    for (const file of sourceFiles(root).filter((path) => !isTest(path) && path.includes('/'))) {
      const promises = promised(textOf(root, file));
      if (promises.length === 0) continue;
      const names = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
      failures.push(...promises.flatMap((promise) => broken(file, promise, names)));
    }
    return failures;
  },
};

function promised(text: string): Promised[] {
  return [...text.matchAll(/^ *\* @example\n((?: *\* .*\n)*?) *\* \/\/ => (.*)$/gm)].map((match) => ({
    line: lineAt(text, match.index),
    expression: match[1]!.replace(/^ *\* /gm, '').trim(),
    value: match[2]!.trim(),
  }));
}

function broken(file: string, promise: Promised, names: Record<string, unknown>): Failure[] {
  const { line, expression, value } = promise;
  try {
    const given = evaluated(expression, names);
    if (isDeepStrictEqual(given, evaluated(value, {})) || sameDigits(given, value)) return [];
    return [{ file, line, message: `gives ${JSON.stringify(given)}, and the comment says ${value}` }];
  } catch (problem) {
    return [{ file, line, message: `does not run: ${String(problem)}` }];
  }
}

function evaluated(expression: string, names: Record<string, unknown>): unknown {
  // The text is that of our own comments; running it is what this check is for.
  // oxlint-disable-next-line typescript/no-implied-eval
  const run = new Function(...Object.keys(names), `return (${expression}\n);`);
  return run(...Object.values(names));
}

/** A number is promised to the digits that are printed. */
function sameDigits(given: unknown, printed: string): boolean {
  const decimals = /^-?\d+\.(\d+)$/.exec(printed)?.[1]?.length;
  return typeof given === 'number' && decimals !== undefined && given.toFixed(decimals) === printed;
}
