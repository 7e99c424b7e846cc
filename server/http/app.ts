import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import type { Installation } from '#server/installation.ts';
import type { ReadPayloads } from '#server/record-store/read-payloads.ts';
import type { RecordEntry } from '#server/record-store/record-entry.ts';
import type { Clock } from '#server/scope.ts';
import { answerRequest } from './answer-request.ts';
import { atTheFront } from './front.ts';
import type { AnsweredRequest } from './log.ts';
import { ownHost } from './own-host.ts';
import { plainRefusal } from './plain-refusal.ts';
import { refusedAnswer } from './problem-answer.ts';
import { Problem } from './problem.ts';
import type { RequestLimits } from './request-limits.ts';
import type { Route } from './route.ts';
import type { FindVisitor, NoteUse } from './visitor.ts';

/** What the application stands on; all of it is handed in. */
export interface AppParts {
  /** Signed in as `app_login`: never the owner of the tables. */
  readonly database: Kysely<Tables>;
  readonly routes: readonly Route[];
  readonly clock: Clock;
  readonly installation: Installation;
  /** Under which the tokens of forms are made. */
  readonly formSecret: Uint8Array;
  readonly findVisitor: FindVisitor;
  readonly noteUse: NoteUse;
  readonly recordEntry: RecordEntry;
  readonly readPayloads: ReadPayloads;
  /** What went wrong unforeseen, with the reference that the visitor sees. */
  readonly logFault: (reference: string, error: unknown) => void;
  /** Who asked from where; a proxy's word counts only if it is trusted. */
  readonly addressOf: (request: Request) => string;
  /** Absent: as much as anybody likes, in tests. */
  readonly limits?: RequestLimits;
  /** Told of each answered request, for the log and the metrics. */
  readonly watch?: (request: AnsweredRequest) => void;
  /** The wall of code can be taken away in a test, to see that the wall of rows holds alone. */
  readonly codeWall?: 'stands' | 'taken away for a test';
}

/** The web application: the routes it was given, and nothing else. */
export function makeApp(parts: AppParts): Hono {
  const app = new Hono({ strict: true });
  const own = (host: string) => ownHost(parts.installation.origin, host);
  for (const route of parts.routes) {
    app.on(route.method, route.path, async ({ req }) =>
      atTheFront(parts, req.raw, route, own, (incoming) =>
        answerRequest(parts, route, incoming, req.param() as Record<string, string>),
      ),
    );
  }
  for (const [path, allow] of methodsByPath(parts.routes))
    app.all(path, async ({ req }) =>
      atTheFront(parts, req.raw, null, own, (incoming) =>
        refusedAnswer(parts, incoming, new Problem('not-that-way', { allow })),
      ),
    );
  app.notFound(async ({ req }) =>
    atTheFront(parts, req.raw, null, own, (incoming) =>
      refusedAnswer(parts, incoming, new Problem('not-found')),
    ),
  );
  app.onError((error) => {
    parts.logFault('last-resort', error);
    return plainRefusal(500, parts.installation.origin);
  });
  return app;
}

function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { method, path } of routes)
    methods.set(path, [...(methods.get(path) ?? []), ...(method === 'GET' ? ['GET', 'HEAD'] : [method])]);
  return methods;
}
