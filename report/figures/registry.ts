import type { Visibility } from '#evaluation/planning/visibility.ts';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { p01AllOutcomes } from './p01-all-outcomes.tsx';
import { p02Course } from './p02-course.tsx';
import { p03Changes } from './p03-changes.tsx';
import { p04OfHundred } from './p04-of-hundred.tsx';
import { p05When } from './p05-when.tsx';
import { p06Balance } from './p06-balance.tsx';
import { p07Flow } from './p07-flow.tsx';
import { p16WhatCouldWeSee } from './p16-what-could-we-see.tsx';
import { p09Rhythm } from './p09-rhythm.tsx';
import { p10Statements } from './p10-statements.tsx';
import { p11Waves } from './p11-waves.tsx';
import { p12Groups } from './p12-groups.tsx';
import { p14Goals } from './p14-goals.tsx';
import { p15Coverage } from './p15-coverage.tsx';
import { p17Sensitivity } from './p17-sensitivity.tsx';
import { p18WatchOuts } from './p18-watch-outs.tsx';
import { p19Dose } from './p19-dose.tsx';
import { type AskedMinutes, p20WhatDoWeAsk } from './p20-what-do-we-ask.tsx';

/** Figures of the whole evaluation, by the question they answer. */
export const EVALUATION_FIGURES = {
  'what-moved': p01AllOutcomes,
  'alike-at-the-start': p06Balance,
  'who-is-counted': p07Flow,
  'did-something-get-worse': p18WatchOuts,
  'far-from-rhythm': p09Rhythm,
  'what-became-of-goals': p14Goals,
} as const satisfies Readonly<Record<string, (shown: ShownEvaluation) => FigureBlock | null>>;

/** Figures of one outcome, in the order of a report; each is absent where it cannot be drawn, or leaves its table alone with few people. */
export const OUTCOME_FIGURES: readonly ((
  shown: ShownEvaluation,
  finding: ShownFinding,
) => FigureBlock | TableBlock | null)[] = [p02Course, p03Changes, p04OfHundred, p05When, p19Dose];

/** Figures of one outcome that stand in another section, by the question they answer. */
export const QUESTION_FIGURES = {
  'does-the-method-matter': p17Sensitivity,
} as const satisfies Readonly<
  Record<string, (shown: ShownEvaluation, finding: ShownFinding) => FigureBlock | null>
>;

/** Figures of an outcome before anything has started, by the question they answer. */
export const PLANNING_FIGURES = {
  'what-could-we-see': p16WhatCouldWeSee,
} as const satisfies Readonly<
  Record<string, (visible: Visibility, fileName: string, source: string) => FigureBlock>
>;

/** Figures of a program plan as a whole, by the question they answer. */
export const PLAN_FIGURES = {
  'what-do-we-ask': p20WhatDoWeAsk,
} as const satisfies Readonly<Record<string, (asked: AskedMinutes, source: string) => FigureBlock>>;

/** Figures of which there are as many as there are forms, roles or groups. */
export const SEVERAL_FIGURES = {
  'who-is-missing': p15Coverage,
  'what-people-say': p10Statements,
  'is-it-changing': p11Waves,
  'where-does-it-differ': p12Groups,
} as const satisfies Readonly<Record<string, (shown: ShownEvaluation) => readonly FigureBlock[]>>;
