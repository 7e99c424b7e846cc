import { createHash } from 'node:crypto';
import type { PlanHistory } from '#evaluation/program/plan-history.ts';
import { reportPdf } from '#report/formats/pdf.ts';
import { programPlanJson, studyPlanJson } from '#report/reports/program-plan/program-plan-files.ts';
import { programPlanReport } from '#report/reports/program-plan/program-plan-report.ts';
import { Problem } from '#server/http/problem.ts';
import { signedRoute, type Answer, type Route } from '#server/http/route.ts';
import type { Scope } from '#server/scope.ts';
import { planState, type PlanState } from './plan.actions.ts';

/** What became of a plan, as its documents tell it. */
export function planHistory({ versions }: Pick<PlanState, 'versions'>): PlanHistory {
  const [lock, ...later] = versions;
  if (lock === undefined) return { lock: null, changes: [] };
  return {
    lock: {
      at: lock.made_at.toISOString(),
      by: lock.askedByName,
      second: lock.confirmedByName,
      fingerprint: lock.fingerprint,
    },
    changes: later.map((version, i) => ({
      at: version.made_at.toISOString(),
      by: version.askedByName,
      second: version.confirmedByName,
      reason: version.reason,
      lookedBefore: version.looks_before > 0,
      before: versions[i]!.document,
      after: version.document,
      fingerprint: version.fingerprint,
    })),
  };
}

/** What an export of a plan is made of: what is locked, or the draft. */
interface Exported {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array | string;
}

const FORMATS: Readonly<Record<string, (state: PlanState) => Promise<Exported>>> = {
  pdf: async (state) => ({
    name: 'program-plan.pdf',
    type: 'application/pdf',
    bytes: await reportPdf(programPlanReport(documentOf(state), planHistory(state)), { paper: 'a4' }),
  }),
  json: async (state) => ({
    name: 'program-plan.json',
    type: 'application/json',
    bytes: programPlanJson(documentOf(state), planHistory(state)),
  }),
  study: async (state) => {
    const json = studyPlanJson(documentOf(state), planHistory(state));
    if (json === null) throw new Problem('not-now', { text: 'plan.export.not-complete' });
    return { name: 'plan.json', type: 'application/json', bytes: json };
  },
};

function documentOf({ locked, document }: PlanState) {
  return locked?.document ?? document;
}

/** Every export is an entry of the record. */
async function exported(scope: Scope, program: string, format: string): Promise<Answer> {
  const { name, type, bytes } = await FORMATS[format]!(await planState(scope, program));
  await scope.record({
    kind: 'export.made',
    object: `plan/${program}`,
    program,
    payload: { what: 'plan', format, digest: createHash('sha256').update(bytes).digest('hex') },
  });
  return { file: { name, type, bytes } };
}

export const routes: readonly Route[] = Object.keys(FORMATS).map((format) =>
  signedRoute({
    method: 'GET',
    path: `/p/:program/plan/${format}`,
    needs: 'plan.read',
    records: true,
    act: async ({ scope, params }) => exported(scope, params['program']!, format),
  }),
);
