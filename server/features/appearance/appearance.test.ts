import { afterAll, beforeAll, expect, test } from 'vitest';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';

let stage: Stage;
let priya: StagedPerson;

beforeAll(async () => {
  stage = await staged();
  priya = await stage.person(await stage.organisation('Fernhill'), 'Priya', [{ role: 'program-manager' }]);
});
afterAll(() => stage.drop());

const themeOf = (html: string) => /<html[^>]* data-theme="(\w+)"/.exec(html)?.[1];

test('what a browser has chosen holds on every page until the system decides again', async () => {
  expect(themeOf((await priya.visitor.get('/programs')).text)).toBeUndefined();
  for (const theme of ['dark', 'light']) {
    const seen = await priya.visitor.post('/appearance', { theme, to: '/programs' }, '/programs');
    expect([seen.status, seen.to]).toEqual([303, '/programs']);
    expect(themeOf((await priya.visitor.get('/programs')).text)).toBe(theme);
  }
  await priya.visitor.post('/appearance', { theme: 'system', to: '/' }, '/programs');
  expect(themeOf((await priya.visitor.get('/programs')).text)).toBeUndefined();
});

test('nobody is sent to another host, and no other word gets into the page', async () => {
  const away = await priya.visitor.post(
    '/appearance',
    { theme: 'dark', to: '//elsewhere.example' },
    '/programs',
  );
  expect([away.status, away.to]).toEqual([303, '/']);
  const wrong = await priya.visitor.post('/appearance', { theme: 'neon', to: '/' }, '/programs');
  expect(wrong.status).toBe(422);
});

test('the head offers only pages that are there and that the reader’s roles open', async () => {
  const organisation = await stage.organisation('Lantern');
  const admin = await stage.person(organisation, 'Ada', [{ role: 'admin' }]);
  const sponsor = await stage.person(organisation, 'David', [{ role: 'sponsor' }]);
  const made = await admin.visitor.post(
    '/programs',
    { name: 'Lantern', template: 'blank', from: '2027-01-15', to: '' },
    '/programs/new',
  );
  expect(made.status).toBe(303);
  const offered = (html: string) =>
    [...html.matchAll(/<a href="([^"]+)" data-key="g \w"/g)].map((match) => match[1]);
  const forAdmin = offered((await admin.visitor.get('/programs')).text);
  expect(forAdmin).toContain('/people');
  expect(forAdmin).toContain('/programs/new');
  const forSponsor = offered((await sponsor.visitor.get('/programs')).text);
  expect(forSponsor).toContain('/account');
  expect(forSponsor).not.toContain('/programs/new');
  for (const path of new Set([...forAdmin])) expect((await admin.visitor.get(path!)).status, path).toBe(200);
  for (const path of new Set([...forSponsor]))
    expect((await sponsor.visitor.get(path!)).status, path).toBe(200);
});
