import { randomUUID } from 'node:crypto';
import { insertAccount } from '#server/features/sign-in/accounts.store.ts';
import { beginSignIn, comeIn, type Browser } from '#server/features/sign-in/begin-sign-in.ts';
import { insertOrganisation } from '#server/features/organisations/organisations.store.ts';
import { insertPerson } from '#server/features/people/people.store.ts';
import { setPassword } from '#server/features/account/set-password.ts';
import { grantAtTheDoor } from '#server/features/roles/grant-at-the-door.ts';
import { yearLater } from '#server/features/roles/year-later.ts';
import { Problem } from '#server/http/problem.ts';
import type { Answer } from '#server/http/route.ts';
import { dayIn } from '#server/http/standing.ts';
import { mailKey } from '#server/mail/mail.ts';
import type { DoorScope } from '#server/scope.ts';
import { couldBeToken, tokenDigest } from '#server/sign-in/tokens.ts';
import type { SetUp } from './set-up.schema.ts';
import { anyOrganisation, isGoodSetUpLink, useSetUpLink } from './set-up.store.ts';

/** trust.md 4.1: the first account holds these, and everybody can read that it was set-up that gave them. */
const FIRST_ROLES = ['admin', 'program-manager', 'evaluator'] as const;

/** @throws Problem `gone` when the link is not good now */
export async function refuseBadSetUpLink({ rows, clock }: DoorScope, token: string): Promise<void> {
  const good = couldBeToken('link', token) && (await isGoodSetUpLink(rows, tokenDigest(token), clock.now()));
  if (!good) throw new Problem('gone', { text: 'set-up.over' });
}

/**
 * Makes the organisation and its first person, who then works here as admin, program manager and evaluator.
 *
 * @throws Problem `gone` when the link was used, replaced, or is over; `cannot-be` for a password that everybody tries
 */
export async function setUp(door: DoorScope, token: string, facts: SetUp, browser: Browser): Promise<Answer> {
  const { rows, clock } = door;
  const at = clock.now();
  const used = couldBeToken('link', token) && (await useSetUpLink(rows, tokenDigest(token), at));
  if (!used || (await anyOrganisation(rows))) throw new Problem('gone', { text: 'set-up.over' });
  const [organisation, person] = [randomUUID(), randomUUID()];
  const who = { organisation_id: organisation, person_id: person };
  await insertOrganisation(rows, {
    id: organisation,
    name: facts.organisation,
    time_zone: facts.timeZone,
    language: facts.language,
    currency: facts.currency,
    made_at: at,
  });
  await insertPerson(rows, {
    organisation_id: organisation,
    id: person,
    name: facts.name,
    mail: facts.mail,
    made_at: at,
  });
  await insertAccount(rows, { ...who, mail_key: mailKey(facts.mail), made_at: at });
  const endsOn = yearLater(dayIn(facts.timeZone, at));
  for (const role of FIRST_ROLES)
    await grantAtTheDoor(rows, { organisation, person, role, program: null, grantedBy: null, at, endsOn });
  await comeIn(door, who, browser);
  await record(door, { organisation, person, facts, at, endsOn });
  return beginSignIn(door, who, browser, '/');
}

async function record(
  door: DoorScope,
  made: {
    readonly organisation: string;
    readonly person: string;
    readonly facts: SetUp;
    readonly at: Date;
    readonly endsOn: string;
  },
): Promise<void> {
  const { organisation, person, facts, at, endsOn } = made;
  const scope = await door.actAs({
    organisation,
    person,
    signIn: randomUUID(),
    provedAt: at,
    lastSeenAt: at,
    goFirst: null,
  });
  const { timeZone, language, currency } = facts;
  const object = `organisation/${organisation}`;
  await scope.record({ kind: 'organisation.made', object, payload: { timeZone, language, currency } });
  for (const role of FIRST_ROLES)
    await scope.record({
      kind: 'role.granted',
      object: `person/${person}`,
      payload: { role, to: person, until: endsOn, setUp: true },
    });
  if (facts.password !== undefined)
    await setPassword(scope, facts.password, [facts.name, facts.mail, facts.organisation]);
}
