import type { Day } from '#evaluation/study/day.ts';
import type { IntakeSettings } from '#intake/take-in.ts';
import type { SourceFile } from '#intake/table.ts';
import type { OutputFile } from '#report/formats/registry.ts';
import type { Reading } from './reading.ts';

/** What a process is asked to do with the files of a study. Everything it needs is in here: it opens nothing itself. */
export interface Order {
  readonly work: 'read' | 'report';
  /** By the name of the table; `plan` is the plan. */
  readonly files: Readonly<Record<string, SourceFile>>;
  readonly settings: IntakeSettings;
  readonly problemRows: 'refuse' | 'leave-out';
  /** Decides only whether the day of the look is reached. */
  readonly asOf: Day;
  /** Reports asked for beside the one of the evaluation, by their ids. */
  readonly reports: readonly string[];
  readonly paper: 'a4' | 'letter';
}

/** Where long work is: a named stage, and how far. */
export interface Stage {
  readonly stage: 'starting' | 'reading' | 'checking' | 'comparing' | 'outcomes' | 'writing';
  readonly done: number;
  readonly of: number;
}

/** What a report says first. */
export interface ReportSummary {
  readonly headline: string;
  readonly locked: boolean;
}

/** What a process made. */
export type Made =
  | { readonly work: 'read'; readonly reading: Reading; readonly files: readonly OutputFile[] }
  | { readonly work: 'report'; readonly summary: ReportSummary; readonly files: readonly OutputFile[] }
  /** The files or the plan have problems after all. */
  | { readonly work: 'refused' };

/** What a process tells, in this order: stages, then what it made. */
export type Told = ({ readonly tells: 'stage' } & Stage) | { readonly tells: 'made'; readonly made: Made };
