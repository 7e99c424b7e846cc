import { parseSync, type Comment, type Program } from 'oxc-parser';
import { textOf } from './source-files.ts';

/** What a file asks for. */
export interface Request {
  readonly of: string;
  readonly line: number;
}

/** A source file as a tree, with what it imports. */
export interface ParsedFile {
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** Static, dynamic, type-only and re-exported, in the order of the file. */
  readonly requests: readonly Request[];
}

/**
 * The tree of a source file.
 *
 * @throws Error when the file cannot be parsed
 */
export function parsedFile(root: string, file: string): ParsedFile {
  const text = textOf(root, file);
  const { program, comments, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`parsedFile: ${file}: ${errors[0]!.message}`);
  const found = [
    ...module.staticImports.map(({ moduleRequest }) => ({
      of: moduleRequest.value,
      at: moduleRequest.start,
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) =>
        moduleRequest === null ? [] : [{ of: moduleRequest.value, at: moduleRequest.start }],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      of: text.slice(start, end).replace(/^['"`]|['"`]$/g, ''),
      at: start,
    })),
    // `import('…').Type` inside a type is in no list of the parser.
    ...[...text.matchAll(/\bimport\('([^']+)'\)\./g)].map((match) => ({ of: match[1]!, at: match.index })),
  ];
  const requests = found
    .sort((one, other) => one.at - other.at)
    .map(({ of, at }) => ({ of, line: text.slice(0, at).split('\n').length }));
  return { text, program, comments, requests };
}
