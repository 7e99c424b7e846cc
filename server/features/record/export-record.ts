import { canonicalText } from '#record/entry/canonical.ts';
import { rowsCsv, rowsXlsx, type RowCell, type RowsTable } from '#report/formats/rows/rows-file.ts';
import { Problem } from '#server/http/problem.ts';
import type { Answer } from '#server/http/route.ts';
import type { Scope } from '#server/scope.ts';
import { wordsIn, type Words } from '#server/text/words.ts';
import { entriesShown, filterOf, type RecordAsked, type ShownEntry } from './record.actions.ts';
import type { ExportFormat } from './record.schema.ts';
import { ownExportsSince, sealedEntries } from './record.store.ts';
import { kindName, whatItSays } from './what-it-says.ts';

/** Read at a time, so that a long record does not stand in memory twice. */
const AT_ONCE = 2000;

/** Nobody carries more than this out in a day (trust.md 7.1). */
const MOST_A_DAY = 10;
const DAY_MS = 24 * 60 * 60 * 1000;

const COLUMNS = [
  'number',
  'id',
  'at',
  'actor',
  'who',
  'kind',
  'what',
  'object_type',
  'object_id',
  'says',
  'header',
  'leaf',
  'root',
] as const;

/**
 * The sealed entries as a file, the first one first; that they left is an entry itself.
 *
 * @throws Problem `too-often` after ten exports within a day
 */
export async function exportRecord(
  scope: Scope,
  asked: RecordAsked & { readonly format: ExportFormat },
): Promise<NonNullable<Answer['file']>> {
  const { program, show, format } = asked;
  const already = await ownExportsSince(scope, new Date(scope.clock.now().getTime() - DAY_MS));
  if (already >= MOST_A_DAY)
    throw new Problem('too-often', { text: 'record.export.too-often', values: { most: MOST_A_DAY } });
  const words = wordsIn(scope.organisation.language);
  const filter = filterOf(scope, asked);
  const rows: RowCell[][] = [];
  for (let offset = 0; ; offset += AT_ONCE) {
    const stored = await sealedEntries(scope, filter, { limit: AT_ONCE, offset });
    for (const entry of await entriesShown(scope, stored)) rows.push(rowOf(words, entry));
    if (stored.length < AT_ONCE) break;
  }
  await scope.record({
    kind: 'export.made',
    object: `record/${program ?? scope.organisation.id}`,
    ...(program === null ? {} : { program }),
    payload: { what: show === undefined ? 'record' : `record-${show}`, format, rows: rows.length },
  });
  return fileOf({ columns: COLUMNS, rows: rows.reverse() }, format, `record-${scope.today}`);
}

function fileOf(table: RowsTable, format: ExportFormat, name: string): NonNullable<Answer['file']> {
  if (format === 'xlsx') {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { name: `${name}.xlsx`, type, bytes: rowsXlsx(table, 'record') };
  }
  return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: rowsCsv(table, format) };
}

function rowOf(words: Words, entry: ShownEntry): RowCell[] {
  const { header, leaf, root, seq } = entry.stored;
  return [
    seq,
    entry.id,
    entry.at,
    entry.actor,
    entry.who,
    entry.kind,
    kindName(words, entry.kind),
    entry.object.type,
    entry.object.id,
    whatItSays(words, entry),
    canonicalText(header),
    leaf.toString('hex'),
    root?.toString('hex') ?? null,
  ];
}
