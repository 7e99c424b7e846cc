/** What a field of a payload may hold; a `person` is given by id and enters the record as a pseudonym. */
export type Holds = 'text' | 'texts' | 'count' | 'yes' | 'day' | 'digest' | 'id' | 'ids' | 'person';

interface KindRow {
  /** The preset of the record's page under which its entries stand. */
  readonly family: Family;
  /** Fields that every payload of the kind has. */
  readonly holds: Readonly<Record<string, Holds>>;
  /** Fields that it may have. */
  readonly may?: Readonly<Record<string, Holds>>;
  /** Each entry has a pseudonym of its own: nobody can tell what else the same person did. */
  readonly alone?: true;
}

/** What the entries of a record are about, coarsely. */
export type Family = 'plan' | 'looks' | 'exports' | 'roles' | 'privacy' | 'imports' | 'reports' | 'system';

/** Both people of a two-person act, and the digest that the second one saw. */
const BY_TWO = { digest: 'digest', asked: 'person', confirmed: 'person' } as const;

/** A later version of a plan. */
const CHANGE = {
  ...BY_TWO,
  version: 'count',
  reason: 'text',
  changed: 'texts',
  looksBefore: 'count',
} as const;

/** What the two acts of asking have in common: which act, and the digest of exactly what is asked for. */
const ACT = { act: 'text', digest: 'digest' } as const;

/**
 * Every kind of entry and what its payload may hold; a closed set, so that nothing else can slip into the record.
 *
 * People appear by pseudonym only, names and answers never; free text is limited to reasons.
 */
const KINDS = {
  'role.granted': {
    family: 'roles',
    holds: { role: 'text', to: 'person', until: 'day' },
    may: { setUp: 'yes' },
  },
  'role.ended': { family: 'roles', holds: { role: 'text', of: 'person', because: 'text' } },
  'role.refused': { family: 'roles', holds: { role: 'text', to: 'person', because: 'text' } },
  'person.invited': { family: 'roles', holds: { person: 'person' }, may: { role: 'text' } },
  'invitation.withdrawn': { family: 'roles', holds: { person: 'person' } },
  'account.closed': { family: 'roles', holds: { of: 'person' } },
  'second-factor.changed': { family: 'roles', holds: { of: 'person', change: 'text' } },
  'act.asked': { family: 'plan', holds: ACT, may: { of: 'person', until: 'day' } },
  'act.confirmed': { family: 'plan', holds: { ...ACT, asked: 'person' } },
  'act.declined': { family: 'plan', holds: { ...ACT, asked: 'person' }, may: { reason: 'text' } },
  'act.withdrawn': { family: 'plan', holds: ACT },
  'act.lapsed': { family: 'plan', holds: { ...ACT, asked: 'person' } },
  'program.made': { family: 'plan', holds: { name: 'text', template: 'text' } },
  'program.changed': { family: 'plan', holds: { changed: 'texts' } },
  'plan.locked': { family: 'plan', holds: { ...BY_TWO, version: 'count', firstLook: 'day' } },
  'plan.amended': { family: 'plan', holds: CHANGE },
  'plan.deviated': { family: 'plan', holds: CHANGE },
  'look.taken': {
    family: 'looks',
    holds: { findings: 'texts', planVersion: 'count', early: 'yes' },
    may: { plan: 'digest', reason: 'text', confirmed: 'person' },
  },
  'export.made': {
    family: 'exports',
    holds: { what: 'text', format: 'text' },
    may: { rows: 'count', digest: 'digest' },
  },
  'settings.changed': { family: 'privacy', holds: { setting: 'text' }, may: { from: 'text', to: 'text' } },
  'minimum.raised': { family: 'privacy', holds: { minimum: 'text', from: 'count', to: 'count' } },
  'retention.changed': { family: 'privacy', holds: { of: 'text', fromMonths: 'count', toMonths: 'count' } },
  'purpose.refused': { family: 'privacy', holds: { field: 'text', purpose: 'text' } },
  'consent.given': { family: 'privacy', holds: { to: 'text' }, alone: true },
  'consent.withdrawn': { family: 'privacy', holds: { to: 'text' }, alone: true },
  'person.erased': { family: 'privacy', holds: { entries: 'ids' }, may: { reason: 'text' } },
  'import.finished': {
    family: 'imports',
    holds: { what: 'text', digest: 'digest', rows: 'count', leftOut: 'count' },
  },
  'import.undone': { family: 'imports', holds: { digest: 'digest', rows: 'count' } },
  'report.published': { family: 'reports', holds: { ...BY_TWO, version: 'count' } },
  'report.retracted': { family: 'reports', holds: { digest: 'digest', version: 'count', reason: 'text' } },
  'report.shared': { family: 'reports', holds: { version: 'count', until: 'day' } },
  'sharing.withdrawn': { family: 'reports', holds: { version: 'count' } },
  'organisation.made': {
    family: 'system',
    holds: { timeZone: 'text', language: 'text', currency: 'text' },
  },
  'software.changed': { family: 'system', holds: { to: 'text' }, may: { from: 'text' } },
  'backup.made': { family: 'system', holds: { digest: 'digest' } },
  'backup.restored': { family: 'system', holds: { digest: 'digest' } },
} as const satisfies Readonly<Record<string, KindRow>>;

interface Values {
  text: string;
  texts: readonly string[];
  count: number;
  yes: boolean;
  day: string;
  digest: string;
  id: string;
  ids: readonly string[];
  person: string;
}

type Held<Fields> = { readonly [F in keyof Fields]: Values[Fields[F] & Holds] };
type MayOf<Row> = Row extends { readonly may: infer Fields } ? Partial<Held<Fields>> : unknown;

/** A kind of entry. */
export type Kind = keyof typeof KINDS;

/** What the payload of a kind holds. */
export type Payload<K extends Kind> = Held<(typeof KINDS)[K]['holds']> & MayOf<(typeof KINDS)[K]>;

/** A kind with its payload: the two always stand together. */
export type Told = { [K in Kind]: { readonly kind: K; readonly payload: Payload<K> } }[Kind];

/** Every kind of a family, in the order of the list. */
export function kindsOf(family: Family): Kind[] {
  return (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind].family === family);
}

/** Whether a word names a kind of entry. */
export function isKind(word: string): word is Kind {
  return Object.hasOwn(KINDS, word);
}

/**
 * The family of a kind.
 *
 * @example
 * familyOf('plan.locked')
 * // => 'plan'
 */
export function familyOf(kind: Kind): Family {
  return KINDS[kind].family;
}

/**
 * The payload as it enters the record: its people replaced by pseudonyms, its fields checked against the kind.
 *
 * @param pseudonymOf the pseudonym of a person's id
 * @throws RangeError when the kind is unknown, or a field is unknown, absent or holds something else
 */
export async function payloadToRecord(
  { kind, payload }: Told,
  pseudonymOf: (person: string) => string | Promise<string>,
): Promise<Record<string, unknown>> {
  if (!isKind(kind)) throw new RangeError(`payloadToRecord: kind is ${String(kind)}; no such kind of entry`);
  const row: KindRow = KINDS[kind];
  const fields = fieldsOf(kind);
  const given = payload as Readonly<Record<string, unknown>>;
  for (const field of Object.keys(row.holds)) {
    if (given[field] === undefined) throw new RangeError(`payloadToRecord: ${kind} lacks ${field}`);
  }
  const recorded: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const holds = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (holds === undefined) throw new RangeError(`payloadToRecord: ${kind} may not hold ${field}`);
    if (!FITS[holds](value))
      throw new RangeError(`payloadToRecord: ${kind}.${field} must be of sort ${holds}`);
    recorded[field] = holds === 'person' ? await pseudonymOf(value as string) : value;
  }
  return recorded;
}

/**
 * What each field of a kind may hold, those that may be absent included.
 *
 * @throws RangeError when there is no such kind
 * @example
 * fieldsOf('role.refused')
 * // => { role: 'text', to: 'person', because: 'text' }
 */
export function fieldsOf(kind: Kind): Readonly<Record<string, Holds>> {
  if (!isKind(kind)) throw new RangeError(`fieldsOf: kind is ${String(kind)}; no such kind of entry`);
  const { holds, may }: KindRow = KINDS[kind];
  return { ...holds, ...may };
}

/** Whether the entries of a kind can't be told to come from the same person. */
export function standsAlone(kind: Kind): boolean {
  const row: KindRow = KINDS[kind];
  return row.alone === true;
}

/**
 * The names of the fields of a kind that hold a pseudonym.
 *
 * @throws RangeError when there is no such kind
 */
export function peopleIn(kind: Kind): string[] {
  return Object.entries(fieldsOf(kind)).flatMap(([field, what]) => (what === 'person' ? [field] : []));
}

/** A reason is a sentence or two; nobody writes a letter into the record. */
const LONGEST_TEXT = 2000;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_TEXT;
const isId = (value: unknown): value is string => isText(value) && /^[\w.:-]{1,100}$/.test(value);
const listOf = (fits: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(fits);

const FITS: Readonly<Record<Holds, (value: unknown) => boolean>> = {
  text: isText,
  texts: listOf(isText),
  count: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  yes: (value) => typeof value === 'boolean',
  day: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  digest: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  id: isId,
  ids: listOf(isId),
  person: isId,
};
