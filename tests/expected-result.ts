import type { ExactFigures } from '#evaluation/finding.ts';
import type { MeasureFigure } from '#evaluation/measures/measure.ts';

/** The unrounded figures of a finding, as `findings.json` has them. */
export type Figures = ExactFigures;

/** What `--json` prints, as far as tests read it. */
export interface Result {
  readonly headline: string;
  readonly study: { readonly people: number; readonly participants: number; readonly comparison: number };
  readonly decision: { readonly outcome: string };
  readonly findings: readonly {
    readonly outcome: string;
    readonly months: number | null;
    readonly role: string;
    readonly verdict: string;
    readonly qualifier: string | null;
    readonly grade: string;
    readonly gates: readonly { readonly id: string }[];
    readonly sentence: { readonly en: string };
    readonly exact: Figures;
  }[];
  readonly measures: readonly { readonly measure: string; readonly exact: readonly MeasureFigure[] }[];
}

/** An `expected.json`: what an evaluation must find, with numbers from elsewhere. */
export interface Expected {
  readonly study: { readonly people: number; readonly participants: number; readonly comparison: number };
  readonly decision?: string;
  readonly findings: readonly {
    readonly outcome: string;
    readonly months: number;
    readonly role: string;
    readonly verdict: string;
    readonly qualifier?: string | null;
    readonly grade: string;
    readonly gates?: readonly string[];
    readonly sentenceIncludes?: readonly string[];
    readonly exact?: Partial<Figures>;
  }[];
  /** Figures of program measures, by measure, figure and wave. */
  readonly measures?: readonly (Partial<MeasureFigure> & {
    readonly measure: string;
    readonly key: string;
  })[];
  readonly noneOfTheseWords?: readonly string[];
}
