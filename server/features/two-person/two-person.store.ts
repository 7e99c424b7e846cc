import type { Grant } from '#server/access/grants.ts';
import type { Role } from '#server/access/roles.ts';
import type { Scope } from '#server/scope.ts';
import type { ActKind } from './act-kinds.ts';

export type ActState = 'waiting' | 'agreed' | 'declined' | 'withdrawn' | 'lapsed';

/** An act that needs a second person. */
export interface TwoPersonActRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly kind: ActKind;
  readonly program_id: string | null;
  readonly object: string;
  /** Canonical JSON of what will be done. */
  readonly change: string;
  /** SHA-256 of `change`, in hexadecimal. */
  readonly digest: string;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly expires_at: Date;
  readonly state: ActState;
  readonly answered_by: string | null;
  readonly answered_at: Date | null;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    two_person_acts: TwoPersonActRow;
  }
}

/** An act with the names of its people. */
export interface NamedAct extends TwoPersonActRow {
  readonly asker: string;
  readonly answerer: string | null;
  readonly program_name: string | null;
}

/** Writes an act that waits; `false` when one of its kind about the same object waits already. */
export async function insertAct(
  { rows, organisation }: Scope,
  act: Omit<TwoPersonActRow, 'organisation_id' | 'state' | 'answered_by' | 'answered_at'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await rows
    .insertInto('two_person_acts')
    .values({
      ...act,
      organisation_id: organisation.id,
      state: 'waiting',
      answered_by: null,
      answered_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The acts that the reader may see, newest first. */
export async function actsSeen(scope: Scope, most: number): Promise<NamedAct[]> {
  return namedActs(scope).orderBy('two_person_acts.asked_at', 'desc').limit(most).execute();
}

/** One act, if the reader may see it. */
export async function actSeen(scope: Scope, id: string): Promise<NamedAct | undefined> {
  return namedActs(scope).where('two_person_acts.id', '=', id).executeTakeFirst();
}

/** The act of a kind about an object that waits, if there is one. */
export async function actWaitingFor(
  scope: Scope,
  kind: ActKind,
  object: string,
): Promise<NamedAct | undefined> {
  return namedActs(scope)
    .where('two_person_acts.kind', '=', kind)
    .where('two_person_acts.object', '=', object)
    .where('two_person_acts.state', '=', 'waiting')
    .executeTakeFirst();
}

/** Answers an act, once: of many answers at the same moment one counts. */
export async function answerAct(
  { rows, organisation, person }: Scope,
  id: string,
  { state, at }: { readonly state: 'agreed' | 'declined' | 'withdrawn'; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await rows
    .updateTable('two_person_acts')
    .set({ state, answered_by: person, answered_at: at })
    .where('organisation_id', '=', organisation.id)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What closing acts needs of a scope. */
export interface Lapsing extends Pick<Scope, 'rows' | 'clock' | 'record'> {
  readonly organisation: Pick<Scope['organisation'], 'id'>;
}

/** Closes the acts whose time is over. */
export async function lapseActs({ rows, organisation, clock }: Lapsing): Promise<TwoPersonActRow[]> {
  return rows
    .updateTable('two_person_acts')
    .set({ state: 'lapsed' })
    .where('organisation_id', '=', organisation.id)
    .where('state', '=', 'waiting')
    .where('expires_at', '<=', clock.now())
    .returningAll()
    .execute();
}

/** The grants in force in the organisation, by person. */
export async function grantsByPerson({ rows, organisation }: Scope): Promise<ReadonlyMap<string, Grant[]>> {
  const held = await rows
    .selectFrom('role_grants_in_force')
    .select(['person_id', 'role', 'program_id'])
    .where('organisation_id', '=', organisation.id)
    .execute();
  const grants = new Map<string, Grant[]>();
  for (const { person_id, role, program_id } of held) {
    const grant: Grant = { role: role as Role, program: program_id };
    const before = grants.get(person_id);
    if (before === undefined) grants.set(person_id, [grant]);
    else before.push(grant);
  }
  return grants;
}

function namedActs({ rows, organisation }: Scope) {
  return rows
    .selectFrom('two_person_acts')
    .innerJoin('people as asker', (on) =>
      on
        .onRef('asker.organisation_id', '=', 'two_person_acts.organisation_id')
        .onRef('asker.id', '=', 'two_person_acts.asked_by'),
    )
    .leftJoin('people as answerer', (on) =>
      on
        .onRef('answerer.organisation_id', '=', 'two_person_acts.organisation_id')
        .onRef('answerer.id', '=', 'two_person_acts.answered_by'),
    )
    .leftJoin('programs', (on) =>
      on
        .onRef('programs.organisation_id', '=', 'two_person_acts.organisation_id')
        .onRef('programs.id', '=', 'two_person_acts.program_id'),
    )
    .selectAll('two_person_acts')
    .select(['asker.name as asker', 'answerer.name as answerer', 'programs.name as program_name'])
    .where('two_person_acts.organisation_id', '=', organisation.id);
}
