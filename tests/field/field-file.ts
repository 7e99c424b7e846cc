import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '#intake/table.ts';
import { textFile } from '#tests/text-file.ts';

/** A file made for a case that people reported from the field. */
export function fieldFile(name: string): SourceFile {
  return { name, bytes: readFileSync(join(import.meta.dirname, 'files', name)) };
}

/** A CSV case with other headings in its first line, as somebody would rename them. */
export function withHeadings(name: string, headings: string): SourceFile {
  const [, ...rows] = new TextDecoder().decode(fieldFile(name).bytes).split('\n');
  return textFile(name, [headings, ...rows].join('\n'));
}
