import { Client, type PoolConfig } from 'pg';
import { staged } from '#server/access/staged.fixture.ts';
import type { Database } from '#server/database/database.ts';
import type { AppParts } from '#server/http/app.ts';
import type { Seen, Visitor } from '#server/http/test-visitor.ts';
import { passwordHash } from '#server/sign-in/password-hash.ts';
import { tokenDigest } from '#server/sign-in/tokens.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import type { Counted, Outcome, Workload } from './ordeal.ts';
import { applicationProblems } from './application-problems.ts';
import { askForLock, completePlan, makeProgram, planOf } from '#server/features/plan/plan-steps.fixture.ts';

/** The password of everybody here. */
const PASSWORD = 'four old bicycles';
const EDITORS = 2;

/** Who is there before anything is killed. */
export interface Household {
  readonly parts: AppParts;
  readonly organisation: string;
  readonly manager: Actor;
  readonly evaluator: Actor;
}

/** Somebody with an account, and the cookies of a browser in which they are signed in. */
export interface Actor {
  readonly mail: string;
  readonly cookies: ReadonlyMap<string, string>;
}

/** An organisation with a program manager and an evaluator, put into a migrated database. */
export async function household(database: Database, owner: PoolConfig, now: Date): Promise<Household> {
  const stage = await staged({ ...database, owner, login: owner, drop: async () => undefined });
  stage.time = now;
  const organisation = await stage.organisation('Fernhill');
  const people = [
    await stage.person(organisation, 'Priya', [{ role: 'program-manager' }]),
    await stage.person(organisation, 'Lena', [{ role: 'evaluator' }]),
  ];
  const hash = await passwordHash(PASSWORD);
  for (const { id } of people) {
    await stage.owned(
      'insert into passwords (organisation_id, person_id, hash, changed_at) values ($1, $2, $3, $4)',
      [organisation, id, hash, now],
    );
  }
  await stage.drop();
  const [manager, evaluator] = people.map(({ id, visitor }) => ({
    mail: `${id}@example.org`,
    cookies: visitor.cookies,
  }));
  return { parts: stage.parts, organisation, manager: manager!, evaluator: evaluator! };
}

/** What an act left behind, to be looked for afterwards. */
export interface Traces {
  /** Program that an act of locking made. */
  readonly programs: Map<string, string>;
  /** Digest of the token that an act of signing in was given. */
  readonly tokens: Map<string, Buffer>;
}

/**
 * People work through HTTP: some edit a plan, one makes, completes and locks programs with a second person, one signs in.
 *
 * @param visitor somebody new in front of whatever serves now
 */
export async function application(
  { manager, evaluator }: Household,
  visitor: () => Visitor,
  problemsIn: { readonly owner: PoolConfig; readonly verify: () => Promise<string[]> },
): Promise<Workload> {
  const by = ({ cookies }: Actor): Visitor => {
    const somebody = visitor();
    for (const [name, value] of cookies) somebody.cookies.set(name, value);
    return somebody;
  };
  const programs: string[] = [];
  for (let editor = 0; editor < EDITORS; editor += 1)
    programs.push(await makeProgram(by(manager), `Edited ${editor}`));
  const traces: Traces = { programs: new Map(), tokens: new Map() };
  const act = async (writer: number, id: string): Promise<Seen> => {
    if (writer < EDITORS) return edit(by(manager), programs[writer]!, id);
    if (writer === EDITORS) return lock(by(manager), by(evaluator), id, traces);
    return signIn(visitor(), manager, id, traces);
  };
  return {
    writers: EDITORS + 2,
    act: (writer, id) => outcomeOf(act(writer, id)),
    problems: async (counted: Counted) => {
      // Waits for a database that is still on its way back; the plain connection after it doesn't.
      const broken = await problemsIn.verify();
      const others = await withClient(problemsIn.owner, (client) =>
        applicationProblems(client, counted, traces),
      );
      return [...broken, ...others];
    },
  };
}

/** Whatever is no answer of success leaves open what became of the act: nobody said. */
async function outcomeOf(acting: Promise<Seen>): Promise<Outcome> {
  try {
    const { status } = await acting;
    return status === 200 || status === 303 ? 'acknowledged' : 'unknown';
  } catch {
    return 'unknown';
  }
}

async function edit(manager: Visitor, program: string, id: string): Promise<Seen> {
  const plan = await planOf(manager, program);
  const holders = [{ role: 'program-manager', name: id }];
  return manager.send('POST', `/p/${program}/plan/purpose`, { ...plan.purpose, holders });
}

async function lock(manager: Visitor, evaluator: Visitor, id: string, traces: Traces): Promise<Seen> {
  const program = await makeProgram(manager, `Locked ${id}`);
  traces.programs.set(id, program);
  await completePlan(manager, program);
  const asked = await askForLock(manager, program);
  const page = await evaluator.get(asked);
  const digest = /name="digest" value="([0-9a-f]{64})"/.exec(page.text)![1]!;
  return evaluator.post(`/acts/${/[0-9a-f-]{36}$/.exec(asked)![0]}/agree`, { digest });
}

async function signIn(somebody: Visitor, { mail }: Actor, id: string, traces: Traces): Promise<Seen> {
  await somebody.get('/signin');
  const seen = await somebody.post('/signin/password', { mail, password: PASSWORD, to: '/' });
  const token = somebody.cookies.get(SIGN_IN_COOKIE);
  if (seen.status === 303 && token !== undefined) traces.tokens.set(id, tokenDigest(token));
  return seen;
}

async function withClient<T>(config: PoolConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
