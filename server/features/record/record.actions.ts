import { familyOf, isKind, kindsOf, type Family, type Kind } from '#record/kinds.ts';
import { holds } from '#server/access/grants.ts';
import type { Said } from '#server/record-store/read-payloads.ts';
import type { Scope } from '#server/scope.ts';
import type { Preset } from './record.schema.ts';
import {
  askForCheck,
  headerAt,
  latestCheck,
  namesShown,
  sealedCount,
  sealedEntries,
  waitingEntries,
  type EntryFilter,
  type StoredEntry,
} from './record.store.ts';

/** How many entries a page shows. */
export const PER_PAGE = 50;

/** An entry as people see it. */
export interface ShownEntry {
  readonly id: string;
  /** `null` while it waits for its number. */
  readonly number: number | null;
  /** `2026-11-25T13:40:00.000Z` */
  readonly at: string;
  /** The pseudonym of who acted, or `system`. */
  readonly actor: string;
  /** The name of who acted; `null` where nobody in particular did, it may not be shown, or it was erased. */
  readonly who: string | null;
  readonly kind: Kind;
  readonly family: Family;
  readonly object: { readonly type: string; readonly id: string };
  /** What it says, people by name; `null` where that was erased or is not the reader's to see. */
  readonly says: Readonly<Record<string, unknown>> | null;
  readonly stored: StoredEntry;
}

/** Where a record was found broken. */
export interface ShownBreak {
  readonly kind: string;
  readonly seq: number;
  /** The instant of the entry there, if the reader may see it. */
  readonly at: string | null;
}

/** The record as its page shows it. */
export interface ShownRecord {
  readonly show: Preset | null;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly entries: readonly ShownEntry[];
  readonly whose: EntryFilter['whose'];
  readonly mayExport: boolean;
  readonly check: {
    readonly endedAt: Date | null;
    readonly entries: number | null;
    readonly breaks: readonly ShownBreak[];
    readonly underWay: boolean;
  };
}

/** What is asked of the record: of a program or (`null`) of the organisation itself, which preset, which page. */
export interface RecordAsked {
  readonly program: string | null;
  readonly show?: Preset | undefined;
  readonly page?: number | undefined;
}

/** The record as the reader may see it, the newest entries first. */
export async function recordShown(scope: Scope, asked: RecordAsked): Promise<ShownRecord> {
  const { program, show } = asked;
  const filter = filterOf(scope, asked);
  const total = await sealedCount(scope, filter);
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(asked.page ?? 1, pages);
  const sealed = await sealedEntries(scope, filter, { limit: PER_PAGE, offset: (page - 1) * PER_PAGE });
  const waiting = page === 1 ? await waitingEntries(scope, filter) : [];
  return {
    show: show ?? null,
    page,
    pages,
    total: total + waiting.length,
    entries: await entriesShown(scope, [...waiting, ...sealed]),
    whose: filter.whose,
    mayExport: holds(scope.grants, ['observer'], program),
    check: await checkShown(scope),
  };
}

/** Which entries the reader may see: all of a program for its managers and evaluators, everything for observers, else one's own. */
export function filterOf({ grants }: Scope, { program, show }: RecordAsked): EntryFilter {
  const readers =
    program === null ? (['observer'] as const) : (['program-manager', 'evaluator', 'observer'] as const);
  return {
    program,
    kinds: show === undefined ? null : kindsOf(show),
    whose: holds(grants, readers, program) ? 'everybody' : 'own',
  };
}

/** Stored entries with what they say and whom they name. */
export async function entriesShown(scope: Scope, stored: readonly StoredEntry[]): Promise<ShownEntry[]> {
  const said = await scope.said(stored.map(({ header }) => header.id));
  const people = [...said.values()].flatMap(({ actor, people: named }) => [
    ...(actor === null ? [] : [actor]),
    ...Object.values(named),
  ]);
  const names = await namesShown(scope, people);
  return stored.flatMap((entry) => {
    const { id, at, actor, kind, object } = entry.header;
    if (!isKind(kind)) return [];
    const says = said.get(id);
    return [
      {
        id,
        number: entry.seq,
        at,
        actor,
        who: (says?.actor == null ? undefined : names.get(says.actor)) ?? null,
        kind,
        family: familyOf(kind),
        object: { type: object.type, id: object.id },
        says: says === undefined ? null : withNames(says, names),
        stored: entry,
      },
    ];
  });
}

/** People by name; who was erased, or may not be named, as `null`. */
function withNames({ payload, people }: Said, names: ReadonlyMap<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload).map(([field, value]) => [
      field,
      typeof value === 'string' && /^p-[0-9a-f]{32}$/.test(value)
        ? (names.get(people[field] ?? '') ?? null)
        : value,
    ]),
  );
}

async function checkShown(scope: Scope): Promise<ShownRecord['check']> {
  const { ended, underWay } = await latestCheck(scope);
  const breaks: ShownBreak[] = [];
  for (const { kind, seq } of ended?.breaks ?? []) {
    breaks.push({ kind, seq, at: (await headerAt(scope, seq))?.at ?? null });
  }
  return { endedAt: ended?.ended_at ?? null, entries: ended?.entries ?? null, breaks, underWay };
}

/** Asks for a verification of the record; one that is under way is enough. */
export async function verifyRecord(scope: Scope): Promise<void> {
  if (!(await latestCheck(scope)).underWay) await askForCheck(scope);
}
