import { Visitor, type Function as FunctionNode, type ArrowFunctionExpression } from 'oxc-parser';
import { lineAt, type Check, type Failure } from './check.ts';
import { exemptions, withoutExempt } from './exemptions.ts';
import { parsedFile } from './parsed-file.ts';
import { isTest, sourceFiles, textOf } from './source-files.ts';

/** What one mind holds at once; from the habits of the project: guard the largest, not the average. */
const MOST_LINES = 300;
const MOST_LINES_TEST = 500;
const MOST_LINES_FUNCTION = 60;
/** Half of the source files are shorter than this. */
const MEDIAN_BELOW = 80;

/** No long file, no long function, and half of the files short. */
export const size: Check = {
  name: 'size',
  async run(root) {
    const files = sourceFiles(root).map((file) => ({ file, lines: lineCount(textOf(root, file)) }));
    const tooLong = files.flatMap(({ file, lines }): Failure[] => {
      const most = isTest(file) ? MOST_LINES_TEST : MOST_LINES;
      return lines > most ? [{ file, line: null, message: `${lines} lines; at most ${most}` }] : [];
    });
    const functions = files
      .filter(({ file }) => !isTest(file))
      .flatMap(({ file }) => longFunctions(root, file));
    const failures = [...tooLong, ...functions, ...medianTooHigh(files)];
    return withoutExempt(failures, exemptions(root, 'size'));
  },
};

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

function longFunctions(root: string, file: string): Failure[] {
  const { text, program } = parsedFile(root, file);
  const failures: Failure[] = [];
  const measure = (node: FunctionNode | ArrowFunctionExpression): void => {
    const line = lineAt(text, node.start);
    const lines = lineAt(text, node.end) - line + 1;
    if (lines <= MOST_LINES_FUNCTION) return;
    failures.push({ file, line, message: `a function of ${lines} lines; at most ${MOST_LINES_FUNCTION}` });
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(program);
  return failures;
}

function medianTooHigh(files: readonly { file: string; lines: number }[]): Failure[] {
  const lines = files
    .filter(({ file }) => !isTest(file))
    .map((entry) => entry.lines)
    .sort((a, b) => a - b);
  const median = lines[Math.floor(lines.length / 2)] ?? 0;
  if (median < MEDIAN_BELOW) return [];
  return [
    {
      file: '.',
      line: null,
      message: `half of the files have ${median} lines or more; at most ${MEDIAN_BELOW}`,
    },
  ];
}
