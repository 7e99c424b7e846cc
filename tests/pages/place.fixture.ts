import type { BrowserContext } from 'playwright-core';
import type { StagedPerson } from '#server/access/staged.fixture.ts';
import { exampleFiles, planned, reported, takenIn } from '#server/features/files/files.fixture.ts';
import { setUpBlock } from '#server/features/set-up/set-up-link.ts';
import type { Visitor } from '#server/http/test-visitor.ts';
import { house, type House } from '../journeys/house.fixture.ts';

/** Somebody, and the pages that answer them. */
export interface Reader {
  readonly name: string;
  readonly visitor: Visitor;
  /** Addresses that give them a page, with status 200, that nobody before them was given. */
  readonly paths: readonly string[];
  /** Signs a browser in as them. */
  signIn(context: BrowserContext): Promise<void>;
}

/** A house with a program, an act that waits, an invitation, a set-up link and a report from files; and everybody who sees them. */
export interface Place extends House {
  readonly readers: readonly Reader[];
  /** Paths of routes that answer nobody here: neither with a page, nor with a file, nor with a way on. */
  readonly unseen: readonly string[];
}

/** Parts of addresses that one path means and another does not. */
type Ids = Readonly<Record<string, string>>;

/** Opens one, and asks it for every page there is. */
export async function place(): Promise<Place> {
  const home = await house();
  const setUp = tokenIn((await setUpBlock(home.database.rows, home.origin, home.time))!);
  const organisation = await home.organisation('Fernhill Group', 'Europe/Berlin');
  const priya = await home.person(organisation, 'Priya Nair', [{ role: 'program-manager' }]);
  const ada = await home.person(organisation, 'Ada Lang', [{ role: 'admin' }]);
  const lena = await home.person(organisation, 'Lena Hoffmann', [{ role: 'evaluator' }]);
  const kim = await home.person(organisation, 'Kim Sørensen');
  const manager = home.visits(priya);
  const program = await made(manager, '/programs', '/programs/new', {
    name: 'Compass 2027',
    template: 'leadership',
    from: '2027-01-15',
    to: '',
  });
  const act = await made(manager, `/p/${program}/roles/box-keeper`, `/p/${program}/roles`, {
    person: kim.id,
  });
  const invitation = await invited(home.visits(ada));
  const study = await studied(home.visits(lena));
  const ids: Ids = { program, act, study, 'set-up': setUp, invitation };
  const seen = new Set<string>();
  const answered = new Set<string>();
  const readers: Reader[] = [];
  for (const [name, who] of [
    ['a stranger', null],
    ['a program manager', priya],
    ['an admin', ada],
    ['an evaluator', lena],
    ['somebody without a role', kim],
  ] as const) {
    const paths = await pagesFor(
      home,
      who,
      everyPath(home, ids).filter((path) => !seen.has(path)),
      answered,
    );
    for (const path of paths) seen.add(path);
    readers.push({
      name,
      visitor: home.visits(who),
      paths,
      signIn: (context) => context.addCookies(cookiesOf(home, who)),
    });
  }
  const unseen = everyPath(home, ids).filter((path) => !answered.has(path));
  return { ...home, readers, unseen };
}

/** Every address to ask for: what a route needs is filled in where this house has it; the steps of a plan count each. */
function everyPath(home: House, ids: Ids): string[] {
  const filled = home.parts.routes
    .filter(({ method }) => method === 'GET')
    .map(({ path }) =>
      path
        .replace(/^\/(set-up|invitation)\/:token$/, (all, kind: string) =>
          ids[kind] === undefined ? all : `/${kind}/${ids[kind]}`,
        )
        .replace(/:(program|act|study)(?=\/|$)/g, (all, kind: string) => ids[kind] ?? all),
    );
  const plan = `/p/${ids['program']}/plan`;
  return [
    ...new Set([
      ...filled.filter((path) => !path.includes(':')),
      ...STEPS.map((step) => `${plan}?step=${step}`),
    ]),
  ];
}

const STEPS = ['purpose', 'rhythm', 'success', 'comparison', 'expected', 'privacy', 'looks'];

/** Which of the paths are pages for somebody; notes those that answer in any way. */
async function pagesFor(
  home: House,
  who: StagedPerson | null,
  asked: readonly string[],
  answered: Set<string>,
): Promise<string[]> {
  const visitor = home.visits(who);
  const paths: string[] = [];
  for (const path of asked) {
    const { status, headers } = await visitor.get(path);
    const isPage = status === 200 && headers.get('content-type')?.startsWith('text/html') === true;
    if (isPage) paths.push(path);
    if (status === 200 || (status === 303 && who !== null)) answered.add(path);
  }
  return paths;
}

function cookiesOf({ origin }: House, who: StagedPerson | null) {
  return [...(who?.visitor.cookies ?? [])].map(([name, value]) => ({ name, value, url: origin }));
}

async function made(
  visitor: Visitor,
  path: string,
  from: string,
  values: Record<string, string>,
): Promise<string> {
  const { to, status, text } = await visitor.post(path, values, from);
  const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(to?.replace(from, '') ?? '');
  if (id === null) throw new Error(`made: ${path} answered ${status}: ${text.slice(0, 500)}`);
  return id[0];
}

async function invited(admin: Visitor): Promise<string> {
  await admin.get('/invitations');
  const { text } = await admin.send('POST', '/invitations', {
    name: 'Ines Duarte',
    mail: 'ines@fernhill.example',
    roles: ['observer'],
    program: '',
  });
  return tokenIn(text);
}

/** A study with a report that stands. */
async function studied(evaluator: Visitor): Promise<string> {
  const { id } = await takenIn(evaluator, exampleFiles('examples/promotion-two-years'));
  await planned(evaluator, id, { source: 'file', looked: 'yes' });
  await reported(evaluator, id);
  return id;
}

function tokenIn(text: string): string {
  return /\/(?:set-up|invitation)\/([\w-]+)/.exec(text)![1]!;
}
