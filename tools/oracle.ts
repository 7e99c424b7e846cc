import { readFileSync } from 'node:fs';
import { test } from 'vitest';

/** The recorded answers of another tool, as `<stem>.oracle.json` holds them. */
export interface OracleFile<Input, Expected> {
  /** The tool and its version, for example `R 4.2.2; clubSandwich 0.5.8`. */
  readonly tool: string;
  /** The script beside it that wrote the file. */
  readonly script: string;
  /** The seed of the script's random cases. */
  readonly seed: number;
  /** Every recorded case, each with a name of its own. */
  readonly cases: readonly { readonly name: string; readonly input: Input; readonly expected: Expected }[];
}

/**
 * One test for each case that another tool recorded beside the test file, none left out.
 *
 * Shape: reads `<stem>.oracle.json` in the folder of the calling test.
 * Missing: R's `NA` and `NaN` arrive as `null`; an array of one value stays an array if the script used `I()`.
 *
 * @param testUrl the caller's `import.meta.url`
 * @param run makes the assertions for one case
 * @throws RangeError when the file records no case or two cases with the same name, so that no case can be lost
 * @example
 * oracle<{ values: number[] }, number>(import.meta.url, 'mean', ({ values }, expected) => {
 *   expectClose(mean(values), expected, 1e-12);
 * });
 */
export function oracle<Input, Expected>(
  testUrl: string,
  stem: string,
  run: (input: Input, expected: Expected, name: string) => void,
): void {
  const text = readFileSync(new URL(`${stem}.oracle.json`, testUrl), 'utf8');
  const file = JSON.parse(text) as OracleFile<Input, Expected>;
  const names = new Set(file.cases.map((recorded) => recorded.name));
  if (file.cases.length === 0 || names.size !== file.cases.length) {
    throw new RangeError(`oracle: ${stem}.oracle.json must record at least one case, each with its own name`);
  }
  for (const recorded of file.cases) {
    test(`${stem} agrees with ${file.tool}: ${recorded.name}`, () => {
      run(recorded.input, recorded.expected, recorded.name);
    });
  }
}
