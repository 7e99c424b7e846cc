import { afterAll, beforeAll, expect, test } from 'vitest';
import { staged, type Stage } from '#server/access/staged.fixture.ts';
import { atTheDoor } from '#server/database/transaction.ts';
import { removeOver } from './clean-up.job.ts';

let stage: Stage;
let organisation: string;

beforeAll(async () => {
  stage = await staged();
  organisation = await stage.organisation('Fernhill');
});
afterAll(() => stage.drop());

test('what is long over is removed, and nobody who is signed in notices', async () => {
  const now = new Date();
  stage.time = now;
  const priya = await stage.person(organisation, 'Priya', [{ role: 'program-manager' }]);
  const days = (count: number): Date => new Date(now.getTime() - count * 24 * 60 * 60 * 1000);
  for (const age of [30, 22, 20])
    await stage.owned(
      `insert into sign_ins (organisation_id, id, person_id, token_digest, device, complete, started_at, last_seen_at, proved_at)
       values ($1, gen_random_uuid(), $2, gen_random_uuid()::text::bytea, 'a browser', true, $3, $3, $3)`,
      [organisation, priya.id, days(age)],
    );
  await atTheDoor(stage.database.rows, 'read write', (rows) => removeOver(rows, now));
  const left = await stage.owned<{ started_at: Date }>('select started_at from sign_ins order by started_at');
  expect(left.map(({ started_at }) => started_at.getTime())).toEqual([days(20).getTime(), now.getTime()]);
  expect((await priya.visitor.get('/programs')).status).toBe(200);
});
