/** `node tools/files-page.ts`: writes docs/files.md, every file and column that is read, from the lists that read them. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { EXPLAINED_TABLES } from '#intake/explained-tables.ts';
import type { ExplainedTable } from '#intake/first-tables.ts';

/** Where the page stands. */
export const FILES_PAGE = 'docs/files.md';

const ABOVE = `# Files

<!-- Made by \`node tools/files-page.ts\` from the lists by which the files are read; a check keeps it current. -->

A folder holds one study. Only \`people\` is needed, and \`events\`, \`scores\` or \`answers\` for what a plan compares; every other table adds what it can tell, and
without it the figures that need it say so. Each table is a file with its name: CSV, XLSX or Parquet. \`plumbline check DIR\` shows how each column was
understood before anything is used, and every problem at once.

- **Keys**, not names: the same key for the same person or pair in every file. Nobody is joined by guess; keys that look alike are told.
- **Days** are best written 2026-05-31. A column that is written in another way is read so when its days show which; else \`--dates\` says it.
- **Numbers** have a point or a comma, the same in a whole column; \`--decimal\` says which where the file leaves it open.
- **Words** of a list may have any case. Several values stand in one cell with \`;\` between.
- **An empty cell** is "not known" or "not yet". Not known stays in every denominator.
- **An erased person keeps a row**: a key of no meaning such as \`erased-1\`, and empty cells where facts stood. So does a pair that has ended. Taking rows away would make
  figures look better than they are.
- **Columns that are not listed** are not read (in \`people\` they are facts that a plan can name), and are told. Names, mail addresses, pay, health, religion and free text
  about people are never needed and do not come in.
- **No file for sealed answers**: who is promised that nobody can know what they answered is in no file with a key.
- **Instruments** that you bring along, with the right to use them, come as \`instruments.json\`: see
  [instruments-you-bring.md](instruments-you-bring.md).
- A file in another place or with another name: \`--meetings FILE\`, and so for every table.
`;

const NEED = { 'every-cell': 'every row', column: 'column', nothing: 'optional' };

/** The page, as it must stand in the repository. */
export async function filesPage(): Promise<string> {
  const text = [ABOVE, ...EXPLAINED_TABLES.map(section)].join('\n');
  return format(text, { parser: 'markdown' });
}

function section({ name, about, columns, key }: ExplainedTable): string {
  const rows = columns.map(
    ({ heading, need, form, about }) => `| \`${heading}\` | ${NEED[need]} | ${form} | ${about} |`,
  );
  const once = key.length === 0 ? '' : ` Once for each ${key.map((heading) => `\`${heading}\``).join(', ')}.`;
  return `## ${name}\n\n${about}${once}\n\n| column | needed | written | what it means |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

if (import.meta.main)
  writeFileSync(fileURLToPath(new URL(`../${FILES_PAGE}`, import.meta.url)), await filesPage());
