import { describe, expect, test } from 'vitest';
import type { Gate, Grade, Qualifier, Range, Reason, Verdict } from '#evaluation/finding.ts';
import type { DesignId } from '#evaluation/plan/plan.ts';
import type { ShownFinding, ShownGroup } from '#evaluation/shown.ts';
import { COMPASS } from '../reports/compass.fixture.ts';
import { catalogue, catalogueFiles } from '../text/text.ts';
import { decisionText } from './decision-text.ts';
import { gateText } from './gate-text.ts';
import { headline } from './headline.ts';
import { leftOutText } from './left-out-text.ts';
import { missingText } from './missing-text.ts';
import { noteText } from './note-text.ts';
import { BANNED_WORDS, FORBIDDEN_WORDS, usedWords } from './permitted-verbs.ts';
import { pillOf } from './pill.ts';
import { reasonText } from './reason-text.ts';
import { sentenceFor } from './sentence-for.ts';

const [skill, promotion] = COMPASS.findings as readonly ShownFinding[];

const DESIGNS: readonly (readonly [DesignId, Grade])[] = [
  ['lottery', 'A'],
  ['lottery', 'B'],
  ['waiting-list', 'A'],
  ['waiting-list', 'B'],
  ['matched', 'B'],
  ['weighted', 'B'],
  ['before-after-comparison', 'B-'],
];

const VERDICTS: readonly (readonly [Verdict, Qualifier | null, Range])[] = [
  ['benefit', 'clear', [0.25, 0.4]],
  ['benefit', 'size-uncertain', [0.05, 0.4]],
  ['harm', 'clear', [-0.5, -0.25]],
  ['harm', 'size-uncertain', [-0.5, -0.05]],
  ['no-meaningful-difference', null, [-0.1, 0.12]],
  ['no-meaningful-difference', 'slightly-higher', [0.02, 0.12]],
  ['no-meaningful-difference', 'slightly-lower', [-0.12, -0.02]],
  ['inconclusive', null, [-0.1, 0.4]],
  ['inconclusive', 'one-of-k', [0.02, 0.4]],
  ['too-little-data', null, [-0.9, 0.9]],
  ['not-due', null, [0, 0]],
  ['hidden', null, [0, 0]],
  ['none', null, [0, 0]],
];

const FACES: readonly (readonly [string, Partial<ShownGroup>])[] = [
  ['value and count', { value: 0.21, count: 31 }],
  ['value alone', { value: 0.2, count: null }],
  ['words', { value: null, count: null, words: 'nearly-all' }],
  ['nothing', { value: null, count: null }],
];

const WORDS_ONLY: Gate = {
  id: 'F1',
  effect: 'words-only',
  values: { difference: 0.31, characteristic: 'grade' },
};

interface Case {
  readonly name: string;
  readonly finding: ShownFinding;
}

/** Verdict × kind × design and grade × better × who × what may be shown of the arms. */
function everyFinding(): Case[] {
  const cases: Case[] = [];
  for (const [design, grade] of DESIGNS)
    for (const [verdict, qualifier, range] of VERDICTS)
      for (const base of [skill!, promotion!])
        for (const better of ['higher', 'lower'] as const)
          for (const who of ['mentees', 'mentors'] as const)
            for (const [face, arm] of FACES) {
              const name = [design, grade, verdict, qualifier, base.kind, better, who, face].join(' ');
              const finding = { ...base, design, grade, verdict, qualifier, better, who };
              cases.push({ name, finding: withFigures(finding, range, arm) });
            }
  return cases;
}

function withFigures(finding: ShownFinding, range: Range, arm: Partial<ShownGroup>): ShownFinding {
  const turned: Range = finding.better === 'higher' ? range : [-range[1], -range[0]];
  const groups = finding.shown!.groups.map((group) => ({ ...group, ...arm }));
  const compared = { estimate: (turned[0] + turned[1]) / 2, range95: turned };
  const blank = finding.verdict === 'none' ? { estimate: null, range95: null } : compared;
  const gates = finding.verdict === 'none' ? [WORDS_ONLY] : [];
  const closed = finding.verdict === 'hidden' || finding.verdict === 'not-due';
  const shown = closed ? null : { ...finding.shown!, groups, ...blank };
  const hidden = finding.verdict === 'hidden' ? ({ rule: 'below-minimum', need: 5 } as const) : null;
  return { ...finding, gates, shown, hidden };
}

/** What no sentence may hold: holes, values that are none, minus signs, doubled or missing blanks, empty brackets. */
const FLAWS = /[{}#]|undefined|null|NaN|Infinity|−|(?<![\p{L}\d])-\d| {2}| [.,;:)]|\( |\(\)|\.\./u;

function expectFlawless(said: string, name: string): void {
  expect(said.match(FLAWS)?.[0] ?? null, `${name}: ${said}`).toBeNull();
  expect(said, name).toMatch(/^[\p{Lu}\d“].*\.$/u);
}

const CASES = everyFinding();

test('there is a flawless sentence for each verdict, kind, design, direction and degree of disclosure', () => {
  expect(CASES).toHaveLength(7 * 13 * 2 * 2 * 2 * 4);
  for (const { name, finding } of CASES) expectFlawless(sentenceFor(finding, COMPASS).text, name);
});

test('no sentence and no headline says more than its design permits', () => {
  for (const { name, finding } of CASES) {
    const frame = { ...COMPASS, findings: [{ ...finding, role: 'primary' as const }] };
    const said = `${sentenceFor(finding, COMPASS).text} ${headline(frame)}`;
    expect(usedWords(said, FORBIDDEN_WORDS[finding.grade]), `${name}: ${said}`).toEqual([]);
  }
});

test('each headline is flawless, as primary and as one of the others', () => {
  for (const { name, finding } of CASES) {
    const primary = { ...finding, role: 'primary' as const };
    expectFlawless(headline({ ...COMPASS, findings: [primary] }), name);
    const other = { ...finding, outcome: 'another', role: 'watch-out' as const };
    expectFlawless(headline({ ...COMPASS, findings: [skill!, other] }), name);
  }
});

test('a comparing verdict names its horizon', () => {
  const compared = CASES.filter(({ finding }) =>
    ['benefit', 'harm', 'no-meaningful-difference', 'inconclusive'].includes(finding.verdict),
  );
  for (const { name, finding } of compared) {
    expect(sentenceFor(finding, COMPASS).text, name).toContain('24 months');
  }
});

test('a broken lottery is never said to have caused anything', () => {
  const broken = CASES.filter(({ finding }) => finding.design === 'lottery' && finding.grade === 'B');
  for (const { finding } of broken) {
    expect(sentenceFor(finding, COMPASS).text).not.toMatch(/led to|because of|similar people/u);
  }
});

describe('where nobody is compared', () => {
  const ranges: readonly (Range | null)[] = [[0.1, 0.4], [-0.4, -0.1], [-0.1, 0.2], null];
  const cases = (['C', 'D'] as const).flatMap((grade) =>
    [skill!, promotion!].flatMap((base) =>
      FACES.flatMap(([face, arm]) =>
        ranges.map((range95): Case => {
          const design = grade === 'C' ? ('before-after' as const) : ('opinions' as const);
          const groups = [{ ...base.shown!.groups[0]!, ...arm }];
          const estimate = range95 === null ? null : (range95[0] + range95[1]) / 2;
          const shown = { ...base.shown!, groups, range95, estimate, bounds: [0.2, 0.8] as const };
          const finding = {
            ...base,
            role: 'primary' as const,
            grade,
            design,
            shown,
            verdict: 'none' as const,
          };
          return {
            name: `${grade} ${base.kind} ${face} ${String(range95)}`,
            finding: { ...finding, qualifier: null },
          };
        }),
      ),
    ),
  );

  test('each sentence and headline is flawless and says no more than it may', () => {
    for (const { name, finding } of cases) {
      const said = sentenceFor(finding, COMPASS).text;
      const top = headline({ ...COMPASS, findings: [finding] });
      expectFlawless(said, name);
      expectFlawless(top, name);
      expect(usedWords(`${said} ${top}`, FORBIDDEN_WORDS[finding.grade]), `${name}: ${said} ${top}`).toEqual(
        [],
      );
    }
  });

  test('there is no pill', () => {
    for (const { finding } of cases) expect(pillOf(finding)).toBeNull();
  });
});

test('a plain gap that is not left has a flawless sentence in each design, and none says more than it may', () => {
  for (const [design, grade] of DESIGNS)
    for (const base of [skill!, promotion!])
      for (const who of ['mentees', 'mentors'] as const)
        for (const participants of [0.1, 0.3]) {
          const gate = { id: 'F5', effect: 'selection', values: { participants, comparison: 0.2 } } as const;
          const open = { verdict: 'inconclusive', qualifier: null } as const;
          const finding = withFigures({ ...base, design, grade, who, ...open }, [-0.1, 0.4], {
            value: 0.2,
            count: null,
          });
          const said = sentenceFor({ ...finding, gates: [gate] }, COMPASS).text;
          const name = `${design} ${grade} ${base.kind} ${who}`;
          expectFlawless(said, name);
          expect(usedWords(said, FORBIDDEN_WORDS[grade]), `${name}: ${said}`).toEqual([]);
        }
});

test('what a comparison of changes cannot compare says so', () => {
  const missing = { reason: 'no-change-of-shares', values: {} } as const;
  const design = { design: 'before-after-comparison', grade: 'B-', verdict: 'none', shown: null } as const;
  expect(sentenceFor({ ...promotion!, ...design, missing }, COMPASS).key).toBe('no-change');
});

test('too little data says what there is too little of', () => {
  const failed = (check: Reason['check']): Partial<ShownFinding> => ({
    reasons: [{ check, ok: false, values: {} }],
  });
  const said = (rest: Partial<ShownFinding>) =>
    sentenceFor({ ...promotion!, verdict: 'too-little-data', ...rest }, COMPASS);
  expect(said(failed('enough-people')).text).toContain('148 participants and 296 similar people are counted');
  expect(said(failed('enough-events')).text).toContain('Too few people were promoted');
  expect(said({ missing: { reason: 'followed-too-short', values: { months: 19 } } }).text).toBe(
    'Too little data to judge. People were followed only to month 19, and the plan asks for 24 months.',
  );
  expect(said(failed('range-known')).key).toBe('little.other');
  const gates: Gate[] = [{ id: 'F11', effect: 'too-little-data', values: {} }];
  expect(said({ gates }).key).toBe('little.mentors');
});

test('too few people are told what they could have shown, where the plan said what to expect', () => {
  const [a, b] = skill!.shown!.groups;
  const groups = [
    { ...a!, n: 11 },
    { ...b!, n: 17 },
  ];
  const few = {
    ...skill!,
    verdict: 'too-little-data',
    shown: { ...skill!.shown!, groups, nStar: [11, 17] },
  } as const;
  const expects = { outcomes: { [skill!.outcome]: { spread: 0.6, correlation: 0 } } };
  const said = sentenceFor(few, { ...COMPASS, plan: { ...COMPASS.plan, expects } }).text;
  // 2.8016 × 0.6 × √(1 / 11 + 1 / 17) = 0.65, more than three times the 0.20 that matter.
  expect(said).toMatch(
    /Only a difference of 0\.65 points or more would be seen reliably, and that is very large\.$/u,
  );
  expect(sentenceFor(few, COMPASS).text).not.toContain('seen reliably');
});

test('a verdict that speaks of some participants says of how many, and a fragile one says so', () => {
  const gates: Gate[] = [{ id: 'F2', effect: 'qualifier', values: { used: 120, eligible: 160 } }];
  const said = sentenceFor({ ...skill!, gates, fragile: true }, COMPASS).text;
  expect(said).toContain('This speaks of the 120 of 160 participants for whom similar people exist.');
  expect(said).toContain('Read this with care');
});

describe('the smaller texts', () => {
  const checks = [
    'look-reached',
    'range-known',
    'enough-people',
    'enough-events',
    'fair-comparison',
    'clears-zero',
    'clears-band',
    'inside-band',
    'corrected-for-k',
  ] as const;
  const gates: readonly Gate['id'][] = [
    'F1',
    'F2',
    'F3',
    'F4',
    'F5',
    'F6',
    'F7',
    'F8',
    'F9',
    'F10',
    'F11',
    'F12',
  ];
  const effects: readonly Gate['effect'][] = [
    'words-only',
    'fallback',
    'fragile',
    'grade-b',
    'too-little-data',
    'selection',
    'qualifier',
  ];
  const values = {
    difference: 0.3,
    characteristic: 'grade',
    used: 5,
    eligible: 10,
    kish: 12.4,
    largestWeightShare: 0.2,
    assigned: 3,
    people: 90,
    probability: 0.5,
    days: 40,
    from: 6,
    to: 12,
    low: 0.1,
    high: 0.5,
  };

  test('each gate has a flawless text for each thing it does', () => {
    for (const id of gates)
      for (const effect of effects) expectFlawless(gateText({ id, effect, values }), id);
    expect(gateText({ id: 'F7', effect: 'grade-b', values: { twice: 2 } })).toContain('2 people stand');
    const none = { kish: 0, largestWeightShare: 0 };
    expect(gateText({ id: 'F3', effect: 'words-only', values: none })).toContain('No weights');
  });

  test('each line of the checklist has a text for yes and no', () => {
    for (const check of checks)
      for (const ok of [true, false]) expectFlawless(reasonText({ check, ok, values: {} }), check);
    const counts = { participants: 11, comparison: 17.9, need: 20 };
    expect(reasonText({ check: 'enough-people', ok: false, values: counts })).toContain(
      '11 and 17 after weighting',
    );
  });

  test('each reason for a missing figure has a text', () => {
    const reasons = [
      'no-such-data',
      'too-few-people',
      'followed-too-short',
      'no-spread',
      'all-alike',
      'no-overlap',
      'not-in-this-design',
      'no-change-of-shares',
      'could-not-be-calculated',
    ] as const;
    for (const reason of reasons) expectFlawless(missingText({ reason, values: {} }), reason);
    expect(missingText({ reason: 'followed-too-short', values: { months: 19 } })).toContain('month 19');
  });

  test('each remark that an evaluation makes has a text of its own, and an unknown one is named', () => {
    const notes: Record<string, Record<string, string | number>> = {
      V13: {},
      'V15.mentor': { n: 1, participants: 12 },
      V17: { days: 90 },
      'levels-merged': { column: 'grade', n: 2 },
      firth: {},
      'propensity-missing': {},
      'no-overlap': {},
      'symmetric-range': {},
      'lost-view': { participants: 1, comparison: 4 },
      'dropped-column': { column: 'tenure' },
      'adjusted-for': { columns: 'grade, tenure' },
      'followed-too-short': { months: 19 },
      'waiting-open': {},
      'look-early': { months: 24, reached: '2027-03-01' },
      'late-before': { n: 1 },
      'regression-to-mean': {},
      'started-apart': { side: 'lower' },
      'earlier-alike': { difference: -0.05, low: -0.2, high: 0.1 },
      'earlier-too-few': { need: 20 },
      'value-before-taken-in': { column: 'skill_before' },
    };
    for (const [key, given] of Object.entries(notes)) {
      const said = noteText({ key, values: given });
      expectFlawless(said, key);
      expect(said).not.toContain('Remark of the calculation');
    }
    expect(noteText({ key: 'some-new-remark', values: {} })).toContain('some new remark');
  });

  test('each reason for leaving people out has a text, and an unknown one is named', () => {
    for (const reason of [
      'outside-cohorts',
      'already-enrolled',
      'stratum-without-draw',
      'waited-before',
      'problem-rows',
    ]) {
      expect(leftOutText(reason)).not.toMatch(/-without-|-cohorts|-enrolled|-rows/u);
    }
    expect(leftOutText('on-the-moon')).toBe('on the moon');
  });

  test('each outcome of the decision rule has a text', () => {
    for (const outcome of ['continue', 'change', 'people-decide', 'not-due'] as const) {
      for (const cannotTell of [[], ['a'], ['a', 'b']]) {
        expectFlawless(decisionText({ rule: null, outcome, outside: [], cannotTell }), outcome);
      }
    }
  });
});

describe('the catalogue', () => {
  test('no key stands in two files', () => {
    const keys = Object.values(catalogueFiles).flatMap((file) => Object.keys(file));
    expect(keys).toHaveLength(Object.keys(catalogue).length);
  });

  test('no text uses a banned word', () => {
    for (const [key, said] of Object.entries(catalogue)) {
      expect(usedWords(said, BANNED_WORDS), `${key}: ${said}`).toEqual([]);
    }
  });
});
