import { randomUUID } from 'node:crypto';
import { staged, type Stage, type StagedGrant } from '#server/access/staged.fixture.ts';
import { ROLES, type Role } from '#server/access/roles.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import { newToken } from '#server/sign-in/tokens.ts';
import { assetPath } from '#server/ui/assets.ts';
import type { Canary } from './expected-access.ts';

/**
 * Where somebody holds their role, seen from the program that is asked for: in it, in another one, in the whole organisation, in a
 * program of another organisation, in the whole of another organisation; or they hold none at all.
 */
export type Place = 'here' | 'elsewhere' | 'everywhere' | 'abroad' | 'everywhere abroad' | 'nowhere';

/** Somebody who asks. */
export interface Asker {
  readonly role: Role | null;
  readonly place: Place;
  /** Of their sign-in; `null` for a stranger. */
  readonly token: string | null;
}

/** Everybody who asks, and what they ask for. */
export interface Cast {
  readonly stage: Stage;
  readonly askers: readonly Asker[];
  readonly stranger: Asker;
  /** By the name of the part of an address: an object of the program that is asked for. */
  readonly objects: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<Canary, string>>;
}

/** Roles that somebody may hold in a whole organisation: by grant, or by set-up. */
const WIDE: readonly Role[] = ['admin', 'observer', 'program-manager', 'evaluator'];

/** Two organisations, three programs, everybody in each place, and one of each object. */
export async function cast(): Promise<Cast> {
  const stage = await staged();
  const [one, two] = [await stage.organisation('Fernhill'), await stage.organisation('Northside')];
  const maker = await stage.person(one, 'Maker', [{ role: 'program-manager' }]);
  const program = await madeProgram(maker.visitor.post('/programs', HERON, '/programs/new'));
  const other = await stage.program(one, 'Lantern', maker.id);
  const far = await stage.person(two, 'Far', [{ role: 'program-manager' }]);
  const third = await stage.program(two, 'Anchor', far.id);
  const askers: Asker[] = [];
  const join = async (role: Role | null, place: Place, grants: readonly StagedGrant[]): Promise<void> => {
    const organisation = place.endsWith('abroad') ? two : one;
    const { visitor } = await stage.person(organisation, `${role ?? 'nobody'} ${place}`, grants);
    askers.push({ role, place, token: visitor.cookies.get(SIGN_IN_COOKIE)! });
  };
  for (const role of ROLES) {
    await join(role, 'here', [{ role, program }]);
    await join(role, 'elsewhere', [{ role, program: other }]);
    await join(role, 'abroad', [{ role, program: third }]);
    if (WIDE.includes(role)) await join(role, 'everywhere', [{ role }]);
    if (WIDE.includes(role)) await join(role, 'everywhere abroad', [{ role }]);
  }
  await join(null, 'nowhere', []);
  const objects = await stagedObjects(stage, one, program);
  const [act] = await stage.owned<{ digest: string }>('select digest from two_person_acts');
  await stage.owned(
    `update plan_revisions set document = replace(document::text, 'Heron', 'Plan-canary')::jsonb`,
  );
  return {
    stage,
    askers,
    stranger: { role: null, place: 'nowhere', token: null },
    objects,
    words: {
      plan: 'Plan-canary',
      act: 'Act-canary',
      invitation: 'Invitation-canary',
      costs: 'Costs-canary',
      record: act!.digest,
      files: 'Files-canary',
    },
  };
}

const HERON = { name: 'Heron', template: 'leadership' };

async function madeProgram(made: Promise<{ to: string | null }>): Promise<string> {
  return /[0-9a-f-]{36}/.exec((await made).to!)![0];
}

async function stagedObjects(
  stage: Stage,
  organisation: string,
  program: string,
): Promise<Readonly<Record<string, string>>> {
  const zed = await stage.person(organisation, 'Zed', [{ role: 'program-manager', program }]);
  const kim = await stage.person(organisation, 'Act-canary');
  const asked = await zed.visitor.post(
    `/p/${program}/roles/box-keeper`,
    { person: kim.id },
    `/p/${program}/roles`,
  );
  const [grant] = await stage.owned<{ id: string }>('select id from role_grants where person_id = $1', [
    zed.id,
  ]);
  const [signIn] = await stage.owned<{ id: string }>('select id from sign_ins where person_id = $1', [
    zed.id,
  ]);
  return {
    program,
    grant: grant!.id,
    signIn: signIn!.id,
    person: zed.id,
    act: /[0-9a-f-]{36}$/.exec(asked.to!)![0],
    invitation: await stagedInvitation(stage, organisation, zed.id),
    cost: await stagedCost(stage, { organisation, program, by: zed.id }),
    study: await stagedStudy(stage, { organisation, by: zed.id, signIn: signIn!.id }),
    token: newToken('link').token,
    asset: assetPath('style.css').split('/').at(-1)!,
    name: 'people.csv',
  };
}

async function stagedInvitation(stage: Stage, organisation: string, by: string): Promise<string> {
  const id = randomUUID();
  await stage.owned(
    `insert into invitations (organisation_id, id, name, mail, mail_key, invited_by, made_at, expires_at, person_id)
     values ($1, $2, 'Invitation-canary', 'canary@example.org', 'canary@example.org', $3, $4, $5, $6)`,
    [organisation, id, by, stage.time, new Date(stage.time.getTime() + 86_400_000), randomUUID()],
  );
  return id;
}

async function stagedCost(
  stage: Stage,
  { organisation, program, by }: { organisation: string; program: string; by: string },
): Promise<string> {
  const id = randomUUID();
  await stage.owned(
    `insert into costs (organisation_id, id, program_id, what, kind, quantity, unit_cost, currency, booked, source, added_by, added_at)
     values ($1, $2, $3, 'Costs-canary', 'other', 1, 100, 'EUR', true, 'a test', $4, $5)`,
    [organisation, id, program, by, stage.time],
  );
  return id;
}

async function stagedStudy(
  stage: Stage,
  { organisation, by, signIn }: { organisation: string; by: string; signIn: string },
): Promise<string> {
  const id = randomUUID();
  await stage.owned(
    `insert into file_studies (organisation_id, id, person_id, sign_in_id, made_at, keep, delete_at, files, settings,
       problem_rows, plan_answered, wanted, results)
     values ($1, $2, $3, $4, $5, 'week', $6, '[{"name": "Files-canary"}]', '{}', 'refuse', false, '[]', '[]')`,
    [organisation, id, by, signIn, stage.time, new Date(stage.time.getTime() + 7 * 86_400_000)],
  );
  return id;
}
