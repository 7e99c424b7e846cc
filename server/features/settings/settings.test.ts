import { afterAll, beforeAll, expect, test } from 'vitest';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';

let stage: Stage;
let ada: StagedPerson;
let ines: StagedPerson;
const SETTINGS = { name: 'Fernhill', timeZone: 'Europe/Berlin', language: 'en', currency: 'EUR' };

beforeAll(async () => {
  stage = await staged();
  const organisation = await stage.organisation('Fernhill');
  ada = await stage.person(organisation, 'Ada', [{ role: 'admin' }]);
  ines = await stage.person(organisation, 'Ines', [{ role: 'observer' }]);
});
afterAll(() => stage.drop());

test('an admin changes the time zone, and it holds from the next request on', async () => {
  const seen = await ada.visitor.post('/settings', SETTINGS, '/settings');
  expect(seen.status).toBe(303);
  expect((await ada.visitor.get(seen.to!)).text).toContain('Saved.');
  const { settings } = (await ada.visitor.send('GET', '/settings')).json<{
    settings: { timeZone: string };
  }>();
  expect(settings.timeZone).toBe('Europe/Berlin');
});

test('each change is an entry of the record', async () => {
  const kinds = await stage.owned<{ kind: string }>(
    `select header->>'kind' as kind from record_pending union all select header->>'kind' from record_entries`,
  );
  expect(kinds.map(({ kind }) => kind)).toContain('settings.changed');
});

test('a zone or currency that does not exist is refused with what would be right', async () => {
  const seen = await ada.visitor.post('/settings', { ...SETTINGS, timeZone: 'Mars/Olympus' }, '/settings');
  expect(seen.status).toBe(422);
  expect(seen.text).toContain('Choose a time zone from the list.');
});

test('an observer reads the settings and changes none', async () => {
  expect((await ines.visitor.get('/settings')).text).toContain('Europe/Berlin');
  expect((await ines.visitor.post('/settings', SETTINGS, '/settings')).status).toBe(403);
});
