import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { obstacles } from '#evaluation/program/complete.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { problemText } from '#report/program/problem-text.ts';
import { staged, type Stage, type StagedPerson } from '#server/access/staged.fixture.ts';
import type { Seen } from '#server/http/test-visitor.ts';
import { completePlan } from './plan-steps.fixture.ts';

let stage: Stage;
let organisation: string;
let priya: StagedPerson;
let lena: StagedPerson;
let sponsor: StagedPerson;
let program: string;

beforeAll(async () => {
  stage = await staged();
  organisation = await stage.organisation('Fernhill');
  priya = await stage.person(organisation, 'Priya', [{ role: 'program-manager' }]);
  lena = await stage.person(organisation, 'Lena', [{ role: 'evaluator' }]);
  sponsor = await stage.person(organisation, 'David', [{ role: 'sponsor' }]);
  program = await made('Compass 2027');
});
afterAll(() => stage.drop());

/** A program that Priya makes through the form. */
async function made(name: string, template = 'leadership'): Promise<string> {
  const seen = await priya.visitor.post(
    '/programs',
    { name, template, from: '2027-01-15', to: '' },
    '/programs/new',
  );
  expect(seen.status).toBe(303);
  return /\/p\/([0-9a-f-]{36})\/plan/.exec(seen.to!)![1]!;
}

/** What a browser would send of the form that saves a step, as it came. */
function asShown(page: string): Record<string, string | string[]> {
  const form = /<form[^>]*data-autosave[\s\S]*?<\/form>/.exec(page)![0];
  const sent: Record<string, string[]> = {};
  const put = (name: string, value: string): void =>
    void (sent[name] = [...(sent[name] ?? []), unescaped(value)]);
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (name === undefined || name === 'csrf') continue;
    if ((type === 'checkbox' || type === 'radio') && !/\schecked/.test(tag)) continue;
    put(name, attribute(tag, 'value') ?? '');
  }
  for (const [, tag, text] of form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g))
    put(attribute(tag!, 'name')!, text!);
  for (const [, tag, options] of form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
    const all = [...options!.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => /\sselected/.test(option)) ?? all[0]!;
    put(attribute(tag!, 'name')!, attribute(chosen, 'value') ?? '');
  }
  return sent;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

interface PlanData {
  readonly revision: number;
  readonly plan: ProgramPlan;
  readonly versions: readonly { readonly kind: string; readonly fingerprint: string }[];
}

async function planOf(who: StagedPerson, id = program): Promise<PlanData> {
  const seen = await who.visitor.send('GET', `/p/${id}/plan`);
  expect(seen.status).toBe(200);
  return seen.json<PlanData>();
}

async function sent(who: StagedPerson, path: string, value: unknown): Promise<Seen> {
  await who.visitor.get(`/p/${program}/plan`);
  return who.visitor.send('POST', path, value);
}

describe('a program from the default template', () => {
  test('measures integrity, interaction, goals and outcomes from its first minute', async () => {
    const { plan } = await planOf(priya);
    const on = plan.success.measures.map(({ measure }) => measure);
    expect(on).toEqual(expect.arrayContaining(['honesty', 'rhythm-kept', 'goals-on-track']));
    expect(plan.success.primary).toMatchObject({ measure: 'skill-change', instrument: 'lead-1' });
    expect(plan.success.also.map(({ outcome }) => outcome)).toEqual(['promotion', 'retention']);
    expect(plan.success.watchOuts.map(({ measure }) => measure)).toEqual(['mentor-workload']);
  });

  test('shows each of its seven steps as a page with one first heading', async () => {
    for (const step of ['purpose', 'rhythm', 'success', 'comparison', 'expected', 'privacy', 'looks']) {
      const { status, text } = await priya.visitor.get(`/p/${program}/plan?step=${step}`);
      expect(status, step).toBe(200);
      expect(text.match(/<h1/g), step).toHaveLength(1);
    }
  });

  test('saves every step as its page shows it, and nothing changes', async () => {
    const before = await planOf(priya);
    for (const step of ['purpose', 'rhythm', 'success', 'comparison', 'expected', 'privacy', 'looks']) {
      const { text } = await priya.visitor.get(`/p/${program}/plan?step=${step}`);
      const seen = await priya.visitor.post(`/p/${program}/plan/${step}`, asShown(text));
      expect(seen.status, `${step}: ${seen.text}`).toBe(303);
    }
    expect((await planOf(priya)).plan).toEqual(before.plan);
  });

  test('is not there for somebody of another organisation, and not writable for a sponsor', async () => {
    const other = await stage.organisation('Elsewhere');
    const stranger = await stage.person(other, 'Sam', [{ role: 'program-manager' }]);
    expect((await stranger.visitor.get(`/p/${program}/plan`)).status).toBe(404);
    const seen = await sent(sponsor, `/p/${program}/plan/looks`, { look: '2029-01-15' });
    expect(seen.status).toBe(403);
  });
});

describe('saving a step', () => {
  test('takes what a form sends and what a program sends by the same rules', async () => {
    const byForm = await priya.visitor.post(
      `/p/${program}/plan/looks`,
      { look: '2029-02-15', cutoff: '2029-01-31', 'followUps.0': '12', 'followUps.1': '', after: 'stay' },
      `/p/${program}/plan?step=looks`,
    );
    expect(byForm.status).toBe(303);
    expect((await planOf(priya)).plan.looks).toEqual({
      look: '2029-02-15',
      cutoff: '2029-01-31',
      followUps: [12],
    });
    const byProgram = await sent(priya, `/p/${program}/plan/looks`, {
      look: '2029-03-01',
      followUps: [6, 12],
    });
    expect(byProgram.status).toBe(200);
    expect((await planOf(priya)).plan.looks).toEqual({ look: '2029-03-01', followUps: [6, 12] });
  });

  test('gives the form back with what was typed and what would be right', async () => {
    const { status, text } = await priya.visitor.post(
      `/p/${program}/plan/looks`,
      { look: '31.12.2028' },
      `/p/${program}/plan?step=looks`,
    );
    expect(status).toBe(422);
    expect(text).toContain('value="31.12.2028"');
    expect(text).toContain('error-summary');
  });

  test('refuses fields that nobody asked for', async () => {
    const seen = await sent(priya, `/p/${program}/plan/looks`, { look: '2029-03-01', organisation_id: 'x' });
    expect(seen.status).toBe(400);
  });

  test('tells whoever saves over somebody else, and only where it is the same step', async () => {
    const { revision } = await planOf(priya);
    const first = await sent(priya, `/p/${program}/plan/looks`, { look: '2029-04-01', version: revision });
    expect(first.status).toBe(200);
    const over = await sent(lena, `/p/${program}/plan/looks`, { look: '2029-05-01', version: revision });
    expect(over.status).toBe(409);
    const beside = await sent(lena, `/p/${program}/plan/comparison`, {
      design: 'weighted',
      covariates: ['grade'],
      version: revision,
    });
    expect(beside.status).toBe(200);
    expect((await planOf(lena)).plan.looks.look).toBe('2029-04-01');
  });

  test('can be taken back, and the way back too', async () => {
    const before = await planOf(priya);
    await sent(priya, `/p/${program}/plan/looks`, { look: '2030-01-01' });
    await sent(priya, `/p/${program}/plan/back`, { to: before.revision });
    expect((await planOf(priya)).plan).toEqual(before.plan);
    await sent(priya, `/p/${program}/plan/back`, { to: before.revision + 1 });
    expect((await planOf(priya)).plan.looks.look).toBe('2030-01-01');
  });
});

describe('locking', () => {
  test('takes a whole plan, the word LOCK, and a second person; a change takes a reason and is told apart by looks', async () => {
    const id = await made('Compass 2028');
    const early = await sent(priya, `/p/${id}/plan/lock`, { word: 'LOCK' });
    expect(early.status).toBe(409);
    await completePlan(priya.visitor, id);
    const untyped = await sent(priya, `/p/${id}/plan/lock`, { word: 'lock' });
    expect(untyped.status).toBe(422);
    const asked = await priya.visitor.post(
      `/p/${id}/plan/lock`,
      { word: 'LOCK' },
      `/p/${id}/plan?step=looks`,
    );
    expect(
      asked.status,
      obstacles((await planOf(priya, id)).plan)
        .map(problemText)
        .join('\n'),
    ).toBe(303);
    expect((await planOf(priya, id)).versions).toEqual([]);
    await agreed(lena, asked);
    const { versions } = await planOf(priya, id);
    const mails = await stage.owned<{ kind: string; person_id: string }>(
      `select kind, person_id from outbox where kind like 'plan-%'`,
    );
    expect(mails).toEqual([{ kind: 'plan-lock', person_id: sponsor.id }]);
    expect(versions).toMatchObject([{ kind: 'lock', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) }]);

    const { plan } = await planOf(priya, id);
    const lowered = await sent(priya, `/p/${id}/plan/privacy`, privacyForm(plan, { least: 5 }));
    expect(lowered.status).toBe(200);
    await sent(priya, `/p/${id}/plan/privacy`, privacyForm(plan, { least: 8 }));
    const amendment = await changed(id, 'The works council asked for more.');
    await agreed(lena, amendment);
    const refused = await sent(priya, `/p/${id}/plan/privacy`, privacyForm(plan, { least: 5 }));
    expect(refused.status).toBe(422);
    expect((await planOf(priya, id)).versions.map(({ kind }) => kind)).toEqual(['lock', 'amendment']);

    await stage.owned(
      `insert into looks (organisation_id, id, program_id, plan_version, person_id, looked_at, findings, early)
       values ($1, gen_random_uuid(), $2, 2, $3, $4, array['promotion'], true)`,
      [organisation, id, lena.id, stage.time],
    );
    await sent(priya, `/p/${id}/plan/looks`, { ...plan.looks, look: '2029-06-01' });
    await agreed(lena, await changed(id, 'The file comes later.'));
    const { versions: all } = await planOf(priya, id);
    expect(all.map(({ kind }) => kind)).toEqual(['lock', 'amendment', 'deviation']);
    const kinds = await stage.owned<{ kind: string }>(
      `select header->>'kind' as kind from record_pending union all select header->>'kind' from record_entries`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['plan.locked', 'plan.amended', 'plan.deviated']),
    );
  });
});

test('a plan is taken along as PDF, as JSON, and as the plan that the command line evaluates; each is an entry', async () => {
  await sent(priya, `/p/${program}/plan/looks`, { cutoff: '2029-01-31', look: '2029-02-15', followUps: [] });
  const pdf = await lena.visitor.get(`/p/${program}/plan/pdf`);
  expect(pdf.text.slice(0, 5)).toBe('%PDF-');
  const json = await lena.visitor.get(`/p/${program}/plan/json`);
  expect(json.json<{ plan: ProgramPlan }>().plan).toEqual((await planOf(lena)).plan);
  const study = await lena.visitor.get(`/p/${program}/plan/study`);
  expect(study.json()).toMatchObject({ plan: 1, design: 'weighted', primary: { outcome: 'leadership' } });
  const exports = await stage.owned<{ kind: string }>(
    `select header->>'kind' as kind from record_pending where header->>'kind' = 'export.made'
     union all select header->>'kind' from record_entries where header->>'kind' = 'export.made'`,
  );
  expect(exports).toHaveLength(3);
});

function privacyForm({ privacy }: ProgramPlan, changes: Record<string, unknown>) {
  const { surveys: _surveys, cap, ...rest } = privacy;
  return { ...rest, capMentee: cap.mentee, capMentor: cap.mentor, ...changes };
}

async function changed(id: string, reason: string): Promise<Seen> {
  const seen = await priya.visitor.post(
    `/p/${id}/plan/change`,
    { reason },
    `/p/${id}/plan?step=looks&edit=1`,
  );
  expect(seen.status, seen.text).toBe(303);
  return seen;
}

/** The second person reads what was asked, and agrees. */
async function agreed(who: StagedPerson, asked: Seen): Promise<void> {
  const page = await who.visitor.get(asked.to!);
  const digest = /name="digest" value="([0-9a-f]{64})"/.exec(page.text)![1]!;
  const act = /[0-9a-f-]{36}$/.exec(asked.to!)![0];
  const seen = await who.visitor.post(`/acts/${act}/agree`, { digest });
  expect(seen.status, seen.text).toBe(303);
}
