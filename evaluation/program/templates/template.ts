import type { Activities, RhythmId } from '../agreement-defaults.ts';
import type {
  Comparison,
  EthicsGate,
  ExpectedShape,
  PlannedSurvey,
  ProgramOutcome,
} from '../program-plan.ts';

/** An outcome of a template: months that are not given are those of the program itself. */
export type TemplateOutcome = Omit<ProgramOutcome, 'label' | 'unit'> & {
  /** Its words in the catalogue: `template.outcome.<says>`. */
  readonly says: string;
  readonly unit?: 'points';
};

/** A survey of a template; its day is counted from the program's own days. */
export type TemplateSurvey = Omit<PlannedSurvey, 'name' | 'on'> & {
  /** Part of the program that has passed: 0 at the start, 1 at the end. */
  readonly passed: number;
};

/** What a program begins with. Its words stand in the catalogue under `template.<id>`. */
export interface Template {
  readonly id: string;
  /** Months that such a program usually lasts. */
  readonly months: number;
  readonly measures: readonly string[];
  readonly primary?: TemplateOutcome;
  readonly also: readonly TemplateOutcome[];
  readonly watchOuts: readonly TemplateOutcome[];
  /** Ids of presets. */
  readonly kpis: readonly string[];
  /** Their words: `template.<id>.objective.<objective>`. */
  readonly objectives: readonly {
    readonly id: string;
    readonly kpis: readonly string[];
    readonly measures: readonly string[];
  }[];
  readonly gates: readonly EthicsGate[];
  readonly rhythm: { readonly offered: readonly RhythmId[]; readonly usual: RhythmId };
  readonly activities: Activities;
  readonly comparison: Comparison;
  /** By outcome, what is usual without a program. */
  readonly expected: Readonly<Record<string, ExpectedShape>>;
  readonly surveys: readonly TemplateSurvey[];
  readonly followUps: readonly number[];
}

/** A template, checked by the compiler and returned as it is. */
export function defineTemplate(template: Template): Template {
  return template;
}
