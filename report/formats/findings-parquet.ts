import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { text } from '../text/text.ts';
import { FINDINGS_COLUMNS, findingsRows, type FindingsColumn } from './findings-table.ts';

const TYPES = {
  text: 'STRING',
  number: 'DOUBLE',
  people: 'INT32',
} as const satisfies Record<FindingsColumn['holds'], string>;

/**
 * The findings as Parquet: the cells of `findings.csv` with their types, and the plan beside them as metadata.
 *
 * Shape: the same bytes for the same findings.
 * Units: shares times 100, as `unit` says; scores in their own unit.
 * Missing: null.
 */
export function findingsParquet(shown: ShownEvaluation): Uint8Array {
  const rows = findingsRows(shown);
  const written = parquetWriteBuffer({
    columnData: FINDINGS_COLUMNS.map(({ name, holds }, c) => ({
      name,
      data: rows.map((row) => row[c]!),
      type: TYPES[holds],
      nullable: holds !== 'text',
    })),
    createdBy: 'plumbline',
    kvMetadata: metadata(shown),
  });
  return new Uint8Array(written);
}

function metadata({ plan, planFingerprint, planLocked }: ShownEvaluation): { key: string; value: string }[] {
  const known = {
    plan_fingerprint: planFingerprint,
    cutoff: plan.cutoff,
    design: plan.design,
    ...(planLocked ? {} : { not_locked: text('note.V13', {}) }),
  };
  return Object.entries(known).map(([key, value]) => ({ key, value }));
}
