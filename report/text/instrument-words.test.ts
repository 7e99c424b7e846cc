import { expect, test } from 'vitest';
import { INSTRUMENTS } from '#evaluation/instruments/registry.ts';
import { catalogue, hasText } from './text.ts';

test.each(INSTRUMENTS.map((instrument) => [instrument.id, instrument] as const))(
  'every item of %s has its wording in each form, every step, option and scale its words',
  (id, { forms, items, scales }) => {
    expect(hasText(`instrument.${id}.name`)).toBe(true);
    for (const form of forms)
      for (const item of form.items)
        expect(hasText(`instrument.${id}.item.${item}.${form.id}`), `${item} ${form.id}`).toBe(true);
    for (const scale of scales) expect(hasText(`instrument.${id}.scale.${scale.id}`), scale.id).toBe(true);
    for (const { answered } of items) {
      if (answered.kind === 'rating')
        for (let step = answered.lowest; step <= answered.highest; step++)
          expect(hasText(`answer-step.${answered.words}.${step}`), `${answered.words} ${step}`).toBe(true);
      if (answered.kind === 'one-of')
        for (const { code } of answered.options) expect(hasText(`answer-option.${code}`), code).toBe(true);
    }
  },
);

test('no wording stands in the catalogue that no form asks', () => {
  const asked = new Set(
    INSTRUMENTS.flatMap(({ id, forms }) =>
      forms.flatMap((form) => form.items.map((item) => `instrument.${id}.item.${item}.${form.id}`)),
    ),
  );
  const worded = Object.keys(catalogue).filter((key) => /^instrument\.[^.]+\.item\./.test(key));
  expect(worded.filter((key) => !asked.has(key))).toEqual([]);
});
