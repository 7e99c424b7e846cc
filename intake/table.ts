/** A file as bytes, named as the person named it. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file as columns of text, blanks round cells taken off; nothing is read into the values yet. */
export interface Table {
  readonly file: string;
  readonly headings: readonly string[];
  readonly columns: readonly (readonly string[])[];
  /** Where each row stands: physical line (CSV), sheet row (XLSX), row + 1 (Parquet). */
  readonly lines: readonly number[];
  /** Line of the headings. */
  readonly headingLine: number;
  /** What stood between cells (CSV). */
  readonly delimiter?: string;
  /** Whether numbers were numbers in the file, not text: their decimal sign is then a point, whatever else is guessed. */
  readonly typed?: true;
  /** Texts such as `1.000` that were text even so, where numbers were numbers: they follow the decimal sign of their column. */
  readonly numberTexts?: ReadonlySet<string>;
  /** How plain numbers in a column of dates count days; absent when numbers are no dates. */
  readonly dateSystem?: '1900' | '1904';
}

/** The column of a heading, or `undefined`. */
export function columnOf(table: Table, heading: string): readonly string[] | undefined {
  const at = table.headings.indexOf(heading);
  return at < 0 ? undefined : table.columns[at];
}

/** The column of a heading, empty cells when there is none. */
export function columnOrEmpty(table: Table, heading: string): readonly string[] {
  return columnOf(table, heading) ?? Array.from(table.lines, () => '');
}
