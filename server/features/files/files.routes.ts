import { FORM_BYTES } from '#server/evaluating/limits.ts';
import { signedRoute, type Route } from '#server/http/route.ts';
import { FilesStepPage } from './files-step.page.tsx';
import {
  addFiles,
  deleteStudy,
  keepFor,
  makeStudy,
  removeFile,
  studiesOf,
  studyOf,
} from './files.actions.ts';
import { keepSchema, newStudySchema, noValuesSchema, tableSchema } from './files.schema.ts';
import { recordLookAt } from './program-plan.ts';
import { resultFile } from './result-file.ts';
import { sample, template } from './samples.ts';
import { StartPage } from './start.page.tsx';
import { goTo, seen } from './step-answer.ts';
import { studyData } from './study-data.ts';
import { uploadedFiles } from './uploaded-files.ts';

const needs = 'files.evaluate';
/** The values of a form with files come on top. */
const mostBytes = FORM_BYTES + 100_000;

/** Files come in, are looked at, are taken along, and go. */
export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: '/files',
    needs,
    act: async ({ scope }) => {
      const studies = (await studiesOf(scope)).map((study) => studyData(study, null, scope.clock.now()));
      return { data: { studies }, page: (view) => StartPage({ view, studies }) };
    },
  }),
  signedRoute({
    method: 'GET',
    path: '/files/templates/:name',
    needs,
    act: async ({ params }) => ({
      file: { name: params['name']!, type: 'text/csv; charset=utf-8', bytes: template(params['name']!) },
    }),
  }),
  signedRoute({
    method: 'GET',
    path: '/files/samples/:name',
    needs,
    act: async ({ params }) => ({
      file: { name: params['name']!, type: 'application/octet-stream', bytes: sample(params['name']!) },
    }),
  }),
  signedRoute({
    method: 'GET',
    path: '/files/:study/files',
    needs,
    act: async ({ scope, params }) => {
      const { data } = await seen(scope, params['study']!);
      return { data: { study: data }, page: (view) => FilesStepPage({ view, study: data }) };
    },
  }),
  signedRoute({
    method: 'GET',
    path: '/files/:study/results/:name',
    needs,
    records: true,
    act: async ({ scope, params }) => {
      await recordLookAt(scope, await studyOf(scope, params['study']!));
      return resultFile(scope, params['study']!, params['name']!);
    },
  }),
  signedRoute({
    method: 'GET',
    path: '/files/:study/problems.csv',
    needs,
    act: async ({ scope, params }) => resultFile(scope, params['study']!, 'problems.csv'),
  }),
  signedRoute({
    method: 'GET',
    path: '/files/:study/problems.xlsx',
    needs,
    act: async ({ scope, params }) => resultFile(scope, params['study']!, 'problems.xlsx'),
  }),
  signedRoute({
    method: 'POST',
    path: '/files',
    needs,
    mostBytes,
    body: newStudySchema,
    example: { allowed: 'yes', keep: 'visit' },
    act: async ({ scope, body, files }) => {
      const { id, afterwards } = await makeStudy(scope, body, await uploadedFiles(files));
      return { ...goTo(id, 'columns', afterwards), status: 201 };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/files/:study/files',
    form: '/files/:study/files',
    needs,
    mostBytes,
    body: noValuesSchema,
    example: {},
    act: async ({ scope, params, files }) => {
      const id = params['study']!;
      return goTo(id, 'columns', await addFiles(scope, id, await uploadedFiles(files)));
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/files/:study/files/remove',
    form: '/files/:study/files',
    needs,
    body: tableSchema,
    example: { table: 'events' },
    act: async ({ scope, params, body }) => {
      const id = params['study']!;
      return goTo(id, 'columns', await removeFile(scope, id, body.table));
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/files/:study/keep',
    needs,
    body: keepSchema,
    example: { keep: 'month' },
    act: async ({ scope, params, body }) => {
      const id = params['study']!;
      await keepFor(scope, id, body.keep);
      return { data: { id }, goTo: `/files/${id}` };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/files/:study/delete',
    needs,
    act: async ({ scope, params }) => {
      await deleteStudy(scope, params['study']!);
      return { data: {}, goTo: '/files' };
    },
  }),
];
