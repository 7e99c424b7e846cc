import type { SourceFile } from '#intake/table.ts';

/** A file of the given text, as UTF-8 without a mark. */
export function textFile(name: string, text: string): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) };
}
