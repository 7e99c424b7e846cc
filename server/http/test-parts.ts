import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import { doorLimits } from '#server/sign-in/door-limits.ts';
import type { AppParts } from './app.ts';
import type { Route } from './route.ts';

/** Parts of an application whose routes need no database, for tests; asking one is a fault. */
export function bareParts(routes: readonly Route[], more: Partial<AppParts> = {}): AppParts {
  return {
    database: nowhere(),
    routes,
    clock: { now: () => new Date('2026-11-25T12:00:00Z') },
    installation: {
      origin: 'http://127.0.0.1:7420',
      mail: 'is shown in the terminal',
      secretKey: new Uint8Array(32).fill(9),
      limits: doorLimits(),
    },
    formSecret: new Uint8Array(32).fill(7),
    findVisitor: () => Promise.resolve(null),
    noteUse: () => Promise.resolve(),
    recordEntry: () => Promise.reject(new RangeError('bareParts: there is no record')),
    readPayloads: () => Promise.reject(new RangeError('bareParts: there is no record')),
    logFault: () => undefined,
    addressOf: () => '198.51.100.7',
    ...more,
  };
}

/** A database that is away. */
function nowhere(): Kysely<Tables> {
  const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => Object.assign(new DummyDriver(), { acquireConnection: () => Promise.reject(away) }),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
