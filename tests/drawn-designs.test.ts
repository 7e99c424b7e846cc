import { expect, test } from 'vitest';
import { disclose } from '#evaluation/disclosure/disclose.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { planFitProblems } from '#intake/plan-fit.ts';
import { takeIn } from '#intake/take-in.ts';
import { gateText } from '#report/sentences/gate-text.ts';
import { sentenceFor } from '#report/sentences/sentence-for.ts';
import { textFile } from './text-file.ts';

const AFTER_EVERY_LOOK = 30_000;
const HEAD = 'person,cohort,arm,index,stratum,probability,took_part\n';
const plan = (design: Plan['design'], primary: Partial<Plan['primary']>): Plan => ({
  plan: 1,
  design,
  cutoff: '2026-12-31',
  look: '2026-12-31',
  primary: { outcome: 'joy', better: 'higher', matters: 0.2, ...primary },
});

/** Half drawn, half not, by the last digit of their number; each line from what the story says of the person. */
function people(n: number, line: (key: string, i: number, drawn: boolean) => string): string {
  return `${HEAD}${Array.from({ length: n }, (_, i) => line(`P${i + 100}`, i, i % 2 === 0)).join('\n')}`;
}

async function evaluated(peopleText: string, asked: Plan, scores?: string, events?: string) {
  const taken = await takeIn({
    people: textFile('people.csv', peopleText),
    ...(scores !== undefined && {
      scores: textFile('scores.csv', `person,wave,date,scale,score,low,high\n${scores}`),
    }),
    ...(events !== undefined && { events: textFile('events.csv', `person,date,kind\n${events}`) }),
  });
  expect(taken.problems).toEqual([]);
  const result = evaluate(taken.rows, asked, { asOf: AFTER_EVERY_LOOK, fingerprint: planFingerprint(asked) });
  if (result.kind !== 'evaluation') throw new Error('the plan was refused');
  return { ...result.evaluation, rows: taken.rows, shown: disclose(result.evaluation) };
}

const arm = (drawn: boolean): string => (drawn ? 'participant' : 'comparison');

/** Sixty people drawn on 1 January 2024; those not drawn start on 1 January 2025. */
const WAITING = people(60, (key, _, drawn) =>
  drawn
    ? `${key},2024,participant,2024-01-01,,0.5,`
    : `${key},2024,comparison,2024-01-01,,0.5,\n${key},2025,participant,2025-01-01,,,`,
);
const answers = (waitingDay: (i: number) => string): string =>
  Array.from({ length: 60 }, (_, i) => {
    const day = i % 2 === 0 ? '2024-12-15' : waitingDay(i);
    return `P${i + 100},after,${day},joy,${(2 + (i % 7) / 4 + (i % 2 === 0 ? 0.5 : 0)).toFixed(2)},1,5`;
  }).join('\n');

test('answers of waiting people before their own start are compared, with the period in words', async () => {
  const { findings, shown } = await evaluated(
    WAITING,
    plan('waiting-list', { months: 12 }),
    answers(() => '2024-12-15'),
  );
  expect(findings[0]!.gates).toEqual([{ id: 'F12', effect: 'qualifier', values: { from: 12, to: 12 } }]);
  expect(findings[0]!.exact!.groups.map(({ n }) => n)).toEqual([30, 30]);
  expect(sentenceFor(shown.findings[0]!, shown).text).toContain(
    'This speaks of the time until those who waited started, 12 months after the draw.',
  );
});

test('up to a fifth of the answers of those who waited may come after their own start, and is left out', async () => {
  const late = (n: number) => (i: number) => (i < 2 * n ? '2025-01-01' : '2024-12-15');
  const one = async (n: number) => evaluated(WAITING, plan('waiting-list', {}), answers(late(n)));
  const three = (await one(3)).findings[0]!;
  expect(three.exact!.groups.map(({ n }) => n)).toEqual([30, 27]);
  expect(three.verdict).not.toBe('none');
  // Six of thirty are a fifth. What is left out counts as missing, so attrition speaks first.
  expect((await one(6)).findings[0]!.gates.map(({ id, effect }) => `${id} ${effect}`)).toEqual([
    'F12 qualifier',
    'F4 words-only',
    'F4 grade-b',
  ]);
  const seven = await one(7);
  const [finding] = seven.findings;
  expect(finding!.verdict).toBe('none');
  expect(finding!.gates).toEqual([{ id: 'F12', effect: 'words-only', values: { started: 7, answered: 30 } }]);
  expect(finding!.exact!.groups.map(({ n }) => n)).toEqual([30, 30]);
  expect(seven.shown.findings[0]!.shown).toMatchObject({ estimate: null, range95: null });
  expect(sentenceFor(seven.shown.findings[0]!, seven.shown).text).toMatch(/had waited before stood at/u);
});

test('a waiting person who has started is followed no further; a lottery follows on, whatever happened later', async () => {
  // Everybody who waited is promoted in 2025, after the own start; of those drawn, twelve in 2024.
  const promotions = Array.from({ length: 60 }, (_, i) =>
    i % 2 === 1 ? `P${i + 100},2025-06-01,promotion` : i < 24 ? `P${i + 100},2024-06-01,promotion` : '',
  )
    .filter((line) => line !== '')
    .join('\n');
  const asked = { outcome: 'promotion', months: 12 };
  const waiting = await evaluated(WAITING, plan('waiting-list', asked), undefined, promotions);
  expect(waiting.findings[0]!.exact!.groups.map(({ count }) => count)).toEqual([12, 0]);
  const long = await evaluated(
    WAITING,
    plan('waiting-list', { ...asked, months: 24 }),
    undefined,
    promotions,
  );
  expect(long.findings[0]!.missing).toMatchObject({ reason: 'followed-too-short', values: { months: 12 } });
  const lottery = await evaluated(WAITING, plan('lottery', { ...asked, months: 24 }), undefined, promotions);
  expect(lottery.findings[0]!.exact!.groups.map(({ count }) => count)).toEqual([12, 30]);
  expect(lottery.draw).toMatchObject({ startedLater: 30 });
});

test('starts at different times are told from the first to the last', async () => {
  const steps = people(60, (key, i, drawn) =>
    drawn
      ? `${key},1,participant,2024-01-01,,0.5,`
      : `${key},1,comparison,2024-01-01,,0.5,\n${key},2,participant,${i < 30 ? '2024-07-01' : '2025-01-01'},,,`,
  );
  const { findings } = await evaluated(
    steps,
    plan('waiting-list', {}),
    answers(() => '2024-06-15'),
  );
  expect(findings[0]!.gates[0]!.values).toEqual({ from: 6, to: 12 });
  expect(gateText(findings[0]!.gates[0]!)).toContain('started 6 to 12 months after the draw');
});

test('a waiting list without a later start on file says so', async () => {
  const never = people(40, (key, _, drawn) => `${key},,${arm(drawn)},2024-01-01,,0.5,`);
  const { notes, findings } = await evaluated(
    never,
    plan('waiting-list', {}),
    answers(() => '2024-12-15'),
  );
  expect(notes.map(({ key }) => key)).toContain('waiting-open');
  expect(findings[0]!.gates.map(({ id }) => id)).not.toContain('F12');
});

test('later starts of people who waited are counted apart from draws without a draw', async () => {
  const more = `${WAITING}\nQ1,2024,participant,2024-01-01,west,,\nQ2,2024,participant,2024-01-01,west,,`;
  const { study, draw } = await evaluated(
    more,
    plan('waiting-list', {}),
    answers(() => '2024-12-15'),
  );
  expect(study.leftOut).toEqual([
    { reason: 'waited-before', n: 30, participants: 30, comparison: 0 },
    { reason: 'stratum-without-draw', n: 2, participants: 2, comparison: 0 },
  ]);
  expect(draw).toMatchObject({ strata: 1, strataLeftOut: 2, assigned: 30, others: 30 });
});

test('who took part as drawn is counted, and mends neither arms nor grade', async () => {
  // Of 30 drawn, 20 took part, 6 did not, 4 are not known; of 30 others, 3 did and 27 did not.
  const text = people(60, (key, i, drawn) => {
    const took = drawn ? (i < 40 ? 'yes' : i < 52 ? 'no' : '') : i < 6 ? 'yes' : 'no';
    return `${key},,${arm(drawn)},2024-01-01,,0.5,${took}`;
  });
  const { draw, findings } = await evaluated(
    text,
    plan('lottery', {}),
    answers(() => '2024-12-15'),
  );
  expect(draw).toMatchObject({
    tookPartAmongAssigned: 20,
    knownAmongAssigned: 26,
    tookPartAmongOthers: 3,
    knownAmongOthers: 30,
  });
  expect(findings[0]).toMatchObject({ grade: 'A' });
  expect(findings[0]!.exact!.groups.map(({ n }) => n)).toEqual([30, 30]);
});

test('a waiting list without a chance on file, and a draw without its day, are refused with their cures', async () => {
  const problems = async (text: string, design: Plan['design']) => {
    const { rows } = await takeIn({ people: textFile('people.csv', text) });
    return planFitProblems(rows, plan(design, {}), 'plan.json').map(({ column, value }) => [column, value]);
  };
  const bare = people(6, (key, _, drawn) => `${key},,${arm(drawn)},2024-01-01,,,`);
  expect(await problems(bare, 'waiting-list')).toEqual([['probability', null]]);
  expect(await problems(bare, 'lottery')).toEqual([]);
  const undated = people(6, (key, _, drawn) => `${key},,${arm(drawn)},${drawn ? '2024-01-01' : ''},,0.5,`);
  expect(await problems(undated, 'lottery')).toEqual([['index', '3']]);
  expect(await problems(undated, 'matched')).toEqual([]);
});
