import { sql } from 'kysely';
import { STAFF_ROLES } from '#server/access/roles.ts';
import type { FindVisitor, NoteUse } from '#server/http/visitor.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import { stillHolds } from '#server/sign-in/lifetime.ts';
import { couldBeToken, tokenDigest } from '#server/sign-in/tokens.ts';
import type { Rows } from '#server/scope.ts';
import type { SignInRow } from './sign-ins.store.ts';

/** Where whoever works here and has no second factor is led, whatever they ask for. */
export const ENROL_PATH = '/account/second-factor';

/** Who a request comes from: the person of a sign-in that is complete, still holds, and whose account is open. */
export const findVisitor: FindVisitor = async (rows, cookies, at) => {
  const token = cookies[SIGN_IN_COOKIE];
  if (token === undefined || !couldBeToken('sign-in', token)) return null;
  const found = await signInWithStanding(rows, tokenDigest(token), at);
  if (found === undefined) return null;
  const { staff } = found;
  if (!stillHolds({ startedAt: found.started_at, lastSeenAt: found.last_seen_at, staff }, at)) return null;
  return {
    signIn: found.id,
    organisation: found.organisation_id,
    person: found.person_id,
    provedAt: found.proved_at,
    lastSeenAt: found.last_seen_at,
    goFirst: staff && found.secret_since === null ? ENROL_PATH : null,
  };
};

interface Found extends Pick<
  SignInRow,
  'organisation_id' | 'id' | 'person_id' | 'started_at' | 'last_seen_at' | 'proved_at'
> {
  readonly secret_since: Date | null;
  readonly staff: boolean;
}

/**
 * The sign-in of a token with what decides whether it holds. A change of roles by somebody else ends every sign-in from before it
 * (OWASP ASVS 5.0.0, 7.2.4, and docs/decisions).
 */
async function signInWithStanding(rows: Rows, digest: Buffer, at: Date): Promise<Found | undefined> {
  const { rows: found } = await sql<Found>`
    select held.organisation_id, held.id, held.person_id, held.started_at, held.last_seen_at, held.proved_at,
      second_factors.made_at as secret_since,
      exists (select from role_grants as g
        where g.organisation_id = held.organisation_id and g.person_id = held.person_id
          and g.role = any (${STAFF_ROLES}) and g.ended_at is null and g.ends_on >= ${dayBefore(at)}) as staff
    from sign_ins as held
    join accounts on accounts.organisation_id = held.organisation_id and accounts.person_id = held.person_id
    left join second_factors
      on second_factors.organisation_id = held.organisation_id and second_factors.person_id = held.person_id
    where held.token_digest = ${digest} and held.complete and held.ended_at is null and accounts.closed_at is null
      and not exists (select from role_grants as g
        where g.organisation_id = held.organisation_id and g.person_id = held.person_id
          and (g.ended_at > held.started_at
            or (g.granted_at > held.started_at and g.granted_by <> g.person_id)))`.execute(rows);
  return found[0];
}

/** In some zone it is still yesterday; counting somebody as staff a day too long is the safe side. */
function dayBefore(at: Date): string {
  return new Date(at.getTime() - 24 * 60 * 60_000).toISOString().slice(0, 10);
}

/** Notes that a sign-in was used. */
export const noteUse: NoteUse = async (rows, signIn, at) => {
  await rows
    .updateTable('sign_ins')
    .set({ last_seen_at: at })
    .where('id', '=', signIn)
    .where('ended_at', 'is', null)
    .where('last_seen_at', '<', at)
    .execute();
};
