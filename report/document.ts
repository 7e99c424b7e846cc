import type { Verdict } from '#evaluation/finding.ts';

/** A report as plain data: what every output (page, PDF, table, terminal) is drawn from. All text is final. */
export interface ReportDocument {
  readonly language: 'en';
  readonly title: string;
  readonly subtitle: string;
  /** Head of each printed page, and the short code at its foot. */
  readonly runningHead: string;
  readonly code: string;
  /** Page one: stands alone on one printed page. */
  readonly summary: readonly Block[];
  readonly sections: readonly Section[];
}

/** A numbered part of a report. */
export interface Section {
  /** Anchor, kebab-case, unique. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The closed set of things a report is made of. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'small'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'notice'; readonly tone: 'info' | 'warn'; readonly text: string }
  | FindingBlock
  | TableBlock
  | FigureBlock;

/** A finding in words: name, pill, sentence, remarks. `n`, `low`, `high` ride along for machines. */
export interface FindingBlock {
  readonly kind: 'finding';
  readonly outcome: string;
  readonly name: string;
  /** Role in the plan, in words: "Primary outcome", "Watch-out" … */
  readonly role: string;
  /** Null where there is no verdict; then no pill is drawn. */
  readonly pill: Pill | null;
  readonly sentence: string;
  readonly remarks: readonly string[];
  readonly n: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The shaped word of a verdict. */
export interface Pill {
  readonly verdict: Verdict;
  /** ▲ ▼ = ? ○ ◷ ▨ */
  readonly mark: string;
  readonly word: string;
}

/** A table with a caption; cells are final text. */
export interface TableBlock {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    readonly align: 'start' | 'end';
  }[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string | null;
}

/** A picture with its table twin; never one without the other. */
export interface FigureBlock {
  readonly kind: 'figure';
  /** P01 … P20. */
  readonly id: string;
  /** File name without ending, unique in the report: `P05-promotion`. */
  readonly name: string;
  /** The finding, as a sentence. */
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  /** Source line under the picture: data, plan version, date; the V13 sentence when it applies. */
  readonly source: string;
  /**
   * `screen` colours by custom properties (light, dark, forced colours); `narrow` the same for screens of 360 pixels;
   * `paper` has fixed light colours.
   */
  readonly svg: { readonly screen: string; readonly narrow?: string; readonly paper: string };
  /** People behind the figure, and the likely range where it shows one estimate; they ride along for machines. */
  readonly n?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly table: TableBlock;
}
