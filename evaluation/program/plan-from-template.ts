import { type Day, dayFromIso, horizonDays, isoFromDay, monthsOf } from '../study/day.ts';
import type { AgreementDefaults, FlagRules } from './agreement-defaults.ts';
import { kpiFromPreset } from './kpis/kpi-from-preset.ts';
import { kpiPresetOf } from './kpis/registry.ts';
import { chosenOutcome } from './chosen-outcome.ts';
import { measureOn } from './measure-on.ts';
import type { Looks, PlannedSurvey, Privacy, ProgramOutcome, ProgramPlan, Success } from './program-plan.ts';
import type { Say } from './say.ts';
import type { Template, TemplateOutcome, TemplateSurvey } from './templates/template.ts';

/** What is known when a program is begun; days as ISO dates. */
export interface ProgramStart {
  readonly program: string;
  readonly from?: string;
  readonly to?: string;
  readonly cohorts?: readonly string[];
}

/**
 * The plan that a new program begins with, its words in the language that `say` speaks.
 *
 * Missing: with no first day the surveys and looks have no day either; with no last day the program lasts as long as such a one usually does.
 *
 * @throws RangeError when a day does not exist, or the template names a KPI that there is not
 */
export function planFromTemplate(template: Template, start: ProgramStart, say: Say): ProgramPlan {
  const days = daysOf(template, start);
  return {
    programPlan: 1,
    template: template.id,
    purpose: {
      program: start.program,
      why: template.objectives.length > 0 ? say(`template.${template.id}.why`) : '',
      ...(days && { from: isoFromDay(days.from), to: isoFromDay(days.to) }),
      cohorts: start.cohorts ?? [],
      holders: [],
      objectives: template.objectives.map((objective) => ({
        ...objective,
        words: say(`template.${template.id}.objective.${objective.id}`),
      })),
      kpis: template.kpis.map((id) => {
        const preset = kpiPresetOf(id);
        if (!preset) throw new RangeError(`planFromTemplate: template ${template.id} names no KPI ${id}`);
        return kpiFromPreset(preset, say);
      }),
      gates: template.gates,
    },
    rhythm: {
      ...template.rhythm,
      agreement: agreementDefaults(say),
      activities: template.activities,
      flags: USUAL_FLAGS,
    },
    success: successOf(template, days, say),
    comparison: template.comparison,
    expected: {
      answered: 0.85,
      comparisonAnswered: 0.8,
      outcomes: template.expected,
      keptKnowingly: [],
    },
    privacy: privacyOf(template, days, say),
    looks: looksOf(template, days),
  };
}

/** When the program team is told (screens W7); each program may set its own. */
const USUAL_FLAGS: FlagRules = {
  drifting: 2,
  conversation: 3,
  movedInARow: 3,
  remindUnsignedDays: 21,
  unsignedDays: 30,
};

interface Days {
  readonly from: Day;
  readonly to: Day;
}

function daysOf(template: Template, { from, to }: ProgramStart): Days | undefined {
  if (from === undefined) return undefined;
  const first = dayOf('from', from);
  return { from: first, to: to === undefined ? first + horizonDays(template.months) : dayOf('to', to) };
}

function dayOf(field: string, text: string): Day {
  const day = dayFromIso(text);
  if (day === undefined)
    throw new RangeError(`planFromTemplate: ${field} is ${text}; it must be a day that exists`);
  return day;
}

function agreementDefaults(say: Say): AgreementDefaults {
  return {
    integrity: say('template.agreement.integrity'),
    acknowledged: true,
    meetingMinutes: 60,
    mainChannel: say('template.agreement.main-channel'),
    fallbackChannel: say('template.agreement.fallback-channel'),
    answerWithinDays: 2,
    noticeDays: 1,
    newDateDays: 3,
    preparation: [say('template.agreement.topic'), say('template.agreement.reads')],
    honesty: [say('template.agreement.not-known'), say('template.agreement.behaviour')],
    confidentiality: say('template.agreement.confidentiality'),
    exceptions: [
      say('template.agreement.danger'),
      say('template.agreement.law'),
      say('template.agreement.conduct'),
    ],
    whoSeesWhat: true,
  };
}

function successOf(template: Template, days: Days | undefined, say: Say): Success {
  const lasts = days ? Math.round(monthsOf(days.to - days.from)) : template.months;
  const outcome = (choice: TemplateOutcome): ProgramOutcome => chosenOutcome(choice, lasts, say);
  return {
    measures: template.measures.map((id) => measureOn(id, say)),
    ...(template.primary && { primary: outcome(template.primary) }),
    also: template.also.map(outcome),
    watchOuts: template.watchOuts.map(outcome),
  };
}

/** Floors and months of trust 3.1 and 4.5; minutes that a default program asks for (screens, 2). */
function privacyOf(template: Template, days: Days | undefined, say: Say): Privacy {
  return {
    least: 5,
    leastHr: 10,
    groups: [],
    commentReaders: [],
    keep: { names: 12, notes: 12, confidential: 24, sealed: 36, hr: 36 },
    surveys: template.surveys.map((survey) => surveyOf(survey, days, say)),
    cap: { mentee: 88, mentor: 69 },
  };
}

function surveyOf({ passed, ...survey }: TemplateSurvey, days: Days | undefined, say: Say): PlannedSurvey {
  return {
    ...survey,
    name: say(`template.survey.${survey.id}`),
    ...(days && { on: isoFromDay(days.from + Math.round(passed * (days.to - days.from))) }),
  };
}

/** Data end when the longest horizon is over, and the first look follows two weeks later. */
const DAYS_TO_LOOK = 14;

function looksOf({ primary, also, watchOuts, followUps }: Template, days: Days | undefined): Looks {
  const horizons = [...(primary ? [primary] : []), ...also, ...watchOuts].map(({ months }) => months ?? 0);
  if (!days || horizons.length === 0) return { followUps };
  const end = Math.max(days.to, days.from + horizonDays(Math.max(...horizons)));
  return { cutoff: isoFromDay(end), look: isoFromDay(end + DAYS_TO_LOOK), followUps };
}
