import { studyPlanJson } from '#report/reports/program-plan/program-plan-files.ts';
import { holds } from '#server/access/grants.ts';
import { looksBefore, recordLook } from '#server/features/looks/looks.actions.ts';
import { planHistory } from '#server/features/plan/export.routes.ts';
import { planState } from '#server/features/plan/plan.actions.ts';
import { versionOfFingerprint } from '#server/features/plan/plan.store.ts';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import { bytesOf } from './files.actions.ts';
import type { FileStudy } from './files.store.ts';
import type { UploadedFile } from './put-files.ts';

/** Who may hold files against the locked plan of a program. */
const MAY_EVALUATE = ['evaluator'] as const;

/**
 * The plan that two people locked for a program, as the file that a study is evaluated with.
 *
 * @throws Problem `not-found` for a program that the reader does not evaluate, `not-now` while nothing is locked
 */
export async function lockedPlanOf(scope: Scope, program: string): Promise<UploadedFile> {
  if (!holds(scope.grants, MAY_EVALUATE, program)) throw new Problem('not-found');
  const state = await planState(scope, program);
  const json = state.locked === null ? null : studyPlanJson(state.locked.document, planHistory(state));
  if (json === null) throw new Problem('not-now', { text: 'files.not-now.no-lock' });
  return { table: 'plan', name: 'plan.json', bytes: new TextEncoder().encode(json) };
}

/** What a report says of its plan and its outcomes, as `findings.json` has it. */
interface SaidFindings {
  readonly plan: { readonly fingerprint: string };
  readonly findings: readonly { readonly outcome: string; readonly verdict: string }[];
}

/** The same findings within an hour are one look: a page, then its PDF. */
const ONE_LOOK_MS = 60 * 60 * 1000;

/**
 * Records that the reader sees outcomes of a program, where the report was made by a plan that is locked there: by its
 * fingerprint, so that a plan that was taken along and brought back is recognised too.
 *
 * Results that are not due show no outcome, so they are no look.
 */
export async function recordLookAt(scope: Scope, study: FileStudy): Promise<void> {
  const kept = study.results.find(({ name }) => name === 'findings.json');
  if (kept === undefined) return;
  const said = JSON.parse(new TextDecoder().decode(bytesOf(scope, study, kept.id))) as SaidFindings;
  const seen = said.findings.filter(({ verdict }) => verdict !== 'not-due').map(({ outcome }) => outcome);
  if (seen.length === 0) return;
  const version = await versionOfFingerprint(scope, said.plan.fingerprint);
  if (version === undefined) return;
  const { program_id: program, version: planVersion, fingerprint } = version;
  const now = scope.clock.now();
  const findings = [...new Set(seen)].sort();
  const again = (await looksBefore(scope, program, now)).some(
    (look) =>
      look.person === scope.person &&
      look.planVersion === planVersion &&
      look.findings.join() === findings.join() &&
      now.getTime() - look.at.getTime() < ONE_LOOK_MS,
  );
  if (again) return;
  await recordLook(scope, {
    program,
    plan: { version: planVersion, fingerprint },
    findings,
    when: 'as-planned',
  });
}
