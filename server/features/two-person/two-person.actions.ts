import { randomUUID } from 'node:crypto';
import { holds, type Grant } from '#server/access/grants.ts';
import { actFor } from '#server/database/transaction.ts';
import { queueMail } from '#server/features/outbox/outbox.actions.ts';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import { isLanguage, wordsIn } from '#server/text/words.ts';
import { mayConfirm, type ActDefinition, type AskedAct } from './act-definition.ts';
import { exactChange } from './act-digest.ts';
import type { ActKind } from './act-kinds.ts';
import { opensAct } from './act-readers.ts';
import { actDefinition } from './acts-found.ts';
import {
  actSeen,
  actWaitingFor,
  answerAct,
  grantsByPerson,
  insertAct,
  lapseActs,
  type Lapsing,
  type NamedAct,
} from './two-person.store.ts';

/** trust.md 4.2: the second person has 14 days. */
const DAYS_TO_ANSWER = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

/** An act that was asked for, and who may confirm it. */
export interface Asked {
  readonly id: string;
  readonly mayConfirm: readonly string[];
}

/**
 * Asks for an act that needs a second person; nothing is done before one agrees.
 *
 * @throws Problem `not-allowed` when none of the roles may ask, `changed-meanwhile` when the same is already asked about this object
 */
export async function askFor(scope: Scope, kind: ActKind, asked: AskedAct): Promise<Asked> {
  const definition = await actDefinition(kind);
  if (!holds(scope.grants, definition.asks, asked.program))
    throw new Problem('not-allowed', { text: 'acts.may-not-ask' });
  await lapseOverdue(scope);
  const id = randomUUID();
  const { text, digest } = exactChange(asked.change);
  const now = scope.clock.now();
  const expires = new Date(now.getTime() + DAYS_TO_ANSWER * DAY_MS);
  const written = await insertAct(scope, {
    id,
    kind,
    program_id: asked.program,
    object: asked.object,
    change: text,
    digest,
    asked_by: scope.person,
    asked_at: now,
    expires_at: expires,
  });
  if (!written) throw new Problem('changed-meanwhile', { text: 'acts.waits-already' });
  await scope.record({
    kind: 'act.asked',
    object: asked.object,
    ...inProgram(asked.program),
    payload: { act: kind, digest, until: expires.toISOString().slice(0, 10) },
  });
  const who = await whoMayConfirm(scope, definition, asked.program, scope.person);
  for (const person of who) await mailAsked(scope, { id, kind, person });
  return { id, mayConfirm: who };
}

/** N19: each of those who may confirm gets one mail; it says what, and leads to the page. */
async function mailAsked(
  scope: Scope,
  { id, kind, person }: { readonly id: string; readonly kind: ActKind; readonly person: string },
): Promise<void> {
  const { language } = scope.organisation;
  const words = wordsIn(isLanguage(language) ? language : 'en');
  await queueMail(scope, {
    kind: 'act-asked',
    onceKey: `act/${id}/asked/${person}`,
    to: { person },
    values: { act: words.say(`acts.${kind}.title`), consequence: words.say(`acts.${kind}.consequence`) },
    path: `/acts/${id}`,
  });
}

/** The act of a kind that waits for a second person about an object, if there is one. */
export async function waitingAct(scope: Scope, kind: ActKind, object: string): Promise<NamedAct | null> {
  const act = await actWaitingFor(scope, kind, object);
  return act === undefined || act.expires_at <= scope.clock.now() ? null : act;
}

/** The people who may confirm an act; never who asked. */
export async function whoMayConfirm(
  scope: Scope,
  definition: ActDefinition,
  program: string | null,
  asker: string,
): Promise<string[]> {
  const others = [...(await grantsByPerson(scope))].filter(([person]) => person !== asker);
  const firstRolesHeld = others.some(([, grants]) => holds(grants, definition.confirms, program));
  return others
    .filter(([, grants]) => mayConfirm(definition, { grants, program, firstRolesHeld }))
    .map(([person]) => person);
}

/**
 * Agrees to exactly what was seen, and does it. Of many who agree at the same moment, one does it; the others are told.
 *
 * @param digestSeen the digest of the page on which the person agreed
 * @throws Problem `not-found`, `not-allowed`, `gone`, `changed-meanwhile`
 */
export async function agreeTo(scope: Scope, id: string, digestSeen: string): Promise<NamedAct> {
  const act = await actToAnswer(scope, id);
  const definition = await actDefinition(act.kind);
  await refuseConfirmation(scope, act, definition);
  if (digestSeen !== act.digest) throw new Problem('changed-meanwhile', { text: 'acts.changed' });
  const at = scope.clock.now();
  if (!(await answerAct(scope, id, { state: 'agreed', at })))
    throw new Problem('gone', { text: 'acts.answered-already' });
  const asker = (await grantsByPerson(scope)).get(act.asked_by) ?? [];
  if (!holds(asker, definition.asks, act.program_id))
    throw new Problem('not-now', { text: 'acts.asker-lost-role', values: { name: act.asker } });
  await perform(scope, act, definition, { asker, at });
  await scope.record({
    kind: 'act.confirmed',
    object: act.object,
    ...inProgram(act.program_id),
    payload: { act: act.kind, digest: act.digest, asked: act.asked_by },
  });
  return act;
}

/** In the name of who asked: the second person's own roles need not reach what is changed, the asker's must. */
async function perform(
  scope: Scope,
  act: NamedAct,
  definition: ActDefinition,
  { asker, at }: { readonly asker: readonly Grant[]; readonly at: Date },
): Promise<void> {
  const asked: AskedAct = { program: act.program_id, object: act.object, change: JSON.parse(act.change) };
  const asAsker: Scope = { ...scope, person: act.asked_by, grants: asker };
  await actFor(scope.rows, { organisation: scope.organisation.id, person: act.asked_by, at });
  if (exactChange(await definition.changeNow(asAsker, asked)).digest !== act.digest)
    throw new Problem('changed-meanwhile', { text: 'acts.changed' });
  await definition.perform(asAsker, { ...asked, confirmedBy: scope.person });
  await actFor(scope.rows, { organisation: scope.organisation.id, person: scope.person, at });
}

/**
 * Declines an act; nothing is done.
 *
 * @throws Problem `not-found`, `not-allowed`, `gone`
 */
export async function decline(scope: Scope, id: string): Promise<NamedAct> {
  const act = await actToAnswer(scope, id);
  await refuseConfirmation(scope, act, await actDefinition(act.kind));
  if (!(await answerAct(scope, id, { state: 'declined', at: scope.clock.now() })))
    throw new Problem('gone', { text: 'acts.answered-already' });
  await scope.record({
    kind: 'act.declined',
    object: act.object,
    ...inProgram(act.program_id),
    payload: { act: act.kind, digest: act.digest, asked: act.asked_by },
  });
  return act;
}

/**
 * Takes one's own question back.
 *
 * @throws Problem `not-found`, `not-allowed`, `gone`
 */
export async function withdraw(scope: Scope, id: string): Promise<NamedAct> {
  const act = await actToAnswer(scope, id);
  if (act.asked_by !== scope.person) throw new Problem('not-allowed', { text: 'acts.not-yours' });
  if (!(await answerAct(scope, id, { state: 'withdrawn', at: scope.clock.now() })))
    throw new Problem('gone', { text: 'acts.answered-already' });
  await scope.record({
    kind: 'act.withdrawn',
    object: act.object,
    ...inProgram(act.program_id),
    payload: { act: act.kind, digest: act.digest },
  });
  return act;
}

/** Closes acts that nobody answered in time, with an entry each. */
export async function lapseOverdue(scope: Lapsing): Promise<number> {
  const lapsed = await lapseActs(scope);
  for (const act of lapsed)
    await scope.record({
      kind: 'act.lapsed',
      object: act.object,
      ...inProgram(act.program_id),
      payload: { act: act.kind, digest: act.digest, asked: act.asked_by },
    });
  return lapsed.length;
}

async function actToAnswer(scope: Scope, id: string): Promise<NamedAct> {
  const act = await actSeen(scope, id);
  if (act === undefined || !opensAct(scope.grants, act.program_id)) throw new Problem('not-found');
  if (act.state !== 'waiting') throw new Problem('gone', { text: 'acts.answered-already' });
  if (act.expires_at <= scope.clock.now()) throw new Problem('gone', { text: 'acts.lapsed' });
  return act;
}

async function refuseConfirmation(scope: Scope, act: NamedAct, definition: ActDefinition): Promise<void> {
  if (act.asked_by === scope.person) throw new Problem('not-allowed', { text: 'acts.not-oneself' });
  const who = await whoMayConfirm(scope, definition, act.program_id, act.asked_by);
  if (!who.includes(scope.person)) throw new Problem('not-allowed', { text: 'acts.may-not-confirm' });
}

function inProgram(program: string | null): { program?: string } {
  return program === null ? {} : { program };
}
