import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';
import { makeApp } from '#server/http/app.ts';
import { somebody, type Somebody } from './somebody.fixture.ts';

/** A stage that listens, for people with real browsers. */
export interface House extends Stage {
  readonly origin: string;
  /** Somebody of the stage in a browser of their own, signed in. */
  enters(
    who: StagedPerson,
    settings?: { readonly width?: number; readonly height?: number; readonly scripts?: boolean },
  ): Promise<Somebody>;
}

/** Opens one. */
export async function house(): Promise<House> {
  const stage = await staged();
  const server = serve({ fetch: (request) => app.fetch(request), hostname: '127.0.0.1', port: 0 });
  await new Promise((done) => server.once('listening', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = makeApp({ ...stage.parts, installation: { ...stage.parts.installation, origin } });
  return {
    ...stage,
    origin,
    enters: async (who, settings) => {
      const person = await somebody(settings);
      await person.context.addCookies(
        [...who.visitor.cookies].map(([name, value]) => ({ name, value, url: origin })),
      );
      return person;
    },
    drop: async () => {
      await new Promise<void>((done) => server.close(() => done()));
      await stage.drop();
    },
  };
}
