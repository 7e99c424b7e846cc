import { signedRoute, type Route } from '#server/http/route.ts';
import { exportRecord } from './export-record.ts';
import { recordShown, verifyRecord, type ShownEntry, type ShownRecord } from './record.actions.ts';
import { RecordPage } from './record.page.tsx';
import { recordExportSchema, recordQuerySchema } from './record.schema.ts';
import { roleHolders } from './role-holders.ts';

export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: '/p/:program/record',
    needs: 'record.read',
    query: recordQuerySchema,
    act: async ({ scope, params, query }) => {
      const program = params['program']!;
      const record = await recordShown(scope, { ...query, program });
      const holders = await roleHolders(scope, program);
      return { data: toData(record), page: (view) => RecordPage({ view, record, holders }) };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/p/:program/record/exports',
    needs: 'record.export',
    body: recordExportSchema,
    form: '/p/:program/record',
    example: { format: 'csv' },
    act: async ({ scope, params, body }) => ({
      file: await exportRecord(scope, { ...body, program: params['program']! }),
    }),
  }),
  signedRoute({
    method: 'POST',
    path: '/p/:program/record/verifications',
    needs: 'record.read',
    example: {},
    act: async ({ scope, params }) => {
      await verifyRecord(scope);
      return { data: {}, status: 202, goTo: `/p/${params['program']!}/record` };
    },
  }),
  signedRoute({
    method: 'GET',
    path: '/record',
    needs: 'signed-in',
    query: recordQuerySchema,
    act: async ({ scope, query }) => {
      const record = await recordShown(scope, { ...query, program: null });
      return { data: toData(record), page: (view) => RecordPage({ view, record, holders: null }) };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/record/exports',
    needs: 'record.export-all',
    body: recordExportSchema,
    form: '/record',
    example: { format: 'csv' },
    act: async ({ scope, body }) => ({ file: await exportRecord(scope, { ...body, program: null }) }),
  }),
  signedRoute({
    method: 'POST',
    path: '/record/verifications',
    needs: 'signed-in',
    example: {},
    act: async ({ scope }) => {
      await verifyRecord(scope);
      return { data: {}, status: 202, goTo: '/record' };
    },
  }),
];

function toData({ show, page, pages, total, entries, check }: ShownRecord): unknown {
  return {
    show,
    page,
    pages,
    total,
    entries: entries.map(entryData),
    check: {
      endedAt: check.endedAt?.toISOString() ?? null,
      entries: check.entries,
      breaks: check.breaks,
      underWay: check.underWay,
    },
  };
}

function entryData({ stored, ...entry }: ShownEntry): unknown {
  return {
    ...entry,
    header: stored.header,
    leaf: stored.leaf.toString('hex'),
    root: stored.root?.toString('hex') ?? null,
  };
}
