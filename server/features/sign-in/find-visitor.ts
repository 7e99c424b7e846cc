import { STAFF_ROLES } from '#server/access/roles.ts';
import type { FindVisitor, NoteUse } from '#server/http/visitor.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in/cookies.ts';
import { stillHolds } from '#server/sign-in/lifetime.ts';
import { couldBeToken, tokenDigest } from '#server/sign-in/tokens.ts';
import type { Rows } from '#server/scope.ts';

/** Where whoever works here and has no second factor is led, whatever they ask for. */
export const ENROL_PATH = '/account/second-factor';

/** Who a request comes from: the person of a sign-in that is complete, still holds, and whose account is open. */
export const findVisitor: FindVisitor = async (rows, cookies, at) => {
  const token = cookies[SIGN_IN_COOKIE];
  if (token === undefined || !couldBeToken('sign-in', token)) return null;
  const found = await signInWithStanding(rows, tokenDigest(token), at);
  if (found === undefined) return null;
  const staff = Boolean(found.staff);
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

async function signInWithStanding(rows: Rows, digest: Buffer, at: Date) {
  return rows
    .selectFrom('sign_ins')
    .innerJoin('accounts', (join) =>
      join
        .onRef('accounts.organisation_id', '=', 'sign_ins.organisation_id')
        .onRef('accounts.person_id', '=', 'sign_ins.person_id'),
    )
    .leftJoin('second_factors', (join) =>
      join
        .onRef('second_factors.organisation_id', '=', 'sign_ins.organisation_id')
        .onRef('second_factors.person_id', '=', 'sign_ins.person_id'),
    )
    .select([
      'sign_ins.organisation_id',
      'sign_ins.id',
      'sign_ins.person_id',
      'started_at',
      'last_seen_at',
      'proved_at',
    ])
    .select('second_factors.made_at as secret_since')
    .select((is) =>
      is
        .exists(
          is
            .selectFrom('role_grants')
            .select('role_grants.id')
            .whereRef('role_grants.organisation_id', '=', 'sign_ins.organisation_id')
            .whereRef('role_grants.person_id', '=', 'sign_ins.person_id')
            .where('role', 'in', STAFF_ROLES)
            .where('role_grants.ended_at', 'is', null)
            .where('ends_on', '>=', dayBefore(at)),
        )
        .as('staff'),
    )
    .where('token_digest', '=', digest)
    .where((is) =>
      // A change of roles by somebody else ends every sign-in from before it (OWASP ASVS 5.0.0, 7.2.4, and docs/decisions).
      is.not(
        is.exists(
          is
            .selectFrom('role_grants as changed')
            .select('changed.id')
            .whereRef('changed.organisation_id', '=', 'sign_ins.organisation_id')
            .whereRef('changed.person_id', '=', 'sign_ins.person_id')
            .where((change) =>
              change.or([
                change.and([
                  change('changed.granted_at', '>', change.ref('sign_ins.started_at')),
                  change('changed.granted_by', '!=', change.ref('changed.person_id')),
                ]),
                change('changed.ended_at', '>', change.ref('sign_ins.started_at')),
              ]),
            ),
        ),
      ),
    )
    .where('complete', '=', true)
    .where('sign_ins.ended_at', 'is', null)
    .where('accounts.closed_at', 'is', null)
    .executeTakeFirst();
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
