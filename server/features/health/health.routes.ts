import { sql } from 'kysely';
import { bareRoute, openRoute, type Route } from '#server/http/route.ts';

export const routes: readonly Route[] = [
  /** The process lives and answers. */
  bareRoute({
    method: 'GET',
    path: '/health',
    needs: 'everybody',
    anyHost: true,
    act: () => ({ data: { status: 'lives' } }),
  }),
  /** The database answers as well; else 503. */
  openRoute({
    method: 'GET',
    path: '/health/ready',
    needs: 'everybody',
    anyHost: true,
    act: async ({ scope }) => {
      await sql`select 1`.execute(scope.rows);
      return { data: { status: 'ready' } };
    },
  }),
];
