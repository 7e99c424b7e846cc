import type { Purpose } from './purposes.ts';
import type { Role } from './roles.ts';

/** Who sees it, as a chip says it beside the field; `null` where there is none: it is about no participant. */
export type Reach =
  'only-you' | 'you-two' | 'program-team' | 'totals' | 'nobody-can-link' | 'integrity-contact';

/**
 * What a role may do with a field: read, write, both; only its own rows or those of its pair; only through disclosure (`A`), its digest
 * and count (`D`), rows under codes (`C`), what was published (`P`). A role without a right has none.
 */
export type Right =
  'R' | 'W' | 'RW' | 'own R' | 'own RW' | 'pair R' | 'pair RW' | 'W, C, A' | 'C' | 'A' | 'D' | 'P' | 'flag';

/** How long it is kept. */
export type Keep =
  /** As long as the organisation, or the person in it. */
  | 'while it lasts'
  /** For ever: it is evidence, and holds no person in plain words. */
  | 'record'
  /** Until used, withdrawn or over. */
  | 'until over'
  | '14 days'
  | '30 days after the last analysis'
  | `end+${12 | 24 | 36}m`
  | 'by law';

/** One field of the product: who sees it, why, for how long, and who may do what with it. */
export interface FieldLine {
  readonly chip: Reach | null;
  readonly purposes: readonly Purpose[];
  readonly keep: Keep;
  readonly rights: { readonly [Holder in Role]?: Right };
  /** Whoever acts leaves it behind, whatever their roles: an entry, a mail. */
  readonly leftBy?: 'whoever acts';
  /** Where it stands: columns by table. Absent for what comes with a later part of the product. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
}
