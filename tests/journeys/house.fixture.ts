import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';
import { openFileDesk } from '#server/features/files/files.desk.ts';
import { makeApp } from '#server/http/app.ts';
import { visitorOf, type Visitor } from '#server/http/test-visitor.ts';
import { somebody, type Somebody } from './somebody.fixture.ts';

/** A stage that listens, for people with real browsers. */
export interface House extends Stage {
  readonly origin: string;
  /** Somebody of the stage in a browser of their own, signed in. */
  enters(
    who: StagedPerson,
    settings?: { readonly width?: number; readonly height?: number; readonly scripts?: boolean },
  ): Promise<Somebody>;
  /** The same without a browser, at the address of this house; nobody is a stranger. */
  visits(who: StagedPerson | null): Visitor;
}

/** Opens one. */
export async function house(): Promise<House> {
  const stage = await staged();
  const server = serve({ fetch: (request) => app.fetch(request), hostname: '127.0.0.1', port: 0 });
  await new Promise((done) => server.once('listening', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-house-'));
  const desk = openFileDesk({
    database: stage.database.rows,
    folder,
    key: Buffer.alloc(32, 5),
    clock: stage.parts.clock,
    fault: (error) => console.error(error),
  });
  const parts = { ...stage.parts, installation: { ...stage.parts.installation, origin, desk } };
  const app = makeApp(parts);
  return {
    ...stage,
    parts,
    origin,
    visits: (who) => {
      const visitor = visitorOf(app, origin);
      for (const [name, value] of who?.visitor.cookies ?? []) visitor.cookies.set(name, value);
      return visitor;
    },
    enters: async (who, settings) => {
      const person = await somebody(settings);
      await person.context.addCookies(
        [...who.visitor.cookies].map(([name, value]) => ({ name, value, url: origin })),
      );
      return person;
    },
    drop: async () => {
      await new Promise<void>((done) => server.close(() => done()));
      await desk.close();
      await stage.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
