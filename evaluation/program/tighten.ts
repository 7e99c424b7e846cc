import { planChanges } from './changes.ts';
import type { ProgramPlan, Retention } from './program-plan.ts';

/** A promise that a change would loosen: the field, what was promised, what would stand there. */
export interface Loosened {
  readonly field: string;
  readonly promised: number | string;
  readonly instead: number | string;
  /** Which way the field may still go. */
  readonly only: 'up' | 'down' | 'fewer' | 'same-or-stronger';
}

const PROMISES = ['signed', 'confidential', 'sealed'] as const;
const KEPT: readonly (keyof Retention)[] = ['names', 'notes', 'confidential', 'sealed', 'hr'];

/**
 * What a change would loosen of the promises made to people; empty when it only tightens.
 *
 * Use it once a plan is locked or a round announced: the minimum of people may rise and never fall, what is kept may be kept shorter, no
 * more people may read comments, groups may become fewer, less may be asked, a survey's promise may become stronger. An ethics gate stays.
 */
export function loosened(before: ProgramPlan, after: ProgramPlan): readonly Loosened[] {
  const [was, is] = [before.privacy, after.privacy];
  return [
    ...up('privacy.least', was.least, is.least),
    ...up('privacy.leastHr', was.leastHr, is.leastHr),
    ...KEPT.flatMap((kept) => down(`privacy.keep.${kept}`, was.keep[kept], is.keep[kept])),
    ...down('privacy.cap.mentee', was.cap.mentee, is.cap.mentee),
    ...down('privacy.cap.mentor', was.cap.mentor, is.cap.mentor),
    ...added('privacy.groups', was.groups, is.groups),
    // Somebody may take over from a reader who leaves; rounds name their own readers when they are announced.
    ...(is.commentReaders.length > was.commentReaders.length
      ? added('privacy.commentReaders', was.commentReaders, is.commentReaders)
      : []),
    ...was.surveys.flatMap((survey) => {
      const later = is.surveys.find(({ id }) => id === survey.id);
      if (!later || PROMISES.indexOf(later.promise) >= PROMISES.indexOf(survey.promise)) return [];
      const field = `privacy.surveys.${survey.id}.promise`;
      return [{ field, promised: survey.promise, instead: later.promise, only: 'same-or-stronger' as const }];
    }),
    ...goneGates(before, after),
  ];
}

/** Whether two plans differ only in ways that tighten what was promised. */
export function onlyTightens(before: ProgramPlan, after: ProgramPlan): boolean {
  const touched = planChanges(before, after).filter(
    ({ locked, field }) => locked && !field.startsWith('privacy.'),
  );
  return touched.length === 0 && loosened(before, after).length === 0;
}

function up(field: string, promised: number, instead: number): Loosened[] {
  return instead < promised ? [{ field, promised, instead, only: 'up' }] : [];
}

function down(field: string, promised: number, instead: number): Loosened[] {
  return instead > promised ? [{ field, promised, instead, only: 'down' }] : [];
}

function added(field: string, promised: readonly string[], instead: readonly string[]): Loosened[] {
  const more = instead.filter((one) => !promised.includes(one));
  return more.length > 0
    ? [{ field, promised: promised.join(', '), instead: instead.join(', '), only: 'fewer' }]
    : [];
}

function goneGates(before: ProgramPlan, after: ProgramPlan): Loosened[] {
  const gone = before.purpose.gates.filter(
    (gate) => !after.purpose.gates.some((one) => one.at === gate.at && one.gate === gate.gate),
  );
  return gone.map(({ at, gate }) => ({
    field: `purpose.gates.${at}`,
    promised: gate,
    instead: '',
    only: 'same-or-stronger',
  }));
}
