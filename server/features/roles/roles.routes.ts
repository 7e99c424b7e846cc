import { holds } from '#server/access/grants.ts';
import { signedRoute, type Route } from '#server/http/route.ts';
import { askForBoxKeeper } from './box-keeper.ts';
import { endGrant, grantRole, renewGrant, undoEnd } from './roles.actions.ts';
import { PeoplePage, ProgramRolesPage } from './roles.page.tsx';
import { boxKeeperSchema, newGrantSchema, peopleQuerySchema } from './roles.schema.ts';
import { justDone, peopleWhoWorkHere, toData } from './who-works-here.ts';

const SOMEBODY = '00000000-0000-4000-8000-000000000000';

export const routes: readonly Route[] = [
  signedRoute({
    method: 'GET',
    path: '/people',
    needs: 'roles.read',
    query: peopleQuerySchema,
    act: async ({ scope, query }) => {
      const shown = await peopleWhoWorkHere(scope, null);
      const done = await justDone(scope, query);
      return { data: toData(shown), page: (view) => PeoplePage({ view, shown, done }) };
    },
  }),
  signedRoute({
    method: 'GET',
    path: '/p/:program/roles',
    needs: 'program-roles.read',
    act: async ({ scope, params }) => {
      const program = params['program']!;
      const shown = await peopleWhoWorkHere(scope, program);
      const mayAsk = holds(scope.grants, ['program-manager', 'admin'], program);
      return { data: toData(shown), page: (view) => ProgramRolesPage({ view, shown, mayAsk }) };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/people/grants',
    needs: 'roles.change',
    body: newGrantSchema,
    form: '/people',
    example: { person: SOMEBODY, role: 'observer', program: 'organisation' },
    act: async ({ scope, body }) => {
      const id = await grantRole(scope, body, 'granted');
      return { data: { id }, status: 201, goTo: `/people?given=${id}` };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/people/grants/:grant/end',
    needs: 'roles.change',
    example: {},
    act: async ({ scope, params }) => {
      const { id } = await endGrant(scope, params['grant']!);
      return { data: { id }, goTo: `/people?ended=${id}` };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/people/grants/:grant/undo',
    needs: 'roles.change',
    form: '/people',
    example: {},
    act: async ({ scope, params }) => {
      const { id } = await undoEnd(scope, params['grant']!);
      return { data: { id }, goTo: `/people?given=${id}` };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/people/grants/:grant/renew',
    needs: 'roles.change',
    form: '/people',
    example: {},
    act: async ({ scope, params }) => {
      const { id } = await renewGrant(scope, params['grant']!);
      return { data: { id }, goTo: `/people?renewed=${id}` };
    },
  }),
  signedRoute({
    method: 'POST',
    path: '/p/:program/roles/box-keeper',
    needs: 'box-keeper.ask',
    body: boxKeeperSchema,
    form: '/p/:program/roles',
    example: { person: SOMEBODY },
    act: async ({ scope, params, body }) => {
      const { id } = await askForBoxKeeper(scope, params['program']!, body.person);
      return { data: { id }, status: 201, goTo: `/acts/${id}` };
    },
  }),
];
