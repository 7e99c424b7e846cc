import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { newToken } from '#server/sign-in/tokens.ts';

/** People of one organisation who click, each with a sign-in of their own. */
export interface Staged {
  readonly organisation: string;
  /** Values of the sign-in cookie. */
  readonly tokens: readonly string[];
}

const ROLES = ['admin', 'program-manager', 'evaluator'] as const;

/** Puts an organisation and so many signed-in people into the database, as its owner. */
export async function staged(owner: Client, people: number, at: Date): Promise<Staged> {
  const organisation = randomUUID();
  await owner.query('begin');
  await owner.query(
    `insert into organisations (id, name, time_zone, language, currency, made_at) values ($1, 'Fernhill Group', 'UTC', 'en', 'EUR', $2)`,
    [organisation, at],
  );
  const tokens: string[] = [];
  for (let i = 0; i < people; i++) {
    tokens.push(await somebody(owner, organisation, i, at));
  }
  await owner.query('commit');
  return { organisation, tokens };
}

async function somebody(owner: Client, organisation: string, number: number, at: Date): Promise<string> {
  const id = randomUUID();
  const { token, digest } = newToken('sign-in');
  const earlier = new Date(at.getTime() - 60_000);
  await owner.query(`insert into people (organisation_id, id, name, made_at) values ($1, $2, $3, $4)`, [
    organisation,
    id,
    `Person ${number}`,
    earlier,
  ]);
  await owner.query(
    `insert into accounts (organisation_id, person_id, mail_key, made_at) values ($1, $2, $3, $4)`,
    [organisation, id, `${id}@example.org`, earlier],
  );
  await owner.query(
    `insert into second_factors (organisation_id, person_id, secret_locked, last_step, made_at) values ($1, $2, '\\x00', 0, $3)`,
    [organisation, id, earlier],
  );
  for (const role of ROLES)
    await owner.query(
      `insert into role_grants (organisation_id, id, person_id, role, program_id, granted_by, granted_at, ends_on, by_set_up)
       values ($1, $2, $3, $4, null, null, $5, $6, true)`,
      [organisation, randomUUID(), id, role, earlier, `${at.getUTCFullYear() + 1}-01-01`],
    );
  await owner.query(
    `insert into sign_ins (organisation_id, id, person_id, token_digest, device, complete, started_at, last_seen_at, proved_at)
     values ($1, $2, $3, $4, 'bench', true, $5, $5, $5)`,
    [organisation, randomUUID(), id, digest, at],
  );
  return token;
}
