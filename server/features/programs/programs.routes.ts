import { signedRoute, type Route } from '#server/http/route.ts';
import { makeProgram, programsToOpen } from './programs.actions.ts';
import { NewProgramPage, ProgramsPage } from './programs.page.tsx';
import { newProgramSchema } from './programs.schema.ts';

export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: '/programs',
    needs: 'signed-in',
    act: async ({ scope }) => {
      const programs = await programsToOpen(scope);
      return { data: { programs }, page: (view) => ProgramsPage({ view, programs }) };
    },
  }),
  signedRoute({
    method: 'GET',
    path: '/programs/new',
    needs: 'program.make',
    act: async () => ({ page: (view) => NewProgramPage({ view }) }),
  }),
  signedRoute({
    method: 'POST',
    path: '/programs',
    needs: 'program.make',
    body: newProgramSchema,
    form: '/programs/new',
    example: { name: 'Compass 2027', template: 'leadership' },
    act: async ({ scope, body }) => {
      const id = await makeProgram(scope, body);
      return { data: { id }, status: 201, goTo: `/p/${id}/plan` };
    },
  }),
];
