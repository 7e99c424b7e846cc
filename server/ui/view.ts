import type { Grant } from '#server/access/grants.ts';
import type { FieldProblem } from '#server/http/problem.ts';
import type { OrganisationFacts } from '#server/scope.ts';
import type { Words } from '#server/text/words.ts';

/** What every page knows about its reader and its address; made once per request. */
export interface View {
  readonly words: Words;
  /** The address without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Goes into every form as the hidden field `csrf`. */
  readonly csrf: string;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
  /** Who reads; `null` before sign-in. */
  readonly reader: {
    readonly person: string;
    readonly name: string;
    readonly organisation: OrganisationFacts;
    readonly grants: readonly Grant[];
    /** The programs they may open. */
    readonly programs: readonly { readonly id: string; readonly name: string }[];
  } | null;
  /** The program of the address. */
  readonly program: { readonly id: string; readonly name: string } | null;
  /** What was wrong with the form that came back, and what had been typed. */
  readonly wrong: { readonly fields: readonly FieldProblem[]; readonly given: unknown } | null;
  /** Whether the page of a route, as `/p/:program/plan`, is there and the reader's roles open it. */
  readonly opens: (path: string) => boolean;
  /** As the reader chose; the colours of their system otherwise. */
  readonly theme?: 'light' | 'dark' | undefined;
  /** Everything here was made up for a demonstration. */
  readonly demo?: boolean | undefined;
  /** Single keys do something; `false` where the reader has switched them off. */
  readonly keys?: boolean | undefined;
}
