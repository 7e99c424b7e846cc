import { z } from 'zod';
import { Problem } from '#server/http/problem.ts';
import { signedRoute, type Route } from '#server/http/route.ts';
import { CheckStepPage } from './check-step.page.tsx';
import { ColumnsStepPage } from './columns-step.page.tsx';
import { FilesStepPage } from './files-step.page.tsx';
import {
  beginReport,
  bytesOf,
  chooseProblemRows,
  keepPlan,
  readingOf,
  readOtherwise,
  stopWork,
  studyOf,
  workAgain,
} from './files.actions.ts';
import { planSchema, problemRowsSchema, reportSchema, settingsSchema } from './files.schema.ts';
import { planOfForm } from './plan-form.ts';
import { lockedPlanOf, recordLookAt } from './program-plan.ts';
import { PlanStepPage } from './plan-step.page.tsx';
import { NoReportPage, ReportStepPage } from './report-step.page.tsx';
import { goTo, seen, stepAnswer } from './step-answer.ts';
import { documentOf } from './study-state.ts';

const needs = 'files.evaluate';

/** The steps of a study, from columns to the report. */
export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: '/files/:study',
    needs,
    act: async ({ scope, params }) => {
      const { study, data, reading } = await seen(scope, params['study']!);
      const step = study.work_kind === 'report' || documentOf(study) ? 'report' : 'columns';
      return {
        data: { study: data, ...(reading !== null && { reading }) },
        page: (view) => FilesStepPage({ view, study: data }),
        goTo: `/files/${study.id}/${step}`,
      };
    },
  }),
  signedRoute({
    method: 'GET',
    path: '/files/:study/columns',
    needs,
    act: async ({ scope, params }) => {
      const here = await seen(scope, params['study']!);
      return stepAnswer(here, (view, reading) => ColumnsStepPage({ view, study: here.data, reading }));
    },
  }),
  signedRoute({
    method: 'GET',
    path: '/files/:study/plan',
    needs,
    act: async ({ scope, params }) => {
      const here = await seen(scope, params['study']!);
      return stepAnswer(here, (view, reading) => PlanStepPage({ view, study: here.data, reading }));
    },
  }),
  signedRoute({
    method: 'GET',
    path: '/files/:study/check',
    needs,
    act: async ({ scope, params }) => {
      const here = await seen(scope, params['study']!);
      return stepAnswer(here, (view, reading) => CheckStepPage({ view, study: here.data, reading }));
    },
  }),
  signedRoute({
    method: 'GET',
    path: '/files/:study/report',
    needs,
    records: true,
    act: async ({ scope, params }) => {
      const here = await seen(scope, params['study']!);
      const document = documentOf(here.study);
      if (document === undefined) return stepAnswer(here, (view) => NoReportPage({ view, study: here.data }));
      await recordLookAt(scope, here.study);
      const report = JSON.parse(new TextDecoder().decode(bytesOf(scope, here.study, document.id)));
      return stepAnswer(here, (view) => ReportStepPage({ view, study: here.data, report }));
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/files/:study/columns',
    needs,
    body: settingsSchema,
    example: { dates: 'day-first' },
    act: async ({ scope, params, body }) => {
      const id = params['study']!;
      return goTo(id, 'columns', await readOtherwise(scope, id, body));
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/files/:study/plan',
    needs,
    body: planSchema,
    example: { source: 'file', looked: 'yes' },
    act: async ({ scope, params, body }) => {
      const study = await studyOf(scope, params['study']!, 'locking');
      const reading = readingOf(scope, study);
      if (reading === null) throw new Problem('not-now', { text: 'files.not-now.reading' });
      return goTo(study.id, 'check', await keepPlan(scope, study, planOfForm(body, reading)));
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/files/:study/plan/program',
    needs,
    body: z.strictObject({ program: z.uuid('files.wrong.program') }),
    form: '/files/:study/plan',
    example: { program: '00000000-0000-4000-8000-000000000000' },
    act: async ({ scope, params, body }) => {
      const study = await studyOf(scope, params['study']!, 'locking');
      const plan = await lockedPlanOf(scope, body.program);
      return goTo(study.id, 'check', await keepPlan(scope, study, plan));
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/files/:study/check',
    needs,
    body: problemRowsSchema,
    example: { problemRows: 'leave-out' },
    act: async ({ scope, params, body }) => {
      const id = params['study']!;
      return goTo(id, 'check', await chooseProblemRows(scope, id, body.problemRows));
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/files/:study/report',
    needs,
    body: reportSchema,
    example: { reports: ['integrity'], paper: 'a4' },
    act: async ({ scope, params, body }) => {
      const id = params['study']!;
      return goTo(id, 'report', await beginReport(scope, id, body));
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/files/:study/stop',
    needs,
    act: async ({ scope, params }) => {
      const id = params['study']!;
      await stopWork(scope, id);
      return { data: { id }, goTo: `/files/${id}/files` };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/files/:study/again',
    needs,
    act: async ({ scope, params }) => {
      const id = params['study']!;
      const { afterwards, kind } = await workAgain(scope, id);
      return goTo(id, kind === 'report' ? 'report' : 'columns', afterwards);
    },
  }),
];
