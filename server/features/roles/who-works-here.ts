import { holds } from '#server/access/grants.ts';
import { ROLES, type Role } from '#server/access/roles.ts';
import type { Scope } from '#server/scope.ts';
import { grantById, grantsInForce, grantsListed, peopleToGrant, type NamedGrant } from './roles.store.ts';

/** Roles of mentoring itself; everybody else works here. */
const OF_MENTORING: readonly string[] = ['mentor', 'mentee'] satisfies readonly Role[];
/** A grant that ends within so many days is pointed out. */
const SOON_DAYS = 30;

/** A role that somebody who works here holds. */
export interface ShownGrant {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  /** `null`: all of the organisation. */
  readonly program: { readonly id: string; readonly name: string } | null;
  readonly since: Date;
  readonly until: string;
  /** `null`: by set-up. */
  readonly grantedBy: string | null;
  /** `kept`: over, but the last admin does not lapse. */
  readonly state: 'held' | 'ends-soon' | 'kept' | 'lapsed';
  /** The reader may end and renew it. */
  readonly mayChange: boolean;
  /** It is the reader's own, which others renew. */
  readonly own: boolean;
}

/** What the page of people who work here shows. */
export interface WhoWorksHere {
  readonly grants: readonly ShownGrant[];
  /** People to give roles to, programs and roles to choose; empty where the reader gives none. */
  readonly choices: {
    readonly people: readonly { readonly id: string; readonly name: string }[];
    readonly roles: readonly Role[];
  };
  readonly mayGrant: boolean;
  readonly mayGrantEverywhere: boolean;
}

/** Who works in a program, or in the organisation, with what can be done about it. */
export async function peopleWhoWorkHere(scope: Scope, program: string | null): Promise<WhoWorksHere> {
  const inForce = new Set((await grantsInForce(scope)).map(({ id }) => id));
  const listed = (await grantsListed(scope)).filter(
    (grant) => !OF_MENTORING.includes(grant.role) && concerns(scope, grant, program),
  );
  const mayGrant = scope.grants.some(({ role }) => role === 'admin');
  const mayAsk = program !== null && holds(scope.grants, ['program-manager', 'admin'], program);
  return {
    grants: listed.map((grant) => shown(scope, grant, inForce)),
    choices: {
      people: mayGrant || mayAsk ? await peopleToGrant(scope) : [],
      roles: mayGrant ? ROLES.filter((role) => !OF_MENTORING.includes(role) && role !== 'box-keeper') : [],
    },
    mayGrant,
    mayGrantEverywhere: holds(scope.grants, ['admin'], null),
  };
}

/** What the page says that was just done, and to whose grant. */
export interface JustDone {
  readonly what: 'given' | 'ended' | 'renewed';
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** What was just done, as the address tells it; `null` when it tells nothing that is so. */
export async function justDone(
  scope: Scope,
  query: { readonly [What in JustDone['what']]?: string | undefined },
): Promise<JustDone | null> {
  for (const what of ['given', 'ended', 'renewed'] as const) {
    const id = query[what];
    const grant = id === undefined ? undefined : await grantById(scope, id);
    if (grant !== undefined && (grant.ended_at !== null) === (what === 'ended'))
      return { what, id: grant.id, name: grant.name, role: grant.role as Role };
  }
  return null;
}

/** The page as data. */
export function toData({ grants }: WhoWorksHere): unknown {
  return {
    grants: grants.map(({ id, person, name, role, program, since, until, grantedBy, state }) => ({
      id,
      person,
      name,
      role,
      program: program?.id ?? null,
      since: since.toISOString(),
      until,
      grantedBy,
      state,
    })),
  };
}

/** Roles in programs that the reader may not open are left out. */
function concerns({ grants }: Scope, { program_id }: NamedGrant, program: string | null): boolean {
  if (program_id === null) return true;
  return program === null ? holds(grants, ROLES, program_id) : program_id === program;
}

function shown(scope: Scope, grant: NamedGrant, inForce: ReadonlySet<string>): ShownGrant {
  return {
    id: grant.id,
    person: grant.person_id,
    name: grant.name,
    role: grant.role as Role,
    program: grant.program_id === null ? null : { id: grant.program_id, name: grant.program_name ?? '' },
    since: grant.granted_at,
    until: grant.ends_on,
    grantedBy: grant.by_set_up ? null : grant.granter,
    state: stateOf(scope.today, grant, inForce.has(grant.id)),
    mayChange: holds(scope.grants, ['admin'], grant.program_id),
    own: grant.person_id === scope.person,
  };
}

function stateOf(today: string, { ends_on }: NamedGrant, holdsNow: boolean): ShownGrant['state'] {
  if (ends_on < today) return holdsNow ? 'kept' : 'lapsed';
  const soon = new Date(Date.parse(today) + SOON_DAYS * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return ends_on <= soon ? 'ends-soon' : 'held';
}
