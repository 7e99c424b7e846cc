import type { Child } from 'hono/jsx';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import type { View } from '#server/ui/view.ts';
import type { ActKind } from './act-kinds.ts';
import { opensAct } from './act-readers.ts';
import { actDefinitions } from './acts-found.ts';
import { whoMayConfirm } from './two-person.actions.ts';
import { actSeen, actsSeen, type ActState, type NamedAct } from './two-person.store.ts';

/** The page shows the newest so many; older ones stand in the record. */
const MOST_SHOWN = 200;

/** An act as people see it. */
export interface ShownAct {
  readonly id: string;
  readonly kind: ActKind;
  readonly program: { readonly id: string; readonly name: string } | null;
  /** Where what it is about is shown. */
  readonly page: string;
  /** Canonical JSON of what will be done, its parts one by one, and its digest. */
  readonly change: string;
  readonly parts: readonly ChangePart[];
  readonly digest: string;
  readonly asker: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly state: ActState;
  readonly answerer: string | null;
  readonly answeredAt: Date | null;
  /** The reader may agree or decline. */
  readonly mayAnswer: boolean;
  /** The reader asked and may take it back. */
  readonly mayWithdraw: boolean;
  /** Somebody may agree at all; if nobody may, an outsider has to be invited. */
  readonly somebodyMay: boolean;
  /** What has to be typed to agree. */
  readonly word: string | null;
  /** What will be done, in words; `null` where its parts say enough, and in lists. */
  readonly inWords: ((view: View) => Child) | null;
}

/** One value of a change, with the way to it: `outcomes.0.direction`. */
export interface ChangePart {
  readonly at: string;
  readonly value: string;
}

/** The acts that the reader may see; those that wait for them first, then the newest. */
export async function actsShown(scope: Scope): Promise<ShownAct[]> {
  const known = await actDefinitions();
  const acts = (await actsSeen(scope, MOST_SHOWN)).filter(
    (act) => known.has(act.kind) && opensAct(scope.grants, act.program_id),
  );
  const shown = await Promise.all(acts.map((act) => toShown(scope, act)));
  return [...shown.filter(({ mayAnswer }) => mayAnswer), ...shown.filter(({ mayAnswer }) => !mayAnswer)];
}

/**
 * One act.
 *
 * @throws Problem `not-found` when it is not the reader's to see
 */
export async function actShown(scope: Scope, id: string): Promise<ShownAct> {
  const act = await actSeen(scope, id);
  if (act === undefined || !opensAct(scope.grants, act.program_id)) throw new Problem('not-found');
  const shown = await toShown(scope, act);
  const definition = (await actDefinitions()).get(act.kind);
  const asked = { program: act.program_id, object: act.object, change: JSON.parse(act.change) as unknown };
  return { ...shown, inWords: (await definition?.inWords?.(scope, asked)) ?? null };
}

/** An act as data. */
export function toData({
  id,
  kind,
  program,
  digest,
  change,
  askedAt,
  expiresAt,
  state,
  mayAnswer,
}: ShownAct) {
  return { id, kind, program: program?.id ?? null, digest, change, askedAt, expiresAt, state, mayAnswer };
}

/**
 * The values of a change, one by one, in the order of its canonical form.
 *
 * @example
 * partsOf({ a: [1, { b: null }] })
 * // => [{ at: 'a.0', value: '1' }, { at: 'a.1.b', value: 'null' }]
 */
export function partsOf(change: unknown, at = ''): ChangePart[] {
  const inside = typeof change === 'object' && change !== null ? Object.entries(change) : [];
  if (inside.length === 0)
    return [{ at, value: typeof change === 'string' ? change : JSON.stringify(change) }];
  return inside.flatMap(([key, value]) => partsOf(value, at === '' ? key : `${at}.${key}`));
}

async function toShown(scope: Scope, act: NamedAct): Promise<ShownAct> {
  const definition = (await actDefinitions()).get(act.kind);
  if (definition === undefined) throw new Problem('not-found');
  const over = act.state === 'waiting' && act.expires_at <= scope.clock.now();
  const waits = act.state === 'waiting' && !over;
  const who = waits ? await whoMayConfirm(scope, definition, act.program_id, act.asked_by) : [];
  const change: unknown = JSON.parse(act.change);
  return {
    id: act.id,
    kind: act.kind,
    program: act.program_id === null ? null : { id: act.program_id, name: act.program_name ?? '' },
    page: definition.page({ program: act.program_id, object: act.object, change }),
    change: act.change,
    parts: partsOf(change),
    digest: act.digest,
    asker: act.asker,
    askedAt: act.asked_at,
    expiresAt: act.expires_at,
    state: over ? 'lapsed' : act.state,
    answerer: act.answerer,
    answeredAt: act.answered_at,
    mayAnswer: who.includes(scope.person),
    mayWithdraw: waits && act.asked_by === scope.person,
    somebodyMay: who.length > 0,
    word: definition.word ?? null,
    inWords: null,
  };
}
