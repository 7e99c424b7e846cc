import type { Client } from 'pg';
import type { Traces } from './application.ts';
import type { Counted } from './ordeal.ts';

/** What is wrong in the database of an application whose acts were counted outside. */
export async function applicationProblems(
  client: Client,
  counted: Counted,
  traces: Traces,
): Promise<string[]> {
  return [
    ...(await lostEdits(client, counted, traces)),
    ...(await lostLocks(client, counted, traces)),
    ...(await lostSignIns(client, counted, traces)),
    ...(await halfDone(client)),
  ];
}

/** Every edit wrote its id as a name into the plan. */
async function lostEdits(client: Client, { acknowledged }: Counted, traces: Traces): Promise<string[]> {
  const { rows } = await client.query<{ id: string; times: string }>(
    `select document #>> '{purpose,holders,0,name}' as id, count(*) as times from plan_revisions
     where step = 'purpose' group by 1`,
  );
  const times = new Map(rows.map((row) => [row.id, Number(row.times)]));
  const edits = [...acknowledged].filter((id) => !traces.programs.has(id) && !traces.tokens.has(id));
  return edits
    .filter((id) => times.get(id) !== 1)
    .map((id) => `an acknowledged edit is there ${times.get(id) ?? 0} times: ${id}`);
}

async function lostLocks(client: Client, { acknowledged }: Counted, traces: Traces): Promise<string[]> {
  const { rows } = await client.query<{ program: string }>(
    'select program_id::text as program from plan_versions',
  );
  const locked = new Set(rows.map(({ program }) => program));
  return [...traces.programs]
    .filter(([id, program]) => acknowledged.has(id) && !locked.has(program))
    .map(([id]) => `an acknowledged lock is lost: ${id}`);
}

async function lostSignIns(client: Client, { acknowledged }: Counted, traces: Traces): Promise<string[]> {
  const { rows } = await client.query<{ digest: string }>(
    `select encode(token_digest, 'hex') as digest from sign_ins`,
  );
  const there = new Set(rows.map(({ digest }) => digest));
  return [...traces.tokens]
    .filter(([id, digest]) => acknowledged.has(id) && !there.has(digest.toString('hex')))
    .map(([id]) => `an acknowledged sign-in is lost: ${id}`);
}

/** Rows that are written together: each query gives those of which a part is missing. */
const TOGETHER: Readonly<Record<string, string>> = {
  'a program without the beginning of its plan': `
    select id::text from programs where not exists (select from plan_revisions
      where plan_revisions.organisation_id = programs.organisation_id and program_id = programs.id)`,
  'a lock whose act was not agreed to, or the other way round': `
    select coalesce(v.program_id, a.program_id)::text as id from plan_versions as v
    full join (select * from two_person_acts where state = 'agreed') as a
      on a.organisation_id = v.organisation_id and a.program_id = v.program_id
    where v.program_id is null or a.program_id is null`,
  'a lock without its entry, or the other way round': `
    select coalesce(v.program_id::text, e.program) as id from plan_versions as v
    full join (select header #>> '{object,program}' as program from record_entries where header ->> 'kind' = 'plan.locked'
      union all select header #>> '{object,program}' from record_pending where header ->> 'kind' = 'plan.locked') as e
      on e.program = v.program_id::text
    where v.program_id is null or e.program is null`,
  'a program that was locked twice': `
    select program_id::text as id from plan_versions group by program_id having count(*) > 1`,
};

async function halfDone(client: Client): Promise<string[]> {
  const problems: string[] = [];
  for (const [what, sql] of Object.entries(TOGETHER)) {
    const { rows } = await client.query<{ id: string }>(sql);
    problems.push(...rows.map(({ id }) => `${what}: ${id}`));
  }
  return problems;
}
